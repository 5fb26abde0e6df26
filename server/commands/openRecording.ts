import { aboutCall } from '../domain/audit/entries.ts';
import type { Call, Recording } from '../domain/call.ts';
import type { Person } from '../domain/people.ts';
import { maySee } from '../domain/policy/decide.ts';
import { refusal, type Refusal } from '../domain/refusals.ts';
import { CarrierProblem, type Policies, type RecordingMedia, type Store } from '../ports.ts';
import { actEntry, refuseAudited, type Auditing } from './auditing.ts';
import type { Result } from './decideOn.ts';

export interface Opening extends Auditing {
  readonly store: Store;
  readonly media: RecordingMedia;
  readonly policies: Policies;
}

type Sound = NonNullable<Awaited<ReturnType<RecordingMedia['open']>>>;

/** Hands out the sound of a recording to who may hear it; who opened which, when, is in the audit before the first sound (D31). */
export async function openRecording(deps: Opening, person: Person, { recordingId }: { recordingId: string }): Promise<Result<Sound>> {
  const refused = (why: Refusal, callId?: string): Promise<Result<never>> =>
    refuseAudited(deps, person, { action: 'OpenRecording', callId, details: { recordingId } }, why);

  const call = await deps.store.findCallByRecording(recordingId);
  const recording = call?.recordings.find((one) => one.recordingId === recordingId);
  if (!call || !recording || call.orgId !== person.orgId) return refused(refusal('recording_not_found'));
  if (!mayHear(person, call, recording, await deps.policies.inForce(person.orgId), deps.clock.now())) return refused(refusal('recording_not_found'), call.callId);

  let sound: Sound | undefined;
  try {
    sound = await deps.media.open(recordingId);
  } catch (problem) {
    if (problem instanceof CarrierProblem) return refused(refusal('carrier_unavailable', { hint: 'Try again in a moment.' }), call.callId);
    throw problem;
  }
  if (!sound) return refused(refusal('recording_not_ready'), call.callId);
  const interventionId = recording.of.kind === 'supervisor' ? recording.of.interventionId : undefined;
  const opened = actEntry(deps, person, { action: 'RecordingOpened', callId: call.callId, interventionId, details: { recordingId, of: recording.of.kind } });
  await deps.store.recordAudit([{ ...opened, ...aboutCall(call) }]);
  return { ok: sound };
}

/** Administrators, and those whom policy lets listen to the rep's calls. The rep hears the call, and whoever spoke hears herself. */
function mayHear(person: Person, call: Call, { of }: Recording, policy: Parameters<typeof maySee>[0], now: string): boolean {
  if (person.roles.includes('admin')) return true;
  if (person.userId === call.rep.userId) return of.kind === 'call';
  const isOwn = of.kind === 'supervisor' && call.interventions.some((i) => i.interventionId === of.interventionId && i.supervisor.userId === person.userId);
  return isOwn || maySee(policy, person, call, now);
}
