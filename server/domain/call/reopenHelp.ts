import type { Call } from './call.ts';
import { isCovert } from './covert.ts';
import type { CallEvent } from './events.ts';
import {
  openHelpRequest,
  type Helper,
  type HelpOffer,
  type HelpRequest,
  type HelpReturnReason,
} from './helpRequest.ts';

type TakenHelp = Extract<HelpRequest, { status: 'taken' }>;
type HelpReopened = Extract<CallEvent, { type: 'HelpReopened' }>;

/** The event by which an accepted request is open again. */
export const helpReopened = (
  { helpRequestId, takenBy }: TakenHelp,
  because: HelpReturnReason,
  at: string,
): HelpReopened => ({ type: 'HelpReopened', helpRequestId, givenBackBy: takenBy, because, at });

/**
 * The request after its supervisor gave it back. The rep has waited already, so it is offered to all
 * others at once, and last to those who gave it back.
 */
export function reopened(help: HelpRequest, { givenBackBy: by, at }: HelpReopened): HelpRequest {
  if (help.status !== 'taken' || help.takenBy.userId !== by.userId) return help;
  const { takenBy: _by, takenAt: _at, ...facts } = help;
  const givenBackBy = [...(help.givenBackBy ?? []), by];
  return {
    ...facts,
    status: 'open',
    givenBackBy,
    reopenedAt: at,
    ...(help.offer && { offer: offeredAgain(help.offer, givenBackBy, at) }),
  };
}

function offeredAgain(offer: HelpOffer, givenBackBy: readonly Helper[], at: string): HelpOffer {
  const last = [...new Set(givenBackBy.map(({ userId }) => userId))];
  const first = offer.steps.flat().filter((userId) => !last.includes(userId));
  const steps = first.length > 0 ? [first, last] : [last];
  return { ...offer, steps, step: 0, stepSince: at };
}

/**
 * What follows for an accepted request from these events, where the join of its supervisor failed
 * before anybody could notice it. Covert monitoring tells the rep nothing, so it reopens nothing.
 * `call` is the call after the events.
 */
export function helpOfFailedJoins(call: Call, events: readonly CallEvent[]): CallEvent[] {
  const help = openHelpRequest(call);
  if (help?.status !== 'taken') return [];
  return events.flatMap((event) => {
    if (event.type !== 'InterventionEnded' || !isJoinOf(call, event.interventionId, help.takenBy))
      return [];
    const because = event.endReason === 'supervisor_left' ? 'canceled' : 'join_failed';
    return [helpReopened(help, because, event.at)];
  });
}

function isJoinOf({ interventions }: Call, id: string, { userId }: Helper): boolean {
  const one = interventions.find(({ interventionId }) => interventionId === id);
  return (
    one?.status === 'ended' && !one.joinedAt && one.supervisor.userId === userId && !isCovert(one)
  );
}
