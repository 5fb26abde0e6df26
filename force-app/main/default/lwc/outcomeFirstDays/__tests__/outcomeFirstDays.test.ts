import type { OutcomesQuestion } from 'c/outcomeApi';
import OutcomeFirstDays from 'c/outcomeFirstDays';
import { find, findAll, show, textOf } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({
    __esModule: true,
    default: () => Promise.resolve(jest.requireActual('test/apex').aSession()),
  }),
  { virtual: true },
);

const QUESTION: OutcomesQuestion = { from: '2026-11-01', to: '2026-11-28', mode: 'barge' };
const shown = async (server: FakeServer) => {
  const element = await show('c-outcome-first-days', OutcomeFirstDays, { question: QUESTION });
  await settled();
  return { element, server };
};

describe('day 1 against day 90', () => {
  it('is of each new rep with n and interval, and is said to be no effect', async () => {
    const between = (low: number, high: number) => ({ low, high });
    const server = new FakeServer().on('GET /api/outcomes/first-days', {
      reps: [
        {
          userId: 'r',
          name: 'Ravi Patel',
          since: '2026-06-01',
          barges: {
            first: { n: 200, value: 0.05, interval: between(0.03, 0.08) },
            later: { n: 240, value: 0.01, interval: between(0, 0.02) },
            changed: true,
          },
          scores: { first: { n: 0 }, later: { n: 0 }, changed: false },
        },
      ],
      total: 1,
      waiting: [],
    });
    const { element } = await shown(server);
    expect(textOf(findAll(element, 'tbody tr')[0]!)).toContain('200');
    expect(textOf(element)).toContain('no effect of supervision');
    await expect(element).toBeAccessible();
  });

  it('says why it cannot be shown', async () => {
    const { element } = await shown(new FakeServer().on('GET /api/outcomes/first-days', {}, 500));
    expect(find(element, 'c-ui-problem-message')).toBeTruthy();
  });
});
