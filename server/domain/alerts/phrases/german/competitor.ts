/** What German phrases name a rival as another choice, in the notation of pattern.ts. */
export const competitor: readonly string[] = [
  '! kontakt_zu_jemand_=anderem/mit_jemand_=anderem_sprechen/jemand_=anderen_sprechen/' +
    'jemand_=anderem_sprechen',
  '{brand} =hat/=ist/=bietet/=macht/=nimmt/=verlangt/=kostet {cheaper}/angeboten',
  '{rival} {evaluate} ! kein_thema ! alten ! {own}_konkurrenz/{own}_mitbewerb*/{own}_wettbewerb*/' +
    'alternative_termin*/=ich_im_internet_gelesen/internet_geht/internet_ist/internet_läuft ! ' +
    'gelesen/gefunden_habe/gesehen',
  '{evaluate} {rival} ! {own}_konkurrenz/{own}_mitbewerb*/{own}_wettbewerb*/schnelleres_internet/' +
    'alternative_termin*/internet_geht/dem_internet/internet_ist ! gelesen !2 =welche ! ' +
    'schneller_internet ! internetanschluss',
  'angebot/angebote/kostenvoranschlag/kostenvoranschläge/offerte/offerten/preis/preise =von/=vom/' +
    '=der/=eines/=einer/=zwei/=drei/=mehrere/=anderen/=von_einem/=von_einer/=bei konkurrenz/' +
    'wettbewerber*/mitbewerber*/=anderen/anbieter/anbietern/firma/firmen/hersteller/' +
    'dienstleister/mehreren/zwei/drei/{brand}/nachbarort ! ihrer_firma/unserer_firma',
  'zwei/drei/vier/=anderes/=andere/=anderen/zweites/weitere/weiteres/noch_eins/noch_ein/besseres/' +
    'mehrere/zweite/günstigeres angebot/angebote/angeboten/kostenvoranschläge/offerten ! ' +
    'von_ihnen/ihrer_seite/im_sortiment/ihr_=anderes/schicken_sie',
  '=eins/=eines/=zwei/=angebot/=angebote/=ein/=noch =habe/=hab/=haben/=liegt/=liegen =auf/=vor/' +
    '=von/=daliegen/=schon tisch/daliegen/eingeholt/vor_mir ! ihr_angebot/ihr/ihre @ rep: ' +
    'vergleichsangebot*/angebot/angebote/konkurrenz/mitbewerb*/=anderen',
  'angebot/angebote/eines/=andere/zwei/drei =hab/=habe/=liegt/=liegen/=haben/=noch/=andere tisch ' +
    '! ihr_angebot',
  'günstiger/billiger/weniger/=hälfte/besser =woanders/=anderswo/=bei/=der/=einem/=im/=anderen/' +
    '=von woanders/anderswo/konkurrenz/anbieter/mitbewerber*/=andere/=anderen/internet/netz/' +
    'online/nebenan/gegenüber/{brand} ! jährlich/paket ! welches ! von_=anderen_=gelernt',
  'woanders/anderswo/online/internet/netz/drüben/nebenan =krieg/=kriege/=bekomme/=gibt/=es/=ich/' +
    '=ist/=kostet/=zahle/=das/=s günstiger/billiger/besser/weniger/angeboten/=hälfte ! schneller',
  'die/der/da/dort/=denen/drüben/nachbar/schwager/bekannter/bruder/kollege =machen/=mochn/=macht/' +
    '=machens/=nehmen/=nimmt/=bieten/=verlangen/=wollen/=haben/=kosten/=kostet/=zahlt/=zahl/' +
    '=zahle/=kriegt/=kriege/=sind/=waren/=hat =das/=des/=es/=nur/=um/=halt/=für/=da/=dort/=ich/' +
    '=mir/=einiges/=deutlich/=viel/=aber/=dafür/=rund/=glatt weniger/günstiger/billiger/=hälfte/' +
    'drunter/umsonst/schneller_und ! wir_haben/aufwand/fehler/strom/verbrauch/alten/alte/modell/' +
    'version/zeit/{own}_leute ! =weniger_als_=gedacht !2 =monaten/=jahren',
  'die/da/dort/=denen/nachbar/=andere/=anderen/=andern =machen/=macht/=nehmen/=kostet/=bieten/' +
    '=verlangen/=zahle =für/=um {round_number}/euro/weniger/=hälfte/drittel & weniger/billiger/' +
    'günstiger/=andere/firma/dort/=denen/=für ! {own} ! wie_viel',
  'vergleichen/vergleich/verglichen/vergleiche mehrere/=anderen/=andere/konkurrenz/anbieter/' +
    'wettbewerber*/verschiedene/zwei/drei/markt/angebote ! vorjahr/vormonat/zahlen/' +
    'tarife_von_ihnen',
  'mehrere/mehreren/verschiedene/verschiedenen/zwei/drei/=andere/=anderen/weitere/weiteren/paar ' +
    'anbieter/anbietern/lösungen/systeme/systemen/produkte/optionen/firmen/hersteller/' +
    'herstellern/tools/plattformen/lieferanten/dienstleister/häuser vergleich*/prüfen/ansehen/' +
    'angesehen/auswahl/gespräch*/wahl/angeschaut/anschauen/schauen/rennen/evaluieren/engeren/' +
    'angefragt/anfragen/im_spiel/verhandeln/eingeladen ! {own} ! ihre_=anderen/ihrer_=anderen',
  '=andere/=anderer/=anderes/=anderen/zweite =kleine/=klaane/=neue/=so/=diese/=noch anbieter/' +
    '=haus/firma/hersteller/bude/laden/lösung_von/händler/händlern/werkstatt/bank/versicherung ! ' +
    '{own}/alten/farbe/kunden/arbeitet ! =neue_=haus/=wir_sind & {evaluate}/{cheaper}/macht/' +
    'machen/hat/haben/gesprochen/euro/gefragt/auch',
  'engere/engeren/=enge/end auswahl/wahl/runde ! farbe',
  'ausschreibung/ausgeschrieben/vergleichsangebot*/gegenangebot*/konkurrenzangebot*/' +
    'konkurrenzprodukt* ! stelle/stellenausschreibung',
  'mitbewerb*/wettbewerber*/konkurrent* ! {own}_mitbewerb*/{own}_wettbewerb*/{own}_konkurrent*/' +
    'personal',
  '=der =wettbewerb kann/bietet/hat/macht/ist',
  'warum/wieso/weshalb =sollten/=soll/=sollte =wir/=ich/=i sie/ihnen/gerade/bei_ihnen/zu_ihnen/' +
    'ausgerechnet/euch ! zahlen ! =das/=die',
  '=was macht/können/kann/machen/unterscheidet =sie/=ihr/=euch/=euer/=ihres/=denn =sie/=besser/' +
    '=anders/=denn/=von/=so besser/=anders/=anderen/besonders ! alte/vorgänger/version',
  'unterscheiden/unterscheidet/unterschied/abheben/abhebt =anderen/konkurrenz/wettbewerb/' +
    'anbieter/mitbewerb*/wettbewerber*/markt/{brand}/=andern ! =anderen_modell/=anderen_paket/' +
    '=anderen_tarif',
  'besser/=anders/günstiger/schneller/teurer/billiger =als/=wie/=bei/=die/=der/=den/=andere/' +
    '=anderen/=das konkurrenz/=andere/=anderen/anbieter/mitbewerb*/wettbewerber*/die_bei/die_von/' +
    'bei_=denen/{brand}/die_=anderen ! das_alte/alten/modell/erwartet ! als_die_alte',
  '=im rennen',
  'zweites/=anderes/weiteres/mehrere eisen ! bügeleisen',
  'eisen =im feuer',
  'zwischen ihnen/euch und ! verbindung/schnittstelle/vertrag_zwischen',
  'sie/ihr oder {rival}/{brand}',
  'check24/verivox/idealo/vergleichsportal*/preisvergleich ! rezension',
  // More ways of saying it.
  'customer: schauen/schaue/gucken/sehen .. =andere/=anderen/weitere/alternativen =an ! =farben/' +
    'modelle/tarife_von_ihnen/termin ! =sie ! =andere_seite',
  'customer: =was könnt/können/kann/habt/haben =ihr/=sie/=euer =was/=denn =die/=andere/=der ' +
    '=nicht/=anderen',
  'customer: tendiere/tendier/neige/schwanke/überlege =ich/=wir/=eher/=zwischen/=gerade =zu/=zum/' +
    '=zwischen/=eher =den/=denen/=ihnen/=euch/=der/=anderen =anderen/=anderem/anbieter/und/' +
    'konkurrenz ! farbe/modell/variante/termin',
  'customer: =firma/=schreinerei/=händler/=werkstatt/=laden/=kollege/=betrieb/=makler/=berater ' +
    '=hat/=macht/=sagt/=nimmt/=verlangt/=bietet/=gesagt .. {round_number}/euro/=tausend/*tausend/' +
    'weniger/=hälfte/günstiger/billiger ! {own}/alte/unsere',
  'customer: =anderen/=andere/=anderer/=anderes/zweiten + schreinerei/firma/händler/werkstatt/' +
    'anbieter/bank/versicherung/makler/betrieb/agentur/hersteller/=haus/lieferant*/dienstleister/' +
    'praxis/studio & angebot/preis/gesprochen/gefragt/sagt/günstiger/billiger/hat/macht/demo/' +
    'bietet/verlangt ! alten/früher/umzug',
  'customer: =die/=der =anderen/=andere =sind/=ist/=hat/=haben/=waren/=bieten/=machen .. ' +
    '{cheaper}/angeboten/angebot ! farbe/kollegen/kinder/modell/seite',
  // In passing, and shorter.
  'customer: =bei/=zu + =seinem/=ihrem/=deren/=dem/=einem + =anderen/=neuen/=anbieter/' +
    '=günstigeren anbieter/händler/laden & weniger/billiger/günstiger/nur/besser/euro ! alten/' +
    '=meinem',
  'customer: =bei + =seinem/=deren anbieter/händler/versicherung/bank',
  'customer: =die/=der =anderen/=andern/=andere + =haben/=hat/=sind/=ist/=bieten/=machen/=können/' +
    '=kann/=verlangen/=nehmen/=liefern =da/=schon/=das/=auch/=uns/=mir/=aber/=eine/=einen/=nur/' +
    '=weniger/=ja ! kollegen/mitarbeiter/kinder/leute/farben/räume ! =zu_tun',
  'customer: =im/=übers =netz/=internet/=baumarkt/=onlineshop/=fachhandel .. {cheaper}/hälfte/' +
    'euro/gesehen ! gelesen/gefunden/ihr_internet/ihre_seite/euch_gesehen/sie_gesehen/werbung/' +
    'telefonbuch ! langsam/schnell*',
  'customer: =der/=die + =schreiner/=maler/=elektriker/=händler/=makler/=dachdecker/' +
    '=installateur/=bäcker/=kollege/=betrieb/=werkstatt/=laden/=dings/=typ .. =nachbardorf/' +
    '=nebenan/=nachbarort/=gegenüber/=anderen/=will/=verlangt/=macht .. =nur/=weniger/=billiger/' +
    '=günstiger/=für/=um ! alte ! {own}',
  'customer: =nicht =der/=die =einzige/=einzigen/=einziger .. =anbiet*/=verkauf*/=markt/' +
    '=anbieter/=macht/=gibt',
  'customer: ~=nicht =der/=die einzige/einzigen/einziger =der/=die/=auf/=am ! kunde',
  'customer: =bei + =denen/=dem/=der_konkurrenz/=ihm .. =ist/=gibt/=kostet/=bekomm*/=krieg/' +
    '=kriege/=zahl/=zahle/=wäre .. umsonst/gratis/kostenlos/billiger/günstiger/weniger/besser/' +
    'inklusive/dabei/schneller ! alten',
  'customer: =testen/=teste/=probieren/=prüfen/=schauen .. =ein/=einen/=eine/=noch/=auch + ' +
    '=anderes/=anderen/=andere/=weiteres/=weiteren ! farbe/modell/termin/tarif_von_ihnen',
  'customer: =spricht/=sprechen =für/=gegen =sie/=euch/=ihr/=ihre ! mit/gerade_mit',
  'customer: =ein/=der/=einer/=jemand + =anderer/=andere/=anders =hat/=macht/=bietet/=würde/' +
    '=will .. =angeboten/=weniger/=billiger/=günstiger/=angebot/=besser ! kollege/termin/' +
    'mitarbeiter',
  'customer: =noch/=andere/=zweite .. firma/anbieter/händler/betrieb/haus/hersteller/laden .. ' +
    '=auge/=rennen/=hand/=hinterkopf/=nähe ! {own}/arbeit*',
];
