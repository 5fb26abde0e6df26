import type { Call } from '../../domain/call/call.ts';
import type { Person } from '../../domain/call/people.ts';
import { outcomeDueAt, type OutcomeTime } from '../../domain/supervision/outcomeDue.ts';
import { readerOf } from '../../domain/texts/texts.ts';
import { interventionView } from './presenters.ts';

/** The interventions of this person whose outcome is due, and from when on it is late. */
export function interventionsDue(
  calls: readonly Call[],
  person: Person,
  time: OutcomeTime,
): (ReturnType<typeof interventionView> & { readonly outcomeDueAt: string })[] {
  return calls.flatMap((call) =>
    call.interventions.flatMap((i) =>
      i.supervisor.userId === person.userId && i.status === 'ended' && i.outcome.status === 'due'
        ? [
            {
              ...interventionView(call, i, readerOf(person)),
              outcomeDueAt: outcomeDueAt(i.leftAt, time),
            },
          ]
        : [],
    ),
  );
}
