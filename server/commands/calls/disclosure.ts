import { disclosureOf } from '../../domain/call/announcement.ts';
import { connectedParticipant, type Call, type Customer } from '../../domain/call/call.ts';
import { happens, refuse } from '../../domain/call/events.ts';
import type { SpokenLanguage } from '../../domain/call/language.ts';
import type { Place, Person } from '../../domain/call/people.ts';
import { isPractice } from '../../domain/call/purpose.ts';
import { refusal } from '../../domain/call/refusals.ts';
import { mustDisclose } from '../../domain/consent/decide.ts';
import { chooseLanguage } from '../../domain/notices/language.ts';
import { requestDisclosure } from '../../domain/notices/playAnnouncements.ts';
import { placeOfNumber } from '../../domain/numbers/whereabouts.ts';
import { maySee } from '../../domain/policy/decide.ts';
import {
  CrmUnavailable,
  type ConsentSource,
  type Policies,
  type SpeechSource,
  type Store,
} from '../../ports/index.ts';
import type { CallDeps } from '../carrier/callDeps.ts';
import { performEffects } from '../carrier/performEffects.ts';
import { actorOf } from '../transact/actor.ts';
import { callAfter, decideOn } from '../transact/decideOn.ts';
import type { Result } from '../transact/result.ts';

/** Whether a new call must open with the disclosure. When the CRM does not answer, it must. */
export async function opensWithDisclosure(
  consent: ConsentSource,
  orgId: string,
  { customer, repPlace }: { readonly customer: Customer; readonly repPlace: Place | undefined },
): Promise<boolean> {
  try {
    return mustDisclose(
      { customerPhone: customer.phone, customerPlace: customer.place, repPlace },
      await consent.of(orgId),
    );
  } catch (fault) {
    if (fault instanceof CrmUnavailable) return true;
    throw fault;
  }
}

/** From when a new call is recorded, where calls are recorded. */
export const recordingOf = (
  recordsCalls: boolean,
  opensWithDisclosure: boolean,
): Pick<Call, 'records'> =>
  recordsCalls ? { records: opensWithDisclosure ? 'after_disclosure' : 'from_start' } : {};

/** Whether an org has its calls transcribed. */
export interface TranscriptionDeps {
  readonly transcribesCalls: (orgId: string) => Promise<boolean>;
}

/** Whether a new call is transcribed. When the CRM does not answer, it is not. */
export async function transcriptionOf(
  { transcribesCalls }: TranscriptionDeps,
  orgId: string,
): Promise<Pick<Call, 'transcribes'>> {
  try {
    return (await transcribesCalls(orgId)) ? { transcribes: true } : {};
  } catch (fault) {
    if (fault instanceof CrmUnavailable) return {};
    throw fault;
  }
}

/**
 * The language that Dealside speaks on a new call, or to a caller who gets none. When the CRM does
 * not answer, Dealside's own table decides.
 */
export async function languageOnCall(
  speech: SpeechSource,
  orgId: string,
  {
    customer,
    rep,
  }: { readonly customer: Pick<Customer, 'place' | 'phone'>; readonly rep?: Person },
): Promise<SpokenLanguage> {
  const own = await speech.of(orgId).catch((fault: unknown) => {
    if (fault instanceof CrmUnavailable) return undefined;
    throw fault;
  });
  return chooseLanguage({
    customerAddress: customer.place,
    customerNumber: customer.phone ? placeOfNumber(customer.phone) : undefined,
    rep: rep?.locale,
    org: own?.language,
    records: own?.places,
  });
}

export interface DisclosureDeps extends Omit<CallDeps, 'locks'> {
  readonly store: Pick<Store, 'changeCall' | 'changeSupervisedCall' | 'loadCall' | 'recordAudit'>;
  readonly policies: Pick<Policies, 'inForce'>;
}

/**
 * Plays the disclosure on a call that did not open with it, or where it failed; for the rep, or for
 * a supervisor who may join.
 */
export async function playDisclosure(
  deps: DisclosureDeps,
  person: Person,
  { callId }: { callId: string },
): Promise<Result<Call>> {
  const policy = await deps.policies.inForce(person.orgId);
  const subject = {
    orgId: person.orgId,
    callId,
    action: 'PlayDisclosure' as const,
    actor: actorOf(person),
  };
  const decided = await decideOn(deps, subject, (call, now) => {
    if (!maySee(policy, person, { call, now })) return refuse(refusal('call_not_found'));
    if (call.status !== 'live' || !connectedParticipant(call, 'customer'))
      return refuse(refusal('call_not_live'));
    if (isPractice(call)) return refuse(refusal('practice_call'));
    return disclosureOf(call)?.status === 'played'
      ? happens()
      : happens(...requestDisclosure(call, now));
  });
  if ('ok' in decided) await performEffects(deps, decided.ok);
  return callAfter(decided);
}
