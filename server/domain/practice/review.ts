import type { Call } from '../call/call.ts';
import { happens, refuse, type Decision } from '../call/events.ts';
import type { Person } from '../call/people.ts';
import { practiceOf } from '../call/purpose.ts';
import { refusal } from '../call/refusals.ts';
import { scenarioOf } from './scenarios.ts';

export interface ReviewPractice {
  readonly rep: Person;
  /** Codes of the scenario's checklist. */
  readonly ticked: readonly string[];
}

/**
 * A rep says what they did on their practice call, once it is over. Saying it again replaces it; the
 * same again changes nothing.
 */
export function decideReview(call: Call, { rep, ticked }: ReviewPractice, now: string): Decision {
  const practice = practiceOf(call);
  if (!practice || call.rep.userId !== rep.userId) return refuse(refusal('call_not_found'));
  if (call.status !== 'ended') return refuse(refusal('practice_not_over'));
  const checklist = scenarioOf(practice.scenario)?.checklist ?? [];
  const codes = checklist.map(({ code }) => code);
  if (ticked.some((code) => !codes.includes(code)))
    return refuse(refusal('invalid_request', { field: 'ticked' }));
  const inOrder = codes.filter((code) => ticked.includes(code));
  return practice.review && practice.review.ticked.join() === inOrder.join()
    ? happens()
    : happens({ type: 'PracticeReviewed', review: { ticked: inOrder, at: now }, at: now });
}
