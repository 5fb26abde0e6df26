import assert from 'node:assert/strict';
import { createRingGroups } from '../../../../server/crm/inbound/ringGroups.ts';
import type { CrmConnection } from '../../../../server/crm/session/connection.ts';
import { CrmUnavailable } from '../../../../server/ports/index.ts';

const MINUTE_MS = 60_000;
const RENEWALS = { kind: 'queue', name: 'Renewals' } as const;

/** An org that can be taken away, and what it was asked. */
function org() {
  const asked: string[] = [];
  const state = { isAway: false, nowMs: 0, queue: ['005lena', '00Gnested'] };
  const query = async (soql: string): Promise<object[]> => {
    asked.push(soql);
    if (state.isAway) throw new CrmUnavailable('Salesforce does not answer');
    if (soql.includes('FROM PermissionSetGroupComponent')) return [];
    if (soql.includes('FROM PermissionSetAssignment'))
      return [{ AssigneeId: '005ada' }, { AssigneeId: '005abel' }];
    if (soql.includes('FROM GroupMember WHERE UserOrGroupId IN'))
      return [
        { GroupId: '00GQ', UserOrGroupId: '005abel' },
        { GroupId: '00Gother', UserOrGroupId: '005ada' },
        { GroupId: '00GQ', UserOrGroupId: '005ada' },
      ];
    if (soql.includes('Id IN'))
      return [
        { Id: '005ada', Name: 'Ada' },
        { Id: '005abel', Name: 'Abel' },
      ];
    if (soql.includes('FROM Group '))
      return [
        { Id: '00GQ', DeveloperName: 'Renewals', Name: 'Renewals & More', Type: 'Queue' },
        { Id: '00GB', DeveloperName: 'Berlin', Name: 'Berlin office', Type: 'Regular' },
      ];
    return soql.includes('FROM GroupMember')
      ? state.queue.map((UserOrGroupId) => ({ UserOrGroupId }))
      : [{ Id: '005ravi' }];
  };
  const groups = createRingGroups(
    () => ({ query }) as unknown as CrmConnection,
    () => state.nowMs,
  );
  return { asked, state, groups };
}

describe('the reps who are rung together', () => {
  it('are the users of a queue, and those whom a manager leads', async () => {
    const { groups, asked } = org();
    assert.deepEqual(await groups.members('org', RENEWALS), ['005lena']);
    assert.deepEqual(await groups.teamOf('org', '005maya'), ['005ravi']);
    assert.match(asked[0]!, /Group\.Type = 'Queue' AND Group\.DeveloperName = 'Renewals'/);
    assert.match(asked[1]!, /ManagerId = '005maya'/);
  });

  it('of whom nobody can be rung: the administrators are told, by name', async () => {
    const { groups, asked } = org();
    assert.deepEqual(await groups.administrators('org'), ['005abel', '005ada']);
    assert.match(asked.join('\n'), /PermissionSet\.Name LIKE 'Dealside_Admin'/);
    assert.match(asked.at(-1)!, /IsActive = true/);
  });

  it('are in queues and public groups that people know by their labels', async () => {
    const { groups, asked, state } = org();
    const known = [
      { kind: 'team', name: 'Berlin', label: 'Berlin office' },
      { kind: 'queue', name: 'Renewals', label: 'Renewals & More' },
    ];
    assert.deepEqual(await groups.named('org', []), []);
    assert.deepEqual(asked, []);
    assert.deepEqual(await groups.named('org', ['renewals', 'berlin']), known);
    assert.match(asked[0]!, /DeveloperName IN \('berlin', ?'renewals'\)/);
    state.isAway = true;
    state.nowMs = MINUTE_MS;
    assert.deepEqual(await groups.named('org', ['berlin', 'renewals']), known);
  });

  it('are listed for all queues and public groups, which may have none', async () => {
    const { groups, asked } = org();
    assert.deepEqual(await groups.listed('org'), [
      { kind: 'queue', name: 'Renewals', label: 'Renewals & More', repIds: ['005abel', '005ada'] },
      { kind: 'team', name: 'Berlin', label: 'Berlin office', repIds: [] },
    ]);
    assert.match(asked.join('\n'), /PermissionSet\.Name LIKE 'Dealside_Rep'/);
  });

  it('are read again after a minute', async () => {
    const { groups, state } = org();
    await groups.members('org', RENEWALS);
    state.queue = ['005jo'];
    assert.deepEqual(await groups.members('org', RENEWALS), ['005lena']);
    state.nowMs = MINUTE_MS;
    assert.deepEqual(await groups.members('org', RENEWALS), ['005jo']);
  });

  it('are still known while Salesforce does not answer, if they were read before', async () => {
    const { groups, state } = org();
    await groups.members('org', RENEWALS);
    state.isAway = true;
    state.nowMs = 30 * MINUTE_MS;
    assert.deepEqual(await groups.members('org', RENEWALS), ['005lena']);
    await assert.rejects(groups.teamOf('org', '005maya'), CrmUnavailable);
  });
});
