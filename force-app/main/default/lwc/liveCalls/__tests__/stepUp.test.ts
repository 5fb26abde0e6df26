import LiveCalls from 'c/liveCalls';
import { answerRequests } from 'c/softphoneBus';
import { aCall, anIntervention, OPPORTUNITY, WORDS } from 'test/builders';
import { click, find, findAll, show, textOf, type } from 'test/dom';
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

  it('leaves everything as it was when canceled', async () => {
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
  const LINK = {
    url: 'https://dealside.example.com/passkey#abc',
    expiresAt: '2026-11-20T10:17:00.000Z',
  };
  const NEXT = { url: 'https://dealside.example.com/passkey#def', expiresAt: LINK.expiresAt };
  const state = (more: object = {}) => ({ passkey: { passkeys: [{}], ...more } });

  beforeEach(() => {
    jest.useFakeTimers({ now: Date.parse('2026-11-20T10:15:00.000Z') });
    server.on('POST /api/passkeys/link', LINK, 201).on('GET /api/step-up', state());
  });

  const seconds = async (count: number): Promise<void> => {
    for (let n = 0; n < count; n += 1) {
      jest.advanceTimersByTime(1000);
      await settled();
    }
  };
  const linkIn = (element: HTMLElement) => find<HTMLAnchorElement>(element, 'a[data-action=prove]');
  /** A refused join, after the passkey's page was opened. */
  async function opened(code: string): Promise<HTMLElement> {
    const element = await refusedJoin(code);
    await settled();
    linkIn(element).addEventListener('click', (event) => event.preventDefault());
    linkIn(element).click();
    await settled();
    return element;
  }

  it('is a plain link to a tab of its own, which has no way back to the page', async () => {
    const element = await refusedJoin('passkey_required');
    await settled();
    const { href, target, rel } = linkIn(element);
    expect({ href, target, rel }).toEqual({ href: LINK.url, target: '_blank', rel: 'noopener' });
    expect(server.posted('/api/passkeys/link')).toEqual([{ purpose: 'prove' }]);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('is asked again once the server says that it is proved', async () => {
    const element = await opened('passkey_required');
    await seconds(2);
    expect(textOf(element)).toContain('Continue on the passkey page.');
    expect(server.posted(JOIN)).toHaveLength(1);
    server
      .on('GET /api/step-up', state({ provedUntil: '2026-11-20T10:25:00.000Z' }))
      .on(`POST ${JOIN}`, JOINED, 201);
    await seconds(1);
    expect(server.posted(JOIN)).toHaveLength(2);
  });

  it('registers the first passkey', async () => {
    server.on('GET /api/step-up', { passkey: { passkeys: [] } });
    await opened('passkey_not_set');
    expect(server.posted('/api/passkeys/link')[0]).toEqual({ purpose: 'register' });
    server.on('GET /api/step-up', state()).on(`POST ${JOIN}`, JOINED, 201);
    await seconds(1);
    expect(server.posted(JOIN)).toHaveLength(2);
  });

  it('has another link once the first was opened, or has expired', async () => {
    const element = await opened('passkey_required');
    server.on('POST /api/passkeys/link', NEXT, 201);
    await seconds(1);
    expect(linkIn(element).href).toBe(NEXT.url);
    const links = server.posted('/api/passkeys/link').length;
    await seconds(120);
    expect(server.posted('/api/passkeys/link').length).toBeGreaterThan(links);
  });

  it('asks the server for nothing more when canceled', async () => {
    const element = await opened('passkey_required');
    await click(element, '[data-action=cancel-prove]');
    const { length } = server.asked;
    await seconds(3);
    expect(server.asked).toHaveLength(length);
    expect(findAll(element, 'c-identity-prompt, [data-code]')).toEqual([]);
    expect(server.posted(JOIN)).toHaveLength(1);
  });

  it('says when it took too long, and can be begun again', async () => {
    const element = await opened('passkey_required');
    await seconds(242);
    expect(textOf(element)).toContain("The passkey wasn't used in time. Open the page again.");
    await click(element, '[data-action=prove]');
    await settled();
    expect(linkIn(element).href).toBe(LINK.url);
    expect(server.posted(JOIN)).toHaveLength(1);
  });
});
