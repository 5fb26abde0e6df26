import type { Call, CoachingTask } from '../call/call.ts';
import { happens, refuse, type Decision } from '../call/events.ts';
import type { Person } from '../call/people.ts';
import { refusal } from '../call/refusals.ts';
import { outcomeOf, type Vocabulary } from '../vocabulary/vocabulary.ts';
import { ownIntervention } from './ownIntervention.ts';

export interface GiveOutcome {
  readonly interventionId: string;
  readonly supervisor: Person;
  readonly outcome: string;
  readonly note?: string;
  readonly tag?: string;
  /** The supervisor praised the rep by voice. */
  readonly praised?: boolean;
  /** The tags that the org offers. */
  readonly tags?: readonly string[];
  readonly coaching?: CoachingTask;
  readonly vocabulary: Vocabulary;
}

/** How the intervention went, once it has ended. The first outcome counts. */
export function decideOutcome(call: Call, command: GiveOutcome, now: string): Decision {
  const found = ownIntervention(call, command);
  if ('code' in found) return refuse(found);
  const { outcome, note, tag, praised, coaching } = command;
  if (outcomeOf(command.vocabulary, outcome)?.status !== 'active')
    return refuse(refusal('outcome_invalid'));
  if (tag !== undefined && !command.tags?.includes(tag))
    return refuse(refusal('tag_unknown', { field: 'tag' }));
  if (found.status !== 'ended' || found.outcome.status === 'not_asked')
    return refuse(refusal('outcome_not_due'));
  if (found.outcome.status === 'given') return happens();
  return happens({
    type: 'OutcomeGiven',
    interventionId: found.interventionId,
    code: outcome,
    note,
    ...(tag && { tag }),
    ...(praised && { praised }),
    coaching,
    at: now,
  });
}
