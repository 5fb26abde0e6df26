import assert from 'node:assert/strict';
import {
  AFTER_CALL_SECONDS,
  finishesUntil,
  PAGE_GONE_MS,
  PHONE_REPORT_MS,
  phonesLostSince,
  presenceOf,
  type PhoneReport,
  type RepSigns,
} from '../../../../server/domain/presence/presence.ts';

const NOW = Date.parse('2026-11-02T17:00:00.000Z');
const ago = (ms: number): string => new Date(NOW - ms).toISOString();
const status = (signs: Partial<RepSigns>) =>
  presenceOf({ isBusy: false, seenAt: ago(1_000), ...signs }, { now: new Date(NOW).toISOString() })
    .status;

describe('a rep', () => {
  it('is available with a page and without a call', () => assert.equal(status({}), 'available'));
  it('is busy on a call, also with no page or when away', () => {
    assert.equal(status({ isBusy: true }), 'busy');
    assert.equal(status({ isBusy: true, seenAt: undefined, awaySince: ago(9_000) }), 'busy');
  });
  it('is away when the switch says so, also right after a call', () =>
    assert.equal(status({ awaySince: ago(9_000), idleSince: ago(1_000) }), 'away'));
  it('finishes a call for a while after its end', () => {
    assert.equal(status({ idleSince: ago(AFTER_CALL_SECONDS * 1_000 - 1) }), 'after_call');
    assert.equal(status({ idleSince: ago(AFTER_CALL_SECONDS * 1_000) }), 'available');
  });
  describe('after a call', () => {
    const until = (signs: Partial<RepSigns>, orgSeconds?: number) =>
      finishesUntil(
        { isBusy: false, idleSince: ago(10_000), ...signs },
        { now: new Date(NOW).toISOString(), orgSeconds },
      );
    it('finishes it for as long as the org says, and not at all where that is 0', () => {
      assert.equal(until({}, 90), ago(-80_000));
      assert.equal(until({}, 10), undefined);
      assert.equal(until({}, 0), undefined);
    });
    it('finishes a call of a group for as long as the group says', () => {
      assert.equal(until({ afterCallSeconds: 90 }, 0), ago(-80_000));
      assert.equal(until({ afterCallSeconds: 0 }, 90), undefined);
    });
    it('is ready once they have said so, and only of calls before', () => {
      assert.equal(until({ readyAt: ago(5_000) }), undefined);
      assert.equal(until({ readyAt: ago(10_000) }), undefined);
      assert.equal(until({ readyAt: ago(15_000) }), ago(-20_000));
    });
    it('finishes nothing on the next call', () => assert.equal(until({ isBusy: true }), undefined));
    it('says until when', () =>
      assert.deepEqual(
        presenceOf(
          { isBusy: false, seenAt: ago(1_000), idleSince: ago(10_000) },
          { now: new Date(NOW).toISOString(), orgSeconds: 60 },
        ),
        { status: 'after_call', since: ago(10_000), until: ago(-50_000) },
      ));
  });
  it('has a disconnected phone while the softphone says so, and is neither on a call, away nor offline', () => {
    const phones = [{ isConnected: false, since: ago(20_000), at: ago(1_000) }];
    assert.equal(status({ phones }), 'no_phone');
    assert.equal(status({ phones, idleSince: ago(1_000) }), 'no_phone');
    assert.equal(status({ phones, isBusy: true }), 'busy');
    assert.equal(status({ phones, awaySince: ago(9_000) }), 'away');
    assert.equal(status({ phones, seenAt: undefined }), 'offline');
  });
  it('has a phone if one of their pages has, and none since the last of them lost it', () => {
    const said = (isConnected: boolean, sinceMs: number, atMs = 1_000) => ({
      isConnected,
      since: ago(sinceMs),
      at: ago(atMs),
    });
    const lost = (...phones: PhoneReport[]) => phonesLostSince(phones, ago(0));
    assert.equal(lost(said(false, 20_000), said(true, 90_000)), undefined);
    assert.equal(lost(said(true, 90_000), said(false, 20_000)), undefined);
    assert.equal(lost(said(false, 20_000), said(false, 90_000)), ago(20_000));
  });
  it('is not judged by a page that has said nothing for long', () => {
    const old = { isConnected: true, since: ago(900_000), at: ago(PHONE_REPORT_MS) };
    const newer = { isConnected: false, since: ago(20_000), at: ago(PHONE_REPORT_MS - 1) };
    assert.equal(phonesLostSince([old, newer], ago(0)), ago(20_000));
    assert.equal(phonesLostSince([{ ...old, isConnected: false }], ago(0)), undefined);
    assert.equal(phonesLostSince(undefined, ago(0)), undefined);
    const once = { ...old, isConnected: false, isSaidOnce: true } as const;
    assert.equal(phonesLostSince([once], ago(0)), ago(900_000), 'it does not say so again');
  });
  it('is offline without a page, and a while after the last one', () => {
    assert.equal(status({ seenAt: undefined }), 'offline');
    assert.equal(status({ seenAt: ago(PAGE_GONE_MS) }), 'available');
    assert.equal(status({ seenAt: ago(PAGE_GONE_MS + 1), awaySince: ago(9_000) }), 'offline');
  });
});
