import {
  HEALTHY,
  isHealthyEnoughFor,
  unhealthyRefusal,
  type CarrierHealth,
} from '../audioCheck/audioCheck.ts';
import { disclosureOf } from '../call/announcement.ts';
import {
  connectedParticipant,
  isActive,
  isInTakeover,
  type ActiveIntervention,
  type Call,
  type Intervention,
  type StatedReason,
} from '../call/call.ts';
import { happens, refuse, type CallEvent, type Decision } from '../call/events.ts';
import {
  isHeardByRepOnly,
  isSilent,
  replacesRep,
  type Mode,
  type RepAfterTakeover,
} from '../call/modes.ts';
import type { Person } from '../call/people.ts';
import { refusal, type Refusal } from '../call/refusals.ts';
import { cancelOpenTransfer, leavingRepOf, requestedTransfer } from '../call/transfer.ts';
import {
  decideConsent,
  whereaboutsOf,
  type ConsentDecision,
  type ConsentSettings,
} from '../consent/decide.ts';
import { announcementsNeededFirst } from '../notices/announceFirst.ts';
import { requestAnnouncementsBefore } from '../notices/playAnnouncements.ts';
import { decidePolicy, type PolicyDecision } from '../policy/decide.ts';
import { vocabularyOf, type Policy } from '../policy/policy.ts';
import { NO_PROOFS, missingProof, type Proofs } from '../stepUp/proofs.ts';
import { floorTaken } from './floor.ts';
import { consentOnFile, statedReason } from './grounds.ts';
import { ownIntervention } from './ownIntervention.ts';

export interface ChangeMode {
  readonly interventionId: string;
  readonly supervisor: Person;
  readonly policy: Policy;
  readonly consent: ConsentSettings;
  readonly mode: Mode;
  readonly requestId: string;
  readonly reasonCode?: string;
  readonly note?: string;
  /** The one point that a barge is to add. */
  readonly point?: string;
  readonly whisperSkipped?: boolean;
  readonly repAfterTakeover?: RepAfterTakeover;
  /** How many interventions the supervisor has running on other calls. */
  readonly runningElsewhere?: number;
  /** The carrier's health, by the audio check. */
  readonly carrierHealth?: CarrierHealth;
  readonly proofs?: Proofs;
  /** The org wants a course before this mode, and the supervisor has not finished it. */
  readonly lacksCourse?: boolean;
}

/**
 * A mode is requested, and shown only once the carrier has confirmed it. Monitor needs no
 * permission.
 */
export function decideModeChange(call: Call, command: ChangeMode, now: string): Decision {
  const { mode, requestId } = command;
  const found = ownIntervention(call, command);
  if ('code' in found) return refuse(found);
  const permission = permissionFor(call, command, now);
  if (permission?.allowed === false) return refuse(permission.refusal);
  if (permission && command.lacksCourse) return refuse(refusal('course_first'));
  const current = switchable(found);
  if ('code' in current) return refuse(current);
  const isRequested = current.pending
    ? current.pending.requestId === requestId
    : current.mode === mode;
  if (isRequested) return happens();
  // Monitor is never refused while a mode change is pending: it is the way out of one that hangs.
  if (current.pending && !isSilent(mode)) return refuse(refusal('switch_pending'));

  const stated = statedReason(vocabularyOf(command.policy), command, {
    current: current.reason,
    needs: permission?.obligations ?? { reason: false, point: false },
  });
  // Falling silent is never refused for what was said with it.
  if ('refusal' in stated && !isSilent(mode)) return refuse(stated.refusal);
  const consent = consentFor(call, command);
  if (consent?.allowed === false) return refuse(consent.refusal);
  if (!isHealthyEnoughFor(command.carrierHealth ?? HEALTHY, mode))
    return refuse(unhealthyRefusal(command.carrierHealth));
  const obstacle = obstacleToMode(mode, call, { current, now });
  if (obstacle) return refuse(obstacle);
  // Checked last, so that nobody enters a PIN only to be refused for another reason.
  const owed = permission && missingProof(permission.obligations, command.proofs ?? NO_PROOFS, now);
  if (owed) return refuse(owed);

  const reason = 'refusal' in stated ? undefined : stated.reason;
  return happens(...modeRequested(call, current, { ...command, permission, consent, reason, now }));
}

