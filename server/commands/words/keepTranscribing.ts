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

/** What this instance has seen to: by connection, how often it tried. */
export interface TranscribingMemory {
  readonly calls: Map<string, Map<string, { tries: number; isDone: boolean }>>;
}

const MOST_TRIES = 5;

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
  const seen = calls.get(callId) ?? new Map<string, { tries: number; isDone: boolean }>();
  calls.set(callId, seen);
  const language = call.language?.code ?? 'en';
  for (const { connectionId } of wanted) {
    const known = seen.get(connectionId) ?? { tries: 0, isDone: false };
    if (known.isDone || known.tries >= MOST_TRIES) continue;
    seen.set(connectionId, { tries: known.tries + 1, isDone: true });
    if (!(await legs.claim({ orgId, callId, connectionId }))) continue;
    try {
      await legs.started(
        connectionId,
        await transcription.start({ callId, connectionId, language }),
      );
    } catch (fault) {
      await legs.failed(connectionId);
      seen.set(connectionId, { tries: known.tries + 1, isDone: false });
      log.warn({ callId, fault: (fault as Error).message }, 'transcription not started');
    }
  }
  for (const connectionId of [...seen.keys()]) {
    if (wanted.some((leg) => leg.connectionId === connectionId)) continue;
    seen.delete(connectionId);
    if (participantByConnection(call, connectionId)?.status !== 'connected') continue;
    const transcriptionId = await legs.takeToStop(connectionId);
    if (transcriptionId)
      await transcription
        .stop({ connectionId, transcriptionId })
        .catch((fault: Error) =>
          log.warn({ callId, fault: fault.message }, 'transcription not stopped'),
        );
  }
}
