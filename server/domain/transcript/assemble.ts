import { spokenMs, type TranscriptPiece } from './line.ts';

/** Words that are being said: each report replaces the one before. */
interface OpenWords {
  /** Of its first report. */
  readonly from: number;
  /** Of its latest report. */
  readonly sequence: number;
  readonly text: string;
  readonly startedAt: string;
  readonly at: string;
}

/** The state of one transcription: at most one open sentence, and the finished ones. */
export interface Track {
  readonly open?: OpenWords;
  /** The sequences of finals that were taken, newest last; bounded. */
  readonly taken: readonly number[];
  readonly lastFinal: number;
}

/** A finished sentence. `isGuess`: its end was lost, and the last partial is used instead. */
export interface ClosedWords {
  readonly sequence: number;
  readonly text: string;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly isGuess?: true;
}

export interface Received {
  readonly track: Track;
  readonly closed: readonly ClosedWords[];
  /** The words to show as being said now; undefined when nothing changed. */
  readonly open?: OpenWords;
}

export const NEW_TRACK: Track = { taken: [], lastFinal: 0 };

const REMEMBERED = 200;

/**
 * Takes one report. They may come late, twice, in any order, or not at all: a partial that is older
 * than what is known changes nothing, a final counts once, a late final becomes a line of its own
 * time, and where a final was lost the last partial stands for it.
 */
export function receive(track: Track, piece: TranscriptPiece): Received {
  return piece.isFinal ? receiveFinal(track, piece) : receivePartial(track, piece);
}

/** The transcription has ended: what is open is closed as it was last heard. */
export const finish = (track: Track): Received => ({
  track: { ...track, open: undefined },
  closed: track.open ? [guessOf(track.open)] : [],
});

function receiveFinal(track: Track, { sequence, text, at }: TranscriptPiece): Received {
  if (track.taken.includes(sequence) || text.trim() === '') return { track, closed: [] };
  const { open } = track;
  const endsOpen = open !== undefined && open.from < sequence;
  return {
    track: {
      taken: [...track.taken, sequence].slice(-REMEMBERED),
      lastFinal: Math.max(track.lastFinal, sequence),
      ...(open && !(endsOpen && open.sequence < sequence) && { open }),
    },
    closed: [
      {
        sequence,
        text: text.trim(),
        startedAt: endsOpen && open.sequence < sequence ? open.startedAt : before(at, text),
        endedAt: at,
      },
    ],
  };
}

function receivePartial(track: Track, { sequence, text, at }: TranscriptPiece): Received {
  const { open } = track;
  if (sequence <= track.lastFinal || (open && sequence <= open.sequence) || text.trim() === '')
    return { track, closed: [] };
  const isSame = open !== undefined && continues(open.text, text);
  const next: OpenWords = {
    from: isSame ? open.from : sequence,
    sequence,
    text: text.trim(),
    startedAt: isSame ? open.startedAt : before(at, text),
    at,
  };
  return {
    track: { ...track, open: next },
    closed: open && !isSame ? [guessOf(open)] : [],
    open: next,
  };
}

const guessOf = ({ sequence, text, startedAt, at }: OpenWords): ClosedWords => ({
  sequence,
  text,
  startedAt,
  endedAt: at,
  isGuess: true,
});

/** A recognizer corrects words, and rarely begins anew with far fewer and others. */
function continues(was: string, is: string): boolean {
  const [before, now] = [was, is].map((text) => text.toLowerCase().split(/\s+/));
  return now!.length * 2 >= before!.length || before![0] === now![0];
}

const before = (at: string, text: string): string =>
  new Date(Date.parse(at) - spokenMs(text)).toISOString();
