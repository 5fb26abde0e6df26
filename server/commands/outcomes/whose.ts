import type { Person } from '../../domain/call/people.ts';
import { refusal } from '../../domain/call/refusals.ts';
import { outcomesScope, readsOutcomesOf } from '../../domain/outcomes/scope.ts';
import type { OutcomesQuestion } from '../../domain/outcomes/totals.ts';
import type {
  CallDays,
  Clock,
  CountedReps,
  Directory,
  Ids,
  Policies,
  Store,
} from '../../ports/index.ts';
import { refuseAudited } from '../transact/auditEntries.ts';
import type { Result } from '../transact/result.ts';

export interface WhoseDeps {
  readonly callDays: Pick<CallDays, 'whoCalled'>;
  readonly directory: Pick<Directory, 'person'>;
  readonly policies: Pick<Policies, 'inForce'>;
  readonly store: Pick<Store, 'recordAudit'>;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Whose calls are counted for a reader: everybody's, or those of the reader's reps. */
export interface Whose {
  readonly scope: 'everybody' | 'reps';
  readonly whose: CountedReps;
}

/** A period, and the manager of the reps that are asked about, if not all are. */
export type AskedOf = Pick<OutcomesQuestion, 'from' | 'to'> & { readonly team?: string };

/**
 * Whose calls a reader's numbers cover, in every answer about outcomes. A team consists of all reps
 * who currently report to its manager, directly or indirectly. People who may read no calls are
 * refused, with an audit entry.
 */
export async function whoseOutcomes(
  deps: WhoseDeps,
  person: Person,
  asked: AskedOf,
): Promise<Result<Whose>> {
  const { scope, reps } = await readable(deps, person, { ...asked });
  if (scope === 'nobody')
    return refuseAudited(deps, person, {
      attempt: { action: 'ReadOutcomes' },
      why: refusal('outcomes_not_permitted'),
    });
  return { ok: { scope, whose: reps === 'all' ? 'all' : reps.map(({ userId }) => userId) } };
}

/** The managers above the reps that a reader may read of, and not above the reader. */
export async function teamsOf(
  deps: WhoseDeps,
  person: Person,
  asked: Pick<AskedOf, 'from' | 'to'>,
): Promise<readonly Person[]> {
  const { reps } = await readable(deps, person, { ...asked, named: true });
  const above = new Set(person.managerIds);
  const ids = new Set(reps === 'all' ? [] : reps.flatMap(({ managerIds }) => managerIds));
  const managers = await Promise.all(
    [...ids].map((userId) => deps.directory.person(person.orgId, userId)),
  );
  return managers
    .filter((one): one is Person => one !== undefined && !above.has(one.userId))
    .sort((a, b) => a.name.localeCompare(b.name));
}

async function readable(
  { callDays, directory, policies }: WhoseDeps,
  person: Person,
  { team, named = false, ...period }: AskedOf & { readonly named?: boolean },
): Promise<
  | { readonly scope: 'nobody'; readonly reps: readonly [] }
  | { readonly scope: Whose['scope']; readonly reps: readonly Person[] | 'all' }
> {
  const { orgId } = person;
  const policy = await policies.inForce(orgId);
  const scope = outcomesScope(policy, person);
  if (scope === 'nobody') return { scope, reps: [] };
  if (scope === 'everybody' && !team && !named) return { scope, reps: 'all' };
  const called = await callDays.whoCalled({ orgId, ...period });
  const people = await Promise.all(called.map((userId) => directory.person(orgId, userId)));
  const reps = people.filter(
    (rep): rep is Person =>
      rep !== undefined &&
      readsOutcomesOf(policy, person, rep) &&
      (!team || rep.managerIds.includes(team)),
  );
  return { scope, reps };
}
