import issue from '@salesforce/apex/DealsideSessionToken.issue';
import { forgetSession } from 'c/dealsideSession';
import { outcomeGiven, reconnect, subscribe, type LiveState } from 'c/liveFeed';
import { aSession } from 'test/apex';
import { aCall, aNotice, anEndedIntervention } from 'test/builders';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: jest.fn() }),
  {
    virtual: true,
  },
);

let server: FakeServer;
let latest: LiveState;
let unsubscribe: () => void;

const follow = () =>
  subscribe((state) => {
    latest = state;
  });

beforeEach(async () => {
  jest.useFakeTimers();
  forgetSession();
  (issue as unknown as jest.Mock).mockImplementation(() => Promise.resolve(aSession()));
  server = new FakeServer();
  unsubscribe = follow();
  await settled();
});
afterEach(() => {
  jest.restoreAllMocks();
  unsubscribe();
});

/** What the browser does when the network goes: it says so, and no request arrives any more. */
const goOffline = () => {
  jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  server.goDown();
  (issue as unknown as jest.Mock).mockRejectedValue(new Error('Failed to fetch'));
  window.dispatchEvent(new Event('offline'));
};
const comeOnline = () => {
  jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(true);
  server.comeBack();
  (issue as unknown as jest.Mock).mockResolvedValue(aSession());
  window.dispatchEvent(new Event('online'));
};

const heartbeat = () => server.sends('ping', { everyMs: 2_000 });
const pass = async (ms: number) => {
  jest.advanceTimersByTime(ms);
  await settled();
};

describe('the live feed', () => {
  it('connects, and is live with the first snapshot', async () => {
    expect(latest).toMatchObject({ status: 'connecting', loaded: false });
    await server.snapshot({ calls: [aCall()] });
    expect(latest).toMatchObject({ status: 'live', loaded: true, calls: [{ callId: 'call-1' }] });
  });

  it('is one connection for all on the page, closed soon after the last', async () => {
    const another = subscribe(() => undefined);
    await settled();
    expect(server.connections).toBe(1);
    unsubscribe();
    await pass(3_000);
    expect(server.isStreamAborted()).toBe(false);
    another();
    await pass(2_000);
    expect(server.isStreamAborted()).toBe(true);
  });

  it('outlives the change from one record page to the next', async () => {
    await server.snapshot({ calls: [aCall()] });
    unsubscribe();
    await pass(500);
    unsubscribe = follow();
    expect(latest).toMatchObject({ status: 'live', calls: [{ callId: 'call-1' }] });
    await pass(5_000);
    expect([server.connections, server.isStreamAborted()]).toEqual([1, false]);
  });

  it('replaces a call that changed and adds one that is new', async () => {
    await server.snapshot({ calls: [aCall()] });
    await server.sends('call', aCall({ direction: 'inbound' }));
    await server.sends('call', aCall({ callId: 'call-2' }));
    expect(latest.calls.map(({ callId, direction }) => [callId, direction])).toEqual([
      ['call-1', 'inbound'],
      ['call-2', 'outbound'],
    ]);
  });

  it('shows an ended call for a moment, then drops it with its notices', async () => {
    await server.snapshot({ calls: [aCall()], notices: [aNotice()] });
    await server.sends('call', aCall({ status: 'ended' }));
    expect(latest.calls[0]?.status).toBe('ended');
    await pass(6_000);
    expect([latest.calls, latest.notices]).toEqual([[], []]);
  });

  it('leaves an ended call away when something is logged about it later', async () => {
    await server.snapshot({ calls: [aCall()] });
    await server.sends('call', aCall({ status: 'ended' }));
    await pass(6_000);
    await server.sends('call', aCall({ status: 'ended' }));
    expect(latest.calls).toEqual([]);
  });

  it('keeps the outcomes that are due until they are given', async () => {
    await server.snapshot();
    await server.sends('intervention', anEndedIntervention());
    expect(latest.interventionsDue).toHaveLength(1);
    outcomeGiven(anEndedIntervention({ outcome: { status: 'given', code: 'saved' } }));
    expect(latest.interventionsDue).toHaveLength(0);
  });
});

