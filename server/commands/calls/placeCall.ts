import { auditEvents } from '../../domain/audit/entries.ts';
import { repOnCall, type Call } from '../../domain/call/call.ts';
import type { CallEvent } from '../../domain/call/events.ts';
import type { Person } from '../../domain/call/people.ts';
import { WITH_CUSTOMER } from '../../domain/call/purpose.ts';
import { refusal, type Refusal } from '../../domain/call/refusals.ts';
import { answeringOf } from '../../domain/dialing/machines.ts';
import type { DialingPolicy } from '../../domain/dialing/policy.ts';
import { readableNumber } from '../../domain/numbers/readable.ts';
import type {
  CallSubject,
  ConsentSource,
  CustomerLookup,
  SpeechSource,
} from '../../ports/index.ts';
import { leaveForAnother } from '../supervision/leaveForAnother.ts';
import { earlierChoice, type EarlierChoiceDeps } from '../supervision/monitoringChoice.ts';
import { actorOf } from '../transact/actor.ts';
import { refuseAudited } from '../transact/auditEntries.ts';
import { idFrom } from '../transact/ids.ts';
import type { Result } from '../transact/result.ts';
import { callerIdFor, type CallerIdDeps } from './callerId.ts';
import {
  languageOnCall,
  opensWithDisclosure,
  recordingOf,
  transcriptionOf,
  type TranscriptionDeps,
} from './disclosure.ts';
import {
  auditRefusedDial,
  guardCustomer,
  guardDestination,
  refuseEmergency,
  type GuardDialDeps,
} from './guardDial.ts';
import { refuseBusyRep, ringOwnDevice, supervises, type RepCallDeps } from './repIsFree.ts';

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
 * then connects, or the rep's own device is rung, and the customer is rung once the rep is there. A
 * rep who supervises a call leaves it first, but only after all other checks have passed. Throws
 * CrmUnavailable.
 */
export async function placeCall(
  deps: PlaceCallDeps,
  rep: Person,
  request: PlaceCall,
): Promise<Result<Call>> {
  const callId = idFrom(rep.orgId, rep.userId, request.requestId);
  const refused = (why: Refusal): Promise<Result<Call>> =>
    refuseAudited(deps, rep, { attempt: { action: 'PlaceCall', callId }, why });

  if (!rep.active) return refused(refusal('user_inactive'));
  if (!rep.roles.includes('rep')) return refused(refusal('not_a_rep'));
  const startedAt = deps.clock.now();
  const repeated = await deps.store.loadCall(callId);
  if (repeated) return { ok: repeated };
  const guarded = await guardRequest(deps, rep, { request, callId });
  if (guarded.status === 'refused') return refused(guarded.why);
  if (guarded.status === 'not_dialed') {
    await auditRefusedDial(deps, rep, { callId, written: guarded.written, why: guarded.why });
    return { refusal: guarded.why };
  }

  const { moveFrom } = request;
  if (moveFrom !== undefined && (await supervises(deps, rep))) {
    const left = await leaveForAnother(deps, rep, {
      moveFrom,
      movingTo: callId,
      action: 'PlaceCall',
    });
    if ('refusal' in left) return left;
  }

  const call = await outboundCall(deps, rep, guarded, { callId, startedAt });
  const placed: CallEvent = { type: 'CallPlaced', call, at: startedAt };
  await deps.store.createCall(
    call,
    auditEvents(call, [placed], { actor: actorOf(rep), nextId: () => deps.ids.next() }),
    [],
  );
  await ringOwnDevice(deps, rep, { callId });
  return { ok: (await deps.store.loadCall(callId)) ?? call };
}

/** The customer to call, if all checks pass. */
interface Dialable {
  readonly subject: CallSubject;
  readonly phone: string;
  readonly policy: DialingPolicy;
}

/**
 * `not_dialed`: the org does not call the number or the customer, which is audited with the number
 * as it was written. `refused`: everything else.
 */
