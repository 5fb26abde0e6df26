import type { Active, Call, CoachingTask, Intervention, StatedReason, ConsentOnFile } from '../call/call.ts';
import { interventionOf, connectedParticipant } from '../call/call.ts';
import { requestAnnouncementsBefore, disclosureOf } from '../notices/playAnnouncements.ts';
import { announcementsNeededFirst } from '../notices/announceFirst.ts';
import { decideConsent, type ConsentDecision, type ConsentSettings, type Whereabouts } from '../consent/decide.ts';
import { isHealthyEnoughFor, findingValue, HEALTHY, type CarrierHealth } from '../audioCheck/audioCheck.ts';
import { floorHolder, isTalking } from './floor.ts';
import { callRepBack } from '../carrier/customerCover.ts';
import { happens, refuse, type CallEvent, type Decision } from '../call/events.ts';
import { evolve } from '../call/evolve.ts';
import type { Mode, RepAfterTakeover } from '../call/modes.ts';
import type { Device, Person } from '../people/people.ts';
import { decidePolicy } from '../policy/decide.ts';
import type { Policy } from '../policy/policy.ts';
import { isRefusal, refusal, type Refusal } from '../refusals.ts';
import { noticesFor } from '../notices/notices.ts';
import { leavingRepOf } from '../transfer/transfer.ts';
import { cancelOpenTransfer } from '../transfer/decideTransfer.ts';
import { NO_PROOFS, missingProof, type Proofs } from '../stepUp/proofs.ts';
import { isOutcomeCode, isReasonCode, noteRequiredFor } from './reasons.ts';

/** What supervisors ask for, decided on the call as it is. Pure: state + command + now → events or refusal. */

export interface StartIntervention {
  readonly interventionId: string;
  readonly supervisor: Person;
  readonly policy: Policy;
  readonly consent: ConsentSettings;
  /** Covert listening, where a covert rule allows it. */
  readonly covert?: boolean;
  /** How many interventions the supervisor has running on other calls. */
  readonly runningElsewhere?: number;
  readonly reasonCode?: string;
  readonly note?: string;
  readonly proofs?: Proofs;
  readonly device?: Device;
}

/** Joining is always in monitor (D7): silent, for nobody to notice but the rep, who is told. */
export function decideStart(call: Call, command: StartIntervention, now: string): Decision {
  const { interventionId, supervisor, policy, consent, covert, runningElsewhere, proofs = NO_PROOFS, device = 'softphone' } = command;
  if (interventionOf(call, interventionId)) return happens();
  const granted = decidePolicy({ policy, person: supervisor, rep: call.rep, call, mode: 'monitor', now, covert, runningElsewhere });
  if (!granted.allowed) return refuse(granted.refusal);
  if (call.status !== 'live') return refuse(refusal('call_not_live'));
  if (call.interventions.some((i) => i.supervisor.userId === supervisor.userId && i.status !== 'ended')) {
    return refuse(refusal('already_on_call'));
  }
  const reason = statedReason(command, undefined, granted.obligations.reason);
  if (isRefusal(reason)) return refuse(reason);
  const owed = missingProof(granted.obligations, proofs, now);
  if (owed) return refuse(owed);
  if (device !== 'softphone' && !supervisor.phones[device]) return refuse(refusal('device_unknown'));
  const lawful = decideConsent(whereaboutsOf(call), disclosureOf(call), consent, 'monitor');
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
    isRecorded: granted.obligations.recorded,
    requestedAt: now,
    modeHistory: [],
    whisperSkipped: false,
    ...(reason && { reason }),
  };
  const requested: CallEvent = { type: 'InterventionRequested', intervention, at: now };
  // The rep is told now, and the supervisor let in when the announcement is over.
  return happens(requested, ...(granted.obligations.noticeFirst ? noticesFor(evolve(call, requested), intervention, 'monitor', now) : []));
}

export interface ChangeMode {
  readonly interventionId: string;
  readonly supervisor: Person;
  readonly policy: Policy;
  readonly consent: ConsentSettings;
  readonly mode: Mode;
  readonly requestId: string;
  readonly reasonCode?: string;
  readonly note?: string;
  readonly whisperSkipped?: boolean;
  readonly repAfterTakeover?: RepAfterTakeover;
  /** How many interventions the supervisor has running on other calls. */
  readonly runningElsewhere?: number;
  /** What the audio check says about the carrier. */
  readonly carrierHealth?: CarrierHealth;
  readonly proofs?: Proofs;
}

