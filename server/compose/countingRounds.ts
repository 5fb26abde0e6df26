import { readRatings, type ReadRatingsDeps } from '../commands/jobs/readRatings.ts';
import type { Repeated } from '../everyMs.ts';
import type { CallDays, DealTotals, Log } from '../ports/index.ts';
import type { RepeatRound } from './ownedRounds.ts';

/**
 * Charts may lag by about a minute. Counting begins when ratings were read, or by itself if that
 * takes long.
 */
const COUNT_EVERY_MS = 75_000;
/** One year, which limits how long other due work waits for a round. */
const DAYS_PER_ROUND = 366;
const DEALS_PER_ROUND = 5_000;
/** One reading per org every five minutes, and one a minute while there are more answers. */
const RATINGS_EVERY_MS = 60_000;
const RATINGS_REST_MS = 5 * 60_000;
/** So that the start of a process is over before it asks the CRM and counts. */
const FIRST_AFTER_MS = 1_000;

interface CountingDeps extends ReadRatingsDeps {
  readonly config: { readonly orgs: readonly { readonly orgId: string }[] };
  readonly callDays: Pick<CallDays, 'countDue'>;
  readonly dealTotals: Pick<DealTotals, 'countDue'>;
  readonly log: Pick<Log, 'warn'>;
}

/**
 * Customers' ratings, and the totals that charts read. Ratings are read first, because each new one
 * makes its day due.
 */
export function countingRounds(shared: CountingDeps, repeat: RepeatRound): readonly Repeated[] {
  const { callDays, dealTotals } = shared;
  const counts = [
    repeat({
      everyMs: COUNT_EVERY_MS,
      memory: () => undefined,
      act: async () => void (await callDays.countDue(DAYS_PER_ROUND)),
      onFault: 'days not counted',
    }),
    repeat({
      everyMs: COUNT_EVERY_MS,
      memory: () => undefined,
      act: async () => void (await dealTotals.countDue(DEALS_PER_ROUND)),
      onFault: 'results of deals not computed',
    }),
  ];
  const ratings = repeat({
    everyMs: RATINGS_EVERY_MS,
    firstAfterMs: FIRST_AFTER_MS,
    memory: () => new Map<string, number>(),
    async act(restsUntil) {
      await readRatingsOfOrgs(shared, restsUntil);
      for (const round of counts) round.soon(0);
    },
    onFault: 'customer ratings not read',
  });
  return [...counts, ratings];
}

/**
 * Reads customers' survey answers, often while there are more and rarely otherwise.
 *
 * @param restsUntil until when nothing is asked of the CRM of each org
 */
async function readRatingsOfOrgs(
  { config, ratings, surveys, crm, clock, log }: CountingDeps,
  restsUntil: Map<string, number>,
): Promise<void> {
  for (const { orgId } of config.orgs) {
    const nowMs = Date.parse(clock.now());
    if (nowMs < (restsUntil.get(orgId) ?? 0)) continue;
    try {
      // An org without calls asks its CRM nothing, and at once when it has its first ones.
      if ((await ratings.firstCallAt(orgId)) === undefined) continue;
      const { isMoreLeft } = await readRatings({ ratings, surveys, crm, clock }, orgId);
      restsUntil.set(orgId, isMoreLeft ? 0 : nowMs + RATINGS_REST_MS);
    } catch (fault) {
      restsUntil.set(orgId, nowMs + RATINGS_REST_MS);
      log.warn({ orgId, fault: String(fault) }, 'customer ratings not read');
    }
  }
}
