/** German speech acts that bring up another offer, of classes of words. In the notation of pattern.ts. */
export const competitor: readonly string[] = [
  '=die/=der/=da/=dort/=drüben/=andere .. =macht/=machen/=gibt/=geben/=legt/=legen/=bietet/' +
    '=bieten/=verlangt/=verlangen/=will/=wollen/=hat/=haben .. =gratis/=kostenlos/=umsonst/' +
    '=günstiger/=billiger/=weniger/=hälfte/=drauf/=dazu/=angeboten/=geboten/=geschenkt/=nur ! ' +
    '{rival_ordinary} ! mein_sohn/meine_kinder & =angebot/=günstiger/=billiger/=weniger/=hälfte/' +
    '=kostenlos/=gratis/=euro/=dazu/=drauf/=angeboten/=geboten/=schwach/=umsonst',
  '=günstiger/=billiger/=teurer/=besser/=schlechter/=langsamer/=schneller/=mehr/=weniger/' +
    '=doppelt + =als + =bei/=ihr/=ihre/=ihres/=euer/=ihrs/=sie/=das_von/=der/=die_von/=eures/' +
    '=sonst_wo ! letztes/gedacht/erwartet/vorher/letzte',
  '=ihr/=sie/=ihres/=ihr_preis + =seid/=sind/=ist/=liegt/=liegen .. =teuerst*/=teurer/=zweiten/' +
    '=dritten/=teuersten/=drüber ! erst',
  '=zwei/=drei/=vier/=mehrere/=paar/=andere/=noch_ein/=zweites/=weitere + =angebote/=angebot/' +
    '=offerten/=offerte/=kostenvoranschläge/=kostenvoranschlag/=vergleichsangebote/=anbieter/' +
    '=firmen/=kandidaten ! von_ihnen/bei_ihnen ! können_sie_mir/schicken_sie_mir',
  '=zwischen + =ihnen/=euch/=dir + =und',
  '=entweder + =ihr/=sie/=euch/=ihnen + =oder ! =oder_ich',
  '=rumgefragt/=rumfragen/=rumtelefoniert/=umgehört/=umhören/=umgeschaut/=umschauen/=umsehen/' +
    '=umgesehen/=umgucken/=umgeguckt/=abklappern/=ausschreibung ! partner/im_laden/in_der_stadt/' +
    'urlaub/tarife_von_ihnen',
];
