import AttentionQueue from 'c/attentionQueue';
import { muteRule } from 'c/wordsApi';
import { aCall, anIntervention, MAYA } from 'test/builders';
import { click, eventDetails, find, findAll, show, textOf } from 'test/dom';
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
jest.mock('@salesforce/user/Id', () => ({ __esModule: true, default: '005Dn000000000bIAQ' }), {
  virtual: true,
});

const ALERT = {
  alertId: 'a1',
  callId: 'call-1',
  ruleName: 'Asks_For_Manager_en',
  label: 'Asks for a manager',
  family: 'asks_for_manager',
  severity: 'attention',
  raisedAt: '2026-11-20T10:00:03.000Z',
  words: ['your', 'manager'],
};
const item = (callId: string, score: number, more: object = {}) => ({
  callId,
  score,
  parts: [{ part: 'alerts', points: score }],
  suggestion: { mode: 'barge', because: 'asks_for_manager' },
  alerts: [ALERT],
  ...more,
});
const attention = (...calls: object[]) => ({ calls, mutes: [], follows: [] });

let server: FakeServer;
beforeEach(() => {
  server = new FakeServer();
});
const shown = async (...items: object[]) => {
  server.on('GET /api/attention', attention(...items));
  const element = await show('c-attention-queue', AttentionQueue, {});
  await server.snapshot({ calls: [aCall(), aCall({ callId: 'call-2' })] });
  await settled();
  return element;
};

