import assert from 'node:assert/strict';
import type { Console } from '../support/console.ts';
import { liveCallOf } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

const DANAS_PHONE = '+14155550173';
interface Leg {
  callSid: string;
  to: string;
  told: string[];
}

describe('a rep who asks for help where phones are rung for it', () => {
  let world: World;
  let [lena, dana] = [] as unknown as [Console, Console];
  let callId = '';

  before(async () => {
    world = await startWorld({
      setting: {
        Help_Rings_Phones__c: true,
        Help_Quiet_From_Hour__c: 0,
        Help_Quiet_Until_Hour__c: 0,
        Help_Step_Seconds__c: 1,
      },
    });
    [lena, dana] = [world.as('lena'), world.as('dana')];
    const users = await world.orgControl<{ Id: string; Alias: string }[]>('records/User');
    const { Id } = users.find(({ Alias }) => Alias === 'dana')!;
    await world.orgControl(`update/User/${Id}`, { Phone: DANAS_PHONE });
    await dana.ask('POST', '/api/me/refresh');
    const chosen = await dana.ask('PUT', '/api/me/reach', { device: 'phone', number: DANAS_PHONE });
    assert.equal(chosen.status, 200);
    await world.carrierControl('POST', 'scripts', {
      address: DANAS_PHONE,
      script: { toneHz: 700, ringMs: 100 },
    });
  });
  after(() => world?.stop());

  it('rings the phone of a supervisor who is reached there, in a call of its own', async () => {
    callId = await liveCallOf(world, 'lena', 'Brightwater');
    const asked = await lena.ask('POST', `/api/calls/${callId}/help`, {
      requestId: 'help-on-phone',
      reasonCode: 'pricing',
      note: 'A discount of 40 percent',
    });
    assert.ok(asked.status < 300, JSON.stringify(asked.body));
    const legs = () => world.carrierControl<Leg[]>('GET', 'legs');
    const rung = await until('Dana’s phone rings', async () =>
      (await legs()).find(
        ({ to, told }) =>
          to === DANAS_PHONE && told.some((words) => words.includes('Lena Brandt asks for help')),
      ),
    );
    assert.equal(
      rung.told.some((words) => words.includes('40 percent')),
      false,
    );
    const others = (await legs()).filter(({ callSid }) => callSid !== rung.callSid);
    assert.equal(
      others.some(({ told }) => told.some((words) => words.includes('asks for help'))),
      false,
      'nobody on the call is told of it',
    );
  });

  it('is helped by one of two supervisors who click at once, who is named to the other', async () => {
    interface Taken {
      error?: { message: string };
    }
    const accepts = await Promise.all(
      [world.as('maya'), dana].map(async (who) => {
        const path = `/api/calls/${callId}/help/accept`;
        return { who, ...(await who.ask<Taken>('POST', path, {})) };
      }),
    );
    assert.deepEqual(accepts.map(({ status }) => status).toSorted(), [200, 409]);
    const [came, other] = [200, 409].map((status) => accepts.find((one) => one.status === status)!);
    const name = came!.who === dana ? 'Dana Whitfield' : 'Maya Okafor';
    assert.equal(other!.body.error?.message, `${name} is already joining to help.`);
  });
});
