import OutcomeCoaching from 'c/outcomeCoaching';
import { find, findAll, show, textOf } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);

const QUESTION = { from: '2026-11-01', to: '2026-11-28', mode: 'barge' as const };
const NEITHER = {
  onTime: { n: 0, events: 0, interval: { low: 0, high: 1 } },
  recurrence: {
    of: 10,
    all: { again: { n: 0, events: 0, interval: { low: 0, high: 1 } }, watching: 0 },
    reasons: [],
  },
  calibration: { n: 0, scores: 0, months: [] },
};
let server: FakeServer;
beforeEach(() => {
  server = new FakeServer();
});
async function shown(answer: object): Promise<HTMLElement> {
  server.on('GET /api/outcomes/coaching', { ...NEITHER, ...answer });
  const element = await show('c-outcome-coaching', OutcomeCoaching, { question: QUESTION });
  await settled();
  return element;
}

describe('the coaching of a period', () => {
  it('is the ratings of reps and supervisors, with how many they are', async () => {
    const element = await shown({
      held: 12,
      rep: { n: 4, mean: 4.25, counts: [0, 0, 1, 1, 2] },
      supervisor: { n: 4, mean: 3, counts: [0, 1, 2, 1, 0] },
    });
    expect(textOf(element)).toContain('Debriefs held: 12');
    expect(textOf(find(element, '[data-row=rep]')!)).toMatch(/^Reps 4 4[.]25 0 0 1 1 2$/);
    await expect(element).toBeAccessible();
  });

  it('has how many debriefs were done by their day, of those that were due', async () => {
    const rated = { n: 0, counts: [0, 0, 0, 0, 0] };
    const onTime = { events: 9, n: 12, interval: { low: 0.4677, high: 0.9111 } };
    const textIn = async (answer: object) =>
      textOf(
        find(
          await shown({ held: 2, rep: rated, supervisor: rated, ...answer }),
          '[data-id=on-time]',
        )!,
      );
    expect(await textIn({ onTime })).toBe(
      'Of 12 debriefs due in this period that are done or overdue, 9 were done by their day (75.0%, plausible range 46.8% – 91.1%).',
    );
    expect(await textIn({})).toMatch(/not measured/);
  });

  it('says that nothing was rated', async () => {
    const none = { n: 0, counts: [0, 0, 0, 0, 0] };
    const element = await shown({ held: 2, rep: none, supervisor: none });
    expect(textOf(element)).toContain('No ratings yet.');
    expect(findAll(element, 'table')).toHaveLength(0);
    expect(findAll(element, '[data-id=none]').map((one) => textOf(one))).toEqual([
      'Not measured',
      'Not measured',
    ]);
  });

  it('says why it cannot be read', async () => {
    server.refuses('GET /api/outcomes/coaching', 409, {
      code: 'not_permitted',
      message: 'Not yours.',
    });
    const element = await show('c-outcome-coaching', OutcomeCoaching, { question: QUESTION });
    await settled();
    expect(textOf(element)).toContain('Not yours.');
  });
});
