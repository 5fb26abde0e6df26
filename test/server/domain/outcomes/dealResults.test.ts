import assert from 'node:assert/strict';
import { dealResults } from '../../../../server/domain/outcomes/dealResults.ts';
import type {
  DealOfCall,
  DealSnapshot,
  SnapshotDays,
} from '../../../../server/domain/outcomes/deals.ts';

const STAGES = ['Prospecting', 'Proposal', 'Closed Won', 'Closed Lost'];

const at = (
  days: SnapshotDays,
  stage: string,
  more: Partial<Extract<DealSnapshot, { status: 'taken' }>> = {},
): DealSnapshot => ({
  days,
  status: 'taken',
  takenAt: '2026-09-01T00:00:00.000Z',
  opportunityId: 'o',
  stage,
  stageOrder: STAGES.indexOf(stage) + 1,
  amount: 1_000,
  closeDate: '2026-09-11',
  createdAt: '2026-08-02T10:00:00.000Z',
  isClosed: stage.startsWith('Closed'),
  isWon: stage === 'Closed Won',
  ownerId: 'ravi',
  ...more,
});
const call = (snapshots: DealSnapshot[], more: Partial<DealOfCall> = {}): DealOfCall => ({
  callId: 'first',
  opportunityId: 'o',
  repUserId: 'ravi',
  endedAt: '2026-09-01T12:00:00.000Z',
  snapshots,
  ...more,
});
const movesOf = (calls: DealOfCall[]) =>
  dealResults(calls).map(({ mode, then }) => [mode, ...then.map(({ move }) => move)]);

describe('the result of a deal', () => {
  it('is where it went by each look, with revenue in both currencies once it is won', () => {
    const [result] = dealResults([
      call([
        at(0, 'Prospecting', { currency: 'EUR', amount: 900, corporateAmount: 1_000 }),
        at(7, 'Proposal', { ownerId: 'lena' }),
        at(14, 'Closed Won', { amount: 500, corporateAmount: 400, closeDate: '2026-09-13' }),
        at(30, 'Closed Won', { amount: 500, corporateAmount: 410, closeDate: '2026-09-13' }),
        { days: 90, status: 'due' },
      ]),
    ]);
    assert.deepEqual(result, {
      opportunityId: 'o',
      callId: 'first',
      stageOrder: 1,
      amount: 1_000,
      currency: 'EUR',
      then: [
        { days: 7, move: 'forward', hasNewOwner: true },
        { days: 14, move: 'won', hasNewOwner: false, revenue: 400, ownRevenue: 500 },
        { days: 30, move: 'won', hasNewOwner: false, revenue: 410, ownRevenue: 500 },
        { days: 90 },
      ],
      daysToClose: 12,
      cycleDays: 42,
    });
  });

  it('is of the first call with each highest mode, in whatever order they are read', () => {
    const first = call([at(0, 'Prospecting'), at(7, 'Prospecting')]);
    const second = call([at(0, 'Prospecting'), at(7, 'Proposal')], {
      callId: 'second',
      endedAt: '2026-09-03T12:00:00.000Z',
    });
    const barged = { ...second, callId: 'third', highestMode: 'barge' };
    const later = { ...barged, callId: 'fourth', endedAt: '2026-09-04T12:00:00.000Z' };
    const expected = [
      [undefined, 'first'],
      ['barge', 'third'],
    ];
    for (const calls of [
      [first, second, barged, later],
      [later, barged, second, first],
    ])
      assert.deepEqual(
        dealResults(calls)
          .map(({ mode, callId }) => [mode, callId])
          .sort(),
        expected,
      );
  });

  it('says what was deleted, reopened or not read in time', () => {
    assert.deepEqual(
      movesOf([
        call([
          at(0, 'Proposal'),
          at(7, 'Closed Lost'),
          at(14, 'Proposal'),
          { days: 30, status: 'missed' },
          { days: 90, status: 'gone', takenAt: '2026-12-01T00:00:00.000Z' },
        ]),
      ]),
      [[undefined, 'lost', 'reopened', undefined, 'gone']],
    );
  });

  it('is none of a deal that was closed at the call, or is not known as it was then', () => {
    assert.deepEqual(dealResults([call([at(0, 'Closed Won'), at(7, 'Closed Won')])]), []);
    assert.deepEqual(dealResults([call([{ days: 0, status: 'missed' }, at(7, 'Closed Won')])]), []);
  });
});
