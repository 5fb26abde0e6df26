import assert from 'node:assert/strict';
import type { Console, Feed } from '../support/console.ts';
import {
  haveFinishedCalls,
  identityOf,
  leaveAs,
  liveCallOf,
  modeOf,
  placedCallOf,
  superviseAs,
} from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { COMPANY_NUMBER } from '../support/worldOrgs.ts';

interface Room {
  friendlyName: string;
  participants: {
    callSid: string;
    label: string;
    hold: boolean;
    muted: boolean;
    coaching: boolean;
    hears: string[];
  }[];
}
interface Leg {
  callSid: string;
  told: string[];
}
interface Level {
  sustained: number;
}

/** Tones of the parties, and what the carrier speaks words with. */
const LENA_HZ = 500;
const RAVI_HZ = 600;
const MAYA_HZ = 800;
const WORDS_HZ = 2050;
const MARCUS = '+12065550187';

describe('a rep whose browser dies in mid-call', function () {
  this.timeout(300_000);
  let world: World;
  let lena: Console;
  let ravi: Console;
  let maya: Console;
  let wall: Feed;

  before(async () => {
    // Longer than any test takes: who is to come back does.
    world = await startWorld({ inbound: { Return_Seconds__c: 120 } });
    [lena, ravi, maya] = [world.as('lena'), world.as('ravi'), world.as('maya')];
    wall = await maya.watch();
  });
  after(async () => {
    wall?.close();
    await world?.stop();
  });

  const roomOf = async (callId: string) =>
    (await world.carrierControl<Room[]>('GET', 'conferences')).find(
      ({ friendlyName }) => friendlyName === callId,
    );
  const memberOf = async (callId: string, label: string) =>
    (await roomOf(callId))?.participants.find((one) => one.label === label);
  const legOf = async (callId: string, label: string) =>
    (await until(`${label} is in the conference`, () => memberOf(callId, label))).callSid;
  /** In dBFS: the loudest 100 ms of this tone that the leg has heard since then. */
  async function heard(callSid: string, hz: number, since: number): Promise<number> {
    const [level] = await world.carrierControl<Level[]>(
      'GET',
      `levels?callSid=${callSid}&hz=${hz}&since=${since}`,
    );
    return level!.sustained;
  }
  const hears = (who: string, callSid: string, hz: number, since: number) =>
    until(`the customer hears ${who}`, async () => (await heard(callSid, hz, since)) > -40);
  const answersAs = async (who: Console, script: object) =>
    world.carrierControl('POST', 'scripts', {
      address: `client:${await identityOf(who)}`,
      script: { ringMs: 50, ...script },
    });
  const nobodyIsThere = async () => {
    for (const who of [lena, ravi]) await answersAs(who, { never: 'no-answer' });
  };
  const dies = (callSid: string) => world.carrierControl('DELETE', `legs/${callSid}`);
  const returns = async (callId: string, params: object = { callId }) =>
    world.carrierControl('POST', 'calls', {
      from: `client:${await identityOf(lena)}`,
      params,
      script: { toneHz: LENA_HZ },
    });
  /** By the button of another window, which does not know of the loss yet. */
  async function continuesHere(callId: string): Promise<void> {
    const { status, body } = await lena.ask('POST', `/api/calls/${callId}/device`, {
      device: 'softphone',
    });
    assert.equal(status, 202);
    await returns(callId, (body as unknown as { connect: { params: object } }).connect.params);
  }
  async function isAwaitedFor(seconds: number): Promise<void> {
    const [rules] = await world.orgControl<{ Id: string }[]>('records/Dealside_Inbound__mdt');
    await world.orgControl(`update/Dealside_Inbound__mdt/${rules!.Id}`, {
      Return_Seconds__c: seconds,
    });
    await world.restartServer();
    wall.close();
    wall = await maya.watch();
  }
  const shown = (callId: string) => wall.calls.get(callId);
  /** To the server, which may hear of it long after it was heard on the call. */
  const isKnownToBeLost = (callId: string) =>
    until('the wall says that Lena is lost', () => shown(callId)?.repLoss?.since);
  const isKnownToBeBack = (callId: string) =>
    until('the wall says that Lena is back', () => !shown(callId)?.repLoss);
  const actions = async (callId: string) =>
    (
      await world.database<{ action: string }>(
        `select "action" from "AuditEntry" where "callId" = $1 order by "position"`,
        [callId],
      )
    ).map(({ action }) => action);
  const hangUp = async (who: Console, callId: string) => {
    assert.equal((await who.ask('POST', `/api/calls/${callId}/hangup`, {})).status, 202);
    await until('the call has ended', () => shown(callId)?.status === 'ended');
  };
  async function inboundOfLena(): Promise<string> {
    await haveFinishedCalls(world);
    await answersAs(lena, { toneHz: LENA_HZ });
    await world.carrierControl('POST', 'calls', {
      from: MARCUS,
      to: COMPANY_NUMBER,
      script: { toneHz: 1100 },
    });
    const call = await until('Lena has the call', () =>
      [...wall.calls.values()].find(
        ({ status, direction }) => status === 'live' && direction === 'inbound',
      ),
    );
    await nobodyIsThere();
    return call.callId;
  }

  for (const direction of ['outbound', 'inbound'] as const)
    it(`lets the customer of an ${direction} call hear a word and wait, and comes back to them`, async () => {
      await nobodyIsThere();
      const callId =
        direction === 'inbound'
          ? await inboundOfLena()
          : await liveCallOf(world, 'lena', 'Brightwater');
      const customer = await legOf(callId, 'customer');
      const since = Date.now();
      await dies(await legOf(callId, 'rep'));
      await hears('words', customer, WORDS_HZ, since);
      await isKnownToBeLost(callId);
      assert.equal(shown(callId)?.status, 'live');

      const back = Date.now();
      await (direction === 'inbound' ? returns(callId) : continuesHere(callId));
      await hears('Lena', customer, LENA_HZ, back);
      await isKnownToBeBack(callId);
      assert.equal((await memberOf(callId, 'customer'))?.hold, false);
      assert.deepEqual((await memberOf(callId, 'customer'))?.hears, [
        direction === 'inbound' ? 'rep' : 'rep.softphone',
      ]);
      await hangUp(lena, callId);
      assert.equal(shown(callId)?.endReason, 'hung_up');
    });

  it('keeps a customer who has just answered, before the carrier has said so', async () => {
    await nobodyIsThere();
    await world.carrierControl('POST', 'faults', {
      callbacks: [{ does: 'delay', ms: 1_500, next: 1, where: { CallStatus: 'in-progress' } }],
    });
    const since = Date.now();
    const callId = await placedCallOf(world, 'lena', 'Brightwater');
    const customer = await legOf(callId, 'customer');
    await hears('Lena', customer, LENA_HZ, since);
    await dies(await legOf(callId, 'rep'));
    await hears('words', customer, WORDS_HZ, since);
    await isKnownToBeLost(callId);
    const back = Date.now();
    await returns(callId);
    await hears('Lena', customer, LENA_HZ, back);
    await isKnownToBeBack(callId);
    await hangUp(lena, callId);
  });

  it('leaves a monitoring supervisor silent to the customer, who takes over without a held customer', async () => {
    await nobodyIsThere();
    const callId = await liveCallOf(world, 'lena', 'Brightwater');
    const customer = await legOf(callId, 'customer');
    const interventionId = await superviseAs(world, maya, callId);
    const since = Date.now();
    await dies(await legOf(callId, 'rep'));
    await hears('words', customer, WORDS_HZ, since);
    assert.ok((await heard(customer, MAYA_HZ, since)) < -50, 'Maya is heard while she monitors');
    await maya.switchTo(interventionId, 'takeover', { reasonCode: 'large_deal' });
    await hears('Maya', customer, MAYA_HZ, since);
    await until('nobody is held', async () => (await memberOf(callId, 'customer'))?.hold === false);
    await until('the wall says so', () => shown(callId)?.repLoss?.isAttended === true);
    await returns(callId);
    await until('rep, customer and Maya are together', async () =>
      (await memberOf(callId, 'customer'))?.hears.includes('rep'),
    );
    await isKnownToBeBack(callId);
    await leaveAs(maya, callId, interventionId);
    await hangUp(lena, callId);
  });

  it('silences a whispering supervisor, whom the customer never hears', async () => {
    await nobodyIsThere();
    const callId = await liveCallOf(world, 'lena', 'Brightwater');
    const customer = await legOf(callId, 'customer');
    const interventionId = await superviseAs(world, maya, callId);
    await maya.switchTo(interventionId, 'whisper');
    await until(
      'Maya whispers',
      async () => modeOf(await maya.call(callId), interventionId) === 'whisper',
    );
    const since = Date.now();
    await dies(await legOf(callId, 'rep'));
    await until('Maya is muted, and whispers to nobody', async () => {
      const supervisor = (await roomOf(callId))?.participants.find(({ label }) =>
        label.startsWith('supervisor'),
      );
      return supervisor?.muted === true && !supervisor.coaching;
    });
    await until(
      'the page says so',
      async () => modeOf(await maya.call(callId), interventionId) === 'monitor',
    );
    await isKnownToBeLost(callId);
    await returns(callId);
    await isKnownToBeBack(callId);
    assert.ok((await heard(customer, MAYA_HZ, since)) < -50, 'the customer hears the whisper');
    await leaveAs(maya, callId, interventionId);
    await hangUp(lena, callId);
  });

  it('takes nothing from a barging supervisor, who goes on talking with the customer', async () => {
    await nobodyIsThere();
    const callId = await liveCallOf(world, 'lena', 'Brightwater');
    const customer = await legOf(callId, 'customer');
    const interventionId = await superviseAs(world, maya, callId);
    await maya.switchTo(interventionId, 'barge', { reasonCode: 'large_deal' });
    await until(
      'Maya barges',
      async () => modeOf(await maya.call(callId), interventionId) === 'barge',
    );
    const since = Date.now();
    await dies(await legOf(callId, 'rep'));
    await until('the wall says so', () => shown(callId)?.repLoss?.isAttended === true);
    assert.ok((await heard(customer, WORDS_HZ, since)) < -50, 'words are heard');
    await hears('Maya', customer, MAYA_HZ, since);
    await until(
      'Lena is rung meanwhile',
      async () => (await actions(callId)).filter((one) => one === 'ParticipantDialled').length >= 2,
    );
    await returns(callId);
    await isKnownToBeBack(callId);
    await leaveAs(maya, callId, interventionId);
    await hangUp(lena, callId);
  });

  it('lets the customer hear a word before the carrier notices, and cuts nobody who still talks', async () => {
    await answersAs(lena, { toneHz: LENA_HZ });
    const callId = await liveCallOf(world, 'lena', 'Brightwater');
    const page = await lena.watch();
    const customer = await legOf(callId, 'customer');
    const since = Date.now();
    page.close();
    await hears('a word', customer, WORDS_HZ, since);
    await hears('Lena', customer, LENA_HZ, since);
    assert.equal(shown(callId)?.repLoss, undefined);
    assert.equal((await memberOf(callId, 'customer'))?.hold, false);
    const isBack = await lena.watch();
    await hangUp(lena, callId);
    isBack.close();
    assert.equal((await actions(callId)).includes('RepLost'), false);
  });

  it('lets the customer hear a word when the softphone falls silent, though it closes nothing', async () => {
    await answersAs(lena, { toneHz: LENA_HZ });
    const callId = await liveCallOf(world, 'lena', 'Brightwater');
    const page = await lena.watch();
    const customer = await legOf(callId, 'customer');
    const since = Date.now();
    assert.equal((await lena.ask('POST', '/api/me/heartbeat', {})).status, 204);
    await hears('a word', customer, WORDS_HZ, since);
    assert.equal(shown(callId)?.repLoss, undefined);
    await hangUp(lena, callId);
    page.close();
  });

  it('is noticed by a server that was killed at that moment', async () => {
    await nobodyIsThere();
    const callId = await liveCallOf(world, 'lena', 'Brightwater');
    const customer = await legOf(callId, 'customer');
    const since = Date.now();
    const killing = world.killServer();
    await dies(await legOf(callId, 'rep'));
    await killing;
    await hears('words', customer, WORDS_HZ, since);
    const back = Date.now();
    await returns(callId);
    await hears('Lena', customer, LENA_HZ, back);
    await until('Lena is back', async () => {
      const { body } = await lena.call(callId);
      return body.status === 'live' && !body.repLoss;
    });
    assert.equal((await lena.ask('POST', `/api/calls/${callId}/hangup`, {})).status, 202);
    await until('the call is over', async () => (await lena.call(callId)).body.status === 'ended');
  });

  it('is followed by a colleague of the team, who is told why, and whose call it then is', async () => {
    await isAwaitedFor(5);
    await nobodyIsThere();
    const callId = await liveCallOf(world, 'lena', 'Brightwater');
    const customer = await legOf(callId, 'customer');
    await answersAs(ravi, { toneHz: RAVI_HZ });
    const since = Date.now();
    await dies(await legOf(callId, 'rep'));
    await hears('Ravi', customer, RAVI_HZ, since);
    await until('it is Ravi’s call', () => shown(callId)?.rep.name === 'Ravi Patel');
    await until('the loss is over', async () => (await actions(callId)).includes('RepLossEnded'));
    const told = (await actions(callId)).filter((one) =>
      /^(RepLoss|RepLost|Ring|CallTaken)/.test(one),
    );
    assert.deepEqual(told, [
      'RepLost',
      'RepLossPlanned',
      'RingStepBegan',
      'CallTaken',
      'RepLossEnded',
    ]);
    await hangUp(ravi, callId);
  });

  it('is followed by the voicemail, also for a customer who was called, with a task and a notification', async () => {
    await nobodyIsThere();
    const callId = await liveCallOf(world, 'lena', 'Brightwater');
    const customer = await legOf(callId, 'customer');
    await dies(await legOf(callId, 'rep'));
    await until('the call goes to the voicemail', () => shown(callId)?.endReason === 'voicemail');
    await until('the customer is asked for a message', async () =>
      (await world.carrierControl<Leg[]>('GET', 'legs'))
        .find(({ callSid }) => callSid === customer)
        ?.told.some((words) => words.includes('leave a message after the tone')),
    );
    await dies(customer);
    const task = await until('the task', async () =>
      (
        await world.orgControl<{ Dealside_Key__c: string | null; Subject: string }[]>(
          'records/Task',
        )
      ).find(({ Dealside_Key__c: key }) => key === `missed-call:${callId}`),
    );
    assert.match(task.Subject, /^Call back/);
    await until('the notification', async () =>
      (await world.orgControl<{ title: string }[]>('notifications')).some(({ title }) =>
        title.startsWith('You were disconnected from'),
      ),
    );
  });
});
