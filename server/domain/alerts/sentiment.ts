import type { Language } from '../call/language.ts';
import { tokensOf } from './words.ts';

/**
 * How content the customer's words are, from -1 to 1, by a list of words with intensifiers and
 * negation. Never of a voice, and never of anything that the rep says.
 */

const FEELING: Readonly<Record<Language, Readonly<Record<string, number>>>> = {
  en: words({
    '-3': 'furious outraged unacceptable disgusting disgraceful horrible terrible awful appalling atrocious nightmare scam fraud hate ridiculous outrageous insane pathetic livid enraged',
    '-2': 'frustrated frustrating angry upset disappointed disappointing annoyed annoying fed unhappy useless broken worst bad poor unreliable waste wrong mess failed failing failure dissatisfied joke tired sick irritated ignored lied lying unprofessional',
    '-1': 'problem issue trouble slow late delay confusing confused difficult concern concerned worried expensive complaint complain annoy bug outage again still',
    '1': 'good fine okay nice clear easy helpful thanks thank appreciate works better fair useful glad quick',
    '2': 'great happy pleased excellent perfect love wonderful impressed fantastic awesome amazing delighted best smooth brilliant',
  }),
  de: words({
    '-3': 'unverschämt katastrophe katastrophal furchtbar schrecklich entsetzlich skandal betrug wütend empört unzumutbar untragbar unfassbar frechheit stinksauer',
    '-2': 'enttäuscht enttäuschend verärgert ärgerlich sauer unzufrieden schlecht frustriert frustrierend nervt genervt kaputt mies inakzeptabel unzuverlässig lächerlich schlimm ignoriert gelogen unprofessionell',
    '-1': 'problem fehler störung ärger langsam verspätet verzögerung schwierig besorgt sorge teuer beschwerde ausfall wieder kompliziert unklar',
    '1': 'gut schön klar einfach hilfreich danke vielen funktioniert besser fair nützlich passt prima gerne',
    '2': 'toll super zufrieden ausgezeichnet perfekt wunderbar begeistert großartig hervorragend fantastisch beeindruckt klasse bestens',
  }),
};

function words(byWeight: Readonly<Record<string, string>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(byWeight).flatMap(([weight, list]) =>
      list.split(' ').map((word): [string, number] => [word, Number(weight)]),
    ),
  );
}

// Words of one meaning side by side, as one reads them.
// oxfmt-ignore
const STRONGER: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(['very', 'really', 'so', 'extremely', 'absolutely', 'totally', 'completely', 'incredibly', 'super', 'beyond', 'utterly', 'deeply']),
  de: new Set(['sehr', 'wirklich', 'so', 'extrem', 'absolut', 'total', 'völlig', 'unglaublich', 'echt', 'zutiefst', 'richtig', 'höchst']),
};
// Words of one meaning side by side, as one reads them.
// oxfmt-ignore
const WEAKER: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(['slightly', 'somewhat', 'bit', 'little', 'kinda', 'rather']),
  de: new Set(['etwas', 'bisschen', 'wenig', 'leicht', 'eher']),
};
// Words of one meaning side by side, as one reads them.
// oxfmt-ignore
const TURNS: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(['not', "don't", "isn't", "wasn't", "aren't", 'never', "can't", "won't", "didn't", 'no', "doesn't", 'hardly']),
  de: new Set(['nicht', 'kein', 'keine', 'keinen', 'nie', 'kaum']),
};
const BUT: Readonly<Record<Language, string>> = { en: 'but', de: 'aber' };

/** Of one line. What comes after a "but" counts more than what came before it. */
export function sentimentOf(text: string, language: Language): number {
  const tokens = tokensOf(text, language);
  let sum = 0;
  tokens.forEach(({ text: word }, at) => {
    if (word === BUT[language]) sum *= 0.5;
    const feeling = FEELING[language][word];
    if (feeling === undefined) return;
    const before = tokens.slice(Math.max(0, at - 3), at).map((token) => token.text);
    const strength = before.some((one) => STRONGER[language].has(one))
      ? 1.5
      : before.some((one) => WEAKER[language].has(one))
        ? 0.6
        : 1;
    const turned = before.some((one) => TURNS[language].has(one));
    // "Not bad" is hardly good, and "not good" is bad.
    sum += feeling * strength * (turned ? (feeling > 0 ? -1 : -0.4) : 1);
  });
  return sum / (Math.abs(sum) + 3);
}

/** How bad the latest lines of the customer are, from 0 to 100; older ones count less. */
export function displeasureOf(texts: readonly string[], language: Language): number {
  const recent = texts.slice(-6).toReversed();
  const weights = recent.map((_, age) => 0.75 ** age);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return 0;
  const mean = recent.reduce(
    (sum, text, age) => sum + sentimentOf(text, language) * weights[age]!,
    0,
  );
  return Math.round(Math.max(0, -mean / total) * 100);
}
