import CallAssistance from 'c/callAssistance';
import type { CallView, HelpView } from 'c/callModel';
import { forgetShortcuts, offerShortcutList } from 'c/interventionShortcuts';
import { policyVersionIs } from 'c/policyVersion';
import { anIntervention, DANA, ownCall, WORDS } from 'test/builders';
import { click, find, findAll, show, textOf, type } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);

let server: FakeServer;
beforeEach(() => {
  server = new FakeServer()
    .on('GET /api/vocabulary', {
      ...WORDS,
      helpReasons: [{ code: 'pricing', label: 'Pricing or discount' }],
    })
    .on('GET /api/calls/call-1/help', { reach: 'available', skills: ['Price_Negotiation'] });
});
const shown = (more: Partial<CallView> = {}) =>
  show('c-call-assistance', CallAssistance, { call: ownCall(more) });
const help = (more: Partial<HelpView> = {}): HelpView => ({
  helpRequestId: 'h1',
  status: 'open',
  reasonCode: 'pricing',
  reasonLabel: 'Pricing or discount',
  at: '2026-11-20T10:00:30.000Z',
  ...more,
});

const pressed = (key: string): boolean =>
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));

describe('a rep who is assisted', () => {
  it('asks for help from wherever they are', async () => {
    server.on('POST /api/calls/call-1/help', {}, 201);
    const element = await shown();
    await click(element, '[data-action=help]');
    await type(element, 'select', 'pricing');
    await click(element, '[data-action=request]');
    expect(server.posted('/api/calls/call-1/help')).toMatchObject([{ reasonCode: 'pricing' }]);
  });

  it('gets the reasons by themselves once the server answers again', async () => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask'] });
    // Words of another version are not known on this page yet.
    policyVersionIs('next');
    server.goDown();
    const element = await show('c-call-assistance', CallAssistance, { call: ownCall() });
    await jest.advanceTimersByTimeAsync(100);
    expect(textOf(element)).toContain("Can't reach the Dealside server.");
    server.comeBack();
    await jest.advanceTimersByTimeAsync(10_000);
    jest.useRealTimers();
    expect(textOf(element)).not.toContain("Can't reach the Dealside server.");
    await click(element, '[data-action=help]');
    expect(textOf(element)).toContain('Pricing or discount');
    await expect(element).toBeAccessible();
  });

  it('is told at once that nobody is there, or that nobody may come', async () => {
    expect(textOf(await shown({ help: help({ reach: 'available' }) }))).toContain(
      'Help requested: Pricing or discount. Your supervisors can see it.',
    );
    expect(textOf(await shown({ help: help({ reach: 'away' }) }))).toContain(
      'No supervisor is online right now.',
    );
    const nobody = await shown({ help: help({ reach: 'nobody' }) });
    expect(textOf(nobody)).toContain(
      'Help requested: Pricing or discount. No one is allowed to join this call right now.',
    );
    await expect(nobody).toBeAccessible();
  });

  it('is told that nobody could come, and may ask again', async () => {
    const element = await shown({ helpExpiredAt: '2026-11-20T10:05:30.000Z' });
    expect(textOf(element)).toContain('No one could come in time. You can ask again.');
    expect(findAll(element, '[data-action=help]')).toHaveLength(1);
  });

  it('reads what a supervisor writes, and says so', async () => {
    server.on('POST /api/calls/call-1/text-whispers/t1/seen', undefined, 204);
    const element = await shown({
      textWhispers: [
        {
          textWhisperId: 't1',
          from: { userId: DANA, name: 'Dana Whitfield' },
          text: 'Offer the second year.',
          at: '2026-11-20T10:00:30.000Z',
        },
      ],
    });
    expect(textOf(element)).toContain('Offer the second year.');
    await click(element, '[data-action=seen]');
    expect(server.asked.at(-1)).toMatchObject({
      path: '/api/calls/call-1/text-whispers/t1/seen',
    });
  });

  it('answers the supervisor, flags a moment, and says what the customer wants', async () => {
    server
      .on('POST /api/calls/call-1/text-whispers', {}, 201)
      .on('POST /api/calls/call-1/moments', {}, 201)
      .on('PUT /api/calls/call-1/monitoring-choice', {});
    const element = await shown({ interventions: [anIntervention('monitor')] });
    const lines = find(element, 'c-call-text-whispers');
    lines.dispatchEvent(new CustomEvent('write', { detail: { text: 'Which term?' } }));
    await click(element, '[data-action=flag]');
    await click(element, '[data-action=monitoring-choice]');
    await settled();
    expect(server.posted('/api/calls/call-1/text-whispers')).toMatchObject([
      { text: 'Which term?' },
    ]);
    expect(server.asked.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['/api/calls/call-1/moments', '/api/calls/call-1/monitoring-choice']),
    );
  });

  it('records that the customer agrees, where they had to be told, and says when (P14)', async () => {
    server.on('PUT /api/calls/call-1/monitoring-choice', {});
    const element = await shown({ disclosure: 'played' });
    await expect(element).toBeAccessible();
    await click(element, '[data-action=monitoring-agree]');
    await settled();
    expect(server.asked.at(-1)).toMatchObject({ body: { isDeclined: false } });
    const agreed = await shown({
      disclosure: 'played',
      monitoringAgreedAt: '2026-11-20T18:03:00.000Z',
    });
    expect(textOf(agreed)).toContain('The customer agreed to monitoring at');
    expect(findAll(agreed, '[data-action=monitoring-agree]')).toHaveLength(0);
    expect(findAll(await shown(), '[data-action=monitoring-agree]')).toHaveLength(0);
  });

  it('asks for help by the key A, and flags by F', async () => {
    server.on('POST /api/calls/call-1/moments', {}, 201);
    const element = await shown();
    pressed('f');
    pressed('a');
    await settled();
    expect(server.posted('/api/calls/call-1/moments')).toHaveLength(1);
    expect(findAll(element, 'select').length).toBeGreaterThan(0);
  });

  it('has no keys while single keys are switched off, and none that is chosen for another', async () => {
    const keys = {
      monitor: 'm',
      whisper: 'w',
      barge: 'b',
      takeover: 't',
      handBack: 'f',
      leave: 'l',
      list: '?',
    };
    server.on('POST /api/calls/call-1/moments', {}, 201);
    for (const isOn of [true, false]) {
      forgetShortcuts();
      server.on('GET /api/me/shortcuts', { shortcuts: { isOn, keys } });
      const element = await shown();
      await settled();
      pressed('f');
      pressed('a');
      await settled();
      expect(server.posted('/api/calls/call-1/moments')).toHaveLength(0);
      expect(findAll(element, 'select')).toHaveLength(isOn ? 2 : 0);
      expect(find<HTMLElement>(element, '[data-action=flag]').title).toBe(
        'Flag this moment for the debrief',
      );
      element.remove();
    }
    forgetShortcuts();
  });

  it('sees all keys by the one that lists them', async () => {
    const open = jest.fn();
    const stop = offerShortcutList(open);
    await shown();
    pressed('?');
    expect(open).toHaveBeenCalledTimes(1);
    stop();
  });

  it('can ask for a skill once a call that rang is live', async () => {
    const element = await shown({ status: 'ringing' });
    const asks = () => server.asked.filter(({ path }) => path === '/api/calls/call-1/help').length;
    expect(asks()).toBe(0);
    element.call = ownCall();
    await settled();
    element.call = ownCall({ customer: { name: 'Other' } });
    await settled();
    expect(asks()).toBe(1);
    await click(element, '[data-action=help]');
    expect(textOf(element)).toContain('Price Negotiation');
  });

  it('asks anew who can help once another rep has the call', async () => {
    const element = await shown();
    server.on('GET /api/calls/call-1/help', { reach: 'nobody', skills: [] });
    element.call = ownCall({ rep: { ...ownCall().rep, userId: '005000000000009AAA' } });
    await settled();
    expect(textOf(element)).toContain('No one is allowed to join this call right now.');
  });

  it('reads who came and after how long, and that the customer wants no monitoring', async () => {
    const came = await shown({ helpCame: { name: 'Dana Whitfield', waitedMs: 23_000 } });
    expect(textOf(came)).toContain('Dana Whitfield came to help after 0:23.');
    const declined = await shown({
      monitoringDeclined: { source: 'earlier_call', at: '2026-11-20T10:00:00.000Z' },
    });
    expect(textOf(declined)).toContain('The customer said on an earlier call');
    await expect(declined).toBeAccessible();
  });
});
