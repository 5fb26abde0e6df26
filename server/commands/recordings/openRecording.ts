import type { Call, Recording } from '../../domain/call/call.ts';
import { interventionsVisibleTo } from '../../domain/call/covert.ts';
import type { Person } from '../../domain/call/people.ts';
import { refusal, type Refusal } from '../../domain/call/refusals.ts';
import { maySee } from '../../domain/policy/decide.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import {
  CarrierProblem,
  type Policies,
  type RecordingMedia,
  type Store,
} from '../../ports/index.ts';
import { actEntry, refuseAudited, type AuditDeps } from '../transact/auditEntries.ts';
import type { Result } from '../transact/result.ts';

export interface OpenRecordingDeps extends AuditDeps {
  readonly store: Pick<
    Store,
    'findCallByRecording' | 'findCallByIntervention' | 'loadCall' | 'recordAudit'
  >;
  readonly media: Pick<RecordingMedia, 'open'>;
  readonly policies: Pick<Policies, 'inForce'>;
}

type RecordingSound = NonNullable<Awaited<ReturnType<RecordingMedia['open']>>>;

interface FoundRecording {
  readonly call: Call;
  readonly recording: Recording;
}

/**
 * The recording, if this person may hear it; one that is not for this person is as unknown as one
 * that does not exist.
 */
export async function findRecording(
  deps: OpenRecordingDeps,
  person: Person,
  { recordingId }: { recordingId: string },
): Promise<Result<FoundRecording>> {
  const call = await deps.store.findCallByRecording(recordingId);
  const recording = call?.recordings.find((one) => one.recordingId === recordingId);
  const isTheirs = call?.orgId === person.orgId;
  if (call && recording && isTheirs && (await listenerOf(deps, person)).mayHear(call, recording))
    return { ok: { call, recording } };
  return refuseAudited(deps, person, {
    attempt: {
      action: 'OpenRecording',
      ...(isTheirs && { callId: call.callId, call }),
      details: { recordingId },
    },
    why: refusal('recording_not_found'),
  });
}

/**
 * The recordings of an intervention that this person may hear: the call's, and the supervisor's
 * own.
 */
export async function recordingsOf(
  deps: OpenRecordingDeps,
  person: Person,
  { interventionId }: { interventionId: string },
): Promise<Result<readonly Recording[]>> {
  const call = await deps.store.findCallByIntervention(interventionId);
  const isKnown =
    call?.orgId === person.orgId &&
    interventionsVisibleTo(call, person).some((one) => one.interventionId === interventionId);
  const { mayHear } = await listenerOf(deps, person);
  const heard = isKnown
    ? call.recordings.filter((one) => isOn(one, interventionId) && mayHear(call, one))
    : [];
  if (heard.length > 0) return { ok: heard };
  return refuseAudited(deps, person, {
    attempt: {
      action: 'ListRecordings',
      ...(isKnown && { callId: call.callId, call }),
      details: { interventionId },
    },
    why: refusal('recording_not_found'),
  });
}

/** The recordings of a call that this person may hear, without those of one supervisor alone. */
export async function recordingsOfCall(
  deps: OpenRecordingDeps,
  person: Person,
  { callId }: { callId: string },
): Promise<Result<readonly Recording[]>> {
  const call = await deps.store.loadCall(callId);
  const isKnown = call?.orgId === person.orgId;
  const { mayHear } = await listenerOf(deps, person);
  const heard = isKnown
    ? call.recordings.filter((one) => one.of.kind === 'call' && mayHear(call, one))
    : [];
  if (heard.length > 0) return { ok: heard };
  return refuseAudited(deps, person, {
    attempt: { action: 'ListRecordings', ...(isKnown && { callId, call }) },
    why: refusal('recording_not_found'),
  });
}

/** The stored recordings of a call that this person may hear. */
export const recordingsHeardBy =
  (person: Person, policy: Policy, now: string) =>
  (call: Call): readonly Recording[] => {
    const { mayHear } = listener(person, policy, now);
    return call.recordings.filter((one) => one.status === 'completed' && mayHear(call, one));
  };

const isOn = ({ of }: Recording, interventionId: string): boolean =>
  of.kind === 'call' || (of.kind === 'supervisor' && of.interventionId === interventionId);

/**
 * The sound of a recording, for a person who may hear it. The audit entry is written before the
 * first sound (D31).
 */
export async function openRecording(
  deps: OpenRecordingDeps,
  person: Person,
  { recordingId }: { recordingId: string },
): Promise<Result<RecordingSound>> {
  const found = await findRecording(deps, person, { recordingId });
  if ('refusal' in found) return found;
  const { call, recording } = found.ok;
  const refused = (why: Refusal): Promise<Result<never>> =>
    refuseAudited(deps, person, {
      attempt: { action: 'OpenRecording', callId: call.callId, call, details: { recordingId } },
      why,
    });

  let sound: RecordingSound | undefined;
  try {
    sound = await deps.media.open(recordingId);
  } catch (problem) {
    if (problem instanceof CarrierProblem)
      return refused(
        refusal('carrier_unavailable', { wording: 'carrier_unavailable.nothing_changed' }),
      );
    throw problem;
  }
  if (!sound) return refused(refusal('recording_not_ready'));
  const interventionId =
    recording.of.kind === 'supervisor' ? recording.of.interventionId : undefined;
  const opened = actEntry(deps, person, {
    action: 'RecordingOpened',
    call,
    interventionId,
    details: { recordingId, of: recording.of.kind },
  });
  await deps.store.recordAudit([opened]);
  return { ok: sound };
}

const listenerOf = async (deps: OpenRecordingDeps, person: Person) =>
  listener(person, await deps.policies.inForce(person.orgId), deps.clock.now());

/**
 * Which recordings a person may hear. Administrators, and the people whom policy lets monitor the
 * rep's calls, hear all. The rep may hear the call, and supervisors their own words.
 */
const listener = (person: Person, policy: Policy, now: string) => ({
  mayHear(call: Call, { of }: Recording): boolean {
    if (person.roles.includes('admin')) return true;
    if (person.userId === call.rep.userId) return of.kind !== 'supervisor';
    const isOwn =
      of.kind === 'supervisor' &&
      call.interventions.some(
        (i) => i.interventionId === of.interventionId && i.supervisor.userId === person.userId,
      );
    return isOwn || maySee(policy, person, { call, now });
  },
});
