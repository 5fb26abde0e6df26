import assert from 'node:assert/strict';
import type { Console } from '../support/console.ts';
import { identityOf } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

interface Reported {
  params: Record<string, string | undefined>;
}
interface Leg {
  callSid: string;
  to: string;
  answeredAt?: string;
}

const CUSTOMER = '+14155550142';

describe('a call whose customer’s phone rings and is heard ringing', () => {
  let world: World;
  let ravi: Console;

  before(async () => {
    world = await startWorld();
    ravi = world.as('ravi');
  });
  after(() => world?.stop());

  /** Ravi calls; the customer's phone rings and is in the conference already. */
  async function ringing(script: object): Promise<string> {
    await world.carrierControl('POST', 'scripts', { address: CUSTOMER, script });
    const placed = await ravi.placeCall({ to: CUSTOMER });
    const { callId } = placed.body.call;
    await world.carrierControl('POST', 'calls', {
      from: `client:${await identityOf(ravi)}`,
      params: placed.body.connect.params,
      script: { toneHz: 500 },
    });
    // Asked of what the carrier reported: who rings in vain is there for a moment only.
    await until('rep and customer have come to the conference', async () => {
      const reported = await world.carrierControl<Reported[]>('GET', 'callbacks');
      const came = reported.filter(
        ({ params: { FriendlyName, StatusCallbackEvent: event } }) =>
          FriendlyName === callId && event === 'participant-join',
      );
      return new Set(came.map(({ params }) => params.ParticipantLabel)).size === 2;
    });
    await until(
      'Dealside knows of both',
      async () =>
        (
          await world.database<{ connectionId: string | null }>(
            'select "connectionId" from "Participant" where "callId" = $1 and "connectionId" is not null',
            [callId],
          )
        ).length === 2,
    );
    return callId;
  }

  it('is not live before the customer has answered, and then is (T10)', async () => {
    const callId = await ringing({ ringMs: 3_000, toneHz: 1100 });
    await until('the call is live', async () => {
      const { status } = (await ravi.call(callId)).body;
      return status === 'live';
    });
    const leg = (await world.carrierControl<Leg[]>('GET', 'legs')).find(
      ({ to }) => to === CUSTOMER,
    )!;
    const [call] = await world.database<{ answeredAt: Date }>(
      'select "answeredAt" from "Call" where "callId" = $1',
      [callId],
    );
    assert.ok(leg.answeredAt);
    assert.ok(call!.answeredAt >= new Date(leg.answeredAt), 'live no sooner than it was answered');
    await ravi.ask('POST', `/api/calls/${callId}/hangup`, {});
    await until(
      'the call has ended',
      async () =>
        (
          await world.database(`select 1 from "Call" where "callId" = $1 and "status" = 'ended'`, [
            callId,
          ])
        ).length === 1,
    );
  });

  it('ends as not reached when nobody answers', async () => {
    const callId = await ringing({ ringMs: 2_000, never: 'busy' });
    await until(
      'the call has ended without ever being live',
      async () =>
        (
          await world.database(
            `select 1 from "Call" where "callId" = $1 and "status" = 'ended'
             and "answeredAt" is null and "endReason" = 'customer_unreachable'`,
            [callId],
          )
        ).length === 1,
    );
  });
});
