import OutcomeAlerts from 'c/outcomeAlerts';
import { find, findAll, show, textOf } from 'test/dom';
import { FakeServer, settled } from 'test/server';
import { share } from 'test/worth';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);

const QUESTION = { from: '2026-11-01', to: '2026-11-28', mode: 'barge' as const };
const use = (shown: number, events: number, n: number) => ({
  shown,
  heldOut: 5,
  limited: 1,
  precision: share(events, n),
});
const ALERTS = {
  from: '2026-11-01',
  since: '2026-11-01',
  all: use(54, 6, 8),
  managerHours: 108,
  perManagerHour: 0.5,
  families: [{ family: 'abuse', ...use(54, 6, 8) }],
  rules: [
    { ruleName: 'Abuse', label: 'Abuse of the rep', family: 'abuse', ...use(50, 6, 8) },
    { ruleName: 'New', label: 'A new rule', family: 'abuse', ...use(0, 0, 0) },
  ],
};
let server: FakeServer;
beforeEach(() => {
  server = new FakeServer();
});
async function shown(answer: object): Promise<HTMLElement> {
  server.on('GET /api/outcomes/alerts', answer);
  const element = await show('c-outcome-alerts', OutcomeAlerts, { question: QUESTION });
  await settled();
  return element;
}

describe('how alerts were used', () => {
  it('is by family and by rule: shown, held out, limited, useful, and how precise', async () => {
    const element = await shown(ALERTS);
    expect(textOf(find(element, '[data-id=hours]')!)).toBe(
      "0.5 alerts per manager-hour: 54 shown in 108 hours in which a manager's reps were on calls that could raise them.",
    );
    expect(
      findAll(find(element, '[data-of=families]')!, 'tbody tr').map((row) => textOf(row)),
    ).toEqual([
      'All 54 5 1 6 8 75.0% 10.0% – 90.0% 11.1%',
      'Abuse 54 5 1 6 8 75.0% 10.0% – 90.0% 11.1%',
    ]);
    expect(
      findAll(find(element, '[data-of=rules]')!, 'tbody tr').map((row) => textOf(row)),
    ).toEqual([
      'Abuse of the rep 50 5 1 6 8 75.0% 10.0% – 90.0% 12.0%',
      'A new rule 0 5 1 0 0 Not measured Not known yet Not measured',
    ]);
    expect(findAll(element, '[data-id=since]')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('says from when on alerts are kept, and that hours are not measured', async () => {
    const { perManagerHour: _none, ...rest } = ALERTS;
    const element = await shown({ ...rest, since: '2026-11-09', managerHours: 0 });
    expect(textOf(find(element, '[data-id=since]')!)).toContain('Nov 9');
    expect(textOf(find(element, '[data-id=hours]')!)).toContain('not measured');
  });

  it('says that there were none, and why it cannot be read', async () => {
    const none = await shown({ ...ALERTS, rules: [] });
    expect(textOf(find(none, '[data-id=none]')!)).toBe('No alerts in this period.');
    server.refuses('GET /api/outcomes/alerts', 409, { code: 'x', message: 'Not yours.' });
    const refused = await show('c-outcome-alerts', OutcomeAlerts, { question: QUESTION });
    await settled();
    expect(textOf(refused)).toContain('Not yours.');
  });
});
