/** German speech acts that show that the customer wants to buy now, of classes of words. In the notation of pattern.ts. */
export const closeAtHand: readonly string[] = [
  'customer:{buy_idiom} ! {buy_ordinary} ! =nicht/=kein/=keine/=nie ! =wenn/=ob/=erst @ rep: ' +
    '{offer_said}',
  'customer:=gut/=okay/=ok/=passt/=ja/=super/=prima/=also/=na/=alles_klar/=perfekt/=top .. =nehm/' +
    '=nehme/=nehmen/=machen/=mach/=bestell/=bestelle/=bestellen/=buche/=buchen/=kaufe/=kauf/' +
    '=unterschreib* + =ich/=wir/=ma/=das/=mer/=sie/=es/=den/=die ! {buy_ordinary} ! =platz/=bus/' +
    '=bahn/=wieder/=nächste/=gleich_weiter/=morgen/=zettel/=feierabend @ rep: {offer_said}',
  'customer:=wohin/=wie/=wo/=was/=wann/=bis_wann + =soll/=muss/=kann/=können/=könnt/=darf/' +
    '=brauchen/=brauchst/=geht/=ginge/=wäre + =ich/=wir/=sie/=das/=es/=ihr + =überweisen/' +
    '=bezahlen/=unterschreiben/=anzahlen/=zahlen/=das_geld/=noch/=von/=liefern/=anfangen/' +
    '=starten/=losgehen/=einbauen/=abholen/=dann_los/=kommen ! {buy_ordinary} ! techniker/' +
    'störung @ rep: {offer_said}',
  'customer:=auf/=mit + =rechnung/=karte/=lastschrift/=raten/=paypal .. =oder/=geht/=bitte/=nehm/' +
    '=zahlen/=zahl/=machen ! {buy_ordinary} ! falsche/doppelt/bezahlt @ rep: {offer_said}',
  'customer:=iban/=kontonummer/=kreditkarte/=kartennummer .. =ist/=lautet/=hab/=geb/=gebe/' +
    '=brauchen/=durchgeben/=hier ! {buy_ordinary} ! gehackt/link/falsch @ rep: {offer_said}',
];
