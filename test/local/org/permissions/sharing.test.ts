import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { createAccess, loadPermissionSets } from '../../../../local/org/permissions/access.ts';
import { createDatabase, type Database } from '../../../../local/org/records/database.ts';
import { createRest } from '../../../../local/org/rest/rest.ts';
import type { OrgRest } from '../../../../local/org/rest/restCall.ts';
import { loadSchema } from '../../../../local/org/schema/schema.ts';
import { seed } from '../../../../local/org/seed/seed.ts';

const PACKAGE = fileURLToPath(new URL('../../../../force-app', import.meta.url));
const OBJECT = 'Call_Intervention__c';

/** The package's permission sets in an org whose administrator lets everybody delete who may edit. */
const SETS = loadPermissionSets(PACKAGE).map((set) => ({
  ...set,
  objects: new Map(
    [...set.objects].map(([object, granted]) => [
      object,
      { ...granted, delete: granted.delete || granted.edit },
    ]),
  ),
}));

describe('an intervention that a sharing rule shares with coaches, to be edited', () => {
  let database: Database;
  let rest: OrgRest;

  before(() => {
    database = createDatabase(loadSchema(PACKAGE));
    seed(PACKAGE, database, { sets: SETS });
    rest = createRest({ database, access: createAccess(database, SETS) });
    const group = database.insert(
      'Group',
      { Name: 'Dealside Coaches', DeveloperName: 'Dealside_Coaches', Type: 'Regular' },
      idOf('ada'),
    );
    database.insert(
      'GroupMember',
      { GroupId: group.Id!, UserOrGroupId: idOf('cora') },
      idOf('ada'),
    );
  });

  const idOf = (alias: string): string =>
    String(
      database.rows('User').find(({ Username }) => String(Username).startsWith(`${alias}@`))!.Id,
    );
  let count = 0;
  const insert = (): string =>
    String(
      database.insert(
        OBJECT,
        {
          External_Id__c: `e-${(count += 1)}`,
          OwnerId: idOf('maya'),
          Coaching_State__c: 'planned',
          Coaching_Due_On__c: '2026-12-01',
        },
        idOf('ada'),
      ).Id,
    );
  const ask = (alias: string, method: 'PATCH' | 'DELETE', id: string, body?: object) =>
    rest({
      method,
      path: `/sobjects/${OBJECT}/${id}`,
      query: new URLSearchParams(),
      body,
      userId: idOf(alias),
    }).status;
  const REFUSED = { errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY' };

  it('is edited by a coach, and not deleted', () => {
    const id = insert();
    assert.equal(ask('cora', 'PATCH', id, { Coaching_State__c: 'done' }), 204);
    assert.throws(() => ask('cora', 'DELETE', id), REFUSED);
    assert.equal(database.get(OBJECT, id).Coaching_State__c, 'done');
  });

  it('is deleted by its owner, by who is above the owner, and by who may modify all', () => {
    for (const alias of ['maya', 'dana', 'ada']) {
      const id = insert();
      assert.equal(ask(alias, 'DELETE', id), 204, alias);
    }
  });

  it('is neither edited nor deleted by who only stands beside', () => {
    const id = insert();
    assert.throws(() => ask('tomas', 'PATCH', id, { Coaching_State__c: 'done' }), REFUSED);
    assert.throws(() => ask('tomas', 'DELETE', id), REFUSED);
  });
});
