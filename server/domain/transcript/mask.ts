import { withoutCardNumbers } from '../numbers/cardNumbers.ts';

/** The replacement for digits that are not stored. */
export const MASK = '••••';

// prettier-ignore
const DIGIT_WORDS: Readonly<Record<string, string>> = {
  zero: '0', oh: '0', o: '0', one: '1', two: '2', three: '3', four: '4', five: '5', six: '6',
  seven: '7', eight: '8', nine: '9', null: '0', eins: '1', ein: '1', zwei: '2', zwo: '2',
  drei: '3', vier: '4', fünf: '5', sechs: '6', sieben: '7', acht: '8', neun: '9',
};

// prettier-ignore
const TEENS: Readonly<Record<string, string>> = {
  ten: '10', eleven: '11', twelve: '12', thirteen: '13', fourteen: '14', fifteen: '15',
  sixteen: '16', seventeen: '17', eighteen: '18', nineteen: '19', twenty: '20', thirty: '30',
  forty: '40', fifty: '50', sixty: '60', seventy: '70', eighty: '80', ninety: '90',
  zehn: '10', elf: '11', zwölf: '12', zwanzig: '20', dreißig: '30', vierzig: '40', fünfzig: '50',
  sechzig: '60', siebzig: '70', achtzig: '80', neunzig: '90',
};

const CARD =
  /\b(credit|debit|card|visa|mastercard|amex|kreditkarte|karte|kartennummer|kreditkartennummer)/i;
const CODE =
  /\b(cvv|cvc|cvc2|csc|cid|security code|card code|verification (code|number)|(code|number|digits) on the back|three digits|three[- ]digit|prüfnummer|prüfziffer|kartenprüfnummer|sicherheitscode|sicherheitsnummer|dreistellige)/i;
const SOCIAL =
  /\b(social security|social insurance|ssn|sozialversicherungsnummer|sozialversicherung|rentenversicherungsnummer)/i;
const SSN = /(?<![\d-])\d{3}[- .]\d{2}[- .]\d{4}(?![\d-])/g;

/** The least digits that are taken for part of what was asked for. */
const FEW = { card: 4, code: 3, social: 4 } as const;

/**
 * The text without card numbers, security codes and social security numbers, in digits or spelled
 * out. `before` are the lines before it, of anybody, newest last: a number that was asked for is
 * masked in the answer, and a card number also where it is said in parts. Rather one number too
 * many than one too few.
 */
export function masked(text: string, before: readonly string[] = []): string {
  const context = [...before.slice(-CONTEXT_LINES), text].join(' \n ');
  const recent = [...before.slice(-2), text].join(' \n ');
  const least = Math.min(
    CARD.test(context) && wantsNumber(context) ? FEW.card : Infinity,
    CODE.test(recent) ? FEW.code : Infinity,
    SOCIAL.test(context) ? FEW.social : Infinity,
  );
  const withoutRuns = maskRuns(text, (digits) => digits.length >= least || isSecret(digits));
  return withoutCardNumbers(withoutRuns.replace(SSN, MASK));
}

/** Masks interim words: a number may be incomplete, so none is shown. */
export const maskedOpen = (text: string): string => maskRuns(text, (digits) => digits.length >= 3);

const CONTEXT_LINES = 6;

const wantsNumber = (text: string): boolean =>
  /\b(number|nummer|digits|ziffern|read|expir|gültig|valid|ends? in|charge|pay|zahl|belasten)/i.test(
    text,
  );

/**
 * A run that passes the check that cards have, or has the nine digits of a US social security
 * number.
 */
const isSecret = (digits: string): boolean =>
  digits.length >= 13 && withoutCardNumbers(digits) !== digits;

/** Finds runs of digits, however they are written, and masks those that must be masked. */
function maskRuns(text: string, isToMask: (digits: string) => boolean): string {
  const words = [...text.matchAll(/[\p{L}\p{N}'’]+/gu)];
  let masked = '';
  let done = 0;
  let run: { readonly start: number; end: number; digits: string } | undefined;
  const close = (): void => {
    if (run && isToMask(run.digits)) {
      masked += text.slice(done, run.start) + MASK;
      done = run.end;
    }
    run = undefined;
  };
  for (const word of words) {
    const digits = digitsOf(word[0]);
    const gap = run ? text.slice(run.end, word.index) : '';
    if (digits !== undefined && run && /^[\s,.–-]*$/.test(gap)) {
      run.end = word.index + word[0].length;
      run.digits += digits;
    } else {
      close();
      if (digits !== undefined)
        run = { start: word.index, end: word.index + word[0].length, digits };
    }
  }
  close();
  return masked + text.slice(done);
}

function digitsOf(word: string): string | undefined {
  if (/^\d+$/.test(word)) return word;
  const lower = word.toLowerCase();
  return DIGIT_WORDS[lower] ?? TEENS[lower];
}
