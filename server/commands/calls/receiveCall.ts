import { auditEvents } from '../../domain/audit/entries.ts';
import { repOnCall, type Call, type Customer } from '../../domain/call/call.ts';
import type { CallEvent } from '../../domain/call/events.ts';
import type { Language } from '../../domain/call/language.ts';
import type { Person } from '../../domain/call/people.ts';
import { WITH_CUSTOMER } from '../../domain/call/purpose.ts';
import { refusal, type Refusal } from '../../domain/call/refusals.ts';
import { canTakeCalls, planRinging, type RingRequest } from '../../domain/inbound/plan.ts';
import {
  DEFAULT_INBOUND_RULES,
  type InboundRules,
  type RingGroup,
} from '../../domain/inbound/rules.ts';
import { languageOf, TEXTS } from '../../domain/texts/texts.ts';
import type {
  CallSubject,
  Clock,
  ConsentSource,
  CustomerLookup,
  Directory,
  Ids,
  InboundSource,
  RepActivities,
  RingGroups,
  SpeechSource,
  Store,
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
import { groupFor, rulesOfGroup, unknownWhenAway } from './ringGroup.ts';

export interface ReceiveCallDeps extends EarlierChoiceDeps, TranscriptionDeps {
  readonly store: Pick<Store, 'createCall' | 'loadCall' | 'changeCall' | 'changeSupervisedCall'>;
  readonly customers: CustomerLookup;
  readonly directory: Pick<Directory, 'person'>;
  readonly inboundRules: InboundSource;
  readonly ringGroups: RingGroups;
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
 * ended and the caller gets the voicemail. A caller is refused only if there is no rep at all.
 */
export async function receiveCall(
  deps: ReceiveCallDeps,
  { orgId, from, connectionId }: ReceiveCall,
): Promise<ReceivedCall> {
  const callId = idFrom(orgId, connectionId);
  const repeated = await deps.store.loadCall(callId);
  if (repeated) return { ok: repeated };
  const subject = await deps.customers.byPhone(orgId, from).catch(unknownWhenAway);
  const called = await whomToRing(deps, orgId, subject?.ownerUserId);
  if (!called) {
    const { code } = await languageOnCall(deps.speech, orgId, {
      customer: {
        place: subject?.customer.place,
        phone: from,
      },
    });
    return { refusal: refusal('call_not_found'), language: code };
  }

  const call = await inboundCall(deps, { orgId, callId, from, subject, called });
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

/** Those who can be rung for a caller, and the rules by which they are. */
interface Called extends Pick<
  RingRequest,
  'rules' | 'groupRules' | 'holidays' | 'owner' | 'group'
> {
  /** The rep who owns the call until a rep takes it. */
  readonly rep: Person;
}

/**
 * The owner and the org's group; the owner's team where the org names no group, also when the owner
 * takes no calls any more. Undefined where there is neither an owner nor anybody to ring.
 */
async function whomToRing(
  deps: ReceiveCallDeps,
  orgId: string,
  ownerUserId: string | undefined,
): Promise<Called | undefined> {
  const { rules, groups, holidays } =
    (await deps.inboundRules.of(orgId).catch(unknownWhenAway)) ?? NO_RULES;
  const ownedBy = ownerUserId
    ? await deps.directory.person(orgId, ownerUserId).catch(unknownWhenAway)
    : undefined;
  const owner = ownedBy && canTakeCalls(ownedBy) ? ownedBy : undefined;
  const find = async (ringGroup: RingGroup | undefined): Promise<Omit<Called, 'rep'>> => ({
    rules,
    groupRules: rulesOfGroup(ringGroup, groups),
    holidays,
    owner,
    group: await groupFor(deps, orgId, { ringGroup, managerId: ownedBy?.managerIds[0] }),
  });
  const tried = ownedBy
    ? [rules.group, rules.unknownCallers]
    : [rules.unknownCallers ?? rules.group];
  for (const ringGroup of tried) {
    const found = await find(ringGroup);
    const rep = owner ?? found.group[0];
    if (rep) return { ...found, rep };
  }
  return undefined;
}

const NO_RULES = {
  rules: DEFAULT_INBOUND_RULES,
  groups: new Map<string, InboundRules>(),
  holidays: [],
};

async function inboundCall(
  deps: ReceiveCallDeps,
  {
    orgId,
    callId,
    from,
    subject,
    called: { rep, ...plan },
  }: Pick<Call, 'orgId' | 'callId'> & {
    readonly from: string;
    readonly subject: CallSubject | undefined;
    readonly called: Called;
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
    ringing: planRinging({ ...plan, activity: await deps.activities.of(orgId, people) }, now),
    language: await languageOnCall(deps.speech, orgId, { customer, rep }),
    ...(await earlierChoice(deps, orgId, customer)),
  };
}
