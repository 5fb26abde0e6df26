import type { Language } from '../call/language.ts';
import { stemOf, tokensOf, type Token } from './words.ts';

/** What is said, or written down by a recogniser, for other words: so both are the same to a rule. */
// Words of one meaning side by side, as one reads them.
// oxfmt-ignore
const SAID_FOR: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    dont: "don't", doesnt: "doesn't", didnt: "didn't", wont: "won't", cant: "can't", cannot: "can't", isnt: "isn't", arent: "aren't", wasnt: "wasn't", werent: "weren't", wouldnt: "wouldn't", couldnt: "couldn't", shouldnt: "shouldn't", havent: "haven't", hasnt: "hasn't", hadnt: "hadn't", aint: "ain't",
    im: 'i am', ive: 'i have', youre: 'you are', youve: 'you have', youll: 'you will', theyre: 'they are', theyve: 'they have', theyll: 'they will', weve: 'we have', itll: 'it will', thatll: 'that will',
    thats: "that's", whats: "what's", whos: "who's", theres: "there's", heres: "here's", hes: "he's", shes: "she's", wheres: "where's", hows: "how's", lets: "let's",
    gonna: 'going to', wanna: 'want to', gotta: 'got to', hafta: 'have to', hasta: 'has to', tryna: 'trying to', finna: 'going to', lemme: 'let me', gimme: 'give me', dunno: "don't know", kinda: 'kind of', sorta: 'sort of', outta: 'out of', whaddya: 'what do you', gotcha: 'got you', imma: 'i am going to',
    "y'all": 'you', yall: 'you', ya: 'you', u: 'you', ur: 'your', em: 'them', "'em": 'them', cause: 'because', cuz: 'because', cos: 'because', ok: 'okay', til: 'until', till: 'until', aight: 'alright', nothin: 'nothing', somethin: 'something', goin: 'going', doin: 'doing', gettin: 'getting', talkin: 'talking', cancelin: 'cancelling', nuthin: 'nothing',
  },
  de: {
    nich: 'nicht', nit: 'nicht', ned: 'nicht', net: 'nicht', nimmer: 'nicht mehr', hab: 'habe', hob: 'habe', ham: 'haben', is: 'ist', isses: 'ist es', san: 'sind', haste: 'hast du', biste: 'bist du', kannste: 'kannst du', willste: 'willst du', weißte: 'weißt du', gibts: 'gibt es', gehts: 'geht es', wirds: 'wird es', habs: 'habe es', wärs: 'wäre es', wars: 'war es', könnts: 'könnt ihr', hams: 'haben sie',
    gebens: 'geben sie', stellens: 'stellen sie', holens: 'holen sie', verbindens: 'verbinden sie', schickens: 'schicken sie', lassens: 'lassen sie', könnens: 'können sie', könn: 'können', hörens: 'hören sie', schauns: 'schauen sie', rufens: 'rufen sie', sagens: 'sagen sie', haltens: 'halten sie',
    fürs: 'für das', nen: 'einen', ne: 'eine', nem: 'einem', ner: 'einer', mitm: 'mit dem', mim: 'mit dem', ma: 'mal', grad: 'gerade', jetz: 'jetzt', sowas: 'so was', irgendwen: 'jemanden', irgendwer: 'jemand', irgendjemand: 'jemand', irgendjemanden: 'jemanden', irgendjemandem: 'jemandem', okay: 'ok',
    se: 'sie', un: 'und', n: 'ein', et: 'es', wat: 'was', dat: 'das', ick: 'ich', icke: 'ich', ik: 'ich', nüscht: 'nichts', nischt: 'nichts', nüschte: 'nichts', nix: 'nichts', jar: 'gar', jut: 'gut', jib: 'gib', jeben: 'geben', jeht: 'geht', jenuch: 'genug', genuch: 'genug', jekündigt: 'gekündigt', kündje: 'kündige', hömma: 'hör mal', wennst: 'wenn du', wennste: 'wenn du', könnse: 'können sie', hamse: 'haben sie', machense: 'machen sie', wissense: 'wissen sie', sachense: 'sagen sie', hörnse: 'hören sie', gehnse: 'gehen sie', sinse: 'sind sie', kimmt: 'kommt', sehng: 'sehen', mia: 'wir', wa: 'wir', sün: 'sind', au: 'auch', guet: 'gut', nöd: 'nicht', nid: 'nicht', isch: 'ist', han: 'habe', hätt: 'hätte', würd: 'würde', möcht: 'möchte', müsst: 'müsste', sags: 'sage es', streichs: 'streiche es', machs: 'mache es', tragens: 'tragen sie', machens: 'machen sie', nehmens: 'nehmen sie', streichens: 'streichen sie', gengans: 'gehen sie', kommens: 'kommen sie', lassts: 'lasst ihr', holts: 'holt ihr', gebts: 'gebt ihr', machts: 'macht ihr', kriegts: 'kriegt ihr', wers: 'wer es', dazua: 'dazu', gsagt: 'gesagt', gmacht: 'gemacht', kaft: 'gekauft', vastehste: 'verstehst du',
    i: 'ich', mei: 'mein', meim: 'meinem', eana: 'ihnen', eanam: 'ihrem', ois: 'alles', scho: 'schon', wos: 'was', woas: 'weiß', mecht: 'möchte', kriagt: 'gekriegt', fishing: 'phishing', weiss: 'weiß', anfragn: 'anfragen',
  },
};

