import assert from 'node:assert/strict';
import {
  changedOwner,
  stageMove,
  type DealOfCall,
  type DealSnapshot,
  type SnapshotDays,
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
          call('o', at(0, before), ...(between ? [at(7, between)] : []), at(14, after)),
          14,
        ),
        move,
      ));

  it('is not known where a snapshot was missed, or the org has no order of its stages', () => {
    assert.equal(
      stageMove(call('o', at(0, 'Proposal'), { days: 14, status: 'missed' }), 14),
      undefined,
    );
    assert.equal(
      stageMove(call('o', at(0, 'Proposal'), at(14, 'Own', { stageOrder: undefined })), 14),
      undefined,
    );
  });

  it('says that somebody else owns the deal', () => {
    const moved = call('o', at(0, 'Proposal'), at(7, 'Proposal', { ownerId: 'lena' }));
    assert.deepEqual([changedOwner(moved, 7), changedOwner(moved, 14)], [true, undefined]);
  });
});
