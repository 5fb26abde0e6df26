import CoachingPlan from 'c/coachingPlan';
import { click, show, textOf } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);

// In a file of its own, because a vocabulary that was read once is kept.
describe('the form that plans a debrief', () => {
  it('says that the reasons could not be read, and reads them again while it is shown', async () => {
    const server = new FakeServer().refuses('GET /api/vocabulary', 503, {
      code: 'server',
      message: 'Not now.',
    });
    const element = await show('c-coaching-plan', CoachingPlan, {
      callId: 'c1',
      rep: 'Ravi Patel',
      mayPlan: true,
    });
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'setImmediate'] });
    try {
      await click(element, '[data-action=plan-debrief]');
      await settled();
      expect(textOf(element)).toContain('Not now.');
      server.on('GET /api/vocabulary', {
        reasons: [{ code: 'large_deal', label: 'Large deal', family: 'deal' }],
        outcomes: [],
        modes: [],
      });
      jest.advanceTimersByTime(10_000);
      await settled();
      expect(textOf(element)).not.toContain('Not now.');
      expect(textOf(element)).toContain('Large deal');
    } finally {
      jest.useRealTimers();
    }
  });
});
