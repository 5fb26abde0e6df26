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
  alone: { fromBlock: number; blocks: number }[];
  changes: { block: number; voices: { callSid: string; as: string }[] }[];
}

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
 * nobody whom the customer could hear. It does not matter how late a busy machine brings a sound:
 * what counts is who was let through to the customer.
 */
export async function assertCustomerSafe(
  world: World,
  callId: string,
  customerSid: string,
  { isAloneForAWhile = false } = {},
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
  const { changes, alone } = mixes.find(({ callSid }) => callSid === customerSid)!;
  assert.deepEqual(
    changes.filter(({ voices }) => voices.some(({ as }) => as !== 'open')),
    [],
    'the customer heard a coach',
  );
  const first = changes.find(({ voices }) => voices.length > 0);
  assert.ok(first, 'the customer has heard somebody');
  if (isAloneForAWhile) return;
  assert.deepEqual(
    alone.filter(({ fromBlock, blocks }) => fromBlock + blocks > first.block),
    [],
    'the customer could hear nobody',
  );
}
