import { takesCall, isHeardByCustomer, type Mode } from '../call/modes.ts';
import { SHIPPED_VOCABULARY } from './shipped.ts';
import { inBestLanguage, type Script, type ScriptKind, type Vocabulary } from './vocabulary.ts';

/** What a supervisor can say in a mode, in this order. */
const OPENING: readonly ScriptKind[] = [
  'introduction',
  'disclosure',
  'role_clarifying',
  'solidarity',
];
const CLOSING: readonly ScriptKind[] = ['hand_back'];

/**
 * The texts with which a supervisor begins to be heard in a mode; empty where the customer does not
 * hear them. `languages`: the customer's first, and those to fall back on.
 */
export const openingOf = (
  vocabulary: Vocabulary,
  mode: Mode,
  languages: readonly string[],
): string[] => (isHeardByCustomer(mode) ? textsOf(vocabulary, OPENING, mode, languages) : []);

/** The texts with which a supervisor hands the call back. */
export const closingOf = (
  vocabulary: Vocabulary,
  mode: Mode,
  languages: readonly string[],
): string[] => textsOf(vocabulary, CLOSING, mode, languages);

const textsOf = (
  vocabulary: Vocabulary,
  kinds: readonly ScriptKind[],
  mode: Mode,
  languages: readonly string[],
): string[] =>
  kinds.flatMap((kind) => {
    const own = fitting(vocabulary.scripts, kind, mode);
    // An org that has written one has said what is shown, also by retiring it.
    const written = own.length > 0 ? own : fitting(SHIPPED_VOCABULARY.scripts, kind, mode);
    return inBestLanguage(written, languages).map(({ text }) => text);
  });

/**
 * Those for the mode itself, else those for no mode in particular. Of a takeover the customer is
 * told, and not asked: to open it, only what was written for it fits.
 */
function fitting(scripts: readonly Script[], kind: ScriptKind, mode: Mode): Script[] {
  const ofKind = scripts.filter((script) => script.kind === kind);
  const forMode = ofKind.filter((script) => script.mode === mode);
  if (forMode.length > 0 || (takesCall(mode) && OPENING.includes(kind))) return forMode;
  return ofKind.filter((script) => script.mode === undefined);
}
