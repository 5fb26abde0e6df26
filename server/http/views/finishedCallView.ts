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
    debrief,
    isSample,
  }: {
    readonly heard: readonly Recording[];
    readonly debrief: Debrief | undefined;
    /** Whether only sampled calls were asked for. */
    readonly isSample: boolean;
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
  debrief: debrief && {
    supervisor: debrief.supervisor.name,
    debriefId: holderOf(debrief, person.userId) && debrief.debriefId,
  },
  mayPlanDebrief:
    !debrief && canBeDebriefed(call, person) && (isSample || (call.moments ?? []).length > 0),
  recordings: heard.map(recordingView),
});
