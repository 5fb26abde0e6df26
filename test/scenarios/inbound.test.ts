import assert from 'node:assert/strict';
import type { Console, Feed } from '../support/console.ts';
import { identityOf } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { COMPANY_NUMBER, startWorld, type World } from '../support/world.ts';

interface Room {
  friendlyName: string;
  participants: { label: string; hears: string[] }[];
}

describe('a customer who calls in', () => {
  let world: World;
  let lena: Console;
  let wall: Feed;

  before(async () => {
    world = await startWorld();
    lena = world.as('lena');
    wall = await world.as('maya').watch();
  });
  after(async () => {
    wall.close();
    await world?.stop();
  });

  const callIn = (from: string) =>
    world.carrierControl<{ callSid: string }>('POST', 'calls', {
      from,
      to: COMPANY_NUMBER,
      script: { toneHz: 1100 },
    });
  const calls = () => [...wall.calls.values()];

  it('is put through to the rep who owns the deal, in a conference from the start', async () => {
    await world.carrierControl('POST', 'scripts', {
      address: `client:${await identityOf(lena)}`,
      script: { toneHz: 500, ringMs: 50 },
    });
    await callIn('+12065550187');
    const call = await until('the call is live on the wall', () =>
      calls().find((one) => one.status === 'live'),
    );
    assert.deepEqual(
      [call.direction, call.rep.name, call.customer.name, call.opportunity?.name],
      ['inbound', 'Lena Brandt', 'Marcus Hale', 'Brightwater Foods – warehouse roll-out'],
    );
    const [room] = await world.carrierControl<Room[]>('GET', 'conferences');
    assert.deepEqual(
      room!.participants.map(({ label, hears }) => [label, hears]),
      [
        ['customer', ['rep']],
        ['rep', ['customer']],
      ],
    );
    await world.as('lena').ask('POST', `/api/calls/${call.callId}/hangup`, {});
    await until('the call has ended', () => wall.calls.get(call.callId)?.status === 'ended');
  });

  it('is told when the rep does not answer, and the call ends', async () => {
    await world.carrierControl('POST', 'scripts', {
      address: `client:${await identityOf(lena)}`,
      script: { never: 'no-answer', ringMs: 50 },
    });
    await callIn('+12065550187');
    const call = await until('the call has ended', () =>
      calls().find((one) => one.status === 'ended' && one.endReason === 'rep_unreachable'),
    );
    await until(
      'nobody is left in the conference',
      async () =>
        !(await world.carrierControl<Room[]>('GET', 'conferences')).some(
          (room) => room.friendlyName === call.callId,
        ),
    );
  });

  it('whom nobody knows is turned away politely', async () => {
    const known = wall.calls.size;
    const { callSid } = await callIn('+15005550123');
    const leg = async () =>
      (await world.carrierControl<{ callSid: string; status: string }[]>('GET', 'legs')).find(
        (one) => one.callSid === callSid,
      );
    await until(
      'the caller was answered, spoken to and let go',
      async () => (await leg())?.status === 'completed',
    );
    assert.equal(wall.calls.size, known);
  });
});
