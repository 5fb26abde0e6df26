import { createFreeHelpers, type FreeHelpers } from '../../commands/alerts/freeHelpers.ts';
import { possibleHelpers } from '../../commands/supervision/helpers.ts';
import { warning } from '../../everyMs.ts';
import type { Directory, RecentRoster, RepActivities } from '../../ports/index.ts';
import type { Shared } from '../shared.ts';

interface FreeHelpersParts extends Pick<Shared, 'policies' | 'clock' | 'log'> {
  readonly roster: RecentRoster;
  readonly directory: Pick<Directory, 'person'>;
  readonly activities: Pick<RepActivities, 'of'>;
}

/** Who is free is asked again and again, so those who may help at all are remembered. */
export function composeFreeHelpers(parts: FreeHelpersParts): FreeHelpers {
  const { roster, clock, log } = parts;
  const deps = { ...parts, roster: { userIds: roster.recentUserIds } };
  return createFreeHelpers({
    helpersOf: (call) => possibleHelpers(deps, call),
    clock,
    onFault: warning(log, 'not known who is free to help'),
  });
}
