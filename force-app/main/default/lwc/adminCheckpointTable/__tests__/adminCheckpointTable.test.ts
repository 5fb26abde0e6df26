import AdminCheckpointTable from 'c/adminCheckpointTable';
import { findAll, show } from 'test/dom';

const checkpoint = (number: number, position: number, more: object = {}) => ({
  number,
  statement: JSON.stringify({ position }),
  keyId: 'key-1',
  takenAt: '2026-11-20T10:00:00Z',
  inSalesforce: 'written',
  verification: 'good',
  ...more,
});

describe('the table of checkpoints', () => {
  it('shows the newest first, each from where the one before it ends', async () => {
    const element = await show('c-admin-checkpoint-table', AdminCheckpointTable, {
      checkpoints: [checkpoint(1, 10), checkpoint(2, 25)],
    });
    const rows = findAll(element, 'tbody tr').map((row) => [
      row.querySelector('th')!.textContent,
      row.querySelectorAll('td')[1]!.textContent,
    ]);
    expect(rows.map(([number]) => number)).toEqual(['2', '1']);
    expect(rows[0]![1]).toMatch(/11.*25/);
    expect(rows[1]![1]).toMatch(/1.*10/);
    await expect(element).toBeAccessible();
  });

  it('marks a wrong signature and what Salesforce did not take', async () => {
    const checkpoints = [
      checkpoint(1, 10, { verification: 'signature_wrong', inSalesforce: 'failed' }),
      checkpoint(2, 25, { verification: undefined, inSalesforce: 'waiting' }),
    ];
    const element = await show('c-admin-checkpoint-table', AdminCheckpointTable, { checkpoints });
    expect(findAll(element, 'td.error')).toHaveLength(2);
    expect(findAll(element, 'tbody tr')[0]!.querySelectorAll('td')[2]!.textContent).toContain(
      'key-1',
    );
    await expect(element).toBeAccessible();
  });
});
