import HomeFinishedCall from 'c/homeFinishedCall';
import { click, find, show, textOf } from 'test/dom';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);

const CALL = {
  callId: 'c1',
  startedAt: '2026-11-20T10:00:00Z',
  endedAt: '2026-11-20T10:00:30Z',
  rep: { userId: '005R', name: 'Ravi Patel' },
  customer: { name: 'Priya Raman' },
  interventions: [],
  recordings: [],
};

describe('a finished call', () => {
  it('says that it was not answered, and that it was unsupervised', async () => {
    const element = await show('c-home-finished-call', HomeFinishedCall, { call: CALL });
    const text = textOf(element);
    expect(text).toContain('Ravi Patel with Priya Raman');
    expect(text).toContain('not answered');
    expect(text).toContain('Unsupervised');
    await expect(element).toBeAccessible();
  });

  it('says what the customer heard while the rep’s connection was lost, and when', async () => {
    const at = ['2026-11-20T10:00:06Z', '2026-11-20T10:00:16Z'];
    const customerHeard = { words: 'One moment, please.', at };
    const element = await show('c-home-finished-call', HomeFinishedCall, {
      call: { ...CALL, customerHeard },
    });
    expect(find(element, '[data-id=customer-heard]').textContent).toMatch(
      /the customer heard “One moment, please\.” at \d+:00:06 ..?, \d+:00:16/,
    );
    await expect(element).toBeAccessible();
  });

  it('says of many times the first and the last', async () => {
    const at = ['06', '16', '26', '36'].map((second) => `2026-11-20T10:00:${second}Z`);
    const element = await show('c-home-finished-call', HomeFinishedCall, {
      call: { ...CALL, customerHeard: { words: 'One moment, please.', at } },
    });
    expect(textOf(find(element, '[data-id=customer-heard]'))).toMatch(
      /heard “One moment, please\.” 4 times from \d+:00:06 .M to \d+:00:36 .M\./,
    );
  });

  it('has its transcript where it was transcribed, and none where it was not', async () => {
    const idOf = (element: HTMLElement) =>
      element.shadowRoot!.querySelector<HTMLElement & { callId: string }>('c-call-transcript')
        ?.callId;
    const shown = (isTranscribed: boolean) =>
      show('c-home-finished-call', HomeFinishedCall, { call: { ...CALL, isTranscribed } });
    const transcribed = await shown(true);
    expect(idOf(transcribed)).toBe('c1');
    await expect(transcribed).toBeAccessible();
    expect(idOf(await shown(false))).toBeUndefined();
  });

  it('gives an unchanged note again when it is saved', async () => {
    const element = await show('c-home-finished-call', HomeFinishedCall, {
      call: CALL,
      note: 'Closed early.',
    });
    const heard: { text: string }[] = [];
    element.addEventListener('savenote', (event) =>
      heard.push((event as CustomEvent<{ text: string }>).detail),
    );
    await click(element, '[data-action=note]');
    expect(find(element, 'textarea').textContent).toBe('Closed early.');
    await click(element, '[data-action=save-note]');
    expect(heard.map(({ text }) => text)).toEqual(['Closed early.']);
  });
});
