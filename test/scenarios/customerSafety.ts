import assert from 'node:assert/strict';
import type { World } from '../support/world.ts';

interface Room {
  friendlyName: string;
  participants: {
    callSid: string;
    label: string;
    muted: boolean;
    hold: boolean;
    hears: string[];
  }[];
}
interface Mixes {
  callSid: string;
  lastAt: number;
  changes: { at: number; voices: { callSid: string; as: string }[] }[];
}

/** Less than a word: who is taken off is heard no more a moment before the next block of sound. */
export const GAP_MS = 400;

/** The conference of a call, as the carrier sees it. */
export const roomOf = async (world: World, callId: string) =>
  (await world.carrierControl<Room[]>('GET', 'conferences')).find(
    (one) => one.friendlyName === callId,
  );

/** The leg of whoever's label begins so. */
export const legOf = (seen: Room | undefined, label: string) =>
  seen?.participants.find((one) => one.label.startsWith(label));

/**
 * Over the whole time of a call, block by block: no coach's sample in the customer's mix, and never
 * nobody.
 */
export async function assertCustomerSafe(
  world: World,
  callId: string,
  customerSid: string,
  gapMs = GAP_MS,
): Promise<void> {
  const leg = legOf(await roomOf(world, callId), 'customer');
  assert.deepEqual(
    leg && { callSid: leg.callSid, muted: leg.muted, hold: leg.hold },
    { callSid: customerSid, muted: false, hold: false },
    'the customer’s leg',
  );
  const mixes = await world.carrierControl<Mixes[]>(
    'GET',
    `mixes?conference=${encodeURIComponent(callId)}`,
  );
  const { changes, lastAt } = mixes.find(({ callSid }) => callSid === customerSid)!;
  assert.deepEqual(
    changes.filter(({ voices }) => voices.some(({ as }) => as !== 'open')),
    [],
    'the customer heard a coach',
  );
  const from = changes.findIndex(({ voices }) => voices.length > 0);
  const gaps = changes
    .slice(from)
    .flatMap(({ at, voices }, i, all) =>
      voices.length === 0 ? [(all[i + 1]?.at ?? lastAt) - at] : [],
    );
  assert.ok(
    gaps.every((ms) => ms < gapMs),
    `the customer heard nobody for ${Math.max(...gaps)} ms`,
  );
}
