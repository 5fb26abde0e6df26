import type { Person } from '../../domain/call/people.ts';
import { refusal, type Refusal } from '../../domain/call/refusals.ts';
import { dayAfter } from '../../domain/outcomes/firstDays.ts';
import {
  mayStateStarts,
  teamsOfReps,
  whyNoStart,
  type TeamsOfReps,
} from '../../domain/outcomes/programStart.ts';
import {
  CrmUnavailable,
  type CallDays,
  type Clock,
  type Directory,
  type Ids,
  type ProgramStarts,
  type Store,
} from '../../ports/index.ts';
import { actEntry, refuseAudited } from '../transact/auditEntries.ts';
import type { Result } from '../transact/result.ts';

export interface ProgramStartDeps {
  readonly programStarts: ProgramStarts;
  readonly callDays: Pick<CallDays, 'whoCalled'>;
  readonly directory: Pick<Directory, 'person'>;
  readonly store: Pick<Store, 'recordAudit'>;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** A team with calls, by its manager, and when its program began if that was stated. */
export interface StatedTeam {
  readonly managerUserId: string;
  readonly name: string;
  readonly startsOn?: string;
}

/** The teams whose start can be stated, by name. Throws CrmUnavailable. */
export async function statedTeams(
  deps: ProgramStartDeps,
  person: Person,
): Promise<Result<readonly StatedTeam[]>> {
  if (!mayStateStarts(person)) return refuseStart(deps, person, NOT_PERMITTED);
  const { orgId } = person;
  const [managerIds, starts] = await Promise.all([
    managersOf(deps, orgId),
    deps.programStarts.of(orgId),
  ]);
  const startOf = new Map(starts.map(({ managerUserId, startsOn }) => [managerUserId, startsOn]));
  const managers = await Promise.all(
    [...new Set([...managerIds, ...startOf.keys()])].map((userId) =>
      deps.directory.person(orgId, userId),
    ),
  );
  return {
    ok: managers
      .flatMap((manager): StatedTeam[] => {
        if (!manager) return [];
        const startsOn = startOf.get(manager.userId);
        return [
          { managerUserId: manager.userId, name: manager.name, ...(startsOn && { startsOn }) },
        ];
      })
      .sort((a, b) => a.name.localeCompare(b.name)),
  };
}

/** States when the program of a team began, or takes that back. Throws CrmUnavailable. */
export async function stateProgramStart(
  deps: ProgramStartDeps,
  person: Person,
  stated: { readonly managerUserId: string; readonly startsOn: string | null },
): Promise<Result<readonly StatedTeam[]>> {
  // Asked before the teams are read: they cost a read of all who called in a year.
  if (!mayStateStarts(person)) return refuseStart(deps, person, NOT_PERMITTED);
  const { orgId, userId: byUserId } = person;
  const [managerIds, starts] = await Promise.all([
    managersOf(deps, orgId),
    deps.programStarts.of(orgId),
  ]);
  const teams = new Set([...managerIds, ...starts.map(({ managerUserId }) => managerUserId)]);
  const why = whyNoStart(person, stated, { teams, now: deps.clock.now() });
  if (why) return refuseStart(deps, person, why);
  await deps.programStarts.state(orgId, { ...stated, byUserId, at: deps.clock.now() }, [
    actEntry(deps, person, { action: 'ProgramStartStated', details: stated }),
  ]);
  return statedTeams(deps, person);
}

const NOT_PERMITTED = refusal('program_starts_not_permitted');
const refuseStart = (deps: ProgramStartDeps, person: Person, why: Refusal) =>
  refuseAudited(deps, person, { attempt: { action: 'StateProgramStart' }, why });

/** How teams are compared by their stated starts: not where none is stated, or none can be read. */
interface TeamsByStart {
  readonly teams?: TeamsOfReps;
  /** Starts are stated, and the CRM does not say who is in which team. */
  readonly isUnknown?: true;
}

/**
 * The teams of these reps, if the start of any of the org's teams is stated. Without them reps are
 * compared by the first use.
 */
export async function teamsByStart(
  { programStarts, directory }: Pick<ProgramStartDeps, 'programStarts' | 'directory'>,
  orgId: string,
  repUserIds: readonly string[],
): Promise<TeamsByStart> {
  const starts = await programStarts.of(orgId);
  if (starts.length === 0) return {};
  try {
    const reps = await Promise.all(
      [...new Set(repUserIds)].map((userId) => directory.person(orgId, userId)),
    );
    return {
      teams: teamsOfReps(
        reps.filter((rep) => rep !== undefined),
        starts,
      ),
    };
  } catch (fault) {
    if (!(fault instanceof CrmUnavailable)) throw fault;
    return { isUnknown: true };
  }
}

/** A longer history would be read anew whenever somebody opens the page. */
const LOOKED_BACK_DAYS = 366;

/** The managers above everybody who took calls in the last year. */
async function managersOf(
  { callDays, directory, clock }: Pick<ProgramStartDeps, 'callDays' | 'directory' | 'clock'>,
  orgId: string,
): Promise<ReadonlySet<string>> {
  const to = dayAfter(clock.now().slice(0, 10), 1);
  const from = dayAfter(to, -LOOKED_BACK_DAYS);
  const called = await callDays.whoCalled({ orgId, from, to });
  const people = await Promise.all(called.map((userId) => directory.person(orgId, userId)));
  return new Set(people.flatMap((one) => one?.managerIds ?? []));
}
