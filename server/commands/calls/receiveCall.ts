import { auditEvents } from '../../domain/audit/entries.ts';
import { repOnCall, type Call, type Customer } from '../../domain/call/call.ts';
import type { CallEvent } from '../../domain/call/events.ts';
import type { Language } from '../../domain/call/language.ts';
import { personWithoutRights, type Person } from '../../domain/call/people.ts';
import { WITH_CUSTOMER } from '../../domain/call/purpose.ts';
import { refusal, type Refusal } from '../../domain/call/refusals.ts';
import { planRinging } from '../../domain/inbound/plan.ts';
import { languageOf, TEXTS } from '../../domain/texts/texts.ts';
import {
  CrmUnavailable,
  type CallSubject,
  type Clock,
  type ConsentSource,
  type CustomerLookup,
  type Ids,
  type RepActivities,
  type SpeechSource,
  type Store,
} from '../../ports/index.ts';
import { earlierChoice, type EarlierChoiceDeps } from '../supervision/monitoringChoice.ts';
import { applyEvents } from '../transact/applyEvents.ts';
import { idFrom } from '../transact/ids.ts';
import {
  languageOnCall,
  opensWithDisclosure,
  recordingOf,
  transcriptionOf,
  type TranscriptionDeps,
} from './disclosure.ts';
import { whomToRing, type Called, type WhomToRingDeps } from './whomToRing.ts';

export interface ReceiveCallDeps extends EarlierChoiceDeps, TranscriptionDeps, WhomToRingDeps {
  readonly store: Pick<Store, 'createCall' | 'loadCall' | 'changeCall' | 'changeSupervisedCall'>;
  readonly customers: CustomerLookup;
  readonly activities: Pick<RepActivities, 'of'>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly consent: ConsentSource;
  readonly speech: SpeechSource;
  /** Whether every call is recorded. */
  readonly recordsCalls: boolean;
}

export interface ReceiveCall {
  readonly orgId: string;
  readonly from: string;
  /** The carrier's id of the caller's connection: the same call is received once. */
  readonly connectionId: string;
}

/** The call, or the refusal and the language in which the caller hears it. */
export type ReceivedCall =
  | { readonly ok: Call }
  | { readonly refusal: Refusal; readonly language: Language };

/**
 * Receives an inbound call for the rep who owns the caller's deal, and then for the reps that the
 * org's rules name; for those at once where the owner takes no calls any more. A caller unknown to
 * the CRM gets the org's group for unknown callers. If no rep can be rung, the call is created as
 * ended and the caller gets the voicemail. A caller is refused only if nobody at all can be told of
 * the call. While the CRM does not answer, that is found out later.
 */
export async function receiveCall(
  sources: ReceiveCallDeps,
  { orgId, from, connectionId }: ReceiveCall,
): Promise<ReceivedCall> {
  const callId = idFrom(orgId, connectionId);
  const repeated = await sources.store.loadCall(callId);
  if (repeated) return { ok: repeated };
  const deps = askingAtOnce(sources, orgId);
  const read = await callerOf(deps, orgId, from);
  const called = await whomToRing(deps, orgId, read.subject?.ownerUserId);
  const isUnread = read.isUnread || called.isUnread;
  const rep = called.rep ?? (isUnread ? unassigned(orgId, deps.clock.now()) : undefined);
  if (!rep) {
    const place = read.subject?.customer.place;
    const { code } = await languageOnCall(deps.speech, orgId, { customer: { place, phone: from } });
    return { refusal: refusal('call_not_found'), language: code };
  }

  const call = await inboundCall(deps, { orgId, callId, from, read, called: { ...called, rep } });
  const received: CallEvent = { type: 'CallReceived', call, at: call.startedAt };
  await deps.store.createCall(
    call,
    auditEvents(call, [received], { actor: { kind: 'carrier' }, nextId: () => deps.ids.next() }),
    [],
  );
  // Ends a call for which no rep can be rung.
  const applied = await applyEvents(deps, { callId }, () => []);
  return { ok: applied.status === 'applied' ? applied.call : call };
}

/**
 * Starts to read all that does not depend on the caller, so that a CRM that hangs delays the answer
 * to the carrier, which waits for 15 seconds, by no more than two of its time limits.
 */
function askingAtOnce(deps: ReceiveCallDeps, orgId: string): ReceiveCallDeps {
  const asked = <T>(answer: Promise<T>): { of: () => Promise<T> } => {
    answer.catch(() => undefined);
    return { of: () => answer };
  };
  return {
    ...deps,
    inboundRules: asked(deps.inboundRules.of(orgId)),
    consent: asked(deps.consent.of(orgId)),
    speech: asked(deps.speech.of(orgId)),
    transcribesCalls: asked(deps.transcribesCalls(orgId)).of,
  };
}

/** What the CRM says of a caller; `isUnread` if it does not answer. */
interface ReadCaller {
  readonly subject?: CallSubject;
  readonly isUnread: boolean;
}

async function callerOf(
  { customers }: Pick<ReceiveCallDeps, 'customers'>,
  orgId: string,
  phone: string,
): Promise<ReadCaller> {
  try {
    return { subject: await customers.byPhone(orgId, phone), isUnread: false };
  } catch (fault) {
    if (fault instanceof CrmUnavailable) return { isUnread: true };
    throw fault;
  }
}

/** Stands for the rep of a missed call until the CRM names one. */
const unassigned = (orgId: string, now: string): Person => ({
  ...personWithoutRights(orgId, '', now),
  name: TEXTS.en.unassigned,
});

async function inboundCall(
  deps: ReceiveCallDeps,
  {
    orgId,
    callId,
    from,
    read: { subject, isUnread },
    called: { rep, isUnread: isRepUnread, ...plan },
  }: Pick<Call, 'orgId' | 'callId'> & {
    readonly from: string;
    readonly read: ReadCaller;
    readonly called: Called & { readonly rep: Person };
  },
): Promise<Call> {
  const now = deps.clock.now();
  const customer: Customer = subject
    ? { ...subject.customer, phone: from }
    : { name: TEXTS[languageOf(rep.locale)].unknownCaller, phone: from };
  const people = [...new Set([rep, ...plan.group].map(({ userId }) => userId))];
  const opens = await opensWithDisclosure(deps.consent, orgId, { customer, repPlace: rep.place });
  return {
    orgId,
    callId,
    direction: 'inbound',
    purpose: WITH_CUSTOMER,
    status: 'ringing',
    startedAt: now,
    rep: repOnCall(rep),
    customer,
    opportunity: subject?.opportunity,
    participants: [],
    interventions: [],
    notices: [],
    recordings: [],
    announcements: [],
    opensWithDisclosure: opens,
    ...recordingOf(deps.recordsCalls, opens),
    ...(await transcriptionOf(deps, orgId)),
    ringing: {
      ...planRinging({ ...plan, activity: await deps.activities.of(orgId, people) }, now),
      ...(isUnread && { isCallerUnread: true }),
      ...(isRepUnread && { isRepUnread: true }),
    },
    language: await languageOnCall(deps.speech, orgId, { customer, rep }),
    ...(await earlierChoice(deps, orgId, customer)),
  };
}
