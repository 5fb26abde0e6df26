import type { AttemptAction } from '../../domain/audit/actions.ts';
import type { Call } from '../../domain/call/call.ts';
import type { Decision } from '../../domain/call/events.ts';
import {
  guestOf,
  guestParticipant,
  type Guest,
  type GuestIdentity,
} from '../../domain/call/guest.ts';
import { manages, type Person } from '../../domain/call/people.ts';
import { refusal, type Refusal } from '../../domain/call/refusals.ts';
import { guestNotReached } from '../../domain/carrier/followGuests.ts';
import {
  decideInvite,
  decideLeaveToGuest,
  decideRemoveGuest,
} from '../../domain/supervision/inviteGuest.ts';
import { isBusyOn } from '../../domain/supervision/transferCall.ts';
import {
  CarrierProblem,
  type ConsentSource,
  type CustomerLookup,
  type Directory,
  type Later,
  type OpenCallsOfOrg,
  type Store,
} from '../../ports/index.ts';
import type { CallDeps } from '../carrier/callDeps.ts';
import { reconcileLater } from '../carrier/reconcileLater.ts';
import { runPendingActions } from '../carrier/runPendingActions.ts';
import { actorOf } from '../transact/actor.ts';
import { applyEvents } from '../transact/applyEvents.ts';
import { callAfter, decideOn } from '../transact/decideOn.ts';
import { idFrom } from '../transact/ids.ts';
import type { Result } from '../transact/result.ts';
import {
  auditRefusedDial,
  guardCustomer,
  guardDestination,
  refuseEmergency,
  type GuardDialDeps,
} from './guardDial.ts';

export interface GuestDeps extends CallDeps, GuardDialDeps {
  readonly store: Pick<Store, 'changeCall' | 'changeSupervisedCall' | 'loadCall' | 'recordAudit'>;
  readonly openCalls: OpenCallsOfOrg;
  readonly customers: Pick<CustomerLookup, 'isDoNotCall' | 'byPhone'>;
  readonly directory: Pick<Directory, 'person'>;
  readonly consent: ConsentSource;
  readonly later: Later;
}

export interface GuestRequest {
  readonly callId: string;
  readonly requestId: string;
  /** A number as it was dialed, or a person of the org. */
  readonly to: { readonly number: string } | { readonly userId: string };
  /** The rep leaves the call to the guest as soon as the guest is there. */
  readonly leave?: boolean;
  /** The customer is on hold until rep and guest have talked. */
  readonly holdCustomer?: boolean;
}

/**
 * Rings a third party into the rep's call, to talk together, or to leave the call to an outside
 * number. A number that a rep dials is checked like any other call of theirs. Throws
 * CrmUnavailable.
 */
export async function inviteGuest(
  deps: GuestDeps,
  rep: Person,
  { callId, requestId, to, leave = false, holdCustomer = false }: GuestRequest,
): Promise<Result<Call>> {
  const guestId = idFrom(rep.orgId, rep.userId, requestId);
  const known = await deps.store.loadCall(callId);
  const isRepeated = known?.orgId === rep.orgId && guestOf(known, guestId) !== undefined;
  if (isRepeated) return { ok: known };
  const found =
    'userId' in to
      ? await personToInvite(deps, rep, { call: known, userId: to.userId })
      : await numberToInvite(deps, rep, { call: known, guestId, written: to.number });
  if ('refusal' in found) return found;
  const [open, consent] = await Promise.all([
    deps.openCalls.of(rep.orgId),
    deps.consent.of(rep.orgId),
  ]);
  const { who } = found;
  const decided = await decideOn(deps, subjectOf(rep, callId, 'InviteGuest'), (call, now) =>
    decideInvite(
      call,
      {
        guestId,
        rep,
        who,
        isBusy: who.kind === 'person' && isBusyOn(open, who.userId),
        takesCallAtOnce: leave && who.kind === 'number',
        holdsCustomer: holdCustomer && !leave,
        consent,
      },
      now,
    ),
  );
  if ('refusal' in decided) return decided;
  await runPendingActions(deps, decided.ok.call);
  return dialGuest(deps, decided.ok.call, guestOf(decided.ok.call, guestId)!);
}

type Invited = { readonly who: GuestIdentity } | { readonly refusal: Refusal };

