import assert from 'node:assert/strict';
import type { Console, Feed } from '../support/console.ts';
import { identityOf, liveCallOf, modeOf, superviseAs } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { assertCustomerSafe, legOf, roomOf } from './customerSafety.ts';

describe('a call that goes to a colleague', function () {
  this.timeout(300_000);
  let world: World;
  let lena: Console;
  let ravi: Console;
  let maya: Console;
  let dana: Console;
  let raviId: string;
  let callId: string;
  let customer: string;

  before(async () => {
    world = await startWorld();
    [lena, ravi, maya, dana] = ['lena', 'ravi', 'maya', 'dana'].map((alias) => world.as(alias)) as [
      Console,
      Console,
      Console,
      Console,
    ];
    raviId = await ravi.userId();
    await answersWith({ ringMs: 50, toneHz: 600 });
  });
  after(() => world?.stop());
  beforeEach(async () => {
    callId = await liveCallOf(world, 'lena', 'Brightwater');
    customer = legOf(await room(), 'customer')!.callSid;
  });
  afterEach(async () => {
    await world.carrierControl('DELETE', 'faults');
    await assertCustomerSafe(world, callId, customer);
    for (const leg of (await room())?.participants ?? [])
      await world.carrierControl('DELETE', `legs/${leg.callSid}`).catch(() => undefined);
    await until('the call is over', async () => (await maya.call(callId)).body.status === 'ended');
  });

  const answersWith = async (script: object) =>
    world.carrierControl('POST', 'scripts', {
      address: `client:${await identityOf(ravi)}`,
      script,
    });
  const room = () => roomOf(world, callId);
  /**
   * Who hears whom, by what each is to the customer; whoever supervises is named by nobody's voice
   * but their own.
   */
  const heardBy = async (label: string) =>
    legOf(await room(), label)
      ?.hears.map((heard) => heard.replace(/-.*/, ''))
      .sort();
  const path = (more = '') => `/api/calls/${callId}/transfer${more}`;
  const transfer = (more: object = {}) =>
    lena.ask<object>('POST', path(), { requestId: crypto.randomUUID(), toUserId: raviId, ...more });
  const view = async (by: Console = maya) => (await by.call(callId)).body;
  const isWith = (by: Console = maya) =>
    until(
      'the colleague is there',
      async () =>
        (await view(by)).transfer?.to.present === true &&
        legOf(await room(), 'colleague') !== undefined,
    );
  const isRavis = async () => {
    await until(
      'the call is the colleague’s alone',
      async () => (await view()).transfer?.status === 'completed',
    );
    await until(
      'the first rep is off the call',
      async () => legOf(await room(), 'rep') === undefined,
    );
  };

  describe('with one supervisor who whispers and one who listens', () => {
    let mayas: string;
    let danas: string;
    let feeds: Record<'lena' | 'ravi' | 'maya', Feed>;

    beforeEach(async () => {
      mayas = await superviseAs(world, maya, callId);
      danas = await superviseAs(world, dana, callId);
      await maya.switchTo(mayas, 'whisper');
      await until(
        'Maya whispers',
        async () => modeOf(await maya.call(callId), mayas) === 'whisper',
      );
      const [a, b, c] = await Promise.all([lena.watch(), ravi.watch(), maya.watch()]);
      feeds = { lena: a, ravi: b, maya: c };
    });
    afterEach(() => Object.values(feeds).forEach((feed) => feed.close()));

    it('is talked about first, and then handed over with everybody’s place kept', async () => {
      assert.equal((await transfer()).status, 202);
      await isWith();
      assert.deepEqual(await heardBy('customer'), ['colleague', 'rep']);
      assert.deepEqual(
        await heardBy('colleague'),
        ['customer', 'rep'],
        'a whisper is not for the colleague',
      );
      assert.deepEqual(await heardBy('rep'), ['colleague', 'customer', 'supervisor']);

      assert.equal((await lena.ask('POST', path('/complete'))).status, 202);
      await isRavis();
      assert.deepEqual(await heardBy('customer'), ['colleague']);
      assert.deepEqual(await heardBy('colleague'), ['customer']);
      assert.equal(legOf(await room(), 'supervisor')!.hears.length, 2, 'supervisors hear both');

      await until(
        'the whisper has become silence',
        async () => modeOf(await maya.call(callId), mayas) === 'monitor',
      );
      assert.equal(modeOf(await dana.call(callId), danas), 'monitor');
      for (const [who, feed] of Object.entries(feeds))
        await until(
          `${who} sees whose call it is`,
          () => feed.calls.get(callId)?.rep.name === 'Ravi Patel',
        );
      await until(
        'the new rep is told of both',
        () =>
          new Set([...feeds.ravi.notices.values()].map(({ supervisor }) => supervisor.name))
            .size === 2,
      );

      await maya.switchTo(mayas, 'whisper');
      await until(
        'Maya whispers to the new rep',
        async () => modeOf(await maya.call(callId), mayas) === 'whisper',
      );
      assert.deepEqual(
        [await heardBy('customer'), await heardBy('colleague')],
        [['colleague'], ['customer', 'supervisor']],
      );

      const audit = await world.database<{ action: string; details: { repUserId: string } }>(
        `select "action", "details" from "AuditEntry" where "callId" = '${callId}' and "action" in ('TransferRequested', 'CallHandedOver', 'TransferCompleted') order by "position"`,
      );
      assert.deepEqual(
        audit.map(({ action, details }) => [action, details.repUserId === raviId]),
        [
          ['TransferRequested', false],
          ['CallHandedOver', true],
          ['TransferCompleted', true],
        ],
      );
    });

    it('names in Salesforce the rep with whom each supervisor was at the end', async () => {
      await maya.leave(mayas);
      await until(
        'Maya has left',
        async () =>
          !(await view(dana)).interventions.some(({ interventionId }) => interventionId === mayas),
      );
      await transfer({ complete: true });
      await isRavis();
      await maya.giveOutcome(mayas, { outcome: 'advanced' });
      await dana.leave(danas);
      const reps = async () =>
        Object.fromEntries(
          (await world.orgControl<Record<string, string>[]>('records/Call_Intervention__c')).map(
            (row) => [row.External_Id__c, [row.Rep__c === raviId, row.Outcome__c ?? null]],
          ),
        );
      await until('both are in Salesforce', async () => {
        const found = await reps();
        return found[mayas]?.[1] === 'advanced' && found[danas] !== undefined;
      });
      const found = await reps();
      assert.deepEqual(
        [found[mayas], found[danas]],
        [
          [false, 'advanced'],
          [true, null],
        ],
      );
    });

    /** The steps in their order, each by whose leg it is about and what it says. */
    const STEPS = [
      {
        name: 'the whisper is silenced',
        on: 'supervisor',
        method: 'POST',
        where: { Muted: 'true' },
      },
      {
        name: 'the rep no longer holds it',
        on: 'rep',
        method: 'POST',
        where: { EndConferenceOnExit: 'false' },
      },
      { name: 'the rep is taken off', on: 'rep', method: 'DELETE' },
    ] as const;
    const FAULTS = {
      'that the carrier fails': { rest: { does: '500' }, isDeadly: false },
      'whose answer is lost': { rest: { does: 'lose-answer' }, isDeadly: false },
      'during which the server is killed': { rest: { does: 'slow', ms: 1_500 }, isDeadly: true },
    } as const;
    for (const [fault, { rest, isDeadly }] of Object.entries(FAULTS)) {
      for (const { name, on, method, ...more } of STEPS) {
        it(`is handed over all the same, by a step ${fault}: ${name}`, async () => {
          await transfer();
          await isWith();
          const whispering = (await room())!.participants.find(
            (one) => one.label === `supervisor-${mayas}`,
          )!;
          const leg = on === 'supervisor' ? whispering : legOf(await room(), on)!;
          await world.carrierControl('POST', 'faults', {
            rest: [{ ...rest, method, path: `/Participants/${leg.callSid}`, ...more, next: 1 }],
          });
          const answer = lena.ask('POST', path('/complete')).catch(() => undefined);
          await until(
            'the step has met its fault',
            async () =>
              (await world.carrierControl<{ rest: unknown[] }>('GET', 'faults')).rest.length === 0,
          );
          if (isDeadly) await world.killServer();
          await answer;
          await isRavis();
          await until(
            'nobody whispers',
            async () => modeOf(await maya.call(callId), mayas) === 'monitor',
          );
          assert.deepEqual(
            [await heardBy('customer'), await heardBy('colleague')],
            [['colleague'], ['customer']],
          );
        });
      }
    }
  });

  it('goes over at once, when it is not to be talked about', async () => {
    assert.equal((await transfer({ complete: true })).status, 202);
    await isRavis();
    assert.deepEqual(await heardBy('customer'), ['colleague']);
    assert.equal(
      (await lena.ask('POST', `/api/calls/${callId}/hangup`)).body.error.code,
      'not_your_call',
    );
  });

  it('stays with the rep who takes it back', async () => {
    await transfer();
    await isWith();
    assert.equal((await lena.ask('POST', path('/cancel'))).status, 202);
    await until(
      'the colleague is off the call',
      async () => legOf(await room(), 'colleague') === undefined,
    );
    await until('the transfer is over', async () => (await view()).transfer?.because);
    assert.deepEqual(
      [await heardBy('customer'), (await view()).rep.name, (await view()).transfer?.because],
      [['rep'], 'Lena Brandt', 'taken_back'],
    );
  });

  it('stays with the rep, who is told, when the colleague declines', async () => {
    await answersWith({ never: 'busy' });
    const feed = await lena.watch();
    assert.equal((await transfer({ complete: true })).status, 202);
    await until(
      'the rep is told',
      () => feed.calls.get(callId)?.transfer?.because === 'not_answered',
    );
    assert.deepEqual(
      [await heardBy('customer'), (await view()).rep.name],
      [['rep'], 'Lena Brandt'],
    );
    feed.close();
    await answersWith({ ringMs: 50, toneHz: 600 });
  });

  it('stops ringing a colleague when it is taken back first', async () => {
    await answersWith({ ringMs: 20_000, toneHz: 600 });
    await transfer();
    const ringing = async () =>
      (await world.carrierControl<{ to: string; status: string }[]>('GET', 'legs')).some(
        (leg) => leg.to.includes(raviId) && leg.status === 'ringing',
      );
    await until('the colleague is rung', ringing);
    assert.equal(
      (await lena.ask('POST', path('/complete'))).body.error.code,
      'colleague_not_there',
    );
    await lena.ask('POST', path('/cancel'));
    await until('the ringing stops', async () => !(await ringing()));
    await answersWith({ ringMs: 50, toneHz: 600 });
  });

  it('goes to colleagues who take calls and are free, at the word of its rep', async () => {
    const found = await lena.ask<{ colleagues: { userId: string; name: string }[] }>(
      'GET',
      '/api/colleagues',
    );
    assert.deepEqual(
      found.body.colleagues.map(({ name }) => name),
      ['Jo Kim', 'Mila Berger', 'Ravi Patel'],
    );
    assert.deepEqual(
      (await lena.ask<{ colleagues: object[] }>('GET', '/api/colleagues?search=patel')).body
        .colleagues,
      [{ userId: raviId, name: 'Ravi Patel' }],
    );
    assert.deepEqual(
      (await lena.ask<{ colleagues: object[] }>('GET', '/api/colleagues?search=%25')).body
        .colleagues,
      [],
    );
    assert.equal((await maya.ask('GET', '/api/colleagues')).body.error.code, 'not_a_rep');

    const codeOf = async (answer: ReturnType<typeof transfer>) => [
      (await answer).status,
      (await answer).body.error.code,
    ];
    assert.deepEqual(await codeOf(transfer({ toUserId: await world.as('tomas').userId() })), [
      404,
      'colleague_unknown',
    ]);
    assert.deepEqual(
      await codeOf(ravi.ask('POST', path(), { requestId: crypto.randomUUID(), toUserId: raviId })),
      [403, 'not_your_call'],
    );
    assert.deepEqual(await codeOf(lena.ask('POST', path('/complete'))), [409, 'no_transfer']);
    assert.equal((await transfer()).status, 202);
    assert.deepEqual(await codeOf(transfer()), [409, 'transfer_pending']);
  });
});
