import OutcomeReceipts from 'c/outcomeReceipts';
import { findAll, show, textOf } from 'test/dom';
import { FakeServer, settled } from 'test/server';
import { share } from 'test/worth';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({
    __esModule: true,
    default: () => Promise.resolve(jest.requireActual('test/apex').aSession()),
  }),
  { virtual: true },
);

const QUESTION = { from: '2026-11-01', to: '2026-11-28', mode: 'barge' as const };
const shown = async (server: FakeServer) => {
  const element = await show('c-outcome-receipts', OutcomeReceipts, { question: QUESTION });
  await settled();
  return { element, server };
};
const answers = (helped: number, neutral: number, hurt: number, asked: number) => {
  const n = helped + neutral + hurt;
  return {
    answered: share(n, asked),
    said: { helped: share(helped, n), neutral: share(neutral, n), hurt: share(hurt, n) },
  };
};

describe('what reps said of interventions', () => {
  it('is shown with how many were asked, n and interval, and drawn', async () => {
    const { element } = await shown(
      new FakeServer().on('GET /api/outcomes/receipts', answers(30, 8, 2, 80)),
    );
    const rows = findAll(element, 'tbody tr').map((row) => textOf(row));
    expect(rows[0]).toContain('Answered, of 80 asked 50.0%');
    expect(rows[1]).toContain('Helped, of 40 answers 75.0%');
    expect(rows[3]).toContain('Made it harder, of 40 answers 5.0%');
    expect(findAll(element, 'circle, .mark').length).toBeGreaterThan(0);
    await expect(element).toBeAccessible();
  });

  it('is not measured where nobody was asked', async () => {
    const { element } = await shown(
      new FakeServer().on('GET /api/outcomes/receipts', answers(0, 0, 0, 0)),
    );
    for (const row of findAll(element, 'tbody tr')) expect(textOf(row)).toContain('Not measured');
  });

  it('says why it cannot be read', async () => {
    const server = new FakeServer();
    server.refuses('GET /api/outcomes/receipts', 503, {
      code: 'crm_unavailable',
      message: 'Salesforce does not answer.',
    });
    const { element } = await shown(server);
    expect(textOf(element)).toContain('Salesforce does not answer.');
  });
});
