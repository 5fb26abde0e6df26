import { isHeardByRepOnly, isSilent, type Mode } from '../call/modes.ts';
import { inOrder, type TranscriptLine } from './line.ts';

/** A line that says again, after somebody joined, what the same person had said before. */
export interface Repeat {
  readonly lineId: string;
  /** The line that said it first. */
  readonly ofLineId: string;
}

/** When the customer first heard a supervisor; undefined if they never did. */
export const firstHeardAt = (
  modes: readonly { readonly mode: Mode; readonly at: string }[],
): string | undefined => modes.find(({ mode }) => !isSilent(mode) && !isHeardByRepOnly(mode))?.at;

/** Later repetitions have another cause than the join. */
const WITHIN_MS = 5 * 60_000;
/** So many words of weight must be the same, and so much of the shorter line. */
const SHARED_WORDS = 3;
const SHARED_PART = 0.6;

/**
 * What customer or rep said again within five minutes after somebody joined: the same question, the
 * same explanation (V30). By the words of weight that two lines of one person have in common. What
 * the supervisor asked is in no transcript.
 */
export function repeatsAfter(lines: readonly TranscriptLine[], joinedAt: string): Repeat[] {
  const until = Date.parse(joinedAt) + WITHIN_MS;
  const ordered = inOrder(lines).map((line) => ({ line, words: weightyWords(line.text) }));
  const before = ordered.filter(({ line }) => line.startedAt < joinedAt);
  return ordered
    .filter(({ line }) => line.startedAt >= joinedAt && Date.parse(line.startedAt) <= until)
    .flatMap(({ line, words }) => {
      const first = before.find(
        (one) => one.line.speaker === line.speaker && isSaidAgain(one.words, words),
      );
      return first ? [{ lineId: line.lineId, ofLineId: first.line.lineId }] : [];
    });
}

function isSaidAgain(first: ReadonlySet<string>, again: ReadonlySet<string>): boolean {
  const shared = [...again].filter((word) => first.has(word)).length;
  return shared >= SHARED_WORDS && shared >= SHARED_PART * Math.min(first.size, again.size);
}

/** Numbers and words of four letters or more, without those that every sentence has. */
const weightyWords = (text: string): ReadonlySet<string> =>
  new Set(
    (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter(
      (word) => /\p{N}/u.test(word) || (word.length > 3 && !EVERYDAY.has(word)),
    ),
  );

const EVERYDAY: ReadonlySet<string> = new Set(
  (
    'about after again also been before being could does doing don from going good have here ' +
    'into just know like look make maybe more much need okay only over really right said same ' +
    'some sure take than thank thanks that their them then there these they thing think this ' +
    'those time very want well were what when where which will with would yeah your ' +
    'aber alle also auch bitte damit danke dann dass dein denn diese dieser doch eine einem einen ' +
    'einer etwas ganz genau gibt haben habe hatte hier ihnen ihre immer jetzt kann können könnte ' +
    'machen mehr mein mich möchte muss nein nicht noch nämlich oder okay schon sehr sich sind ' +
    'sollte über unter viel wann warum weil wenn werden wieder wird wirklich wollen würde'
  ).split(' '),
);
