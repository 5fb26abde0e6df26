import { watchRepPages, type RepPages } from '../commands/calls/repPages.ts';
import { warning } from '../everyMs.ts';
import type { SpeechSource } from '../ports/index.ts';
import { createRepActivities } from '../store/calls/repActivities.ts';
import type { Closing } from './closing.ts';
import type { LiveFeed } from './liveFeed.ts';
import type { Shared } from './shared.ts';

/**
 * Detects reps whose page has closed or sends no heartbeat, so that their customers are attended
 * to.
 */
export function composeRepPages(
  shared: Shared,
  { hub }: Pick<LiveFeed, 'hub'>,
  speech: SpeechSource,
): { readonly pages: Pick<RepPages, 'heartbeat'>; readonly closing: Closing } {
  const { store, calls, crm, log } = shared;
  const pages = watchRepPages({
    ...calls,
    openCalls: () => hub.openCalls(),
    connected: () => hub.people().length,
    activities: createRepActivities(store.pool),
    speech,
    isCrmAway: (orgId) => crm.rounds.isAway(orgId),
    after(delayMs, act) {
      const timer = setTimeout(
        () => void act().catch(warning(log, 'words for a waiting customer not played')),
        delayMs,
      );
      return () => clearTimeout(timer);
    },
  });
  return { pages, closing: [hub.watchPages(pages), () => pages.stop()] };
}
