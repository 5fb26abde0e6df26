import CallWords from 'c/callWords';
import { click, find, findAll, show, textOf } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);

const LINE = {
  lineId: 'GT1:3',
  speaker: 'customer',
  text: 'Let me speak to your manager.',
  startedAt: '2026-11-20T10:00:01.000Z',
  endedAt: '2026-11-20T10:00:03.000Z',
};
const ALERT = {
  alertId: 'a1',
  callId: 'call-1',
  ruleName: 'Asks_For_Manager_en',
  label: 'Asks for a manager',
  family: 'asks_for_manager',
  severity: 'attention',
  raisedAt: LINE.endedAt,
  lineId: LINE.lineId,
  words: ['your', 'manager'],
};
const WORDS = {
  isTranscribed: true,
  lines: [LINE],
  talk: { customer: 60, rep: 40 },
  alerts: [ALERT],
};

let server: FakeServer;
beforeEach(() => {
  server = new FakeServer()
    .on('GET /api/calls/call-1/words', WORDS)
    .on('GET /api/attention', { calls: [], mutes: [], follows: [] })
    .on('POST /api/alerts/a1/mark', undefined, 204)
    .on('PUT /api/alert-mutes', { mutes: [{ ruleName: ALERT.ruleName, label: ALERT.label }] });
});
const shown = async (more: object = {}) => {
  const element = await show('c-call-words', CallWords, {
    callId: 'call-1',
    showsAlerts: true,
    ...more,
  });
  await settled();
  return element;
};