/** Undefined for a silent mode, which needs none: hours may have ended, rules may have changed. */
function permissionFor(
  call: Call,
  { policy, supervisor, mode, runningElsewhere }: ChangeMode,
  now: string,
): PolicyDecision | undefined {
  if (isSilent(mode)) return undefined;
  return decidePolicy({
    policy,
    person: supervisor,
    rep: call.rep,
    call,
    mode,
    now,
    runningElsewhere,
  });
}

/** Undefined for a silent mode, which needs none beyond that of the join. */
const consentFor = (call: Call, { consent, mode }: ChangeMode): ConsentDecision | undefined =>
  isSilent(mode)
    ? undefined
    : decideConsent(whereaboutsOf(call), disclosureOf(call), { settings: consent, mode });

/** The intervention, if its mode can change now. */
function switchable(intervention: Intervention): ActiveIntervention | Refusal {
  if (intervention.status === 'ended') return refusal('intervention_ended');
  if (intervention.status === 'joining') return refusal('not_joined_yet');
  return intervention.leaving ? refusal('intervention_ended') : intervention;
}

/** The permission and consent of a mode change. A silent mode needs neither. */
interface Grounds {
  readonly permission?: Extract<PolicyDecision, { allowed: true }>;
  readonly consent?: Extract<ConsentDecision, { allowed: true }>;
  readonly reason?: StatedReason;
}

/**
 * The pending mode, the announcements that must come before it, and the end of a transfer that a
 * takeover replaces.
 */
function modeRequested(
  call: Call,
  current: ActiveIntervention,
  {
    supervisor,
    mode,
    requestId,
    whisperSkipped,
    repAfterTakeover = 'leaves',
    permission,
    consent,
    reason,
    now,
  }: Omit<ChangeMode, keyof Grounds> & Grounds & { readonly now: string },
): CallEvent[] {
  const first = announcementsNeededFirst(call, current, {
    mode,
    byLaw: consent?.announcesSupervisor === true,
    byRule: permission?.obligations.noticeFirst ? permission.obligations.noticeKinds : [],
  });
  const endsTransfer = replacesRep(mode) && !isHandedTo(call, supervisor.userId);
  return [
    {
      type: 'ModeRequested',
      interventionId: current.interventionId,
      at: now,
      pending: {
        mode,
        requestId,
        requestedAt: now,
        reason,
        repAfterTakeover: replacesRep(mode) ? repAfterTakeover : undefined,
        whisperSkipped,
        ...(consent && { consent: consentOnFile(consent, now) }),
        ...(permission && {
          policy: {
            version: permission.policyVersion,
            rule: permission.rule,
            noticeKinds: permission.obligations.noticeKinds,
          },
        }),
      },
    },
    ...requestAnnouncementsBefore(call, current, { requestId, mode, kinds: first, now }),
    ...(endsTransfer ? cancelOpenTransfer(call, 'taken_over', now) : []),
  ];
}

/** Whether the rep wants to hand the call to this supervisor, who is on it. */
const isHandedTo = (call: Call, userId: string): boolean => {
  const transfer = requestedTransfer(call);
  return transfer?.by === 'takeover' && transfer.to.userId === userId;
};

/** Obstacles to a mode on the call itself, besides policy and consent. */
export function obstacleToMode(
  mode: Mode,
  call: Call,
  { current, now }: { readonly current: ActiveIntervention; readonly now: string },
): Refusal | undefined {
  if (isSilent(mode) && !replacesRep(current.mode)) return undefined;
  // One who is leaving still counts: the rep has not got the call back yet.
  const isTakenOver = call.interventions.some(
    (i) => i.interventionId !== current.interventionId && isActive(i) && isInTakeover(i),
  );
  if (isTakenOver) return refusal('takeover_in_progress');
  if (replacesRep(mode) && leavingRepOf(call))
    return refusal('transfer_pending', { wording: 'transfer_pending.takeover' });
  const taken = isSilent(mode) ? undefined : floorTaken(call, current, now);
  if (taken) return taken;
  const rep = connectedParticipant(call, 'rep');
  // Without a rep, a supervisor may talk to the customer only in takeover.
  if (!rep)
    return replacesRep(mode)
      ? undefined
      : refusal('rep_not_present', { wording: 'rep_not_present.take_over' });
  if (isHeardByRepOnly(mode) && rep.onHold) return refusal('rep_on_hold');
  return undefined;
}
