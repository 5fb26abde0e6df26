import assert from 'node:assert/strict';
import { watchRepPages, type RepPages } from '../../../../server/commands/calls/repPages.ts';
import { ONE_MOMENT_AFTER_MS } from '../../../../server/domain/carrier/oneMoment.ts';
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
  let connected: number;
  let pages: RepPages;
  let store: ReturnType<typeof createMemoryStore>['store'];
  const now = (): string => new Date(nowMs).toISOString();

  beforeEach(async () => {
    nowMs = Date.parse(START) + 60_000;
    due = [];
    announced = [];
    seenAt = now();
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
        of: async () => new Map([['ravi', { isBusy: true, ...(seenAt && { seenAt }) }]]),
      },
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

  it('is watched no more when the server stops', async () => {
    pages.gone(RAVI);
    pages.stop();
    await pass(60_000);
    assert.deepEqual(announced, []);
  });
});
