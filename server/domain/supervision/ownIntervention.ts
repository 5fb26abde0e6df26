import { interventionOf, type Call, type Intervention } from '../call/call.ts';
import type { Person } from '../call/people.ts';
import { refusal, type Refusal } from '../call/refusals.ts';

/** The intervention that a supervisor's command is about, or the refusal. */
export function ownIntervention(
  call: Call,
  { interventionId, supervisor }: { interventionId: string; supervisor: Person },
): Intervention | Refusal {
  const found = interventionOf(call, interventionId);
  if (!found) return refusal('intervention_not_found');
  return found.supervisor.userId === supervisor.userId ? found : refusal('not_your_intervention');
}
