import type { Call } from '../../domain/call/call.ts';
import {
  finish,
  NEW_TRACK,
  receive,
  type ClosedWords,
  type Track,
} from '../../domain/transcript/assemble.ts';
import { inOrder, type TranscriptLine } from '../../domain/transcript/line.ts';
import { masked, maskedOpen } from '../../domain/transcript/mask.ts';
import { speakerOn, type TranscribedLeg } from '../../domain/transcript/transcribed.ts';
import type {
  WordsNews,
  WordsNewsChannel,
  Log,
  ReportedWords,
  StoredLine,
  Transcripts,
} from '../../ports/index.ts';
import { forgetOthers } from './forgetOthers.ts';

export interface LiveTranscriptsDeps {
  readonly transcripts: Pick<Transcripts, 'add' | 'of'>;
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
}

/** Lines at whose words a number is recognized as one that was asked for. */
const CONTEXT_LINES = 6;

export function createLiveTranscripts(deps: LiveTranscriptsDeps): LiveTranscripts {
  const { transcripts, news, log } = deps;
  const calls = new Map<string, Kept>();

  function keptOf(callId: string): Kept {
    const known = calls.get(callId);
    if (known) return known;
    const kept: Kept = {
      lines: new Map(),
      tracks: new Map(),
      tainted: new Set(),
      loaded: transcripts.of(callId).then(
        (lines) => lines.forEach((line) => put(kept, line)),
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
    const before = ordered(kept)
      .filter(({ startedAt }) => startedAt < closed.endedAt)
      .slice(-CONTEXT_LINES)
      .map(({ text }) => text);
    const line: StoredLine = {
      lineId: `${transcriptionId}:${closed.sequence}`,
      transcriptionId,
      sequence: closed.sequence,
      speaker: leg.speaker,
      ...(leg.userId && { userId: leg.userId }),
      text: masked(closed.text, before),
      startedAt: closed.startedAt,
      endedAt: closed.endedAt,
      ...(closed.isGuess && { isGuess: true }),
    };
    if (!(await transcripts.add(call, line))) return;
    const { transcriptionId: _t, sequence: _s, isGuess: _g, ...shown } = line;
    put(kept, shown);
    tell({ about: 'line', orgId: call.orgId, callId: call.callId, line: shown });
  }

  function tell(one: WordsNews): void {
    news.publish(one);
    deps.onNews(one, true);
  }

  const unsubscribe = news.subscribe({
    onNews(one) {
      if (one.about === 'line' && calls.has(one.callId)) put(keptOf(one.callId), one.line);
      deps.onNews(one, false);
    },
    // It is read again when needed; unfinished lines continue with the next report.
    onGap: () => calls.clear(),
  });

  return {
    async hear(said) {
      const call = await deps.callOf(said.callId);
      if (!call) return;
      const kept = keptOf(call.callId);
      await kept.loaded;
      const { transcriptionId } = said;
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
        const { text, startedAt } = received.open;
        tell({
          about: 'now',
          orgId: call.orgId,
          callId: call.callId,
          now: { speaker: leg.speaker, text: maskedOpen(text), startedAt },
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
    forget: (callId) => void calls.delete(callId),
    retainOnly: (isOpen) => forgetOthers(calls, isOpen),
    close: unsubscribe,
  };
}
