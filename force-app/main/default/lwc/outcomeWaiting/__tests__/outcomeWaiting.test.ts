import type { Drill, OutcomesQuestion, Waiting } from 'c/outcomeApi';
import OutcomeWaiting from 'c/outcomeWaiting';
import { find, findAll, show, textOf } from 'test/dom';
import { FakeServer, settled } from 'test/server';
import { callers, WAITING } from 'test/waiting';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({
    __esModule: true,
    default: () => Promise.resolve(jest.requireActual('test/apex').aSession()),
  }),
  { virtual: true },
);

const QUESTION: OutcomesQuestion = { from: '2026-11-02', to: '2026-11-12', mode: 'barge' };

async function shown(answer: Partial<Waiting> = {}) {
  new FakeServer().on('GET /api/outcomes/waiting', { ...WAITING, ...answer });
  const element = await show('c-outcome-waiting', OutcomeWaiting, { question: QUESTION });
  const drills: Drill[] = [];
  element.addEventListener('drill', (event) => drills.push((event as CustomEvent<Drill>).detail));
  await settled();
  return { element, drills };
}

const rowsOf = (element: HTMLElement, table: string) =>
  findAll(find(element, `[data-of="${table}"]`), 'tbody tr');

describe('callers who waited', () => {
  it('are shown by queue and over time with n, range, wait and supervisors’ minutes (G51, V11)', async () => {
    const { element } = await shown();
    expect(textOf(element)).toContain(
      'Callers: 1,000. Not answered: 100 (10.0%, plausible 5.0% – 15.0%). Of these, missed: 60, hung up while they waited: 40.',
    );
    expect(rowsOf(element, 'queues').map((row) => textOf(row))).toEqual([
      'Renewals 890 90 10.1% (5.0% – 15.0%) 71.9% 12.5 s 90',
      'Reps without a queue 110 10 9.1% (5.0% – 15.0%) 72.7% 12.5 s 90',
    ]);
    expect(rowsOf(element, 'periods')).toHaveLength(2);
    await expect(element).toBeAccessible();
  });

  it('are an association and no effect', async () => {
    const { element } = await shown();
    expect(textOf(find(element, '[data-id="association"]'))).toContain(
      'This is an association, not an effect.',
    );
    expect(textOf(find(element, '[data-id="compared"]'))).toContain(
      '+1.2 points (−1.0 points – +3.4 points) in 28 days or weeks',
    );
  });

  it('are not compared where there are few days', async () => {
    const { element } = await shown({ comparison: { status: 'too_few', much: 3, little: 4 } });
    expect(textOf(find(element, '[data-id="compared"]'))).toContain('Too few to compare: 3 days');
    expect(findAll(element, '[data-of="waiting-difference"]')).toHaveLength(0);
  });

  it('lead to those whom nobody answered, of a queue and of those days of a week that are shown', async () => {
    const { element, drills } = await shown();
    const opens = (table: string) =>
      findAll<HTMLButtonElement>(find(element, `[data-of="${table}"]`), 'tbody button');
    expect(opens('queues')).toHaveLength(1);
    opens('queues')[0]!.click();
    opens('periods')[1]!.click();
    expect(drills.map(({ behind }) => behind)).toEqual([
      { queueId: '00Grenewals', unanswered: 'any' },
      { from: '2026-11-09', to: '2026-11-12', unanswered: 'any' },
    ]);
  });

  it('are said to be none where nobody called', async () => {
    const { element } = await shown({ totals: callers(0, 0, 0), periods: [], queues: [] });
    expect(textOf(element)).toContain('No one called in this time.');
    expect(findAll(element, 'c-outcome-waiting-chart')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });
});
