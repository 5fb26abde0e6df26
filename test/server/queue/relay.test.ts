import assert from 'node:assert/strict';
import type { OutboxMessageOf, OutboxTopic } from '../../../server/domain/outbox/message.ts';
import { CrmProblem, type Clock, type OutboxClaim } from '../../../server/ports/index.ts';
import { oneByOne } from '../../../server/queue/handlers.ts';
import { inProcessTransport } from '../../../server/queue/inProcess.ts';
import { redisTransport } from '../../../server/queue/redis.ts';
import {
  startRelay,
  type Relay,
  type RelayDeps,
  type Transport,
} from '../../../server/queue/relay.ts';
import { retryDelayMs } from '../../../server/queue/retryDelays.ts';
import { ORG, liveCall } from '../../support/builders.ts';
import { createMemoryStore } from '../../support/memoryStore.ts';
import { quietLog } from '../../support/quietLog.ts';
import { startRedis, type RedisServer } from '../../support/redisServer.ts';
import { until } from '../../support/until.ts';

type Delivered = OutboxMessageOf<OutboxTopic> & OutboxClaim;

/** What every transport must do for the relay; run in process and over a real Redis. */
function relayContract(makeTransport: () => Transport): void {
  let relays: Relay[] = [];
  let parts: ReturnType<typeof createMemoryStore>;
  let now = Date.now();
  const clock: Clock = { now: () => new Date(now).toISOString() };

  beforeEach(() => {
    now = Date.now();
    parts = createMemoryStore(() => now);
  });
  afterEach(async () => {
    await Promise.all(relays.map((relay) => relay.stop()));
    relays = [];
  });

  async function write(...keys: string[]): Promise<void> {
    await parts.store.createCall(
      liveCall({ callId: keys.join() }),
      [],
      keys.map((key) => ({
        key,
        orgId: ORG,
        topic: 'crm.intervention',
        payload: { callId: 'c', interventionId: key },
      })),
    );
  }
  async function relay(
    deliver: (message: Delivered) => Promise<void>,
    { pollMs = 20, outbox = parts.outbox }: Partial<Pick<RelayDeps, 'pollMs' | 'outbox'>> = {},
  ): Promise<void> {
    const handle = oneByOne(deliver);
    relays.push(
      await startRelay({
        outbox,
        transport: makeTransport(),
        clock,
        log: quietLog,
        handlers: {
          'crm.intervention': handle,
          'crm.callDay': handle,
          'crm.checkpoint': handle,
          'crm.call': handle,
          'crm.notification': handle,
          'crm.help': handle,
          'crm.missedCall': handle,
          'crm.helpNotification': handle,
          'crm.summonsNotification': handle,
          'carrier.helpCall': handle,
          'carrier.summonsCall': handle,
          'crm.debriefNotification': handle,
          'crm.debriefRecord': handle,
          'crm.debriefEvent': handle,
          'crm.coachingRatings': handle,
          'crm.trainingNotification': handle,
          'crm.jointCallEvent': handle,
          'crm.jointCallNotification': handle,
          'crm.followNotification': handle,
          'crm.missedCallNotification': handle,
          'crm.acknowledgement': handle,
        },
        pollMs,
        leaseMs: 60_000,
      }),
    );
  }

  it('delivers each message', async () => {
    await write('a', 'b', 'c');
    const seen: string[] = [];
    await relay(async ({ key }) => void seen.push(key));
    await until(
      'all three are delivered',
      async () => (await parts.outbox.backlog()).waiting === 0,
    );
    assert.deepEqual(seen.toSorted(), ['a', 'b', 'c']);
  });

  it('delivers again what failed, when its time has come', async () => {
    await write('a');
    let attempts = 0;
    await relay(async () => {
      attempts += 1;
      if (attempts === 1) throw new CrmProblem('retry', 'busy');
    });
    await until('the first attempt', () => attempts === 1);
    await until('the second attempt', () => {
      now += 1_000;
      return attempts === 2;
    });
    await until('it is done', async () => (await parts.outbox.backlog()).waiting === 0);
  });

  it('sets aside what an administrator must see to', async () => {
    await write('a');
    await relay(async () => {
      throw new CrmProblem('refused', 'a field is missing');
    });
    await until(
      'it is dead-lettered',
      async () => (await parts.outbox.backlog()).deadLetters === 1,
    );
  });

  it('tries again while the package lacks a field, and sets aside what still fails after hours', async () => {
    await write('a');
    let attempts = 0;
    await relay(async () => {
      attempts += 1;
      throw new CrmProblem('refused', 'no such column', undefined, {
        fault: { code: 'field_missing', said: 'no such column' },
      });
    });
    const startedAt = now;
    await until('it is dead-lettered', async () => {
      const due = await parts.outbox.nextDueAt();
      // Not during an attempt: its lease would end with the time that passes.
      if (due && Date.parse(due) > now && attempts < 10) now = Date.parse(due);
      return (await parts.outbox.backlog()).deadLetters === 1;
    });
    assert.equal(attempts, 10);
    assert.ok(now - startedAt > 3 * 3_600_000, `${now - startedAt} ms`);
  });

  it('rests while nothing is due, until a change wakes it', async () => {
    const { outbox } = parts;
    let asked = 0;
    const seen: string[] = [];
    await relay(async ({ key }) => void seen.push(key), {
      pollMs: 10 * 60_000,
      outbox: {
        ...outbox,
        async nextDueAt() {
          asked += 1;
          return outbox.nextDueAt();
        },
      },
    });
    // A transport that is still connecting has no room: the relay then looks again when woken.
    await until('it has found nothing', () => {
      relays[0]!.kick();
      return asked > 0;
    });
    await write('a');
    relays[0]!.kick();
    await until('the message is delivered', () => seen.length === 1);
  });

  it('shares the work between two without doubling it', async () => {
    const keys = Array.from({ length: 30 }, (_, i) => `k${i}`);
    await write(...keys);
    const seen: string[] = [];
    const handle = async ({ key }: Delivered): Promise<void> => void seen.push(key);
    await Promise.all([relay(handle), relay(handle)]);
    await until('all are delivered', async () => (await parts.outbox.backlog()).waiting === 0);
    assert.equal(seen.length, 30);
  });
}

describe('the relay in process', () => relayContract(() => inProcessTransport()));

describe('the relay over Redis', () => {
  let redis: RedisServer;
  before(async () => (redis = await startRedis()));
  after(() => redis.stop());

  relayContract(() => redisTransport(redis.url, quietLog));
});

describe('the waits between attempts', () => {
  const waits = Array.from({ length: 13 }, (_, i) => retryDelayMs(i + 1, () => 0.5));
  it('grow, and end', () => {
    assert.ok(waits.slice(0, 12).every((wait, i) => i === 0 || wait! >= waits[i - 1]!));
    assert.equal(waits[12], undefined);
  });
  it('are spread, so that many do not come back at once', () =>
    assert.notEqual(
      retryDelayMs(3, () => 0),
      retryDelayMs(3, () => 0.99),
    ));
});