/** A mode is asked for, and shown only once the carrier has confirmed it. Silence needs no permission. */
export function decideModeChange(call: Call, command: ChangeMode, now: string): Decision {
  const found = ownIntervention(call, command);
  if ('code' in found) return refuse(found);
  const { supervisor, mode, requestId, whisperSkipped } = command;

  // Nobody needs permission to fall silent: hours may have ended, rules may have changed.
  const granted = mode === 'monitor' ? undefined : decidePolicy({ policy: command.policy, person: supervisor, rep: call.rep, call, mode, now, runningElsewhere: command.runningElsewhere });
  if (granted?.allowed === false) return refuse(granted.refusal);
  if (found.status === 'ended') return refuse(refusal('intervention_ended'));
  if (found.status === 'joining') return refuse(refusal('not_joined_yet'));
  if (found.leaving) return refuse(refusal('intervention_ended'));
  if (found.pending?.requestId === requestId) return happens();
  // Silence is never refused for being too early: it may be the way out of a switch that hangs.
  if (found.pending && mode !== 'monitor') return refuse(refusal('switch_pending'));
  if (found.mode === mode && !found.pending) return happens();

  const reason = statedReason(command, found.reason, granted?.obligations.reason ?? false);
  if (isRefusal(reason)) return refuse(reason);
  const lawful = mode === 'monitor' ? undefined : decideConsent(whereaboutsOf(call), disclosureOf(call), command.consent, mode);
  if (lawful?.allowed === false) return refuse(lawful.refusal);
  if (!isHealthyEnoughFor(command.carrierHealth ?? HEALTHY, mode)) return refuse(unhealthyRefusal(command.carrierHealth));
  const obstacle = obstacleToMode(mode, call, found, now);
  if (obstacle) return refuse(obstacle);
  // Last, so that nobody proves a PIN only to learn that something else is in the way.
  const owed = granted && missingProof(granted.obligations, command.proofs ?? NO_PROOFS, now);
  if (owed) return refuse(owed);

  const first = announcementsNeededFirst(call, found, mode, {
    byLaw: lawful?.announcesSupervisor === true, byRule: granted?.obligations.noticeFirst ? granted.obligations.noticeKinds : [],
  });
  const repAfterTakeover = mode === 'takeover' ? (command.repAfterTakeover ?? 'leaves') : undefined;
  return happens({
    type: 'ModeRequested', interventionId: found.interventionId, at: now,
    pending: {
      mode, requestId, requestedAt: now, reason, repAfterTakeover, whisperSkipped,
      ...(lawful && { consent: consentOnFile(lawful, now) }),
      ...(granted && { policy: { version: granted.policyVersion, rule: granted.rule, noticeKinds: granted.obligations.noticeKinds } }),
    },
  }, ...requestAnnouncementsBefore(call, found, requestId, first, now), ...(mode === 'takeover' ? cancelOpenTransfer(call, 'taken_over', now) : []));
}

const whereaboutsOf = ({ customer, rep }: Call): Whereabouts => ({ customerPhone: customer.phone, customerPlace: customer.place, repPlace: rep.place });

const consentOnFile = ({ rule, announcesSupervisor, evidence }: Extract<ConsentDecision, { allowed: true }>, at: string): ConsentOnFile => ({ rule, announcesSupervisor, evidence, at });

/** Keeps the word free for this supervisor for a while, so that two do not start to speak at once. */
export function decideFloorRequest(call: Call, command: { interventionId: string; supervisor: Person }, now: string): Decision {
  const found = ownIntervention(call, command);
  if ('code' in found) return refuse(found);
  if (found.status === 'ended') return refuse(refusal('intervention_ended'));
  if (found.status === 'joining') return refuse(refusal('not_joined_yet'));
  const taken = floorTaken(call, found, now);
  return taken ? refuse(taken) : happens({ type: 'FloorRequested', interventionId: found.interventionId, at: now });
}

/** Gives a claim up; who has none changes nothing. */
export function decideFloorRelease(call: Call, command: { interventionId: string; supervisor: Person }, now: string): Decision {
  const found = ownIntervention(call, command);
  if ('code' in found) return refuse(found);
  return found.status === 'active' && found.floorRequestedAt ? happens({ type: 'FloorReleased', interventionId: found.interventionId, at: now }) : happens();
}

function floorTaken(call: Call, current: Intervention, now: string): Refusal | undefined {
  const holder = floorHolder(call, now);
  if (!holder || holder.interventionId === current.interventionId) return undefined;
  const { name } = holder.supervisor;
  return refusal('floor_taken', { wording: isTalking(holder) ? 'floor_taken.talking' : 'floor_taken.about_to_talk', values: { who: name } });
}

