import assert from 'node:assert/strict';
import { RENEW_EVERY_MS } from '../../../../server/crm/directory/directory.ts';
import { countRequests, paceOf, type RequestUse } from '../../../../server/crm/session/pace.ts';

const DAY_MS = 24 * 60 * 60_000;
const spending = (more: Partial<RequestUse> = {}): RequestUse => ({
  spent: 0,
  perRound: 3,
  share: 0.2,
  usage: { used: 0, limit: 15_000 },
  isAway: false,
  ...more,
});

describe('how often an org is read', () => {
  it('is every 40 seconds, while its share of requests is far away', () => {
    assert.deepEqual(paceOf(spending()), { everyMs: RENEW_EVERY_MS, isSlowed: false });
    assert.deepEqual(paceOf(spending({ usage: undefined })), {
      everyMs: RENEW_EVERY_MS,
      isSlowed: false,
    });
  });

  it('is, near the share, as often as the share allows for a whole day', () => {
    const { everyMs, isSlowed } = paceOf(spending({ spent: 0.8 * 0.2 * 15_000 }));
    assert.equal(isSlowed, true);
    assert.ok((DAY_MS / everyMs) * 3 <= 0.2 * 15_000, `${everyMs} ms`);
  });

  it('is seldom when others have nearly used up the org’s limit', () => {
    assert.equal(paceOf(spending({ usage: { used: 13_500, limit: 15_000 } })).isSlowed, true);
  });

  it('is never rarer than every ten minutes', () => {
    assert.equal(
      paceOf(spending({ spent: 500, usage: { used: 0, limit: 1_000 } })).everyMs,
      600_000,
    );
  });

  it('is sooner while the org does not answer, to see when it is back', () => {
    assert.ok(paceOf(spending({ isAway: true })).everyMs < RENEW_EVERY_MS);
  });
});

describe('the requests of a day', () => {
  it('are those of the last 24 hours', () => {
    let now = 0;
    const count = countRequests(() => now);
    count.add();
    count.add();
    now = 20 * 60 * 60_000;
    count.add();
    assert.deepEqual([count.inDay(), count.total()], [3, 3]);
    now = 26 * 60 * 60_000;
    assert.deepEqual([count.inDay(), count.total()], [1, 3]);
  });
});
