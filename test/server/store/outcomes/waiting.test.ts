import assert from 'node:assert/strict';
import pg from 'pg';
import {
  insertEndedCalls,
  insertUnansweredCalls,
  type EndedCall,
  type UnansweredCall,
} from '../../../../local/machine/sample/endedCalls.ts';
import { createCallDays } from '../../../../server/store/outcomes/callDays.ts';
import { createCallsBehind } from '../../../../server/store/outcomes/callsBehind.ts';
import { createDayTotals } from '../../../../server/store/outcomes/dayTotals.ts';
import { createWaitingTotals } from '../../../../server/store/outcomes/waiting.ts';
import { freshDatabase, type FreshDatabase } from '../../../support/database.ts';

const ORG = '00DWAITING';
const DAY = { orgId: ORG, from: '2026-11-16', to: '2026-11-16' };
const REP = {
  orgId: ORG,
  repUserId: 'rep-1',
  repName: 'Rep 1',
  repTimeZone: 'America/New_York',
  repQueueIds: ['00Grenewals'],
};
const at = (time: string): string => `2026-11-16T${time}Z`;
const answered = (callId: string, more: Partial<EndedCall>): EndedCall => ({
  ...REP,
  callId,
  direction: 'inbound',
  answeredAt: at('15:00:00'),
  endedAt: at('15:10:00'),
  askedForHelp: false,
  interventions: [],
  ...more,
});
const unanswered = (callId: string, more: Partial<UnansweredCall>): UnansweredCall => ({
  ...REP,
  callId,
  startedAt: at('16:00:00'),
  endedAt: at('16:00:40'),
  endReason: 'voicemail',
  ...more,
});

describe('callers who waited', () => {
  let database: FreshDatabase;
  let pool: pg.Pool;

  before(async () => {
    database = await freshDatabase();
    pool = new pg.Pool({ connectionString: database.databaseUrl, max: 2 });
    pool.on('error', () => undefined);
    await insertEndedCalls(pool, [
      answered('soon', { waitSeconds: 12 }),
      answered('late', {
        waitSeconds: 45,
        interventions: [
          {
            interventionId: 'i-1',
            supervisorUserId: 'maya',
            supervisorName: 'Maya',
            modes: ['monitor', 'whisper'],
            reasonCode: null,
            outcomeCode: null,
          },
        ],
      }),
      answered('called', { direction: 'outbound' }),
    ]);
    await insertUnansweredCalls(pool, [
      unanswered('voicemail', {}),
      unanswered('abandoned', { endReason: 'abandoned' }),
      // In the evening of the rep's day, which is the next one in UTC.
      unanswered('evening', { startedAt: '2026-11-17T02:00:00Z', endedAt: '2026-11-17T02:00:30Z' }),
      unanswered('closed', {}),
      unanswered('elsewhere', { orgId: '00DOTHER' }),
    ]);
    await pool.query(
      `update "Call" set "ringing" = '{"nobodyBecause":"closed"}' where "callId" = 'closed'`,
    );
    await createCallDays(pool).countDue(100);
  });
  after(async () => {
    await pool?.end();
    await database?.drop();
  });

  it('are counted on the day of the rep, by queue, without those who called after hours', async () => {
    assert.deepEqual(await createWaitingTotals(pool).periods(DAY, 'day', 'all'), [
      {
        from: '2026-11-16',
        queueIds: '00Grenewals',
        answered: 2,
        answeredSoon: 1,
        missed: 2,
        abandoned: 1,
        waitSeconds: 57,
        supervisedSeconds: 600,
      },
    ]);
  });

  it('are the same in whole weeks, which are read from their sums', async () => {
    const week = { orgId: ORG, from: '2026-11-16', to: '2026-11-22' };
    const [inWeeks] = await createWaitingTotals(pool).periods(week, 'week', 'all');
    const [inDays] = await createWaitingTotals(pool).periods(DAY, 'day', 'all');
    assert.deepEqual(inWeeks, inDays);
  });

  it('are of named reps and of a queue where that is asked', async () => {
    const { periods } = createWaitingTotals(pool);
    assert.deepEqual(await periods(DAY, 'day', ['rep-2']), []);
    assert.deepEqual(await periods({ ...DAY, queueId: '00Gother' }, 'day', 'all'), []);
  });

  it('are no answered calls', async () => {
    const [day] = await createCallDays(pool).periods(DAY, 'day', 'all');
    assert.equal(day!.answered, 3);
  });

  it('are the same counted from the calls themselves', async () => {
    const totals = createDayTotals(pool);
    const counted = await totals.counted(ORG, DAY.from, DAY.to);
    assert.deepEqual(
      counted.map(({ direction, answered: n, missed }) => [direction, n, missed]),
      [
        ['inbound', 2, 2],
        ['outbound', 1, 0],
      ],
    );
    const byCalls = await totals.ofCalls(ORG, DAY.from);
    const sorted = byCalls.sort((a, b) => a.direction.localeCompare(b.direction));
    assert.deepEqual(sorted, counted);
  });

  it('stand behind their number, the one who called last first', async () => {
    const behind = createCallsBehind(pool);
    const reader = { userId: 'rosa', knowsCovert: false };
    const found = async (which: 'any' | 'abandoned' | 'missed', size = 10, after?: string) => {
      const calls = await behind.page(
        { ...DAY, unanswered: which },
        {
          reps: 'all',
          reader,
          size,
          ...(after !== undefined && { after: { answeredAt: at('16:00:00'), callId: after } }),
        },
      );
      return calls.map(({ callId }) => callId);
    };
    assert.deepEqual(await found('any'), ['evening', 'voicemail', 'abandoned']);
    assert.deepEqual(await found('abandoned'), ['abandoned']);
    assert.deepEqual(await found('missed'), ['evening', 'voicemail']);
    assert.deepEqual(await found('any', 1, 'voicemail'), ['abandoned']);
  });
});
