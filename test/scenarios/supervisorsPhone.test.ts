import assert from 'node:assert/strict';
import type { Console } from '../support/console.ts';
import { liveCallOf, modeOf } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

interface Room {
  friendlyName: string;
  participants: { callSid: string; label: string; hears: string[] }[];
}
interface Leg {
  callSid: string;
  to: string;
  status: string;
}
interface Started {
  intervention: { interventionId: string; device: string };
  connect: { ringing?: string };
}

/** Of Dana's user in the sample org, as the carrier dials them. */
const PHONES = { phone: '+14155550199', sip: 'sip:dana@phones.northwind.example' } as const;

describe('a supervisor who joins by phone (D34)', function () {
  this.timeout(300_000);
  let world: World;
  let dana: Console;
  let callId: string;

  before(async () => {
    world = await startWorld();
    dana = world.as('dana');
    callId = await liveCallOf(world, 'lena', 'Brightwater');
  });
  after(() => world?.stop());

  const answers = (address: string, script: object) =>
    world.carrierControl('POST', 'scripts', {
      address,
      script: { toneHz: 800, ringMs: 100, ...script },
    });
  const join = (device: string) =>
    dana.ask<Started>('POST', `/api/calls/${callId}/interventions`, {
      requestId: `by-${device}-${Math.random()}`,
      device,
    });
  const room = async () =>
    (await world.carrierControl<Room[]>('GET', 'conferences')).find(
      (one) => one.friendlyName === callId,
    );
  const customerHears = async () =>
    (await room())?.participants
      .find(({ label }) => label === 'customer')
      ?.hears.map((label) => label.replace(/-.*/, ''));

  for (const device of ['phone', 'sip'] as const) {
    it(`is rung by ${device}, presses a key, and listens without being heard (D34, G7)`, async () => {
      await answers(PHONES[device], { presses: '1' });
      const started = await join(device);
      assert.equal(started.status, 201, JSON.stringify(started.body));
      assert.deepEqual(started.body.connect, { ringing: device });
      const { interventionId } = started.body.intervention;
      await until(
        'Dana monitors',
        async () => modeOf(await dana.call(callId), interventionId) === 'monitor',
      );
      assert.deepEqual(await customerHears(), ['rep']);

      await dana.switchTo(interventionId, 'barge', { reasonCode: 'large_deal' });
      await until(
        'Dana barges',
        async () => modeOf(await dana.call(callId), interventionId) === 'barge',
      );
      assert.deepEqual((await customerHears())?.sort(), ['rep', 'supervisor']);

      const leg = (await room())!.participants.find(({ label }) => label.startsWith('supervisor'))!;
      await world.carrierControl('DELETE', `legs/${leg.callSid}`);
      await until(
        'Dana’s intervention ends when she hangs up',
        async () => (await dana.call(callId)).body.interventions.length === 0,
      );
      assert.equal((await dana.call(callId)).body.status, 'live');
    });
  }

  it('is kept on the call without any browser to say that it lives', async () => {
    await answers(PHONES.phone, { presses: '1' });
    const { interventionId } = (await join('phone')).body.intervention;
    await until(
      'Dana monitors',
      async () => modeOf(await dana.call(callId), interventionId) === 'monitor',
    );
    const [{ leaseUntil }] = (await world.database<{ leaseUntil: string | null }>(
      `select "leaseUntil" from "Intervention" where "interventionId" = '${interventionId}'`,
    )) as [{ leaseUntil: null }];
    assert.equal(leaseUntil, null);
    await dana.leave(interventionId);
    await until('the phone is let go', async () =>
      (await world.carrierControl<Leg[]>('GET', 'legs'))
        .filter(({ to }) => to === PHONES.phone)
        .every(({ status }) => status === 'completed'),
    );
    await until(
      'Dana is off the call',
      async () => (await dana.call(callId)).body.interventions.length === 0,
    );
  });

  it('that a mailbox answers is not let in: nothing of the call is heard without a key', async () => {
    await answers(PHONES.phone, {});
    const legs = () => world.carrierControl<Leg[]>('GET', 'legs');
    const before = new Set((await legs()).map(({ callSid }) => callSid));
    const { interventionId } = (await join('phone')).body.intervention;
    await until('the phone was answered', async () =>
      (await legs()).some(
        ({ callSid, to, status }) =>
          !before.has(callSid) &&
          to === PHONES.phone &&
          ['in-progress', 'completed'].includes(status),
      ),
    );
    await until('the intervention ends without having begun', async () =>
      (await dana.call(callId)).body.interventions.every(
        (one) => one.interventionId !== interventionId,
      ),
    );
    const mixes = await world.carrierControl<{ label?: string }[]>(
      'GET',
      `mixes?conference=${callId}`,
    );
    assert.ok(mixes.every(({ label }) => label !== `supervisor-${interventionId}`));
  });

  it('that is busy ends the attempt at once', async () => {
    await answers(PHONES.phone, { never: 'busy' });
    const { interventionId } = (await join('phone')).body.intervention;
    await until('the attempt is over', async () =>
      (await dana.call(callId)).body.interventions.every(
        (one) => one.interventionId !== interventionId,
      ),
    );
  });

  it('is refused to who has no such phone, and nobody can name a number', async () => {
    const maya = world.as('maya');
    const refused = await maya.ask<Started>('POST', `/api/calls/${callId}/interventions`, {
      requestId: 'no-phone-at-all',
      device: 'phone',
      to: '+19005550100',
    });
    assert.equal(refused.status, 422);
    assert.equal(refused.body.error.code, 'device_unknown');
    assert.ok(
      (await world.carrierControl<Leg[]>('GET', 'legs')).every(({ to }) => to !== '+19005550100'),
    );
  });
});
