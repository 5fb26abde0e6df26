import type { Language } from '../call/language.ts';
import type { Token } from './words.ts';

/** How many words before what was said a negation can stand. */
const REACH = 6;

// Words of one meaning side by side, as one reads them.
// oxfmt-ignore
const NEGATORS: Record<Language, ReadonlySet<string>> = {
  en: new Set([
    'not', 'never', "don't", "doesn't", "didn't", "won't", "wouldn't", "can't", 'cannot',
    "couldn't", "isn't", "aren't", "wasn't", "weren't", "haven't", "hasn't", "hadn't",
    "shouldn't", "ain't", 'without', 'nobody', 'dont', 'cant', 'wont', 'nor', 'neither',
  ]),
  de: new Set([
    'nicht', 'nie', 'niemals', 'kein', 'keine', 'keinen', 'keinem', 'keiner', 'keines', 'ohne',
    'keineswegs', 'weder', 'niemand', 'nix',
  ]),
};

/** "No plans to cancel", but not "No, I want to cancel": only right before it. */
const NEAR_NEGATORS: Record<Language, ReadonlySet<string>> = {
  en: new Set(['no']),
  de: new Set(['nein']),
};

/** After these a negation reaches into the next clause: "I don't think we want to cancel". */
// Words of one meaning side by side, as one reads them.
// oxfmt-ignore
const RAISING: Record<Language, ReadonlySet<string>> = {
  en: new Set(['think', 'believe', 'say', 'saying', 'said', 'mean', 'suppose', 'guess', 'suggest', 'suggesting', 'looking', 'like', 'plan', 'planning', 'want', 'need', 'trying', 'going']),
  de: new Set(['glaube', 'denke', 'sage', 'sagen', 'meine', 'will', 'wollen', 'möchte', 'möchten', 'dass']),
};

/** Where a new clause begins. */
// Words of one meaning side by side, as one reads them.
// oxfmt-ignore
const SUBJECTS: Record<Language, ReadonlySet<string>> = {
  en: new Set([
    'i', "i'm", "i'll", "i'd", "i've", 'we', "we're", "we'll", "we'd", "we've", 'you', "you're",
    'they', "they're", 'he', 'she', 'it', "it's", "that's", 'but', 'because', 'so', 'or', 'then',
    "let's", 'otherwise',
  ]),
  de: new Set(['ich', 'wir', 'ihr', 'du', 'man', 'wenn', 'wer', 'mir', 'mich', 'sie', 'er', 'es', 'aber', 'sondern', 'weil', 'sonst', 'dann', 'oder', 'denn']),
};

/** A negative question asks for something: "Can't you …", "Why don't we …". */
const ASKS: Record<Language, ReadonlySet<string>> = {
  en: new Set(['you', 'we', 'i', 'there', 'it', 'that', 'somebody', 'someone']),
  de: new Set(['sie', 'ihr', 'du', 'man', 'wir']),
};
// Words of one meaning side by side, as one reads them.
// oxfmt-ignore
const TURNED = new Set([
  "can't", "couldn't", "won't", "wouldn't", "don't", "isn't", "aren't", "shouldn't",
]);

/** After these "no" was an answer: "No ma'am I want your manager". */
// Words of one meaning side by side, as one reads them.
// oxfmt-ignore
const AFTER_AN_ANSWER = new Set(["ma'am", 'sir', 'man', 'thanks', 'thank', 'look', 'listen', 'i', 'we', 'you', 'just', 'get', 'give', 'put', 'let', 'please', 'buddy', 'honey']);

/** What a negation before it is all about: "I don't care, get me your manager". */
// Words of one meaning side by side, as one reads them.
// oxfmt-ignore
const STANDS_ALONE = new Set(['care', 'believe', 'understand', 'mind', 'kidding', 'joking', 'happy', 'fair', 'acceptable', 'okay', 'good', 'satisfied', 'impressed', 'helping', 'listening', 'fixed', 'right', 'matter', 'cool', 'enough', 'working', 'funny']);

/** Whether what stands at these positions is said of something that is not so, or is not wanted. */
export function isNegated(
  tokens: readonly Token[],
  positions: readonly number[],
  language: Language,
): boolean {
  const first = positions[0]!;
  const last = positions.at(-1)!;
  const matched = new Set(positions);
  for (let at = first + 1; at < last; at += 1)
    if (!matched.has(at) && negates(tokens, at, language)) return true;
  if (hasOwnNegator(tokens, positions, language)) return false;
  if (language === 'de' && followedByNot(tokens, last)) return true;
  // "… not with you, I want your manager": what begins with its own subject begins a clause.
  let crossed = SUBJECTS[language].has(tokens[first]!.text) ? 1 : 0;
  let subjectAt = crossed === 1 ? first : 0;
  for (let at = first - 1; at >= Math.max(0, first - REACH); at -= 1) {
    const token = tokens[at]!;
    if (at === first - 1 || at === first - 2)
      if (
        NEAR_NEGATORS[language].has(token.text) &&
        !tokens[at + 1]!.opensClause &&
        !AFTER_AN_ANSWER.has(tokens[at + 1]!.text)
      )
        return true;
    if (negates(tokens, at, language)) {
      if (crossed === 0) return true;
      // The clause that it reaches into begins right after "I don't think", or "not saying that".
      return subjectAt <= at + 3 && RAISING[language].has(tokens[at + 1]?.text ?? '');
    }
    if (tokens[at + 1]!.opensClause) return false;
    if (SUBJECTS[language].has(token.text)) {
      crossed += 1;
      subjectAt = at;
    }
    if (crossed > 1) return false;
  }
  return false;
}

/** The phrase itself says "not": "I'm not happy" is meant as it is said. */
const hasOwnNegator = (
  tokens: readonly Token[],
  positions: readonly number[],
  language: Language,
): boolean => positions.some((at) => NEGATORS[language].has(tokens[at]!.text));

function negates(tokens: readonly Token[], at: number, language: Language): boolean {
  const { text } = tokens[at]!;
  if (!NEGATORS[language].has(text)) return false;
  const next = tokens[at + 1]?.text ?? '';
  // "Not only", "nicht nur".
  if (next === 'only' || next === 'just' || next === 'nur' || next === 'once') return false;
  if (language === 'en' && STANDS_ALONE.has(next) && text !== 'without') return false;
  return !(TURNED.has(text) && ASKS[language].has(next) && language === 'en');
}

/** "Wir kündigen nicht": the negation comes last. */
function followedByNot(tokens: readonly Token[], last: number): boolean {
  for (let at = last + 1; at <= last + 2 && at < tokens.length; at += 1) {
    if (tokens[at]!.opensClause) return false;
    if (tokens[at]!.text === 'nicht') return tokens[at + 1]?.text !== 'nur';
  }
  return false;
}