describe('the calls that need somebody', () => {
  it('are listed by their score, with its parts, what raised it and what would help (G45, P19)', async () => {
    const element = await shown(item('call-2', 12), item('call-1', 40));
    expect(findAll(element, '.row').map(({ dataset }) => dataset.callId)).toEqual([
      'call-1',
      'call-2',
    ]);
    expect(textOf(element)).toContain('40 points: alerts +40');
    expect(textOf(element)).toContain('Suggested: Barge. Asks for a manager.');
    await expect(element).toBeAccessible();
  });

  it('have a minus sign before a score and a part below zero', async () => {
    const element = await shown(
      item('call-1', -20, {
        parts: [
          { part: 'alerts', points: 40 },
          { part: 'supervised', points: -60 },
        ],
      }),
    );
    expect(textOf(element)).toContain('−20 points: alerts +40, supervised −60');
  });

  it('say that no supervisor is there yet, where points are for that', async () => {
    const parts = [{ part: 'unattended', points: 12 }];
    const element = await shown(item('call-1', 12, { parts }));
    expect(textOf(element)).toContain('12 points: no supervisor yet +12');
  });

  it('say that the customer is upset, by what the customer says (V1, G41)', async () => {
    const element = await shown(
      item('call-1', 40, {
        alerts: [
          {
            ...ALERT,
            ruleName: 'Sentiment',
            label: 'Customer is upset',
            family: 'conversation',
            measured: 52,
          },
        ],
      }),
    );
    expect(textOf(element)).toContain('Customer is upset');
    await expect(element).toBeAccessible();
  });

  it('are five at first, and all of them by asking for more', async () => {
    const calls = Array.from({ length: 7 }, (_, place) => `call-${place + 1}`);
    server.on(
      'GET /api/attention',
      attention(...calls.map((callId, place) => item(callId, place))),
    );
    const element = await show('c-attention-queue', AttentionQueue, {});
    await server.snapshot({ calls: calls.map((callId) => aCall({ callId })) });
    await settled();
    expect(findAll(element, '.row')).toHaveLength(5);
    await expect(element).toBeAccessible();
    await click(element, '[data-action=more]');
    expect(findAll(element, '.row').map(({ dataset }) => dataset.callId)).toEqual(calls.reverse());
    expect(findAll(element, '[data-action=more]')).toHaveLength(0);
  });

  it('say once what a rule found again, as it was found last', async () => {
    const again = { ...ALERT, alertId: 'a2', words: ['your', 'boss'] };
    const element = await shown(item('call-1', 40, { alerts: [ALERT, again] }));
    expect(findAll(element, '.row .attention .said').map((alert) => textOf(alert))).toEqual([
      'Attention Asks for a manager: “your … boss”',
    ]);
  });

  it('change as the server says, and are not there when nothing needs anybody', async () => {
    const element = await shown();
    expect(findAll(element, '.row')).toHaveLength(0);
    await server.sends('attention', item('call-1', 20));
    expect(findAll(element, '.row')).toHaveLength(1);
  });

  it('are claimed by one; the other is told who', async () => {
    server.on('POST /api/calls/call-1/claim', { claim: { userId: MAYA, name: 'Maya', until: '' } });
    const element = await shown(item('call-1', 40));
    await click(element, '[data-action=claim]');
    await settled();
    expect(textOf(element)).toContain("You're looking after it");
    server.refuses('POST /api/calls/call-1/claim', 409, {
      code: 'call_claimed',
      message: 'Dana Flores is looking after this call.',
    });
    await server.sends('attention', item('call-1', 40));
    await click(element, '[data-action=claim]');
    await settled();
    expect(textOf(element)).toContain('Dana Flores is looking after this call.');
    await expect(element).toBeAccessible();
  });

  it('are joined from there, which claims them (P27)', async () => {
    server.on('POST /api/calls/call-1/claim', { claim: { userId: MAYA, name: 'Maya', until: '' } });
    const element = await shown(item('call-1', 40));
    const joined = eventDetails(element, 'join');
    await click(element, '[data-action=join-attention]');
    await settled();
    expect(joined).toEqual([{ callId: 'call-1' }]);
    expect(server.posted('/api/calls/call-1/claim')).toHaveLength(1);
  });

  it('are neither claimed nor joined by name by who may monitor them only covertly', async () => {
    const { you } = aCall();
    server.on('GET /api/attention', attention(item('call-1', 12)));
    const element = await show('c-attention-queue', AttentionQueue, {});
    await server.snapshot({
      calls: [
        aCall({
          you: {
            ...you,
            modes: you.modes.map((mode) => ({ ...mode, allowed: false })),
            covert: {
              allowed: true,
              words: 'Investigators can monitor all calls.',
              purpose: 'Case 42',
              owner: 'Head of Compliance',
              endsOn: '2026-12-31',
              isOver: false,
            },
          },
        }),
      ],
    });
    await settled();
    expect(findAll(element, '.row')).toHaveLength(1);
    expect(findAll(element, '[data-action=claim], [data-action=join-attention]')).toHaveLength(0);
  });

  it('are not joined by who is on them', async () => {
    const element = await shown(item('call-1', 40));
    await server.sends('call', aCall({ interventions: [anIntervention()] }));
    expect(findAll(element, '.row')).toHaveLength(1);
    expect(findAll(element, '[data-action=join-attention]')).toHaveLength(0);
  });

  it('are not listed for what this person has muted, unless somebody looks after them', async () => {
    server.on('GET /api/attention', {
      ...attention(item('call-1', 40)),
      mutes: [{ ruleName: ALERT.ruleName }],
    });
    const element = await show('c-attention-queue', AttentionQueue, {});
    await server.snapshot({ calls: [aCall()] });
    await settled();
    expect(findAll(element, '.row')).toHaveLength(0);
    const claim = { userId: '005X', name: 'Dana Flores', until: '' };
    await server.sends('attention', item('call-1', 40, { claim }));
    expect(textOf(element)).toContain('Dana Flores is looking after it');
  });

  it('have their alerts marked without a join, which keeps the focus on the alert', async () => {
    server.on('POST /api/alerts/a1/mark', undefined, 204);
    const element = await shown(item('call-1', 40));
    await click(element, '[data-action=not-useful]');
    await settled();
    expect(server.posted('/api/alerts/a1/mark')).toEqual([{ useful: false }]);
    expect(textOf(find(element, '.alert'))).toContain('Marked: Not useful');
    expect(findAll(element, '[data-action=useful], [data-action=not-useful]')).toHaveLength(0);
    expect(element.shadowRoot!.activeElement).toBe(find(element, '.alert'));
    await expect(element).toBeAccessible();
  });

  it('leave the list while their alerts are snoozed, and come back by one click', async () => {
    const mute = { ruleName: ALERT.ruleName, label: ALERT.label };
    server.on('PUT /api/alert-mutes', { mutes: [mute] });
    server.on('POST /api/alert-mutes/remove', { mutes: [] });
    const element = await shown(item('call-1', 40));
    await click(element, '[data-action=snooze]');
    await settled();
    const { body } = server.asked.find(({ path }) => path === '/api/alert-mutes')!;
    expect(body).toEqual({ ruleName: ALERT.ruleName, minutes: 60 });
    expect(findAll(element, '.row')).toHaveLength(0);
    expect(element.shadowRoot!.activeElement).toBe(find(element, '[data-action=unmute]'));
    await expect(element).toBeAccessible();
    await click(element, '[data-action=unmute]');
    await settled();
    expect(element.shadowRoot!.activeElement).toBe(find(element, '.alert'));
    expect(findAll(element, '[data-action=unmute]')).toHaveLength(0);
  });

  it('come back by themselves once the time of the snooze has passed', async () => {
    const element = await shown(item('call-1', 40));
    jest.useFakeTimers({ doNotFake: ['queueMicrotask'] });
    const until = new Date(Date.now() + 3_600_000).toISOString();
    server.on('PUT /api/alert-mutes', { mutes: [{ ruleName: ALERT.ruleName, until }] });
    await click(element, '[data-action=snooze]');
    await jest.advanceTimersByTimeAsync(3_599_999);
    expect(findAll(element, '.row')).toHaveLength(0);
    expect(findAll(element, '[data-action=unmute]')).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(findAll(element, '.row')).toHaveLength(1);
    expect(findAll(element, '[data-action=unmute]')).toHaveLength(0);
    jest.useRealTimers();
  });

  it('have buttons that say which alert they are for', async () => {
    const element = await shown(item('call-1', 40));
    const said = find(element, '.said');
    expect(textOf(said)).toContain('Asks for a manager');
    for (const button of findAll(element, '.alert button'))
      expect(button.getAttribute('aria-describedby')).toBe(said.id);
  });

  it('of which all alerts are muted, lead to the button that unmutes one of their own', async () => {
    const other = { ruleName: 'Threatens_To_Cancel_en', label: 'Threatens to cancel' };
    const mute = { ruleName: ALERT.ruleName, label: ALERT.label };
    server.on('GET /api/attention', { ...attention(item('call-1', 40)), mutes: [other, mute] });
    const element = await show('c-attention-queue', AttentionQueue, {});
    await server.snapshot({ calls: [aCall()] });
    await settled();
    element.focusOn('call-1');
    await settled();
    const focused = element.shadowRoot!.activeElement as HTMLElement;
    expect(focused.dataset.rule).toBe(ALERT.ruleName);
  });

  it('say on the alert why it could not be marked, and take another answer', async () => {
    server.refuses('POST /api/alerts/a1/mark', 404, { code: 'not_found', message: 'Not there.' });
    const element = await shown(item('call-1', 40));
    await click(element, '[data-action=useful]');
    await settled();
    expect(textOf(find(element, '.alert'))).toContain('Not there.');
    expect(find(element, '[data-action=useful]').getAttribute('aria-disabled')).toBe('false');
  });

  it('take the focus when the wall shows the alerts of one, also of one further down', async () => {
    const calls = Array.from({ length: 7 }, (_, place) => `call-${place + 1}`);
    server.on(
      'GET /api/attention',
      attention(...calls.map((callId, place) => item(callId, place))),
    );
    const element = await show('c-attention-queue', AttentionQueue, {});
    await server.snapshot({ calls: calls.map((callId) => aCall({ callId })) });
    await settled();
    element.focusOn('call-1');
    await settled();
    const focused = element.shadowRoot!.activeElement as HTMLElement;
    expect([focused.dataset.callId, findAll(element, '.row').length]).toEqual(['call-1', 7]);
  });

  it('are forgotten when they end', async () => {
    const element = await shown(item('call-1', 40), item('call-2', 12));
    await server.sends('call', aCall({ status: 'ended' }));
    await server.sends('call', aCall());
    expect(findAll(element, '.row').map(({ dataset }) => dataset.callId)).toEqual(['call-2']);
  });

  it('are not drawn anew for a change of another call', async () => {
    const element = await shown(item('call-1', 40));
    let drawn = 0;
    const observer = new MutationObserver(() => {
      drawn += 1;
    });
    observer.observe(element.shadowRoot!, { subtree: true, childList: true, characterData: true });
    await server.sends('call', aCall({ callId: 'call-2', customer: { name: 'Other' } }));
    expect(drawn).toBe(0);
    await server.sends('call', aCall({ customer: { name: 'Other' } }));
    expect(drawn).toBeGreaterThan(0);
    observer.disconnect();
  });

  it('wait for their answer, take no second click, and leave the focus where it is', async () => {
    server.on('POST /api/calls/call-1/claim', { claim: { userId: MAYA, name: 'Maya', until: '' } });
    const answer = server.holds('POST /api/calls/call-1/claim');
    const element = await shown(item('call-1', 40), item('call-2', 12));
    find(element, '[data-action=claim]').focus();
    await click(element, '[data-action=claim]');
    await click(element, '[data-action=claim]');
    const [first, second] = findAll(element, '.row');
    expect(textOf(first!)).toContain('Saving…');
    expect(textOf(second!)).not.toContain('Saving…');
    expect(findAll(element, '[aria-disabled=true]').map(({ dataset }) => dataset.action)).toEqual([
      'claim',
      'follow',
      'follow-next',
    ]);
    await expect(element).toBeAccessible();
    answer();
    await settled();
    expect(server.posted('/api/calls/call-1/claim')).toHaveLength(1);
    expect(textOf(element)).not.toContain('Saving…');
    expect(element.shadowRoot!.activeElement).toBe(find(element, '[data-action=release]'));
  });

  it('are not listed any more once this person has muted their alerts elsewhere', async () => {
    server.on('PUT /api/alert-mutes', { mutes: [{ ruleName: ALERT.ruleName }] });
    const element = await shown(item('call-1', 40));
    await muteRule(ALERT.ruleName);
    await settled();
    expect(findAll(element, '.row')).toHaveLength(0);
  });

  it('say beside their name what was not possible, and can be tried again', async () => {
    server.refuses('POST /api/calls/call-1/claim', 409, {
      code: 'call_claimed',
      message: 'Dana Flores is looking after this call.',
    });
    const element = await shown(item('call-1', 40));
    await click(element, '[data-action=claim]');
    await settled();
    expect(textOf(find(element, '.row'))).toContain('Dana Flores');
    expect(findAll(element, '[aria-disabled=true]')).toHaveLength(0);
  });

  it('stay when they could not be read again, which is said, and are asked for again', async () => {
    const element = await shown(item('call-1', 40));
    server.refuses('GET /api/attention', 503, { code: 'network', message: 'The server is away.' });
    await server.snapshot({ calls: [aCall()] });
    await settled();
    expect(findAll(element, '.row')).toHaveLength(1);
    expect(textOf(element)).toContain('The server is away.');
    await expect(element).toBeAccessible();
    server.on('GET /api/attention', attention(item('call-1', 40)));
    await click(element, '[data-action=retry]');
    await settled();
    expect(findAll(element, '.row')).toHaveLength(1);
    expect(textOf(element)).not.toContain('The server is away.');
  });
});
