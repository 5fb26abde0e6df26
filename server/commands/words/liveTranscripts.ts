import type { Call } from '../../domain/call/call.ts';
import {
  finish,
  NEW_TRACK,
  receive,
  type ClosedWords,
  type Track,
} from '../../domain/transcript/assemble.ts';
import { inOrder, type TranscriptLine } from '../../domain/transcript/line.ts';
import {
  LINES_FOR_MASKING,
  masked,
  maskedOpen,
  maskedTogether,
} from '../../domain/transcript/mask.ts';
import { speakerOn, type TranscribedLeg } from '../../domain/transcript/transcribed.ts';
import type {
  WordsNews,
  WordsNewsChannel,
  Log,
  ReportedWords,
  StoredLine,
  TranscribedLegs,
  Transcripts,
} from '../../ports/index.ts';

export interface LiveTranscriptsDeps {
  readonly transcripts: Pick<Transcripts, 'add' | 'mask' | 'of'>;
  readonly legs: Pick<TranscribedLegs, 'failed'>;
  readonly news: WordsNewsChannel;
  /** The call as it is now; undefined for one that is not known. */
  readonly callOf: (callId: string) => Promise<Call | undefined>;
  readonly log: Log;
  /** Hears each new line and what is being said; `isOwn`: this instance took the report. */
  readonly onNews: (news: WordsNews, isOwn: boolean) => void;
}

/** The transcripts of this instance's calls, in memory; the database has every finished line. */
export interface LiveTranscripts {
  /** Takes a report of the carrier. */
  hear(said: ReportedWords): Promise<void>;
  /** All lines of a call so far, in order. */
  of(callId: string): Promise<readonly TranscriptLine[]>;
  /** Those that are in memory. */
  known(callId: string): readonly TranscriptLine[];
  /** When the newest words of a sentence that is still being said were reported, if one is. */
  speaksUntil(callId: string): string | undefined;
  forget(callId: string): void;
  /** Forgets what is said on calls that are over: the database has it, as long as it may be kept. */
  retainOnly(isOpen: (callId: string) => boolean): void;
  close(): void;
}

interface Kept {
  readonly loaded: Promise<void>;
  readonly lines: Map<string, TranscriptLine>;
  ordered?: readonly TranscriptLine[];
  readonly tracks: Map<string, Track>;
  /** Transcriptions that were heard while nothing may be kept: their next line is not kept either. */
  readonly tainted: Set<string>;
  /** Lines that the database has yet to mask, by id. */
  readonly toMask: Map<string, TranscriptLine>;
  /** Of a sentence that is being said. */
  speaksUntil?: string;
}

