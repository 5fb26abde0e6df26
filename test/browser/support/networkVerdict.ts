import { until } from '../../support/until.ts';
import type { Seat } from './chromium.ts';
import { softphoneFrame } from './ear.ts';

/** By then a test of the network has ended, or was too slow to find anything. */
const TESTED_WITHIN_MS = 20_000;

/**
 * What the softphone of a registered phone has found out about its network, as it keeps it. Where the
 * machine was so busy that it found nothing, or what the test does not believe, it is made to try
 * again.
 */
export async function networkVerdict(
  { page }: Seat,
  {
    isRegistered,
    believes = () => true,
  }: {
    readonly isRegistered: () => Promise<unknown>;
    readonly believes?: (kept: string) => boolean;
  },
): Promise<string> {
  let loadedAt = Date.now();
  return until(
    'the network was tested',
    async () => {
      const frame = softphoneFrame(page);
      const kept = await frame.evaluate(() => sessionStorage.getItem('dealside.network'));
      if (kept && believes(kept)) return kept;
      if (!kept && Date.now() - loadedAt < TESTED_WITHIN_MS) return undefined;
      await frame.evaluate(() => sessionStorage.removeItem('dealside.network'));
      await page.reload();
      await isRegistered();
      loadedAt = Date.now();
      return undefined;
    },
    { timeoutMs: 240_000 },
  );
}
