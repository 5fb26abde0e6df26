import { withoutCardNumbers } from '../numbers/cardNumbers.ts';
import { SPEAKERS, type Speaker } from './line.ts';
import { digitRuns, isJoining, type DigitRun } from './spokenNumbers.ts';

/** The replacement for digits that are not stored. */
export const MASK = '••••';

/** How many lines before one decide whether a number in it was asked for. */
export const LINES_FOR_MASKING = 12;

const CARD =
  /\b(credit|debit|card|visa|mastercard|amex|kreditkarte|karte|kartennummer|kreditkartennummer)/i;
const CARD_NUMBER =
  /\b(card|account) (number|details|info)|\b(card|karten?|kreditkarten?)-?(nummer|daten)|\b(long|sixteen|16)[ -]digits? number|\bsixteen digits|number (on|of|from) (the|your|that) (front|card)|nummer (auf|von|ihrer|der) (der |ihrer )?(kredit)?karte/i;
const CODE =
  /\b(cvv|cvc|csc|cid\b|security (code|number|digits)|card code|verification (code|number)|(code|numbers?|digits) on the back|three digits|three[- ]digit|prüf(nummer|ziffer|zahl)|karten-?prüf|sicherheits(code|nummer|zahl)|dreistellig|(nummer|ziffern|zahlen|code) auf der rückseite)/i;
const SOCIAL =
  /\b(social security|social insurance|ssn\b|sozialversicherung|rentenversicherungsnummer)|\b(my|your|his|her|the|a|full) social\b(?! (media|network|impact|selling|ads?|channels?|teams?|proof|posts?|events?|side|responsib))/i;
const NOT_SOCIAL =
  /\b(order|invoice|tracking|ticket|case|quote|purchase|customer|account|reference|serial|part|phone|mobile|cell|fax|call me|dial|po\b|auftrag|bestell|rechnung|kunden|konto|beleg|sendung|angebot|artikel|serien|vorgang|telefon|handy|mobil|rückruf|vorwahl|anrufen)/i;
const MONEY = /^\s*(dollars?|euros?|bucks|percent|prozent|users?|seats?|units?|[$€£%])/i;
const NINE_DIGITS = /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/;
const SSN = /(?<![\d-])\d{3}[- .]\d{2}[- .]\d{4}(?![\d-])/g;

/** Words of an answer that is nothing but a number. */
const ANSWERING = new Set(
  (
    "it it's its is the that's thats this my number code card sure here goes first last four three " +
    'digits of are be would starts with ends in then for you i have a got we security social es ist ' +
    'die das der lautet nummer meine mein erste letzte ziffern vier drei sind moment bitte gerne ' +
    'gern klar natürlich hier kommt ich hab habe mit endet beginnt'
  ).split(' '),
);
/** Digits that are often other words: alone they are no number. */
const DOUBTFUL = new Set(['o', 'oh', 'ein']);

const NEAR = 2;
const MENTIONED = 6;
const ASKED = 10;
const CONTINUED = 3;
/** "Uh-huh", "okay, go on": such lines end no number. */
const ACKNOWLEDGING_WORDS = 3;

const ANOTHER_QUESTION = /\?|\b(how (many|much|long)|wie ?(viele?|lange)|when|wann)\b/i;

/**
 * The text without card numbers, security codes and social security numbers, in digits or in words.
 * `before` are the lines before it, of anybody, newest last: a number that was asked for is masked
 * in the answer, also where it is said in parts. Rather one number too many than one too few.
 *
 * What nobody asked for is masked in two cases: it passes the check that cards have, or it has nine
 * digits as a US social security number can have them. Those have no check digit, so a nine-digit
 * number stays readable where a word near it says that it is another one, such as an order or a
 * phone number.
 */
export function masked(text: string, before: readonly string[] = []): string {
  const isSensitive = sensitiveIn(text, before);
  const withoutRuns = maskRuns(text, isSensitive);
  return withoutCardNumbers(withoutRuns.replace(SSN, MASK));
}

/** Masks interim words: a number may be incomplete, so none is shown. */
export function maskedOpen(text: string, before: readonly string[] = []): string {
  const isSensitive = sensitiveIn(text, before);
  return maskRuns(text, (run) => run.readings.at(-1)!.length >= 3 || isSensitive(run));
}

/**
 * The texts of a conversation, oldest first, each masked with those before it, and without card
 * numbers that one person said over several lines though nobody asked.
 */
export function maskedTogether(
  lines: readonly { readonly speaker: Speaker; readonly text: string }[],
): string[] {
  const texts = lines.map(({ text }) => text);
  for (const who of SPEAKERS) {
    const own = lines.flatMap(({ speaker }, n) => (speaker === who ? [n] : []));
    const together = maskedAcross(own.map((n) => texts[n]!));
    own.forEach((n, at) => (texts[n] = together[at]!));
  }
  texts.forEach((text, n) => {
    texts[n] = masked(text, texts.slice(Math.max(0, n - LINES_FOR_MASKING), n));
  });
  return texts;
}

const LINE_END = ' \n ';

