import assert from 'node:assert/strict';
import { createRecordChanges } from '../../../../server/commands/policy/recordChanges.ts';
import type { AuditEntry } from '../../../../server/domain/audit/entries.ts';
import type { NamedRecord } from '../../../../server/domain/audit/namedChanges.ts';
import { CrmUnavailable } from '../../../../server/ports/index.ts';
import { at } from '../../../support/builders.ts';

const CARD = { name: 'Pricing', text: 'Say the price', phrases: ['how much'] };
const OTHER = { name: 'Legal', text: 'Ask legal', phrases: ['contract'] };

function world() {
  let now = 0;
  let kept: { records: readonly NamedRecord[]; since: string } | undefined;
  const audited: AuditEntry[] = [];
  const asked: (readonly [readonly string[], string])[] = [];
  const state = { isAway: false, isTaken: false };
  const note = () =>
    createRecordChanges({
      auditedRecords: {
        latest: async () => kept,
        async replace(_orgId, _kind, { records, at: since, since: was, audit }) {
          if (state.isTaken || was !== kept?.since) return false;
          kept = { records: JSON.parse(JSON.stringify(records)) as NamedRecord[], since };
          audited.push(...audit);
          return true;
        },
      },
      trail: {
        async whoChanged(_orgId, _kind, { names, since }) {
          if (state.isAway) throw new CrmUnavailable('away');
          asked.push([names, since]);
          return ['005admin'];
        },
      },
      clock: { now: () => at((now += 1)) },
      ids: { next: () => 'id' },
      log: { warn: () => undefined } as never,
    });
  return { note, audited, asked, state, soon: () => at(now + 1) };
}

describe('cards, checklists and scorecards of an org', () => {
  it('are in the audit when they change, with what and who', async () => {
    const { note, audited, asked, soon } = world();
    const changed = note();
    const read = (...records: NamedRecord[]) => changed('o', 'cues', { records, askedAt: soon() });
    assert.equal(await read(CARD), false, 'the first reading is no change');
    assert.equal(await read(CARD), false);
    assert.equal(await read({ ...CARD, text: 'Say it' }, OTHER), true);
    assert.equal(await read({ ...CARD, text: 'Say it' }, OTHER), false);
    assert.equal(await read(OTHER), true);
    assert.deepEqual(
      audited.map(({ action, details }) => [action, details]),
      [
        [
          'CuesChanged',
          {
            added: ['Legal'],
            removed: [],
            changed: [{ name: 'Pricing', fields: ['text'] }],
            changedBy: ['005admin'],
          },
        ],
        ['CuesChanged', { added: [], removed: ['Pricing'], changed: [], changedBy: ['005admin'] }],
      ],
    );
    assert.deepEqual(asked[0]![0], ['Legal', 'Pricing']);
  });

  it('are compared with what was kept before a restart, once of several instances', async () => {
    const { note, audited, state, soon } = world();
    await note()('o', 'scorecard', { records: [CARD], askedAt: soon() });
    const second = note();
    state.isTaken = true;
    assert.equal(await second('o', 'scorecard', { records: [OTHER], askedAt: soon() }), false);
    state.isTaken = false;
    assert.equal(await second('o', 'scorecard', { records: [OTHER], askedAt: soon() }), true);
    assert.deepEqual(
      audited.map(({ action }) => action),
      ['ScorecardChanged'],
    );
  });

  it('are not taken back by a reading that began before the newest', async () => {
    const { note, audited, soon } = world();
    const old = soon();
    const [one, two] = [note(), note()];
    await one('o', 'cues', { records: [CARD], askedAt: old });
    await one('o', 'cues', { records: [OTHER], askedAt: soon() });
    assert.equal(await two('o', 'cues', { records: [CARD], askedAt: old }), false);
    assert.equal(audited.length, 1);
  });

  it('name nobody where the org does not answer', async () => {
    const { note, audited, state, soon } = world();
    const changed = note();
    await changed('o', 'cues', { records: [CARD], askedAt: soon() });
    state.isAway = true;
    await changed('o', 'cues', { records: [], askedAt: soon() });
    assert.deepEqual(audited[0]?.details.changedBy, []);
  });
});
