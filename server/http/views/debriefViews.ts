import type { ListedDebrief, ShownDebrief } from '../../commands/supervision/debriefs.ts';
import type { DebriefTimes } from '../../commands/supervision/debriefTimes.ts';
import type { Person } from '../../domain/call/people.ts';
import { ratingsFor } from '../../domain/supervision/coachingRating.ts';
import { stageOf, type Debrief } from '../../domain/supervision/debrief.ts';
import { languageOf } from '../../domain/texts/texts.ts';
import { momentsFor } from './helpViews.ts';
import { recordingView } from './presenters.ts';

/** How many free times are proposed at once. */
const SHOWN = 3;

/** Why there is the debrief: an intervention, a flag, or the sample and why it has the call. */
export const aboutOf = ({ source }: Debrief) => ({
  kind: source.kind,
  ...(source.kind === 'sample' && { because: source.because }),
});

/** The booked time, for one of the two. */
export const bookingView = ({ rep, supervisor, progress }: Debrief, { userId }: Person) => ({
  you: userId === rep.userId ? 'rep' : 'supervisor',
  rep: rep.name,
  supervisor: supervisor.name,
  booking: progress.booking,
});

/** A few of the proposed times, from this one on. */
export function shownTimes(times: DebriefTimes, from: number) {
  if (times.status !== 'proposed') return times;
  const { slots, ...others } = times;
  return {
    ...others,
    slots: slots.slice(from, from + SHOWN),
    areMore: slots.length > from + SHOWN,
  };
}

/** An open debrief of a call that its supervisor did not join, as lists show it. */
export const listedView = ({ debrief, call }: ListedDebrief) => ({
  debriefId: debrief.debriefId,
  about: aboutOf(debrief),
  rep: debrief.rep,
  supervisor: debrief.supervisor,
  customerName: debrief.customerName,
  opportunity: call?.opportunity && {
    opportunityId: call.opportunity.opportunityId,
    name: call.opportunity.name,
  },
  startedAt: call?.startedAt,
  dueOn: debrief.dueOn,
  note: debrief.note,
});

/** Neither the supervisor nor the rep sees the other's score before giving their own. */
export function debriefView(shown: ShownDebrief, person: Person) {
  const { debrief, call, watch, zones, dueAt, isOverdue, mayRate } = shown;
  const { progress, rep, supervisor } = debrief;
  const isRep = person.userId === rep.userId;
  const areBothGiven = progress.selfScore && progress.supervisorScore;
  const { closedAlone } = progress;
  return {
    debriefId: debrief.debriefId,
    interventionId: debrief.debriefId,
    about: aboutOf(debrief),
    note: debrief.note,
    callId: debrief.callId,
    isTranscribed: call?.transcribes === true,
    stage: stageOf(progress),
    you: isRep ? 'rep' : 'supervisor',
    rep: rep.name,
    supervisor: supervisor.name,
    customerName: debrief.customerName,
    items: itemViews(shown, person),
    selfScore: isRep || areBothGiven ? progress.selfScore : undefined,
    supervisorScore: areBothGiven ? progress.supervisorScore : undefined,
    acknowledged: progress.acknowledged,
    booking: progress.booking,
    zones,
    isClosed: progress.closedAt !== undefined,
    notes: progress.notes,
    closedAlone: closedAlone && {
      by: debrief[closedAlone.by].name,
      reason: closedAlone.reason,
    },
    hasOtherLeft: shown.hasOtherLeft,
    ratings: ratingsFor(progress, isRep ? 'rep' : 'supervisor'),
    mayRate,
    dueAt,
    isOverdue,
    isEscalated: isOverdue && debrief.escalatedTo !== undefined,
    watch,
    startedAt: call && (call.status === 'ringing' ? call.startedAt : call.answeredAt),
    modes: call?.interventions.find(({ interventionId }) => interventionId === debrief.debriefId)
      ?.modeHistory,
    moments: call && momentsFor(call, person),
    recording: shown.recording && recordingView(shown.recording),
  };
}

function itemViews({ items }: ShownDebrief, { locale }: Person) {
  const isGerman = languageOf(locale) === 'de';
  return items.map(({ germanLabel, label, ...item }) => ({
    ...item,
    label: (isGerman && germanLabel) || label,
  }));
}
