import type { DealSnapshot, SnapshotDays } from '../../server/domain/outcomes/deals.ts';

const STAGES = ['Prospecting', 'Proposal', 'Closed Won', 'Closed Lost'];

/** A deal of 1,000 as it stood so many days after its call. */
export const snapshotAt = (
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
