import type { Call } from '../../domain/call/call.ts';
import type { Person } from '../../domain/call/people.ts';
import {
  decideRecordingPause,
  decideRecordingResume,
} from '../../domain/supervision/recordingPause.ts';
import type { CallDeps } from '../carrier/callDeps.ts';
import { runPendingActions } from '../carrier/runPendingActions.ts';
import { actorOf } from '../transact/actor.ts';
import { decideOn, type DecideOnDeps } from '../transact/decideOn.ts';
import type { Result } from '../transact/result.ts';

export interface PauseRecordingDeps extends CallDeps {
  readonly store: CallDeps['store'] & DecideOnDeps['store'];
}

/**
 * Pauses the recording of a call, for a card number, or lets it go on. It is paused once the
 * carrier has confirmed it; until then it is tried again in rounds.
 */
export async function pauseRecording(
  deps: PauseRecordingDeps,
  person: Person,
  { callId, paused }: { readonly callId: string; readonly paused: boolean },
): Promise<Result<Call>> {
  const decided = await decideOn(
    deps,
    {
      orgId: person.orgId,
      callId,
      action: paused ? 'PauseRecording' : 'ResumeRecording',
      actor: actorOf(person),
    },
    (call, now) => (paused ? decideRecordingPause : decideRecordingResume)(call, person, now),
  );
  if ('refusal' in decided) return decided;
  await runPendingActions(deps, decided.ok.call);
  return { ok: (await deps.store.loadCall(callId)) ?? decided.ok.call };
}
