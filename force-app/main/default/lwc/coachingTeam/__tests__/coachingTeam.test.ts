import CoachingSignal from 'c/coachingSignal';
import CoachingTeam from 'c/coachingTeam';
import { check, click, find, findAll, show, textOf, type } from 'test/dom';
import { navigations } from 'test/navigation';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);
jest.mock(
  '@salesforce/customPermission/Dealside_Monitor',
  () => ({ __esModule: true, default: true }),
  { virtual: true },
);
jest.mock(
  '@salesforce/customPermission/Dealside_All_Calls',
  () => ({ __esModule: true, default: undefined }),
  { virtual: true },
);

const SIGNAL = {
  signalId: 's1',
  reason: 'Rep is stuck',
  raisedAt: '2026-11-27T10:00:00Z',
  manager: 'Maya Okafor',
  reps: ['Lena Brandt', 'Ravi Patel'],
  calls: [
    {
      callId: 'c1',
      repName: 'Ravi Patel',
      customerName: 'Priya Raman',
      opportunityId: '006000000000001AAA',
      startedAt: '2026-11-26T10:00:00Z',
    },
    {
      callId: 'c2',
      repName: 'Lena Brandt',
      customerName: 'Jo Park',
      startedAt: '2026-11-25T10:00:00Z',
    },
  ],
  total: 7,
};
const rate = (value: number, n: number) => ({ n, value, interval: { low: 0.01, high: 0.2 } });
const DAYS = {
  reps: [
    {
      userId: 'ravi',
      name: 'Ravi Patel',
      since: '2026-06-01',
      barges: { first: rate(0.15, 200), later: rate(0.02, 300), changed: true },
      scores: { first: { n: 0 }, later: { n: 1, value: 0.9 }, changed: false },
    },
  ],
  total: 1,
  waiting: [{ userId: 'jonas', name: 'Jonas Weber', completeOn: '2027-01-10' }],
};
const NO_DAYS = { reps: [], total: 0, waiting: [] };
let server: FakeServer;
beforeEach(() => {
  server = new FakeServer();
});
async function shown(signals: readonly object[], days: object = NO_DAYS): Promise<HTMLElement> {
  server.on('GET /api/training-signals', { signals, mayReadFirstDays: true });
  server.on('GET /api/coaching/first-days', days);
  const element = await show('c-coaching-team', CoachingTeam, {});
  await settled();
  return element;
}

describe('team coaching', () => {
  it('says that no reason comes back, and that nobody has 90 days behind them', async () => {
    const element = await shown([]);
    expect(textOf(element)).toContain('No training signals');
    expect(textOf(element)).toContain('No rep has 90 days behind them yet.');
    await expect(element).toBeAccessible();
  });

  it('has a reason with its reps and the calls behind it, which lead to the deal (V19)', async () => {
    const navigated = navigations(CoachingSignal);
    const element = await shown([SIGNAL]);
    const text = textOf(element);
    expect(text).toContain('Rep is stuck');
    expect(text).toContain('On 7 calls of 2 reps of Maya Okafor.');
    expect(text).toContain('The latest 2 of 7 calls behind it');
    await expect(element).toBeAccessible();
    await click(element, '[data-deal="006000000000001AAA"]');
    expect(navigated).toHaveBeenCalledTimes(1);
    expect(findAll(element, '[data-deal]')).toHaveLength(1);
  });

  it('has a training planned or dismissed only with a reason (V19)', async () => {
    const decision = {
      status: 'dismissed' as const,
      note: 'One campaign',
      by: 'Maya Okafor',
      at: '2026-11-28T10:00:00Z',
    };
    server.on('POST /api/training-signals/s1/decision', { ...SIGNAL, decision });
    const element = await shown([SIGNAL]);
    await click(element, '[data-action=decide-signal]');
    await click(element, '[data-action=save-decision]');
    expect(textOf(element)).toContain('Say which training, or why none.');
    await check(element, 'input[value=dismissed]');
    await type(element, '[data-field=note]', ' One campaign ');
    await expect(element).toBeAccessible();
    await click(element, '[data-action=save-decision]');
    await settled();
    expect(server.posted('/api/training-signals/s1/decision')).toEqual([
      { status: 'dismissed', note: 'One campaign' },
    ]);
    expect(textOf(element)).toContain('Dismissed by Maya Okafor on Nov 28, 2026');
    expect(findAll(element, '[data-action=decide-signal]')).toHaveLength(0);
  });

  it('has day 1 beside day 90 of each rep, with n and interval (G34)', async () => {
    const element = await shown([], DAYS);
    const text = textOf(element);
    expect(text).toContain('15.0% (1.0% to 20.0%; n = 200)');
    expect(text).toContain('Not kept so long');
    expect(text).toContain('90.0% (n = 1)');
    expect(text).toContain('Jonas Weber: here from');
    expect(find(element, '[data-row="ravi barges"]')).toBeTruthy();
    await expect(element).toBeAccessible();
  });

  it('neither has nor asks for new reps for who reads no outcomes', async () => {
    server.on('GET /api/training-signals', { signals: [], mayReadFirstDays: false });
    const element = await show('c-coaching-team', CoachingTeam, {});
    await settled();
    expect(textOf(element)).not.toContain('New reps');
    expect(server.asked.map(({ path }) => path)).toEqual(['/api/training-signals']);
    await expect(element).toBeAccessible();
  });

  it('says why it cannot be read, and asks again', async () => {
    server.refuses('GET /api/training-signals', 409, { code: 'crm_unavailable', message: 'Away.' });
    server.on('GET /api/coaching/first-days', NO_DAYS);
    const element = await show('c-coaching-team', CoachingTeam, {});
    await settled();
    expect(textOf(element)).toContain('Away.');
  });
});
