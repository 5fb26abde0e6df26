/** German speech acts that ask for, or grant, more than a rep may, of classes of words. In the notation of pattern.ts. */
export const beyondAuthority: readonly string[] = [
  'customer:{secrecy} ! pin/passwort/tür/schmerz/fenster ! film ! bremse ! auge_tut/augen_tun/' +
    'augenarzt ! in_der_schule/kuchen',
  'customer:=komm/=kommen/=ach/=bitte/=einfach/=jetzt/=einmal/=können/=könnten/=kannst/' +
    '=können_sie/=könnt/=dann/=na/=machts/=geh .. {undo_word} .. {charge_word} ! termin/' +
    'auto_zurück/karte/adresse/zimmer/tisch/gepäck/=rechnung_schicken/=rechnung_auf/' +
    '=rechnung_per/=preis_nennen/=preis_sagen/=wie_viel/=was_kostet/=preis_schicken ! ' +
    '=angebot_machen @ rep: {rep_limit}',
  'customer:=komm/=kommen_sie/=ach_kommen/=ach_komm/=bitte/=einfach/=jetzt_mal/=sie + ' +
    '{undo_word} .. =weg/=raus/=runter/=drauf/=ein/=dazu ! jacke/tonne/müll/mülltonne/ablage/' +
    '=foto/=schuhe @ rep: {rep_limit}',
  'customer:=macht/=mach/=machen/=machst/=gib/=gibst/=geben/=gebt/=mochst/=gebn .. =mir/=uns/' +
    '=ihr_mir/=ma/=den/=du_mir .. {number} .. =dann/=oder/=und/=sonst/=für/=auch/=tage ! uhr/' +
    'stück/kilo/brötchen/flaschen/kisten/zimmer/personen/leute/meter/liter/karten/minuten @ rep: ' +
    '{rep_limit}/{number}',
  'customer:=wenn/=wennst/=falls .. =für/=auf/=um + {number} .. =gibst/=geben/=gebt/=lasst/' +
    '=lassen/=machst/=machen/=macht/=runter/=gehst/=gehen ! uhr',
  'customer:=schreib/=schreiben/=tragen/=trag/=setz/=setzen/=trägst/=datier*/=notier*/' +
    '=dazu_schreiben/=eintragen/=hinschreiben .. =datum/=drei/=zwei/=gestern/=letzten/=anderes/' +
    '=rein/=dazu/=ein/=hin/=drauf .. =dann/=einfach/=und/=mal/=dazu/=keiner/=merkt/=wir @ rep: ' +
    '{rep_limit} ! telefonnummer/adresse_auf/zettel/mail/namen_richtig',
  'customer:=trotzdem/=ausnahmsweise/=einmalig/=kulanz/=kulanzweise/=kulant/=entgegenkommen & ' +
    '=können/=könnten/=kannst/=machen/=mach/=nehmen/=geben/=zurück/=mal/=doch/=lassen/=bitte/' +
    '=rückgängig/=geld ! danke/kulant_waren/sehr_kulant @ rep: {rep_limit}',
  'customer:=volles/=vollem/=vollen/=voll/=ganzes/=komplett + =geld/=preis/=betrag/=erstattung/' +
    '=zurück/=rückerstattung @ rep: {rep_limit}',
];