describe('what was said on a call', () => {
  it('is shown to who joins, with who talked how much and what it raised', async () => {
    const element = await shown();
    const text = textOf(element);
    expect(text).toContain('Customer Let me speak to your manager.');
    expect(text).toContain('Customer 60%, rep 40% of the talking');
    expect(text).toContain('Attention Asks for a manager: “your … manager”');
    await expect(element).toBeAccessible();
  });

  it('goes on as it is said, words that are being said replaced by the final ones', async () => {
    const element = await shown();
    await server.sends('words', { callId: 'call-1', now: { speaker: 'rep', text: 'Of course' } });
    expect(textOf(element)).toContain('Rep Of course…');
    const line = { ...LINE, lineId: 'GT2:4', speaker: 'rep', text: 'Of course, one moment.' };
    await server.sends('words', { callId: 'call-1', line });
    expect(textOf(element)).toContain('Rep Of course, one moment.');
    expect(textOf(element)).not.toContain('Of course…');
    await server.sends('words', { callId: 'another', line: { ...line, lineId: 'x', text: 'No.' } });
    expect(textOf(element)).not.toContain('No.');
  });

  it('says whose transcription failed, until it runs again, instead of that nothing was said', async () => {
    server.on('GET /api/calls/call-1/words', { ...WORDS, lines: [] });
    const element = await shown();
    expect(textOf(element)).toContain('Nothing was transcribed');
    const lost = [{ speaker: 'customer', isGivenUp: false }];
    await server.sends('words', { callId: 'call-1', lost });
    expect(textOf(element)).toContain('Customer: the transcription failed and is being started');
    expect(textOf(element)).not.toContain('Nothing was transcribed');
    await server.sends('words', { callId: 'call-1', lost: [{ ...lost[0], isGivenUp: true }] });
    expect(textOf(element)).toContain('What they say from here on is missing.');
    await expect(element).toBeAccessible();
    await server.sends('words', { callId: 'call-1', lost: [] });
    expect(textOf(element)).toContain('Nothing was transcribed');
  });

  it('has alerts that are marked, and muted for oneself', async () => {
    const element = await shown();
    await click(element, '[data-action=useful]');
    await settled();
    expect(server.posted('/api/alerts/a1/mark')).toEqual([{ useful: true }]);
    expect(textOf(element)).toContain('Marked: Useful');
    await click(element, '[data-action=mute]');
    await settled();
    expect(findAll(element, '.alert')).toHaveLength(0);
    expect(textOf(element)).toContain('Unmute Asks for a manager');
    await expect(element).toBeAccessible();
  });

  it('has alerts that are snoozed for an hour', async () => {
    const element = await shown();
    await click(element, '[data-action=snooze]');
    await settled();
    const { body } = server.asked.find(({ path }) => path === '/api/alert-mutes')!;
    expect(body).toEqual({ ruleName: ALERT.ruleName, minutes: 60 });
    expect(findAll(element, '.alert')).toHaveLength(0);
  });

  it('has snoozed alerts again once the hour has passed', async () => {
    const element = await shown();
    jest.useFakeTimers({ doNotFake: ['queueMicrotask'] });
    const until = new Date(Date.now() + 3_600_000).toISOString();
    server.on('PUT /api/alert-mutes', { mutes: [{ ruleName: ALERT.ruleName, until }] });
    await click(element, '[data-action=snooze]');
    await jest.advanceTimersByTimeAsync(3_599_999);
    expect(findAll(element, '.alert')).toHaveLength(0);
    await jest.advanceTimersByTimeAsync(1);
    expect(findAll(element, '.alert')).toHaveLength(1);
    jest.useRealTimers();
  });

  it('is shown from its end for another call, also after a look further up', async () => {
    server.on('GET /api/calls/call-2/words', WORDS);
    const element = await shown();
    const lines = find(element, '.lines');
    Object.defineProperty(lines, 'scrollHeight', { value: 900 });
    Object.defineProperty(lines, 'clientHeight', { value: 300 });
    lines.scrollTop = 100;
    lines.dispatchEvent(new CustomEvent('scroll'));
    await server.sends('words', { callId: 'call-1', line: { ...LINE, lineId: 'GT9:1' } });
    expect(lines.scrollTop).toBe(100);
    Object.assign(element, { callId: 'call-2' });
    await settled();
    expect(lines.scrollTop).toBe(900);
  });

  it('has buttons that say which alert they are for', async () => {
    const element = await shown();
    const buttons = findAll(element, '.alert button');
    expect(buttons).toHaveLength(5);
    const said = find(element, '.alert > span');
    expect(textOf(said)).toContain('Asks for a manager');
    for (const button of buttons) expect(button.getAttribute('aria-describedby')).toBe(said.id);
  });

  it('has alerts that wait for their answer, take no second click, and stay in focus', async () => {
    const answer = server.holds('POST /api/alerts/a1/mark');
    const element = await shown();
    find(element, '[data-action=useful]').focus();
    await click(element, '[data-action=useful]');
    await click(element, '[data-action=useful]');
    await click(element, '[data-action=mute]');
    expect(textOf(element)).toContain('Mute this rule Saving…');
    expect(find(element, '[data-action=useful]').getAttribute('aria-disabled')).toBe('true');
    expect(element.shadowRoot!.activeElement).toBe(find(element, '[data-action=useful]'));
    await expect(element).toBeAccessible();
    answer();
    await settled();
    expect(server.asked.filter(({ method }) => method !== 'GET')).toHaveLength(1);
    expect(textOf(element)).toContain('Marked: Useful');
    expect(textOf(element)).not.toContain('Saving…');
    expect(element.shadowRoot!.activeElement).toBe(find(element, '.alert'));
  });

  it('says on the alert why an answer failed, and takes another', async () => {
    server.refuses('PUT /api/alert-mutes', 503, { code: 'busy', message: 'Try again.' });
    const element = await shown();
    await click(element, '[data-action=snooze]');
    await settled();
    expect(textOf(find(element, '.alert'))).toContain(
      'Snooze for 1 hour Mute this rule Try again.',
    );
    expect(find(element, '[data-action=snooze]').getAttribute('aria-disabled')).toBe('false');
    await expect(element).toBeAccessible();
    server.on('PUT /api/alert-mutes', {
      mutes: [{ ruleName: ALERT.ruleName, label: ALERT.label }],
    });
    await click(element, '[data-action=snooze]');
    await settled();
    expect(element.shadowRoot!.activeElement).toBe(find(element, '[data-action=unmute]'));
    server.on('POST /api/alert-mutes/remove', { mutes: [] });
    const answer = server.holds('POST /api/alert-mutes/remove');
    await click(element, '[data-action=unmute]');
    await click(element, '[data-action=unmute]');
    expect(textOf(element)).toContain('Unmute Asks for a manager Saving…');
    answer();
    await settled();
    expect(server.posted('/api/alert-mutes/remove')).toHaveLength(1);
    expect(element.shadowRoot!.activeElement).toBe(find(element, '.alert'));
    expect(textOf(element)).not.toContain('Try again.');
  });

  it('has no alerts for the rep, and says when nothing was said', async () => {
    expect(findAll(await shown({ showsAlerts: false }), '.alert')).toHaveLength(0);
    server.on('GET /api/calls/call-1/words', { isTranscribed: true, lines: [], alerts: [] });
    expect(textOf(await shown())).toContain('Nothing was transcribed in the last 60 seconds.');
  });

  it('says why it is not shown', async () => {
    server.refuses('GET /api/calls/call-1/words', 403, {
      code: 'words_not_yours',
      message: 'Join the call to read along.',
    });
    const element = await shown();
    expect(textOf(element)).toContain('Join the call to read along.');
    await expect(element).toBeAccessible();
    server.on('GET /api/calls/call-1/words', WORDS);
    await click(element, '[data-action=retry]');
    await settled();
    expect(textOf(element)).toContain('Let me speak to your manager.');
    expect(findAll(element, '[data-action=retry]')).toHaveLength(0);
  });
});
