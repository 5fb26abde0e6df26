import type { Call, Intervention } from '../call/call.ts';
import { currentGuests } from '../call/guest.ts';
import { isSilent } from '../call/modes.ts';
import { openRepLoss } from '../call/repLoss.ts';
import { requestedTransfer } from '../call/transfer.ts';

/** The pause where it matters. */
export const LEAST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 20 * 60_000;

/**
 * How long after a look the carrier is asked again who hears whom on a supervised call, in
 * milliseconds. It is asked often while a supervisor is heard or a request is under way. A
 * supervisor who has been silent for a while is checked at intervals of half that time, because
 * earlier requests have finished by then.
 */
export function lookAgainMs(call: Call, now: string): number {
  const running = call.interventions.filter(({ status }) => status !== 'ended');
  const isQuiet = running.length > 0 && running.every(listensInSilence) && !isOnTheMove(call);
  if (!isQuiet) return LEAST_PAUSE_MS;
  const newest = [
    ...running.flatMap(timesOf),
    ...call.participants.flatMap(({ joinedAt }) => joinedAt ?? []),
  ].reduce((latest, at) => Math.max(latest, Date.parse(at)), 0);
  return Math.min(Math.max((Date.parse(now) - newest) / 2, LEAST_PAUSE_MS), LONGEST_PAUSE_MS);
}

const listensInSilence = (intervention: Intervention): boolean =>
  intervention.status === 'active' &&
  isSilent(intervention.mode) &&
  !intervention.pending &&
  !intervention.leaving;

/** A mode that was given up is among them: the request for it may still be carried out. */
const timesOf = (intervention: Intervention): string[] =>
  intervention.status === 'active'
    ? [
        intervention.modeSince,
        ...(intervention.problem ? [intervention.problem.at] : []),
        ...(intervention.floorRequestedAt ? [intervention.floorRequestedAt] : []),
      ]
    : [intervention.requestedAt];

const isOnTheMove = (call: Call): boolean =>
  requestedTransfer(call) !== undefined ||
  openRepLoss(call) !== undefined ||
  call.participants.some(
    ({ party, status, audibleTo }) =>
      party.role === 'supervisor' && status === 'connected' && audibleTo !== 'nobody',
  ) ||
  currentGuests(call).length > 0;
