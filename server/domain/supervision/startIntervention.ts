import { disclosureOf } from '../call/announcement.ts';
import { interventionOf, type Call, type Intervention, type StatedReason } from '../call/call.ts';
import { happens, refuse, type CallEvent, type Decision } from '../call/events.ts';
import { evolve } from '../call/evolve.ts';
import { JOIN_MODE } from '../call/modes.ts';
import type { OtherCall } from '../call/otherCall.ts';
import type { Device, Person } from '../call/people.ts';
import { isPractice } from '../call/purpose.ts';
import type { ReasonCode } from '../call/reasons.ts';
import { refusal, type Refusal, type RefusalCode } from '../call/refusals.ts';
import {
  decideConsent,
  whereaboutsOf,
  type ConsentDecision,
  type ConsentSettings,
} from '../consent/decide.ts';
import { noticesFor } from '../notices/notices.ts';
import type { Obligations, PolicyDecision } from '../policy/decide.ts';
import { decideJoin } from '../policy/decideJoin.ts';
import { vocabularyOf, type Policy } from '../policy/policy.ts';
import { NO_PROOFS, missingProof, type Proofs } from '../stepUp/proofs.ts';
import { consentOnFile, statedReason } from './grounds.ts';
import { refusedByChoice } from './monitoringChoice.ts';
import { onAnotherCall } from './moveToCall.ts';

export interface StartIntervention {
  readonly interventionId: string;
  readonly supervisor: Person;
  readonly policy: Policy;
  readonly consent: ConsentSettings;
  /** Covert monitoring, where a covert rule allows it. */
  readonly covert?: boolean;
  /** The live calls that the supervisor is on already. */
  readonly otherCalls?: readonly OtherCall[];
  readonly reasonCode?: string;
  readonly note?: string;
  readonly proofs?: Proofs;
  readonly device?: Device;
  /** The rep has not acknowledged what a law of their place wants them told first. */
  readonly isRepUnnotified?: boolean;
  /** Another supervisor who is looking after the call, of whom this one has not been told. */
  readonly claimedBy?: string;
}

/**
 * A supervisor always joins in monitor (D7): nobody hears them, and the rep is notified. A
 * supervisor is on one call at a time. The same `interventionId` joins once.
 */
export function decideStart(call: Call, command: StartIntervention, now: string): Decision {
  const { supervisor, policy, otherCalls = [], device = 'softphone' } = command;
  if (interventionOf(call, command.interventionId)) return happens();
  const granted = decideJoin(call, { person: supervisor, policy, covert: command.covert }, now);
  if (!granted.allowed) return refuse(granted.refusal);
  if (call.status !== 'live') return refuse(refusal('call_not_live'));
  if (isOnCall(call, supervisor)) return refuse(refusal('already_on_call'));
  if (command.claimedBy !== undefined)
    return refuse(refusal('call_claimed', { values: { who: command.claimedBy } }));
  const elsewhere = onAnotherCall(otherCalls, device);
  if (elsewhere) return refuse(elsewhere);
  const stated = statedReason(vocabularyOf(policy), command, { needs: granted.obligations });
  if ('refusal' in stated) return refuse(stated.refusal);
  const { reason } = stated;
  const conditions = joinConditions(
    call,
    { ...command, obligations: granted.obligations, reasonCode: reason?.code },
    now,
  );
  if ('refusal' in conditions) return refuse(conditions.refusal);
  if (device !== 'softphone' && !supervisor.phones[device])
    return refuse(refusal('device_unknown'));
  const { lawful } = conditions;
  return happens(...joinRequested(call, command, { granted, lawful, reason, now }));
}

/** What a supervisor can answer to be let onto the call after all; until then they are coming. */
const ASKED_FIRST: ReadonlySet<RefusalCode> = new Set([
  'already_on_another_call',
  'call_claimed',
  'consent_missing',
  'passkey_required',
  'pin_required',
  'point_required',
  'reason_required',
]);

/** Whether a refused join asks something first, and is not over. */
export const isAskedFirst = ({ code }: Refusal): boolean => ASKED_FIRST.has(code);

interface JoinConditions {
  readonly obligations: Obligations;
  readonly consent: ConsentSettings;
  readonly proofs?: Proofs;
  readonly isRepUnnotified?: boolean;
  readonly reasonCode?: ReasonCode;
}

/** Whether the rep's notice, the customer's choice, the proofs and the law admit a supervisor. */
export function joinConditions(
  call: Call,
  { obligations, consent, proofs = NO_PROOFS, isRepUnnotified, reasonCode }: JoinConditions,
  now: string,
): { readonly lawful: Lawful } | { readonly refusal: Refusal } {
  if (isRepUnnotified) return { refusal: refusal('rep_not_notified') };
  const refused = refusedByChoice(call, reasonCode) ?? missingProof(obligations, proofs, now);
  if (refused) return { refusal: refused };
  const lawful = decideConsent(whereaboutsOf(call), disclosureOf(call), {
    settings: consent,
    mode: JOIN_MODE,
  });
  return lawful.allowed ? { lawful } : { refusal: lawful.refusal };
}

type Lawful = Extract<ConsentDecision, { allowed: true }>;

const isOnCall = (call: Call, { userId }: Person): boolean =>
  call.interventions.some((i) => i.supervisor.userId === userId && i.status !== 'ended');

interface Grounds {
  readonly granted: Extract<PolicyDecision, { allowed: true }>;
  readonly lawful: Lawful;
  readonly reason?: StatedReason;
}

/**
 * The initial intervention. If the rule requires the announcement first, the rep is notified now
 * and the supervisor is admitted after the announcement has ended.
 */
function joinRequested(
  call: Call,
  { interventionId, supervisor, device = 'softphone' }: StartIntervention,
  { granted, lawful, reason, now }: Grounds & { readonly now: string },
): CallEvent[] {
  const { obligations } = granted;
  const intervention: Intervention = {
    interventionId,
    status: 'joining',
    supervisor: { userId: supervisor.userId, name: supervisor.name, role: granted.role },
    policyVersion: granted.policyVersion,
    policyRule: granted.rule,
    noticeKinds: obligations.noticeKinds,
    device,
    consent: consentOnFile(lawful, now),
    isRecorded: obligations.recorded && !isPractice(call),
    requestedAt: now,
    modeHistory: [],
    whisperSkipped: false,
    ...(reason && { reason }),
  };
  const requested: CallEvent = { type: 'InterventionRequested', intervention, at: now };
  return [
    requested,
    ...(obligations.noticeFirst
      ? noticesFor(evolve(call, requested), intervention, { mode: JOIN_MODE, now })
      : []),
  ];
}
