import { disclosureOf } from '../call/announcement.ts';
import { interventionOf, type Call, type Intervention, type StatedReason } from '../call/call.ts';
import { happens, refuse, type CallEvent, type Decision } from '../call/events.ts';
import { evolve } from '../call/evolve.ts';
import { JOIN_MODE } from '../call/modes.ts';
import type { OtherCall } from '../call/otherCall.ts';
import type { Device, Person } from '../call/people.ts';
import { isPractice } from '../call/purpose.ts';
import { refusal } from '../call/refusals.ts';
import {
  decideConsent,
  whereaboutsOf,
  type ConsentDecision,
  type ConsentSettings,
} from '../consent/decide.ts';
import { noticesFor } from '../notices/notices.ts';
import { decidePolicy, type PolicyDecision } from '../policy/decide.ts';
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
}

/**
 * A supervisor always joins in monitor (D7): nobody hears them, and the rep is notified. A
 * supervisor is on one call at a time. The same `interventionId` joins once.
 */
export function decideStart(call: Call, command: StartIntervention, now: string): Decision {
  const { supervisor, policy, otherCalls = [], proofs = NO_PROOFS, device = 'softphone' } = command;
  if (interventionOf(call, command.interventionId)) return happens();
  const granted = decidePolicy({
    policy,
    person: supervisor,
    rep: call.rep,
    call,
    mode: JOIN_MODE,
    now,
    covert: command.covert,
  });
  if (!granted.allowed) return refuse(granted.refusal);
  if (call.status !== 'live') return refuse(refusal('call_not_live'));
  if (isOnCall(call, supervisor)) return refuse(refusal('already_on_call'));
  const elsewhere = onAnotherCall(otherCalls, device);
  if (elsewhere) return refuse(elsewhere);
  const stated = statedReason(vocabularyOf(policy), command, { needs: granted.obligations });
  if ('refusal' in stated) return refuse(stated.refusal);
  const { reason } = stated;
  if (command.isRepUnnotified) return refuse(refusal('rep_not_notified'));
  const unwanted = refusedByChoice(call, reason?.code);
  if (unwanted) return refuse(unwanted);
  const owed = missingProof(granted.obligations, proofs, now);
  if (owed) return refuse(owed);
  if (device !== 'softphone' && !supervisor.phones[device])
    return refuse(refusal('device_unknown'));
  const lawful = decideConsent(whereaboutsOf(call), disclosureOf(call), {
    settings: command.consent,
    mode: JOIN_MODE,
  });
  if (!lawful.allowed) return refuse(lawful.refusal);
  return happens(...joinRequested(call, command, { granted, lawful, reason, now }));
}

const isOnCall = (call: Call, { userId }: Person): boolean =>
  call.interventions.some((i) => i.supervisor.userId === userId && i.status !== 'ended');

interface Grounds {
  readonly granted: Extract<PolicyDecision, { allowed: true }>;
  readonly lawful: Extract<ConsentDecision, { allowed: true }>;
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
