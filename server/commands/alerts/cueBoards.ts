import { callFacts } from '../../domain/alerts/callFacts.ts';
import type { Cue } from '../../domain/alerts/cue.ts';
import {
  createCueReader,
  EMPTY_BOARD,
  type CueBoard,
  type CueContext,
  type CueReader,
} from '../../domain/alerts/cueBoard.ts';
import type { Call } from '../../domain/call/call.ts';
import type { TranscriptLine } from '../../domain/transcript/line.ts';
import { forgetOthers } from '../words/forgetOthers.ts';

export interface CueBoardDeps {
  /** The cues of an org, from memory. Changed cues come as a different array. */
  readonly cuesOf: (orgId: string) => readonly Cue[];
  /** All lines of a call so far. */
  readonly linesOf: (call: Call) => Promise<readonly TranscriptLine[]>;
}

/**
 * The cards that reps are shown. They depend on the lines alone, so every instance computes the
 * same.
 */
export interface CueBoards {
  readerOf(orgId: string): CueReader;
  of(call: Call): Promise<CueBoard>;
  /** Whether the newest line changed what is shown. */
  follow(call: Call, line: TranscriptLine): Promise<boolean>;
  retainOnly(isOpen: (callId: string) => boolean): void;
}

interface Kept {
  readonly reader: CueReader;
  board: Promise<CueBoard>;
}

export function createCueBoards({ cuesOf, linesOf }: CueBoardDeps): CueBoards {
  const readers = new Map<string, CueReader>();
  const kept = new Map<string, Kept>();

  function readerOf(orgId: string): CueReader {
    const cues = cuesOf(orgId);
    const known = readers.get(orgId);
    if (known?.cues === cues) return known;
    const reader = createCueReader(cues);
    readers.set(orgId, reader);
    return reader;
  }

  /** Its board by today's cues, read from all its lines where it is not known by these. */
  function keptOf(call: Call): Kept {
    const reader = readerOf(call.orgId);
    const there = kept.get(call.callId);
    if (there?.reader === reader) return there;
    const board = linesOf(call).then((lines) =>
      lines.reduce(
        (before, line, n) => reader.onLine(before, lines.slice(0, n), line, contextOf(call)),
        EMPTY_BOARD,
      ),
    );
    const fresh = { reader, board };
    kept.set(call.callId, fresh);
    board.catch(() => kept.delete(call.callId));
    return fresh;
  }

  return {
    readerOf,
    of: (call) => keptOf(call).board,
    async follow(call, line) {
      const there = kept.get(call.callId);
      const one = keptOf(call);
      // The lines read from storage already include this one.
      if (one !== there) return (await one.board) !== EMPTY_BOARD;
      const before = await one.board;
      const lines = await linesOf(call);
      one.board = one.board.then((board) => one.reader.onLine(board, lines, line, contextOf(call)));
      return (await one.board) !== before;
    },
    retainOnly: (isOpen) => forgetOthers(kept, isOpen),
  };
}

const contextOf = (call: Call): CueContext => {
  const { language, queueIds, stage } = callFacts(call);
  return { language, direction: call.direction, queueIds, stage };
};
