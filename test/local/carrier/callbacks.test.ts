import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { validateRequest } from 'twilio/lib/webhooks/webhooks.js';
import { createCallbacks, signatureOf } from '../../../local/carrier/callbacks.ts';
import type { CallbackFault } from '../../../local/carrier/faults.ts';
import { parseTwiml } from '../../../local/carrier/twiml.ts';

describe('a callback’s signature', () => {
  it('is the one of Twilio’s own example', () => {
    const params = { CallSid: 'CA1234567890ABCDE', Caller: '+14158675309', Digits: '1234', From: '+14158675309', To: '+18005551212' };
    assert.equal(signatureOf('12345', 'https://mycompany.com/myapp.php?foo=1&bar=2', params), 'RSOYDt4T1cUTdK1PDd93/VVr8B8=');
  });
});

describe('a callback on its way', () => {
  let server: Server;
  let statuses: number[];
  let received: { url: string; body: string; headers: Record<string, unknown> }[];
  let address: string;

  beforeEach(async () => {
    statuses = [];
    received = [];
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += chunk));
      request.on('end', () => {
        received.push({ url: request.url!, body, headers: request.headers });
        response.writeHead(statuses.shift() ?? 204).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/there?x=1`;
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  async function tell(url: string, ...faults: CallbackFault[]): Promise<void> {
    const callbacks = createCallbacks('token');
    for (const fault of faults) callbacks.faults.set(fault);
    callbacks.tell(url, { CallSid: 'CA1', Missing: undefined });
    await callbacks.idle();
  }

  it('is signed without the settings in its fragment', async () => {
    await tell(`${address}#rc=2&rp=5xx`);
    const [{ body, headers }] = received as [typeof received[0]];
    assert.equal(received.length, 1);
    assert.ok(validateRequest('token', String(headers['x-twilio-signature']), address, Object.fromEntries(new URLSearchParams(body))));
  });
  it('is not repeated on 5xx by default', async () => {
    statuses = [500];
    await tell(address);
    assert.equal(received.length, 1);
  });
  it('is repeated on 5xx where its address asks for it, with the same token', async () => {
    statuses = [500, 502];
    await tell(`${address}#rc=2&rp=5xx`);
    assert.equal(received.length, 3);
    assert.equal(new Set(received.map(({ headers }) => headers['i-twilio-idempotency-token'])).size, 1);
  });
  it('can be lost or doubled on demand', async () => {
    await tell(address, { does: 'lose', next: 1 });
    assert.equal(received.length, 0);
    await tell(address, { does: 'double', next: 1 });
    assert.equal(received.length, 2);
  });
});

describe('a TwiML document', () => {
  const verbs = (xml: string) => {
    const parsed = parseTwiml(xml);
    return 'error' in parsed ? parsed.error : parsed.verbs.map(({ name, text, attributes, nouns }) => ({ name, text, attributes, nouns: nouns.map((noun) => `${noun.name} ${noun.text}`) }));
  };
  it('is read with attributes and nouns', () => {
    assert.deepEqual(verbs('<?xml version="1.0"?><Response><Say voice="x">Hi &amp; bye</Say><Dial><Conference beep="false">room</Conference></Dial></Response>'), [
      { name: 'Say', text: 'Hi & bye', attributes: { voice: 'x' }, nouns: [] }, { name: 'Dial', text: '', attributes: {}, nouns: ['Conference room'] },
    ]);
  });
  it('that is no XML is refused with 12100', () => assert.equal(verbs('<Response><Say>'), 12100));
  it('with a stranger in it is refused with 12200', () => {
    assert.equal(verbs('<Response><Sing/></Response>'), 12200);
    assert.equal(verbs('<Response><Dial><Conference>r</Conference><Say>x</Say></Dial></Response>'), 12200);
    assert.equal(verbs('<Answer/>'), 12200);
  });
});
