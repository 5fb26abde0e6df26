import assert from 'node:assert/strict';
import type { Console, Feed } from '../support/console.ts';
import { setManagersRule } from '../support/policyRules.ts';
import { liveCallOf, modeOf, superviseAs } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

interface Room {
  friendlyName: string;
  participants: { label: string }[];
}

/** One scripted day: each step begins where the one before ended. */
describe('a supervisor who is openly on a call and loses the right to it', () => {
  let world: World;
  let maya: Console;
  let feed: Feed;
  let callId: string;

  before(async () => {
    world = await startWorld();
    callId = await liveCallOf(world, 'lena', 'Brightwater');
    maya = world.as('maya');
    feed = await maya.watch();
  });
  after(() => world?.stop());

  const takenOff = () => feed.calls.get(callId)?.you.takenOff;
  async function joins(): Promise<void> {
    await superviseAs(world, maya, callId);
    await until('nothing is said of an earlier time', () => takenOff() === undefined);
  }
  async function isOff(): Promise<void> {
    await until('only rep and customer are on the call', async () => {
      const rooms = await world.carrierControl<Room[]>('GET', 'conferences');
      const room = rooms.find(({ friendlyName }) => friendlyName === callId);
      const labels = room?.participants.map(({ label }) => label).sort();
      return labels?.join() === 'customer,rep';
    });
    assert.equal((await world.as('lena').call(callId)).body.status, 'live');
  }

  it('reads that the mode is not allowed any more, keeps the call in view, and can join again', async () => {
    const interventionId = await superviseAs(world, maya, callId);
    await maya.switchTo(interventionId, 'whisper');
    await until(
      'the whisper is confirmed',
      async () => modeOf(await maya.call(callId), interventionId) === 'whisper',
    );
    await setManagersRule(world, { Whisper__c: false });
    const said = await until('Maya reads why', takenOff);
    assert.deepEqual(
      [said.interventionId, said.repName, said.message, said.hint],
      [
        interventionId,
        'Lena Brandt',
        "Your permissions or your company's policy no longer allow the mode that you used on this call.",
        'If you can still monitor the call, join it again. Otherwise ask your administrator.',
      ],
    );
    await isOff();
    await joins();
  });

  it('reads that nothing is allowed any more once the rule is inactive, though the call is gone', async () => {
    await setManagersRule(world, { Active__c: false });
    const gone = await until('the call is gone for Maya', () => feed.gone.get(callId));
    assert.equal(
      gone.takenOff?.message,
      "Your permissions or your company's policy no longer let you supervise this call.",
    );
    assert.match(gone.takenOff.hint!, /ask your administrator/);
    await isOff();
    assert.equal((await maya.call(callId)).body.error.code, 'call_not_found');
  });

  it('keeps what was said when the server starts again', async () => {
    await setManagersRule(world, { Active__c: true });
    await world.restartServer();
    const call = await until('the call is there again', async () => {
      const { status, body } = await maya.call(callId);
      return status === 200 ? body : undefined;
    });
    assert.match(call.you.takenOff!.message, /no longer let you supervise this call/);
  });
});
