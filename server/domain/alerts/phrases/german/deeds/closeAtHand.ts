/** German deeds that show that the deal is about to close: who does what with what, as classes of words. In the notation of pattern.ts. */
export const closeAtHand: readonly string[] = [
  '{deal_ready} @ rep: {deal_said} ! {deal_ordinary}',
  '{deal_ready} & =heute/=sofort/=gleich/=noch/=jetzt/=dann/=gut/=ja/=okay/=prima/=perfekt/=so ' +
    '! {deal_ordinary}',
  '=schicken/=schick/=mailen/=mail/=schicks + =sie/=mir/=uns/=ma .. =vertrag/=verträge/' +
    '=auftrag/=unterlagen/=papiere .. =unterschreib/=unterschreibe/=unterschreiben/=zurück/' +
    '=heute/=fertig ! {deal_ordinary}',
  '=von/=aus + =uns/=mir/=unserer + =aus/=sicht .. =können/=kannst/=kann/=könnt/=könnten .. ' +
    '=bestellen/=einbuchen/=loslegen/=anfangen/=losgehen/=buchen/=fertigmachen/=machen/' +
    '=rausschicken/=starten @ rep: {deal_said} ! {deal_ordinary}',
  '=wann/=bis_wann/=ab_wann .. =anfangen/=loslegen/=starten/=liefern/=montieren/=einbauen/' +
    '=kommen .. =anzahlung/=überweis/=überweise/=unterschreib/=unterschreibe/=auftrag/=iban ! ' +
    '{deal_ordinary}',
  '=anzahlung/=kaution/=erste_rate .. =überweis/=überweise/=überweisen/=mach/=mache/=zahl/' +
    '=zahle/=geht/=raus ! =wie_hoch/=zurück/=wann_kommt ! {deal_ordinary}',
  '=schicken/=schick + =sie/=mir/=uns + =mir/=uns/=den + =den/=vertrag/=bitte + =vertrag/=zu/' +
    '=rüber/=raus ! {deal_ordinary}',
  '=schicken/=schick + =sie + =den + =vertrag ! {deal_ordinary}',
  '=dann/=gut/=okay/=ja/=jawohl/=passt + =machen/=nehmen/=nehm/=nehme + =wir/=ich/=mir + =das/' +
    '=es/=so/=den/=die @ rep: {deal_said} ! =pfund ! {deal_ordinary}',
  '=das + =nehmen/=machen + =wir @ rep: =vertrag/=montage/=laufzeit/=monat/=komplett/' +
    '=finanzierung/=anzahlung/=lizenzen/=netto ! {deal_ordinary}',
  '=wann + =können/=könnten/=könnt/=kannst + =sie/=wir/=ihr/=du + =denn/=starten/=anfangen/' +
    '=loslegen/=dann + =anfangen/=starten/=loslegen/=beginnen/=los @ rep: {deal_said} ! ' +
    '{deal_ordinary}',
  '=den/=nächsten + =nächsten/=schritt + =schritt/=gehen + =gehen/=und + =abschließen/=und ! ' +
    '=wann ! {deal_ordinary}',
  '=heute/=jetzt + =bestellen/=unterschreiben + =wann/=wie_schnell/=liefern ! {deal_ordinary}',
  '=wie_schnell/=wann + =können/=könnten + =sie/=ihr + =liefern + =wenn ! {deal_ordinary}',
];
