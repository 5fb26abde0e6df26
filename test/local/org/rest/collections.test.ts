import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { createAccess, loadPermissionSets } from '../../../../local/org/permissions/access.ts';
import { createDatabase, type Database } from '../../../../local/org/records/database.ts';
import { createRest } from '../../../../local/org/rest/rest.ts';
import type { OrgRest } from '../../../../local/org/rest/restCall.ts';
import { loadSchema } from '../../../../local/org/schema/schema.ts';
import { seed } from '../../../../local/org/seed/seed.ts';

const PACKAGE = fileURLToPath(new URL('../../../../force-app', import.meta.url));
const TASK = { attributes: { type: 'Task' }, Status: 'Completed' };

interface Result {
  id?: string;
  success: boolean;
  created?: boolean;
  errors: { statusCode: string }[];
}

describe('a collection of records', () => {
  let database: Database;
  let rest: OrgRest;
  let userId: string;

  beforeEach(() => {
    database = createDatabase(loadSchema(PACKAGE));
    const sets = loadPermissionSets(PACKAGE);
    seed(PACKAGE, database, { sets });
    rest = createRest({ database, access: createAccess(database, sets) });
    userId = database.findBy('User', 'Username', 'integration@northwind.example')!.Id as string;
  });

  const send = (
    method: string,
    body: unknown,
    path = '/composite/sobjects',
    query = '',
  ): Result[] =>
    rest({ method, path, query: new URLSearchParams(query), body, userId }).body as Result[];
  const tasks = () => database.rows('Task').length;

  it('is created, each record with its id', () => {
    const before = tasks();
    const results = send('POST', {
      records: [
        { ...TASK, Subject: 'one' },
        { ...TASK, Subject: 'two' },
      ],
    });
    assert.deepEqual(
      results.map(({ success, id }) => [success, id?.slice(0, 3)]),
      [
        [true, '00T'],
        [true, '00T'],
      ],
    );
    assert.equal(tasks(), before + 2);
  });

  it('keeps what is valid when some is not', () => {
    const before = tasks();
    const results = send('POST', { records: [TASK, { ...TASK, Status: 'Done' }] });
    assert.deepEqual(
      results.map(({ success }) => success),
      [true, false],
    );
    assert.equal(results[1]!.errors[0]!.statusCode, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST');
    assert.equal(tasks(), before + 1);
  });

  it('keeps nothing when all or none is asked for', () => {
    const before = tasks();
    const results = send('POST', { allOrNone: true, records: [TASK, { ...TASK, Status: 'Done' }] });
    assert.deepEqual(
      results.map(({ errors }) => errors[0]!.statusCode),
      ['ALL_OR_NONE_OPERATION_ROLLED_BACK', 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST'],
    );
    assert.equal(tasks(), before);
  });

  it('is changed by id', () => {
    const [made] = send('POST', { records: [TASK] });
    const [changed] = send('PATCH', {
      records: [{ attributes: { type: 'Task' }, id: made!.id, Subject: 'new' }],
    });
    assert.deepEqual([changed!.success, database.get('Task', made!.id!).Subject], [true, 'new']);
  });

  it('is upserted by external id, once', () => {
    const upsert = () =>
      send(
        'PATCH',
        { records: [{ External_Id__c: 'one', Call_Id__c: 'c' }] },
        '/composite/sobjects/Call_Intervention__c/External_Id__c',
      );
    assert.deepEqual([upsert()[0]!.created, upsert()[0]!.created], [true, false]);
    assert.equal(database.rows('Call_Intervention__c').length, 1);
  });

  it('of more than 200 records is refused', () => {
    assert.throws(() => send('POST', { records: Array.from({ length: 201 }, () => TASK) }), {
      errorCode: 'EXCEEDED_ID_LIMIT',
    });
  });
});
