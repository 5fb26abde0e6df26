import assert from 'node:assert/strict';
import { isReachable, reportPhone, tellOfPhone } from '../../softphone/src/phoneReport.ts';
import { INITIAL, type SoftphoneState } from '../../softphone/src/state.ts';
import { VirtualClock } from './support/virtualClock.ts';

describe('what a rep’s softphone says of its connection to the phone network', () => {
  let clock: VirtualClock;
  let told: [number, boolean][];
  let isServerThere: boolean;
  let report: ReturnType<typeof reportPhone>;
  beforeEach(() => {
    clock = new VirtualClock('2026-11-30T08:00:00.000Z');
    told = [];
    isServerThere = true;
    const startedAt = clock.now();
    report = reportPhone({
      send: (isConnected) => {
        told.push([clock.now() - startedAt, isConnected]);
        return isServerThere ? Promise.resolve() : Promise.reject(new Error('no answer'));
      },
      clock,
    });
  });

  it('is said at once when it is connected, and once', async () => {
    report.follow(true);
    await clock.pass(60_000);
    report.follow(true);
    assert.deepEqual(told, [[0, true]]);
  });

  it('is said when it stays disconnected, and not when it only registers again', async () => {
    report.follow(true);
    await clock.pass(5_000);
    report.follow(false);
    await clock.pass(9_000);
    report.follow(true);
    await clock.pass(20_000);
    report.follow(false);
    await clock.pass(60_000);
    assert.deepEqual(told, [
      [0, true],
      [44_000, false],
    ]);
  });

  it('is said again until the server has it', async () => {
    isServerThere = false;
    report.follow(false);
    await clock.pass(25_000);
    isServerThere = true;
    await clock.pass(60_000);
    assert.deepEqual(told, [
      [10_000, false],
      [20_000, false],
      [30_000, false],
    ]);
  });

  it('is said again every two minutes as long as the page is open, also after a short loss', async () => {
    report.follow(true);
    await clock.pass(60_000);
    report.follow(false);
    await clock.pass(5_000);
    report.follow(true);
    await clock.pass(250_000);
    assert.deepEqual(told, [
      [0, true],
      [185_000, true],
      [305_000, true],
    ]);
  });

  it('is said again while it is disconnected', async () => {
    report.follow(false);
    await clock.pass(140_000);
    assert.deepEqual(told, [
      [10_000, false],
      [130_000, false],
    ]);
  });

  it('is said by each page under an id of its own, until the page is closed', async () => {
    const asked: unknown[][] = [];
    const closed: unknown[] = [];
    const page = new EventTarget();
    const follow = tellOfPhone(
      {
        ask: (async (...request: unknown[]) => void asked.push(request)) as never,
        tell: async (path, body) => void closed.push([path, body]),
      },
      clock,
      page,
    );
    page.dispatchEvent(new Event('pagehide'));
    assert.deepEqual(closed, []);
    follow({
      ...INITIAL,
      device: { status: 'registered' },
      me: { takesCalls: true } as SoftphoneState['me'],
    });
    await clock.pass(0);
    const [[method, path, body]] = asked as [[string, string, { tabId: string }]];
    assert.deepEqual([method, path], ['PUT', '/api/me/phone']);
    page.dispatchEvent(new Event('pagehide'));
    assert.deepEqual(closed, [['/api/me/phone/close', { tabId: body.tabId }]]);
    await clock.pass(120_000);
    const again = asked.at(-1) as [string, string, { tabId: string }];
    assert.equal(asked.length, 2);
    assert.notEqual(again[2].tabId, body.tabId, 'a page that is shown again is another one');
  });

  it('is said anew when it came back while the server was still being told', async () => {
    const pending: (() => void)[] = [];
    const asked: boolean[] = [];
    const slow = reportPhone({
      send: (isConnected) => {
        asked.push(isConnected);
        return new Promise<void>((resolve) => pending.push(resolve));
      },
      clock,
    });
    slow.follow(true);
    pending.shift()!();
    await clock.pass(1_000);
    slow.follow(false);
    await clock.pass(11_000);
    slow.follow(true);
    assert.deepEqual(asked, [true, false]);
    pending.shift()!();
    await clock.pass(1_000);
    assert.deepEqual(asked, [true, false, true]);
  });

  it('is not said of somebody who takes no calls', async () => {
    report.follow(undefined);
    await clock.pass(60_000);
    assert.deepEqual(told, []);
  });
});

describe('a rep is reachable', () => {
  const state = (more: Partial<SoftphoneState>): SoftphoneState => ({
    ...INITIAL,
    me: { takesCalls: true } as SoftphoneState['me'],
    ...more,
  });

  it('by a softphone that is registered, or by a phone of their own', () => {
    const lost = { status: 'lost' } as const;
    assert.equal(isReachable(state({ device: { status: 'registered' } })), true);
    assert.equal(isReachable(state({ device: lost })), false);
    const reach = { device: 'phone' } as SoftphoneState['reach'];
    assert.equal(isReachable(state({ device: lost, reach })), true);
    assert.equal(isReachable({ ...state({ device: lost }), me: undefined }), undefined);
  });
});
