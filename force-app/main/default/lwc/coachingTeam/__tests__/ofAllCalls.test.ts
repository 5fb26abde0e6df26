import CoachingTeam from 'c/coachingTeam';
import { show, textOf } from 'test/dom';
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
  () => ({ __esModule: true, default: true }),
  { virtual: true },
);

const shown = async (signals: object[]): Promise<HTMLElement> => {
  new FakeServer()
    .on('GET /api/training-signals', { signals, mayReadFirstDays: true })
    .on('GET /api/coaching/first-days', { reps: [], total: 0, waiting: [] });
  const element = await show('c-coaching-team', CoachingTeam, {});
  await settled();
  return element;
};

describe('the team coaching of a person who listens to all calls', () => {
  it('is there only while a reason comes back or a rep is new', async () => {
    expect(textOf(await shown([]))).toBe('');
    const signal = {
      signalId: 's1',
      reason: 'Rep is stuck',
      raisedAt: '2026-11-27T10:00:00Z',
      manager: 'Maya Okafor',
      reps: ['Lena Brandt', 'Ravi Patel'],
      calls: [],
      total: 7,
    };
    const element = await shown([signal]);
    expect(textOf(element)).toContain('Rep is stuck');
    await expect(element).toBeAccessible();
  });
});
