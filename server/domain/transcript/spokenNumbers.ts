/** Digits that are said or written without other words between them. */
export interface DigitRun {
  /** Places in the text: from the first letter or digit to the end of the last. */
  readonly start: number;
  readonly end: number;
  /**
   * "Forty-one, eleven" is 4111, "dreihundertzwölf" is 312, "double four" is 44. Several where a
   * number can be read in more than one way: "fifty six" is 56 or 506. The shortest is first.
   */
  readonly readings: readonly string[];
  /** The words of the run as they are written, without those that only join. */
  readonly words: readonly string[];
  /** Whether words such as "uh" or "and then" stand inside. */
  readonly isJoined: boolean;
}

type Token =
  | { readonly kind: 'digits'; readonly digits: string }
  | { readonly kind: 'whole'; readonly value: number }
  /** `isTied`: a hyphen ties it to the word before, as in "forty-nine". */
  | { readonly kind: 'small'; readonly value: number; readonly isTied?: boolean }
  | { readonly kind: 'tens'; readonly value: number; readonly isGerman: boolean }
  | { readonly kind: 'hundred' | 'thousand' }
  /** `adds`: "four hundred and twelve", "ein und vierzig". */
  | { readonly kind: 'join'; readonly adds: boolean }
  | { readonly kind: 'times'; readonly times: number };

type Word = { readonly start: number; readonly end: number; readonly token: Token };

// Words in the order of their numbers.
// oxfmt-ignore
const SMALL: Readonly<Record<string, number>> = {
  zero: 0, oh: 0, o: 0, nought: 0, naught: 0, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6,
  seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, thirteen: 13, fourteen: 14,
  fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19,
  null: 0, eins: 1, ein: 1, zwei: 2, zwo: 2, drei: 3, vier: 4, fünf: 5, sechs: 6,
  sieben: 7, acht: 8, neun: 9, zehn: 10, elf: 11, zwölf: 12, dreizehn: 13, vierzehn: 14,
  fünfzehn: 15, sechzehn: 16, siebzehn: 17, achtzehn: 18, neunzehn: 19,
};
// Words in the order of their numbers.
// oxfmt-ignore
const ENGLISH_TENS: Readonly<Record<string, number>> = {
  twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90,
};
// Words in the order of their numbers.
// oxfmt-ignore
const TENS: Readonly<Record<string, number>> = {
  zwanzig: 20, dreissig: 30, vierzig: 40, fünfzig: 50, sechzig: 60, siebzig: 70, achtzig: 80,
  neunzig: 90,
};
const TIMES: Readonly<Record<string, number>> = {
  ...{ double: 2, triple: 3, treble: 3, quadruple: 4 },
  ...{ doppel: 2, doppelt: 2, doppelte: 2, zweimal: 2, dreifach: 3, dreimal: 3, viermal: 4 },
};
/** What people say between the parts of a number. */
const JOINING = new Set(
  (
    'uh um er erm uhm hm hmm mm and then next so ok okay yes yeah like dash hyphen space ' +
    'followed by again äh ähm öh öhm und dann danach noch also ja genau gut nochmal wieder ' +
    'minus strich bindestrich leerzeichen'
  ).split(' '),
);
const MOST_JOINING = 4;

const GAP = /^[\s,.;:…–—-]*$/;

/** Finds the runs of digits of a text, in English and German, however they are said. */
export function digitRuns(text: string): DigitRun[] {
  const runs: DigitRun[] = [];
  let words: Word[] = [];
  let lastEnd = 0;
  const close = (): void => {
    const run = runOf(text, words);
    if (run) runs.push(run);
    words = [];
  };
  for (const { 0: written, index } of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const gap = text.slice(lastEnd, index);
    const read = tokenOf(written);
    const token = read?.kind === 'small' ? { ...read, isTied: gap === '-' } : read;
    const continues = GAP.test(gap) && joinsSince(words) <= MOST_JOINING;
    lastEnd = index + written.length;
    if (!token || !continues) close();
    if (token && (words.length > 0 || token.kind !== 'join'))
      words.push({ start: index, end: lastEnd, token });
  }
  close();
  return runs;
}

