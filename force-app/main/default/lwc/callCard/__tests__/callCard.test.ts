import CallCard from 'c/callCard';
import { aCall, anIntervention, DANA, MAYA } from 'test/builders';
import { find, findAll, show, textOf } from 'test/dom';
import { settled } from 'test/server';

const shown = (properties: object = {}) =>
  show('c-call-card', CallCard, { call: aCall(), viewerId: MAYA, ...properties });

describe('a call card', () => {
  it('says who talks to whom, on which account', async () => {
    const card = await shown();
    expect(textOf(card)).toContain('Ravi Patel with Marcus Hale Live');
    expect(textOf(card)).toContain('Brightwater Foods');
    await expect(card).toBeAccessible();
  });

  it('counts the seconds', async () => {
    jest.useFakeTimers({ now: Date.parse('2026-11-20T10:00:59Z') });
    const card = await shown();
    expect(find(card, 'time').textContent).toBe('0:59');
    jest.advanceTimersByTime(1000);
    await settled();
    expect(find(card, 'time').textContent).toBe('1:00');
    card.remove();
    expect(jest.getTimerCount()).toBe(0);
  });

  it.each([
    ['ringing', 'Ringing'],
    ['ended', 'Ended'],
  ])('shows that it is %s', async (status, text) => {
    const card = await shown({ call: aCall({ status: status as 'ringing' }) });
    expect(find(card, '.pill').textContent).toBe(text);
    await expect(card).toBeAccessible();
  });

  it('names the other supervisors and what they do, not the one who looks', async () => {
    const other = anIntervention('whisper', {
      interventionId: 'intervention-2',
      supervisor: { userId: DANA, name: 'Dana Whitfield' },
    });
    const card = await shown({
      call: aCall({ interventions: [anIntervention('monitor'), other] }),
    });
    expect(findAll(card, 'li').map((each) => each.textContent?.trim())).toEqual([
      'Dana Whitfield, whispering to Ravi Patel',
    ]);
    await expect(card).toBeAccessible();
  });

  it('says that the recording is paused, by whom, and when it goes on', async () => {
    jest.useFakeTimers({ now: Date.parse('2026-11-20T10:00:30Z') });
    const paused = {
      status: 'paused' as const,
      until: '2026-11-20T10:02:00Z',
      by: { userId: 'r', name: 'Ravi Patel' },
    };
    const card = await shown({ call: aCall({ recording: paused }) });
    expect(find(card, '[data-recording]').textContent).toBe(
      'Recording paused by Ravi Patel, resumes in 1:30',
    );
    jest.useRealTimers();
    await expect(card).toBeAccessible();
    const running = await shown({ call: aCall({ recording: { status: 'recording' } }) });
    expect(find(running, '[data-recording]').textContent).toBe('Recording');
  });

  it.each([
    ['due', 'Opening announcement not played yet'],
    ['playing', 'Opening announcement is playing'],
    ['played', 'Opening announcement played'],
    ['failed', 'Opening announcement failed'],
  ])('says in words that the opening announcement is %s', async (disclosure, text) => {
    const card = await shown({ call: aCall({ disclosure: disclosure as 'due' }) });
    expect(find(card, '.card__disclosure').textContent).toBe(text);
    await expect(card).toBeAccessible();
  });

  it('says nothing of an announcement where there is none', async () => {
    expect(findAll(await shown(), '.card__disclosure')).toEqual([]);
  });

  it.each([
    [false, [], 'Ravi Patel was disconnected at 10:05 AM. The customer is waiting.'],
    [
      false,
      ['Lena Brandt'],
      'Ravi Patel was disconnected at 10:05 AM. The customer is waiting. Ringing: Lena Brandt.',
    ],
    [
      true,
      [],
      'Ravi Patel was disconnected at 10:05 AM. A supervisor is talking with the customer.',
    ],
  ])(
    'says since when a lost rep is waited for, and no more: %s %j',
    async (isAttended, rings, text) => {
      const rep = { userId: 'x', name: 'Ravi Patel', present: false, onHold: false };
      const card = await shown({
        call: aCall({
          rep,
          customer: { name: 'Marcus Hale', onHold: !isAttended },
          repLoss: {
            since: '2026-11-21T18:05:00.000Z',
            until: '2026-11-21T18:05:45.000Z',
            rings,
            isAttended,
          },
        }),
      });
      expect(findAll(card, 'strong').map((each) => each.textContent)).toEqual([text]);
      await expect(card).toBeAccessible();
    },
  );

  it('says who is on hold, silent or gone', async () => {
    const rep = { userId: 'x', name: 'Ravi Patel', present: false, onHold: true, silenced: true };
    const card = await shown({
      call: aCall({ rep, customer: { name: 'Marcus Hale', onHold: true } }),
    });
    expect(findAll(card, 'strong').map((each) => each.textContent)).toEqual([
      'Customer on hold',
      'Ravi Patel on hold',
      'Ravi Patel is only listening',
      'Ravi Patel left the call',
    ]);
  });
});
