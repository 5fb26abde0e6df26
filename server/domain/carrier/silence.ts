import {
  activeIntervention,
  connectedParticipant,
  interventionOf,
  isActive,
  participantByConnection,
  supervisorConnections,
  type Active,
  type ActiveIntervention,
  type Call,
  type Intervention,
  type Participant,
} from '../call/call.ts';
import { AUDIBLE_TO, isHeardByRepOnly, isSilent, isWiderAudience } from '../call/modes.ts';
import { awaitedAnnouncement, switchBeganAt } from '../notices/announceFirst.ts';
import { isTakenOverByAnother, repAudibleAgain, type Step } from './steps.ts';

/*
 * The rule of silence: who must be heard by nobody, what triggers it, and by which steps. Silence
 * needs no permission and waits for nothing (stepOrder.ts); a mode change that fails ends in
 * silence, never in a wider audience.
 *
 * What triggers it                         Who finds out                       Steps
 * the supervisor asks for monitor          changeMode                          switchSteps
 * the supervisor has long said nothing     stepDown                            silenceSteps
 * the supervisor leaves                    leaveCall                           leaveSteps
 * a mode change is refused or unanswered   changeMode                          silenceSteps
 * a mode change exceeds SWITCH_LIMIT_MS    reconcileCall                       silenceSteps
 * an announcement before a mode fails      observe                             none: mode as before
 * the audio check hears a whisper leak     silenceLeakingWhispers              silenceSteps
 * the lease of the softphone runs out      dropExpiredLeases, removeSupervisor removalSteps
 * the right to a mode is lost, with voice  revokeLostRights, moveToQuieterMode switchSteps
 * the right to be on the call is lost      revokeLostRights, removeSupervisor  removalSteps
 * the rep whispered to is away or on hold  pendingActions                      silenceStep
 * heard by more people than the mode says  pendingActions                      silenceStep
 * connected but no intervention is running pendingActions, reconcileCall       silenceStep, remove
 * the rep whispered to hands over the call handOverSteps                       silenceStep
 * another takes over during a whisper      switchSteps                         heard by nobody
 *
 * A request that was under way may be done after the silence. So runSteps repeats it as long as
 * mustBeSilent says so.
 *
 * The carrier need not change who is muted and who whispers at the same time. So a step changes one
 * of the two: a whisper is muted while it still reaches the rep alone, and begins while it is muted.
 */

/** A mode change that the carrier has not confirmed after this long has failed. */
const SWITCH_LIMIT_MS = 8_000;

/**
 * Mutes the supervisor, whose leaving then does not end the call. A possible whisper stays bound to
 * the rep, so that it is muted before it could reach anybody else. `whispersToConnectionId` is that
 * rep, if it is not the one who has the call.
 */
export function silenceStep(
  call: Call,
  connectionId: string,
  whispersToConnectionId = hearsWhisperOf(call, connectionId),
) {
  return {
    do: 'set',
    connectionId,
    audibleTo: 'nobody',
    ...(whispersToConnectionId && { whispersToConnectionId }),
    endsCall: false,
  } as const satisfies Step;
}

/**
 * The connection that hears this supervisor's whisper, if one may be under way. One that is away or
 * on hold is named only when the supervisor is known to whisper: the carrier would refuse it. A rep
 * who is rung again has not heard it yet.
 */
function hearsWhisperOf(call: Call, connectionId: string): string | undefined {
  const supervisor = participantByConnection(call, connectionId);
  if (supervisor?.party.role !== 'supervisor') return undefined;
  const rep = connectedParticipant(call, 'rep');
  if (rep && !rep.onHold) return rep.connectionId;
  const intervention = interventionOf(call, supervisor.party.interventionId);
  const isWhisper =
    supervisor.audibleTo === 'rep' || (intervention !== undefined && isWhispering(intervention));
  return isWhisper
    ? call.participants.findLast(
        ({ party, status }) => party.role === 'rep' && status !== 'ringing',
      )?.connectionId
    : undefined;
}

