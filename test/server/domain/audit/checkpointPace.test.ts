import assert from 'node:assert/strict';
import { isCheckpointDue, positionIn } from '../../../../server/domain/audit/checkpoint.ts';
import { checkpointAt, newSigner, sampleChain } from '../../../support/auditChains.ts';

const PACE = { entries: 5, minutes: 30 };
const CHAIN = sampleChain(12);
const last = checkpointAt(newSigner(), CHAIN[5]!, 1, '2026-11-02T18:00:00.000Z');
const isDue = (position: number, time: string) =>
  isCheckpointDue({ last, head: { position }, pace: PACE, now: `2026-11-${time}:00.000Z` });

describe('a checkpoint', () => {
  it('is due for a chain that has none', () =>
    assert.equal(
      isCheckpointDue({ head: { position: 1 }, pace: PACE, now: '2026-11-02T18:00:00.000Z' }),
      true,
    ));
  it('is due after so many entries, however soon', () =>
    assert.deepEqual([isDue(10, '02T18:01'), isDue(11, '02T18:01')], [false, true]));
  it('is due so long after the last one when there are new entries', () =>
    assert.deepEqual([isDue(7, '02T18:29'), isDue(7, '02T18:30')], [false, true]));
  it('is not due in a pause', () => assert.equal(isDue(6, '02T23:00'), false));
  it('is due every day, pause or not', () =>
    assert.deepEqual([isDue(6, '03T17:59'), isDue(6, '03T18:00')], [false, true]));
  it('that cannot be read covers nothing, so the next is due, and its verification finds out', () =>
    assert.equal(positionIn({ statement: 'garbled' }), 0));
});
