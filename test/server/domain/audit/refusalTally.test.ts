import assert from 'node:assert/strict';
import type { AuditEntry } from '../../../../server/domain/audit/entries.ts';
import {
  countRefusal,
  drainTallies,
  type RefusalTally,
} from '../../../../server/domain/audit/refusalTally.ts';
import { auditEntry } from '../../../support/auditStage.ts';

describe('the audit of refusals', () => {
  let tally: RefusalTally;
  beforeEach(() => (tally = new Map()));

  const refused = (facts: Partial<AuditEntry> = {}): AuditEntry =>
    auditEntry({
      action: 'SignIn',
      result: 'refused',
      code: 'token_expired',
      details: {},
      ...facts,
    });
  const stranger = (claimedUserId = 'maya'): Partial<AuditEntry> => ({
    actor: { kind: 'unknown', claimedUserId },
  });
  /** How many of them are written in full. */
  const inFull = (entries: readonly AuditEntry[]): number =>
    entries.filter((entry) => countRefusal(tally, entry)).length;

  it('has the first of a thousand, and one tally of the others', () => {
    const flood = Array.from({ length: 1_000 }, () => refused(stranger()));
    assert.equal(inFull(flood), 1);
    const [tallied, ...more] = drainTallies(tally);
    assert.deepEqual(more, []);
    assert.deepEqual(tallied?.details, { times: 999, since: flood[1]!.at, until: flood[999]!.at });
    assert.deepEqual([tallied?.action, tallied?.code], ['SignIn', 'token_expired']);
  });

  it('has one tally a minute of what goes on, and begins anew after a minute of silence', () => {
    assert.equal(inFull([refused(), refused(), refused()]), 1);
    assert.equal(drainTallies(tally).length, 1);
    assert.equal(inFull([refused(), refused()]), 0);
    assert.equal(drainTallies(tally)[0]?.details.times, 2);
    assert.deepEqual(drainTallies(tally), []);
    assert.equal(inFull([refused()]), 1);
  });

  it('does not grow with what strangers invent', () => {
    assert.equal(inFull(Array.from({ length: 5_000 }, (_, i) => refused(stranger(`u${i}`)))), 1);
    const [tallied] = drainTallies(tally);
    assert.deepEqual([tallied?.details.times, tallied?.actor], [4_999, { kind: 'unknown' }]);
    assert.ok(tally.size <= 1);
  });

  it('names each call that a person was refused, up to thirty a minute', () => {
    const tried = Array.from({ length: 1_000 }, (_, i) =>
      refused({ action: 'StartIntervention', code: 'out_of_scope', callId: `c${i}` }),
    );
    assert.equal(inFull(tried), 30);
    const [tallied, ...more] = drainTallies(tally);
    assert.deepEqual([tallied?.details.times, tallied?.callId, more], [970, undefined, []]);
  });

  it('writes a single repetition as it was', () => {
    const again = refused({ callId: 'c1' });
    inFull([refused({ callId: 'c1' }), again]);
    assert.deepEqual(drainTallies(tally), [again]);
  });

  it('keeps people, orgs, acts and reasons apart', () => {
    const kinds = [
      refused(),
      refused({ actor: { kind: 'person', userId: 'ravi' } }),
      refused({ orgId: 'org-b' }),
      refused({ code: 'user_inactive' }),
      refused({ action: 'ReadAudit' }),
    ];
    assert.equal(inFull([...kinds, ...kinds]), kinds.length);
    assert.equal(drainTallies(tally).length, kinds.length);
  });
});
