import assert from 'node:assert/strict';
import { insertCalls } from '../support/insertCalls.ts';
import { liveCallOf, modeOf, superviseAs } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWiretap, type Wiretap } from '../support/wiretap.ts';
import { startWorld, type World } from '../support/world.ts';

interface Room {
  friendlyName: string;
  participants: { label: string; callSid: string }[];
}

const CALLS = 2_000;
/** Longer than a look may take, so that one holds up whatever waits for it. */
const SLOW_MS = 4_000;

describe('a supervisor whose browser dies, while 2,000 calls wait for a slow carrier', function () {
  this.timeout(300_000);
  let world: World;
  let wire: Wiretap;

  before(async () => {
    wire = await startWiretap(() => world.carrier.port);
    world = await startWorld({ env: { TWILIO_API_URL: wire.url } });
  });
  after(async () => {
    await world?.stop();
    await wire?.stop();
  });

  const participants = async (callId: string) =>
    (await world.carrierControl<Room[]>('GET', 'conferences')).find(
      (room) => room.friendlyName === callId,
    )?.participants ?? [];
  /** The calls that wait for a look that is due. */
  const waiting = async () =>
    (
      await world.database<{ count: number }>(
        `select count(*)::int as count from "Call" where "status" <> 'ended' and "dueAt" <= now()`,
      )
    )[0]!.count;

  it('is silenced, and then removed, before the calls that wait are looked into', async () => {
    const maya = world.as('maya');
    const callId = await liveCallOf(world, 'lena', 'Brightwater');
    const interventionId = await superviseAs(world, maya, callId);
    await maya.switchTo(interventionId, 'barge', { reasonCode: 'large_deal' });
    await until(
      'the barge is confirmed',
      async () => modeOf(await maya.call(callId), interventionId) === 'barge',
    );
    const bargedAtMs = performance.now();
    const { callSid } = (await participants(callId)).find(({ label }) =>
      label.startsWith('supervisor'),
    )!;
    await world.carrierControl('POST', 'faults', {
      rest: [{ does: 'slow', ms: SLOW_MS, method: 'GET' }],
    });
    await insertCalls(world.databaseUrl, { count: CALLS, areDue: true });
    await until('the rounds have begun to look', async () => {
      const left = await waiting();
      return left > 0 && left < CALLS;
    });
    maya.stopHeartbeats();
    await until(
      'only rep and customer are on the call',
      async () =>
        (await participants(callId))
          .map(({ label }) => label)
          .sort()
          .join() === 'customer,rep',
    );
    assert.ok((await waiting()) > 0, 'calls still wait for a look');

    await until('the removal was answered', () =>
      wire.exchanges.some(({ method }) => method === 'DELETE'),
    );
    // A look at the call meanwhile may silence her as well.
    const asked = wire.exchanges
      .filter(
        ({ method, path, fromMs }) =>
          method !== 'GET' && path.includes(callSid) && fromMs > bargedAtMs,
      )
      .map(({ method, form }) => [method, form.get('Muted')].join());
    const removedAt = asked.indexOf('DELETE,');
    assert.ok(removedAt > 0, asked.join(' '));
    assert.deepEqual([...new Set(asked.slice(0, removedAt))], ['POST,true']);
    const endReason = await until(
      'the intervention has ended',
      async () =>
        (
          await world.database<{ endReason: string | null }>(
            'select "endReason" from "Intervention" where "interventionId" = $1',
            [interventionId],
          )
        )[0]!.endReason,
    );
    assert.equal(endReason, 'connection_lost');
    assert.equal((await maya.call(callId)).body.status, 'live');
  });
});
