import assert from 'node:assert/strict';
import { createScorecardNotes } from '../../../../server/commands/policy/noteScorecard.ts';
import type { AuditEntry } from '../../../../server/domain/audit/entries.ts';
import { SHIPPED_SCORECARD } from '../../../../server/domain/supervision/scorecard.ts';
import { at } from '../../../support/builders.ts';

const FAULT = {
  item: 'Pace',
  field: 'weight',
  recordField: 'Weight__c',
  code: 'negative_weight',
} as const;
const OTHER = { ...FAULT, item: 'Tone' };

function world() {
  const audited: AuditEntry[] = [];
  const kept: (readonly unknown[])[] = [];
  const state = { isAuditAway: false, now: 0 };
  const instance = () => {
    const note = createScorecardNotes({
      noteRecordChanges: async (_orgId, _kind, { records }) => kept.push(records) > 0,
      auditTrail: {
        search: async () =>
          audited
            .slice(-1)
            // As JSON of the database, whose keys have an order of their own.
            .map((entry) => ({
              ...entry,
              details: {
                faults: (entry.details.faults as (typeof FAULT)[]).map(({ code, field, item }) => ({
                  code,
                  field,
                  item,
                })),
              },
            })) as never,
      },
      store: {
        async recordAudit(entries) {
          if (state.isAuditAway) throw new Error('the database is away');
          audited.push(...entries);
        },
      },
      clock: { now: () => at(state.now) },
      ids: { next: () => 'id' },
      log: { error: () => undefined },
    });
    return (...faults: (typeof FAULT | typeof OTHER)[]) =>
      note('o', { items: SHIPPED_SCORECARD, faults, askedAt: at((state.now += 1)) });
  };
  return { instance, audited, kept, state };
}

describe('a scorecard that was read', () => {
  it('is kept to be compared where it has no fault, and only then', async () => {
    const { instance, kept, audited } = world();
    const read = instance();
    await read();
    await read(FAULT);
    assert.deepEqual([kept.length, audited.length], [1, 1]);
  });
  it('has its faults in the audit once, over restarts and instances', async () => {
    const { instance, audited } = world();
    const [one, two] = [instance(), instance()];
    for (const read of [one, one, two, instance()]) await read(FAULT);
    assert.deepEqual(
      audited.map(({ action, details }) => [action, details]),
      [
        [
          'ScorecardRefused',
          { faults: [{ item: 'Pace', field: 'Weight__c', code: 'negative_weight' }] },
        ],
      ],
    );
    await one(FAULT, OTHER);
    assert.equal(audited.length, 2, 'others are others');
  });
  it('has them there again when they come back after a good card', async () => {
    const { instance, audited } = world();
    const [one, two] = [instance(), instance()];
    for (const read of [one, two]) await read(FAULT);
    for (const read of [one, two]) await read();
    for (const read of [one, two]) await read(FAULT);
    assert.equal(audited.length, 2);
  });
  it('has them there in the next round where the audit could not be written', async () => {
    const { instance, audited, state } = world();
    const read = instance();
    state.isAuditAway = true;
    await assert.rejects(read(FAULT));
    state.isAuditAway = false;
    await read(FAULT);
    assert.equal(audited.length, 1);
  });
});
