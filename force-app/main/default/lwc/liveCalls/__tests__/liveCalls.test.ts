import LiveCalls from 'c/liveCalls';
import { answerRequests, type SoftphoneRequest } from 'c/softphoneBus';
import { aCall, anEndedIntervention, anIntervention, OPPORTUNITY, WORDS } from 'test/builders';
import { check, click, find, findAll, press, show, textOf } from 'test/dom';
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
  '@salesforce/customPermission/Dealside_Take_Calls',
  () => ({ __esModule: true, default: undefined }),
  { virtual: true },
);

const JOIN = '/api/calls/call-1/interventions';
const MODE = '/api/interventions/intervention-1/mode';
interface StaleStatus {
  readonly staleSince?: string;
}

let server: FakeServer;
let softphone: SoftphoneRequest[];
let removeSoftphone: () => void;

beforeEach(() => {
  server = new FakeServer().on('GET /api/vocabulary', WORDS);
  softphone = [];
  removeSoftphone = answerRequests((request) => softphone.push(request));
});
afterEach(() => removeSoftphone());

async function shown(snapshot?: object): Promise<HTMLElement> {
  const element = await show('c-live-calls', LiveCalls, { recordId: OPPORTUNITY.slice(0, 15) });
  if (snapshot) await server.snapshot(snapshot);
  return element;
}

