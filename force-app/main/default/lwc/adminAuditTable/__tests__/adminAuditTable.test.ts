import AdminAuditTable from 'c/adminAuditTable';
import { findAll, show } from 'test/dom';

const entry = (position: number, actor: object, more: object = {}) => ({
  position,
  at: '2026-11-20T10:00:00Z',
  actor,
  action: 'CallPlaced',
  label: 'Call placed',
  result: 'done',
  ...more,
});

describe('the table of the audit', () => {
  it('names who did what, and marks what was refused with its code', async () => {
    const element = await show('c-admin-audit-table', AdminAuditTable, {
      entries: [
        entry(
          4,
          { kind: 'person', userId: '005M', role: 'supervisor' },
          { result: 'refused', code: 'out_of_scope' },
        ),
        entry(
          5,
          { kind: 'unknown' },
          { result: 'refused', code: 'token_expired', details: { times: 999 } },
        ),
        entry(3, { kind: 'operator', account: 'ops@example.com' }),
        entry(2, { kind: 'system' }),
        entry(1, { kind: 'unknown', claimedUserId: '005T' }),
      ],
    });
    const rows = findAll(element, 'tbody tr').map((row) => [
      row.querySelector('th')!.textContent,
      ...[...row.querySelectorAll('td')].slice(1).map((cell) => cell.textContent),
    ]);
    expect(rows).toEqual([
      ['4', '005M · supervisor', 'Call placed', 'Refused: out_of_scope'],
      ['5', 'Unknown', 'Call placed', 'Refused: token_expired ×999'],
      ['3', 'ops@example.com', 'Call placed', 'Done'],
      ['2', 'Dealside', 'Call placed', 'Done'],
      ['1', 'Unknown · 005T', 'Call placed', 'Done'],
    ]);
    expect(findAll(element, 'td.error')).toHaveLength(2);
    await expect(element).toBeAccessible();
  });
});
