import type { FinishedCall } from '../../commands/calls/finishedCalls.ts';
import type { Recording } from '../../domain/call/call.ts';
import { interventionsVisibleTo } from '../../domain/call/covert.ts';
import { highestMode } from '../../domain/call/modes.ts';
import type { Person } from '../../domain/call/people.ts';
import { heardMeanwhile } from '../../domain/carrier/oneMoment.ts';
import { holderOf, type Debrief } from '../../domain/supervision/debrief.ts';
import { canBeDebriefed } from '../../domain/supervision/debriefPlan.ts';
import { momentsFor } from './helpViews.ts';
import { recordingView } from './presenters.ts';

/** An ended call: who was on it, and which of its recordings this person may play. */
export const finishedCallView = (
  call: FinishedCall,
  person: Person,
  {
    heard,
    debriefs,
    isSample,
    mayBeReviewed,
  }: {
    readonly heard: readonly Recording[];
    /** All debriefs of the call. */
    readonly debriefs: readonly Debrief[];
    /** Whether only sampled calls were asked for. */
    readonly isSample: boolean;
    /** Neither the customer nor a law forbids it. */
    readonly mayBeReviewed: boolean;
  },
) => ({
  callId: call.callId,
  direction: call.direction,
  startedAt: call.startedAt,
  answeredAt: call.answeredAt,
  endedAt: call.endedAt,
  rep: { userId: call.rep.userId, name: call.rep.name },
  customer: { name: call.customer.name, accountName: call.customer.accountName },
  opportunity: call.opportunity && {
    opportunityId: call.opportunity.opportunityId,
    name: call.opportunity.name,
  },
  interventions: interventionsVisibleTo(call, person).flatMap(
    ({ interventionId, supervisor, modeHistory }) =>
      modeHistory.length > 0
        ? [
            {
              interventionId,
              supervisor: { userId: supervisor.userId, name: supervisor.name },
              mode: highestMode(modeHistory.map(({ mode }) => mode)),
            },
          ]
        : [],
  ),
  customerHeard: heardMeanwhile(call),
  isTranscribed: call.transcribes === true,
  moments: momentsFor(call, person),
  debrief: debriefFor(call, person, debriefs),
  mayPlanDebrief:
    debriefs.length === 0 &&
    mayBeReviewed &&
    canBeDebriefed(call, person) &&
    (isSample || (call.moments ?? []).length > 0),
  recordings: heard.map(recordingView),
});

/**
 * The reader's own debrief, or else the first, with the supervisors of all. The debrief of an
 * intervention that the reader may not know of is left out.
 */
function debriefFor(
  call: FinishedCall,
  person: Person,
  debriefs: readonly Debrief[],
): { readonly supervisor: string; readonly debriefId: string | undefined } | undefined {
  const known = interventionsVisibleTo(call, person);
  const visible = debriefs.filter(
    ({ source }) =>
      source.kind !== 'intervention' ||
      known.some(({ interventionId }) => interventionId === source.interventionId),
  );
  const own = visible.find((debrief) => holderOf(debrief, person.userId));
  const first = own ?? visible[0];
  if (!first) return undefined;
  const names = [first, ...visible].map(({ supervisor }) => supervisor.name);
  return { supervisor: [...new Set(names)].join(', '), debriefId: own?.debriefId };
}