/** Whether a word is said between the parts of a number only. */
export const isJoining = (word: string): boolean => JOINING.has(word.toLowerCase());

const joinsSince = (words: readonly Word[]): number =>
  words.length - 1 - words.findLastIndex(({ token }) => token.kind !== 'join');

function runOf(text: string, said: readonly Word[]): DigitRun | undefined {
  const words = said.slice(0, said.findLastIndex(({ token }) => token.kind !== 'join') + 1);
  const readings = readingsOf(words.map(({ token }) => token));
  if (words.length === 0 || readings[0] === '') return undefined;
  const numbers = words.filter(({ token }) => token.kind !== 'join');
  return {
    start: words[0]!.start,
    end: words.at(-1)!.end,
    readings,
    words: numbers.map(({ start, end }) => text.slice(start, end)),
    isJoined: numbers.length < words.length,
  };
}

/** Together, apart, and with the last two apart: people end a row of pairs with one digit. */
function readingsOf(tokens: readonly Token[]): string[] {
  const places = tokens.flatMap((_, at) => {
    const one = tokens[at + 1];
    return isTensAndOne(tokens, at) && one?.kind === 'small' && !one.isTied ? [at] : [];
  });
  const apart = [[], places.slice(-1), places];
  return [...new Set(apart.map((places) => digitsOf(tokens, new Set(places))))];
}

function digitsOf(tokens: readonly Token[], apart: ReadonlySet<number>): string {
  let digits = '';
  for (let at = 0; at < tokens.length;) {
    const number = numberAt({ tokens, apart }, at);
    digits += number.digits;
    at = number.next;
  }
  return digits;
}

const isTensAndOne = (tokens: readonly Token[], at: number): boolean => {
  const [tens, one] = [tokens[at], tokens[at + 1]];
  return (
    tens?.kind === 'tens' &&
    !tens.isGerman &&
    one?.kind === 'small' &&
    one.value > 0 &&
    one.value < 10
  );
};

interface Said {
  readonly tokens: readonly Token[];
  /** Where "fifty six" is read as two numbers. */
  readonly apart: ReadonlySet<number>;
}

interface NumberAt {
  readonly digits: string;
  readonly next: number;
}

/** The number that begins at this token: "four hundred and twelve", "forty-one", "triple nine". */
function numberAt(said: Said, at: number): NumberAt {
  const { tokens } = said;
  const token = tokens[at]!;
  if (token.kind === 'digits') return { digits: token.digits, next: at + 1 };
  if (token.kind === 'times') return repeated(tokens, at, token.times);
  if (token.kind === 'whole') return { digits: String(token.value), next: at + 1 };
  const small = below100(said, at);
  if (!small) return { digits: '', next: at + 1 };
  const hundreds = multiplied(said, small, 'hundred');
  const thousands = multiplied(said, hundreds, 'thousand');
  return { digits: String(thousands.value), next: thousands.next };
}

interface ValueAt {
  readonly value: number;
  readonly next: number;
}

function below100({ tokens, apart }: Said, at: number): ValueAt | undefined {
  const [token, after, tens] = tokens.slice(at, at + 3);
  if (token?.kind === 'tens') {
    if (isTensAndOne(tokens, at) && !apart.has(at) && after?.kind === 'small')
      return { value: token.value + after.value, next: at + 2 };
    return { value: token.value, next: at + 1 };
  }
  if (token?.kind !== 'small') return undefined;
  // "Ein und vierzig", where the recognizer writes a German number in three words.
  const isAdded = after?.kind === 'join' && after.adds && tens?.kind === 'tens' && tens.isGerman;
  if (isAdded && token.value > 0 && token.value < 10)
    return { value: tens.value + token.value, next: at + 3 };
  return { value: token.value, next: at + 1 };
}

