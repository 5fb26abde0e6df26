import CallCues from 'c/callCues';
import { click, find, findAll, show, textOf } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({
    __esModule: true,
    default: () => Promise.resolve(jest.requireActual('test/apex').aSession()),
  }),
  { virtual: true },
);

const CARD = {
  name: 'Card_Price_Objection_EN',
  title: 'Price objection',
  text: 'Ask compared to what.',
  words: ['too', 'expensive'],
  link: 'https://example.com/price',
  at: '2026-11-20T10:00:10.000Z',
  until: '2026-11-20T10:00:55.000Z',
};
const CUES = {
  callId: 'call-1',
  card: CARD,
  checklist: [
    { name: 'a', text: 'Gave name and company', at: '2026-11-20T10:00:01.000Z' },
    { name: 'b', text: 'Said that the call is recorded', mark: 'compliance' },
    { name: 'c', text: 'Agreed on a next step', mark: 'critical' },
  ],
};
let server: FakeServer;
beforeEach(() => {
  jest.useFakeTimers({ now: new Date('2026-11-20T10:00:12.000Z'), doNotFake: ['queueMicrotask'] });
  server = new FakeServer().on('GET /api/calls/call-1/words', {
    isTranscribed: true,
    lines: [],
    alerts: [],
    cues: CUES,
  });
});
const shown = async () => {
  const element = await show('c-call-cues', CallCues, { callId: 'call-1' });
  await settled();
  return element;
};

describe('what the rep is shown for what is said', () => {
  it('has its checklist folded where the controls of the call must stay in view', async () => {
    const isOpen = async (isBrief: boolean) => {
      const element = await show('c-call-cues', CallCues, { callId: 'call-1', isBrief });
      await settled();
      expect(textOf(element)).toContain('Checklist: 1 of 3');
      return find<HTMLDetailsElement>(element, 'details').open;
    };
    expect([await isOpen(false), await isOpen(true)]).toEqual([true, false]);
  });

  it('is the card with why, and the checklist with its marks', async () => {
    const element = await shown();
    const text = textOf(element);
    expect(text).toContain('Price objection');
    expect(text).toContain('Ask compared to what.');
    expect(text).toContain('“too … expensive”');
    expect(find<HTMLAnchorElement>(element, 'a')!.href).toBe(CARD.link);
    expect(text).toContain('Checklist: 1 of 3');
    expect(findAll(element, 'li').map((item) => textOf(item))).toEqual([
      'Gave name and company',
      'Said that the call is recorded Compliance',
      'Agreed on a next step Critical',
    ]);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('is without the card once it was closed, until the next one', async () => {
    const element = await shown();
    await click(element, '[data-action=close-card]');
    expect(textOf(element)).not.toContain('Price objection');
    await server.sends('cues', {
      ...CUES,
      card: { ...CARD, title: 'Other vendors', at: '2026-11-20T10:00:20.000Z' },
    });
    expect(textOf(element)).toContain('Other vendors');
  });

  it('is without the card when its time is over', async () => {
    const element = await shown();
    jest.advanceTimersByTime(44_000);
    await settled();
    expect(textOf(element)).not.toContain('Price objection');
    expect(textOf(element)).toContain('Checklist');
  });

  it('ticks itself by the live feed, for this call alone', async () => {
    const element = await shown();
    const done = CUES.checklist.map((item) => ({ ...item, at: CARD.at }));
    await server.sends('cues', { ...CUES, callId: 'call-2', checklist: done });
    expect(textOf(element)).toContain('Checklist: 1 of 3');
    await server.sends('cues', { ...CUES, checklist: done });
    expect(textOf(element)).toContain('Checklist: 3 of 3');
  });

  it('is nothing for who may not read along', async () => {
    server.refuses('GET /api/calls/call-1/words', 403, {
      code: 'words_not_yours',
      message: 'Join.',
    });
    expect(textOf(await shown())).toBe('');
  });
});
