import type { Call } from '../../domain/call/call.ts';
import type { HelpReach } from '../../domain/call/helpRequest.ts';
import { JOIN_MODE } from '../../domain/call/modes.ts';
import type { Person } from '../../domain/call/people.ts';
import { isAllowed } from '../../domain/policy/decide.ts';
import { PAGE_GONE_MS } from '../../domain/presence/presence.ts';
import type { Clock, Directory, Policies, RepActivities, Roster } from '../../ports/index.ts';

export interface HelperDeps {
  readonly roster: Roster;
  readonly directory: Pick<Directory, 'person'>;
  readonly policies: Pick<Policies, 'inForce'>;
  readonly clock: Clock;
}

/** Everybody whom the policy lets join this call now. Throws CrmUnavailable. */
export async function findHelpers(
  { roster, directory, policies, clock }: HelperDeps,
  call: Call,
): Promise<Person[]> {
  const [policy, userIds] = await Promise.all([
    policies.inForce(call.orgId),
    roster.userIds(call.orgId),
  ]);
  const people = await Promise.all(userIds.map((userId) => directory.person(call.orgId, userId)));
  const now = clock.now();
  return people.filter(
    (person): person is Person =>
      person !== undefined &&
      isAllowed({ policy, person, rep: call.rep, call, mode: JOIN_MODE, now }),
  );
}

/** Longer than the CRM takes, and not so long that a rep waits for it. */
const REACH_WITHIN_MS = 2_000;

/**
 * Whom a help request on this call reaches; undefined when that could not be found out in time. The
 * request goes on either way.
 */
export async function reachOf(
  deps: HelperDeps & { readonly activities: Pick<RepActivities, 'of'> },
  call: Call,
): Promise<HelpReach | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), REACH_WITHIN_MS);
  });
  try {
    return await Promise.race([findReach(deps, call).catch(() => undefined), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

async function findReach(
  deps: HelperDeps & { readonly activities: Pick<RepActivities, 'of'> },
  call: Call,
): Promise<HelpReach> {
  const helpers = await findHelpers(deps, call);
  if (helpers.length === 0) return 'nobody';
  const nowMs = Date.parse(deps.clock.now());
  const signs = await deps.activities.of(
    call.orgId,
    helpers.map(({ userId }) => userId),
  );
  const isThere = [...signs.values()].some(
    ({ seenAt, awaySince }) =>
      seenAt !== undefined && !awaySince && nowMs - Date.parse(seenAt) <= PAGE_GONE_MS,
  );
  return isThere ? 'available' : 'away';
}
