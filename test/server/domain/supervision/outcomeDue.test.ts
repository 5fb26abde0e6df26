import assert from 'node:assert/strict';
import {
  dueSince,
  lateSince,
  outcomeDueAt,
} from '../../../../server/domain/supervision/outcomeDue.ts';

const DAY = { outcomeDueMs: 24 * 3_600_000 };

describe('an outcome that nobody has given', () => {
  it('is due so long after the end as the org says', () => {
    assert.equal(outcomeDueAt('2026-11-20T17:00:00.000Z', DAY), '2026-11-21T17:00:00.000Z');
  });

  it('is late, for the managers to see, after twice as long', () => {
    const now = '2026-11-22T17:00:00.000Z';
    assert.equal(dueSince(now, DAY), '2026-11-21T17:00:00.000Z');
    assert.equal(lateSince(now, DAY), '2026-11-20T17:00:00.000Z');
  });
});
