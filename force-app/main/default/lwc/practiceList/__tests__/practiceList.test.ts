import PracticeList from 'c/practiceList';
import { click, findAll, show, textOf } from 'test/dom';
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

const call = (more: object) => ({
  callId: 'c1',
  title: 'An angry customer',
  startedAt: '2026-11-20T17:00:00.000Z',
  rep: { name: 'Ravi Patel' },
  isYours: false,
  supervisors: ['Maya Okafor'],
  checklist: [{ code: 'let_finish', text: 'I let the customer finish', isTicked: true }],
  ...more,
});

describe('the list of practice calls', () => {
  it('shows a manager who practiced, who joined, and what the rep ticked', async () => {
    new FakeServer().on('GET /api/practice', {
      calls: [call({ reviewedAt: '2026-11-20T17:10:00.000Z' })],
      total: 1,
    });
    const list = await show('c-practice-list', PracticeList, {});
    await settled();
    const text = textOf(list);
    expect(text).toMatch(/Ravi Patel · Nov 20, .* · joined by Maya Okafor/);
    expect(text).toContain('I let the customer finish');
    await expect(list).toBeAccessible();
  });

  it('has a manager score it by the scorecard, and shows the rep what they gave', async () => {
    const server = new FakeServer().on('GET /api/practice', {
      calls: [
        call({}),
        call({
          callId: 'c2',
          isYours: true,
          scores: [{ name: 'Maya Okafor', percent: 75, failed: [] }],
        }),
      ],
      total: 2,
    });
    server.on('GET /api/calls/c1/calibration', { items: [], isGiven: false, scores: [] });
    const list = await show('c-practice-list', PracticeList, {});
    await settled();
    expect(textOf(list)).toContain('Maya Okafor: 75.0%');
    expect(findAll(list, '[data-action=toggle-calibration]')).toHaveLength(1);
    await click(list, '[data-action=toggle-calibration]');
    await settled();
    expect(findAll(list, '[data-action=save-calibration]')).toHaveLength(1);
    await expect(list).toBeAccessible();
  });

  it('says that a call has no review yet, and of how many calls it shows the newest', async () => {
    new FakeServer().on('GET /api/practice', { calls: [call({})], total: 3 });
    const list = await show('c-practice-list', PracticeList, {});
    await settled();
    expect(textOf(list)).toContain("The rep hasn't said yet how it went.");
    expect(textOf(list)).toContain('The newest 1 of 3 practice calls');
  });

  it('says where practice begins as long as there is none', async () => {
    new FakeServer().on('GET /api/practice', { calls: [], total: 0 });
    const list = await show('c-practice-list', PracticeList, {});
    await settled();
    expect(textOf(list)).toContain('Reps start one with Practice in the softphone.');
  });

  it('keeps the list when it cannot be asked for again, and says why it is not newer', async () => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask'] });
    const server = new FakeServer().on('GET /api/practice', { calls: [call({})], total: 1 });
    const list = await show('c-practice-list', PracticeList, {});
    await settled();
    server.refuses('GET /api/practice', 503, { code: 'server', message: 'Not now.' });
    jest.advanceTimersByTime(31_000);
    await settled();
    expect(textOf(list)).toContain('Not now.');
    expect(textOf(list)).toContain('An angry customer');
    list.remove();
    jest.useRealTimers();
  });
});
