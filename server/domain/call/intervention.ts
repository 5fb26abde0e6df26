import type { ConsentEvidence } from './consentEvidence.ts';
import { replacesRep, type Mode, type RepAfterTakeover } from './modes.ts';
import type { NoticeKind } from './noticeKinds.ts';
import type { Device, Role } from './people.ts';
import type { OutcomeCode, ReasonCode } from './reasons.ts';
import type { Problem, RefusalCode } from './refusals.ts';

export interface Supervisor {
  readonly userId: string;
  readonly name: string;
  readonly role: Role;
}

/*
 * The life of an intervention. Events alone move it (evolve.ts); behind each stands who causes it.
 *
 *   InterventionRequested ............ the supervisor: startIntervention
 *            |
 *            v
 *   +-----------------+  InterventionEnded:
 *   | joining         |    join_failed ........... no answer, or 45 s pass: reconcile
 *   | heard by nobody |    announcement_failed ... an announcement that must come first fails
 *   |                 |--> supervisor_left ....... the supervisor: leaveCall
 *   |                 |    revoked ............... the right to be there is lost: revokeLostRights
 *   +-----------------+    call_ended ............ the call ends
 *            |
 *            | SupervisorJoined ...... the carrier: participant-joined
 *            v
 *   +-- active ----------------------------------------------------------------------------------+
 *   |                  ModeRequested ... the supervisor: changeMode; to a quieter mode also: the |
 *   |                                    right to the mode is lost: revokeLostRights; to monitor |
 *   |                                    also: the call is handed over to another rep, or the    |
 *   |                                    supervisor has long said nothing: stepDown              |
 *   |   +----------+ -----------------> +---------------------+                                  |
 *   |   | mode     |                    | mode, pending       |  until the carrier confirms,     |
 *   |   |          | <----------------- | a mode change is on |  the mode shown is the old one   |
 *   |   +----------+   ModeConfirmed    | its way             |                                  |
 *   |     ^      |       the carrier:   +---------------------+                                  |
 *   |     |      |       participant-changed, or reconcile   |                                   |
 *   |     |      |                                           |                                   |
 *   |     +------|-- ModeFailed: with a problem, silent <----+  the carrier refuses, or 8 s pass |
 *   |            |               also when an announcement that must come first fails; without   |
 *   |            |               pending too, when the audio check finds a leak                  |
 *   |            v                                                                               |
 *   |     leaving ... LeaveRequested: the supervisor: leaveCall                                  |
 *   +--------------------------------------------------------------------------------------------+
 *            |
 *            | InterventionEnded:
 *            |   supervisor_left ... the carrier: participant-left
 *            |   connection_lost ... the lease of the softphone runs out: dropExpiredLeases
 *            |   revoked ........... the right to be there is lost, or no quieter mode is left:
 *            |                       revokeLostRights
 *            |   call_ended ........ the call ends
 *            v
 *   +-------+
 *   | ended |  OutcomeGiven ... the supervisor: giveOutcome, where anybody heard the supervisor
 *   +-------+
 *
 * What silences a supervisor, and by which steps, is one module: carrier/silence.ts.
 */

/** One supervisor's presence on a call, from the request to join until it ends. */
export type Intervention = InterventionFacts & (Joining | Active | Ended);

interface InterventionFacts {
  readonly interventionId: string;
  readonly supervisor: Supervisor;
  readonly policyVersion: string;
  /** The rule that let the supervisor join. */
  readonly policyRule: string;
  /** How the rep is notified. None means covert, by a covert rule. */
  readonly noticeKinds: readonly NoticeKind[];
  readonly device: Device;
  /** The consent rule that applies, and the evidence it was decided by. */
  readonly consent?: ConsentOnFile;
  /** Whether the supervisor's own words are recorded, apart from the call's recording. */
  readonly isRecorded: boolean;
  readonly requestedAt: string;
  readonly modeHistory: readonly ModeChange[];
  readonly whisperSkipped: boolean;
}

interface Joining {
  readonly status: 'joining';
  /** Given before joining, where the rule asks for one. */
  readonly reason?: StatedReason;
}

export interface Active {
  readonly status: 'active';
  readonly joinedAt: string;
  /** The mode the carrier confirmed last; a mode change that is not confirmed yet is `pending`. */
  readonly mode: Mode;
  readonly modeSince: string;
  readonly reason?: StatedReason;
  readonly repAfterTakeover?: RepAfterTakeover;
  readonly pending?: PendingSwitch;
  readonly problem?: Problem & {
    /** The mode change that failed was made because the right to a mode was lost. */
    readonly lost?: LostMode;
  };
  readonly leaving?: true;
  /** When this supervisor requested the floor; cleared by going back to monitor. */
  readonly floorRequestedAt?: string;
}