/** Said while somebody thinks. */
const FILLERS: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(['um', 'uh', 'er', 'erm', 'hmm', 'hm', 'mm', 'mmm', 'uhm', 'ah']),
  de: new Set(['äh', 'ähm', 'öh', 'öhm', 'hm', 'hmm', 'mhm', 'eh']),
};

export const isFiller = (word: string, language: Language): boolean => FILLERS[language].has(word);

const known: Record<Language, Map<string, readonly string[]>> = { en: new Map(), de: new Map() };
const MOST_KNOWN = 50_000;

/** The words that a spoken word stands for: "gonna" for "going to", "we're" for "we are". */
export function spokenFor(word: string, language: Language): readonly string[] {
  const words = known[language];
  const found = words.get(word);
  if (found) return found;
  const read = readSpoken(word, language);
  if (words.size >= MOST_KNOWN) words.clear();
  words.set(word, read);
  return read;
}

function readSpoken(word: string, language: Language): readonly string[] {
  const other = Object.hasOwn(SAID_FOR[language], word) ? SAID_FOR[language][word]! : word;
  if (language === 'en') {
    const [, start, end] = /^(\p{L}+)'(m|re|ll|ve|d)$/u.exec(other) ?? [];
    if (start) return [start, { m: 'am', re: 'are', ll: 'will', ve: 'have', d: 'would' }[end!]!];
    if (other === "let's") return ['let', 'us'];
    const [, subject] = /^(that|it|he|she|there|here|what|who|where|how|this)'s$/.exec(other) ?? [];
    if (subject) return [subject, 'is'];
  } else {
    // "Streich's", and "zwanzich" as many say it.
    const [, start] = /^(\p{L}{2,})'s$/u.exec(other) ?? [];
    if (start) return [...spokenFor(start, language), 'es'];
    if (/[^ä]zich$|ßich$/.test(other)) return [other.replace(/ich$/, 'ig')];
  }
  return other.split(' ');
}

/** A line as rules read it. */
export interface Spoken {
  /** Without fillers, and without what was said twice ("get me get me a manager"). */
  readonly tokens: readonly Token[];
  /** With them, for phrases that look for a filler. */
  readonly withFillers: readonly Token[];
}

/**
 * The newest lines, read: each is looked at with the rule of today and the changed one, by itself,
 * with the line before, and as one of the lines before.
 */
const recent: Record<Language, Map<string, Spoken>> = { en: new Map(), de: new Map() };
const MOST_RECENT = 32;

export function spokenOf(text: string, language: Language): Spoken {
  const lines = recent[language];
  const there = lines.get(text);
  if (there) return there;
  const spoken = readLine(text, language);
  if (lines.size >= MOST_RECENT) lines.delete(lines.keys().next().value!);
  lines.set(text, spoken);
  return spoken;
}

function readLine(text: string, language: Language): Spoken {
  const withFillers = joinSpelled(tokensOf(text, language), language).flatMap((token) => {
    const words = spokenFor(token.text, language);
    if (words.length === 1 && words[0] === token.text) return [token];
    return words.map((word, n) => ({
      ...token,
      text: word,
      stem: stemOf(word, language),
      opensClause: n === 0 && token.opensClause,
    }));
  });
  const tokens: Token[] = [];
  for (const token of withFillers) {
    if (isFiller(token.text, language)) continue;
    tokens.push(token);
    for (let size = 1; size <= 3; size += 1)
      if (isRepeated(tokens, size)) {
        tokens.length -= size;
        break;
      }
  }
  return { tokens, withFillers };
}

/** Whether the last `size` words are those before them once more. Numbers are meant twice. */
function isRepeated(tokens: readonly Token[], size: number): boolean {
  const from = tokens.length - size;
  if (from < size) return false;
  for (let at = from; at < tokens.length; at += 1) {
    const { text } = tokens[at]!;
    if (text !== tokens[at - size]!.text || /^\d/.test(text)) return false;
  }
  return true;
}

/** "C F P B" is "cfpb". */
function joinSpelled(tokens: readonly Token[], language: Language): readonly Token[] {
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    let end = at;
    while (
      end < tokens.length &&
      isLetter(tokens[end]!) &&
      (end === at || !tokens[end]!.opensClause)
    )
      end += 1;
    const letters = tokens.slice(at, end);
    if (letters.length < 2 || letters.every(({ text }) => text === 'i' || text === 'a')) {
      joined.push(tokens[at]!);
      continue;
    }
    const text = letters.map((one) => one.text).join('');
    joined.push({ ...letters[0]!, text, stem: stemOf(text, language), to: letters.at(-1)!.to });
    at = end - 1;
  }
  return joined;
}

const isLetter = ({ text }: Token): boolean => /^\p{L}$/u.test(text);
