import assert from 'node:assert/strict';
import {
  AFTER_CALL_MS,
  PAGE_GONE_MS,
  presenceOf,
  type RepSigns,
} from '../../../../server/domain/presence/presence.ts';

const NOW = Date.parse('2026-11-02T17:00:00.000Z');
const ago = (ms: number): string => new Date(NOW - ms).toISOString();
const status = (signs: Partial<RepSigns>) =>
  presenceOf({ isBusy: false, seenAt: ago(1_000), ...signs }, new Date(NOW).toISOString()).status;

describe('a rep', () => {
  it('is available with a page and without a call', () => assert.equal(status({}), 'available'));
  it('is busy on a call, also with no page or when away', () => {
    assert.equal(status({ isBusy: true }), 'busy');
    assert.equal(status({ isBusy: true, seenAt: undefined, awaySince: ago(9_000) }), 'busy');
  });
  it('is away when the switch says so, also right after a call', () =>
    assert.equal(status({ awaySince: ago(9_000), idleSince: ago(1_000) }), 'away'));
  it('finishes a call for a while after its end', () => {
    assert.equal(status({ idleSince: ago(AFTER_CALL_MS - 1) }), 'after_call');
    assert.equal(status({ idleSince: ago(AFTER_CALL_MS) }), 'available');
  });
  it('has a disconnected phone while the softphone says so, and is neither on a call, away nor offline', () => {
    const phoneLostAt = ago(20_000);
    assert.equal(status({ phoneLostAt }), 'no_phone');
    assert.equal(status({ phoneLostAt, idleSince: ago(1_000) }), 'no_phone');
    assert.equal(status({ phoneLostAt, isBusy: true }), 'busy');
    assert.equal(status({ phoneLostAt, awaySince: ago(9_000) }), 'away');
    assert.equal(status({ phoneLostAt, seenAt: undefined }), 'offline');
  });
  it('is offline without a page, and a while after the last one', () => {
    assert.equal(status({ seenAt: undefined }), 'offline');
    assert.equal(status({ seenAt: ago(PAGE_GONE_MS) }), 'available');
    assert.equal(status({ seenAt: ago(PAGE_GONE_MS + 1), awaySince: ago(9_000) }), 'offline');
  });
});