type GuardedRequest =
  | ({ readonly status: 'dialable' } & Dialable)
  | { readonly status: 'refused'; readonly why: Refusal }
  | { readonly status: 'not_dialed'; readonly why: Refusal; readonly written: string };

/** A number that the rep typed is checked before the CRM is asked whose it is. */
async function guardRequest(
  deps: PlaceCallDeps,
  rep: Person,
  { request, callId }: { readonly request: PlaceCall; readonly callId: string },
): Promise<GuardedRequest> {
  const { orgId } = rep;
  const notDialed = (why: Refusal, written: string): GuardedRequest => ({
    status: 'not_dialed',
    why,
    written,
  });
  const typed = request.to;
  const emergency = typed === undefined ? undefined : refuseEmergency(typed);
  if (emergency) return notDialed(emergency, typed!);
  const busy = await refuseBusyRep(deps, rep, request);
  if (busy) return { status: 'refused', why: busy };

  const dialed = typed === undefined ? undefined : await guardDestination(deps, orgId, typed);
  if (dialed && 'refusal' in dialed) return notDialed(dialed.refusal, typed!);
  const to = dialed?.destination.number;
  const subject = await subjectOf(deps.customers, orgId, {
    request: { ...request, to },
    homeCountry: dialed?.policy.homeCountry,
  });
  const phone = subject?.customer.phone;
  if (!phone) return { status: 'refused', why: NO_NUMBER };
  const guarded = dialed ?? (await guardDestination(deps, orgId, phone));
  if ('refusal' in guarded) return notDialed(guarded.refusal, phone);
  const why = await guardCustomer(deps, rep, { callId, guarded, subject });
  return why
    ? notDialed(why, phone)
    : { status: 'dialable', subject, phone, policy: guarded.policy };
}

const NO_NUMBER = refusal('invalid_request', { field: 'to', wording: 'invalid_request.no_number' });

async function outboundCall(
  deps: PlaceCallDeps,
  rep: Person,
  { subject, phone, policy }: Dialable,
  { callId, startedAt }: Pick<Call, 'callId' | 'startedAt'>,
): Promise<Call> {
  const { orgId } = rep;
  const { customer, opportunity } = subject;
  const opens = await opensWithDisclosure(deps.consent, orgId, { customer, repPlace: rep.place });
  return {
    orgId,
    callId,
    direction: 'outbound',
    purpose: WITH_CUSTOMER,
    status: 'ringing',
    startedAt,
    rep: repOnCall(rep),
    customer,
    opportunity,
    participants: [],
    interventions: [],
    notices: [],
    recordings: [],
    announcements: [],
    opensWithDisclosure: opens,
    callerId: await callerIdFor(deps, rep, { to: phone }),
    ...answeringOf(policy.machines, customer),
    ...recordingOf(deps.recordsCalls, opens),
    ...(await transcriptionOf(deps, orgId)),
    language: await languageOnCall(deps.speech, orgId, { customer, rep }),
    ...(await earlierChoice(deps, orgId, customer)),
  };
}

/** The number that was dialed goes before the number of the record; the record gives the names. */
async function subjectOf(
  customers: CustomerLookup,
  orgId: string,
  {
    request: { to, opportunityId, contactId, accountId },
    homeCountry,
  }: { readonly request: PlaceCall; readonly homeCountry?: string },
): Promise<CallSubject | undefined> {
  const byRecord =
    opportunityId || contactId || accountId
      ? await customers.byRecord(orgId, { opportunityId, contactId, accountId })
      : undefined;
  if (!to) return byRecord;
  if (byRecord && accountId && !contactId && !opportunityId)
    return (await customers.byPhone(orgId, to)) ?? ofAccount(byRecord, to);
  if (byRecord) return { ...byRecord, customer: { ...byRecord.customer, phone: to } };
  return (
    (await customers.byPhone(orgId, to)) ?? {
      customer: { name: readableNumber(to, homeCountry), phone: to },
    }
  );
}

/** The number of an account does not tell which contact answers. */
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
