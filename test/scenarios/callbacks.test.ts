import assert from 'node:assert/strict';
import { signatureOf } from '../../local/carrier/webhooks/signature.ts';
import type { Console } from '../support/console.ts';
import { liveCallOf, modeOf, superviseAs } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

interface Logged {
  url: string;
  params: Record<string, string>;
}

describe('the carrier’s callbacks', () => {
  let world: World;
  let maya: Console;
  let callId: string;
  let interventionId: string;

  before(async () => {
    world = await startWorld();
    maya = world.as('maya');
    callId = await liveCallOf(world, 'lena', 'Brightwater');
    interventionId = await superviseAs(world, maya, callId);
  });
  after(() => world?.stop());

  const auditLength = async () =>
    Number(
      (await world.database<{ count: string }>('select count(*) from "AuditEntry"'))[0]!.count,
    );
  const mode = async () => modeOf(await maya.call(callId), interventionId);
  const lastConferenceCallback = async () =>
    (await world.carrierControl<Logged[]>('GET', 'callbacks'))
      .filter((one) => one.url.endsWith('/telephony/conference'))
      .at(-1)!;
  const post = ({ url, params }: Logged, signature: string) =>
    fetch(url, {
      method: 'POST',
      body: new URLSearchParams(params),
      headers: { 'x-twilio-signature': signature },
    });

  it('with a wrong signature are refused, and audited', async () => {
    const callback = await lastConferenceCallback();
    const answer = await post(callback, 'd3Jvbmc=');
    assert.equal(answer.status, 403);
    assert.equal(
      ((await answer.json()) as { error: { code: string } }).error.code,
      'signature_invalid',
    );
    const rows = await world.database(
      `select 1 from "AuditEntry" where "code" = 'signature_invalid'`,
    );
    assert.equal(rows.length, 1);
  });

  it('that come twice change nothing the second time', async () => {
    await world.carrier.callbacks.idle();
    const callback = await lastConferenceCallback();
    const [before, call] = [await auditLength(), (await maya.call(callId)).body];
    const answer = await post(
      callback,
      signatureOf(world.authToken, callback.url, callback.params),
    );
    assert.equal(answer.status, 204);
    assert.equal(await auditLength(), before);
    assert.deepEqual((await maya.call(callId)).body, call);
  });

  it('that are lost are made up for by asking the carrier', async () => {
    await world.carrierControl('POST', 'faults', { loseNext: 3 });
    assert.equal((await maya.switchTo(interventionId, 'whisper')).status, 202);
    await until('whisper is confirmed all the same', async () => (await mode()) === 'whisper');
    await world.carrierControl('POST', 'faults', { loseNext: 0 });
  });

  it('that are late do not undo what was confirmed since', async () => {
    await world.carrierControl('POST', 'faults', { delayMs: 2_500 });
    await maya.switchTo(interventionId, 'monitor');
    await until('monitor is confirmed by asking', async () => (await mode()) === 'monitor');
    await world.carrierControl('POST', 'faults', { delayMs: 0 });
    await maya.switchTo(interventionId, 'whisper');
    await until('whisper is confirmed', async () => (await mode()) === 'whisper');
    await world.carrier.callbacks.idle();
    await until(
      'the wall still says whisper after the late word',
      async () => (await mode()) === 'whisper',
    );
  });

  it('that come while the server is down are made up for when it is back', async () => {
    await world.killServer();
    await until('the call is still known', async () => (await maya.call(callId)).status === 200);
    assert.equal(await mode(), 'whisper');
    assert.equal((await maya.switchTo(interventionId, 'monitor')).status, 202);
    await until(
      'the switch after the restart is confirmed',
      async () => (await mode()) === 'monitor',
    );
  });

  it('that were lost, late, doubled or never taken in raise no incident: the carrier was asked', async () => {
    const [told] = await world.database<{ last: string }>(
      'select max("position") as last from "AuditEntry" where "callId" = $1',
      [callId],
    );
    await until(
      'audit and carrier were compared',
      async () =>
        (
          await world.database('select 1 from "CrossCheckCursor" where "position" >= $1', [
            told!.last,
          ])
        ).length === 1,
    );
    assert.deepEqual(await world.database('select "kind", "message" from "Incident"'), []);
  });
});
