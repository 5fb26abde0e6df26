import assert from 'node:assert/strict';
import {
  ACCOUNT,
  NUMBER,
  PHONE,
  refused,
  SLOW,
  startCarrierBench,
  withCarrierBench,
  type CarrierBench,
} from '../../../support/carrierBench.ts';
import { until } from '../../../support/until.ts';

const TALKS = '<Response><Pause length="60"/></Response>';

describe('a call at the stand-in, asked for by REST', () => {
  let bench: CarrierBench;
  before(async () => {
    bench = await startCarrierBench();
  });
  after(() => bench.stop());

  const call = (form: object = {}) =>
    bench.client.calls.create({ from: NUMBER, to: PHONE, twiml: TALKS, ...form });
  const is = (sid: string, status: string) =>
    until(`the call is ${status}`, async () => {
      const seen = await bench.client.calls(sid).fetch();
      return seen.status === status ? seen : undefined;
    });

  it('is refused with 21205 when nothing says what it shall do', () =>
    refused(call({ twiml: undefined }), 400, 21205));
  it('is refused with 20001 for a document of more than 4000 characters', () =>
    refused(call({ twiml: `<Response><Say>${'x'.repeat(4000)}</Say></Response>` }), 400, 20001));

  it('follows its address rather than its document', async () => {
    bench.documents.set('/address', '<Response><Hangup/></Response>');
    const { sid } = await call({ url: `${bench.listener}/address`, method: 'GET' });
    await is(sid, 'completed');
  });

  it('cannot be redirected while it rings: 21220', async () => {
    const { sid } = await call({ to: SLOW });
    await is(sid, 'ringing');
    await refused(bench.client.calls(sid).update({ twiml: TALKS }), 400, 21220);
  });

  it('is canceled while it rings, and cannot be once it is answered', async () => {
    const { sid } = await call({ to: SLOW });
    assert.equal((await bench.client.calls(sid).update({ status: 'canceled' })).status, 'canceled');
    const answered = await call();
    await is(answered.sid, 'in-progress');
    await refused(bench.client.calls(answered.sid).update({ status: 'canceled' }), 400, 21220);
  });

  it('that was canceled while it waited to be dialed rings nobody', () =>
    withCarrierBench({ callsPerSecond: 0.25 }, async (slow) => {
      await slow.client.calls.create({ from: NUMBER, to: PHONE, twiml: TALKS });
      const { sid } = await slow.client.calls.create({
        from: NUMBER,
        to: PHONE,
        twiml: TALKS,
        statusCallback: `${slow.listener}/leg`,
        statusCallbackEvent: ['initiated', 'ringing', 'completed'],
      });
      await slow.client.calls(sid).update({ status: 'canceled' });
      await slow.client.calls.create({
        from: NUMBER,
        to: PHONE,
        twiml: TALKS,
        statusCallback: `${slow.listener}/next`,
        statusCallbackEvent: ['ringing'],
      });
      await until('the call after it rings', () =>
        slow.callbacks.some(({ path }) => path === '/next'),
      );
      assert.deepEqual(
        slow.callbacks.filter(({ path }) => path === '/leg').map(({ params }) => params.CallStatus),
        ['canceled'],
      );
    }));

  it('lasts no longer than its limit', async () => {
    const { sid } = await call({ timeLimit: 1 });
    const { duration, endTime } = await is(sid, 'completed');
    assert.ok(Number(duration) >= 1, duration);
    assert.ok(endTime);
  });

  it('has neither duration nor end when it was not answered', async () => {
    const { sid } = await call({ to: SLOW });
    await bench.client.calls(sid).update({ status: 'completed' });
    const { duration, endTime } = await is(sid, 'canceled');
    assert.deepEqual([duration, endTime], [null, null]);
  });

  it('can be asked to report to another address', async () => {
    const { sid } = await call();
    await is(sid, 'in-progress');
    await bench.client.calls(sid).update({ statusCallback: `${bench.listener}/elsewhere` });
    await bench.client.calls(sid).update({ status: 'completed' });
    const { params } = await until('the other address is told', () =>
      bench.callbacks.find(({ path }) => path === '/elsewhere'),
    );
    assert.deepEqual([params.CallSid, params.CallStatus], [sid, 'completed']);
  });

  it('to one of the account’s numbers reports its end to the number’s address', () =>
    withCarrierBench(
      {
        numbers: [
          {
            phoneNumber: NUMBER,
            voiceUrl: 'http://127.0.0.1:9/',
            statusCallback: `${bench.listener}/number`,
          },
        ],
      },
      async (other) => {
        await other.control('POST', 'calls', { from: PHONE, to: NUMBER });
        const { params } = await until('the number’s address is told', () =>
          bench.callbacks.find(({ path }) => path === '/number'),
        );
        assert.deepEqual([params.CallStatus, params.Direction], ['failed', 'inbound']);
      },
    ));

  it('list takes days of conferences as dates only', async () => {
    for (const [date, status] of [
      ['2026-11-21', 200],
      ['2026-11-21T09:00:00Z', 400],
    ] as const) {
      const answer = await fetch(
        `http://127.0.0.1:${bench.carrier.port}/2010-04-01/Accounts/${ACCOUNT.accountSid}/Conferences.json?${new URLSearchParams({ 'DateCreated>': date })}`,
        {
          headers: {
            authorization: `Basic ${btoa(`${ACCOUNT.apiKeySid}:${ACCOUNT.apiKeySecret}`)}`,
          },
        },
      );
      assert.equal(answer.status, status);
    }
  });
});
