import {
  connectedParticipant,
  isActive,
  isInTakeover,
  type ActiveIntervention,
  type Call,
} from '../call/call.ts';
import { happens, refuse, type Decision } from '../call/events.ts';
import {
  isHeardByRepOnly,
  isSilent,
  takesCall,
  type Mode,
  type RepAfterTakeover,
} from '../call/modes.ts';
import {
  HEALTHY,
  isHealthyEnoughFor,
  unhealthyRefusal,
  type CarrierHealth,
} from '../audioCheck/audioCheck.ts';
import { decideConsent, whereaboutsOf, type ConsentSettings } from '../consent/decide.ts';
import { announcementsNeededFirst } from '../notices/announceFirst.ts';
import { disclosureOf } from '../call/announcement.ts';
import { requestAnnouncementsBefore } from '../notices/playAnnouncements.ts';
import type { Person } from '../call/people.ts';
import { decidePolicy } from '../policy/decide.ts';
import { vocabularyOf, type Policy } from '../policy/policy.ts';
import { refusal, type Refusal } from '../call/refusals.ts';
import { NO_PROOFS, missingProof, type Proofs } from '../stepUp/proofs.ts';
import { cancelOpenTransfer, leavingRepOf, requestedTransfer } from '../call/transfer.ts';
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
  /** What the audio check says about the carrier. */
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
  const found = ownIntervention(call, command);
  if ('code' in found) return refuse(found);
  const { supervisor, mode, requestId, whisperSkipped } = command;

  // Falling silent needs no permission: hours may have ended, rules may have changed.
  const granted = isSilent(mode)
    ? undefined
    : decidePolicy({
        policy: command.policy,
        person: supervisor,
        rep: call.rep,
        call,
        mode,
        now,
        runningElsewhere: command.runningElsewhere,
      });
  if (granted?.allowed === false) return refuse(granted.refusal);
  if (granted && command.lacksCourse) return refuse(refusal('course_first'));
  if (found.status === 'ended') return refuse(refusal('intervention_ended'));
  if (found.status === 'joining') return refuse(refusal('not_joined_yet'));
  if (found.leaving) return refuse(refusal('intervention_ended'));
  if (found.pending?.requestId === requestId) return happens();
  // Monitor is never refused while a mode change is pending: it is the way out of one that hangs.
  if (found.pending && !isSilent(mode)) return refuse(refusal('switch_pending'));
  if (found.mode === mode && !found.pending) return happens();

  const stated = statedReason(
    vocabularyOf(command.policy),
    command,
    found.reason,
    granted?.obligations ?? { reason: false, point: false },
  );
  // Falling silent is never refused for what was said with it.
  if ('refusal' in stated && !isSilent(mode)) return refuse(stated.refusal);
  const reason = 'refusal' in stated ? undefined : stated.reason;
  const lawful = isSilent(mode)
    ? undefined
    : decideConsent(whereaboutsOf(call), disclosureOf(call), command.consent, mode);
  if (lawful?.allowed === false) return refuse(lawful.refusal);
  if (!isHealthyEnoughFor(command.carrierHealth ?? HEALTHY, mode))
    return refuse(unhealthyRefusal(command.carrierHealth));
  const obstacle = obstacleToMode(mode, call, found, now);
  if (obstacle) return refuse(obstacle);
  // Last, so that nobody enters a PIN only to be refused for another reason.
  const owed = granted && missingProof(granted.obligations, command.proofs ?? NO_PROOFS, now);
  if (owed) return refuse(owed);

  const first = announcementsNeededFirst(call, found, mode, {
    byLaw: lawful?.announcesSupervisor === true,
    byRule: granted?.obligations.noticeFirst ? granted.obligations.noticeKinds : [],
  });
  const repAfterTakeover = takesCall(mode) ? (command.repAfterTakeover ?? 'leaves') : undefined;
  return happens(
    {
      type: 'ModeRequested',
      interventionId: found.interventionId,
      at: now,
      pending: {
        mode,
        requestId,
        requestedAt: now,
        reason,
        repAfterTakeover,
        whisperSkipped,
        ...(lawful && { consent: consentOnFile(lawful, now) }),
        ...(granted && {
          policy: {
            version: granted.policyVersion,
            rule: granted.rule,
            noticeKinds: granted.obligations.noticeKinds,
          },
        }),
      },
    },
    ...requestAnnouncementsBefore(call, found, { requestId, mode }, first, now),
    ...(takesCall(mode) && !isHandedTo(call, supervisor.userId)
      ? cancelOpenTransfer(call, 'taken_over', now)
      : []),
  );
}

/** Whether the rep wants to hand the call to this supervisor, who is on it. */
const isHandedTo = (call: Call, userId: string): boolean => {
  const transfer = requestedTransfer(call);
  return transfer?.by === 'takeover' && transfer.to.userId === userId;
};

/** What on the call is in the way of a mode, besides policy and consent. */
function obstacleToMode(
  mode: Mode,
  call: Call,
  current: ActiveIntervention,
  now: string,
): Refusal | undefined {
  if (isSilent(mode) && !takesCall(current.mode)) return undefined;
  // One who is leaving still counts: the rep has not got the call back yet.
  const isTakenOver = call.interventions.some(
    (i) => i.interventionId !== current.interventionId && isActive(i) && isInTakeover(i),
  );
  if (isTakenOver) return refusal('takeover_in_progress');
  if (takesCall(mode) && leavingRepOf(call))
    return refusal('transfer_pending', { wording: 'transfer_pending.takeover' });
  const taken = isSilent(mode) ? undefined : floorTaken(call, current, now);
  if (taken) return taken;
  const rep = connectedParticipant(call, 'rep');
  // Without a rep, a supervisor may talk to the customer only in takeover.
  if (!rep)
    return takesCall(mode)
      ? undefined
      : refusal('rep_not_present', { wording: 'rep_not_present.take_over' });
  if (isHeardByRepOnly(mode) && rep.onHold) return refusal('rep_on_hold');
  return undefined;
}
