import assert from 'node:assert/strict';
import type { Console } from '../support/console.ts';
import { haveFinishedCalls, identityOf, liveCallOf } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

interface Room {
  friendlyName: string;
  participants: { callSid: string; label: string }[];
}
interface Leg {
  callSid: string;
  to: string;
  status: string;
}

const LENAS_PHONE = '+14155550171';
/** Longer than any test, so that nobody answers. */
const RINGS_ON = { ringMs: 600_000 };
const LATE = { does: 'slow', ms: 600_000, method: 'POST' };

describe('a rep who is back on the call before the server knows of the ring for them', function () {
  this.timeout(300_000);
  let world: World;
  let lena: Console;
  let callId: string;
  let rungBefore: ReadonlySet<string>;

  before(async () => {
    world = await startWorld({ inbound: { Return_Seconds__c: 120 }, callsAtAnyHour: true });
    lena = world.as('lena');
    const users = await world.orgControl<{ Id: string; Alias: string }[]>('records/User');
    const { Id } = users.find(({ Alias }) => Alias === 'lena')!;
    await world.orgControl(`update/User/${Id}`, { Phone: LENAS_PHONE });
    await lena.ask('POST', '/api/me/refresh');
  });
  after(() => world?.stop());

  beforeEach(async () => {
    await haveFinishedCalls(world);
    await reachedBy('softphone');
    callId = await liveCallOf(world, 'lena', 'Brightwater');
    rungBefore = new Set((await legs()).map(({ callSid }) => callSid));
    for (const address of [`client:${await identityOf(lena)}`, LENAS_PHONE])
      await world.carrierControl('POST', 'scripts', { address, script: RINGS_ON });
  });
  afterEach(async () => {
    await worksAgain();
    await lena.ask('POST', `/api/calls/${callId}/hangup`, {});
    await until(
      'the call has ended',
      async () => (await lena.call(callId)).body.status === 'ended',
    );
  });

  const legs = () => world.carrierControl<Leg[]>('GET', 'legs');
  const ring = async (): Promise<Leg | undefined> => {
    const addresses = [`client:${await identityOf(lena)}`, LENAS_PHONE];
    return (await legs()).find(
      ({ callSid, to }) => !rungBefore.has(callSid) && addresses.includes(to.split('?')[0]!),
    );
  };
  const actions = async () =>
    (
      await world.database<{ action: string }>(
        `select "action" from "AuditEntry" where "callId" = $1 order by "position"`,
        [callId],
      )
    ).map(({ action }) => action);
  const reachedBy = async (device: string) =>
    assert.equal((await lena.ask('PUT', '/api/me/reach', { device })).status, 200);
  const fails = (faults: object) => world.carrierControl('POST', 'faults', faults);
  const worksAgain = () => world.carrierControl('DELETE', 'faults');

  async function isLostAndRung(): Promise<void> {
    const room = (await world.carrierControl<Room[]>('GET', 'conferences')).find(
      ({ friendlyName }) => friendlyName === callId,
    )!;
    const { callSid } = room.participants.find(({ label }) => label === 'rep')!;
    await world.carrierControl('DELETE', `legs/${callSid}`);
    await until('Lena is lost', async () => (await actions()).includes('RepLost'));
  }
  /** By the button that a page has for a call whose phone is elsewhere. */
  async function comesBack(): Promise<void> {
    const { body } = await lena.ask<{ connect: { params: object } }>(
      'POST',
      `/api/calls/${callId}/device`,
      { device: 'softphone' },
    );
    await world.carrierControl('POST', 'calls', {
      from: `client:${await identityOf(lena)}`,
      params: body.connect.params,
      script: { toneHz: 500 },
    });
    await until('Lena is back', async () => (await actions()).includes('RepLossEnded'));
  }
  async function isRungNoMore(): Promise<void> {
    await until('the phone rings no more', async () => {
      const status = (await ring())?.status;
      assert.notEqual(status, 'no-answer', 'it has rung to its end');
      return status === 'canceled';
    });
    const { status, repLoss } = (await lena.call(callId)).body;
    assert.deepEqual([status, repLoss], ['live', undefined]);
  }

  it('is not rung to the end by a carrier that rings late', async () => {
    await fails({ rest: [{ ...LATE, path: 'Participants.json', where: { Label: 'rep' } }] });
    await isLostAndRung();
    await comesBack();
    await worksAgain();
    await isRungNoMore();
  });

  it('is not rung to the end when the carrier’s answer and its report were lost', async () => {
    await fails({
      rest: [
        {
          does: 'lose-answer',
          method: 'POST',
          path: 'Participants.json',
          where: { Label: 'rep' },
        },
      ],
      callbacks: [{ does: 'lose', where: { CallStatus: 'ringing' } }],
    });
    await isLostAndRung();
    await until('the carrier rings', ring);
    await comesBack();
    await isRungNoMore();
  });

  it('is not rung to the end on a phone of their own whose ringing nobody reports', async () => {
    await reachedBy('phone');
    await fails({ callbacks: [{ does: 'lose', where: { CallStatus: 'ringing' } }] });
    await isLostAndRung();
    await until('the carrier’s answer has named the ring', async () =>
      (await actions()).includes('ParticipantRung'),
    );
    await comesBack();
    await isRungNoMore();
  });

  it('is not rung to the end on a phone of their own whose answer and all reports were lost', async () => {
    await reachedBy('phone');
    await fails({
      rest: [
        { does: 'lose-answer', method: 'POST', path: '/Calls.json', where: { To: LENAS_PHONE } },
      ],
      callbacks: [{ does: 'lose', where: { To: LENAS_PHONE } }],
    });
    await isLostAndRung();
    await until('the carrier rings', ring);
    await comesBack();
    await isRungNoMore();
  });

  it('is not rung to the end on a phone of their own that the carrier rings late', async () => {
    await reachedBy('phone');
    await fails({ rest: [{ ...LATE, path: '/Calls.json', where: { To: LENAS_PHONE } }] });
    await isLostAndRung();
    await comesBack();
    await worksAgain();
    await isRungNoMore();
  });
});
