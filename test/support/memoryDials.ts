import type { AuditEntry } from '../../server/domain/audit/entries.ts';
import { DIAL_WINDOW_MS, type RecentDials } from '../../server/domain/dialing/limits.ts';
import {
  DEFAULT_CALLING_HOURS,
  DEFAULT_LIMITS,
  NO_MACHINES,
  type DialingPolicy,
} from '../../server/domain/dialing/policy.ts';
import { countRefusal, TALLY_MS, type RefusalTally } from '../../server/domain/dialing/tally.ts';
import type { Dial, Dials, RefusedDials } from '../../server/ports/index.ts';

/** A policy of dialing of an org in the US; `facts` replace its fields. */
export const dialingPolicy = (facts: Partial<DialingPolicy> = {}): DialingPolicy => ({
  homeCountry: 'US',
  countries: ['US', 'CA', 'DE', 'GB'],
  countriesAre: 'listed',
  notCountries: [],
  limits: DEFAULT_LIMITS,
  callingHours: DEFAULT_CALLING_HOURS,
  machines: NO_MACHINES,
  ...facts,
});

/** Counts of calls in memory; entries go to `write`. */
export function memoryDials(
  write: (entries: readonly AuditEntry[]) => Promise<void> = async () => undefined,
): Dials {
  const dials: Dial[] = [];
  const tallies = new Map<string, { readonly of: RefusedDials; readonly tally: RefusalTally }>();
  return {
    async count(dial, decide) {
      if (dials.some(({ dialId }) => dialId === dial.dialId)) return undefined;
      const own = dials.filter(
        ({ orgId, userId }) => orgId === dial.orgId && userId === dial.userId,
      );
      const countIn = (window: keyof RecentDials): RecentDials['minute'] => {
        const since = Date.parse(dial.at) - DIAL_WINDOW_MS[window];
        const times = own.map(({ at }) => at).filter((at) => Date.parse(at) > since);
        return { count: times.length, ...(times[0] && { firstAt: times[0] }) };
      };
      const refused = decide({
        minute: countIn('minute'),
        hour: countIn('hour'),
        day: countIn('day'),
      });
      if (!refused) dials.push(dial);
      return refused;
    },
    async countRefusal(of, at, entriesOf) {
      const key = [of.orgId, of.userId, of.code].join();
      const { tally, ...counted } = countRefusal(tallies.get(key)?.tally, at);
      tallies.set(key, { of, tally });
      await write(entriesOf(counted));
    },
    async endTallies(now, entryOf) {
      const over = [...tallies].filter(
        ([, { tally }]) => Date.parse(now) - Date.parse(tally.since) >= TALLY_MS,
      );
      for (const [key] of over) tallies.delete(key);
      await write(
        over.flatMap(([, { of, tally }]) => (tally.times > 1 ? [entryOf(of, tally)] : [])),
      );
      return over.length;
    },
  };
}
