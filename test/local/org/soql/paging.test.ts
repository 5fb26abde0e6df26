import assert from 'node:assert/strict';
import type { OrgError } from '../../../../local/org/errors/orgError.ts';
import { BATCH_SIZE, createPaging } from '../../../../local/org/soql/paging.ts';

const result = (totalSize: number) => ({
  totalSize,
  done: true as const,
  records: Array.from({ length: totalSize }, (_, n) => ({ n })),
});

describe('a long result', () => {
  const paging = createPaging('/services/data/v66.0');

  it('comes in batches, each naming the next', () => {
    const first = paging.first(result(BATCH_SIZE * 2 + 1));
    const second = paging.next(first.nextRecordsUrl!.split('/').at(-1)!);
    const third = paging.next(second.nextRecordsUrl!.split('/').at(-1)!);
    assert.deepEqual(
      [first, second, third].map(({ records, done }) => [records[0]!.n, records.length, done]),
      [
        [0, 2000, false],
        [2000, 2000, false],
        [4000, 1, true],
      ],
    );
  });
  it('that fits in one batch names no next', () => {
    const { done, nextRecordsUrl } = paging.first(result(BATCH_SIZE));
    assert.deepEqual({ done, nextRecordsUrl }, { done: true, nextRecordsUrl: undefined });
  });
  it('is not found under another locator', () => {
    assert.throws(
      () => paging.next('01gnone-2000'),
      (error: OrgError) => error.errorCode === 'INVALID_QUERY_LOCATOR',
    );
  });
});
