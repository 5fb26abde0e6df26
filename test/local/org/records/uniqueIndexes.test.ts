import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { createDatabase, type Database } from '../../../../local/org/records/database.ts';
import { loadSchema } from '../../../../local/org/schema/schema.ts';

const schema = loadSchema(fileURLToPath(new URL('../../../../force-app', import.meta.url)));

describe('a record with a unique field', () => {
  let database: Database;
  let id: string;
  const day = (External_Id__c: string) => ({ External_Id__c, Direction__c: 'Inbound' });
  const found = (key: string) => database.findBy('Call_Day__c', 'External_Id__c', key)?.Id;

  beforeEach(() => {
    database = createDatabase(schema);
    id = String(database.insert('Call_Day__c', day('first'), '').Id);
  });

  it('is found by it, and no other is', () => {
    assert.equal(found('first'), id);
    assert.equal(found('second'), undefined);
    const second = database.insert('Call_Day__c', day('second'), '');
    assert.equal(found('second'), second.Id);
  });

  it('is found by its new value alone once it changed', () => {
    assert.equal(found('first'), id);
    database.update('Call_Day__c', id, { External_Id__c: 'other' });
    assert.deepEqual([found('first'), found('other')], [undefined, id]);
  });

  it('is found no more once it is deleted, or all records are replaced', () => {
    assert.equal(found('first'), id);
    database.remove('Call_Day__c', id);
    assert.equal(found('first'), undefined);
    database.replaceAll('Call_Day__c', [{ Id: id, ...day('third') }]);
    assert.deepEqual([found('first'), found('third')], [undefined, id]);
  });

  it('is as it was after changes that were rolled back', () => {
    assert.equal(found('first'), id);
    assert.throws(() =>
      database.atomically(() => {
        database.update('Call_Day__c', id, { External_Id__c: 'other' });
        database.insert('Call_Day__c', day('first'), '');
        throw new Error('rolled back');
      }),
    );
    assert.deepEqual([found('first'), found('other')], [id, undefined]);
  });

  it('has no twin', () => {
    assert.throws(() => database.insert('Call_Day__c', day('first'), ''), {
      errorCode: 'DUPLICATE_VALUE',
    });
    database.update('Call_Day__c', id, day('first'));
  });
});
