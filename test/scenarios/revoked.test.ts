import assert from 'node:assert/strict';
import { RIGHTS_EVERY_MS } from '../../server/compose/callRounds.ts';
import { RENEW_EVERY_MS } from '../../server/crm/directory/directory.ts';
import { READ_TIMEOUT_MS } from '../../server/crm/session/requests.ts';
import { liveCallOf, modeOf, superviseAs } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

interface Room {
  friendlyName: string;
  participants: { label: string }[];
}
interface Row {
  Id: string;
  Name: string;
  AssigneeId: string;
}

describe('supervisors who lose what let them join, in Salesforce', function () {
  this.timeout(300_000);
  let world: World;

  before(async () => {
    world = await startWorld();
  });
  after(() => world?.stop());

  const change = (object: string, id: string, values: object) =>
    world.orgControl(`update/${object}/${id}`, values);
  const userOf = async (name: string) =>
    (await world.orgControl<Row[]>('records/User')).find((user) => user.Name.startsWith(name))!;
  const assignmentOf = async (userId: string) =>
    (await world.orgControl<Row[]>('records/PermissionSetAssignment')).find(
      (row) => row.AssigneeId === userId,
    )!;
  const labels = async (callId: string) =>
    (await world.carrierControl<Room[]>('GET', 'conferences'))
      .find((room) => room.friendlyName === callId)
      ?.participants.map(({ label }) => label)
      .sort();

  it('are off the call within a minute: the user, the role and the scope; rep and customer talk on', async () => {
    const callId = await liveCallOf(world, 'lena', 'Brightwater');
    const [maya, quinn, dana] = [world.as('maya'), world.as('quinn'), world.as('dana')];
    const interventionIds = new Map<string, string>();
    for (const console of [maya, quinn, dana])
      interventionIds.set(console.alias, await superviseAs(world, console, callId));
    await maya.switchTo(interventionIds.get('maya')!, 'barge', { reasonCode: 'large_deal' });
    await until(
      'the barge is confirmed',
      async () => modeOf(await dana.call(callId), interventionIds.get('maya')!) === 'barge',
    );
    const feed = await maya.watch();

    const [mayaUser, quinnUser] = [await userOf('Maya'), await userOf('Quinn')];
    await change('User', mayaUser.Id, { IsActive: false, ManagerId: null });
    await change('PermissionSetAssignment', (await assignmentOf(quinnUser.Id)).Id, {
      IsActive: false,
    });
    await until(
      'only rep and customer are on the call',
      async () => (await labels(callId))?.join() === 'customer,rep',
      { timeoutMs: 240_000 },
    );
    assert.ok(
      RENEW_EVERY_MS + READ_TIMEOUT_MS + RIGHTS_EVERY_MS < 60_000,
      'by then changes have been looked for, answered and looked at',
    );

    const rows = await until('each intervention has ended', async () => {
      const ended = await world.database<{
        supervisorName: string;
        endReason: string;
        because: string;
      }>(
        `select i."supervisorName", i."endReason", a."details"->>'because' as because from "Intervention" i
         join "AuditEntry" a on a."interventionId" = i."interventionId" and a."action" = 'InterventionEnded' where i."callId" = $1 order by 1`,
        [callId],
      );
      return ended.length === interventionIds.size ? ended : undefined;
    });
    assert.deepEqual(rows, [
      { supervisorName: 'Dana Whitfield', endReason: 'revoked', because: 'out_of_scope' },
      { supervisorName: 'Maya Okafor', endReason: 'revoked', because: 'user_inactive' },
      { supervisorName: 'Quinn Ellis', endReason: 'revoked', because: 'not_a_supervisor' },
    ]);
    assert.equal((await world.as('lena').call(callId)).body.status, 'live');

    assert.deepEqual(
      [(await maya.supervise(callId)).body.error.code, (await maya.call(callId)).body.error.code],
      ['user_inactive', 'user_inactive'],
    );
    await until('her live feed is closed', () => feed.ended, { timeoutMs: 240_000 });
  });
});