function maskedAcross(texts: readonly string[]): string[] {
  const joined = texts.join(LINE_END);
  const found = digitRuns(joined).filter(passesAsCard);
  let masked = joined;
  for (const { start, end } of found.toReversed()) {
    const parts = joined.slice(start, end).split(LINE_END);
    masked = masked.slice(0, start) + parts.map(withoutNumber).join(LINE_END) + masked.slice(end);
  }
  return masked.split(LINE_END);
}

/** A line's end of a number without the number, with the full stop. */
const withoutNumber = (part: string): string => part.replace(/^.*[\p{L}\p{N}]/su, MASK);

/** Which numbers of a text must be masked. */
function sensitiveIn(text: string, before: readonly string[]): (run: DigitRun) => boolean {
  const isAnswer = isNothingButNumber(text);
  const { least, most } = limitsOf(text, before);
  const follows = isAnswer && continuesMasked(before);
  return (run) => {
    const { length } = run.readings.at(-1)!;
    if (passesAsCard(run) || isSocialSecurityNumber(run, text, before)) return true;
    if (length >= least) return true;
    if (most !== undefined && length >= 3 && length <= most) return true;
    if (!isAnswer || run.words.every((word) => DOUBTFUL.has(word.toLowerCase()))) return false;
    return follows || isOpen(CARD_NUMBER, before) || isOpen(SOCIAL, before);
  };
}

/**
 * From how many digits on a number is taken for what was asked for. `most`: a number of three
 * digits up to that many, too.
 */
function limitsOf(
  text: string,
  before: readonly string[],
): { readonly least: number; readonly most?: number } {
  const [near, mentioned] = [NEAR, MENTIONED].map((lines) =>
    [...before.slice(-lines), text].join(LINE_END),
  );
  const least = Math.min(
    CARD.test(mentioned!) && wantsNumber(mentioned!) ? 4 : Infinity,
    isOpen(CARD_NUMBER, before) || CARD_NUMBER.test(text) ? 4 : Infinity,
    CODE.test(near!) ? 3 : Infinity,
    SOCIAL.test(mentioned!) || isOpen(SOCIAL, before) ? 3 : Infinity,
  );
  return { least, ...(isOpen(CODE, before) && { most: 4 }) };
}

const wantsNumber = (text: string): boolean =>
  /(\bnumber|nummer|\bdigits|ziffern|\bread\b|\bexpir|gültig|\bvalid\b|\bends? in|\bcharge|\bpay|zahl|belasten)/i.test(
    text,
  );

/** Whether it was asked for a short time ago, and no number has been masked since. */
function isOpen(asked: RegExp, before: readonly string[]): boolean {
  const recent = before.slice(-ASKED);
  const at = recent.findLastIndex((line) => asked.test(line));
  return at >= 0 && !recent.slice(at + 1).some((line) => line.includes(MASK));
}

/** Whether the lines before were the beginning of this number: nothing else was asked since. */
function continuesMasked(before: readonly string[]): boolean {
  const recent = before
    .slice(-ASKED)
    .filter((line) => line.includes(MASK) || line.split(/\s+/).length > ACKNOWLEDGING_WORDS)
    .slice(-CONTINUED);
  const at = recent.findLastIndex((line) => line.includes(MASK));
  return at >= 0 && !recent.slice(at + 1).some((line) => ANOTHER_QUESTION.test(line));
}

function isNothingButNumber(text: string): boolean {
  const runs = digitRuns(text);
  const others = runs
    .toReversed()
    .reduce((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, text);
  const words = others.toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? [];
  return runs.length > 0 && words.every((word) => isJoining(word) || ANSWERING.has(word));
}

/** Cards have 13 to 19 digits, the last of which checks the others. */
const passesAsCard = ({ readings }: DigitRun): boolean =>
  readings.some((digits) => digits.length >= 13 && withoutCardNumbers(digits) !== digits);

/** Nine digits that can be a US social security number, and are not said to be something else. */
function isSocialSecurityNumber(
  { readings, words, start, end, isJoined }: DigitRun,
  text: string,
  before: readonly string[],
): boolean {
  const digits = readings.find((one) => NINE_DIGITS.test(one));
  if (digits === undefined || isJoined) return false;
  const written = text.slice(start, end);
  // Thousands are grouped by three, and phone numbers begin with a zero where social ones rarely do.
  if (/^\d{1,3}([.,]\d{3})+$/.test(written) || digits.startsWith('0')) return false;
  if (words.some((word) => /hundred|thousand|hundert|tausend/i.test(word))) return false;
  if (MONEY.test(text.slice(end)) || /[$€£+#]\s*$/.test(text.slice(0, start))) return false;
  return !NOT_SOCIAL.test([...before.slice(-NEAR), text].join(LINE_END));
}

/** Replaces the runs of digits that must be masked. */
function maskRuns(text: string, isToMask: (run: DigitRun) => boolean): string {
  return digitRuns(text)
    .filter(isToMask)
    .toReversed()
    .reduce((rest, { start, end }) => rest.slice(0, start) + MASK + rest.slice(end), text);
}
