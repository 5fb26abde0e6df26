import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { CallView } from '../../server/http/views/presenters.ts';
import type { Console, Feed } from '../support/console.ts';
import { placesOf, routesTelling } from '../support/planted.ts';
import { leaveAs, liveCallOf, superviseAs } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

describe('a rep who asks for help', () => {
  let world: World;
  let callId: string;
  let lena: Console;
  let maya: Console;
  let [wall, repsPage] = [] as unknown as [Feed, Feed];

  before(async () => {
    world = await startWorld({
      setting: {
        Help_Step_Seconds__c: 1,
      },
    });
    [lena, maya] = [world.as('lena'), world.as('maya')];
    callId = await liveCallOf(world, 'lena', 'Brightwater');
    [wall, repsPage] = await Promise.all([maya.watch(), lena.watch()]);
    await until(
      'Dealside knows that somebody who may help has a page open',
      async () =>
        (await lena.ask<{ reach: string }>('GET', `/api/calls/${callId}/help`)).body.reach ===
        'available',
    );
  });
  after(() => world?.stop());

  const post = (who: Console, path: string, body: object = {}) =>
    who.ask<{ call: CallView }>('POST', `/api/calls/${callId}/${path}`, body);
  const asked = (more: object = {}) => ({
    requestId: randomUUID(),
    reasonCode: 'pricing',
    note: 'Wants 20 % off.',
    ...more,
  });
  const audited = (action: string) =>
    world.database<{ result: string; code: string | null }>(
      'select "result", "code" from "AuditEntry" where "action" = $1 order by "position"',
      [action],
    );

  it('is seen at once by the manager, with the reason (G14)', async () => {
    const request = asked();
    assert.equal((await post(lena, 'help', request)).status, 201);
    assert.equal((await post(lena, 'help', request)).status, 201);
    const help = await until('the wall shows it', () => wall.calls.get(callId)?.help);
    assert.deepEqual(
      [help.status, help.reasonLabel, help.note],
      ['open', 'Pricing or discount', 'Wants 20 % off.'],
    );
    assert.deepEqual(await audited('HelpRequested'), [{ result: 'done', code: null }]);
  });

  it('rings once for everybody who may join, each in their language (G14)', async () => {
    interface OrgNotification {
      type: string;
      recipientIds: string[];
      title: string;
      body: string;
      targetId?: string;
    }
    const notifications = async () =>
      (await world.orgControl<OrgNotification[]>('notifications')).filter(
        ({ type }) => type === 'Dealside_Help_Request',
      );
    const [notification] = await until('the notification arrives', async () => {
      const sent = await notifications();
      return sent.length > 0 ? sent : undefined;
    });
    assert.deepEqual(
      [notification!.title, notification!.body.split('\n')[0]],
      ['Lena Brandt needs help: Pricing or discount', 'Wants 20 % off.'],
    );
    assert.ok(notification!.targetId?.startsWith('006'));
    // Who has a page open is asked first; the others are when nobody has taken it for a while.
    assert.deepEqual(notification!.recipientIds, [await maya.userId()]);
    const quinnId = await world.as('quinn').userId();
    const reached = await until('it rings for the others, too', async () => {
      const ids = (await notifications()).flatMap(({ recipientIds }) => recipientIds);
      return ids.includes(quinnId) ? ids : undefined;
    });
    assert.equal(new Set(reached).size, reached.length);
    const isNotified = async (alias: string) => reached.includes(await world.as(alias).userId());
    assert.deepEqual(
      await Promise.all(['maya', 'quinn', 'tomas', 'lena', 'ravi'].map(isNotified)),
      [true, true, false, false, false],
    );
  });

  it('is told at once that somebody is there to come', async () => {
    assert.equal((await lena.call(callId)).body.help?.reach, 'available');
  });

  it('is seen by nobody out of scope, who cannot take it either', async () => {
    const tomas = world.as('tomas');
    assert.deepEqual((await tomas.ask<{ calls: unknown[] }>('GET', '/api/calls')).body.calls, []);
    const refused = await post(tomas, 'help/accept');
    assert.deepEqual([refused.status, refused.body.error.code], [403, 'out_of_scope']);
    assert.deepEqual((await audited('AcceptHelp')).at(-1), {
      result: 'refused',
      code: 'out_of_scope',
    });
  });

  it('learns who is coming, and others do not come too', async () => {
    assert.equal((await post(maya, 'help/accept')).status, 200);
    const help = await until('the rep knows', () =>
      repsPage.calls.get(callId)?.help?.status === 'taken'
        ? repsPage.calls.get(callId)?.help
        : undefined,
    );
    assert.equal(help.takenBy?.name, 'Maya Okafor');
    const refused = await post(world.as('quinn'), 'help/accept');
    assert.deepEqual(
      [refused.status, refused.body.error.message],
      [409, 'Maya Okafor is already joining to help.'],
    );
  });

  it('is offered to others again when who was coming gives the request back', async () => {
    const giveBack = (who: Console) =>
      who.ask<{ call: CallView; error: { code: string } }>(
        'DELETE',
        `/api/calls/${callId}/help/accept`,
      );
    const refused = await giveBack(world.as('tomas'));
    assert.deepEqual([refused.status, refused.body.error.code], [403, 'out_of_scope']);
    assert.equal((await giveBack(maya)).status, 200);
    assert.equal((await giveBack(maya)).status, 200);
    const help = await until('the rep knows', () => {
      const known = repsPage.calls.get(callId)?.help;
      return known?.status === 'open' ? known : undefined;
    });
    assert.deepEqual([help.takenBy, help.givenBackBy?.name], [undefined, 'Maya Okafor']);
    assert.deepEqual(await audited('HelpReopened'), [{ result: 'done', code: null }]);
    assert.deepEqual(await audited('GiveHelpBack'), [{ result: 'refused', code: 'out_of_scope' }]);
    assert.equal((await post(world.as('quinn'), 'help/accept')).status, 200);
    assert.equal((await giveBack(world.as('quinn'))).status, 200);
    assert.equal((await post(maya, 'help/accept')).status, 200);
  });

  it('is offered to others again when the join of who was coming is broken off', async () => {
    const { status, body } = await maya.supervise(callId);
    assert.equal(status, 201);
    const { interventionId } = body.intervention;
    assert.equal(
      (await maya.ask('POST', `/api/interventions/${interventionId}/leave`)).status,
      202,
    );
    await until(
      'the request is open a third time',
      async () => (await audited('HelpReopened')).length === 3,
    );
    await until('the rep knows', () => repsPage.calls.get(callId)?.help?.status === 'open');
    assert.equal((await post(maya, 'help/accept')).status, 200);
  });

  it('is read a line that only they see (G43)', async () => {
    const text = { requestId: randomUUID(), text: 'Offer the second year.' };
    const early = await post(maya, 'text-whispers', text);
    assert.deepEqual([early.status, early.body.error.code], [409, 'join_first']);
    await superviseAs(world, maya, callId);
    await until('the request is over', () => wall.calls.get(callId)?.help === undefined);
    assert.equal((await post(maya, 'text-whispers', text)).status, 201);
    const line = await until('the rep reads it', () => repsPage.calls.get(callId)?.textWhispers[0]);
    assert.deepEqual([line.text, line.from.name], ['Offer the second year.', 'Maya Okafor']);
    const outsider = await world.as('dana').call(callId);
    assert.deepEqual(outsider.body.textWhispers, []);

    const quinn = world.as('quinn');
    const listening = await superviseAs(world, quinn, callId);
    assert.deepEqual((await quinn.call(callId)).body.textWhispers, []);
    const seenBy = (who: Console) =>
      who.ask<object>('POST', `/api/calls/${callId}/text-whispers/${line.textWhisperId}/seen`);
    assert.equal((await seenBy(quinn)).body.error.code, 'not_your_call');
    await leaveAs(quinn, callId, listening);

    assert.equal(
      (await lena.ask('POST', `/api/calls/${callId}/text-whispers/${line.textWhisperId}/seen`))
        .status,
      204,
    );
    await until(
      'the supervisor knows that it was read',
      () => wall.calls.get(callId)?.textWhispers[0]?.seenAt,
    );
    assert.equal((await audited('TextWhispered')).length, 1);
  });

  it('answers in the same way, and keeps what was written from everybody else (G43)', async () => {
    const planted = 'zanzibar';
    const answered = await post(lena, 'text-whispers', {
      requestId: randomUUID(),
      text: `Which term, ${planted}?`,
    });
    assert.equal(answered.status, 201);
    const line = await until('the supervisor reads it', () =>
      wall.calls.get(callId)?.textWhispers.find(({ text }) => text.includes(planted)),
    );
    assert.equal(line.toSupervisor, true);
    const { interventionId } = line;
    const texts = `/api/interventions/${interventionId}/text-whispers`;
    for (const [who, status] of [
      [maya, 200],
      [lena, 200],
      [world.as('quinn'), 404],
      [world.as('dana'), 404],
      [world.as('ravi'), 404],
      [world.as('ada'), 404],
    ] as const)
      assert.equal((await who.ask('GET', texts)).status, status, who.alias);
    const known = { callId, interventionId };
    for (const alias of ['quinn', 'dana', 'ravi', 'ada', 'tomas'])
      assert.deepEqual(await routesTelling(world, world.as(alias), planted, known), [], alias);
    assert.ok(
      (await routesTelling(world, maya, planted, known)).length > 0,
      'the supervisor reads it',
    );
    assert.deepEqual(
      await placesOf(world, planted),
      ['table Call'],
      'with the call, and nowhere else',
    );
  });

  it('marks a moment that both come back to, and nobody else sees (G14)', async () => {
    assert.equal((await post(lena, 'moments', { requestId: randomUUID() })).status, 201);
    assert.equal((await maya.call(callId)).body.moments.length, 1);
    assert.deepEqual((await world.as('dana').call(callId)).body.moments, []);
    assert.equal((await post(maya, 'moments', { requestId: randomUUID() })).status, 403);
  });

  it('is a record in the org that says who came and how soon, of the rep’s own', async () => {
    interface Row {
      OwnerId: string;
      Rep__c: string;
      Status__c: string;
      Answered_By__c: string;
      Waited_Seconds__c: number;
      Message__c: string;
      Intervention__c?: string;
    }
    const rows = () => world.orgControl<Row[]>('records/Help_Request__c');
    const row = await until('it is answered in the org', async () =>
      (await rows()).find(({ Status__c }) => Status__c === 'answered'),
    );
    assert.deepEqual(
      [row.OwnerId, row.Rep__c, row.Answered_By__c, row.Message__c],
      [await lena.userId(), await lena.userId(), await maya.userId(), 'Wants 20 % off.'],
    );
    assert.ok(row.Waited_Seconds__c >= 0);
    assert.equal((await rows()).length, 1);
  });

  it('has it on file, once under this policy, that they saw who was there (P12)', async () => {
    const notice = await until('the rep is told', () => [...repsPage.notices.values()][0]);
    assert.equal(
      (await lena.ask('POST', `/api/notices/${notice.noticeId}/acknowledge`, {})).status,
      204,
    );
    const rows = await until('it is in the org', async () => {
      const found = await world.orgControl<{ Rep__c: string; Acknowledged_At__c: string }[]>(
        'records/Monitoring_Acknowledgement__c',
      );
      return found.length > 0 ? found : undefined;
    });
    assert.deepEqual(
      rows.map(({ Rep__c }) => Rep__c),
      [await lena.userId()],
    );
  });

  it('is refused what is not theirs, and told what is missing', async () => {
    const refusals = [
      await post(world.as('ravi'), 'help', asked()),
      await post(lena, 'help', asked({ reasonCode: 'weather' })),
      await post(world.as('quinn'), 'text-whispers', { requestId: randomUUID(), text: 'Hello' }),
      await post(maya, 'text-whispers', { requestId: randomUUID(), text: '   ' }),
    ];
    assert.deepEqual(
      refusals.map(({ status, body }) => [status, body.error.code]),
      [
        [403, 'not_your_call'],
        [422, 'help_reason_required'],
        [409, 'join_first'],
        [422, 'invalid_request'],
      ],
    );
  });
});
