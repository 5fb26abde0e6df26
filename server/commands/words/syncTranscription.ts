import { participantByConnection, type Call, type RepOnCall } from '../../domain/call/call.ts';
import type { Language } from '../../domain/call/language.ts';
import { legsToTranscribe } from '../../domain/transcript/transcribed.ts';
import type {
  ConsentSource,
  Log,
  TranscribedLegs,
  TranscriptionControl,
} from '../../ports/index.ts';

export interface SyncTranscriptionDeps {
  readonly legs: TranscribedLegs;
  readonly transcription: TranscriptionControl;
  readonly consent: ConsentSource;
  /** Whether a law blocks monitoring of the rep until they have acknowledged a notice. */
  readonly isRepUnnotified: (orgId: string, rep: RepOnCall) => Promise<boolean>;
  readonly log: Log;
}

/** This instance's progress, by call and connection. */
export interface TranscriptionMemory {
  readonly calls: Map<string, Map<string, Progress>>;
}

interface Progress {
  /** Attempts to start it that failed. */
  readonly tries: number;
  /** Looks at which another instance had it, or there was nothing to stop yet. */
  readonly looks: number;
  readonly isDone: boolean;
}

type ProgressByConnection = Map<string, Progress>;

const UNSEEN: Progress = { tries: 0, looks: 0, isDone: false };
const MOST_TRIES = 5;
/** At a look a second, longer than the claim of an instance that died. */
const MOST_LOOKS = 15;

/**
 * Starts the transcription of connections that should be transcribed and stops the others, such as
 * during a pause of the recording, without a consent that the law requires, or while the customer
 * declines monitoring or the rep may not be monitored. May be repeated: one
 * instance starts each connection, once. `dueAgain` are those that failed and may be started again.
 */
export async function syncTranscription(
  deps: SyncTranscriptionDeps,
  { calls }: TranscriptionMemory,
  call: Call,
  dueAgain: readonly string[] = [],
): Promise<void> {
  const { callId, orgId } = call;
  if (call.status === 'ended') return void calls.delete(callId);
  if (!call.transcribes) return;
  const [settings, isRepUnnotified] = await Promise.all([
    deps.consent.of(orgId),
    deps.isRepUnnotified(orgId, call.rep),
  ]);
  const wanted = legsToTranscribe(call, { settings, isRepUnnotified });
  const seen: ProgressByConnection = calls.get(callId) ?? new Map();
  calls.set(callId, seen);
  for (const connectionId of dueAgain) seen.delete(connectionId);
  for (const { connectionId } of wanted) await start(deps, seen, { call, connectionId });
  for (const connectionId of seen.keys())
    if (!wanted.some((leg) => leg.connectionId === connectionId))
      await stop(deps, seen, { call, connectionId });
}

async function start(
  { legs, transcription, log }: SyncTranscriptionDeps,
  seen: ProgressByConnection,
  { call, connectionId }: { readonly call: Call; readonly connectionId: string },
): Promise<void> {
  const { callId, orgId } = call;
  const known = seen.get(connectionId) ?? UNSEEN;
  if (known.isDone || known.tries >= MOST_TRIES) return;
  // Under way: another look meanwhile leaves it alone.
  seen.set(connectionId, { ...known, isDone: true });
  const isClaimed = await legs.claim({ orgId, callId, connectionId }).catch((fault) => {
    seen.set(connectionId, known);
    throw fault;
  });
  if (!isClaimed) return void seen.set(connectionId, lookedAt(known));
  const language: Language = call.language?.code ?? 'en';
  try {
    await legs.started(connectionId, await transcription.start({ callId, connectionId, language }));
  } catch (fault) {
    await legs.failed(connectionId);
    seen.set(connectionId, { ...known, tries: known.tries + 1, isDone: false });
    log.warn({ callId, fault: (fault as Error).message }, 'transcription not started');
  }
}

async function stop(
  { legs, transcription, log }: SyncTranscriptionDeps,
  seen: ProgressByConnection,
  { call, connectionId }: { readonly call: Call; readonly connectionId: string },
): Promise<void> {
  const known = seen.get(connectionId) ?? UNSEEN;
  if (participantByConnection(call, connectionId)?.status !== 'connected')
    return void seen.delete(connectionId);
  const transcriptionId = await legs.claimToStop(connectionId);
  if (transcriptionId === undefined) {
    // One that is still being started is stopped at a later look.
    if (known.looks < MOST_LOOKS) seen.set(connectionId, { ...lookedAt(known), isDone: false });
    else seen.delete(connectionId);
    return;
  }
  try {
    await transcription.stop({ connectionId, transcriptionId });
    seen.delete(connectionId);
  } catch (fault) {
    await legs.stillRuns(connectionId, transcriptionId);
    log.warn({ callId: call.callId, fault: (fault as Error).message }, 'transcription not stopped');
  }
}

const lookedAt = ({ tries, looks }: Progress): Progress => ({
  tries,
  looks: looks + 1,
  isDone: looks + 1 >= MOST_LOOKS,
});
