import OutcomeTrust from 'c/outcomeTrust';
import { find, findAll, show, textOf } from 'test/dom';
import { FakeServer, settled } from 'test/server';
import { share } from 'test/worth';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);

const QUESTION = { from: '2026-11-01', to: '2026-11-28', mode: 'barge' as const };
let server: FakeServer;
beforeEach(() => {
  server = new FakeServer();
});
async function shown(answer: object): Promise<HTMLElement> {
  server.on('GET /api/outcomes/trust', answer);
  const element = await show('c-outcome-trust', OutcomeTrust, { question: QUESTION });
  await settled();
  return element;
}

describe('what was refused', () => {
  it('is by reason, in words', async () => {
    const element = await shown({
      refused: 9,
      refusals: [
        { code: 'rep_not_present', message: 'Rep not on the call', refusals: 7 },
        { code: 'of_an_older_version', refusals: 2 },
      ],
    });
    expect(textOf(find(element, '[data-id=refused]')!)).toBe('Refusals: 9');
    expect(findAll(element, 'tbody tr').map((row) => textOf(row))).toEqual([
      'Rep not on the call 7',
      'of_an_older_version 2',
    ]);
    await expect(element).toBeAccessible();
  });

  it('has faults of audit and audio for who reads everybody’s numbers', async () => {
    const element = await shown({
      refused: 0,
      refusals: [],
      org: { auditFaults: 0, differences: 2, audioPassed: share(99, 100) },
    });
    expect(findAll(element, 'tbody tr').map((row) => textOf(row))).toEqual([
      'Faults in the audit chain 0',
      "Differences from the phone network's reports and from Salesforce 2",
      'Audio checks passed (n = 100) 99.0% 10.0% – 90.0%',
    ]);
    await expect(element).toBeAccessible();
  });

  it('says why it cannot be read', async () => {
    server.refuses('GET /api/outcomes/trust', 409, { code: 'x', message: 'Not yours.' });
    const element = await show('c-outcome-trust', OutcomeTrust, { question: QUESTION });
    await settled();
    expect(textOf(element)).toContain('Not yours.');
  });
});
