import assert from 'node:assert/strict';
import type { Console, Feed } from '../support/console.ts';
import { identityOf } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { COMPANY_NUMBER } from '../support/worldOrgs.ts';

interface Leg {
  callSid: string;
  status: string;
}
interface RatingRow {
  callId: string;
  score: number;
  isGood: boolean;
  source: string;
}

/** Marcus Hale, whose deal is Lena's. */
const KNOWN = '+12065550187';
const BERLIN = '+493012345678';

describe('a caller whose rep has hung up', () => {
  let world: World;
  let lena: Console;
  let wall: Feed;

  before(async () => {
    world = await startWorld({
      inbound: { Unknown_Callers_Kind__c: 'queue', Unknown_Callers__c: 'Renewals' },
    });
    lena = world.as('lena');
    const [setting] = await world.orgControl<{ Id: string }[]>('records/Dealside_Setting__mdt');
    await world.orgControl(`update/Dealside_Setting__mdt/${setting!.Id}`, {
      Rating_Question__c: true,
    });
    await world.restartServer();
    wall = await world.as('maya').watch();
    await world.carrierControl('POST', 'scripts', {
      address: `client:${await identityOf(lena)}`,
      script: { toneHz: 500, ringMs: 50 },
    });
  });
  after(async () => {
    wall?.close();
    await world?.stop();
  });

  const legOf = async (callSid: string) =>
    (await world.carrierControl<Leg[]>('GET', 'legs')).find((one) => one.callSid === callSid);
  const ratings = () =>
    world.database<RatingRow>(`select "callId", "score", "isGood", "source" from "CallRating"`);

  /** Calls in, is answered, and is let go by the rep. Resolves once the caller's phone is free. */
  async function talk(from: string, presses: string): Promise<{ callId: string }> {
    const { callSid } = await world.carrierControl<{ callSid: string }>('POST', 'calls', {
      from,
      to: COMPANY_NUMBER,
      script: { toneHz: 1100, presses },
    });
    const { callId } = await until('the call is live', () =>
      [...wall.calls.values()].find((one) => one.status === 'live'),
    );
    await lena.ask('POST', `/api/calls/${callId}/hangup`, {});
    await until('the caller is let go', async () => (await legOf(callSid))?.status === 'completed');
    await until('the call has ended', () => wall.calls.get(callId)?.status === 'ended');
    await world.database(
      `update "Call" set "endedAt" = "endedAt" - interval '1 minute' where "callId" = $1`,
      [callId],
    );
    return { callId };
  }

  it('is asked how it was, presses a key, and is thanked; the answer is the call’s', async () => {
    const { callId } = await talk(KNOWN, '5');
    assert.deepEqual(await ratings(), [{ callId, score: 5, isGood: true, source: 'key' }]);
  });

  it('is asked once more after a key that says nothing, and then let go', async () => {
    const before = await ratings();
    await talk(KNOWN, '9');
    assert.deepEqual(await ratings(), before);
  });

  it('is not asked in a country where the question can count as advertising', async () => {
    const before = await ratings();
    await talk(BERLIN, '5');
    assert.deepEqual(await ratings(), before);
  });
});
