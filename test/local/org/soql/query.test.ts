import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { OrgError } from '../../../../local/org/errors/orgError.ts';
import { toId18 } from '../../../../local/org/ids/recordId.ts';
import { loadPermissionSets } from '../../../../local/org/permissions/access.ts';
import { createDatabase, type Row } from '../../../../local/org/records/database.ts';
import { loadSchema } from '../../../../local/org/schema/schema.ts';
import { seed } from '../../../../local/org/seed/seed.ts';
import { runQuery } from '../../../../local/org/soql/query.ts';

const PACKAGE = fileURLToPath(new URL('../../../../force-app', import.meta.url));
const schema = loadSchema(PACKAGE);

function seeded() {
  const database = createDatabase(schema);
  seed(PACKAGE, database, { sets: loadPermissionSets(PACKAGE) });
  return database;
}

const refusal = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof OrgError) return error.errorCode;
    throw error;
  }
  return 'not refused';
};

describe('a SOQL query', () => {
  const database = seeded();
  const names = (soql: string): unknown[] =>
    runQuery(database, soql, { apiPath: '/x' }).records.map((record) => record.Name);

  const answers: [string, unknown[]][] = [
    [`SELECT Name FROM User WHERE Name LIKE 'Maya%'`, ['Maya Okafor']],
    [`SELECT Name FROM User WHERE Username = 'MAYA@northwind.example'`, ['Maya Okafor']],
    [`SELECT Name FROM User WHERE Username IN ('MAYA@northwind.example')`, ['Maya Okafor']],
    [`SELECT Name FROM Group WHERE DeveloperName IN ('RENEWALS')`, ['Renewals']],
    [
      `SELECT Name FROM Group WHERE Type = 'Queue' AND DeveloperName NOT IN ('new_business')`,
      ['Renewals'],
    ],
    [
      `SELECT Name FROM User WHERE ManagerId = null AND IsActive = true AND Name != 'Ada Novak' ORDER BY Name`,
      ['Dana Whitfield', 'Dealside Integration'],
    ],
    [
      `SELECT Name FROM Account WHERE Industry IN ('Energy', 'Insurance') ORDER BY Name DESC`,
      ['Solstice Energy', 'Ferris Insurance'],
    ],
    [
      `SELECT Name FROM Opportunity WHERE Amount > 200000 ORDER BY Amount`,
      ['Solstice Energy – expansion', 'Ferris Insurance – migration'],
    ],
    [
      `SELECT Name FROM Opportunity WHERE (StageName = 'Proposal' OR Amount >= 310000) AND NOT Name LIKE 'Atlas%' ORDER BY Name`,
      [
        'Alpine Instruments – framework agreement',
        'Brightwater Foods – warehouse roll-out',
        'Ferris Insurance – migration',
      ],
    ],
    [`SELECT Name FROM Contact WHERE Account.Name = 'Halcyon Logistics'`, ['Priya Raman']],
    [
      `SELECT Name FROM Contact WHERE AccountId IN (SELECT Id FROM Account WHERE Industry = 'Energy')`,
      ['Ingrid Falk'],
    ],
    [`SELECT Name FROM User ORDER BY Name LIMIT 1 OFFSET 1`, ['Cora Lim']],
  ];
  for (const [soql, expected] of answers) it(soql, () => assert.deepEqual(names(soql), expected));

  it('reads through a parent', () => {
    const [record] = runQuery(
      database,
      `SELECT Id, Account.Name FROM Contact WHERE LastName = 'Raman'`,
      { apiPath: '/x' },
    ).records;
    assert.deepEqual(record!.Account, { Name: 'Halcyon Logistics' });
  });
  it('answers toLabel() with what people read, below the name of the field', () => {
    const labeled = seeded();
    labeled.insert(
      'Call_Intervention__c',
      { External_Id__c: 'x', Reason_Code__c: 'large_deal' },
      'someone',
    );
    const { records } = runQuery(
      labeled,
      'SELECT Id, toLabel(Reason_Code__c) FROM Call_Intervention__c',
      { apiPath: '/x' },
    );
    assert.deepEqual(
      records.map(({ Reason_Code__c }) => Reason_Code__c),
      ['Large deal'],
    );
  });
  it('counts', () =>
    assert.equal(runQuery(database, 'SELECT COUNT() FROM User', { apiPath: '/x' }).totalSize, 15));
  it('sums up, each group or all, by number and latest', () => {
    const grouped = runQuery(
      database,
      'SELECT ManagerId, COUNT(Id) people, MAX(Name) FROM User WHERE ManagerId != null GROUP BY ManagerId',
      { apiPath: '/x' },
    ).records as { ManagerId: string; people: number; expr2: string }[];
    const names = new Map<string, string[]>();
    for (const { ManagerId, Name } of database.rows('User'))
      if (ManagerId)
        names.set(String(ManagerId), [...(names.get(String(ManagerId)) ?? []), String(Name)]);
    assert.deepEqual(
      grouped.map(({ ManagerId, people, expr2 }) => [ManagerId, people, expr2]).sort(),
      [...names].map(([id, all]) => [id, all.length, all.toSorted().at(-1)]).sort(),
    );
    assert.deepEqual(
      runQuery(database, "SELECT COUNT(Id) n, MAX(Name) m FROM User WHERE Name = 'nobody'", {
        apiPath: '/x',
      }).records,
      [{ attributes: { type: 'AggregateResult' }, n: 0, m: null }],
    );
  });

  const refusals: [string, string][] = [
    ['SELECT Name FROM Nothing', 'INVALID_TYPE'],
    ['SELECT Nothing__c FROM Task', 'INVALID_FIELD'],
    ['SELECT Name FROM User WHERE Nothing = 1', 'INVALID_FIELD'],
    ['SELECT FROM User', 'MALFORMED_QUERY'],
    ['SELECT SUM(Amount) FROM Opportunity', 'MALFORMED_QUERY'],
    ['SELECT Name FROM User WHERE CreatedDate = LAST_N_DAYS:3', 'MALFORMED_QUERY'],
  ];
  for (const [soql, code] of refusals)
    it(`${soql} is refused with ${code}`, () =>
      assert.equal(
        refusal(() => runQuery(database, soql, { apiPath: '/x' })),
        code,
      ));
});

