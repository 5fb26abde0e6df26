import type { Language } from '../../../../server/domain/call/language.ts';

/** Random numbers that are the same in each run. */
export function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type Random = ReturnType<typeof seeded>;

const digits = (random: Random, count: number): string =>
  Array.from({ length: count }, () => random(10)).join('');

/** A card number with a right check digit. */
export function cardNumber(random: Random): string {
  const [prefix, length] = (
    [
      ['4', 16],
      ['52', 16],
      ['37', 15],
      ['6011', 16],
    ] as const
  )[random(4)]!;
  const body = prefix + digits(random, length - 1 - prefix.length);
  const sum = [...body].toReversed().reduce((all, digit, n) => {
    const counted = Number(digit) * (n % 2 === 0 ? 2 : 1);
    return all + (counted > 9 ? counted - 9 : counted);
  }, 0);
  return body + ((10 - (sum % 10)) % 10);
}

export const securityCode = (random: Random): string => String(100 + random(900));

export const socialSecurityNumber = (random: Random): string =>
  `${100 + random(500)}${10 + random(90)}${1000 + random(9000)}`;

const ONES = {
  en: 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  de: 'null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn',
};
const TENS = {
  en: 'twenty thirty forty fifty sixty seventy eighty ninety',
  de: 'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig',
};

const digitWord = (digit: string, language: Language): string =>
  ONES[language].split(' ')[Number(digit)]!;

/** A number below 100 in one word, or in two with a hyphen. */
function below100(value: number, language: Language): string {
  if (value < 20) return digitWord(String(value), language);
  const [tens, one] = [TENS[language].split(' ')[Math.floor(value / 10) - 2]!, value % 10];
  if (one === 0) return tens;
  if (language === 'en') return `${tens}-${digitWord(String(one), language)}`;
  return `${one === 1 ? 'ein' : digitWord(String(one), language)}und${tens}`;
}

const pairs = (number: string): string[] => number.match(/\d{1,2}/g)!;

const sayPair = (pair: string, language: Language): string =>
  pair.length === 1 || pair.startsWith('0')
    ? [...pair].map((digit) => digitWord(digit, language)).join(' ')
    : below100(Number(pair), language);

const BETWEEN = {
  en: ['uh', 'and then', 'then', 'um', 'okay and'],
  de: ['äh', 'und dann', 'dann', 'ähm', 'ja und'],
};
const TIMES = { en: ['double', 'triple'], de: ['doppel', 'dreimal'] };

function withRepeats(number: string, language: Language): string {
  return [...number.matchAll(/(\d)\1{0,2}/g)]
    .map(({ 0: run }) => {
      const word = digitWord(run[0]!, language);
      return run.length === 1 ? word : `${TIMES[language][run.length - 2]} ${word}`;
    })
    .join(' ');
}

/** The parts of a number in each way in which people and recognizers say it. */
export const WAYS: Readonly<
  Record<string, (number: string, language: Language, random: Random) => string[]>
> = {
  'in digits': (number) => [number],
  'in groups of digits': (number) => number.match(/\d{1,4}/g)!,
  'digit by digit': (number, language) => [...number].map((digit) => digitWord(digit, language)),
  'in pairs': (number, language) => pairs(number).map((pair) => sayPair(pair, language)),
  'with repeated digits': (number, language) => [withRepeats(number, language)],
  'with words between': (number, language, random) =>
    pairs(number).flatMap((pair, n) => [
      ...(n > 0 && n % 2 === 0 ? [BETWEEN[language][random(5)]!] : []),
      sayPair(pair, language),
    ]),
  'in digits and words': (number, language) =>
    number.match(/\d{1,4}/g)!.map((group, n) =>
      n % 2 === 0
        ? group
        : pairs(group)
            .map((pair) => sayPair(pair, language))
            .join(' '),
    ),
};

/** Three digits as a whole number: "four hundred twelve". */
export function inHundreds(code: string, language: Language, random: Random): string {
  const [hundreds, rest] = [code[0]!, Number(code.slice(1))];
  const said = rest === 0 ? '' : below100(rest, language);
  if (language === 'de')
    return `${hundreds === '1' ? 'ein' : digitWord(hundreds, 'de')}hundert${said}`;
  return `${digitWord(hundreds, 'en')} hundred ${random(2) === 0 && said ? 'and ' : ''}${said}`.trim();
}
