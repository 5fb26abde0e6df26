import { manages, type Person } from '../../domain/call/people.ts';
import { dueSince, lateSince } from '../../domain/supervision/outcomeDue.ts';
import type {
  Clock,
  CoachingRulesSource,
  Directory,
  DueOutcomes,
  MissingOutcome,
} from '../../ports/index.ts';

export interface LateOutcomeDeps {
  readonly dueOutcomes: DueOutcomes;
  readonly directory: Pick<Directory, 'person'>;
  readonly coachingRules: CoachingRulesSource;
  readonly clock: Clock;
}

const SHOWN = 50;

/** Reminds the supervisors of outcomes that are due, each once. Returns of how many. */
export const remindOfOutcomes = (
  { dueOutcomes, coachingRules, clock }: Omit<LateOutcomeDeps, 'directory'>,
  orgId: string,
): Promise<number> => {
  const now = clock.now();
  return dueOutcomes.remind(orgId, dueSince(now, coachingRules.of(orgId)), now);
};

/**
 * The outcomes that supervisors below this person still owe though they are late, the oldest first,
 * and how many there are. Throws CrmUnavailable.
 */
export async function lateOutcomesBelow(
  { dueOutcomes, directory, coachingRules, clock }: LateOutcomeDeps,
  person: Person,
): Promise<{ readonly outcomes: readonly MissingOutcome[]; readonly total: number }> {
  const { orgId } = person;
  const endedUntil = lateSince(clock.now(), coachingRules.of(orgId));
  const owing = await dueOutcomes.supervisors(orgId, endedUntil);
  const people = await Promise.all(owing.map((userId) => directory.person(orgId, userId)));
  const below = people.flatMap((one) => (one && manages(person, one) ? [one.userId] : []));
  return below.length > 0
    ? dueOutcomes.of(orgId, { supervisorUserIds: below, endedUntil, limit: SHOWN })
    : { outcomes: [], total: 0 };
}
