import AdminCheckpoints from 'c/adminCheckpoints';
import { click, findAll, show, textOf } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);

const checkpoint = (number: number, position: number, more: object = {}) => ({
  number,
  statement: JSON.stringify({ number, position }),
  keyId: '0123456789abcdef',
  takenAt: '2026-11-20T02:00:00Z',
  inSalesforce: 'written',
  ...more,
});
let server: FakeServer;
beforeEach(() => {
  server = new FakeServer().on('GET /api/audit/checkpoints', {
    checkpoints: [
      checkpoint(1, 40, { verification: 'good' }),
      checkpoint(2, 55, { verification: 'entry_differs', inSalesforce: 'failed' }),
      checkpoint(3, 60, { inSalesforce: 'waiting' }),
    ],
    uncovered: { entries: 12, since: '2026-11-20T03:00:00Z' },
  });
});
const shown = async () => {
  const element = await show('c-admin-checkpoints', AdminCheckpoints, {});
  await settled();
  return element;
};

describe('the checkpoints', () => {
  it('say what each covers, whether its signature holds, and whether Salesforce has it (G47)', async () => {
    const element = await shown();
    const rows = findAll(element, 'tbody tr').map((row) =>
      [...row.querySelectorAll('td')].slice(1).map((cell) => cell.textContent),
    );
    expect(rows).toEqual([
      ['56 to 60', 'Signed with 0123456789abcdef', 'Pending'],
      [
        '41 to 55',
        'Signed a different entry than the one in the audit',
        'Not stored. See the server log.',
      ],
      ['1 to 40', 'Valid', 'Stored'],
    ]);
    expect(textOf(element)).toMatch(/Entries not signed yet since .*: 12\./);
    await expect(element).toBeAccessible();
  });

  it('are taken on demand', async () => {
    const element = await shown();
    server.on('POST /api/audit/checkpoints', { checkpoint: checkpoint(4, 72) }, 201);
    await click(element, '[data-action=take-checkpoint]');
    await settled();
    expect(textOf(element)).toContain('Checkpoint 4 created.');
  });

  it('are not taken of a chain that is broken, which is named', async () => {
    server.refuses('POST /api/audit/checkpoints', 409, {
      code: 'audit_broken',
      message: 'Entry 7 was changed: what it says does not match its hash.',
    });
    const element = await shown();
    await click(element, '[data-action=take-checkpoint]');
    await settled();
    expect(textOf(element)).toContain('Entry 7 was changed');
    await expect(element).toBeAccessible();
  });

  it('are none yet', async () => {
    server.on('GET /api/audit/checkpoints', { checkpoints: [] });
    expect(textOf(await shown())).toContain('No checkpoints yet');
  });
});
