import assert from 'node:assert/strict';
import type { Console } from '../support/console.ts';
import { liveCallOf } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

interface OrgNotification {
  recipientIds: string[];
  title: string;
  body: string;
}

describe('a rep whom supervisors follow', () => {
  let world: World;
  let [maya, tomas, lena] = [] as unknown as [Console, Console, Console];

  before(async () => {
    world = await startWorld({ setting: {} });
    [maya, tomas, lena] = [world.as('maya'), world.as('tomas'), world.as('lena')];
  });
  after(() => world?.stop());

  it('has a call told by a notification, once, to those who may join, and is told of them', async () => {
    const follow = { repUserId: await lena.userId(), kind: 'every_call' };
    for (const who of [maya, tomas])
      assert.equal((await who.ask('PUT', '/api/follows', follow)).status, 200, who.alias);
    const [lenasPages, mayasPages, tomasPages] = await Promise.all(
      [lena, maya, tomas].map((who) => who.watch()),
    );
    const callId = await liveCallOf(world, 'lena', 'Brightwater');
    const [told] = await until('Maya is notified', async () => {
      const all = await world.orgControl<OrgNotification[]>('notifications');
      const those = all.filter(({ title }) => title === 'Lena Brandt is on a call');
      return those.length > 0 ? those : undefined;
    });
    assert.deepEqual(told!.recipientIds, [await maya.userId()]);
    assert.match(told!.body, /You follow Lena Brandt/);
    await until('Lena is told of it on her pages', () => lenasPages!.followedBy[0]);
    assert.deepEqual(
      [lenasPages!.followedBy, mayasPages!.followedBy],
      [[{ callId, supervisors: ['Maya Okafor'] }], []],
      'of her manager, who may join, and not of Tomás',
    );
    const delivered = () =>
      world.database<{ key: string }>(
        `select "key" from "OutboxMessage" where "topic" = 'crm.followNotification'
           and "payload"->>'callId' = '${callId}' and "doneAt" is not null`,
      );
    const done = await until('both messages are done with', async () => {
      const rows = await delivered();
      return rows.length === 2 ? rows : undefined;
    });
    assert.equal(new Set(done.map(({ key }) => key)).size, 2, 'Tomás is not told of it');
    await until('Maya’s pages are told of the call', () => mayasPages!.everything.includes(callId));
    assert.equal(tomasPages!.everything.includes(callId), false, 'and those of Tomás are not');
  });
});
