import assert from 'node:assert/strict';
import { liveCallOf, modeOf, superviseAs } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { SALESFORCE_HANGS, startWorld, type World } from '../support/world.ts';

interface Room {
  friendlyName: string;
  participants: { label: string }[];
}

describe('a call with a supervisor while Salesforce accepts requests and answers none', function () {
  this.timeout(600_000);
  let world: World;

  before(async () => {
    world = await startWorld({
      env: SALESFORCE_HANGS,
      setting: {
        Data_Age_Minutes__c: 1,
      },
    });
  });
  after(() => world?.stop());

  const labels = async (callId: string) =>
    (await world.carrierControl<Room[]>('GET', 'conferences'))
      .find((room) => room.friendlyName === callId)
      ?.participants.map(({ label }) => label.replace(/-.*/, ''))
      .sort();

  it('goes on: she is not thrown off, falls silent and leaves; joining is refused, until Salesforce answers', async () => {
    const [maya, dana] = [world.as('maya'), world.as('dana')];
    const callId = await liveCallOf(world, 'lena', 'Brightwater');
    const ravis = await liveCallOf(world, 'ravi', 'Halcyon');
    const interventionId = await superviseAs(world, maya, callId);
    await maya.switchTo(interventionId, 'barge', { reasonCode: 'large_deal' });
    await until(
      'the barge is confirmed',
      async () => modeOf(await maya.call(callId), interventionId) === 'barge',
    );
    await dana.call(callId);
    const feed = await maya.watch();

    await world.orgControl('faults', { hangs: true });
    // Which intervention does not matter: what is known of Dana is looked at first.
    const louder = () => dana.switchTo('another', 'whisper');
    await until(
      'what is known is too old to be louder by',
      async () => (await louder()).body.error.code === 'crm_unavailable',
      { timeoutMs: 300_000 },
    );
    await until('her console says from when her permissions are', () => Boolean(feed.staleSince));
    assert.equal(modeOf(await maya.call(callId), interventionId), 'barge');
    assert.deepEqual(await labels(callId), ['customer', 'rep', 'supervisor']);

    const refused = await dana.supervise(callId);
    assert.deepEqual(
      [refused.status, refused.body.error.code],
      [503, 'crm_unavailable'],
      refused.body.error.message,
    );
    assert.match(refused.body.error.hint ?? '', /Monitor, or leave/);

    assert.equal((await maya.switchTo(interventionId, 'monitor')).status, 202);
    await until(
      'she is silent',
      async () => modeOf(await maya.call(callId), interventionId) === 'monitor',
    );
    assert.equal((await maya.leave(interventionId)).status, 202);
    await until(
      'only rep and customer are on the call',
      async () => (await labels(callId))?.join() === 'customer,rep',
    );
    await until('she has left by herself', async () => {
      const [intervention] = await world.database<{ endReason: string | null }>(
        'select "endReason" from "Intervention" where "interventionId" = $1',
        [interventionId],
      );
      return intervention?.endReason === 'supervisor_left';
    });

    assert.equal(
      (await world.as('ravi').ask('POST', `/api/calls/${ravis}/hangup`, {})).status,
      202,
    );
    await until('a rep hangs up as ever', async () => (await labels(ravis)) === undefined);

    await world.orgControl('faults', { hangs: false });
    await until(
      'her console says that her permissions are confirmed',
      () => feed.staleSince === undefined,
    );
    await until('Dana may join', async () => (await dana.supervise(callId)).status === 201);
  });
});
