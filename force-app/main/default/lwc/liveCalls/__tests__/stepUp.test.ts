import LiveCalls from 'c/liveCalls';
import { answerRequests } from 'c/softphoneBus';
import { aCall, anIntervention, OPPORTUNITY, WORDS } from 'test/builders';
import { click, find, findAll, show, textOf, type } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/SessionToken.issue',
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
const JOINED = { intervention: anIntervention(), connect: { params: {} } };
let server: FakeServer;
let removeSoftphone: () => void;

beforeEach(() => {
  server = new FakeServer().on('GET /api/vocabulary', WORDS);
  removeSoftphone = answerRequests(() => undefined);
});
afterEach(() => {
  removeSoftphone();
  jest.restoreAllMocks();
});

async function refusedJoin(code: string): Promise<HTMLElement> {
  server.refuses(`POST ${JOIN}`, 403, { code, message: 'First prove that it is you.' });
  const element = await show('c-live-calls', LiveCalls, { recordId: OPPORTUNITY });
  await server.snapshot({ calls: [aCall()] });
  await click(element, '[data-action=join]');
  return element;
}

async function enter(element: HTMLElement, pin: string): Promise<void> {
  await type(element, 'input[type=password]', pin);
  await click(element, '[data-action=prove]');
}

describe('a join that needs a PIN', () => {
  it('is asked again by itself once the PIN is right', async () => {
    const element = await refusedJoin('pin_required');
    await expect(element).toBeAccessible();
    server
      .on('POST /api/pin/prove', { provedUntil: '2026-11-20T10:15:00.000Z' })
      .on(`POST ${JOIN}`, JOINED, 201);
    await enter(element, '493817');
    expect(server.posted('/api/pin/prove')).toEqual([{ pin: '493817' }]);
    expect(server.posted(JOIN)).toHaveLength(2);
    expect(findAll(element, 'c-identity-prompt')).toEqual([]);
  });

  it('lets a PIN be chosen, and another after one too weak', async () => {
    const element = await refusedJoin('pin_not_set');
    server.refuses('PUT /api/pin', 422, {
      code: 'pin_too_weak',
      message: 'This PIN is too easy to guess.',
      field: 'pin',
    });
    await enter(element, '111111');
    expect(textOf(element)).toContain('Create a PIN to continue This PIN is too easy to guess.');
    expect(server.posted(JOIN)).toHaveLength(1);
    server.on('PUT /api/pin', undefined, 204).on(`POST ${JOIN}`, JOINED, 201);
    await enter(element, '493817');
    expect(server.posted(JOIN)).toHaveLength(2);
  });

  it('stays refused after a wrong PIN', async () => {
    const element = await refusedJoin('pin_required');
    server.on(
      'POST /api/pin/prove',
      { error: { code: 'pin_wrong', message: 'That PIN is wrong.', triesLeft: 4 } },
      403,
    );
    await enter(element, '000000');
    expect(textOf(element)).toContain('That PIN is wrong. Your PIN Attempts left: 4.');
    expect(server.posted(JOIN)).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('leaves everything as it was when cancelled', async () => {
    const element = await refusedJoin('pin_required');
    await click(element, '[data-action=cancel-prove]');
    expect(findAll(element, 'c-identity-prompt, [data-code]')).toEqual([]);
    expect(server.posted(JOIN)).toHaveLength(1);
    expect(find<HTMLButtonElement>(element, '[data-action=join]').disabled).toBe(false);
  });
});

describe('a switch that needs a PIN', () => {
  it('is asked again with the same content', async () => {
    server.refuses(`POST ${MODE}`, 403, { code: 'pin_required', message: 'This needs your PIN.' });
    const element = await show('c-live-calls', LiveCalls, { recordId: OPPORTUNITY });
    await server.snapshot({ calls: [aCall({ interventions: [anIntervention('monitor')] })] });
    const change = { mode: 'barge', reasonCode: 'other', note: 'The customer asked for me' };
    find(element, 'c-intervention-controls').dispatchEvent(
      new CustomEvent('modechange', { detail: change }),
    );
    await settled();
    expect(textOf(element)).not.toContain('Switching');
    server
      .on('POST /api/pin/prove', {})
      .on(`POST ${MODE}`, { intervention: anIntervention('monitor', { pendingMode: 'barge' }) });
    await enter(element, '493817');
    expect(server.posted(MODE)).toEqual([
      expect.objectContaining(change),
      expect.objectContaining(change),
    ]);
  });
});

describe('a join that needs a passkey', () => {
  const popup = () => ({
    closed: false,
    location: { href: '' },
    close(): void {
      this.closed = true;
    },
  });
  const opens = (window_: unknown) => jest.spyOn(window, 'open').mockReturnValue(window_ as Window);
  const tells = async (origin: string) => {
    window.dispatchEvent(
      new MessageEvent('message', {
        origin,
        data: { source: 'dealside', type: 'step-up', status: 'proved' },
      }),
    );
    await settled();
  };
  const LINK = {
    url: 'https://dealside.example.com/passkey#abc',
    expiresAt: '2026-11-20T10:15:00.000Z',
  };
  const serverOrigin = () =>
    new URL((require('test/apex').aSession() as { serverUrl: string }).serverUrl).origin;

  it('is asked again when the server’s own page says that it is proved', async () => {
    const element = await refusedJoin('passkey_required');
    const opened = popup();
    opens(opened);
    server.on('POST /api/passkeys/link', LINK, 201).on(`POST ${JOIN}`, JOINED, 201);
    await click(element, '[data-action=prove]');
    expect(opened.location.href).toBe(LINK.url);
    await tells('https://elsewhere.example.com');
    expect(server.posted(JOIN)).toHaveLength(1);
    await tells(serverOrigin());
    expect(server.posted('/api/passkeys/link')).toEqual([{ purpose: 'prove' }]);
    expect(server.posted(JOIN)).toHaveLength(2);
  });

  it('registers the first passkey', async () => {
    const element = await refusedJoin('passkey_not_set');
    opens(popup());
    server.on('POST /api/passkeys/link', LINK, 201);
    await click(element, '[data-action=prove]');
    expect(server.posted('/api/passkeys/link')).toEqual([{ purpose: 'register' }]);
    await tells(serverOrigin());
    expect(server.posted(JOIN)).toHaveLength(2);
  });

  /** A refused join whose passkey window is open, on timers that the test moves. */
  async function waitingInWindow() {
    jest.useFakeTimers();
    const element = await refusedJoin('passkey_required');
    const opened = popup();
    opens(opened);
    server
      .on('POST /api/passkeys/link', LINK, 201)
      .on('GET /api/step-up', { passkey: { passkeys: [{}] } });
    await click(element, '[data-action=prove]');
    return { element, opened };
  }

  it('closes its window when cancelled', async () => {
    const { element, opened } = await waitingInWindow();
    await click(element, '[data-action=cancel-prove]');
    jest.advanceTimersByTime(1000);
    await settled();
    expect(opened.closed).toBe(true);
    expect(findAll(element, 'c-identity-prompt, [data-code]')).toEqual([]);
    expect(server.posted(JOIN)).toHaveLength(1);
  });

  it('says when its window was closed too early', async () => {
    const { element, opened } = await waitingInWindow();
    opened.closed = true;
    jest.advanceTimersByTime(1000);
    await settled();
    expect(textOf(element)).toContain('The passkey window closed too early.');
    expect(server.posted(JOIN)).toHaveLength(1);
  });

  it('says when the browser blocks the window', async () => {
    const element = await refusedJoin('passkey_required');
    opens(null);
    await click(element, '[data-action=prove]');
    expect(textOf(element)).toContain('Your browser blocked the passkey window.');
    await expect(element).toBeAccessible();
  });
});
