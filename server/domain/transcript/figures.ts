import { inOrder, SPEAKERS, type Speaker, type TranscriptLine } from './line.ts';

/** The numbers of a conversation so far. Durations in milliseconds, shares from 0 to 1. */
export interface TalkFigures {
  readonly talkMs: Readonly<Record<Speaker, number>>;
  /** The share of speaking time; undefined before anybody spoke. */
  readonly share?: Readonly<Record<Speaker, number>>;
  /** The current or last turn. A word of agreement by the other person does not end it. */
  readonly turn?: { readonly speaker: Speaker; readonly ms: number; readonly lineId: string };
  /** How long nobody has spoken. */
  readonly silenceMs: number;
  /** How long both spoke at once within the last minute. */
  readonly crosstalkMs: number;
}

const CROSSTALK_WINDOW_MS = 60_000;
/** "Right", "mm-hm", "I see". */
const BACKCHANNEL_WORDS = 2;

/** `now` in ISO 8601. Lines need not be in order. */
export function figuresOf(lines: readonly TranscriptLine[], now: string): TalkFigures {
  const ordered = inOrder(lines);
  const nowMs = Date.parse(now);
  const talkMs = { customer: 0, rep: 0 };
  for (const line of ordered) talkMs[line.speaker] += durationOf(line);
  const all = talkMs.customer + talkMs.rep;
  const lastEnd = ordered.reduce((last, { endedAt }) => Math.max(last, Date.parse(endedAt)), 0);
  return {
    talkMs,
    ...(all > 0 && { share: { customer: talkMs.customer / all, rep: talkMs.rep / all } }),
    ...turnOf(ordered),
    silenceMs: lastEnd === 0 ? 0 : Math.max(0, nowMs - lastEnd),
    crosstalkMs: crosstalk(ordered, nowMs - CROSSTALK_WINDOW_MS),
  };
}

/** The lines of the last `ms`, in order: what somebody who joins now has missed. */
export const since = (
  lines: readonly TranscriptLine[],
  now: string,
  ms: number,
): TranscriptLine[] =>
  inOrder(lines).filter(({ endedAt }) => Date.parse(endedAt) > Date.parse(now) - ms);

const durationOf = ({ startedAt, endedAt }: TranscriptLine): number =>
  Math.max(0, Date.parse(endedAt) - Date.parse(startedAt));

function turnOf(ordered: readonly TranscriptLine[]): Pick<TalkFigures, 'turn'> {
  const last = ordered.findLast(({ text }) => !isBackchannel(text));
  if (!last) return {};
  let first = last;
  for (const line of ordered.toReversed()) {
    if (line.speaker !== last.speaker) {
      if (isBackchannel(line.text)) continue;
      break;
    }
    first = line;
  }
  return {
    turn: {
      speaker: last.speaker,
      ms: Date.parse(last.endedAt) - Date.parse(first.startedAt),
      lineId: first.lineId,
    },
  };
}

const isBackchannel = (text: string): boolean => text.split(/\s+/).length <= BACKCHANNEL_WORDS;

function crosstalk(ordered: readonly TranscriptLine[], fromMs: number): number {
  const [one, other] = SPEAKERS.map((who) =>
    ordered
      .filter(({ speaker, endedAt }) => speaker === who && Date.parse(endedAt) > fromMs)
      .map(({ startedAt, endedAt }) => [
        Math.max(fromMs, Date.parse(startedAt)),
        Date.parse(endedAt),
      ]),
  );
  return one!.reduce(
    (sum, [start, end]) =>
      sum +
      other!.reduce(
        (both, [from, until]) =>
          both + Math.max(0, Math.min(end!, until!) - Math.max(start!, from!)),
        0,
      ),
    0,
  );
}