describe('the live calls of an Opportunity', () => {
  it('are loading until the first snapshot', async () => {
    const element = await shown();
    expect(findAll(element, 'lightning-spinner')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('are empty with a word of what will happen', async () => {
    const element = await shown({});
    expect(textOf(element)).toContain(
      'No live calls on this deal Calls appear here as soon as they start.',
    );
    await expect(element).toBeAccessible();
  });

  it('appear by themselves, those of this deal only', async () => {
    const element = await shown({});
    await server.sends('call', aCall());
    await server.sends(
      'call',
      aCall({
        callId: 'call-2',
        opportunity: { opportunityId: '006Dn000000000wIAA', name: 'Another' },
      }),
    );
    expect(findAll(element, 'c-call-panel')).toHaveLength(1);
    expect(textOf(element)).toContain('Ravi Patel with Marcus Hale');
    await expect(element).toBeAccessible();
  });

  it('stay in sight when the connection is lost, marked as maybe out of date', async () => {
    const element = await shown({ calls: [aCall()] });
    server.goDown();
    await settled();
    expect(textOf(element)).toContain('Connection lost. What you see might be out of date');
    expect(textOf(element)).toContain('Ravi Patel with Marcus Hale');
    await expect(element).toBeAccessible();
  });

  it('say from when the permissions are while Salesforce does not confirm them', async () => {
    const element = await shown({ calls: [aCall()] });
    const status = () => find(element, 'c-live-connection-status') as unknown as StaleStatus;
    await server.sends('rights', { staleSince: '2026-11-20T09:58:00Z' });
    expect(status().staleSince).toBe('2026-11-20T09:58:00Z');
    await server.sends('rights', {});
    expect(status().staleSince).toBeUndefined();
  });

  it('say why the server refuses', async () => {
    server.refusesLive(403, {
      code: 'user_inactive',
      message: 'Your Salesforce user is not active.',
      hint: 'Ask your administrator.',
    });
    const element = await shown();
    expect(textOf(element)).toContain(
      'Dealside refused the connection. Your Salesforce user is not active. Ask your administrator. [Try again]',
    );
    server.comeBack();
    await click(element, 'lightning-button');
    await server.snapshot({ calls: [aCall()] });
    expect(textOf(element)).toContain('Ravi Patel with Marcus Hale');
  });
});

describe('a manager', () => {
  it('joins silently with one action (V6, R1)', async () => {
    server.on(
      `POST ${JOIN}`,
      { intervention: anIntervention(), connect: { params: { interventionId: 'intervention-1' } } },
      201,
    );
    const element = await shown({ calls: [aCall()] });
    await click(element, '[data-action=join]');
    expect(server.posted(JOIN)).toEqual([
      { requestId: expect.stringMatching(/^[0-9a-f-]{36}$/), sinceClickMs: expect.any(Number) },
    ]);
    expect(softphone).toEqual([
      {
        type: 'join',
        interventionId: 'intervention-1',
        callId: 'call-1',
        params: { interventionId: 'intervention-1' },
      },
    ]);
    await server.sends('call', aCall({ interventions: [anIntervention()] }));
    expect(textOf(element)).toContain("Joining the call. You can't be heard yet");
  });

  it('joins at once to help a rep who asks, and says so to the others', async () => {
    const ACCEPT = '/api/calls/call-1/help/accept';
    server
      .on(`POST ${ACCEPT}`, {})
      .on(`POST ${JOIN}`, { intervention: anIntervention(), connect: { params: {} } }, 201);
    const help = {
      helpRequestId: 'help-1',
      status: 'open',
      reasonCode: 'pricing',
      reasonLabel: 'Pricing or discount',
      at: '2026-11-02T17:00:00.000Z',
    } as const;
    const element = await shown({ calls: [aCall({ help })] });
    expect(textOf(element)).toContain('Ravi Patel needs help: Pricing or discount [Join to help]');
    await click(element, '[data-action=join-to-help]');
    expect([server.posted(ACCEPT).length, server.posted(JOIN).length]).toEqual([1, 1]);
  });

  it('does not join to help where another supervisor was first', async () => {
    server.refuses('POST /api/calls/call-1/help/accept', 409, {
      code: 'help_taken',
      message: 'Dana Whitfield is already joining to help.',
    });
    const help = {
      helpRequestId: 'help-1',
      status: 'open',
      reasonCode: 'pricing',
      reasonLabel: 'Pricing or discount',
      at: '2026-11-02T17:00:00.000Z',
    } as const;
    const element = await shown({ calls: [aCall({ help })] });
    await click(element, '[data-action=join-to-help]');
    expect(textOf(element)).toContain('Dana Whitfield is already joining to help.');
    expect(server.posted(JOIN)).toEqual([]);
  });

  it('is told when the join is refused', async () => {
    server.refuses(`POST ${JOIN}`, 403, {
      code: 'out_of_scope',
      message: 'This call belongs to a rep outside your team.',
      hint: 'Ask the manager.',
    });
    const element = await shown({ calls: [aCall()] });
    await click(element, '[data-action=join]');
    expect(find(element, '[data-code=out_of_scope]').textContent).toContain(
      'This call belongs to a rep outside your team.',
    );
    expect(softphone).toEqual([]);
    await expect(element).toBeAccessible();
  });

  it('has the customer told first where the law asks for that', async () => {
    const PLAY = '/api/calls/call-1/disclosure';
    server
      .refuses(`POST ${JOIN}`, 403, {
        code: 'consent_missing',
        message: 'The customer has not been told.',
      })
      .on(`POST ${PLAY}`, {}, 202);
    const element = await shown({ calls: [aCall()] });
    expect(findAll(element, '[data-action=play-disclosure]')).toEqual([]);
    await click(element, '[data-action=join]');
    await expect(element).toBeAccessible();
    await click(element, '[data-action=play-disclosure]');
    expect(server.posted(PLAY)).toHaveLength(1);
    await server.sends('call', aCall({ disclosure: 'playing' }));
    expect(textOf(element)).toContain('Opening announcement is playing');
    expect(findAll(element, '[data-action=play-disclosure]')).toEqual([]);
    await server.sends('call', aCall({ disclosure: 'played' }));
    expect(textOf(element)).toContain('The customer has been notified. You can join now.');
    expect(findAll(element, '[data-code=consent_missing]')).toEqual([]);
    await expect(element).toBeAccessible();
  });

  it('tells how long the click waited to be sent, in whole milliseconds', async () => {
    await shown({ calls: [aCall({ interventions: [anIntervention('monitor')] })] });
    const clock = jest
      .spyOn(performance, 'now')
      .mockReturnValueOnce(1000.2)
      .mockReturnValueOnce(1250.6);
    await press('w');
    clock.mockRestore();
    expect(server.posted(MODE)).toEqual([expect.objectContaining({ sinceClickMs: 250 })]);
  });

  it('is told why when the softphone was gone, and joins again', async () => {
    server.on(`POST ${JOIN}`, { intervention: anIntervention(), connect: { params: {} } }, 201);
    const element = await shown({ calls: [aCall({ interventions: [anIntervention('monitor')] })] });
    const { you } = aCall();
    await server.sends('call', aCall({ you: { ...you, endReason: 'supervisor_left' } }));
    expect(textOf(element)).not.toContain('Your softphone lost its connection');
    await server.sends('call', aCall({ you: { ...you, endReason: 'connection_lost' } }));
    expect(textOf(element)).toContain(
      'Your softphone lost its connection, so you were removed from the call. [Rejoin]',
    );
    await expect(element).toBeAccessible();
    await click(element, '[data-action=join]');
    expect(server.posted(JOIN)).toHaveLength(1);
  });

  it('is told that an announcement comes first, and what to do when it could not be played', async () => {
    const element = await shown({
      calls: [
        aCall({
          interventions: [
            anIntervention('monitor', {
              pendingMode: 'barge',
              waitsFor: {
                announcementId: 'a',
                what: 'spoken_to_everyone',
                since: '2026-11-02T17:00:00.000Z',
              },
            }),
          ],
        }),
      ],
    });
    expect(textOf(element)).toContain('Playing the announcement…');
    const { you } = aCall();
    await server.sends('call', aCall({ you: { ...you, endReason: 'announcement_failed' } }));
    expect(textOf(element)).toContain(
      "You couldn't join because the announcement didn't finish playing. Try again. [Rejoin]",
    );
    await expect(element).toBeAccessible();
  });

  it('is not let in without a softphone, which would be a join without a line', async () => {
    removeSoftphone();
    const element = await shown({ calls: [aCall()] });
    await click(element, '[data-action=join]');
    expect(textOf(element)).toContain("Your softphone isn't ready.");
    expect(server.posted(JOIN)).toEqual([]);
  });

  it('sees a mode only once the carrier confirmed it', async () => {
    server.on(
      `POST ${MODE}`,
      { intervention: anIntervention('monitor', { pendingMode: 'whisper' }) },
      202,
    );
    const element = await shown({ calls: [aCall({ interventions: [anIntervention('monitor')] })] });
    const status = () => find(element, '.now').textContent;
    await press('w');
    expect(server.posted(MODE)).toEqual([
      { mode: 'whisper', requestId: expect.any(String), sinceClickMs: expect.any(Number) },
    ]);
    expect(status()).toContain('Switching to Whisper… Until the phone service confirms: Monitor');
    await server.sends(
      'call',
      aCall({ interventions: [anIntervention('monitor', { pendingMode: 'whisper' })] }),
    );
    expect(status()).toContain('Switching to Whisper…');
    await server.sends('call', aCall({ interventions: [anIntervention('whisper')] }));
    expect(status()).toBe('Now: Whisper, only Ravi Patel hears you');
  });

  it('is shown the confirmed mode when the confirmation came before the answer', async () => {
    const element = await shown({ calls: [aCall({ interventions: [anIntervention('monitor')] })] });
    server.on(
      `POST ${MODE}`,
      { intervention: anIntervention('monitor', { pendingMode: 'whisper' }) },
      202,
    );
    find<HTMLInputElement>(element, 'input[value=whisper]').dispatchEvent(
      new CustomEvent('change'),
    );
    await server.sends('call', aCall({ interventions: [anIntervention('whisper')] }));
    expect(find(element, '.now').textContent).toBe('Now: Whisper, only Ravi Patel hears you');
  });

  it('is not left waiting when a switch failed while the connection was away', async () => {
    server.on(
      `POST ${MODE}`,
      { intervention: anIntervention('monitor', { pendingMode: 'whisper' }) },
      202,
    );
    const element = await shown({ calls: [aCall({ interventions: [anIntervention('monitor')] })] });
    await press('w');
    const problem = { code: 'switch_failed', message: 'The phone service did not switch.' };
    await server.snapshot({
      calls: [aCall({ interventions: [anIntervention('monitor', { problem })] })],
    });
    expect(find(element, '.now').textContent).toBe('Now: Monitor, no one hears you');
    expect(textOf(element)).toContain('The phone service did not switch.');
  });

  it('stays in the confirmed mode when a switch is refused', async () => {
    server.refuses(`POST ${MODE}`, 409, {
      code: 'rep_on_hold',
      message: 'The rep is on hold.',
      hint: 'Wait.',
    });
    const element = await shown({ calls: [aCall({ interventions: [anIntervention('monitor')] })] });
    await check(element, 'input[value=whisper]');
    expect(find(element, '[data-code=rep_on_hold]').textContent).toContain(
      "You're still in Monitor: no one hears you.",
    );
    expect(findAll(element, 'input[type=radio]:enabled')).toHaveLength(4);
  });

  it('leaves, and is asked how it ended', async () => {
    server.on(
      'POST /api/interventions/intervention-1/leave',
      { intervention: anIntervention('barge', { leaving: true }) },
      202,
    );
    const element = await shown({ calls: [aCall({ interventions: [anIntervention('barge')] })] });
    await click(element, '[data-action=leave]');
    expect(server.posted('/api/interventions/intervention-1/leave')).toHaveLength(1);
    await server.sends('call', aCall());
    await server.sends('intervention', anEndedIntervention());
    expect(textOf(element)).toContain('How did it go?');
    expect(findAll(element, '[data-action=join]')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });
});
