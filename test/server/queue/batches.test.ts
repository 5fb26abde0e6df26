import assert from 'node:assert/strict';
import type { OutboxMessage, OutboxTopic } from '../../../server/domain/outbox/message.ts';
import { CrmProblem, type ExceptedMessages } from '../../../server/ports/index.ts';
import type { DeliveryResult } from '../../../server/queue/handlers.ts';
import { inProcessTransport } from '../../../server/queue/inProcess.ts';
import { startRelay, type Relay } from '../../../server/queue/relay.ts';
import { liveCall, ORG } from '../../support/builders.ts';
import { createMemoryStore } from '../../support/memoryStore.ts';
import { quietLog } from '../../support/quietLog.ts';
import { until } from '../../support/until.ts';

const TOPICS: readonly OutboxTopic[] = [
  'crm.notification',
  'crm.acknowledgement',
  'crm.help',
  'crm.checkpoint',
  'crm.intervention',
];
const away = () => new CrmProblem('retry', 'away', undefined, { isAway: true });

describe('a batch of messages', () => {
  let relay: Relay | undefined;
  let parts: ReturnType<typeof createMemoryStore>;
  /** What came to the handlers, in order: topic and keys. */
  let handled: { topic: OutboxTopic; orgId: string; keys: string[] }[];
  let now = 0;
  let results: (topic: OutboxTopic, keys: readonly string[]) => DeliveryResult[];
  let held: ExceptedMessages[];

  beforeEach(() => {
    now = Date.now();
    parts = createMemoryStore(() => now);
    handled = [];
    held = [];
    results = (_topic, keys) => keys.map(() => undefined);
  });
  afterEach(async () => {
    await relay?.stop();
    relay = undefined;
  });

  let calls = 0;
  const write = (...messages: [OutboxTopic, string, string?][]) =>
    parts.store.createCall(
      liveCall({ callId: `c${(calls += 1)}` }),
      [],
      messages.map(
        ([topic, key, orgId = ORG]) =>
          ({ key, orgId, topic, payload: {} }) as unknown as OutboxMessage,
      ),
    );

  async function start(gatherMs = 0): Promise<void> {
    const handler =
      (topic: OutboxTopic) => async (messages: readonly { key: string; orgId: string }[]) => {
        const keys = messages.map(({ key }) => key);
        handled.push({ topic, orgId: messages[0]!.orgId, keys });
        return results(topic, keys);
      };
    relay = await startRelay({
      outbox: parts.outbox,
      transport: inProcessTransport(),
      clock: { now: () => new Date(now).toISOString() },
      log: quietLog,
      holdBack: { held: () => held, gatherMs: () => gatherMs },
      pollMs: 10,
      handlers: {
        'crm.intervention': handler('crm.intervention'),
        'crm.call': handler('crm.call'),
        'crm.notification': handler('crm.notification'),
        'crm.help': handler('crm.help'),
        'crm.missedCall': handler('crm.missedCall'),
        'crm.helpNotification': handler('crm.helpNotification'),
        'crm.summonsNotification': handler('crm.summonsNotification'),
        'carrier.helpCall': handler('carrier.helpCall'),
        'carrier.summonsCall': handler('carrier.summonsCall'),
        'crm.debriefNotification': handler('crm.debriefNotification'),
        'crm.debriefRecord': handler('crm.debriefRecord'),
        'crm.debriefEvent': handler('crm.debriefEvent'),
        'crm.coachingRatings': handler('crm.coachingRatings'),
        'crm.trainingNotification': handler('crm.trainingNotification'),
        'crm.jointCallEvent': handler('crm.jointCallEvent'),
        'crm.jointCallNotification': handler('crm.jointCallNotification'),
        'crm.followNotification': handler('crm.followNotification'),
        'crm.missedCallNotification': handler('crm.missedCallNotification'),
        'crm.acknowledgement': handler('crm.acknowledgement'),
        'crm.callDay': handler('crm.callDay'),
        'crm.checkpoint': handler('crm.checkpoint'),
      },
    });
  }
  const allDone = () =>
    until('all is done', async () => (await parts.outbox.backlog()).waiting === 0);

  it('brings interventions first, whatever was written first', async () => {
    await write(...TOPICS.map((topic): [OutboxTopic, string] => [topic, topic]));
    await start();
    await allDone();
    assert.equal(handled[0]!.topic, 'crm.intervention');
    assert.deepEqual(handled.map(({ topic }) => topic).toSorted(), TOPICS.toSorted());
  });

  it('is of one org, and its topics come together', async () => {
    await write(
      ['crm.intervention', 'a1', 'a'],
      ['crm.intervention', 'b1', 'b'],
      ['crm.intervention', 'a2', 'a'],
    );
    await start();
    await allDone();
    assert.deepEqual(
      handled.map(({ orgId, keys }) => [orgId, keys]),
      [
        ['a', ['a1', 'a2']],
        ['b', ['b1']],
      ],
    );
  });

  it('is settled message by message', async () => {
    await write(
      ['crm.intervention', 'good'],
      ['crm.intervention', 'refused'],
      ['crm.intervention', 'locked'],
    );
    results = (_topic, keys) =>
      keys.map((key) =>
        key === 'refused'
          ? new CrmProblem('refused', 'no')
          : key === 'locked'
            ? new CrmProblem('retry', 'locked', 'UNABLE_TO_LOCK_ROW')
            : undefined,
      );
    await start();
    await until('one is refused', async () => (await parts.outbox.backlog()).deadLetters === 1);
    assert.equal((await parts.outbox.backlog()).waiting, 1);
    results = (_topic, keys) => keys.map(() => undefined);
    now += 10_000;
    await allDone();
    assert.deepEqual(handled.at(-1)!.keys, ['locked']);
  });

  it('leaves waiting what is held back, uncounted, until it is not', async () => {
    held = [{ orgId: ORG, topics: ['crm.acknowledgement'] }];
    await write(['crm.acknowledgement', 'ack'], ['crm.intervention', 'i']);
    await start();
    await until('the rest is done', async () => (await parts.outbox.backlog()).waiting === 1);
    held = [];
    await allDone();
    assert.deepEqual(
      handled.map(({ keys }) => keys),
      [['i'], ['ack']],
    );
  });

  it('does not try the rest when the org is away', async () => {
    await write(['crm.intervention', 'i'], ['crm.notification', 'n'], ['crm.help', 'h']);
    results = (_topic, keys) => keys.map(away);
    await start();
    await until('it was tried', () => handled.length > 0);
    await relay!.stop();
    assert.deepEqual(
      handled.map(({ keys }) => keys),
      [['i']],
    );
    assert.equal((await parts.outbox.backlog()).waiting, 3);
  });

  it('that failed while the org was away is due as soon as another gets through', async () => {
    await write(['crm.intervention', 'first'], ['crm.intervention', 'second']);
    let isAway = true;
    results = (_topic, keys) => keys.map(() => (isAway ? away() : undefined));
    await start();
    await until('it was tried', () => handled.length > 0);
    isAway = false;
    // The clock stands still: the time of the retry never comes.
    await write(['crm.intervention', 'third']);
    await allDone();
    assert.deepEqual(handled.at(-1)!.keys, ['first', 'second']);
  });

  it('takes along what came while the one before gathered', async () => {
    await write(['crm.intervention', 'first']);
    await start(400);
    await until('the first is done', async () => (await parts.outbox.backlog()).waiting === 0);
    for (const key of ['second', 'third']) {
      await write(['crm.intervention', key]);
      relay!.kick();
    }
    await allDone();
    assert.deepEqual(
      handled.map(({ keys }) => keys),
      [['first'], ['second', 'third']],
    );
  });

  it('that does not fit a version is tried again, and its neighbors are delivered', async () => {
    await write(['crm.unknown' as OutboxTopic, 'new'], ['crm.intervention', 'i']);
    await start();
    await until('the known one is done', async () => (await parts.outbox.backlog()).waiting === 1);
    assert.deepEqual(
      handled.map(({ keys }) => keys),
      [['i']],
    );
  });
});
