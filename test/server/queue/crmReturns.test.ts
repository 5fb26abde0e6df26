import assert from 'node:assert/strict';
import type { OutboxMessage } from '../../../server/domain/outbox/message.ts';
import { CrmProblem } from '../../../server/ports/index.ts';
import type { DeliveryResult } from '../../../server/queue/handlers.ts';
import { inProcessTransport } from '../../../server/queue/inProcess.ts';
import { startRelay, type Relay } from '../../../server/queue/relay.ts';
import { liveCall, ORG } from '../../support/builders.ts';
import { createMemoryStore } from '../../support/memoryStore.ts';
import { quietLog } from '../../support/quietLog.ts';
import { until } from '../../support/until.ts';

const ENDED = Array.from({ length: 30 }, (_, n) => `intervention-${String(n).padStart(2, '0')}`);
const AWAY_MS = 10 * 60_000;

describe('thirty interventions that ended while the CRM was away', () => {
  let nowMs: number;
  let relay: Relay | undefined;
  let parts: ReturnType<typeof createMemoryStore>;
  let isAway: boolean;
  /** The batches that reached the CRM, or would have. */
  let asked: string[][];

  beforeEach(() => {
    nowMs = Date.parse('2026-11-02T17:00:00.000Z');
    parts = createMemoryStore(() => nowMs);
    isAway = true;
    asked = [];
  });
  afterEach(() => relay?.stop());

  const start = async (): Promise<void> => {
    const handler = async (messages: readonly { key: string }[]): Promise<DeliveryResult[]> => {
      asked.push(messages.map(({ key }) => key));
      return messages.map(() =>
        isAway ? new CrmProblem('retry', 'away', undefined, { isAway: true }) : undefined,
      );
    };
    relay = await startRelay({
      outbox: parts.outbox,
      transport: inProcessTransport(),
      clock: { now: () => new Date(nowMs).toISOString() },
      log: quietLog,
      orgIds: [ORG],
      pollMs: 1,
      handlers: {
        'crm.intervention': handler,
        'crm.call': handler,
        'crm.notification': handler,
        'crm.help': handler,
        'crm.missedCall': handler,
        'crm.helpNotification': handler,
        'crm.summonsNotification': handler,
        'carrier.helpCall': handler,
        'carrier.summonsCall': handler,
        'crm.debriefNotification': handler,
        'crm.debriefRecord': handler,
        'crm.debriefEvent': handler,
        'crm.coachingRatings': handler,
        'crm.trainingNotification': handler,
        'crm.jointCallEvent': handler,
        'crm.jointCallNotification': handler,
        'crm.followNotification': handler,
        'crm.missedCallNotification': handler,
        'crm.acknowledgement': handler,
        'crm.callDay': handler,
        'crm.checkpoint': handler,
      },
    });
  };
  /** One second passes, and the relay has looked what is due in it. */
  async function second(): Promise<void> {
    nowMs += 1_000;
    let rounds = 0;
    const { claim } = parts.outbox;
    parts.outbox.claim = async (...args) => {
      rounds += 1;
      return claim(...args);
    };
    await until('the relay has looked twice', () => rounds >= 2, { everyMs: 1 });
    parts.outbox.claim = claim;
  }
  const waiting = async () => (await parts.outbox.backlog()).waiting;

  async function endWhileAway(): Promise<void> {
    for (const [n, key] of ENDED.entries()) {
      const message = { key, orgId: ORG, topic: 'crm.intervention', payload: {} };
      await parts.store.createCall(
        liveCall({ callId: `c${n}` }),
        [],
        [message as unknown as OutboxMessage],
      );
      await second();
    }
    nowMs += AWAY_MS;
    await second();
    asked = [];
  }

  it('all arrive within 60 s of its return, each once and in their order, in few batches', async () => {
    await start();
    await endWhileAway();
    const before = asked.length;
    isAway = false;
    let seconds = 0;
    for (; (await waiting()) > 0 && seconds < 60; seconds += 1) await second();
    assert.equal(await waiting(), 0, `${await waiting()} still missing after ${seconds} s`);
    const arrived = asked.slice(before);
    assert.deepEqual(arrived.flat(), ENDED);
    assert.ok(arrived.length <= 3, `${arrived.length} batches`);
  });

  it('do not storm it: while it is away one message asks every 10 s', async () => {
    await start();
    await endWhileAway();
    for (let seconds = 0; seconds < 60; seconds += 1) await second();
    const single = asked.filter(({ length }) => length === 1).length;
    assert.ok(asked.length <= 8, `asked ${asked.length} times in a minute`);
    assert.ok(single >= asked.length - 2, JSON.stringify(asked.map(({ length }) => length)));
  });

  it('arrive as well when the process has restarted meanwhile', async () => {
    await start();
    await endWhileAway();
    await relay!.stop();
    isAway = false;
    asked = [];
    await start();
    let seconds = 0;
    for (; (await waiting()) > 0 && seconds < 60; seconds += 1) await second();
    assert.equal(await waiting(), 0);
    assert.deepEqual(asked.flat(), ENDED);
  });
});