/** The person with this id, if they are another rep or a manager of this rep. */
async function personToInvite(
  { directory }: GuestDeps,
  rep: Person,
  { call, userId }: { readonly call: Call | undefined; readonly userId: string },
): Promise<Invited> {
  const person = await directory.person(rep.orgId, userId);
  const mayBe =
    person?.active &&
    person.userId !== rep.userId &&
    (person.roles.includes('rep') || (call !== undefined && manages(person, call.rep)));
  return mayBe
    ? { who: { kind: 'person', userId: person.userId, name: person.name } }
    : { refusal: refusal('colleague_unknown') };
}

/** The number, if the org calls it now. It is counted as a call of the rep. */
async function numberToInvite(
  deps: GuestDeps,
  rep: Person,
  {
    call,
    guestId,
    written,
  }: { readonly call: Call | undefined; readonly guestId: string; readonly written: string },
): Promise<Invited> {
  // Checked before the number is counted for this rep; the decision checks it again.
  if (call?.orgId !== rep.orgId || call.rep.userId !== rep.userId)
    return { refusal: refusal('not_your_call') };
  const refused = async (why: Refusal): Promise<Invited> => {
    await auditRefusedDial(deps, rep, { callId: call.callId, written, why });
    return { refusal: why };
  };
  const emergency = refuseEmergency(written);
  if (emergency) return refused(emergency);
  const guarded = await guardDestination(deps, rep.orgId, written);
  if ('refusal' in guarded) return refused(guarded.refusal);
  const phone = guarded.destination.number;
  const subject = (await deps.customers.byPhone(rep.orgId, phone)) ?? {
    customer: { name: phone, phone },
  };
  const why = await guardCustomer(deps, rep, { callId: guestId, guarded, subject });
  return why ? refused(why) : { who: { kind: 'number', phone } };
}

async function dialGuest(
  deps: GuestDeps,
  call: Call,
  { guestId, who }: Guest,
): Promise<Result<Call>> {
  const { callId, orgId } = call;
  try {
    await deps.control.dialGuest({
      callId,
      orgId,
      guestId,
      to:
        who.kind === 'number'
          ? { phone: who.phone }
          : { userId: who.userId, customerName: call.customer.name, repName: call.rep.name },
    });
    return { ok: call };
  } catch (problem) {
    if (!(problem instanceof CarrierProblem)) throw problem;
    deps.log.warn({ callId, fault: problem.kind, code: problem.code }, 'guest not rung');
    // The carrier may have rung the guest although its answer was lost.
    const isThere = (current: Call): boolean =>
      guestParticipant(current, guestId)?.status === 'connected';
    const applied = await applyEvents(deps, { callId, actor: { kind: 'system' } }, (current, now) =>
      isThere(current) ? [] : guestNotReached(current, guestId, { because: 'not_rung', now }),
    );
    if (applied.status === 'applied') {
      if (isThere(applied.before)) return { ok: applied.call };
      await runPendingActions(deps, applied.call);
    }
    return {
      refusal: refusal('carrier_unavailable', { wording: 'carrier_unavailable.guest_not_rung' }),
    };
  }
}

/** Takes a third party off the call, or stops the ringing. */
export const removeGuest = (
  deps: GuestDeps,
  person: Person,
  { callId, guestId }: { readonly callId: string; readonly guestId: string },
): Promise<Result<Call>> =>
  decideAndAct(deps, subjectOf(person, callId, 'RemoveGuest'), (call, now) =>
    decideRemoveGuest(call, { guestId, person }, now),
  );

/** Leaves the call to the outside number that is there, and takes the rep off. */
export const leaveToGuest = (
  deps: GuestDeps,
  rep: Person,
  { callId, guestId }: { readonly callId: string; readonly guestId: string },
): Promise<Result<Call>> =>
  decideAndAct(deps, subjectOf(rep, callId, 'LeaveToGuest'), (call, now) =>
    decideLeaveToGuest(call, { guestId, rep }, now),
  );

async function decideAndAct(
  deps: GuestDeps,
  subject: ReturnType<typeof subjectOf>,
  decide: (call: Call, now: string) => Decision,
): Promise<Result<Call>> {
  const decided = callAfter(await decideOn(deps, subject, decide));
  if ('refusal' in decided) return decided;
  await runPendingActions(deps, decided.ok);
  reconcileLater(deps, subject.callId);
  return decided;
}

const subjectOf = (person: Person, callId: string, action: AttemptAction) => ({
  orgId: person.orgId,
  callId,
  action,
  actor: actorOf(person),
});
