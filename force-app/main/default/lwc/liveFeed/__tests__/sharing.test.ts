import { anEndedIntervention, aCall } from 'test/builders';
import { settled } from 'test/server';
import { shareBetweenTabs } from 'test/tabs';
import type { ConnectionListener } from '../connection';
import { NOTHING, received, withIntervention, type LiveState } from '../liveState';
import { openShared, type Source } from '../sharing';

interface Tab {
  source: Source;
  state: LiveState;
  connections: number;
  retries: number;
  checks: number;
  tell?: ConnectionListener;
}

let browser: ReturnType<typeof shareBetweenTabs>;
let tabs: Tab[];

beforeEach(() => {
  jest.useFakeTimers();
  browser = shareBetweenTabs();
  tabs = [];
});
afterEach(() => {
  for (const { source } of tabs) source.close();
  browser.restore();
});

async function openTab(): Promise<Tab> {
  const tab = { state: NOTHING, connections: 0, retries: 0, checks: 0 } as Tab;
  const connect = (tell: ConnectionListener) => {
    tab.connections += 1;
    tab.tell = tell;
    return {
      retry: () => {
        tab.retries += 1;
      },
      check: () => {
        tab.checks += 1;
      },
      close: () => {
        tab.connections -= 1;
      },
    };
  };
  tab.source = openShared(
    'live-of-maya',
    {
      event: (event) => {
        tab.state = received(tab.state, event);
      },
      status: (status, reason, asOf) => {
        tab.state = { ...tab.state, status, reason, asOf };
      },
      state: (state) => {
        tab.state = state;
      },
      outcomeGiven: (intervention) => {
        tab.state = withIntervention(tab.state, intervention);
      },
      current: () => tab.state,
    },
    connect,
  );
  tabs.push(tab);
  await settled();
  return tab;
}

const connections = () => tabs.map((tab) => tab.connections);
const pass = async (ms: number) => {
  jest.advanceTimersByTime(ms);
  await settled();
};
const HEARTBEAT = { event: 'ping', data: { everyMs: 2_000 } };
const snapshot = (calls = [aCall()]) => ({
  event: 'snapshot',
  data: { calls, notices: [], interventionsDue: [] },
});

describe('three tabs of one person', () => {
  it('have one connection between them, and all know the same', async () => {
    const [first, second] = [await openTab(), await openTab()];
    first.tell!.event(snapshot());
    await settled();
    const third = await openTab();
    await pass(5_000);
    expect(connections()).toEqual([1, 0, 0]);
    for (const { state } of [second, third])
      expect(state).toMatchObject({ status: 'live', calls: [{ callId: 'call-1' }] });
  });

  it('hear of each change, and of a lost connection', async () => {
    const [first, second] = [await openTab(), await openTab()];
    first.tell!.event(snapshot());
    first.tell!.event({ event: 'call', data: aCall({ callId: 'call-2' }) });
    first.tell!.status('lost', { code: 'network', message: 'Away.' });
    await settled();
    expect(second.state).toMatchObject({
      status: 'lost',
      reason: { message: 'Away.' },
      calls: [{ callId: 'call-1' }, { callId: 'call-2' }],
    });
  });

  it('lose nothing when the one with the connection goes: the next takes over', async () => {
    const [first, second, third] = [await openTab(), await openTab(), await openTab()];
    first.tell!.event(snapshot());
    await settled();
    first.source.close();
    await settled();
    expect(connections()).toEqual([0, 1, 0]);
    second.tell!.event({ event: 'call', data: aCall({ callId: 'call-2' }) });
    await settled();
    expect(third.state.calls).toHaveLength(2);
  });

  it('drop the connection with the last', async () => {
    await openTab();
    await openTab();
    for (const { source } of tabs) source.close();
    await settled();
    expect(connections()).toEqual([0, 0]);
  });

  it('ask the one with the connection to try again', async () => {
    const [first, second] = [await openTab(), await openTab()];
    second.source.retry();
    await settled();
    expect([first.retries, second.retries]).toEqual([1, 0]);
  });

  it('hear of an outcome that was given in another', async () => {
    const [first, second] = [await openTab(), await openTab()];
    first.tell!.event({ event: 'intervention', data: anEndedIntervention() });
    await settled();
    expect(second.state.interventionsDue).toHaveLength(1);
    second.source.tellOutcome(anEndedIntervention({ outcome: { status: 'given', code: 'saved' } }));
    await settled();
    expect(first.state.interventionsDue).toHaveLength(0);
  });
});

describe('a tab that hears nothing', () => {
  it('from the start connects itself, because the browser keeps pages apart', async () => {
    await openTab();
    browser.deafen(true);
    await openTab();
    expect(connections()).toEqual([1, 0]);
    await pass(3_000);
    expect(connections()).toEqual([1, 1]);
  });

  it('any more connects itself, because the leader is frozen', async () => {
    const [first] = [await openTab(), await openTab()];
    first.tell!.event(snapshot());
    await settled();
    browser.deafen(true);
    await pass(34_000);
    expect(connections()).toEqual([1, 0]);
    await pass(10_000);
    expect(connections()).toEqual([1, 1]);
  });

  it('from a leader who hears nothing either says so, and has the leader look', async () => {
    const [first, second] = [await openTab(), await openTab()];
    first.tell!.event(snapshot());
    first.tell!.event(HEARTBEAT);
    await settled();
    const heardAt = Date.now();
    await pass(4_500);
    expect(second.state).toMatchObject({ status: 'lost', asOf: heardAt });
    for (let half = 0; half < 8; half += 1) await pass(500);
    expect([connections(), second.state.status]).toEqual([[1, 0], 'lost']);
    expect(first.checks).toBeGreaterThan(0);
    first.tell!.event(HEARTBEAT);
    await settled();
    expect(second.state).toMatchObject({ status: 'live', asOf: undefined });
  });

  it('because nothing happens stays with a leader who answers', async () => {
    await openTab();
    await openTab();
    for (let second = 0; second < 120; second += 1) await pass(1_000);
    expect(connections()).toEqual([1, 0]);
  });
});
