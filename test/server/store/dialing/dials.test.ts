import assert from 'node:assert/strict';
import pg from 'pg';
import { auditRefusal } from '../../../../server/domain/audit/entries.ts';
import { decideLimits } from '../../../../server/domain/dialing/limits.ts';
import { DEFAULT_LIMITS } from '../../../../server/domain/dialing/policy.ts';
import { TALLY_MS } from '../../../../server/domain/dialing/tally.ts';
import { createDials } from '../../../../server/store/dialing/dials.ts';
import { at, ORG } from '../../../support/builders.ts';
import { freshDatabase, type FreshDatabase } from '../../../support/database.ts';

const RAVI = { orgId: ORG, userId: 'ravi' };

describe('calls that are counted in PostgreSQL', function () {
  this.timeout(300_000);
  let database: FreshDatabase;
  let pools: pg.Pool[];

  before(async () => {
    database = await freshDatabase();
    // Two instances of the server.
    pools = [1, 2].map(() => new pg.Pool({ connectionString: database.databaseUrl, max: 4 }));
    // A connection that is about to close hears that the database is dropped.
    for (const pool of pools)
      pool.on('connect', (client) => void client.on('error', () => undefined));
  });
  after(async () => {
    await Promise.all(pools.map((pool) => pool.end()));
    await database.drop();
  });

  let ids = 0;
  const place = async (
    instance: number,
    { now = at(0), who = RAVI, dialId = `dial-${++ids}` } = {},
  ) =>
    (
      await createDials(pools[instance]!).count({ ...who, dialId, at: now }, (recent) =>
        decideLimits(recent, DEFAULT_LIMITS),
      )
    )?.wording;
  const later = (ms: number) => new Date(Date.parse(at(0)) + ms).toISOString();
  const rows = async (table: string) =>
    (await pools[0]!.query<Record<string, unknown>>(`select * from "${table}"`)).rows;

  it('are sixty of eighty at once, though two instances ask', async () => {
    const answers = await Promise.all(Array.from({ length: 80 }, (_, i) => place(i % 2)));
    assert.equal(answers.filter((one) => one === undefined).length, 60);
    assert.equal(answers.filter((one) => one === 'too_many_calls.minute').length, 20);
    assert.equal((await rows('Dial')).length, 60);
  });

  it('do not count against another rep, nor against the same one of another org', async () => {
    assert.equal(await place(0, { who: { ...RAVI, userId: 'lena' } }), undefined);
    assert.equal(await place(0, { who: { ...RAVI, orgId: 'another' } }), undefined);
  });

  it('are allowed again once the first are a minute ago, and counted once when repeated', async () => {
    assert.equal(await place(1, { now: later(59_999) }), 'too_many_calls.minute');
    assert.equal(await place(1, { now: later(60_000), dialId: 'again' }), undefined);
    assert.equal(await place(0, { now: later(60_001), dialId: 'again' }), undefined);
    assert.equal((await rows('Dial')).filter(({ dialId }) => dialId === 'again').length, 1);
  });

  it('are forgotten after a day', async () => {
    await place(0, { now: later(86_400_000 + 61_000) });
    assert.equal(
      (await rows('Dial')).filter(({ orgId, userId }) => orgId === ORG && userId === 'ravi').length,
      1,
    );
  });

  it('and were refused leave one entry an hour and a tally, however many they were', async () => {
    const dials = createDials(pools[0]!);
    const of = { ...RAVI, code: 'do_not_call' as const };
    const entry = (details: Record<string, unknown>) =>
      auditRefusal(
        { code: of.code },
        { orgId: ORG, at: at(0), action: 'PlaceCall', details },
        { actor: { kind: 'person', userId: 'ravi' }, nextId: () => `entry-${++ids}` },
      );
    const refuse = (now: string) =>
      dials.countRefusal(of, now, ({ isFirst, ended }) => [
        ...(ended ? [entry({ times: ended.times })] : []),
        ...(isFirst ? [entry({ isFirst })] : []),
      ]);
    for (let i = 0; i < 100; i++) await refuse(later(i));
    const details = async () => (await rows('AuditEntry')).map((row) => row.details);
    assert.deepEqual(await details(), [{ isFirst: true }]);

    const end = (now: string) => dials.endTallies(now, (_, { times }) => entry({ times }));
    assert.equal(await end(later(TALLY_MS - 1)), 0);
    assert.equal(await end(later(TALLY_MS)), 1);
    assert.deepEqual(await details(), [{ isFirst: true }, { times: 100 }]);
    assert.deepEqual(await rows('RefusedDials'), []);
  });
});
