import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { validateRequest } from 'twilio/lib/webhooks/webhooks.js';
import type { CallbackFault } from '../../../../local/carrier/faults/faultBook.ts';
import { parseTwiml } from '../../../../local/carrier/twiml/parser.ts';
import { createCallbacks } from '../../../../local/carrier/webhooks/callbacks.ts';
import { signatureOf } from '../../../../local/carrier/webhooks/signature.ts';

describe('a callback’s signature', () => {
  it('is the one of Twilio’s own example', () => {
    const params = {
      CallSid: 'CA1234567890ABCDE',
      Caller: '+14158675309',
      Digits: '1234',
      From: '+14158675309',
      To: '+18005551212',
    };
    assert.equal(
      signatureOf('12345', 'https://mycompany.com/myapp.php?foo=1&bar=2', params),
      'RSOYDt4T1cUTdK1PDd93/VVr8B8=',
    );
  });
});

describe('a callback on its way', () => {
  let server: Server;
  let statuses: number[];
  let received: { url: string; body: string; headers: Record<string, unknown> }[];
  let address: string;
  let hangs: boolean;

  beforeEach(async () => {
    statuses = [];
    hangs = false;
    received = [];
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += chunk));
      request.on('end', () => {
        received.push({ url: request.url!, body, headers: request.headers });
        if (hangs) return;
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

  async function send(url: string, ...faults: CallbackFault[]): Promise<number> {
    const callbacks = createCallbacks('token');
    for (const fault of faults) callbacks.faults.set(fault);
    callbacks.send(url, { CallSid: 'CA1', Missing: undefined });
    await callbacks.idle();
    return callbacks.log.length;
  }

  it('is signed without the settings in its fragment', async () => {
    await send(`${address}#rc=2&rp=5xx`);
    const [{ body, headers }] = received as [(typeof received)[0]];
    assert.equal(received.length, 1);
    assert.ok(
      validateRequest(
        'token',
        String(headers['x-twilio-signature']),
        address,
        Object.fromEntries(new URLSearchParams(body)),
      ),
    );
  });
  it('is not repeated on 5xx by default', async () => {
    statuses = [500];
    await send(address);
    assert.equal(received.length, 1);
  });
  it('is repeated on 5xx where its address asks for it, with the same token', async () => {
    statuses = [500, 502];
    await send(`${address}#rc=2&rp=5xx`);
    assert.equal(received.length, 3);
    assert.equal(
      new Set(received.map(({ headers }) => headers['i-twilio-idempotency-token'])).size,
      1,
    );
  });
  const NOBODY = 'http://127.0.0.1:9/there';
  for (const [fragment, attempts] of [
    ['', 2],
    ['#rc=0', 1],
    ['#rc=3', 4],
    ['#rc=9', 6],
    ['#rc=many', 2],
    ['#rp=5xx', 1],
    ['#rc=2&rp=all', 3],
    ['#e=ashburn&sni=y', 2],
  ] as const) {
    it(`is tried ${attempts} times where nobody listens, with ${fragment || 'no fragment'}`, async () => {
      const callbacks = createCallbacks('token');
      callbacks.send(NOBODY + fragment, { CallSid: 'CA1' });
      await callbacks.idle();
      assert.deepEqual(
        callbacks.log.map(({ url, status }) => [url, status]),
        Array.from({ length: attempts }, () => [NOBODY, 'failed']),
      );
    });
  }
  for (const [fragment, attempts] of [
    ['#rt=100', 1],
    ['#rt=100&rp=rt', 2],
    ['#rt=100&rp=ct,5xx', 1],
    ['#rt=100&rp=all&rc=5', 6],
  ] as const) {
    it(`is tried ${attempts} times where nobody answers, with ${fragment}`, async () => {
      hangs = true;
      assert.equal(await send(address + fragment), attempts);
    });
  }
  it('is not tried again once its time is over, with #rt=100&rp=all&rc=5&tt=350', async () => {
    hangs = true;
    const attempts = await send(`${address}#rt=100&rp=all&rc=5&tt=350`);
    assert.ok(attempts >= 1 && attempts <= 3, `it was tried ${attempts} times`);
  });
  for (const [status, fragment, attempts] of [
    [404, '', 1],
    [404, '#rp=4xx', 2],
    [404, '#rp=5xx', 1],
    [503, '#rp=4xx', 1],
    [503, '#rc=5&rp=5xx', 6],
  ] as const) {
    it(`is sent ${attempts} times to one who answers ${status}, with ${fragment || 'no fragment'}`, async () => {
      statuses = Array.from({ length: 10 }, () => status);
      await send(address + fragment);
      assert.equal(received.length, attempts);
    });
  }
  it('bears a token of its own, unlike the next', async () => {
    await send(address);
    await send(address);
    assert.equal(
      new Set(received.map(({ headers }) => headers['i-twilio-idempotency-token'])).size,
      2,
    );
  });
  it('goes by GET, signed over its address, where that is asked for', async () => {
    const callbacks = createCallbacks('token');
    callbacks.send(address, { CallSid: 'CA1' }, 'GET');
    await callbacks.idle();
    const [{ url, body, headers }] = received as [(typeof received)[0]];
    assert.deepEqual([url, body], ['/there?x=1&CallSid=CA1', '']);
    assert.ok(
      validateRequest(
        'token',
        String(headers['x-twilio-signature']),
        new URL(url, address).href,
        {},
      ),
    );
  });
  it('can be lost or doubled on demand', async () => {
    await send(address, { does: 'lose', next: 1 });
    assert.equal(received.length, 0);
    await send(address, { does: 'double', next: 1 });
    assert.equal(received.length, 2);
  });
});

describe('a TwiML document', () => {
  const verbs = (xml: string) => {
    const parsed = parseTwiml(xml);
    return 'error' in parsed
      ? parsed.error
      : parsed.verbs.map(({ name, text, attributes, nouns }) => ({
          name,
          text,
          attributes,
          nouns: nouns.map((noun) => `${noun.name} ${noun.text}`),
        }));
  };
  it('is read with attributes and nouns', () => {
    assert.deepEqual(
      verbs(
        '<?xml version="1.0"?><Response><Say voice="x">Hi &amp; bye</Say><Dial><Conference beep="false">room</Conference></Dial></Response>',
      ),
      [
        { name: 'Say', text: 'Hi & bye', attributes: { voice: 'x' }, nouns: [] },
        { name: 'Dial', text: '', attributes: {}, nouns: ['Conference room'] },
      ],
    );
  });
  it('that is no XML is refused with 12100', () => assert.equal(verbs('<Response><Say>'), 12100));
  it('with a stranger in it is refused with 12200', () => {
    assert.equal(verbs('<Response><Sing/></Response>'), 12200);
    assert.equal(
      verbs('<Response><Dial><Conference>r</Conference><Say>x</Say></Dial></Response>'),
      12200,
    );
    assert.equal(verbs('<Answer/>'), 12200);
  });
});
