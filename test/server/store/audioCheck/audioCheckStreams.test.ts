import assert from 'node:assert/strict';
import pg from 'pg';
import type { Marker } from '../../../../server/domain/audioCheck/addedDelay.ts';
import type { AudioCheckStreams } from '../../../../server/ports/index.ts';
import { createAudioCheckStreams } from '../../../../server/store/audioCheck/audioCheckStreams.ts';
import { freshDatabase, type FreshDatabase } from '../../../support/database.ts';

describe('the media streams of an audio check, at two instances', () => {
  let database: FreshDatabase;
  let pools: pg.Pool[];
  let asks: AudioCheckStreams;
  let hears: AudioCheckStreams;

  before(async () => {
    database = await freshDatabase();
    pools = [1, 2].map(() => new pg.Pool({ connectionString: database.databaseUrl, max: 2 }));
    [asks, hears] = pools.map((pool) => createAudioCheckStreams(pool)) as [
      AudioCheckStreams,
      AudioCheckStreams,
    ];
  });
  after(async () => {
    await Promise.all(pools?.map((pool) => pool.end()) ?? []);
    await database?.drop();
  });
  beforeEach(() => asks.expect({ key: 'run.a', runId: 'run', role: 'rep' }));
  afterEach(() => asks.remove('run'));

  it('are taken by one instance, once', async () => {
    const taken = await Promise.all([asks, hears, hears].map((one) => one.claim('run.a', 1)));
    assert.deepEqual(
      taken.filter((role) => role !== undefined),
      ['rep'],
    );
  });

  it('are not taken when nobody expects them', async () => {
    assert.equal(await hears.claim('run.b', 1), undefined);
    assert.equal(await hears.claim('', 1), undefined);
  });

  it('tell the one that asks what the other hears, in the order in which it was heard', async () => {
    await hears.claim('run.a', 3);
    const [early, late] = [
      { speaker: 'customer', atMs: 1_000, dbfs: -12.5 },
      { speaker: 'supervisor', atMs: 1_100, dbfs: -120 },
    ] as const;
    const markers = [0, 1].map((tone) => ({ tone, atMs: 1_000 + tone, streamMs: 20 * tone }));
    const [first, second] = markers.map((marker) => [marker]) as [Marker[], Marker[]];
    await hears.measured('run.a', {
      levels: [early],
      markers: first,
      untilMs: 1_050,
      hasEnded: false,
    });
    await hears.measured('run.a', {
      levels: [late],
      markers: second,
      untilMs: 1_150,
      hasEnded: false,
    });
    const levels = [early, late];
    const open = { key: 'run.a', role: 'rep', unsureMs: 3, measuredUntilMs: 1_150 } as const;
    assert.deepEqual(await asks.ofRun('run'), [{ ...open, status: 'open', levels, markers }]);
    await hears.measured('run.a', { levels: [], markers: [], untilMs: 1_200, hasEnded: true });
    assert.deepEqual(await asks.ofRun('run'), [
      { ...open, status: 'ended', measuredUntilMs: 1_200, levels, markers },
    ]);
  });

  it('are over for the one that hears when the other has removed them', async () => {
    await hears.claim('run.a', 1);
    const nothing = { levels: [], markers: [], untilMs: 1, hasEnded: false };
    assert.equal(await hears.measured('run.a', nothing), true);
    await asks.remove('run');
    assert.equal(await hears.measured('run.a', nothing), false);
  });

  it('of a run that was left behind are removed by the next', async () => {
    await asks.expect({ key: 'next.a', runId: 'next', role: 'customer' });
    assert.deepEqual(await asks.ofRun('run'), []);
    assert.equal((await asks.ofRun('next')).length, 1);
    await asks.remove('next');
  });

  it('have one clock, as exactly as it says', async () => {
    const [one, two] = await Promise.all([asks.clock(), hears.clock()]);
    // The process may have stood still between two readings.
    const [before, other, after] = [one.nowMs(), two.nowMs(), one.nowMs()];
    const apartMs = Math.max(before - other, other - after);
    assert.ok(
      apartMs <= one.unsureMs + two.unsureMs + 1,
      `the clocks are ${apartMs} ms apart and say ${one.unsureMs} and ${two.unsureMs}`,
    );
  });
});
