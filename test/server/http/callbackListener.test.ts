import assert from 'node:assert/strict';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { signatureOf } from '../../../local/carrier/webhooks/signature.ts';
import { createCallbackListener } from '../../../server/http/callbackListener.ts';
import type { CarrierFactDeps } from '../../../server/http/carrierFacts.ts';
import { createCarrierWebhooks } from '../../../server/telephony/webhooks/webhooks.ts';
import { quietLog } from '../../support/quietLog.ts';

const AUTH_TOKEN = 'a'.repeat(32);
const PUBLIC_URL = 'https://calls.example.com';
const FORM = {
  ConferenceSid: `CF${'1'.repeat(32)}`,
  FriendlyName: 'call-1',
  StatusCallbackEvent: 'conference-pause',
  SequenceNumber: '3',
  Note: 'a+b & ü',
};
const FORM_TYPE = 'application/x-www-form-urlencoded';

describe('the listener of callbacks', () => {
  let server: Server;
  const kept: unknown[] = [];
  let storeReports: CarrierFactDeps['storeReports'];
  /** Which requests came to the application, and what it could read of them. */
  const handedOn: { form?: unknown; fault?: string; body: string }[] = [];

  beforeEach(async () => {
    kept.length = handedOn.length = 0;
    storeReports = async (reports) => void kept.push(...reports.map(({ form }) => ({ ...form })));
    const listener = createCallbackListener({
      webhooks: createCarrierWebhooks({ publicUrl: PUBLIC_URL, authToken: AUTH_TOKEN }),
      facts: { log: quietLog } as CarrierFactDeps['facts'],
      storeReports: (reports) => storeReports(reports),
    });
    const application: RequestListener = (request, response) => {
      const read = listener.readBefore(request);
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      const end = (): void => {
        handedOn.push({
          ...(read && { form: { ...read.form } }),
          ...(read?.fault && { fault: read.fault.message }),
          body,
        });
        response.writeHead(418).end();
      };
      if (read) end();
      else request.once('end', end);
    };
    server = createServer(listener.first(application)).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
  });
  afterEach(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });

  const post = (
    headers: Record<string, string> = {},
    { path = '/telephony/conference', body = new URLSearchParams(FORM).toString() } = {},
  ): Promise<number> =>
    fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, {
      method: 'POST',
      headers: {
        'content-type': FORM_TYPE,
        'x-twilio-signature': signatureOf(AUTH_TOKEN, PUBLIC_URL + path, FORM),
        ...headers,
      },
      body,
    }).then(({ status }) => status);

  it('takes a signed callback, and leaves the application out of it', async () => {
    assert.equal(await post(), 204);
    assert.equal(await post({ 'content-type': `${FORM_TYPE}; charset=UTF-8` }), 204);
    assert.deepEqual(kept, [FORM, FORM]);
    assert.deepEqual(handedOn, []);
  });

  it('counts the query as signed', async () => {
    assert.equal(await post({}, { path: '/telephony/conference?a=1' }), 204);
    assert.equal(kept.length, 1);
  });

  it('hands on what is not signed, with the form it has read', async () => {
    assert.equal(await post({ 'x-twilio-signature': 'AAAA' }), 418);
    assert.deepEqual(handedOn, [{ form: FORM, body: '' }]);
    assert.deepEqual(kept, []);
  });

  it('hands on what could not be carried out, with the fault', async () => {
    storeReports = async () => Promise.reject(new Error('no database'));
    assert.equal(await post(), 418);
    assert.deepEqual(handedOn, [{ form: FORM, fault: 'no database', body: '' }]);
  });

  it('leaves everything else to the application, unread', async () => {
    const json = JSON.stringify(FORM);
    assert.equal(await post({ 'content-type': 'application/json' }, { body: json }), 418);
    assert.equal(await post({}, { path: '/telephony/voice' }), 418);
    assert.equal(await post({}, { body: `a=${'b'.repeat(64 * 1024)}` }), 418);
    assert.equal(await post({ 'content-encoding': 'gzip' }), 418);
    assert.deepEqual(
      handedOn.map(({ form, body }) => [form, body.length > 0]),
      Array.from({ length: 4 }, () => [undefined, true]),
    );
    assert.deepEqual(kept, []);
  });
});
