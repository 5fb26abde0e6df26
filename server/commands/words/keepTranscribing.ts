import type { Call } from '../../domain/call/call.ts';
import { participantByConnection } from '../../domain/call/call.ts';
import { legsToTranscribe } from '../../domain/transcript/transcribed.ts';
import type {
  ConsentSource,
  Log,
  TranscribedLegs,
  TranscriptionControl,
} from '../../ports/index.ts';

export interface KeepTranscribingDeps {
  readonly legs: TranscribedLegs;
  readonly transcription: TranscriptionControl;
  readonly consent: ConsentSource;
  readonly log: Log;
}

/** What this instance has seen to, by call and connection. */
export interface TranscribingMemory {
  readonly calls: Map<string, Map<string, Seen>>;
}

interface Seen {
  /** How often it was tried to start it. */
  readonly tries: number;
  /** How often another had it, or there was nothing to stop yet. */
  readonly looks: number;
  readonly isDone: boolean;
}

const UNSEEN: Seen = { tries: 0, looks: 0, isDone: false };
const MOST_TRIES = 5;
/** At a look a second, longer than the claim of an instance that died. */
const MOST_LOOKS = 15;

/**
 * Starts the transcription of what is to be written down on a call, and stops that of what is not
 * any more: while the recording is paused, and where the law wants a consent that is not there.
 * May be repeated: one instance starts each connection, once.
 */
export async function keepTranscribing(
  { legs, transcription, consent, log }: KeepTranscribingDeps,
  { calls }: TranscribingMemory,
  call: Call,
): Promise<void> {
  const { callId, orgId } = call;
  if (call.status === 'ended') return void calls.delete(callId);
  if (!call.transcribes) return;
  const wanted = legsToTranscribe(call, await consent.of(orgId));
  const seen = calls.get(callId) ?? new Map<string, Seen>();
  calls.set(callId, seen);
  const language = call.language?.code ?? 'en';
  for (const { connectionId } of wanted) {
    const known = seen.get(connectionId) ?? UNSEEN;
    if (known.isDone || known.tries >= MOST_TRIES) continue;
    // Under way: another look meanwhile leaves it alone.
    seen.set(connectionId, { ...known, isDone: true });
    const isClaimed = await legs.claim({ orgId, callId, connectionId }).catch((fault) => {
      seen.set(connectionId, known);
      throw fault;
    });
    if (!isClaimed) {
      seen.set(connectionId, lookedAt(known));
      continue;
    }
    try {
      await legs.started(
        connectionId,
        await transcription.start({ callId, connectionId, language }),
      );
    } catch (fault) {
      await legs.failed(connectionId);
      seen.set(connectionId, { ...known, tries: known.tries + 1, isDone: false });
      log.warn({ callId, fault: (fault as Error).message }, 'transcription not started');
    }
  }
  for (const [connectionId, known] of seen) {
    if (wanted.some((leg) => leg.connectionId === connectionId)) continue;
    if (participantByConnection(call, connectionId)?.status !== 'connected') {
      seen.delete(connectionId);
      continue;
    }
    const transcriptionId = await legs.takeToStop(connectionId);
    if (transcriptionId === undefined) {
      // One that is still being started is stopped at a later look.
      if (known.looks < MOST_LOOKS) seen.set(connectionId, { ...lookedAt(known), isDone: false });
      else seen.delete(connectionId);
      continue;
    }
    try {
      await transcription.stop({ connectionId, transcriptionId });
      seen.delete(connectionId);
    } catch (fault) {
      await legs.stillRuns(connectionId, transcriptionId);
      log.warn({ callId, fault: (fault as Error).message }, 'transcription not stopped');
    }
  }
}

const lookedAt = ({ tries, looks }: Seen): Seen => ({
  tries,
  looks: looks + 1,
  isDone: looks + 1 >= MOST_LOOKS,
});
