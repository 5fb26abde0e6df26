import assert from 'node:assert/strict';
import type { OutboxMessage } from '../../../server/domain/outbox/message.ts';
import { inProcessTransport } from '../../../server/queue/inProcess.ts';
import { redisTransport } from '../../../server/queue/redis.ts';
import { startRelay, type Relay, type Transport } from '../../../server/queue/relay.ts';
import { liveCall, ORG } from '../../support/builders.ts';
import { createMemoryStore } from '../../support/memoryStore.ts';
import { quietLog } from '../../support/quietLog.ts';
import { startRedis, type RedisServer } from '../../support/redisServer.ts';
import { until } from '../../support/until.ts';

const message = (n: number): OutboxMessage => ({
  key: `k${n}`,
  orgId: ORG,
  topic: 'crm.intervention',
  payload: { callId: 'c', interventionId: `i${n}` },
});

interface Stage {
  relay: Relay;
  write(from: number, to: number): Promise<unknown>;
  waiting(): Promise<number>;
  deadLetters(): Promise<number>;
  /** Of batches. */
  mostAtOnce(): number;
  largestBatch(): number;
}

const BATCH = 20;

let relays: Relay[] = [];
async function stopRelays(): Promise<void> {
  await Promise.all(relays.map((relay) => relay.stop()));
  relays = [];
}

/** A relay with so many messages before it, that looks by itself only after `pollMs`. */
async function relaying(transport: Transport, count: number, pollMs: number): Promise<Stage> {
  const { store, outbox } = createMemoryStore();
  const write = (from: number, to: number) =>
    store.createCall(
      liveCall({ callId: `c${from}` }),
      [],
      Array.from({ length: to - from }, (_, n) => message(from + n)),
    );
  await write(0, count);
  let now = 0;
  let most = 0;
  let largest = 0;
  const handle = async (messages: readonly unknown[]): Promise<undefined[]> => {
    now += 1;
    most = Math.max(most, now);
    largest = Math.max(largest, messages.length);
    await new Promise((resolve) => setImmediate(resolve));
    now -= 1;
    return messages.map(() => undefined);
  };
  const relay = await startRelay({
    outbox,
    transport,
    clock: { now: () => new Date().toISOString() },
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
    leaseMs: 500,
    batchSize: BATCH,
  });
  relays.push(relay);
  return {
    relay,
    write,
    mostAtOnce: () => most,
    largestBatch: () => largest,
    waiting: async () => (await outbox.backlog()).waiting,
    deadLetters: async () => (await outbox.backlog()).deadLetters,
  };
}

describe('a backlog', () => {
  afterEach(stopRelays);

  it('is worked without a pause between the looks, one batch of an org at a time', async () => {
    const stage = await relaying(inProcessTransport(5), 10 * BATCH, 60_000);
    await until('all are delivered', async () => (await stage.waiting()) === 0);
    assert.deepEqual([stage.mostAtOnce(), stage.largestBatch()], [1, BATCH]);
  });
});

describe('while Redis is away', () => {
  let redis: RedisServer;
  before(async () => (redis = await startRedis()));
  afterEach(stopRelays);
  after(() => redis?.stop());

  it('messages wait in the outbox, and are delivered when it is back', async () => {
    const stage = await relaying(redisTransport(redis.url, quietLog), 1, 20);
    await until('the first is delivered', async () => (await stage.waiting()) === 0);
    await redis.stop();
    await stage.write(1, 4);
    assert.deepEqual([await stage.waiting(), await stage.deadLetters()], [3, 0]);
    await redis.start();
    await until('the others are delivered', async () => (await stage.waiting()) === 0);
  });

  it('the relay can be stopped', async () => {
    const warnings: string[] = [];
    const stage = await relaying(
      redisTransport(redis.url, { ...quietLog, warn: (_fields, text) => warnings.push(text) }),
      1,
      20,
    );
    await until('it is delivered', async () => (await stage.waiting()) === 0);
    await redis.stop();
    await until('the loss of Redis is noticed', () => warnings.length > 0);
    await stage.relay.stop();
    await redis.start();
  });
});
