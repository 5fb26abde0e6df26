/** German speech acts that ask for somebody above the rep, of classes of words. In the notation of pattern.ts. */
export const asksForManager: readonly string[] = [
  '{fetch} .. {boss_word} ! {boss_elsewhere} !3 mein/meine/meinem/meinen/meiner/unser/unsere/' +
    'unserem/unseren/unserer ! wasser/strom/gas ! hat_gesagt/hat_mir_gesagt',
  '=is/=ist/=gibt/=habt/=haben/=wo .. {boss_word} .. =da/=im/=bei/=ihnen/=euch/=greifbar/' +
    '=erreichbar/=zu_sprechen/=drüber ! {boss_elsewhere} !3 mein/meine/unser/unsere',
  '=wer + =ist/=steht/=hat/=is/=entscheidet/=bestimmt .. =über/=hut/=sagen/=chef/=vorgesetzt*/' +
    '=verantwortlich*/=entscheidet/=boss/=oben ! bei_uns/für_die_wartung/für_die_lieferung',
  '=eine/=ne/=die + =stufe/=etage/=ebene/=instanz + =höher/=weiter/=drüber/=oben/=über ! treppe/' +
    'aufzug/wohnung',
  '=stufe/=etage/=ebene/=instanz + =höher/=weiter/=drüber/=nach_oben ! treppe/aufzug/wohnung/stock',
  '=eskalieren/=eskaliere/=eskaliert/=eskalation !4 automatisch/workflow/regel/tickets/prozess ! ' +
    'bei_uns/wie_eskaliert',
  '=name/=namen/=nummer/=durchwahl/=mailadresse .. =ihr/=ihre/=ihres/=ihrer/=ihrem/=vom/=von/' +
    '=deines/=eures + {boss_word} ! {boss_elsewhere}',
];
