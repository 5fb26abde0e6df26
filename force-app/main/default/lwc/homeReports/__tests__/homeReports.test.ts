import all from '@salesforce/apex/DealsideReports.all';
import HomeReports from 'c/homeReports';
import { find, show, textOf } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/SessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);
jest.mock(
  '@salesforce/apex/DealsideReports.all',
  () => ({ __esModule: true, default: jest.fn() }),
  { virtual: true },
);

const reports = all as unknown as jest.Mock;
const TOTALS = {
  answered: 1200,
  monitor: 60,
  whisper: 30,
  barge: 18,
  takeover: 2,
  talkSeconds: 9000,
  helpRequested: 12,
  transferred: 4,
};
const shown = async () => {
  const element = await show('c-home-reports', HomeReports, {});
  await settled();
  return element;
};

describe('reports at home', () => {
  it('show the figures of today, and lead to outcomes and reports', async () => {
    reports.mockResolvedValue([
      { recordId: '01Z1', name: 'Stepping In', isDashboard: true },
      { recordId: '00O1', name: 'Saves by month', description: 'By month', isDashboard: false },
    ]);
    const server = new FakeServer().on('GET /api/outcomes', { totals: TOTALS });
    const element = await shown();
    const { query } = server.asked.find(({ path }) => path === '/api/outcomes')!;
    expect(query.get('from')).toBe(query.get('to'));
    expect(find(element, 'dl').textContent).toMatch(/Answered calls\s*1,200/);
    expect(textOf(element)).toContain('[Open outcomes]');
    expect(textOf(element)).toContain('[Stepping In] Dashboard');
    expect(textOf(element)).toContain('By month');
    await expect(element).toBeAccessible();
  });

  it('say that no report is shared, and show the figures', async () => {
    reports.mockResolvedValue([]);
    new FakeServer().on('GET /api/outcomes', { totals: TOTALS });
    const element = await shown();
    expect(textOf(element)).toContain('No reports of Dealside are shared with you.');
  });

  it('list the reports when the server does not answer', async () => {
    reports.mockResolvedValue([{ recordId: '00O1', name: 'Saves', isDashboard: false }]);
    new FakeServer().refuses('GET /api/outcomes', 503, {
      code: 'crm_unavailable',
      message: 'Not now.',
    });
    const element = await shown();
    expect(textOf(element)).toContain('Not now.');
    expect(textOf(element)).toContain('[Saves]');
  });

  it('have the figures of each minute, and keep the last where there are no newer', async () => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask'] });
    reports.mockResolvedValue([]);
    const server = new FakeServer().on('GET /api/outcomes', { totals: TOTALS });
    const element = await shown();
    server.on('GET /api/outcomes', { totals: { ...TOTALS, answered: 1201 } });
    jest.advanceTimersByTime(61_000);
    await settled();
    expect(textOf(element)).toContain('1,201');
    server.refuses('GET /api/outcomes', 503, { code: 'server', message: 'Not now.' });
    jest.advanceTimersByTime(61_000);
    await settled();
    expect(textOf(element)).toContain('1,201');
    expect(textOf(element)).toContain('Not now.');
    element.remove();
    jest.useRealTimers();
  });
});
