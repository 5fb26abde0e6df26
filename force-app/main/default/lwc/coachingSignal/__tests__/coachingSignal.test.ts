import type { TrainingSignal } from 'c/coachingApi';
import CoachingSignal from 'c/coachingSignal';
import { click, eventDetails, find, findAll, show, textOf, type } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);

const SIGNAL: TrainingSignal = {
  signalId: 's1',
  reason: 'Rep is stuck',
  raisedAt: '2026-11-27T10:00:00Z',
  reps: ['Lena Brandt', 'Ravi Patel'],
  calls: [
    {
      callId: 'c1',
      repName: 'Ravi Patel',
      customerName: 'Priya Raman',
      startedAt: '2026-11-26T10:00:00Z',
    },
  ],
  total: 5,
};
const DECIDED: TrainingSignal = {
  ...SIGNAL,
  decision: {
    status: 'planned',
    note: 'Pricing on Friday',
    by: 'Maya Okafor',
    at: '2026-11-28T10:00:00Z',
  },
};

const shown = (signal: TrainingSignal): Promise<HTMLElement> =>
  show('c-coaching-signal', CoachingSignal, { signal });

describe('a reason that came back across a team', () => {
  it('names its reps and its calls, and can be decided', async () => {
    const element = await shown(SIGNAL);
    expect(textOf(element)).toContain('On 5 calls of 2 reps.');
    expect(textOf(element)).toContain('Lena Brandt, Ravi Patel');
    expect(findAll(element, 'li')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('once decided says who did, when and why, and asks nothing more', async () => {
    const element = await shown(DECIDED);
    expect(textOf(element)).toContain('Maya Okafor');
    expect(textOf(find(element, 'blockquote'))).toBe('Pricing on Friday');
    expect(findAll(element, '[data-action=decide-signal]')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('keeps what was typed when the decision could not be saved', async () => {
    const server = new FakeServer();
    server.refuses('POST /api/training-signals/s1/decision', 409, {
      code: 'crm_unavailable',
      message: 'Away.',
    });
    const element = await shown(SIGNAL);
    const decided = eventDetails(element, 'decided');
    await click(element, '[data-action=decide-signal]');
    await type(element, '[data-field=note]', 'Pricing on Friday');
    await click(element, '[data-action=save-decision]');
    await settled();
    expect(textOf(element)).toContain('Away.');
    expect(find<HTMLTextAreaElement>(element, '[data-field=note]').value).toBe('Pricing on Friday');
    expect(decided).toHaveLength(0);
  });
});
