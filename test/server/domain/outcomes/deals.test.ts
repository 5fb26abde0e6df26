import assert from 'node:assert/strict';
import {
  changedOwner,
  stageMove,
  type DealOfCall,
  type DealSnapshot,
} from '../../../../server/domain/outcomes/deals.ts';
import { snapshotAt } from '../../../support/dealSnapshot.ts';

const call = (opportunityId: string, ...snapshots: DealSnapshot[]): DealOfCall => ({
  callId: `call-${opportunityId}`,
  opportunityId,
  repUserId: 'ravi',
  endedAt: '2026-09-01T12:00:00.000Z',
  snapshots,
});

describe('what became of the deals of calls', () => {
  for (const [before, between, after, move] of [
    ['Prospecting', undefined, 'Proposal', 'forward'],
    ['Proposal', undefined, 'Prospecting', 'back'],
    ['Proposal', undefined, 'Proposal', 'same'],
    ['Proposal', undefined, 'Closed Won', 'won'],
    ['Proposal', undefined, 'Closed Lost', 'lost'],
    ['Closed Lost', undefined, 'Proposal', 'reopened'],
    ['Proposal', 'Closed Lost', 'Proposal', 'reopened'],
  ] as const)
    it(`${[before, between, after].filter(Boolean).join(', then ')}: ${move}`, () =>
      assert.equal(
        stageMove(
          call(
            'o',
            snapshotAt(0, before),
            ...(between ? [snapshotAt(7, between)] : []),
            snapshotAt(14, after),
          ),
          14,
        ),
        move,
      ));

  it('is not known where a snapshot was missed, or the org has no order of its stages', () => {
    assert.equal(
      stageMove(call('o', snapshotAt(0, 'Proposal'), { days: 14, status: 'missed' }), 14),
      undefined,
    );
    assert.equal(
      stageMove(
        call('o', snapshotAt(0, 'Proposal'), snapshotAt(14, 'Own', { stageOrder: undefined })),
        14,
      ),
      undefined,
    );
  });

  it('says that somebody else owns the deal', () => {
    const moved = call(
      'o',
      snapshotAt(0, 'Proposal'),
      snapshotAt(7, 'Proposal', { ownerId: 'lena' }),
    );
    assert.deepEqual([changedOwner(moved, 7), changedOwner(moved, 14)], [true, undefined]);
  });
});
