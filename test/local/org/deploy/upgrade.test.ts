import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { deployPackage } from '../../../../local/org/deploy/deployPackage.ts';
import { loadPermissionSets } from '../../../../local/org/permissions/access.ts';
import { createDatabase, type Database, type Row } from '../../../../local/org/records/database.ts';
import { loadSchema } from '../../../../local/org/schema/schema.ts';
import { seed } from '../../../../local/org/seed/seed.ts';

const PACKAGE = fileURLToPath(new URL('../../../../force-app', import.meta.url));
const SETS = loadPermissionSets(PACKAGE);

/** What this version brought, which an org of the version before lacks. */
const NEW: readonly (readonly [object: string, field: string, name: string])[] = [
  ['CustomPermission', 'DeveloperName', 'Dealside_Read_Outcomes'],
  ['CustomNotificationType', 'DeveloperName', 'Dealside_Missed_Call'],
  ['PermissionSet', 'Name', 'Dealside_Coach'],
];

/** Every record, by object and id. */
const recordsOf = (database: Database): Map<string, Row> =>
  new Map(
    [...database.schema.keys()].flatMap((object) =>
      database
        .rows(object)
        .map((row): [string, Row] => [`${object} ${String(row.Id)}`, { ...row }]),
    ),
  );

describe('the package of this version, deployed to an org that works with the one before', () => {
  let database: Database;
  let known: Map<string, Row>;

  before(() => {
    database = createDatabase(loadSchema(PACKAGE));
    seed(PACKAGE, database, { sets: SETS });
    withdraw();
    workWithIt();
    known = recordsOf(database);
    deployPackage(PACKAGE, database, { sets: SETS });
  });

  function withdraw(): void {
    for (const [object, field, name] of NEW) {
      const { Id } = database.findBy(object, field, name)!;
      for (const grant of database.rows('SetupEntityAccess'))
        if (grant.SetupEntityId === Id || grant.ParentId === Id)
          database.remove('SetupEntityAccess', String(grant.Id));
      database.remove(object, String(Id));
    }
  }

  /** The customer changes a rule, deletes an outcome, adds a reason, and has records. */
  function workWithIt(): void {
    const [rule] = database.rows('Dealside_Policy_Rule__mdt');
    database.update('Dealside_Policy_Rule__mdt', String(rule!.Id), { values: { At_Once__c: 7 } });
    database.remove('Dealside_Outcome__mdt', String(database.rows('Dealside_Outcome__mdt')[0]!.Id));
    const [reason] = database.rows('Dealside_Reason_Code__mdt');
    const { Id: _id, ...likeIt } = reason!;
    database.replaceAll('Dealside_Reason_Code__mdt', [
      ...database.rows('Dealside_Reason_Code__mdt'),
      { ...likeIt, Id: 'm0XDn0000000099AAA', DeveloperName: 'of_ours', MasterLabel: 'Of ours' },
    ]);
    const [supervisor, rep] = database.rows('User');
    database.insert(
      'Call_Intervention__c',
      { External_Id__c: 'kept', Supervisor__c: supervisor!.Id!, Rep__c: rep!.Id! },
      String(supervisor!.Id),
    );
  }

  it('leaves every record as it was: rules, words, people, what they hold, interventions', () => {
    const now = recordsOf(database);
    assert.deepEqual(
      [...known].filter(([key, row]) => {
        const kept = now.get(key);
        return !kept || JSON.stringify(kept) !== JSON.stringify(row);
      }),
      [],
    );
  });

  it('brings back nothing that the customer has deleted, and adds no policy', () => {
    const added = [...recordsOf(database).keys()].filter((key) => !known.has(key));
    assert.deepEqual([...new Set(added.map((key) => key.split(' ')[0]))].toSorted(), [
      'CustomNotificationType',
      'CustomPermission',
      'PermissionSet',
      'SetupEntityAccess',
    ]);
  });

  it('brings what is new', () => {
    for (const [object, field, name] of NEW)
      assert.ok(database.findBy(object, field, name), `${object} ${name}`);
  });
});