export interface Ended {
  readonly status: 'ended';
  readonly joinedAt?: string;
  readonly leftAt: string;
  readonly endReason: InterventionEndReason;
  /** Why the right to be there was lost, where that ended it. */
  readonly because?: RefusalCode;
  readonly reason?: StatedReason;
  readonly outcome: Outcome;
}

export const INTERVENTION_END_REASONS = [
  'supervisor_left',
  'call_ended',
  'join_failed',
  'announcement_failed',
  'connection_lost',
  'revoked',
] as const;

export type InterventionEndReason = (typeof INTERVENTION_END_REASONS)[number];

export interface StatedReason {
  readonly code: ReasonCode;
  readonly note?: string;
  /** The one point that a barge is to add. */
  readonly point?: string;
}

/** A mode that a supervisor was in, or was about to be in, and lost the right to. */
interface LostMode {
  readonly mode: Mode;
  readonly because: RefusalCode;
}

export interface ModeChange {
  readonly mode: Mode;
  /** The supervisor had said nothing for long, and stepped down by themselves. */
  readonly because?: 'quiet';
  readonly lost?: LostMode;
  readonly at: string;
  readonly reasonCode?: ReasonCode;
}

export interface PendingSwitch {
  /** Dealside itself asked for it: the supervisor had said nothing for long. */
  readonly because?: 'quiet';
  /** Dealside itself asked for it: the supervisor had lost the right to a mode with a wider audience. */
  readonly lost?: LostMode;
  readonly consent?: ConsentOnFile;
  readonly mode: Mode;
  readonly requestId: string;
  readonly requestedAt: string;
  readonly reason?: StatedReason;
  readonly repAfterTakeover?: RepAfterTakeover;
  readonly whisperSkipped?: boolean;
  /** The rule that allowed it; monitor needs none. */
  readonly policy?: {
    readonly version: string;
    readonly rule: string;
    readonly noticeKinds: readonly NoticeKind[];
  };
}

/** `not_asked`: the supervisor was never heard, so there is nothing to judge. */
export type Outcome =
  | { readonly status: 'not_asked' }
  | { readonly status: 'due' }
  | {
      readonly status: 'given';
      readonly code: OutcomeCode;
      readonly note?: string;
      readonly tag?: string;
      /** The supervisor praised the rep by voice. */
      readonly praised?: true;
      readonly at: string;
      readonly coaching?: CoachingTask;
    };

export interface CoachingTask {
  /** Calendar date, YYYY-MM-DD. */
  readonly dueOn: string;
  readonly note?: string;
}

/** The decision on consent as it is kept: the rule, and the evidence it was decided by. */
export interface ConsentOnFile {
  readonly rule: string;
  readonly announcesSupervisor: boolean;
  readonly evidence: ConsentEvidence;
  readonly at: string;
}

interface WithInterventions {
  readonly interventions: readonly Intervention[];
}

/** The intervention with this id, whatever its status; undefined where the call has none. */
export const interventionOf = (
  { interventions }: WithInterventions,
  interventionId: string,
): Intervention | undefined => interventions.find((i) => i.interventionId === interventionId);

/** Who is on the call as a supervisor, or is joining it. */
export const supervisorIdsOn = ({ interventions }: WithInterventions): readonly string[] =>
  interventions
    .filter(({ status }) => status !== 'ended')
    .map(({ supervisor }) => supervisor.userId);

export type ActiveIntervention = Intervention & Active;

/** Whether the supervisor is on the call. */
export const isActive = (intervention: Intervention): intervention is ActiveIntervention =>
  intervention.status === 'active';

/** The intervention, while its supervisor is on the call. */
export function activeIntervention(
  call: WithInterventions,
  interventionId: string,
): ActiveIntervention | undefined {
  const intervention = interventionOf(call, interventionId);
  return intervention && isActive(intervention) ? intervention : undefined;
}

/** Whether the supervisor has taken the call over from the rep, or is about to. */
export const isInTakeover = ({ mode, pending }: Active): boolean =>
  replacesRep(mode) || (pending !== undefined && replacesRep(pending.mode));

/**
 * Whether the call is this supervisor's, or is about to be, and stays so: a supervisor who leaves
 * gives it back.
 */
export const hasTakenOver = (intervention: Intervention): boolean =>
  isActive(intervention) && !intervention.leaving && isInTakeover(intervention);
