import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Console, Feed } from '../support/console.ts';
import { liveCallOf } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

interface Joint {
  jointCallId: string;
  you: 'rep' | 'supervisor';
  rep: string;
  supervisor: string;
  status: string;
  callId?: string;
  reasonCode?: string;
}
interface Mine {
  jointCalls: Joint[];
  partners: { userId: string; name: string; as: string }[];
}
interface CalendarEvent {
  Dealside_Key__c?: string;
  StartDateTime: string;
  Subject: string;
}
interface OrgNotification {
  recipientIds: string[];
  title: string;
  targetId?: string;
}

const inMinutes = (minutes: number): string =>
  new Date(Date.now() + minutes * 60_000).toISOString();

describe('a three-way call that a supervisor and a rep have planned', () => {
  let world: World;
  let [maya, lena] = [] as unknown as [Console, Console];
  let [mayasPages, lenasPages] = [] as unknown as [Feed, Feed];
  let dealId: string;
  let planned: Joint;

  before(async () => {
    world = await startWorld({ setting: {} });
    [maya, lena] = [world.as('maya'), world.as('lena')];
    const deals = await world.orgControl<{ Id: string; Name: string }[]>('records/Opportunity');
    dealId = deals.find(({ Name }) => Name.startsWith('Brightwater'))!.Id;
    [mayasPages, lenasPages] = await Promise.all([maya.watch(), lena.watch()]);
  });
  after(() => world?.stop());

  const plan = (who: Console, body: object) => who.ask<Joint>('POST', '/api/joint-calls', body);
  const mine = async (who: Console) =>
    (await who.ask<Mine>('GET', '/api/joint-calls?partners=true')).body;
  const told = async (words: RegExp) =>
    (await world.orgControl<OrgNotification[]>('notifications')).filter(({ title }) =>
      words.test(title),
    );
  const oneNotification = (words: RegExp, count = 1) =>
    until(`${count} are told ${words.source}`, async () => {
      const sent = await told(words);
      return sent.length >= count ? sent : undefined;
    });

  it('can be planned with whom the policy lets on each other’s calls, and with nobody else', async () => {
    const { partners } = await mine(maya);
    assert.deepEqual(
      partners.filter(({ as }) => as === 'supervisor').map(({ name }) => name),
      ['Lena Brandt', 'Ravi Patel'],
    );
    // Not those who may only listen or whisper, such as an administrator or a quality analyst.
    assert.deepEqual(
      (await mine(lena)).partners.map(({ name, as }) => [name, as]),
      [
        ['Dana Whitfield', 'rep'],
        ['Maya Okafor', 'rep'],
      ],
    );
    const lenasId = await lena.userId();
    const refused = await plan(world.as('tomas'), {
      withUserId: lenasId,
      as: 'supervisor',
      startsAt: inMinutes(5),
    });
    assert.deepEqual([refused.status, refused.body.error.code], [403, 'joint_call_with']);
    const past = await plan(maya, {
      withUserId: lenasId,
      as: 'supervisor',
      startsAt: inMinutes(-1),
    });
    assert.deepEqual([past.status, past.body.error.code], [422, 'joint_call_time']);
  });

  it('is told to the other one, and is on the lists of both', async () => {
    const answer = await plan(maya, {
      withUserId: await lena.userId(),
      as: 'supervisor',
      startsAt: inMinutes(5),
      opportunityId: dealId,
    });
    assert.equal(answer.status, 201);
    planned = answer.body;
    const [sent] = await oneNotification(/^Planned three-way call with Maya Okafor/);
    assert.deepEqual([sent!.recipientIds, sent!.targetId], [[await lena.userId()], dealId]);
    assert.deepEqual(
      [(await mine(lena)).jointCalls, (await mine(maya)).jointCalls].map(([one]) => [
        one!.you,
        one!.rep,
        one!.supervisor,
        one!.status,
      ]),
      [
        ['rep', 'Lena Brandt', 'Maya Okafor', 'planned'],
        ['supervisor', 'Lena Brandt', 'Maya Okafor', 'planned'],
      ],
    );
    assert.deepEqual((await mine(world.as('tomas'))).jointCalls, []);
  });

  it('begins with the rep’s call on that deal: on the pages of both, and by a notification', async () => {
    const callId = await liveCallOf(world, 'lena', 'Brightwater');
    for (const [pages, you] of [
      [mayasPages, 'supervisor'],
      [lenasPages, 'rep'],
    ] as const) {
      const data = await until(`the ${you}’s page says so`, () => pages.jointCalls[0]);
      assert.deepEqual(
        [data.jointCallId, data.callId, data.you, data.repName, data.supervisorName],
        [planned.jointCallId, callId, you, 'Lena Brandt', 'Maya Okafor'],
      );
    }
    const sent = await oneNotification(/three-way call with .* has begun/, 2);
    assert.deepEqual(sent.map(({ title }) => title).toSorted(), [
      'The three-way call with Lena Brandt has begun',
      'The three-way call with Maya Okafor has begun',
    ]);
    assert.deepEqual(
      (await mine(maya)).jointCalls.map(({ status, callId: of }) => [status, of]),
      [['begun', callId]],
    );
    const [{ reasonCode }] = (await mine(maya)).jointCalls as [Joint];
    assert.equal(reasonCode, 'planned_three_way');
    const joined = await maya.supervise(callId, randomUUID(), { reasonCode });
    assert.equal(joined.status, 201, JSON.stringify(joined.body));
    const rows = await world.database<{ reasonCode: string }>(
      `select "reasonCode" from "Intervention" where "callId" = '${callId}'`,
    );
    assert.deepEqual(rows, [{ reasonCode }], 'it has the reason from the start');
  });

  it('has begun once, and cannot be called off any more', async () => {
    const refused = await lena.ask('DELETE', `/api/joint-calls/${planned.jointCallId}`);
    assert.deepEqual(
      [refused.status, (refused.body as { error: { code: string } }).error.code],
      [404, 'joint_call_not_found'],
    );
    const row = await world.database<{ count: number }>(
      `select count(*)::int as count from "OutboxMessage" where "key" like 'crm.jointCallNotification:%:begun'`,
    );
    assert.equal(row[0]!.count, 1);
  });

  it('is moved, and refused where that is not theirs or past, all of it on the audit', async () => {
    const { body } = await plan(maya, {
      withUserId: await lena.userId(),
      as: 'supervisor',
      startsAt: inMinutes(120),
    });
    const path = `/api/joint-calls/${body.jointCallId}`;
    const startsAt = inMinutes(180);
    const refusals = await Promise.all([
      world.as('tomas').ask<Joint>('PUT', path, { startsAt }),
      maya.ask<Joint>('PUT', path, { startsAt: inMinutes(-5) }),
    ]);
    assert.deepEqual(
      refusals.map(({ status, body: { error } }) => [status, error.code]),
      [
        [404, 'joint_call_not_found'],
        [422, 'joint_call_time'],
      ],
    );
    assert.equal((await lena.ask('PUT', path, { startsAt })).status, 200);
    await oneNotification(/^Three-way call with Maya Okafor moved/);
    const [event] = await until('it is in the calendar at its new time', async () => {
      const all = await world.orgControl<CalendarEvent[]>('records/Event');
      const those = all.filter(
        ({ Dealside_Key__c: key, StartDateTime }) =>
          key === `${body.jointCallId}:joint` &&
          StartDateTime.slice(0, 16) === startsAt.slice(0, 16),
      );
      return those.length === 2 ? those : undefined;
    });
    assert.match(event!.Subject, /^Three-way call: Lena Brandt and Maya Okafor/);
    const audited = await world.database<{ action: string; result: string }>(
      `select "action", "result" from "AuditEntry"
       where "details"->>'jointCallId' = '${body.jointCallId}' order by "position"`,
    );
    assert.deepEqual(audited.map(({ action, result }) => `${action} ${result}`).toSorted(), [
      'JointCallMoved done',
      'JointCallPlanned done',
      'MoveJointCall refused',
      'MoveJointCall refused',
    ]);
    assert.equal((await maya.ask('DELETE', path)).status, 204);
  });

  it('is planned by a rep as well, and called off by either, who tells the other one', async () => {
    const { partners } = await mine(lena);
    const withMaya = partners.find(({ name, as }) => name === 'Maya Okafor' && as === 'rep')!;
    const { body } = await plan(lena, {
      withUserId: withMaya.userId,
      as: 'rep',
      startsAt: inMinutes(60),
    });
    assert.equal(body.you, 'rep');
    assert.equal(
      (await world.as('tomas').ask('DELETE', `/api/joint-calls/${body.jointCallId}`)).status,
      404,
    );
    assert.equal((await maya.ask('DELETE', `/api/joint-calls/${body.jointCallId}`)).status, 204);
    await oneNotification(/^Three-way call with Maya Okafor canceled/, 2);
    assert.deepEqual(
      (await mine(maya)).jointCalls.map(({ status }) => status),
      ['begun', 'cancelled', 'cancelled'],
    );
  });
});
