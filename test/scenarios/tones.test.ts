import assert from 'node:assert/strict';
import type { Console } from '../support/console.ts';
import { setManagersRule } from '../support/policyRules.ts';
import { liveCallOf, modeOf, superviseAs } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

interface Row {
  action: string;
  details: { what?: string; status?: string };
}

interface Room {
  friendlyName: string;
  participants: { callSid: string; label: string }[];
}

/** Of the tone that the server serves. */
const TONE_HZ = 900;

describe('a tone, at the customer’s ear', function () {
  this.timeout(300_000);
  let world: World;
  let maya: Console;

  before(async () => {
    world = await startWorld();
    maya = world.as('maya');
  });
  after(async () => {
    maya.close();
    await world?.stop();
  });

  async function customersLeg(callId: string): Promise<string> {
    const rooms = await world.carrierControl<Room[]>('GET', 'conferences');
    const room = rooms.find(({ friendlyName }) => friendlyName === callId)!;
    return room.participants.find(({ label }) => label === 'customer')!.callSid;
  }

  /** In dBFS, since a moment: what was loudest for 100 ms. */
  async function heardSince(callId: string, since: number): Promise<number> {
    const callSid = await customersLeg(callId);
    const [level] = await world.carrierControl<{ sustained: number }[]>(
      'GET',
      `levels?callSid=${callSid}&hz=${TONE_HZ}&since=${since}`,
    );
    return level!.sustained;
  }
  const tonesOf = async (callId: string) =>
    (
      await world.database<Row>(
        `select "action", "details" from "AuditEntry" where "callId" = '${callId}' and "action" like 'Announcement%' order by "position"`,
      )
    ).map(({ details }) => details.what ?? details.status);
  const toneIsOver = (callId: string, count: number) =>
    until('the tone was played', async () => (await tonesOf(callId)).length === count * 2);

  async function monitorThenBarge(): Promise<{ atMonitor: number; atBarge: number }> {
    const callId = await liveCallOf(world, 'lena', 'Brightwater');
    const joinedAt = Date.now();
    const interventionId = await superviseAs(world, maya, callId);
    const before = (await tonesOf(callId)).length;
    if (before > 0) await toneIsOver(callId, 1);
    const atMonitor = await heardSince(callId, joinedAt);
    const bargedAt = Date.now();
    await maya.switchTo(interventionId, 'barge', { reasonCode: 'large_deal' });
    await until(
      'Maya barges',
      async () => modeOf(await maya.call(callId), interventionId) === 'barge',
    );
    if (before === 0) await toneIsOver(callId, 1);
    const atBarge = await heardSince(callId, bargedAt);
    assert.deepEqual(await tonesOf(callId), ['tone', 'played']);
    await world.carrierControl('DELETE', `legs/${await customersLeg(callId)}`);
    await until('the call is over', async () => (await maya.call(callId)).body.status === 'ended');
    return { atMonitor, atBarge };
  }

  it('is heard when barge begins, and not when monitoring begins (P1, P2, D24, G17)', async () => {
    await setManagersRule(world, { Tone__c: true });
    const { atMonitor, atBarge } = await monitorThenBarge();
    assert.ok(atMonitor < -50, `${atMonitor} dBFS when monitoring began`);
    assert.ok(atBarge > -30, `${atBarge} dBFS when barge began`);
  });

  it('is heard when monitoring begins, and not when barge begins, where the rule says so (P2)', async () => {
    await setManagersRule(world, { Tone__c: true, Tone_At__c: 'Monitor' });
    const { atMonitor, atBarge } = await monitorThenBarge();
    assert.ok(atMonitor > -30, `${atMonitor} dBFS when monitoring began`);
    assert.ok(atBarge < -50, `${atBarge} dBFS when barge began`);
  });
});
