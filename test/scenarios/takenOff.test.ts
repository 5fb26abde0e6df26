import assert from 'node:assert/strict';
import type { Console, Feed } from '../support/console.ts';
import { setManagersRule } from '../support/policyRules.ts';
import { liveCallOf, modeOf, superviseAs } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

interface Room {
  friendlyName: string;
  participants: { label: string; muted: boolean; coaching: boolean }[];
}

const POLICY = "Your permissions or your company's policy no longer";

/** One scripted day: each step begins where the one before ended. */
describe('a supervisor who is openly on a call and loses the right to a mode, or to be there', () => {
  let world: World;
  let [maya, lena]: Console[] = [];
  let [feed, ofRep]: Feed[] = [];
  let callId: string;
  let interventionId: string;

  before(async () => {
    world = await startWorld();
    callId = await liveCallOf(world, 'lena', 'Brightwater');
    [maya, lena] = [world.as('maya'), world.as('lena')];
    [feed, ofRep] = [await maya.watch(), await lena.watch()];
  });
  after(() => world?.stop());

  const you = () => feed!.calls.get(callId)?.you;
  const room = async () =>
    (await world.carrierControl<Room[]>('GET', 'conferences')).find(
      ({ friendlyName }) => friendlyName === callId,
    )?.participants ?? [];
  const labels = async () => (await room()).map(({ label }) => label).sort();

  async function goesTo(mode: string, more: object = {}): Promise<void> {
    const { status, body } = await maya!.switchTo(interventionId, mode, {
      reasonCode: 'large_deal',
      ...more,
    });
    assert.equal(status, 202, JSON.stringify(body));
    await isIn(mode);
  }
  const isIn = (mode: string) =>
    until(
      `Maya is in ${mode}`,
      async () => modeOf(await maya!.call(callId), interventionId) === mode,
    );
  async function isMovedTo(mode: string, left: string): Promise<void> {
    const said = await until(`Maya reads that she is in ${mode}`, () =>
      you()?.steppedDown?.mode === mode ? you()!.steppedDown : undefined,
    );
    assert.ok(said.message.startsWith(`${POLICY} allow `), said.message);
    assert.ok(said.hint.includes(`you can still use here: ${left}.`), said.hint);
    await isIn(mode);
    await until(`Lena reads of Maya’s ${mode}, and of no other mode`, () => {
      const running = [...ofRep!.notices.values()].filter(({ endedAt }) => !endedAt);
      return running.length === 1 && running[0]!.mode === mode;
    });
  }
  const heard = async () =>
    (await room())
      .filter(({ label }) => label !== 'customer')
      .map(({ label, muted, coaching }) => [
        label === 'rep' ? 'rep' : 'supervisor',
        muted ? 'muted' : coaching ? 'to the rep' : 'to everyone',
      ])
      .sort();

  it('is moved from one mode to the next quieter one, and reads why and what is left', async () => {
    interventionId = await superviseAs(world, maya!, callId);
    await goesTo('takeover', { repAfterTakeover: 'listens' });
    await setManagersRule(world, { Takeover__c: false });
    await isMovedTo('barge', 'Monitor, Whisper, Barge');
    assert.deepEqual(await heard(), [
      ['rep', 'to everyone'],
      ['supervisor', 'to everyone'],
    ]);
    await setManagersRule(world, { Barge__c: false });
    await isMovedTo('whisper', 'Monitor, Whisper');
    assert.deepEqual(await heard(), [
      ['rep', 'to everyone'],
      ['supervisor', 'to the rep'],
    ]);
    await setManagersRule(world, { Whisper__c: false });
    await isMovedTo('monitor', 'Monitor');
    assert.deepEqual(
      (await heard()).map(([, audience]) => audience),
      ['to everyone', 'muted'],
    );
  });

  it('has each of them in the audit, by Dealside, with the right that was lost', async () => {
    const rows = await world.database<{ actor: string; mode: string; lost: string; why: string }>(
      `select a."actor"->>'kind' as actor, a."details"->>'mode' as mode,
              a."details"->>'lostMode' as lost, a."details"->>'because' as why
       from "AuditEntry" a where a."interventionId" = $1 and a."details" ? 'lostMode' order by a."at"`,
      [interventionId],
    );
    assert.deepEqual(
      rows.map(({ actor, lost, mode, why }) => [actor, `${lost} to ${mode}`, why]),
      [
        ['system', 'takeover to barge', 'mode_not_permitted'],
        ['system', 'barge to whisper', 'mode_not_permitted'],
        ['system', 'whisper to monitor', 'mode_not_permitted'],
      ],
    );
  });

  it('is off the call once the rule is inactive, and reads that nothing is left, though the call is gone', async () => {
    await setManagersRule(world, { Active__c: false });
    const gone = await until('the call is gone for Maya', () => feed!.gone.get(callId));
    assert.equal(gone.takenOff?.message, `${POLICY} let you supervise this call.`);
    assert.match(gone.takenOff.hint!, /ask your administrator/);
    await until(
      'only rep and customer are on the call',
      async () => (await labels()).join() === 'customer,rep',
    );
    assert.equal((await lena!.call(callId)).body.status, 'live');
    assert.equal((await maya!.call(callId)).body.error.code, 'call_not_found');
  });

  it('keeps what was said when the server starts again', async () => {
    await setManagersRule(world, {
      Active__c: true,
      Whisper__c: true,
      Barge__c: true,
      Takeover__c: true,
    });
    await world.restartServer();
    feed = await maya!.watch();
    const call = await until('the call is there again', async () => {
      const { status, body } = await maya!.call(callId);
      return status === 200 ? body : undefined;
    });
    assert.match(call.you.takenOff!.message, /no longer let you supervise this call/);
  });

  it('gives a call that the rep has left back to the rep, rather than leave the customer with nobody', async () => {
    interventionId = await superviseAs(world, maya!, callId);
    await goesTo('takeover', { repAfterTakeover: 'leaves' });
    await until('Lena has left', async () => !(await labels()).includes('rep'));
    await setManagersRule(world, { Takeover__c: false });
    const said = await until('Maya reads why', () => you()?.takenOff);
    assert.match(said.message, /The rep had left, so Dealside is calling the rep back/);
    assert.match(said.hint!, /If you can still monitor the call, join it again/);
    await until('Lena is called back', async () => {
      const dialed = await world.database(
        `select 1 from "AuditEntry" where "callId" = $1 and "action" = 'RepLost'`,
        [callId],
      );
      return dialed.length === 1;
    });
  });
});
