import assert from 'node:assert/strict';
import { LEASE_MS } from '../../server/commands/supervision/renewLease.ts';
import { RECONCILE_EVERY_MS } from '../../server/compose/callRounds.ts';
import type { Console } from '../support/console.ts';
import { liveCallOf, modeOf, superviseAs } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

interface Room {
  friendlyName: string;
  participants: { label: string; hears: string[] }[];
}

describe('a supervisor whose browser dies', function () {
  this.timeout(300_000);
  let world: World;
  let maya: Console;

  before(async () => {
    world = await startWorld();
    maya = world.as('maya');
  });
  after(() => world?.stop());

  const labels = async (callId: string) =>
    (await world.carrierControl<Room[]>('GET', 'conferences'))
      .find((room) => room.friendlyName === callId)
      ?.participants.map((p) => p.label)
      .sort();
  const lives = (interventionId: string) =>
    until(
      'a sign of life came',
      async () =>
        (await maya.ask('POST', `/api/interventions/${interventionId}/presence`)).status === 204,
    );
  const outcomeDue = async (interventionId: string) =>
    (
      await maya.ask<{ interventions: { interventionId: string; endReason: string }[] }>(
        'GET',
        '/api/interventions',
      )
    ).body.interventions.find((one) => one.interventionId === interventionId);

  it('in barge is off the call within 10 s, for that reason, and rep and customer talk on', async () => {
    const callId = await liveCallOf(world, 'lena', 'Brightwater');
    const interventionId = await superviseAs(world, maya, callId);
    await maya.switchTo(interventionId, 'barge', { reasonCode: 'large_deal' });
    await until(
      'the barge is confirmed',
      async () => modeOf(await maya.call(callId), interventionId) === 'barge',
    );
    await lives(interventionId);
    maya.stopHeartbeats();
    await until(
      'only rep and customer are on the call',
      async () => (await labels(callId))?.join() === 'customer,rep',
    );
    const { endReason } = await until('the intervention has ended', () =>
      outcomeDue(interventionId),
    );
    assert.equal(endReason, 'connection_lost');
    assert.ok(
      LEASE_MS + RECONCILE_EVERY_MS < 10_000,
      'a lease that is not renewed is seen in time',
    );
    assert.equal((await maya.call(callId)).body.status, 'live');
  });

  it('after taking over alone does not take the customer along: the rep is called back (G16)', async () => {
    const callId = await liveCallOf(world, 'ravi', 'Halcyon');
    const ravi = world.as('ravi');
    await world.carrierControl('POST', 'scripts', {
      address: `client:${(await ravi.ask<{ identity: string }>('POST', '/api/softphone/token')).body.identity}`,
      script: { toneHz: 500 },
    });
    const interventionId = await superviseAs(world, maya, callId);
    await maya.switchTo(interventionId, 'takeover', {
      reasonCode: 'large_deal',
      repAfterTakeover: 'leaves',
    });
    await until(
      'the takeover is confirmed',
      async () => modeOf(await maya.call(callId), interventionId) === 'takeover',
    );
    await until('the rep has left', async () => !(await labels(callId))?.includes('rep'));
    await lives(interventionId);
    maya.stopHeartbeats();
    await until(
      'the rep is back with the customer',
      async () => (await labels(callId))?.join() === 'customer,rep',
    );
    assert.equal((await maya.call(callId)).body.status, 'live');
  });

  it('of whom nothing is known is refused', async () => {
    const unknown = await maya.ask<unknown>('POST', '/api/interventions/no-such/presence');
    assert.equal(unknown.status, 404);
    assert.equal(unknown.body.error.code, 'intervention_not_found');
  });
});
