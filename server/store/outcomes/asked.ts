import type { OutcomesQuestion } from '../../domain/outcomes/totals.ts';
import type { CountedReps } from '../../ports/index.ts';

/**
 * The condition for which calls are counted, with parameters 4 to 6 of a question. Null means no
 * restriction.
 */
export const OF_CALLS = `($4::text is null or "direction" = $4)
  and ($5::text[] is null or "repUserId" = any($5))
  and ($6::text is null or $6 = any(string_to_array("queueIds", ',')))`;

/** The condition of a question on the totals of days, with its parameters 1 to 6. */
export const ASKED = `"orgId" = $1 and "day" between $2::date and $3::date and ${OF_CALLS}`;

export const asked = (
  { orgId, from, to, direction, queueId }: OutcomesQuestion,
  reps: CountedReps,
) => [orgId, from, to, direction ?? null, reps === 'all' ? null : reps, queueId ?? null];

/** The same for totals of interventions, with parameter 7. */
export const ASKED_WITH_REASON = `${ASKED} and ($7::text is null or "reasonCode" = $7)`;
export const askedWithReason = (question: OutcomesQuestion, reps: CountedReps) => [
  ...asked(question, reps),
  question.reasonCode ?? null,
];
