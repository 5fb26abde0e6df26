import assert from 'node:assert/strict';
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createDatabase } from '../../../../local/org/records/database.ts';
import { loadSchema } from '../../../../local/org/schema/schema.ts';

const schema = loadSchema(fileURLToPath(new URL('../../../../force-app', import.meta.url)));

describe('an org that starts again', () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'dealside-org-'));
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  it('has the records it had, and gives their ids to no other', () => {
    const before = createDatabase(schema, dir);
    const kept = before.insert('Account', { Name: 'Kept' }, '');
    const gone = before.insert('Account', { Name: 'Gone' }, '');
    before.remove('Account', gone.Id as string);
    before.save();
    before.close();

    const after = createDatabase(schema, dir);
    assert.deepEqual(after.rows('Account'), [kept]);
    assert.throws(() => after.get('Account', gone.Id as string), {
      errorCode: 'ENTITY_IS_DELETED',
    });
    assert.ok(![kept.Id, gone.Id].includes(after.insert('Account', { Name: 'New' }, '').Id));
  });

  it('has what each save changed, written behind what was there', async () => {
    const before = createDatabase(schema, dir);
    const changed = before.insert('Account', { Name: 'Old' }, '');
    const gone = before.insert('Account', { Name: 'Gone' }, '');
    before.save();
    before.close();
    const whole = await readFile(join(dir, 'records.json'), 'utf8');

    const between = createDatabase(schema, dir);
    between.update('Account', changed.Id as string, { values: { Name: 'New' } });
    between.remove('Account', gone.Id as string);
    between.replaceAll('Dealside_Setting__mdt', [{ Id: 'm00000000000001AAA' }]);
    between.save();
    between.close();
    assert.equal(await readFile(join(dir, 'records.json'), 'utf8'), whole);

    const after = createDatabase(schema, dir);
    assert.deepEqual(after.rows('Account'), between.rows('Account'));
    assert.deepEqual(
      after.deletedRows('Account').map(({ Id }) => Id),
      [gone.Id],
    );
    assert.deepEqual(after.rows('Dealside_Setting__mdt'), [{ Id: 'm00000000000001AAA' }]);
  });

  it('has nothing of before when it was cleared', () => {
    const before = createDatabase(schema, dir);
    before.insert('Account', { Name: 'Gone' }, '');
    before.save();
    before.close();
    const between = createDatabase(schema, dir);
    between.clear();
    between.save();
    between.close();
    assert.ok(createDatabase(schema, dir).isEmpty());
  });

  it('is not misled by a change that was written halfway, now or after the next', async () => {
    const before = createDatabase(schema, dir);
    before.insert('Account', { Name: 'Kept' }, '');
    before.save();
    before.close();
    await appendFile(join(dir, 'changes.jsonl'), '{"counter": 7, "tab');
    const between = createDatabase(schema, dir);
    between.insert('Account', { Name: 'Next' }, '');
    between.save();
    between.close();
    assert.deepEqual(
      createDatabase(schema, dir)
        .rows('Account')
        .map(({ Name }) => Name),
      ['Kept', 'Next'],
    );
  });

  it('is not misled by a save that was cut off', async () => {
    const before = createDatabase(schema, dir);
    before.insert('Account', { Name: 'Kept' }, '');
    before.save();
    before.close();
    await writeFile(join(dir, 'records.json.new'), '{"counter": 1, "tab');
    assert.deepEqual(
      createDatabase(schema, dir)
        .rows('Account')
        .map(({ Name }) => Name),
      ['Kept'],
    );
  });
});
