import { auditEvents } from '../../domain/audit/entries.ts';
import { repOnCall, type Call } from '../../domain/call/call.ts';
import type { CallEvent } from '../../domain/call/events.ts';
import type { Language } from '../../domain/call/language.ts';
import { refusal, type Refusal } from '../../domain/call/refusals.ts';
import {
  CrmUnavailable,
  type CallSubject,
  type Clock,
  type ConsentSource,
  type CustomerLookup,
  type Directory,
  type Ids,
  type SpeechSource,
  type Store,
} from '../../ports/index.ts';
import { languageOnCall, opensWithDisclosure, recordingOf } from './disclosure.ts';
import { idFrom } from '../transact/ids.ts';

export interface ReceiveCallDeps {
  readonly store: Pick<Store, 'createCall' | 'loadCall'>;
  readonly customers: CustomerLookup;
  readonly directory: Directory;
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

/** The call, or why there is none and in which language the caller is told. */
export type ReceivedCall =
  { readonly ok: Call } | { readonly refusal: Refusal; readonly language: Language };

/**
 * Takes an inbound call for the rep who owns the caller's deal. A caller who matches no rep is
 * refused.
 */
export async function receiveCall(
  deps: ReceiveCallDeps,
  { orgId, from, connectionId }: ReceiveCall,
): Promise<ReceivedCall> {
  const callId = idFrom(orgId, connectionId);
  const repeated = await deps.store.loadCall(callId);
  if (repeated) return { ok: repeated };
  const subject = await subjectOf(deps, orgId, from);
  const rep = subject?.ownerUserId
    ? await deps.directory.person(orgId, subject.ownerUserId).catch(unknownWhenAway)
    : undefined;
  if (!subject || !rep?.active || !rep.roles.includes('rep')) {
    const { code } = await languageOnCall(deps.speech, orgId, {
      place: subject?.customer.place,
      phone: from,
    });
    return { refusal: refusal('call_not_found'), language: code };
  }
  const customer = { ...subject.customer, phone: from };

  const now = deps.clock.now();
  const opens = await opensWithDisclosure(deps.consent, orgId, customer, rep.place);
  const call: Call = {
    orgId,
    callId,
    direction: 'inbound',
    status: 'ringing',
    startedAt: now,
    rep: repOnCall(rep),
    customer,
    opportunity: subject.opportunity,
    participants: [],
    interventions: [],
    notices: [],
    recordings: [],
    announcements: [],
    opensWithDisclosure: opens,
    ...recordingOf(deps.recordsCalls, opens),
    language: await languageOnCall(deps.speech, orgId, customer, rep),
  };
  const received: CallEvent = { type: 'CallReceived', call, at: now };
  await deps.store.createCall(
    call,
    auditEvents(call, [received], { actor: { kind: 'carrier' }, nextId: () => deps.ids.next() }),
    [],
  );
  return { ok: call };
}

const subjectOf = (
  { customers }: ReceiveCallDeps,
  orgId: string,
  from: string,
): Promise<CallSubject | undefined> => customers.byPhone(orgId, from).catch(unknownWhenAway);

/** The carrier waits only so long for instructions, whether or not the CRM answers. */
function unknownWhenAway(problem: unknown): undefined {
  if (problem instanceof CrmUnavailable) return undefined;
  throw problem;
}
