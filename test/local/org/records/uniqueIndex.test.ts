import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { createDatabase, type Database } from '../../../../local/org/records/database.ts';
import { loadSchema } from '../../../../local/org/schema/schema.ts';

const schema = loadSchema(fileURLToPath(new URL('../../../../force-app', import.meta.url)));
const [OBJECT, FIELD] = ['Call_Day__c', 'External_Id__c'];

describe('a record with an external id', () => {
  let database: Database;
  let id: string;
  const found = (value: string) => database.findBy(OBJECT, FIELD, value)?.Id;

  beforeEach(() => {
    database = createDatabase(schema);
    assert.equal(found('first'), undefined);
    id = String(database.insert(OBJECT, { [FIELD]: 'first' }, '').Id);
  });

  it('is found by it', () => {
    assert.equal(found('first'), id);
    assert.equal(found('another'), undefined);
  });
  it('is found by the new one alone when that changes', () => {
    database.update(OBJECT, id, { values: { [FIELD]: 'second' } });
    assert.deepEqual([found('first'), found('second')], [undefined, id]);
  });
  it('is not found when it was removed, and another with the same id is', () => {
    database.remove(OBJECT, id);
    assert.equal(found('first'), undefined);
    const next = String(database.insert(OBJECT, { [FIELD]: 'first' }, '').Id);
    assert.equal(found('first'), next);
  });
  it('is found as before when a change is rolled back', () => {
    assert.throws(() =>
      database.atomically(() => {
        database.update(OBJECT, id, { values: { [FIELD]: 'second' } });
        database.insert(OBJECT, { [FIELD]: 'third' }, '');
        throw new Error('rolled back');
      }),
    );
    assert.deepEqual(['first', 'second', 'third'].map(found), [id, undefined, undefined]);
  });
  it('is found among those that replaced all', () => {
    database.replaceAll(OBJECT, [{ Id: 'x', [FIELD]: 'other' }]);
    assert.deepEqual([found('first'), found('other')], [undefined, 'x']);
  });
  it('has no twin', () => {
    assert.throws(() => database.insert(OBJECT, { [FIELD]: 'first' }, ''), {
      errorCode: 'DUPLICATE_VALUE',
    });
    database.update(OBJECT, id, { values: { [FIELD]: 'first' } });
  });
});
