import assert from 'node:assert/strict';
import type { Console } from '../support/console.ts';
import {
  haveFinishedCalls,
  identityOf,
  liveCallOf,
  modeOf,
  superviseAs,
} from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { COMPANY_NUMBER } from '../support/worldOrgs.ts';
import { assertCustomerSafe } from './customerSafety.ts';

interface Seen {
  callSid: string;
  label: string;
  muted: boolean;
  coaching: boolean;
  callSidToCoach?: string;
  endConferenceOnExit: boolean;
  hears: string[];
}
interface Leg {
  callSid: string;
  to: string;
  status: string;
  told: string[];
}
interface Reach {
  device: string;
  number?: string;
  numbers: { number: string; from: string }[];
}
interface Changed {
  connect: { params?: Record<string, string>; ringing?: string };
}
interface Reported {
  params: Record<string, string | undefined>;
}
interface Mixes {
  callSid: string;
  label?: string;
  changes: { voices: { callSid: string }[] }[];
}

/** Marcus Hale, whose deal is Lena's. */
const MARCUS = '+12065550187';
const LENAS_PHONE = '+14155550171';
const MAYAS_PHONE = '+14155550172';

describe('somebody whom calls reach on their own phone', function () {
  this.timeout(300_000);
  let world: World;
  let lena: Console;
  let maya: Console;

  before(async () => {
    world = await startWorld({ inbound: {}, callsAtAnyHour: true });
    [lena, maya] = [world.as('lena'), world.as('maya')];
    await givePhone('lena', LENAS_PHONE);
    await givePhone('maya', MAYAS_PHONE);
    for (const console of [lena, maya]) await console.ask('POST', '/api/me/refresh');
  });
  after(() => world?.stop());

  async function givePhone(alias: string, phone: string) {
    const users = await world.orgControl<{ Id: string; Alias: string }[]>('records/User');
    const { Id } = users.find(({ Alias }) => Alias === alias)!;
    await world.orgControl(`update/User/${Id}`, { Phone: phone });
  }
  const answers = (address: string, script: object) =>
    world.carrierControl('POST', 'scripts', {
      address,
      script: { toneHz: 700, ringMs: 100, ...script },
    });
  const callIn = () =>
    world.carrierControl('POST', 'calls', {
      from: MARCUS,
      to: COMPANY_NUMBER,
      script: { toneHz: 500 },
    });
  const legs = () => world.carrierControl<Leg[]>('GET', 'legs');
  const legsTo = async (address: string) => (await legs()).filter(({ to }) => to === address);
  const room = async (callId: string) =>
    (
      await world.carrierControl<{ friendlyName: string; participants: Seen[] }[]>(
        'GET',
        'conferences',
      )
    ).find((one) => one.friendlyName === callId)?.participants ?? [];
  const labeled = async (callId: string, label: string) =>
    (await room(callId)).find((one) => one.label === label);
  const hearsCustomer = (callId: string) =>
    until('the phone hears the customer', async () =>
      (await labeled(callId, 'rep.phone'))?.hears.includes('customer'),
    );
  const openCallOf = async (console: Console) =>
    (
      await console.ask<{ calls: { callId: string; status: string }[] }>('GET', '/api/calls')
    ).body.calls.find(({ status }) => status !== 'ended');
  const hangUp = async (console: Console, callId: string) => {
    await console.ask('POST', `/api/calls/${callId}/hangup`);
    await until(
      'the call has ended',
      async () => (await console.call(callId)).body.status === 'ended',
    );
  };
  const choose = async (console: Console, choice: object) => {
    const chosen = await console.ask<Reach>('PUT', '/api/me/reach', choice);
    assert.equal(chosen.status, 200, JSON.stringify(chosen.body));
    return chosen.body;
  };
  const changeTo = (console: Console, path: string, device: string) =>
    console.ask<Changed>('POST', `${path}/device`, { device });
  /** The labels in each mix that the customer has heard, in order. */
  const heardByCustomer = async (callId: string): Promise<string[][]> => {
    const mixes = await world.carrierControl<Mixes[]>('GET', `mixes?conference=${callId}`);
    const labelOf = new Map(mixes.map(({ callSid, label = '' }) => [callSid, label]));
    return mixes
      .filter(({ label }) => label === 'customer')
      .flatMap(({ changes }) =>
        changes.map(({ voices }) => voices.map(({ callSid }) => labelOf.get(callSid) ?? '')),
      );
  };
  /** What the carrier reported of the conference, in the order in which it happened. */
  const reportsOf = async (callId: string) =>
    (await world.carrierControl<Reported[]>('GET', 'callbacks'))
      .map(({ params }) => params)
      .filter(({ FriendlyName, StatusCallbackEvent: event }) => FriendlyName === callId && event)
      .sort((a, b) => Number(a.SequenceNumber) - Number(b.SequenceNumber));
  /** After each report from the first rep's joining on: the reps whom the customer could hear. */
  function audibleReps(reports: readonly Reported['params'][]): string[][] {
    const audible = new Set<string>();
    const after = reports
      .filter(({ ParticipantLabel: label }) => label?.startsWith('rep'))
      .map(({ CallSid, Muted, Hold, StatusCallbackEvent: event }) => {
        const isAudible = event !== 'participant-leave' && Muted === 'false' && Hold === 'false';
        if (isAudible) audible.add(CallSid!);
        else audible.delete(CallSid!);
        return [...audible];
      });
    return after.slice(after.findIndex((reps) => reps.length > 0));
  }
  const supervisorsHeard = async (callId: string) =>
    (await heardByCustomer(callId)).flat().filter((label) => label.startsWith('supervisor'));

  it('is remembered with the number of their Salesforce user, and reached nowhere else', async () => {
    assert.equal((await lena.ask<Reach>('GET', '/api/me/reach')).body.device, 'softphone');
    const chosen = await choose(lena, { device: 'phone' });
    assert.deepEqual(chosen.numbers, [{ number: LENAS_PHONE, from: 'crm' }]);
    assert.deepEqual((await lena.ask<Reach>('GET', '/api/me/reach')).body, chosen);
    const refused = await lena.ask('PUT', '/api/me/reach', {
      device: 'phone',
      number: '+14155550999',
    });
    assert.deepEqual([refused.status, refused.body.error.code], [403, 'phone_not_yours']);
  });

  it('is rung there by a customer, presses a key, and talks', async () => {
    await answers(LENAS_PHONE, { presses: '1' });
    await callIn();
    await until('Lena has the call', async () => (await openCallOf(lena))?.status === 'live');
    const { callId } = (await openCallOf(lena))!;
    await hearsCustomer(callId);
    assert.equal((await lena.call(callId)).body.rep.device, 'phone');
    await hangUp(lena, callId);
  });

  it('never loses the customer to a mailbox: no key, and the next step begins', async () => {
    await haveFinishedCalls(world);
    await answers(LENAS_PHONE, { presses: '' });
    const before = new Set((await legsTo(LENAS_PHONE)).map(({ callSid }) => callSid));
    await callIn();
    await until('the mailbox of Lena was answered', async () =>
      (await legsTo(LENAS_PHONE)).some(
        ({ callSid, status }) =>
          !before.has(callSid) && ['in-progress', 'completed'].includes(status),
      ),
    );
    const [{ callId }] = (await world.database<{ callId: string }>(
      'select "callId" from "Call" order by "startedAt" desc limit 1',
    )) as [{ callId: string }];
    await until('the call goes on without Lena', async () => {
      const { body } = await maya.call(callId);
      return body.status === 'ended' || !body.rep.ringing;
    });
    const heard = await world.carrierControl<{ label?: string }[]>(
      'GET',
      `mixes?conference=${callId}`,
    );
    assert.ok(!heard.some(({ label }) => label === 'rep.phone'));
    for (const { callSid } of (await legs()).filter(({ status }) => status === 'in-progress'))
      await world.carrierControl('DELETE', `legs/${callSid}`).catch(() => undefined);
    await until(
      'the call has ended',
      async () => (await maya.call(callId)).body.status === 'ended',
    );
  });

  it('places a call by phone: first theirs rings, then the customer’s', async () => {
    await answers(LENAS_PHONE, { presses: '1' });
    await answers('+12065550143', {});
    const placed = await lena.placeCall({ to: '+12065550143' });
    assert.equal(placed.status, 201, JSON.stringify(placed.body));
    assert.deepEqual(placed.body.connect, { ringing: true });
    const { callId } = placed.body.call;
    await until(
      'Lena talks with the customer',
      async () => (await lena.call(callId)).body.status === 'live',
    );
    await hearsCustomer(callId);
    await hangUp(lena, callId);
    await choose(lena, { device: 'softphone' });
  });

  it('confirms another number by a code that is spoken on it, and never by guessing', async () => {
    const number = '+14155550177';
    const ask = (requestId: string, to: string) =>
      maya.ask('POST', '/api/me/reach/code', { requestId, number: to });
    await answers(number, {});
    assert.equal((await ask('premium-1', '+1 900 555 0177')).body.error.code, 'number_premium');
    assert.equal((await ask('reach-0001', '(415) 555-0177')).status, 202);
    for (const code of ['1', '2', '3', '4', '5'])
      assert.equal(
        (await maya.ask('POST', '/api/me/reach/confirm', { code })).body.error.code,
        'code_wrong',
      );
    assert.equal((await ask('reach-0002', number)).status, 202);
    const spoken = async () => {
      const told = (await legsTo(number)).at(-1)?.told.at(-1) ?? '';
      return told.replace(/\D/g, '').length === 6 ? told.replace(/\D/g, '') : undefined;
    };
    await until(
      'the second code is spoken',
      async () => (await legsTo(number)).length === 2 && (await spoken()) !== undefined,
    );
    const confirmed = await maya.ask<Reach>('POST', '/api/me/reach/confirm', {
      code: await spoken(),
    });
    assert.equal(confirmed.status, 200, JSON.stringify(confirmed.body));
    assert.deepEqual([confirmed.body.device, confirmed.body.number], ['phone', number]);
    await choose(maya, { device: 'softphone' });
  });

  describe('on a call', () => {
    let callId: string;
    before(async () => {
      await answers(LENAS_PHONE, { presses: '1' });
      await answers(MAYAS_PHONE, { presses: '1' });
      callId = await liveCallOf(world, 'lena', 'Brightwater');
    });

    it('goes on with the phone and back: the customer stays, and is never put on hold (D34)', async () => {
      const softphone = (await labeled(callId, 'rep'))!.callSid;
      const changed = await changeTo(lena, `/api/calls/${callId}`, 'phone');
      assert.deepEqual([changed.status, changed.body.connect], [202, { ringing: 'phone' }]);
      await until('only the phone is there', async () => {
        const labels = (await room(callId)).map(({ label }) => label).sort();
        return labels.join() === 'customer,rep.phone';
      });
      await until('the softphone is free', async () =>
        (await legs()).some((leg) => leg.callSid === softphone && leg.status === 'completed'),
      );
      await until('Lena is seen with the phone', async () => {
        const { status, rep, customer } = (await lena.call(callId)).body;
        return status === 'live' && rep.device === 'phone' && !customer.onHold;
      });
      const back = await changeTo(lena, `/api/calls/${callId}`, 'softphone');
      await world.carrierControl('POST', 'calls', {
        from: `client:${await identityOf(lena)}`,
        params: back.body.connect.params,
        script: { toneHz: 500 },
      });
      await until('only the softphone is there', async () => {
        const labels = (await room(callId)).map(({ label }) => label).sort();
        return labels.join() === 'customer,rep.softphone';
      });
      assert.equal((await lena.call(callId)).body.status, 'live');
      const reports = await until('the phone’s leaving was reported', async () => {
        const all = await reportsOf(callId);
        const hasLeft = all.some(
          ({ StatusCallbackEvent: event, ParticipantLabel: label }) =>
            event === 'participant-leave' && label === 'rep.phone',
        );
        return hasLeft ? all : undefined;
      });
      const audible = audibleReps(reports);
      assert.deepEqual(
        audible.map((reps) => reps.length),
        [1, 2, 1, 2, 1],
        `the customer could hear a rep all the time: ${JSON.stringify(audible)}`,
      );
      const { callSid } = (await labeled(callId, 'customer'))!;
      await assertCustomerSafe(world, callId, callSid);
    });

    it('goes on in another window where the first may have died, as often as it takes', async () => {
      for (const label of ['rep', 'rep.softphone']) {
        const here = await changeTo(lena, `/api/calls/${callId}`, 'softphone');
        await world.carrierControl('POST', 'calls', {
          from: `client:${await identityOf(lena)}`,
          params: here.body.connect.params,
          script: { toneHz: 500 },
        });
        await until(`only ${label} is there`, async () => {
          const labels = (await room(callId)).map((one) => one.label).sort();
          return labels.join() === `customer,${label}`;
        });
      }
      const { status, repLoss, customer } = (await lena.call(callId)).body;
      assert.deepEqual([status, repLoss, customer.onHold], ['live', undefined, false]);
    });

    it('whispers on from the phone, and the customer hears nothing of it', async () => {
      const interventionId = await superviseAs(world, maya, callId);
      const own = () =>
        room(callId).then((all) => all.filter(({ label }) => label.startsWith('supervisor')));
      await maya.switchTo(interventionId, 'whisper', { reasonCode: 'large_deal' });
      await until(
        'Maya whispers',
        async () => modeOf(await maya.call(callId), interventionId) === 'whisper',
      );
      await changeTo(maya, `/api/interventions/${interventionId}`, 'phone');
      await until('only Maya’s phone is there', async () => {
        const [first, second] = await own();
        return (
          second === undefined &&
          first?.label === `supervisor-${interventionId}.phone` &&
          first.coaching &&
          !first.muted
        );
      });
      const rep = (await labeled(callId, 'rep.softphone'))!;
      assert.ok(rep.hears.includes(`supervisor-${interventionId}.phone`));
      const view = await until('Maya is seen with the phone', async () => {
        const [seen] = (await maya.call(callId)).body.interventions;
        return seen?.device === 'phone' ? seen : undefined;
      });
      maya.stopHeartbeats();
      assert.deepEqual(['mode' in view && view.mode, view.status], ['whisper', 'active']);

      // The rep changes the device under the whisper: it goes with the rep.
      await changeTo(lena, `/api/calls/${callId}`, 'phone');
      await until('Lena’s phone hears the whisper', async () => {
        const phone = await labeled(callId, 'rep.phone');
        return (
          (await labeled(callId, 'rep.softphone')) === undefined &&
          phone?.hears.includes(`supervisor-${interventionId}.phone`) === true
        );
      });
      assert.equal(modeOf(await maya.call(callId), interventionId), 'whisper');
      assert.deepEqual(await supervisorsHeard(callId), []);

      // And barges, back at the computer.
      const back = await changeTo(maya, `/api/interventions/${interventionId}`, 'softphone');
      await world.carrierControl('POST', 'calls', {
        from: `client:${await identityOf(maya)}`,
        params: back.body.connect.params,
        script: { toneHz: 800 },
      });
      const lives = () => maya.ask('POST', `/api/interventions/${interventionId}/presence`);
      await until('only Maya’s softphone is there', async () => {
        await lives();
        const [first, second] = await own();
        return second === undefined && first?.label === `supervisor-${interventionId}.softphone`;
      });
      assert.deepEqual(await supervisorsHeard(callId), []);
      await until('it whispers', async () => {
        await lives();
        return (await own())[0]?.coaching === true;
      });
      await maya.leave(interventionId);
      await until(
        'Maya has left',
        async () => (await maya.call(callId)).body.interventions.length === 0,
      );
    });

    it('cannot be changed by anybody else', async () => {
      assert.equal((await changeTo(maya, `/api/calls/${callId}`, 'phone')).status, 403);
      const ravi = world.as('ravi');
      assert.ok(
        [403, 404].includes((await changeTo(ravi, `/api/calls/${callId}`, 'phone')).status),
      );
      await hangUp(lena, callId);
    });
  });
});
