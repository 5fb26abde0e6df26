import assert from 'node:assert/strict';
import pg from 'pg';
import {
  createTranscribedLegs,
  createTranscripts,
} from '../../../../server/store/words/transcripts.ts';
import { at } from '../../../support/builders.ts';
import { freshDatabase, type FreshDatabase } from '../../../support/database.ts';

describe('the lines of a call in the database', () => {
  let database: FreshDatabase;
  let pool: pg.Pool;

  before(async () => {
    database = await freshDatabase();
    pool = new pg.Pool({ connectionString: database.databaseUrl, max: 2 });
  });
  after(async () => {
    await pool?.end();
    await database?.drop();
  });

  it('lose what a later line shows to be part of a secret number, and nothing else', async () => {
    const transcripts = createTranscripts(pool);
    const add = (callId: string, sequence: number, text: string) =>
      transcripts.add(
        { orgId: 'org', callId },
        {
          lineId: `GT:${sequence}`,
          transcriptionId: 'GT',
          sequence,
          speaker: 'customer',
          text,
          startedAt: at(sequence),
          endedAt: at(sequence + 1),
        },
      );
    await add('call-1', 1, '4111 1111');
    await add('call-1', 2, 'and then');
    await add('call-2', 1, '4111 1111');
    await transcripts.mask('call-1', [{ lineId: 'GT:1', text: '••••' }]);
    const texts = async (callId: string) => (await transcripts.of(callId)).map(({ text }) => text);
    assert.deepEqual(await texts('call-1'), ['••••', 'and then']);
    assert.deepEqual(await texts('call-2'), ['4111 1111']);
  });
});

describe('a transcription that fails', () => {
  let database: FreshDatabase;
  let pool: pg.Pool;

  before(async () => {
    database = await freshDatabase();
    pool = new pg.Pool({ connectionString: database.databaseUrl, max: 2 });
  });
  after(async () => {
    await pool?.end();
    await database?.drop();
  });

  it('is due again after a pause that grows, and given up after five failures', async () => {
    const legs = createTranscribedLegs(pool);
    const leg = { orgId: 'org', callId: 'call-1', connectionId: 'CA1' };
    const status = async () => (await legs.of(['CA1'])).get('CA1');
    const timePasses = () =>
      pool.query(`update "TranscriptionLeg" set "failedAt" = "failedAt" - interval '1 minute'`);
    for (let failures = 1; failures <= 5; failures += 1) {
      assert.equal(await legs.claim(leg), true);
      await legs.started('CA1', `GT${failures}`);
      await legs.failed('CA1', 'GT-another');
      assert.equal((await status())!.status, 'running');
      await legs.failed('CA1', `GT${failures}`);
      await legs.failed('CA1', `GT${failures}`);
      assert.equal(await legs.claim(leg), false);
      await timePasses();
      const isGivenUp = failures === 5;
      const { status: is, ...more } = (await status()) as { status: string };
      assert.deepEqual([is, more], ['failed', { isDue: !isGivenUp, isGivenUp }]);
    }
    assert.equal(await legs.claim(leg), false);
  });
});
