import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { createSender, type TwilioRequest } from '../../../../server/telephony/client/sender.ts';

interface Received {
  readonly method?: string;
  readonly url?: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  readonly connection: number;
}

describe('requests to the carrier', () => {
  let server: Server;
  let uri: string;
  let received: Received[];
  let answer: (response: ServerResponse) => void;

  before(async () => {
    let connections = 0;
    const numbers = new WeakMap<object, number>();
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += String(chunk)));
      request.on('end', () => {
        const { method, url, headers } = request;
        received.push({ method, url, headers, body, connection: numbers.get(request.socket)! });
        answer(response);
      });
    });
    server.on('connection', (socket) => numbers.set(socket, (connections += 1)));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    uri = `http://127.0.0.1:${(server.address() as AddressInfo).port}/list.json`;
  });
  after(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  beforeEach(() => {
    received = [];
    answer = (response) => response.end('{"ok":true}');
  });

  const send = createSender(10_000);
  const request = (more: Partial<TwilioRequest> = {}): TwilioRequest => ({
    method: 'post',
    uri,
    username: 'AC1',
    password: 'secret',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' },
    ...more,
  });

  it('carry the form, the query, the credentials and the headers of the official client', async () => {
    const data = { Muted: 'true', Url: 'https://a.example/b?c=d e' };
    const { statusCode, body } = await send(request({ data, params: { Page: '2' } }));
    assert.deepEqual([statusCode, body], [200, '{"ok":true}']);
    const [{ method, url, headers, body: sent }] = received as [Received];
    assert.deepEqual([method, url], ['POST', '/list.json?Page=2']);
    assert.deepEqual(Object.fromEntries(new URLSearchParams(sent)), data);
    assert.deepEqual(
      [headers.authorization, headers['content-type'], headers.accept, headers['content-length']],
      [
        `Basic ${Buffer.from('AC1:secret').toString('base64')}`,
        'application/x-www-form-urlencoded',
        'application/json',
        String(sent.length),
      ],
    );
  });

  it('without fields have an empty body', async () => {
    await send(request());
    await send(request({ data: {} }));
    assert.deepEqual(
      received.map(({ body, headers }) => [body, headers['content-length']]),
      [
        ['', '0'],
        ['', '0'],
      ],
    );
  });

  it('use connections again', async () => {
    for (let n = 0; n < 10; n += 1) await send(request());
    const connections = new Set(received.map(({ connection }) => connection));
    assert.ok(connections.size <= 2, `${connections.size} connections`);
  });

  it('ask for long lists zipped, and read them', async () => {
    const list = JSON.stringify({ conferences: ['Überall'] });
    answer = (response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(list));
    assert.equal((await send(request({ method: 'get' }))).body, list);
    assert.equal(received[0]!.headers['accept-encoding'], 'gzip');
  });

  it('return every status with its headers, and follow no redirect', async () => {
    answer = (response) =>
      response.writeHead(302, { location: uri, 'retry-after': '3' }).end('elsewhere');
    const { statusCode, body, headers } = await send(request());
    assert.deepEqual([statusCode, body, headers?.['retry-after']], [302, 'elsewhere', '3']);
    assert.equal(received.length, 1);
  });

  it('fail with the code of the connection', async () => {
    answer = (response) => response.destroy();
    await assert.rejects(send(request()), { code: 'UND_ERR_SOCKET' });
    answer = (response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half', () => response.destroy());
    };
    await assert.rejects(send(request()), { code: 'UND_ERR_SOCKET' });
  });

  it('fail when the whole answer takes too long', async () => {
    const impatient = createSender(50);
    answer = () => undefined;
    await assert.rejects(impatient(request()), { code: 'ECONNABORTED' });
    answer = (response) => response.writeHead(200, { 'content-length': '100' }).write('half');
    await assert.rejects(impatient(request()), {
      code: 'ECONNABORTED',
      message: 'timeout of 50ms exceeded',
    });
  });
});
