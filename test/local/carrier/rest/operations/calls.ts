import assert from 'node:assert/strict';
import { answered, TALKS, type Drives } from './driven.ts';

export const CALLS: Drives = {
  'POST /Calls.json': async (driven) => {
    const { client, from, to } = driven;
    await client.calls.create({
      from,
      to,
      url: 'http://127.0.0.1:9/document',
      method: 'GET',
      fallbackUrl: 'http://127.0.0.1:9/fallback',
      fallbackMethod: 'POST',
      statusCallback: 'http://127.0.0.1:9/status',
      statusCallbackMethod: 'POST',
      statusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'],
      timeout: 20,
      timeLimit: 60,
      callReason: 'a check',
      callerId: from,
    });
    await client.calls(await answered(driven)).update({ status: 'completed' });
  },
  'GET /Calls.json': async (driven) => {
    const sid = await answered(driven);
    await answered(driven);
    const before = new Date(Date.now() + 60_000);
    const found = await driven.client.calls.list({
      status: 'in-progress',
      to: driven.to,
      from: driven.from,
      startTimeBefore: before,
      pageSize: 1,
      limit: 50,
    });
    assert.ok(
      found.some((call) => call.sid === sid),
      'pages lead to every call',
    );
    assert.deepEqual(await driven.client.calls.list({ startTimeAfter: before }), []);
  },
  'GET /Calls/{Sid}.json': async (driven) => {
    const sid = await answered(driven);
    assert.equal((await driven.client.calls(sid).fetch()).sid, sid);
  },
  'POST /Calls/{Sid}.json': async (driven) => {
    const sid = await answered(driven);
    await driven.client.calls(sid).update({
      twiml: TALKS,
      timeLimit: 30,
      statusCallback: 'http://127.0.0.1:9/status',
      statusCallbackMethod: 'GET',
    });
    assert.equal(
      (await driven.client.calls(sid).update({ status: 'completed' })).status,
      'completed',
    );
  },
  'DELETE /Calls/{Sid}.json': async (driven) => {
    const sid = await answered(driven);
    await driven.client.calls(sid).update({ status: 'completed' });
    assert.equal(await driven.client.calls(sid).remove(), true);
    await assert.rejects(driven.client.calls(sid).fetch(), { code: 20404 });
  },
};