/** Whoever was let in but has not joined is gone at once; of others the carrier says when they are. */
export function decideLeave(call: Call, command: { interventionId: string; supervisor: Person }, now: string): Decision {
  const found = ownIntervention(call, command);
  if ('code' in found) return refuse(found);
  const { interventionId } = found;
  if (found.status === 'ended' || (found.status === 'active' && found.leaving)) return happens();
  return found.status === 'joining'
    ? happens({ type: 'InterventionEnded', interventionId, endReason: 'supervisor_left', at: now })
    : happens({ type: 'LeaveRequested', interventionId, at: now });
}

/** What follows when nothing is heard any more of the softphone that a supervisor joined with. */
export function loseSupervisor(call: Call, interventionId: string, now: string): CallEvent[] {
  const found = interventionOf(call, interventionId);
  if (found?.status !== 'active') return [];
  const ended: CallEvent = { type: 'InterventionEnded', interventionId, endReason: 'connection_lost', at: now };
  return [ended, ...callRepBack(call, now, interventionId)];
}

export interface GiveOutcome {
  readonly interventionId: string;
  readonly supervisor: Person;
  readonly outcome: string;
  readonly note?: string;
  readonly coaching?: CoachingTask;
}

/** How the intervention went, once it is over. The first answer stands. */
export function decideOutcome(call: Call, command: GiveOutcome, now: string): Decision {
  const found = ownIntervention(call, command);
  if ('code' in found) return refuse(found);
  const { outcome, note, coaching } = command;
  if (!isOutcomeCode(outcome)) return refuse(refusal('outcome_invalid'));
  if (found.status !== 'ended' || found.outcome.status === 'not_asked') return refuse(refusal('outcome_not_due'));
  if (found.outcome.status === 'given') return happens();
  return happens({ type: 'OutcomeGiven', interventionId: found.interventionId, code: outcome, note, coaching, at: now });
}

/** Why nobody may be heard through the carrier for now, in the audio check's own words. */
export function unhealthyRefusal(carrierHealth: CarrierHealth | undefined): Refusal {
  const first = carrierHealth?.status === 'unhealthy' ? carrierHealth.findings[0] : undefined;
  return refusal('audio_check_failed', first && { wording: 'audio_check_failed.finding', values: { finding: findingValue(first) } });
}

/** A reason given earlier in the same intervention still stands for a louder mode. */
function statedReason({ reasonCode, note }: { reasonCode?: string; note?: string }, current: StatedReason | undefined, isNeeded: boolean): StatedReason | Refusal | undefined {
  if (reasonCode === undefined || reasonCode === '') {
    if (isNeeded && !current) return refusal('reason_required');
    return isNeeded ? current : undefined;
  }
  if (!isReasonCode(reasonCode)) {
    return refusal('reason_required', { wording: 'reason_required.not_offered' });
  }
  if (noteRequiredFor(reasonCode) && !note?.trim()) return refusal('reason_note_required');
  return { code: reasonCode, ...(note?.trim() && { note: note.trim() }) };
}

function obstacleToMode(mode: Mode, call: Call, current: Intervention & Active, now: string): Refusal | undefined {
  if (mode === 'monitor' && current.mode !== 'takeover') return undefined;
  const takenOver = call.interventions.some(
    (i) => i.interventionId !== current.interventionId && i.status === 'active' && (i.mode === 'takeover' || i.pending?.mode === 'takeover'),
  );
  if (takenOver) return refusal('takeover_in_progress');
  if (mode === 'takeover' && leavingRepOf(call)) return refusal('transfer_pending', { wording: 'transfer_pending.takeover' });
  const word = mode === 'monitor' ? undefined : floorTaken(call, current, now);
  if (word) return word;
  const rep = connectedParticipant(call, 'rep');
  // To a customer without a rep, a supervisor may speak only by having the call.
  if (!rep) return mode === 'takeover' ? undefined : refusal('rep_not_present', { wording: 'rep_not_present.take_over' });
  if (mode === 'whisper' && rep.onHold) return refusal('rep_on_hold');
  return undefined;
}

function ownIntervention(call: Call, { interventionId, supervisor }: { interventionId: string; supervisor: Person }): Intervention | Refusal {
  const found = interventionOf(call, interventionId);
  if (!found) return refusal('intervention_not_found');
  return found.supervisor.userId === supervisor.userId ? found : refusal('not_your_intervention');
}