/** The value times a hundred or thousand where that follows, with what is added to it. */
function multiplied(said: Said, { value, next }: ValueAt, unit: 'hundred' | 'thousand'): ValueAt {
  const { tokens } = said;
  if (value === 0 || tokens[next]?.kind !== unit) return { value, next };
  const [product, after] = [value * (unit === 'hundred' ? 100 : 1000), next + 1];
  const join = tokens[after];
  const from = join?.kind === 'join' && join.adds ? after + 1 : after;
  const rest = below100(said, from);
  const added = rest && unit === 'thousand' ? multiplied(said, rest, 'hundred') : rest;
  if (!added || added.value === 0) return { value: product, next: after };
  return { value: product + added.value, next: added.next };
}

/** "Double four"; where what follows is no single digit, the word stands for nothing. */
function repeated(tokens: readonly Token[], at: number, times: number): NumberAt {
  const after = tokens[at + 1];
  const digit =
    after?.kind === 'small' && after.value < 10
      ? String(after.value)
      : after?.kind === 'digits' && after.digits.length === 1
        ? after.digits
        : undefined;
  if (digit === undefined) return { digits: '', next: at + 1 };
  return { digits: digit.repeat(times), next: at + 2 };
}

function tokenOf(written: string): Token | undefined {
  if (/^\d+$/.test(written)) return { kind: 'digits', digits: written };
  const word = written
    .toLowerCase()
    .replace('ß', 'ss')
    .replace('fuenf', 'fünf')
    .replace('zwoelf', 'zwölf');
  if (Object.hasOwn(SMALL, word)) return { kind: 'small', value: SMALL[word]! };
  if (Object.hasOwn(TENS, word)) return { kind: 'tens', value: TENS[word]!, isGerman: true };
  if (Object.hasOwn(ENGLISH_TENS, word))
    return { kind: 'tens', value: ENGLISH_TENS[word]!, isGerman: false };
  if (Object.hasOwn(TIMES, word)) return { kind: 'times', times: TIMES[word]! };
  if (word === 'hundred' || word === 'hundert') return { kind: 'hundred' };
  if (word === 'thousand' || word === 'tausend') return { kind: 'thousand' };
  if (JOINING.has(word)) return { kind: 'join', adds: word === 'and' || word === 'und' };
  const value = germanCompound(word);
  return value === undefined ? undefined : { kind: 'whole', value };
}

const ONES = 'ein|eins|zwei|zwo|drei|vier|fünf|sechs|sieben|acht|neun';
const COMPOUND = new RegExp(
  `^(?:(?<thousands>.*?)tausend(?:und)?)?` +
    `(?:(?<hundreds>${ONES})?(?<hundred>hundert)(?:und)?)?` +
    `(?:(?<ones>${ONES})und(?<tens>${Object.keys(TENS).join('|')})|(?<rest>.+))?$`,
);

/** "Einundvierzig", "dreihundertzwölf", "viertausendeinhundertelf". */
function germanCompound(word: string): number | undefined {
  if (!/hundert|tausend|und/.test(word)) return undefined;
  const parts = COMPOUND.exec(word)?.groups;
  if (!parts) return undefined;
  const { thousands, hundreds, hundred, ones, tens, rest } = parts;
  const thousand = !word.includes('tausend') ? 0 : thousands ? wholeOf(thousands) : 1;
  const below = tens ? TENS[tens]! + SMALL[ones!]! : rest ? (SMALL[rest] ?? TENS[rest]) : 0;
  if (thousand === undefined || below === undefined) return undefined;
  return thousand * 1000 + (hundred ? (hundreds ? SMALL[hundreds]! : 1) * 100 : 0) + below;
}

const wholeOf = (word: string): number | undefined =>
  SMALL[word] ?? TENS[word] ?? germanCompound(word);
