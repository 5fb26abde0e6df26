import { auditRefusal } from '../../domain/audit/entries.ts';
import type { Person } from '../../domain/call/people.ts';
import { refusal, type Refusal, type RefusalCode } from '../../domain/call/refusals.ts';
import {
  decideCustomer,
  decideDestination,
  type Destination,
} from '../../domain/dialing/decide.ts';
import { decideLimits } from '../../domain/dialing/limits.ts';
import type { DialingPolicy } from '../../domain/dialing/policy.ts';
import type { RefusalTally } from '../../domain/dialing/tally.ts';
import { isEmergencyNumber } from '../../domain/numbers/emergency.ts';
import type {
  CallSubject,
  Clock,
  CustomerLookup,
  DialingPolicies,
  Dials,
  Ids,
  PersonKey,
} from '../../ports/index.ts';
import { actorOf } from '../transact/actor.ts';

export interface GuardDialDeps {
  readonly customers: Pick<CustomerLookup, 'isDoNotCall'>;
  readonly dialing: Pick<DialingPolicies, 'of'>;
  readonly dials: Dials;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** A dial attempt, and the id under which it is audited and counted. */
export interface GuardedDial {
  readonly callId: string;
  readonly written: string;
}

/** A number that the org calls, and the policy that says so. */
interface GuardedDestination {
  readonly destination: Destination;
  readonly policy: DialingPolicy;
}

/** Whether a person asks for an emergency service: known without asking anybody. */
export const refuseEmergency = (written: string): Refusal | undefined =>
  isEmergencyNumber(written.replace(/\D/g, '')) ? refusal('emergency_number') : undefined;

/** The number to call, if the org calls it. Throws CrmUnavailable. */
export async function guardDestination(
  { dialing }: Pick<GuardDialDeps, 'dialing'>,
  orgId: string,
  written: string,
): Promise<GuardedDestination | { readonly refusal: Refusal }> {
  const policy = await dialing.of(orgId);
  const decided = decideDestination(written, policy);
  return 'refusal' in decided ? decided : { ...decided, policy };
}

/**
 * Whether this customer may be called now by this rep; a call that may be placed is counted. Throws
 * CrmUnavailable.
 */
export async function guardCustomer(
  { customers, dials, clock }: GuardDialDeps,
  rep: PersonKey,
  {
    callId,
    guarded: { destination, policy },
    subject: { customer, doNotCall },
  }: {
    readonly callId: string;
    readonly guarded: GuardedDestination;
    readonly subject: CallSubject;
  },
): Promise<Refusal | undefined> {
  const isDoNotCall =
    doNotCall === true || (await customers.isDoNotCall(rep.orgId, destination.number));
  const now = clock.now();
  return (
    decideCustomer(
      destination,
      { ...customer, doNotCall: isDoNotCall },
      { callingHours: policy.callingHours, now },
    ) ??
    dials.count({ orgId: rep.orgId, userId: rep.userId, dialId: callId, at: now }, (recent) =>
      decideLimits(recent, policy.limits),
    )
  );
}

/**
 * Audits a refused call. Refusals of one rep for the same reason are one entry an hour, and one more
 * with how many they were.
 */
export async function auditRefusedDial(
  { dials, clock, ids }: Pick<GuardDialDeps, 'dials' | 'clock' | 'ids'>,
  rep: Person,
  { callId, written, why }: GuardedDial & { readonly why: Refusal },
): Promise<void> {
  const { orgId, userId } = rep;
  const of = { orgId, userId, code: why.code };
  const at = clock.now();
  const nextId = (): string => ids.next();
  const number = written.replace(/[^+\d]/g, '');
  await dials.countRefusal(of, at, ({ isFirst, ended }) => [
    ...(ended ? [tallyEntry({ clock, ids }, of, ended)] : []),
    ...(isFirst
      ? [
          auditRefusal(
            why,
            {
              orgId,
              at,
              action: 'PlaceCall',
              callId,
              ...(number && {
                personal: [
                  { name: 'dialled.number', value: number, subjects: [`phone:${number}` as const] },
                ],
              }),
            },
            { actor: actorOf(rep), nextId },
          ),
        ]
      : []),
  ]);
}

/** Writes the tallies of refused calls that have run their time. */
export const endRefusalTallies = (
  deps: Pick<GuardDialDeps, 'dials' | 'clock' | 'ids'>,
): Promise<number> =>
  deps.dials.endTallies(deps.clock.now(), (of, tally) => tallyEntry(deps, of, tally));

const tallyEntry = (
  { clock, ids }: Pick<GuardDialDeps, 'clock' | 'ids'>,
  { orgId, userId, code }: PersonKey & { readonly code: RefusalCode },
  { since, lastAt, times }: RefusalTally,
) =>
  auditRefusal(
    { code },
    { orgId, at: clock.now(), action: 'PlaceCall', details: { times, since, lastAt } },
    { actor: { kind: 'person', userId }, nextId: () => ids.next() },
  );
