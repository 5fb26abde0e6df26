import { auditEvents } from '../../domain/audit/entries.ts';
import { repOnCall, type Call } from '../../domain/call/call.ts';
import type { CallEvent } from '../../domain/call/events.ts';
import type { Person } from '../../domain/call/people.ts';
import { WITH_CUSTOMER } from '../../domain/call/purpose.ts';
import { refusal, type Refusal } from '../../domain/call/refusals.ts';
import { answeringOf } from '../../domain/dialling/machines.ts';
import type {
  CallSubject,
  ConsentSource,
  CustomerLookup,
  SpeechSource,
} from '../../ports/index.ts';
import { refuseAudited } from '../transact/auditEntries.ts';
import {
  auditRefusedDial,
  guardCustomer,
  guardDestination,
  refuseEmergency,
  type GuardDialDeps,
} from './guardDial.ts';
import { callerIdFor, type CallerIdDeps } from './callerId.ts';
import { refuseBusyRep, ringOwnDevice, supervises, type RepCallDeps } from './repIsFree.ts';
import {
  languageOnCall,
  opensWithDisclosure,
  recordingOf,
  transcriptionOf,
  type TranscriptionDeps,
} from './disclosure.ts';
import { earlierChoice, type EarlierChoiceDeps } from '../supervision/monitoringChoice.ts';
import { leaveForAnother } from '../supervision/leaveForAnother.ts';
import { actorOf } from '../transact/actor.ts';
import type { Result } from '../transact/result.ts';
import { idFrom } from '../transact/ids.ts';

export interface PlaceCallDeps
  extends GuardDialDeps, CallerIdDeps, RepCallDeps, EarlierChoiceDeps, TranscriptionDeps {
  readonly store: RepCallDeps['store'];
  readonly customers: CustomerLookup;
  readonly consent: ConsentSource;
  readonly speech: SpeechSource;
  /** Whether every call is recorded. */
  readonly recordsCalls: boolean;
}

export interface PlaceCall {
  readonly requestId: string;
  /** The number as it was dialed. */
  readonly to?: string;
  readonly opportunityId?: string;
  readonly contactId?: string;
  readonly accountId?: string;
  /** The intervention to leave first: who supervises a call must not place one beside it. */
  readonly moveFrom?: string;
}

/**
 * Sets up an outbound call of a rep, if the org calls this number and customer now. The softphone
 * then connects, or the rep's own device is rung, and the customer is rung once the rep is there.
 * Who supervises a call leaves it first, and only once nothing else is in the way. Throws
 * CrmUnavailable.
 */
export async function placeCall(
  deps: PlaceCallDeps,
  rep: Person,
  request: PlaceCall,
): Promise<Result<Call>> {
  const callId = idFrom(rep.orgId, rep.userId, request.requestId);
  const now = deps.clock.now();
  const refused = (why: Refusal): Promise<Result<Call>> =>
    refuseAudited(deps, rep, { action: 'PlaceCall', callId }, why);

  if (!rep.active) return refused(refusal('user_inactive'));
  if (!rep.roles.includes('rep')) return refused(refusal('not_a_rep'));
  const repeated = await deps.store.loadCall(callId);
  if (repeated) return { ok: repeated };
  const notDialled = async (why: Refusal, written: string): Promise<Result<Call>> => {
    await auditRefusedDial(deps, rep, { callId, written }, why);
    return { refusal: why };
  };
  const emergency = request.to === undefined ? undefined : refuseEmergency(request.to);
  if (emergency) return notDialled(emergency, request.to!);
  const busy = await refuseBusyRep(deps, rep, request.moveFrom);
  if (busy) return refused(busy);

  const dialled =
    request.to === undefined ? undefined : await guardDestination(deps, rep.orgId, request.to);
  if (dialled && 'refusal' in dialled) return notDialled(dialled.refusal, request.to!);
  const to = dialled?.destination.number;
  const subject = await subjectOf(deps.customers, rep.orgId, { ...request, to });
  const phone = subject?.customer.phone;
  if (!phone) {
    return refused(
      refusal('invalid_request', { field: 'to', wording: 'invalid_request.no_number' }),
    );
  }
  const guarded = dialled ?? (await guardDestination(deps, rep.orgId, phone));
  const refusedToCall =
    'refusal' in guarded
      ? guarded.refusal
      : await guardCustomer(deps, rep, callId, guarded, subject);
  if (refusedToCall) return notDialled(refusedToCall, phone);

  const { moveFrom } = request;
  if (moveFrom !== undefined && (await supervises(deps, rep))) {
    const left = await leaveForAnother(deps, rep, {
      moveFrom,
      movingTo: callId,
      action: 'PlaceCall',
    });
    if ('refusal' in left) return left;
  }

  const opens = await opensWithDisclosure(deps.consent, rep.orgId, subject.customer, rep.place);
  const machines = 'refusal' in guarded ? undefined : guarded.policy.machines;
  const call: Call = {
    orgId: rep.orgId,
    callId,
    direction: 'outbound',
    purpose: WITH_CUSTOMER,
    status: 'ringing',
    startedAt: now,
    rep: repOnCall(rep),
    customer: subject.customer,
    opportunity: subject.opportunity,
    participants: [],
    interventions: [],
    notices: [],
    recordings: [],
    announcements: [],
    opensWithDisclosure: opens,
    callerId: await callerIdFor(deps, rep, subject.customer.phone ?? phone),
    ...(machines && answeringOf(machines, subject.customer)),
    ...recordingOf(deps.recordsCalls, opens),
    ...(await transcriptionOf(deps, rep.orgId)),
    language: await languageOnCall(deps.speech, rep.orgId, subject.customer, rep),
    ...(await earlierChoice(deps, rep.orgId, subject.customer)),
  };
  const placed: CallEvent = { type: 'CallPlaced', call, at: now };
  await deps.store.createCall(
    call,
    auditEvents(call, [placed], { actor: actorOf(rep), nextId: () => deps.ids.next() }),
    [],
  );
  await ringOwnDevice(deps, rep, callId);
  return { ok: (await deps.store.loadCall(callId)) ?? call };
}

/** The number that was dialed goes before the number of the record; the record gives the names. */
async function subjectOf(
  customers: CustomerLookup,
  orgId: string,
  { to, opportunityId, contactId, accountId }: PlaceCall,
): Promise<CallSubject | undefined> {
  const byRecord =
    opportunityId || contactId || accountId
      ? await customers.byRecord(orgId, { opportunityId, contactId, accountId })
      : undefined;
  if (!to) return byRecord;
  if (byRecord && accountId && !contactId && !opportunityId)
    return (await customers.byPhone(orgId, to)) ?? ofAccount(byRecord, to);
  if (byRecord) return { ...byRecord, customer: { ...byRecord.customer, phone: to } };
  return (await customers.byPhone(orgId, to)) ?? { customer: { name: to, phone: to } };
}

/** Who answers the number of an account is not known. */
function ofAccount({ customer, ...about }: CallSubject, to: string): CallSubject {
  const { accountId, accountName, place } = customer;
  return {
    ...about,
    customer: {
      name: accountName ?? to,
      phone: to,
      ...(accountId && { accountId }),
      ...(accountName && { accountName }),
      ...(place && { place }),
    },
  };
}