describe('a lost connection', () => {
  it('keeps what is known in sight, and is tried again by itself', async () => {
    await server.snapshot({ calls: [aCall()] });
    server.goDown();
    await settled();
    expect(latest).toMatchObject({ status: 'lost', calls: [{ callId: 'call-1' }] });
    server.comeBack();
    await pass(500);
    await server.snapshot();
    expect(latest).toMatchObject({ status: 'live', calls: [] });
  });

  it('is tried at growing intervals, of at most 15 s', async () => {
    server.goDown();
    await settled();
    const waits = jest.spyOn(globalThis, 'setTimeout');
    jest.spyOn(Math, 'random').mockReturnValue(1);
    for (let attempt = 0; attempt < 8; attempt += 1) await pass(16_000);
    const retries = waits.mock.calls.map(([, ms]) => ms);
    expect(retries).toEqual([1000, 2000, 4000, 8000, 15_000, 15_000, 15_000, 15_000]);
  });

  it('is noticed after 35 s of silence, which pings break', async () => {
    await server.snapshot();
    await pass(30_000);
    await server.sends('ping', {});
    await pass(30_000);
    expect(latest.status).toBe('live');
    await pass(5_000);
    expect(latest.status).toBe('lost');
    expect(server.isStreamAborted()).toBe(true);
  });

  it('is said before 5 s of silence of a server whose heartbeat comes every 2 s, with as of when what is shown is', async () => {
    await server.snapshot({ calls: [aCall()] });
    await heartbeat();
    const heardAt = Date.now();
    await pass(4_000);
    expect(latest.status).toBe('live');
    await pass(500);
    expect(latest).toMatchObject({ status: 'lost', asOf: heardAt, calls: [{ callId: 'call-1' }] });
  });

  it('that was only silent for a moment is the same one afterwards, and says nothing more', async () => {
    await server.snapshot();
    await heartbeat();
    await pass(5_000);
    await heartbeat();
    expect(latest).toMatchObject({ status: 'live', asOf: undefined });
    expect(server.connections).toBe(1);
  });

  it('is given up after six missing heartbeats, and opened anew', async () => {
    await server.snapshot();
    await heartbeat();
    const heardAt = Date.now();
    await pass(12_000);
    expect(server.isStreamAborted()).toBe(true);
    await pass(500);
    expect(latest).toMatchObject({ status: 'lost', asOf: heardAt });
    await server.snapshot();
    expect([latest.status, server.connections]).toEqual(['live', 2]);
  });

  it('is tried at once when the network comes back', async () => {
    server.goDown();
    await settled();
    server.comeBack();
    window.dispatchEvent(new Event('online'));
    await server.snapshot();
    expect(latest.status).toBe('live');
  });
});

describe('a page', () => {
  it('that is left lets go of its connection, and is up to date when it comes back', async () => {
    await server.snapshot();
    window.dispatchEvent(new Event('pagehide'));
    expect(server.isStreamAborted()).toBe(true);
    window.dispatchEvent(new Event('pageshow'));
    await server.snapshot({ calls: [aCall()] });
    expect(latest).toMatchObject({ status: 'live', calls: [{ callId: 'call-1' }] });
  });
});

describe('a computer', () => {
  it('that wakes after a long sleep is brought up to date at once', async () => {
    await server.snapshot();
    jest.setSystemTime(Date.now() + 3_600_000);
    document.dispatchEvent(new Event('visibilitychange'));
    await server.snapshot({ calls: [aCall()] });
    expect(latest).toMatchObject({ status: 'live', calls: [{ callId: 'call-1' }] });
    expect(server.connections).toBe(2);
  });

  it('that is woken from a short nap keeps its connection', async () => {
    await server.snapshot();
    await pass(10_000);
    document.dispatchEvent(new Event('resume'));
    await settled();
    expect(server.connections).toBe(1);
  });

  it('whose page was frozen for a minute waits for what was sent meanwhile before it says anything', async () => {
    await server.snapshot();
    await heartbeat();
    const told: string[] = [];
    const another = subscribe(({ status }) => told.push(status));
    jest.setSystemTime(Date.now() + 60_000);
    await pass(500);
    await heartbeat();
    await pass(4_000);
    another();
    expect([...new Set(told), server.connections]).toEqual(['live', 1]);
  });

  it('whose page has its timers throttled to one a minute stays live while the server is heard', async () => {
    await server.snapshot();
    await heartbeat();
    for (let minute = 0; minute < 5; minute += 1) {
      jest.setSystemTime(Date.now() + 58_000);
      await heartbeat();
      jest.setSystemTime(Date.now() + 2_000);
      await pass(500);
      expect(latest.status).toBe('live');
    }
    expect(server.connections).toBe(1);
  });

  it('that goes offline says so at once, and keeps what is known in sight', async () => {
    await server.snapshot({ calls: [aCall()] });
    goOffline();
    expect(latest).toMatchObject({
      status: 'lost',
      reason: { message: "You're offline." },
      calls: [{ callId: 'call-1' }],
    });
  });

  it.each([
    ['the session is still valid', () => undefined],
    ['the session has to be renewed', forgetSession],
  ])('that goes offline says so until it is back, where %s', async (_, before) => {
    await server.snapshot();
    goOffline();
    before();
    const told: unknown[] = [];
    const another = subscribe(({ reason }) => told.push(reason?.message));
    for (let second = 0; second < 20; second += 1) await pass(1_000);
    another();
    expect(told.length).toBeGreaterThan(2);
    expect(told.filter((why) => why !== "You're offline.")).toEqual([]);

    comeOnline();
    await server.snapshot();
    expect(latest).toMatchObject({ status: 'live', reason: undefined });
  });
});

describe('a refused connection', () => {
  it('says why, and is tried again on demand', async () => {
    server.refusesLive(403, {
      code: 'user_inactive',
      message: 'Your Salesforce user is not active.',
    });
    reconnect();
    await settled();
    expect(latest).toMatchObject({
      status: 'refused',
      reason: { message: 'Your Salesforce user is not active.' },
    });
    server.comeBack();
    reconnect();
    await server.snapshot();
    expect(latest).toMatchObject({ status: 'live', reason: undefined });
  });

  it('renews an expired session by itself', async () => {
    server.refusesLive(401, { code: 'token_expired', message: 'Expired.' });
    const before = (issue as unknown as jest.Mock).mock.calls.length;
    reconnect();
    await settled();
    expect((issue as unknown as jest.Mock).mock.calls.length).toBe(before + 1);
  });

  it('is only lost while the CRM does not answer', async () => {
    server.refusesLive(503, { code: 'crm_unavailable', message: 'Salesforce did not answer.' });
    reconnect();
    await settled();
    expect(latest.status).toBe('lost');
  });
});