export function createLiveTranscripts(deps: LiveTranscriptsDeps): LiveTranscripts {
  const { transcripts, news, log } = deps;
  const calls = new Map<string, Kept>();

  function keptOf(callId: string, toMask = new Map<string, TranscriptLine>()): Kept {
    const known = calls.get(callId);
    if (known) return known;
    const kept: Kept = {
      lines: new Map(),
      tracks: new Map(),
      tainted: new Set(),
      toMask,
      loaded: transcripts.of(callId).then(
        (lines) => [...lines, ...toMask.values()].forEach((line) => put(kept, line)),
        (fault: Error) => log.warn({ callId, fault: fault.message }, 'transcript not read'),
      ),
    };
    calls.set(callId, kept);
    return kept;
  }

  function put(kept: Kept, line: TranscriptLine): void {
    kept.lines.set(line.lineId, line);
    kept.ordered = undefined;
  }

  const ordered = (kept: Kept): readonly TranscriptLine[] =>
    (kept.ordered ??= inOrder([...kept.lines.values()]));

  async function close(
    call: Call,
    leg: TranscribedLeg,
    { transcriptionId, closed }: { readonly transcriptionId: string; readonly closed: ClosedWords },
  ): Promise<void> {
    const kept = keptOf(call.callId);
    const { callId, orgId } = call;
    const said: TranscriptLine = {
      lineId: `${transcriptionId}:${closed.sequence}`,
      speaker: leg.speaker,
      ...(leg.userId && { userId: leg.userId }),
      text: closed.text,
      startedAt: closed.startedAt,
      endedAt: closed.endedAt,
    };
    const around = maskedAround(kept, said);
    const line = { ...said, text: masked(around.text, textsBefore(kept, closed.endedAt)) };
    const { sequence, isGuess } = closed;
    const stored: StoredLine = { ...line, transcriptionId, sequence, ...(isGuess && { isGuess }) };
    for (const other of around.others) {
      put(kept, other);
      kept.toMask.set(other.lineId, other);
      tell({ about: 'masked', orgId, callId, line: other });
    }
    await maskStored(callId, kept);
    if (!(await transcripts.add(call, stored))) return;
    put(kept, line);
    tell({ about: 'line', orgId, callId, line });
  }

  /** A call is forgotten only once the database has masked all of its lines. */
  function forget(callId: string): void {
    const kept = calls.get(callId);
    if (!kept || kept.toMask.size === 0) return void calls.delete(callId);
    void maskStored(callId, kept).then(() => {
      if (kept.toMask.size === 0 && calls.get(callId) === kept) calls.delete(callId);
    });
  }

  /** Masks lines in the database; after a fault again with the next report, or after the end. */
  async function maskStored(callId: string, kept: Kept): Promise<void> {
    const lines = [...kept.toMask.values()];
    if (lines.length === 0) return;
    try {
      await transcripts.mask(callId, lines);
      for (const line of lines)
        if (kept.toMask.get(line.lineId) === line) kept.toMask.delete(line.lineId);
    } catch (fault) {
      log.warn({ callId, fault: String(fault) }, 'lines not masked yet');
    }
  }

  /**
   * The text of a new line, and the lines around it that must be masked because of it: the last part
   * shows that a number is secret, and a question may be reported after its answer. The lines before
   * those only say what numbers in them are.
   */
  function maskedAround(
    kept: Kept,
    newest: TranscriptLine,
  ): { readonly text: string; readonly others: readonly TranscriptLine[] } {
    const lines = inOrder([...ordered(kept), newest]);
    const at = lines.indexOf(newest);
    const first = Math.max(0, at - LINES_FOR_MASKING);
    const firstOfContext = Math.max(0, first - LINES_FOR_MASKING);
    const texts = maskedTogether(lines.slice(firstOfContext, at + LINES_FOR_MASKING));
    const others = texts.flatMap((text, n) => {
      const place = firstOfContext + n;
      const line = lines[place]!;
      return place < first || line === newest || line.text === text ? [] : [{ ...line, text }];
    });
    return { text: texts[at - firstOfContext]!, others };
  }

  /** What was said before this time, as far as it decides what is masked. */
  const textsBefore = (kept: Kept, at: string): string[] => {
    const finished = ordered(kept).filter(({ startedAt }) => startedAt < at);
    const open = [...kept.tracks.values()].flatMap((track) =>
      track.open && track.open.startedAt < at ? [track.open.text] : [],
    );
    return [...finished.slice(-LINES_FOR_MASKING).map(({ text }) => text), ...open];
  };

  /** What the person said last is kept also when this cannot be written. */
  const markFailed = ({ callId, connectionId, transcriptionId }: ReportedWords): Promise<void> =>
    deps.legs
      .failed(connectionId, transcriptionId)
      .catch((fault: unknown) =>
        log.warn({ callId, fault: String(fault) }, 'transcription not marked as failed'),
      );

  function tell(one: WordsNews): void {
    news.publish(one);
    deps.onNews(one, true);
  }

  const unsubscribe = news.subscribe({
    onNews(one) {
      if ((one.about === 'line' || one.about === 'masked') && calls.has(one.callId))
        put(keptOf(one.callId), one.line);
      if (one.about === 'now' && calls.has(one.callId)) keptOf(one.callId).speaksUntil = one.at;
      deps.onNews(one, false);
    },
    // It is read again when needed; unfinished lines continue with the next report.
    onGap() {
      const before = [...calls];
      calls.clear();
      for (const [callId, { toMask }] of before) if (toMask.size > 0) keptOf(callId, toMask);
    },
  });

  return {
    async hear(said) {
      const call = await deps.callOf(said.callId);
      if (!call) return;
      const kept = keptOf(call.callId);
      await kept.loaded;
      await maskStored(call.callId, kept);
      const { transcriptionId } = said;
      if (said.kind !== 'words') await markFailed(said);
      const leg = call.transcribes ? speakerOn(call, said.connectionId) : undefined;
      if (said.kind === 'failed')
        log.warn({ callId: call.callId, problem: said.problem }, 'transcription failed');
      if (!leg) {
        kept.tracks.delete(transcriptionId);
        kept.tainted.add(transcriptionId);
        return;
      }
      const track = kept.tracks.get(transcriptionId) ?? NEW_TRACK;
      const received = said.kind === 'words' ? receive(track, said.piece) : finish(track);
      kept.tracks.set(transcriptionId, received.track);
      if (kept.tainted.has(transcriptionId)) {
        if (received.closed.length > 0) kept.tainted.delete(transcriptionId);
        return;
      }
      for (const closed of received.closed) await close(call, leg, { transcriptionId, closed });
      if (received.open) {
        const { startedAt, at } = received.open;
        kept.speaksUntil = at;
        const text = maskedOpen(received.open.text, textsBefore(kept, startedAt));
        tell({
          about: 'now',
          orgId: call.orgId,
          callId: call.callId,
          now: { speaker: leg.speaker, text, startedAt },
          at,
        });
      }
    },
    async of(callId) {
      const kept = keptOf(callId);
      await kept.loaded;
      return ordered(kept);
    },
    known: (callId) => {
      const kept = calls.get(callId);
      return kept ? ordered(kept) : [];
    },
    speaksUntil: (callId) => calls.get(callId)?.speaksUntil,
    forget,
    retainOnly(isOpen) {
      for (const callId of [...calls.keys()]) if (!isOpen(callId)) forget(callId);
    },
    close: unsubscribe,
  };
}
