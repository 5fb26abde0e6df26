import { isUnnotified } from '../../commands/people/employeeNotices.ts';
import { cachedFor } from '../../crm/cache/ttlCache.ts';
import type { RepOnCall } from '../../domain/call/call.ts';
import type { Shared } from '../shared.ts';

export type IsRepUnnotified = (orgId: string, rep: RepOnCall) => Promise<boolean>;

/** Each open call is looked at every second; who may be monitored rarely loses that meanwhile. */
const NOTIFIED_MS = 30_000;
/** How soon an acknowledgement is noticed. */
const UNNOTIFIED_MS = 2_000;

/**
 * Whether a law blocks monitoring of a rep until they have acknowledged a notice. Where that cannot
 * be read, it is taken to: nobody is transcribed on a guess.
 */
export function createIsRepUnnotified({
  notified,
  clock,
  log,
}: Pick<Shared, 'notified' | 'clock' | 'log'>): IsRepUnnotified {
  const asked = cachedFor(
    (key) => {
      const { orgId, ...rep } = JSON.parse(key) as Pick<RepOnCall, 'userId' | 'place'> & {
        readonly orgId: string;
      };
      return isUnnotified(notified, orgId, rep).catch((fault: unknown) => {
        log.warn({ orgId, fault: String(fault) }, 'not known whether a rep may be monitored');
        return true;
      });
    },
    (isBlocked) => (isBlocked ? UNNOTIFIED_MS : NOTIFIED_MS),
    () => Date.parse(clock.now()),
  );
  return (orgId, { userId, place }) => asked(JSON.stringify({ orgId, userId, place }));
}