/** Whether nobody may hear this connection now, whatever was requested before. */
export function mustBeSilent(call: Call, connectionId: string): boolean {
  const participant = participantByConnection(call, connectionId);
  if (participant?.status !== 'connected' || participant.party.role !== 'supervisor') return false;
  const intervention = interventionOf(call, participant.party.interventionId);
  if (!intervention || intervention.status === 'ended') return true;
  return (
    isActive(intervention) &&
    (intervention.leaving === true || isSilent(intervention.pending?.mode ?? intervention.mode))
  );
}

/**
 * Whether more people hear the supervisor than the confirmed mode says, as after a request that the
 * carrier processed late.
 */
export const isHeardTooWidely = ({ mode }: Active, { audibleTo }: Participant): boolean =>
  isWiderAudience(audibleTo, AUDIBLE_TO[mode]);

/** Whether a whisper has nobody to hear it. It falls to silence, never to a wider audience. */
export const isWhisperUnheard = (call: Call, { audibleTo }: Participant): boolean =>
  audibleTo === 'rep' && connectedParticipant(call, 'rep')?.onHold !== false;

/**
 * Whether this supervisor whispers, or is about to: a leak found by the audio check concerns them.
 */
export const isWhispering = (intervention: Intervention): intervention is ActiveIntervention =>
  isActive(intervention) &&
  [intervention.mode, intervention.pending?.mode].some(
    (mode) => mode !== undefined && isHeardByRepOnly(mode),
  );

/**
 * Whether a mode change has taken too long. The time counts from the end of the announcements that
 * come first.
 */
export const isSwitchOverdue = (
  call: Call,
  intervention: Intervention,
  now: string,
): intervention is ActiveIntervention =>
  isActive(intervention) &&
  intervention.pending !== undefined &&
  !awaitedAnnouncement(call, intervention) &&
  Date.parse(now) - Date.parse(switchBeganAt(call, intervention)) > SWITCH_LIMIT_MS;

/**
 * Whether this supervisor whispers to a rep who hands the call over: also while the way to monitor
 * is not confirmed, for the carrier may have done more than it has reported.
 */
export function isWhisperAtHandOver(call: Call, { party, audibleTo }: Participant): boolean {
  if (party.role !== 'supervisor') return false;
  const pending = activeIntervention(call, party.interventionId)?.pending;
  return audibleTo === 'rep' || (pending !== undefined && isSilent(pending.mode));
}

/**
 * The steps after a mode change has failed half-way: everybody hears the rep, nobody hears the
 * supervisor, and the supervisor's leaving does not end the call.
 */
export function silenceSteps(call: Call, intervention: ActiveIntervention): Step[] {
  const silenced = supervisorConnections(call, intervention.interventionId).map(
    ({ connectionId }) => silenceStep(call, connectionId),
  );
  const rep = connectedParticipant(call, 'rep')?.connectionId;
  // Without a rep, silence would leave the customer with nobody: the supervisor keeps the call.
  if (silenced.length === 0 || !rep) return [];
  if (isTakenOverByAnother(call, intervention)) return silenced;
  return [{ do: 'set', connectionId: rep, audibleTo: 'everyone' }, ...silenced];
}

/**
 * When a supervisor must go: everybody hears the rep, the connection is silent and ends nothing,
 * and only then it is removed.
 */
export function removalSteps(call: Call, intervention: ActiveIntervention): Step[] {
  const connections = supervisorConnections(call, intervention.interventionId);
  if (connections.length === 0) return [];
  return [
    ...repAudibleAgain(call, intervention, intervention.pending?.mode),
    ...connections.map(({ connectionId }) => silenceStep(call, connectionId)),
    ...connections.map(({ connectionId }): Step => ({ do: 'remove', connectionId })),
  ];
}