describe('a query of more records than an org searches through', () => {
  const database = seeded();
  const asked = (where: string): string =>
    refusal(() =>
      runQuery(database, `SELECT Id FROM Task WHERE ${where}`, {
        apiPath: '/x',
        rowsOf: () => 5_000_000,
      }),
    );
  const owner = database.rows('User')[0]!.Id as string;
  database.insert('Task', { Subject: 'x', Status: 'Completed' }, owner);

  const answered = [
    "Dealside_Key__c IN ('a', 'b')",
    `OwnerId = '${owner}' AND Subject = 'x'`,
    `OwnerId = '${owner}' AND (Subject = 'x' OR Status = 'Completed')`,
    `OwnerId = '${owner}' OR Dealside_Key__c = 'a'`,
  ];
  for (const where of answered)
    it(`is answered where an index leads to them: ${where}`, () =>
      assert.equal(asked(where), 'not refused'));

  const refused = [
    "Subject = 'x'",
    `OwnerId != '${owner}'`,
    `OwnerId = '${owner}' OR Subject = 'x'`,
    `Subject = 'x' AND (OwnerId = '${owner}' OR Status = 'Completed')`,
  ];
  for (const where of refused)
    it(`times out where none does: ${where}`, () => assert.equal(asked(where), 'QUERY_TIMEOUT'));
});

describe('a record', () => {
  const database = seeded();
  const [maya] = database.rows('User').filter((user) => user.Name === 'Maya Okafor');
  const task = (values: Row) => () =>
    database.insert('Task', { Subject: 'x', Status: 'Completed', ...values }, maya!.Id as string);

  const refusals: [string, () => unknown, string][] = [
    ['with a text that is too long', task({ Subject: 'x'.repeat(256) }), 'STRING_TOO_LONG'],
    [
      'with a value that the picklist lacks',
      task({ Status: 'Done' }),
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
    ],
    ['with a field that the package lacks', task({ Nothing__c: 'x' }), 'INVALID_FIELD'],
    [
      'that points to nothing',
      task({ WhatId: '006000000000001AAA' }),
      'INVALID_CROSS_REFERENCE_KEY',
    ],
    [
      'without what is required',
      () => database.insert('Account', {}, ''),
      'REQUIRED_FIELD_MISSING',
    ],
    ['with a date that is none', task({ ActivityDate: 'tomorrow' }), 'JSON_PARSER_ERROR'],
  ];
  for (const [name, act, code] of refusals)
    it(`${name} is refused with ${code}`, () => assert.equal(refusal(act), code));

  it('with the external id of another is refused with DUPLICATE_VALUE', () => {
    database.insert('Call_Intervention__c', { External_Id__c: 'one' }, '');
    assert.equal(
      refusal(() => database.insert('Call_Intervention__c', { External_Id__c: 'one' }, '')),
      'DUPLICATE_VALUE',
    );
  });
  it('that was deleted is told apart from one that never was', () => {
    const account = database.insert('Account', { Name: 'Gone' }, '');
    database.remove('Account', account.Id as string);
    assert.equal(
      refusal(() => database.get('Account', account.Id as string)),
      'ENTITY_IS_DELETED',
    );
    assert.equal(
      refusal(() => database.get('Account', '001000000000009AAA')),
      'NOT_FOUND',
    );
  });
  it('is not kept when a part of an atomic work fails', () => {
    const before = database.rows('Account').length;
    refusal(() =>
      database.atomically(() => {
        database.insert('Account', { Name: 'Half' }, '');
        database.insert('Account', {}, '');
      }),
    );
    assert.equal(database.rows('Account').length, before);
  });
});

describe('a record id', () => {
  it('has the suffix that Salesforce gives it', () => {
    assert.equal(toId18('001D000000IRFma'), '001D000000IRFmaIAH');
    assert.equal(toId18('001D000000IRFmaIAH'), '001D000000IRFmaIAH');
  });
});
