import assert from 'node:assert/strict';
import type { Console } from '../support/console.ts';
import { liveCallOf, superviseAs } from '../support/stage.ts';
import { startWorld, type Instance, type World } from '../support/world.ts';

describe('what one instance gave out, used at another', function () {
  this.timeout(300_000);
  let world: World;
  let other: Instance;
  /** Maya's console, as it reaches the one and the other. */
  let here: Console;
  let there: Console;
  let callId: string;

  before(async () => {
    world = await startWorld();
    other = await world.startInstance();
    [here, there] = [world.as('maya'), other.as('maya')];
    callId = await liveCallOf(world, 'lena', 'Brightwater');
  });
  after(async () => {
    there?.close();
    await world?.stop();
  });

  it('is valid as a session', async () => {
    const token = await here.token();
    assert.equal((await there.ask('GET', '/api/me', undefined, token)).status, 200);
  });

  it('is valid as a ticket of the live feed, once', async () => {
    const { ticket } = (await here.ask<{ ticket: string }>('POST', '/api/live/ticket')).body;
    const open = async (url: string) => {
      const reader = new AbortController();
      const { status } = await fetch(`${url}/api/live?ticket=${ticket}`, { signal: reader.signal });
      reader.abort();
      return status;
    };
    assert.equal(await open(other.url), 200);
    assert.deepEqual([await open(world.serverUrl), await open(other.url)], [401, 401]);
  });

  it('is valid as an intervention: a heartbeat, a mode change and the end', async () => {
    const interventionId = await superviseAs(world, here, callId);
    const presence = `/api/interventions/${interventionId}/presence`;
    assert.ok((await there.ask('POST', presence)).status < 300);
    assert.equal((await there.switchTo(interventionId, 'whisper')).status, 202);
    assert.ok((await there.leave(interventionId)).status < 300);
  });

  it('is counted as a PIN: wrong tries at both lock it at both', async () => {
    const put = await here.ask('PUT', '/api/pin', { pin: '907134' });
    assert.ok(put.status < 300, JSON.stringify(put.body));
    const prove = (at: Console) =>
      at.ask<{ error: { code: string } }>('POST', '/api/pin/prove', { pin: '111112' });
    const codes: string[] = [];
    for (let tries = 0; tries < 3; tries += 1)
      for (const at of [here, there]) codes.push((await prove(at)).body.error.code);
    assert.equal(codes.at(-1), 'pin_locked', codes.join());
    assert.equal((await prove(here)).body.error.code, 'pin_locked');
  });
});
