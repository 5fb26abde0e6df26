import type { Call, ModeChange } from '../../domain/call/call.ts';
import type { Mode } from '../../domain/call/modes.ts';
import type { Notice } from '../../domain/call/notice.ts';
import { othersOnCall } from '../../domain/call/others.ts';
import { readableNumber } from '../../domain/numbers/readable.ts';
import { fill, languageOf, readerOf, TEXTS } from '../../domain/texts/texts.ts';
import { SHIPPED_VOCABULARY } from '../../domain/vocabulary/shipped.ts';
import { labelIn, type Vocabulary } from '../../domain/vocabulary/vocabulary.ts';
import { timeIn } from './localTime.ts';
import type { Owner } from './owners.ts';

/** The words and times of a record in its owner's language and time zone. */
export function wordsFor(
  { locale, region, zone }: Owner,
  { reasons, outcomes }: Pick<Vocabulary, 'reasons' | 'outcomes'> = SHIPPED_VOCABULARY,
) {
  const language = languageOf(locale);
  const { written, modes, dispositions } = TEXTS[language];
  return {
    written,
    dispositions,
    mode: (mode: Mode): string => modes[mode],
    reason: (code: string): string => labelIn(reasons, code, locale),
    outcome: (code: string): string => labelIn(outcomes, code, locale),
    time: (at: string): string => timeIn(at, zone, readerOf({ locale, region })),
  };
}
export type Words = ReturnType<typeof wordsFor>;

/** One mode of an intervention, with its begin. */
export const historyLine = ({ mode, at, reasonCode }: ModeChange, words: Words): string =>
  `${words.time(at)}  ${words.mode(mode)}${reasonCode ? ` – ${words.reason(reasonCode)}` : ''}`;

/** One notice to the rep, and when the rep acknowledged it. */
export const noticeLine = ({ mode, at, acknowledgedAt }: Notice, words: Words): string =>
  `${words.time(at)}  ${
    acknowledgedAt
      ? fill(words.written.noticeSeen, {
          mode: words.mode(mode),
          time: words.time(acknowledgedAt),
        })
      : words.mode(mode)
  }`;

/** The lines of a description that say who else was on the call; none if there is no one. */
export function otherLines(
  call: Call,
  { from, until }: { readonly from: string; readonly until: string },
  { written, time }: Words,
): string[] {
  const others = othersOnCall(call, from, until);
  if (others.length === 0) return [];
  return [
    written.others,
    ...others.map(
      (other) =>
        `  ${fill(written.other, {
          name: readableNumber(other.name, call.rep.place?.country),
          kind: written.otherKinds[other.kind],
          from: time(other.from),
          until: time(other.until),
        })}`,
    ),
  ];
}

/** The moments that the rep flagged to come back to; no lines if there are none. */
export function momentLines({ moments = [] }: Call, { written, time }: Words): string[] {
  if (moments.length === 0) return [];
  return [
    written.flagged,
    ...moments.map(({ at, note }) => `  ${time(at)}${note ? `  ${note}` : ''}`),
  ];
}
