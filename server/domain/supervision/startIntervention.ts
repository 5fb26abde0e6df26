import { interventionOf, type Call, type Intervention } from '../call/call.ts';
import { happens, refuse, type CallEvent, type Decision } from '../call/events.ts';
import { evolve } from '../call/evolve.ts';
import { decideConsent, whereaboutsOf, type ConsentSettings } from '../consent/decide.ts';
import { noticesFor } from '../notices/notices.ts';
import { disclosureOf } from '../call/announcement.ts';
import type { OtherCall } from '../call/otherCall.ts';
import type { Device, Person } from '../call/people.ts';
import { decidePolicy } from '../policy/decide.ts';
import { vocabularyOf, type Policy } from '../policy/policy.ts';
import { isPractice } from '../call/purpose.ts';
import { refusal } from '../call/refusals.ts';
import { NO_PROOFS, missingProof, type Proofs } from '../stepUp/proofs.ts';
import { consentOnFile, statedReason } from './grounds.ts';
import { refusedByChoice } from './monitoringChoice.ts';
import { onAnotherCall } from './moveToCall.ts';
import { JOIN_MODE } from '../call/modes.ts';

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
 * A supervisor joins in monitor, always (D7): heard by nobody, and the rep is notified; and is on
 * one call at a time. The same `interventionId` joins once.
 */
export function decideStart(call: Call, command: StartIntervention, now: string): Decision {
  const {
    interventionId,
    supervisor,
    policy,
    consent,
    covert,
    otherCalls = [],
    proofs = NO_PROOFS,
    device = 'softphone',
  } = command;
  if (interventionOf(call, interventionId)) return happens();
  const granted = decidePolicy({
    policy,
    person: supervisor,
    rep: call.rep,
    call,
    mode: JOIN_MODE,
    now,
    covert,
  });
  if (!granted.allowed) return refuse(granted.refusal);
  if (call.status !== 'live') return refuse(refusal('call_not_live'));
  if (
    call.interventions.some(
      (i) => i.supervisor.userId === supervisor.userId && i.status !== 'ended',
    )
  ) {
    return refuse(refusal('already_on_call'));
  }
  const elsewhere = onAnotherCall(otherCalls, device);
  if (elsewhere) return refuse(elsewhere);
  const stated = statedReason(vocabularyOf(policy), command, undefined, granted.obligations);
  if ('refusal' in stated) return refuse(stated.refusal);
  const { reason } = stated;
  if (command.isRepUnnotified) return refuse(refusal('rep_not_notified'));
  const unwanted = refusedByChoice(call, reason?.code);
  if (unwanted) return refuse(unwanted);
  const owed = missingProof(granted.obligations, proofs, now);
  if (owed) return refuse(owed);
  if (device !== 'softphone' && !supervisor.phones[device])
    return refuse(refusal('device_unknown'));
  const lawful = decideConsent(whereaboutsOf(call), disclosureOf(call), consent, JOIN_MODE);
  if (!lawful.allowed) return refuse(lawful.refusal);
  const intervention: Intervention = {
    interventionId,
    status: 'joining',
    supervisor: { userId: supervisor.userId, name: supervisor.name, role: granted.role },
    policyVersion: granted.policyVersion,
    policyRule: granted.rule,
    noticeKinds: granted.obligations.noticeKinds,
    device,
    consent: consentOnFile(lawful, now),
    isRecorded: granted.obligations.recorded && !isPractice(call),
    requestedAt: now,
    modeHistory: [],
    whisperSkipped: false,
    ...(reason && { reason }),
  };
  const requested: CallEvent = { type: 'InterventionRequested', intervention, at: now };
  // The rep is notified now, and the supervisor admitted when the announcement has ended.
  return happens(
    requested,
    ...(granted.obligations.noticeFirst
      ? noticesFor(evolve(call, requested), intervention, JOIN_MODE, now)
      : []),
  );
}
