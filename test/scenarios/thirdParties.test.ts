import assert from 'node:assert/strict';
import type { Console } from '../support/console.ts';
import { saveRecord } from '../support/customMetadata.ts';
import { identityOf, liveCallOf, modeOf, superviseAs } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { legOf, roomOf } from './customerSafety.ts';

/** In Texas, where one party's consent is enough. */
const OUTSIDE = '+12145550177';

interface Mixes {
  label?: string;
  changes: { voices: { as: string }[] }[];
}

describe('a third party on a call', function () {
  this.timeout(300_000);
  let world: World;
  let lena: Console;
  let ravi: Console;
  let maya: Console;
  let callId: string;

  before(async () => {
    world = await startWorld({ callsAtAnyHour: true });
    await saveRecord(world.orgUrl, 'Dealside_Inbound.Renewals', 'Renewals', {
      Group_Seconds__c: 15,
    });
    const groups = await world.orgControl<{ Id: string; DeveloperName: string }[]>('records/Group');
    const renewals = groups.find(({ DeveloperName }) => DeveloperName === 'Renewals')!;
    await world.orgControl(`update/Group/${renewals.Id}`, { Name: 'Renewals & More' });
    await world.restartServer();
    [lena, ravi, maya] = ['lena', 'ravi', 'maya'].map((alias) => world.as(alias)) as [
      Console,
      Console,
      Console,
    ];
  });
  after(() => world?.stop());
  beforeEach(async () => {
    await answers(OUTSIDE, { ringMs: 50, toneHz: 600 });
    callId = await liveCallOf(world, 'lena', 'Brightwater');
  });
  afterEach(async () => {
    await until('the call is over', async () => {
      // Again each time: a colleague whose phone still rang may have joined meanwhile.
      for (const leg of (await room())?.participants ?? [])
        await world.carrierControl('DELETE', `legs/${leg.callSid}`).catch(() => undefined);
      // Jo's manager is somebody else: Maya does not see a call that has become Jo's.
      const seen = await Promise.all([maya, world.as('jo')].map((one) => one.call(callId)));
      return seen.some(({ body }) => body.status === 'ended');
    });
  });

  const answers = (address: string, script: object) =>
    world.carrierControl('POST', 'scripts', { address, script });
  const room = () => roomOf(world, callId);
  const heardBy = async (label: string) =>
    legOf(await room(), label)
      ?.hears.map((heard) => heard.replace(/-.*/, ''))
      .sort();
  const view = async (by: Console = maya) => (await by.call(callId)).body;
  const guest = async (by: Console = maya) => (await view(by)).guests.at(-1);
  const add = (more: object, by: Console = lena) =>
    by.ask<object>('POST', `/api/calls/${callId}/guests`, {
      requestId: crypto.randomUUID(),
      ...more,
    });
  const is = (status: string) =>
    until(`the third party is ${status}`, async () => (await guest())?.status === status);
  const hasLeft = (label: string) =>
    until(`${label} is off the call`, async () => legOf(await room(), label) === undefined);

  it('hears and is heard by everybody, never a whisper, is shown to all, and can be removed', async () => {
    const mayas = await superviseAs(world, maya, callId);
    await maya.switchTo(mayas, 'whisper');
    await until('Maya whispers', async () => modeOf(await maya.call(callId), mayas) === 'whisper');
    assert.equal((await add({ toNumber: OUTSIDE })).status, 202);
    await is('present');
    assert.deepEqual(await heardBy('customer'), ['guest', 'rep']);
    assert.deepEqual(await heardBy('guest'), ['customer', 'rep']);
    assert.deepEqual(await heardBy('rep'), ['customer', 'guest', 'supervisor']);
    for (const by of [lena, maya]) assert.equal((await guest(by))?.name, '(214) 555-0177');
    assert.equal((await add({ toNumber: '+12145550178' })).body.error.code, 'guest_there');

    const { guestId } = (await guest())!;
    const path = `/api/calls/${callId}/guests/${guestId}`;
    assert.equal((await ravi.ask('DELETE', path)).body.error.code, 'not_your_call');
    assert.equal((await lena.ask('DELETE', path)).status, 202);
    await hasLeft('guest');
    assert.deepEqual(await heardBy('customer'), ['rep']);
    const mixes = await world.carrierControl<Mixes[]>('GET', `mixes?conference=${callId}`);
    for (const { label, changes } of mixes)
      if (label === 'customer' || label?.startsWith('guest-'))
        assert.ok(
          changes.every(({ voices }) => voices.every(({ as }) => as === 'open')),
          `${label} heard a coach`,
        );
    const audited = async () =>
      (
        await world.database<{ action: string }>(
          `select "action" from "AuditEntry" where "callId" = '${callId}' and "action" like 'Guest%' order by "position"`,
        )
      ).map(({ action }) => action);
    await until('their end is in the audit', async () => (await audited()).includes('GuestEnded'));
    assert.deepEqual(await audited(), ['GuestInvited', 'GuestJoined', 'GuestEnded']);
  });

  it('gets the call, after a talk of which the customer hears nothing', async () => {
    assert.equal((await add({ toNumber: OUTSIDE, holdCustomer: true })).status, 202);
    await is('present');
    await until('the customer is on hold', async () => (await view()).customer.onHold);
    assert.deepEqual(await heardBy('guest'), ['rep']);
    const { callSid } = legOf(await room(), 'customer')!;
    await until('the customer was told why they wait', async () =>
      (await world.carrierControl<{ callSid: string; told: string[] }[]>('GET', 'legs'))
        .find((leg) => leg.callSid === callSid)
        ?.told.some((words) => words.startsWith('Please hold')),
    );
    const { guestId } = (await guest())!;
    const left = await lena.ask('POST', `/api/calls/${callId}/guests/${guestId}/leave`);
    assert.equal(left.status, 202);
    await hasLeft('rep');
    await until('the customer is back', async () => !(await view()).customer.onHold);
    assert.deepEqual(
      [await heardBy('customer'), await heardBy('guest')],
      [['guest'], ['customer']],
    );
    await is('has_call');
    await world.carrierControl('DELETE', `legs/${legOf(await room(), 'guest')!.callSid}`);
    await until('the call is over', async () => (await view()).status === 'ended');
  });

  it('who is busy leaves the customer with the rep, and off hold', async () => {
    await answers(OUTSIDE, { never: 'busy' });
    // The carrier promises no order: the conference says first that nobody came.
    await world.carrierControl('POST', 'faults', {
      callbacks: [{ does: 'delay', ms: 1_000, next: 1, where: { CallStatus: 'busy' } }],
    });
    assert.equal((await add({ toNumber: OUTSIDE, holdCustomer: true })).status, 202);
    await until('the rep is told', async () => {
      const ended = await guest(lena);
      return ended?.status === 'ended' && ended.because === 'busy';
    });
    await until('the customer is back', async () => !(await view()).customer.onHold);
    await until(
      'the customer hears the rep',
      async () => (await heardBy('customer'))?.join() === 'rep',
    );
  });

  it('is dialed under the rules for whatever a rep dials', async () => {
    const codeOf = async (to: string) => (await add({ toNumber: to })).body.error.code;
    assert.deepEqual(
      [await codeOf('911'), await codeOf('+19005550100'), await codeOf('+88216000000')],
      ['emergency_number', 'number_premium', 'number_international'],
    );
    assert.equal(await guest(), undefined);
  });

  it('takes a call by group, as inbound calls do', async () => {
    await answers(`client:${await identityOf(ravi)}`, { ringMs: 50, toneHz: 600 });
    const asked = await lena.ask('POST', `/api/calls/${callId}/transfer`, {
      requestId: crypto.randomUUID(),
      toGroup: 'team',
      complete: true,
    });
    assert.equal(asked.status, 202);
    await until('the call is Ravi’s', async () => (await view()).rep.name === 'Ravi Patel');
    await hasLeft('rep');
    assert.deepEqual(await heardBy('customer'), ['colleague']);
  });

  it('takes a call by queue, whether or not the queue has a record of its own', async () => {
    const ask = (toGroup: string) =>
      lena.ask('POST', `/api/calls/${callId}/transfer`, {
        requestId: crypto.randomUUID(),
        toGroup,
        complete: true,
      });
    for (const unknown of ['queue:Nowhere', 'team:Renewals', 'Renewals']) {
      const { status, body } = await ask(unknown);
      assert.deepEqual(
        [status, body.error.code, body.error.field],
        [404, 'group_unknown', 'toGroup'],
      );
    }
    await answers(`client:${await identityOf(ravi)}`, { ringMs: 50, toneHz: 600 });
    // He has finished the call before.
    await ravi.ask('POST', '/api/me/ready');
    assert.equal((await ask('queue:Renewals')).status, 202);
    await until('the call is Ravi’s', async () => (await view()).rep.name === 'Ravi Patel');
    await hasLeft('rep');
    await answers(`client:${await identityOf(world.as('jo'))}`, { ringMs: 50, toneHz: 600 });
    const onwards = await ravi.ask('POST', `/api/calls/${callId}/transfer`, {
      requestId: crypto.randomUUID(),
      toGroup: 'queue:New_Business',
      complete: true,
    });
    assert.equal(onwards.status, 202, 'it has no record, and rings as the org says');
    const jo = world.as('jo');
    await until('the call is Jo’s', async () => (await view(jo)).rep?.name === 'Jo Kim');
    await until('Ravi is off the call', async () => (await heardBy('customer'))?.length === 1);
    assert.deepEqual(await heardBy('customer'), ['colleague']);
  });

  it('who supervises the call gets it by taking over', async () => {
    const mayas = await superviseAs(world, maya, callId);
    const asked = await lena.ask('POST', `/api/calls/${callId}/transfer`, {
      requestId: crypto.randomUUID(),
      toUserId: await maya.userId(),
    });
    assert.equal(asked.status, 202);
    assert.equal((await view()).transfer?.byTakeover, true);
    await maya.switchTo(mayas, 'takeover', {
      reasonCode: 'large_deal',
      repAfterTakeover: 'leaves',
    });
    await until('it is done', async () => (await view()).transfer?.status === 'completed');
    await hasLeft('rep');
    assert.deepEqual(await heardBy('customer'), ['supervisor']);
  });

  it('is found among all colleagues, with their number, beside managers and groups', async () => {
    const found = await lena.ask<{ colleagues: object[]; total: number }>(
      'GET',
      '/api/colleagues?from=1',
    );
    assert.deepEqual([found.body.colleagues.length, found.body.total], [2, 3]);
    const targets = await lena.ask<{
      managers: { name: string }[];
      groups: { group: string; name?: string; isOpen: boolean }[];
    }>('GET', '/api/transfer-targets');
    assert.deepEqual(
      targets.body.managers.map(({ name }) => name),
      ['Maya Okafor', 'Dana Whitfield'],
    );
    assert.deepEqual(
      targets.body.groups.map(({ group, name, isOpen }) => [group, name, isOpen]),
      [
        ['queue:Renewals', 'Renewals & More', true],
        ['team', undefined, true],
        ['team:Enterprise_Deals', 'Enterprise Deals', true],
        ['queue:New_Business', 'New Business', true],
      ],
    );
  });
});
