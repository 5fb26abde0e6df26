import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
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
