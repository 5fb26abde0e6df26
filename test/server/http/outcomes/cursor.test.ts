import assert from 'node:assert/strict';
import { cursor, cursorOf } from '../../../../server/http/outcomes/cursor.ts';

describe('where the next page of days begins', () => {
  it('is read as it was said, also of a rep with 200 queues', () => {
    const queueIds = Array.from(
      { length: 200 },
      (_, index) => `00GKj00000${String(index).padStart(8, '0')}`,
    ).join(',');
    const after = {
      day: '2026-11-03',
      repUserId: '005Kj000001AbcDEFG',
      direction: 'inbound',
      queueIds,
      issue: '',
    } as const;
    assert.deepEqual(cursor.parse(cursorOf(after)), after);
  });

  it('is refused if it is something else', () => {
    assert.equal(cursor.safeParse('xyz').success, false);
  });
});
