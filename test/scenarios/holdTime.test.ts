import assert from 'node:assert/strict';
import { liveCallOf } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

interface Customer {
  onHold: boolean;
  heldSince: Date | null;
  heldMs: number | null;
}

describe('a customer whom the rep puts on hold', () => {
  let world: World;

  before(async () => {
    world = await startWorld({ setting: {} });
  });
  after(() => world?.stop());

  it('has been on hold for as long as the carrier said, which is kept with the call (V11)', async () => {
    const lena = world.as('lena');
    const callId = await liveCallOf(world, 'lena', 'Brightwater');
    const customer = async (): Promise<Customer> =>
      (
        await world.database<Customer>(
          `select "onHold", "heldSince", "heldMs" from "Participant"
           where "callId" = '${callId}' and "role" = 'customer' order by "position" desc limit 1`,
        )
      )[0]!;
    const hold = (onHold: boolean) => lena.ask('POST', `/api/calls/${callId}/hold`, { onHold });

    assert.equal((await hold(true)).status, 202);
    const held = await until('the customer is on hold', async () => {
      const now = await customer();
      return now.onHold ? now : undefined;
    });
    assert.ok(held.heldSince, 'it is known since when');
    assert.equal((await hold(false)).status, 202);
    const released = await until('the customer is not on hold any more', async () => {
      const now = await customer();
      return now.onHold ? undefined : now;
    });
    assert.equal(released.heldSince, null);
    assert.ok(released.heldMs! > 0, `${released.heldMs} ms`);
  });
});
