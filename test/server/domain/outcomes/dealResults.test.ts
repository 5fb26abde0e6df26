import assert from 'node:assert/strict';
import { dealResults } from '../../../../server/domain/outcomes/dealResults.ts';
import type { DealOfCall, DealSnapshot } from '../../../../server/domain/outcomes/deals.ts';
import { snapshotAt } from '../../../support/dealSnapshot.ts';

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
        snapshotAt(0, 'Prospecting', { currency: 'EUR', amount: 900, corporateAmount: 1_000 }),
        snapshotAt(7, 'Proposal', { ownerId: 'lena' }),
        snapshotAt(14, 'Closed Won', {
          amount: 500,
          corporateAmount: 400,
          closeDate: '2026-09-13',
        }),
        snapshotAt(30, 'Closed Won', {
          amount: 500,
          corporateAmount: 410,
          closeDate: '2026-09-13',
        }),
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
    const first = call([snapshotAt(0, 'Prospecting'), snapshotAt(7, 'Prospecting')]);
    const second = call([snapshotAt(0, 'Prospecting'), snapshotAt(7, 'Proposal')], {
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
          snapshotAt(0, 'Proposal'),
          snapshotAt(7, 'Closed Lost'),
          snapshotAt(14, 'Proposal'),
          { days: 30, status: 'missed' },
          { days: 90, status: 'gone', takenAt: '2026-12-01T00:00:00.000Z' },
        ]),
      ]),
      [[undefined, 'lost', 'reopened', undefined, 'gone']],
    );
  });

  it('is none of a deal that was closed at the call, or is not known as it was then', () => {
    assert.deepEqual(
      dealResults([call([snapshotAt(0, 'Closed Won'), snapshotAt(7, 'Closed Won')])]),
      [],
    );
    assert.deepEqual(
      dealResults([call([{ days: 0, status: 'missed' }, snapshotAt(7, 'Closed Won')])]),
      [],
    );
  });
});
