import { DUE_STEPS, type DebriefRules, type DueStep } from '../call/debriefRules.ts';
import { addWorkingDays, dayOf, momentOf } from './debriefSlots.ts';

/** A debrief whose time is watched. */
export interface WatchedDebrief {
  /** YYYY-MM-DD, of the rep's calendar. */
  readonly dueOn: string;
  readonly repZone: string | undefined;
  readonly plannedAt: string;
  /** The steps that are done with. */
  readonly notifiedSteps: readonly DueStep[];
  /** It was closed, or a participant is no longer there. */
  readonly isClosed: boolean;
}

/**
 * The notifications to send now, the steps that are then done, and when to look again (undefined:
 * never).
 */
export interface DueDecision {
  readonly say: readonly DueStep[];
  readonly notifiedSteps: readonly DueStep[];
  readonly nextAt: string | undefined;
}

/** The end of the rep's working day on which it is due. */
export const dueAtOf = (
  { dueOn, repZone }: Pick<WatchedDebrief, 'dueOn' | 'repZone'>,
  { hours }: DebriefRules,
): string => momentOf(dueOn, hours.untilHour, repZone);

/** The day by which a debrief of now is due by the org's rule. */
export const dueOnOf = (
  now: string,
  timeZone: string | undefined,
  { dueDays }: DebriefRules,
): string => addWorkingDays(dayOf(now, timeZone), dueDays);

/**
 * If several steps were missed, both participants get only the last one; an escalation goes to a
 * third person and is never left out. A reminder from before the debrief was planned is skipped.
 */
export function decideDue(debrief: WatchedDebrief, rules: DebriefRules, now: string): DueDecision {
  if (debrief.isClosed) return { say: [], notifiedSteps: debrief.notifiedSteps, nextAt: undefined };
  const at = timesOf(debrief, rules);
  const reached = DUE_STEPS.filter((step) => at[step] <= now);
  const fresh = reached.filter((step) => !debrief.notifiedSteps.includes(step));
  const isTooLate =
    fresh.includes('due') ||
    debrief.notifiedSteps.includes('due') ||
    at.remind <= debrief.plannedAt;
  const say = fresh.filter((step) => step !== 'remind' || !isTooLate);
  const next = DUE_STEPS.filter((step) => !reached.includes(step)).map((step) => at[step]);
  return {
    say,
    notifiedSteps: DUE_STEPS.filter(
      (step) => reached.includes(step) || debrief.notifiedSteps.includes(step),
    ),
    nextAt: next.toSorted()[0],
  };
}

function timesOf(debrief: WatchedDebrief, rules: DebriefRules): Record<DueStep, string> {
  const due = dueAtOf(debrief, rules);
  return {
    remind: new Date(Date.parse(due) - rules.remindMs).toISOString(),
    due,
    escalate: momentOf(
      addWorkingDays(debrief.dueOn, rules.escalateDays),
      rules.hours.untilHour,
      debrief.repZone,
    ),
  };
}
