import { canBePlannedFor, type JointCall } from '../../domain/call/jointCall.ts';
import type { Person } from '../../domain/call/people.ts';
import { refusal } from '../../domain/call/refusals.ts';
import {
  jointCallDetails,
  mayPlanTogether,
  reasonToJoin,
} from '../../domain/supervision/jointCall.ts';
import type {
  AuditOfJointCall,
  Clock,
  Directory,
  Ids,
  JointCalls,
  Policies,
  Roster,
  Store,
} from '../../ports/index.ts';
import { actEntry, refuseAudited } from '../transact/auditEntries.ts';
import type { Result } from '../transact/result.ts';

export interface JointCallDeps {
  readonly jointCalls: JointCalls;
  readonly directory: Pick<Directory, 'person'>;
  readonly roster: Roster;
  readonly policies: Pick<Policies, 'inForce'>;
  readonly store: Pick<Store, 'recordAudit'>;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** A joint call with the names of its two people, and the reason with which its supervisor joins. */
export interface ShownJointCall {
  readonly jointCall: JointCall;
  readonly rep: string;
  readonly supervisor: string;
  readonly reasonCode?: string;
}

/** What is past is shown for so long. */
const SHOWN_AFTER_MS = 12 * 3_600_000;

/** Plans a call with a rep, or as a rep with a supervisor, and tells the other one. */
export async function planJointCall(
  deps: Omit<JointCallDeps, 'roster'>,
  person: Person,
  asked: {
    readonly withUserId: string;
    readonly as: 'rep' | 'supervisor';
    readonly startsAt: string;
    readonly opportunityId?: string;
  },
): Promise<Result<ShownJointCall>> {
  const { jointCalls, directory, policies, clock, ids } = deps;
  const { withUserId, as, opportunityId } = asked;
  const refuse = (why: 'joint_call_time' | 'joint_call_with') =>
    refuseAudited(deps, person, {
      attempt: { action: 'PlanJointCall', details: { withUserId, as, startsAt: asked.startsAt } },
      why: refusal(why),
    });
  if (!canBePlannedFor(asked.startsAt, clock.now())) return refuse('joint_call_time');
  const [other, policy] = await Promise.all([
    directory.person(person.orgId, withUserId),
    policies.inForce(person.orgId),
  ]);
  const [rep, supervisor] = as === 'rep' ? [person, other] : [other, person];
  if (!rep || !supervisor || !mayPlanTogether(policy, supervisor, rep))
    return refuse('joint_call_with');
  const jointCall: JointCall = {
    jointCallId: ids.next(),
    orgId: person.orgId,
    repUserId: rep.userId,
    supervisorUserId: supervisor.userId,
    plannedByUserId: person.userId,
    startsAt: new Date(asked.startsAt).toISOString(),
    status: 'planned',
    ...(opportunityId && { opportunityId }),
  };
  await jointCalls.plan(jointCall, auditedAs(deps, person, 'JointCallPlanned'));
  return {
    ok: {
      jointCall,
      rep: rep.name,
      supervisor: supervisor.name,
      reasonCode: reasonToJoin(policy),
    },
  };
}

/** The joint calls of a person: those to come, and those of the last hours. */
export async function jointCallsOf(
  { jointCalls, directory, policies, clock }: Omit<JointCallDeps, 'ids' | 'roster'>,
  person: Person,
): Promise<readonly ShownJointCall[]> {
  const { orgId } = person;
  const since = new Date(Date.parse(clock.now()) - SHOWN_AFTER_MS).toISOString();
  const [found, policy] = await Promise.all([
    jointCalls.of(person, since),
    policies.inForce(orgId),
  ]);
  const nameOf = async (userId: string): Promise<string> =>
    userId === person.userId ? person.name : ((await directory.person(orgId, userId))?.name ?? '');
  return Promise.all(
    found.map(async (jointCall) => ({
      jointCall,
      rep: await nameOf(jointCall.repUserId),
      supervisor: await nameOf(jointCall.supervisorUserId),
      reasonCode: reasonToJoin(policy),
    })),
  );
}

/** Somebody with whom a person can plan a joint call, and what the person is in it. */
export interface JointCallPartner {
  readonly person: Person;
  readonly as: 'rep' | 'supervisor';
}

/** Looks at everybody of the org: to be asked once a page, not in rounds. */
export async function jointCallPartnersOf(
  { directory, roster, policies }: Pick<JointCallDeps, 'directory' | 'roster' | 'policies'>,
  person: Person,
): Promise<readonly JointCallPartner[]> {
  const [policy, userIds] = await Promise.all([
    policies.inForce(person.orgId),
    roster.userIds(person.orgId),
  ]);
  const people = await Promise.all(userIds.map((userId) => directory.person(person.orgId, userId)));
  return people
    .filter((one): one is Person => one !== undefined)
    .flatMap((other): JointCallPartner[] => [
      ...(takesCalls(other) && mayPlanTogether(policy, person, other)
        ? [{ person: other, as: 'supervisor' as const }]
        : []),
      ...(takesCalls(person) && mayPlanTogether(policy, other, person)
        ? [{ person: other, as: 'rep' as const }]
        : []),
    ])
    .toSorted((a, b) => a.person.name.localeCompare(b.person.name));
}

const takesCalls = ({ roles }: Person): boolean => roles.includes('rep');

type ChangeDeps = Pick<JointCallDeps, 'jointCalls' | 'store' | 'clock' | 'ids'>;

/** Either of the two moves it to another time. Repeating it changes nothing. */
export async function moveJointCall(
  deps: ChangeDeps,
  person: Person,
  asked: { readonly jointCallId: string; readonly startsAt: string },
): Promise<Result<JointCall>> {
  const { jointCallId } = asked;
  const isPossible = canBePlannedFor(asked.startsAt, deps.clock.now());
  const startsAt = new Date(asked.startsAt).toISOString();
  const moved =
    isPossible &&
    (await deps.jointCalls.move(
      person,
      { jointCallId, startsAt },
      auditedAs(deps, person, 'JointCallMoved'),
    ));
  if (moved) return { ok: moved };
  const attempt = { action: 'MoveJointCall', details: { jointCallId, startsAt } } as const;
  const why = refusal(isPossible ? 'joint_call_not_found' : 'joint_call_time');
  return refuseAudited(deps, person, { attempt, why });
}

/** Either of the two calls it off. */
export async function cancelJointCall(
  deps: ChangeDeps,
  person: Person,
  { jointCallId }: { readonly jointCallId: string },
): Promise<Result<true>> {
  const auditOf = auditedAs(deps, person, 'JointCallCanceled');
  if (await deps.jointCalls.cancel(person, jointCallId, auditOf)) return { ok: true };
  const attempt = { action: 'CancelJointCall', details: { jointCallId } } as const;
  return refuseAudited(deps, person, { attempt, why: refusal('joint_call_not_found') });
}

const auditedAs =
  (
    deps: Pick<JointCallDeps, 'clock' | 'ids'>,
    person: Person,
    action: 'JointCallPlanned' | 'JointCallMoved' | 'JointCallCanceled',
  ): AuditOfJointCall =>
  (jointCall) =>
    actEntry(deps, person, { action, details: jointCallDetails(jointCall) });
