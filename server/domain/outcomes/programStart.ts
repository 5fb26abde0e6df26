import type { Person } from '../call/people.ts';
import { refusal, type Refusal } from '../call/refusals.ts';

/** The day on which supervision began as a program in a team, as somebody stated it. */
export interface ProgramStart {
  /** The team: all who report to this manager, directly or not. */
  readonly managerUserId: string;
  /** YYYY-MM-DD. */
  readonly startsOn: string;
}

/** The team of a rep, and when its program began if that was stated. */
interface TeamOfRep {
  readonly managerUserId: string;
  readonly startsOn?: string;
}

/** The teams of reps who have one, by the rep's id. */
export type TeamsOfReps = ReadonlyMap<string, TeamOfRep>;

/** A plan may be stated ahead. */
const AT_MOST_AHEAD_DAYS = 366;
const EARLIEST = '2000-01-01';
const DAY_MS = 86_400_000;

/** Who may state when a team's program began: it changes what everybody reads. */
export const mayStateStarts = ({ roles }: Pick<Person, 'roles'>): boolean =>
  roles.includes('revops') || roles.includes('admin');

/** Why a start cannot be stated: who states it, of which teams, and the day. */
export function whyNoStart(
  person: Pick<Person, 'roles'>,
  stated: { readonly managerUserId: string; readonly startsOn: string | null },
  { teams, now }: { readonly teams: ReadonlySet<string>; readonly now: string },
): Refusal | undefined {
  if (!mayStateStarts(person)) return refusal('program_starts_not_permitted');
  const { managerUserId, startsOn } = stated;
  if (!teams.has(managerUserId)) return refusal('team_not_found');
  if (startsOn === null) return undefined;
  const latest = new Date(Date.parse(now) + AT_MOST_AHEAD_DAYS * DAY_MS).toISOString().slice(0, 10);
  return startsOn < EARLIEST || startsOn > latest
    ? refusal('program_start_invalid', {
        values: { from: EARLIEST, to: latest },
        field: 'startsOn',
      })
    : undefined;
}

/**
 * The team of each rep: of the managers above, the nearest of whom a start is stated, or else the
 * nearest. Reps with nobody above have none.
 */
export function teamsOfReps(
  reps: readonly Pick<Person, 'userId' | 'managerIds'>[],
  starts: readonly ProgramStart[],
): TeamsOfReps {
  const startOf = new Map(starts.map(({ managerUserId, startsOn }) => [managerUserId, startsOn]));
  return new Map(
    reps.flatMap(({ userId, managerIds }): [string, TeamOfRep][] => {
      const managerUserId = managerIds.find((id) => startOf.has(id)) ?? managerIds[0];
      if (managerUserId === undefined) return [];
      const startsOn = startOf.get(managerUserId);
      return [[userId, { managerUserId, ...(startsOn && { startsOn }) }]];
    }),
  );
}
