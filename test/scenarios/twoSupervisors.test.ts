import assert from 'node:assert/strict';
import type { Console } from '../support/console.ts';
import { liveCallOf, modeOf, superviseAs } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

describe('two supervisors on one call', function () {
  this.timeout(300_000);
  let world: World;
  let maya: Console;
  let dana: Console;
  let callId: string;
  let mayas: string;
  let danas: string;

  before(async () => {
    world = await startWorld();
    [maya, dana] = [world.as('maya'), world.as('dana')];
    callId = await liveCallOf(world, 'lena', 'Brightwater');
    mayas = await superviseAs(world, maya, callId);
    danas = await superviseAs(world, dana, callId);
  });
  after(() => world?.stop());

  const inMode = (console: Console, interventionId: string, mode: string) =>
    until(
      `${console.alias} is in ${mode}`,
      async () => modeOf(await console.call(callId), interventionId) === mode,
    );
  const seenBy = async (console: Console, interventionId: string) =>
    (await console.call(callId)).body.interventions.find(
      (one) => one.interventionId === interventionId,
    );

  it('see each other', async () => {
    assert.equal((await seenBy(dana, mayas))?.supervisor.name, 'Maya Okafor');
    assert.equal((await seenBy(maya, danas))?.supervisor.name, 'Dana Whitfield');
  });

  it('see who claimed the word, and it is kept', async () => {
    assert.equal((await maya.ask('PUT', `/api/interventions/${mayas}/floor`)).status, 200);
    const seen = await seenBy(dana, mayas);
    assert.ok(seen && 'floorRequestedAt' in seen && seen.floorRequestedAt);
    const refused = await dana.switchTo(danas, 'whisper');
    assert.equal(refused.status, 409);
    assert.equal(refused.body.error.code, 'floor_taken');
    assert.match(refused.body.error.message, /Maya Okafor is about to talk/);
  });

  it('speak one at a time, and in turn', async () => {
    await maya.switchTo(mayas, 'whisper');
    await inMode(maya, mayas, 'whisper');
    assert.equal(
      (await dana.switchTo(danas, 'barge', { reasonCode: 'large_deal' })).body.error.code,
      'floor_taken',
    );
    await maya.switchTo(mayas, 'monitor');
    await inMode(maya, mayas, 'monitor');
    assert.equal((await dana.switchTo(danas, 'whisper')).status, 202);
    await inMode(dana, danas, 'whisper');
  });

  it('one leaves, the other stays', async () => {
    await maya.leave(mayas);
    await until('Maya is off the call', async () => !(await seenBy(dana, mayas)));
    assert.equal(modeOf(await dana.call(callId), danas), 'whisper');
  });
});
