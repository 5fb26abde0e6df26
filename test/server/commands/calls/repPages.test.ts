import assert from 'node:assert/strict';
import { watchRepPages, type RepPages } from '../../../../server/commands/calls/repPages.ts';
import {
  ONE_MOMENT_AFTER_MS,
  ONE_MOMENT_AFTER_HEARTBEAT_MS,
} from '../../../../server/domain/carrier/oneMoment.ts';
import type { ConferenceControl } from '../../../../server/ports/index.ts';
import { createLocalLocks } from '../../../../server/store/locks/localLocks.ts';
import { liveCall, ORG, START } from '../../../support/builders.ts';
import { createMemoryStore } from '../../../support/memoryStore.ts';
import { quietLog } from '../../../support/quietLog.ts';

const RAVI = { orgId: ORG, userId: 'ravi' };

describe('a rep’s page that is gone', () => {
  let nowMs: number;
  let due: { atMs: number; act: () => Promise<void> }[];
  let announced: number[];
  let seenAt: string | undefined;
  let heartbeatAt: string | undefined;
  let written: { userId: string; at: string }[];
  let isCrmAway: boolean;
  /** What happens while the database is asked. */
  let whileAsked: () => void;
  let connected: number;
  let pages: RepPages;
  let store: ReturnType<typeof createMemoryStore>['store'];
  const now = (): string => new Date(nowMs).toISOString();

  beforeEach(async () => {
    nowMs = Date.parse(START) + 60_000;
    due = [];
    announced = [];
    seenAt = now();
    heartbeatAt = undefined;
    written = [];
    isCrmAway = false;
    whileAsked = () => undefined;
    connected = 0;
    ({ store } = createMemoryStore(() => nowMs));
    await store.createCall(liveCall(), [], []);
    const goneAtMs = nowMs;
    let ids = 0;
    pages = watchRepPages({
      store,
      control: {
        announce: async () => void announced.push(nowMs - goneAtMs),
      } as unknown as ConferenceControl,
      locks: createLocalLocks(),
      clock: { now },
      ids: { next: () => `id${(ids += 1)}` },
      log: quietLog,
      openCalls: () => [liveCall()],
      connected: () => connected,
      activities: {
        async of() {
          whileAsked();
          const signs = { ...(seenAt && { seenAt }), ...(heartbeatAt && { heartbeatAt }) };
          return new Map([['ravi', { isBusy: true, ...signs }]]);
        },
        heartbeats: async (heartbeats) => void written.push(...heartbeats),
      },
      speech: { of: async () => ({ wordings: [], places: [] }) },
      isCrmAway: () => isCrmAway,
      after(delayMs, act) {
        const one = { atMs: nowMs + delayMs, act };
        due.push(one);
        return () => void (due = due.filter((other) => other !== one));
      },
    });
  });

  async function pass(ms: number): Promise<void> {
    const end = nowMs + ms;
    for (;;) {
      const next = due.toSorted((a, b) => a.atMs - b.atMs)[0];
      if (!next || next.atMs > end) break;
      due = due.filter((one) => one !== next);
      nowMs = Math.max(nowMs, next.atMs);
      await next.act();
      await endAnnouncements();
    }
    nowMs = end;
  }
  const endAnnouncements = () =>
    store.changeCall('c1', (call) => ({
      call: {
        ...call,
        announcements: call.announcements.map((one) => ({ ...one, status: 'played' as const })),
      },
      audit: [],
      outbox: [],
      answer: 0,
    }));

  it('has the customer hear a word three times, until the carrier must have noticed', async () => {
    pages.gone(RAVI);
    await pass(60_000);
    assert.deepEqual(announced, ONE_MOMENT_AFTER_MS);
    assert.ok(announced.every((ms) => ms < 30_000));
    assert.deepEqual(due, []);
  });

  it('has nobody hear anything if it is back before', async () => {
    pages.gone(RAVI);
    await pass(5_000);
    pages.back(RAVI);
    await pass(60_000);
    assert.deepEqual(announced, []);
  });

  it('ends the words when it is back later', async () => {
    pages.gone(RAVI);
    await pass(7_000);
    pages.back(RAVI);
    await pass(60_000);
    assert.equal(announced.length, 1);
  });

  it('is back as well when another instance has it', async () => {
    pages.gone(RAVI);
    await pass(2_000);
    seenAt = now();
    await pass(60_000);
    assert.deepEqual(announced, []);
  });

  it('says nothing of browsers when more pages are gone at once than are left', async () => {
    connected = 4;
    for (const userId of ['a', 'b', 'c', 'd']) pages.gone({ orgId: 'another', userId });
    pages.gone(RAVI);
    await pass(6_000);
    assert.deepEqual(announced, []);
  });

  it('means nothing without a call of that rep', async () => {
    pages.gone({ ...RAVI, userId: 'lena' });
    pages.gone({ orgId: 'another', userId: 'ravi' });
    await pass(60_000);
    assert.deepEqual(announced, []);
  });

  describe('whose softphone sends no heartbeat any more, though its connection is open', () => {
    beforeEach(() => pages.heartbeat(RAVI));

    it('has the customer hear a word after 10, 20 and 30 s, then each minute until the carrier notices', async () => {
      await pass(600_000);
      assert.deepEqual(
        announced.map((ms) => ms / 1_000),
        [10, 20, 30, 60, 120, 180, 240],
      );
      assert.deepEqual(
        announced,
        ONE_MOMENT_AFTER_HEARTBEAT_MS.filter((ms) => ms < 300_000),
      );
      assert.deepEqual(due, []);
    });

    it('has nobody hear anything while it gives them, and the words end with the next one', async () => {
      for (let i = 0; i < 10; i += 1) {
        await pass(4_000);
        pages.heartbeat(RAVI);
      }
      assert.deepEqual(announced, []);
      await pass(15_000);
      assert.equal(announced.length, 1);
      pages.heartbeat(RAVI);
      await pass(9_000);
      assert.equal(announced.length, 1);
    });

    it('is not taken for alive because its page is still seen, or the feed was opened anew', async () => {
      await pass(5_000);
      seenAt = now();
      await pass(6_000);
      assert.equal(announced.length, 1);
    });

    it('may give them to another instance', async () => {
      await pass(4_000);
      heartbeatAt = now();
      await pass(600_000);
      assert.deepEqual(announced, []);
    });

    it('has its heartbeats written down with their time, together', async () => {
      const at = now();
      pages.heartbeat({ ...RAVI, userId: 'lena' });
      await pass(2_000);
      assert.deepEqual(written, [
        { ...RAVI, at },
        { orgId: ORG, userId: 'lena', at },
      ]);
    });

    it('is believed to be there while Salesforce is away, and pages get no session', async () => {
      isCrmAway = true;
      await pass(600_000);
      assert.deepEqual(announced, []);
    });

    it('says nothing of computers when most have fallen silent at once', async () => {
      for (const userId of ['a', 'b', 'c', 'd']) pages.heartbeat({ orgId: 'another', userId });
      await pass(12_000);
      assert.deepEqual(announced, []);
    });

    it('may give one in the last moment, which a server that stood still reads late', async () => {
      whileAsked = () => pages.heartbeat(RAVI);
      await pass(10_000);
      assert.deepEqual(announced, []);
      whileAsked = () => undefined;
      await pass(10_000);
      assert.deepEqual(announced, [20_000]);
    });

    it('whose connection then closes is gone since then', async () => {
      await pass(4_000);
      pages.gone(RAVI);
      await pass(6_000);
      assert.deepEqual(announced, [10_000]);
    });
  });

  it('is watched no more when the server stops', async () => {
    pages.gone(RAVI);
    pages.stop();
    await pass(60_000);
    assert.deepEqual(announced, []);
  });
});
