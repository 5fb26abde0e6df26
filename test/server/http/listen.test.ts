import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { listen } from '../../../server/http/listen.ts';
import { until } from '../../support/until.ts';

/** A browser that means ill. */
function dial(port: number, ...sent: string[]) {
  const socket: Socket = connect(port, '127.0.0.1');
  const state = { got: '', isClosed: false };
  socket.on('data', (chunk) => (state.got += chunk.toString()));
  socket.on('close', () => (state.isClosed = true));
  socket.on('error', () => undefined);
  for (const text of sent) socket.write(text);
  return { socket, state };
}

describe('the listening server', () => {
  let server: Server;
  let port: number;
  let answered = 0;

  before(async () => {
    server = await listen(
      (request, response) => {
        answered += 1;
        if (request.url === '/stream') {
          response.writeHead(200);
          response.write('one');
          return;
        }
        request.resume().on('end', () => response.end('ok'));
      },
      {
        port: 0,
        host: '127.0.0.1',
        limits: {
          headersTimeout: 150,
          requestTimeout: 300,
          keepAliveTimeout: 200,
          connectionsCheckingInterval: 50,
        },
      },
    );
    port = (server.address() as AddressInfo).port;
  });
  after(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it('hangs up on headers that come drop by drop', async () => {
    const { socket, state } = dial(port, 'GET / HTTP/1.1\r\nHost: x\r\n');
    const drops = setInterval(() => socket.writable && socket.write('X-A: b\r\n'), 40);
    await until('the connection is closed', () => state.isClosed);
    clearInterval(drops);
    assert.match(state.got, /^HTTP\/1\.1 408/);
  });

  it('hangs up on a thousand connections on which nothing comes', async () => {
    const silent = Array.from({ length: 1_000 }, () => dial(port));
    await until('all are closed', () => silent.every(({ state }) => state.isClosed));
  });

  /**
   * Dials until the answer begins so. This process may stand still for longer than the limits of these
   * tests, and then even a browser that means well is hung up on.
   */
  const answeredWith = (begin: RegExp, text: string) =>
    until(`an answer like ${begin.source}`, async () => {
      const dialed = dial(port, text);
      await until(
        'an answer, or the end',
        () => begin.test(dialed.state.got) || dialed.state.isClosed,
      );
      return begin.test(dialed.state.got) ? dialed : undefined;
    });

  it('hangs up on a connection on which nothing comes any more', async () => {
    const { state } = await answeredWith(
      /^HTTP\/1\.1 200[^]*ok/,
      'GET / HTTP/1.1\r\nHost: x\r\n\r\n',
    );
    await until('the connection is closed', () => state.isClosed);
  });

  it('hangs up on a body that comes drop by drop', async () => {
    const { socket, state } = dial(
      port,
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n',
    );
    const drops = setInterval(() => socket.writable && socket.write('a'), 40);
    await until('the connection is closed', () => state.isClosed);
    clearInterval(drops);
    assert.match(state.got, /408/);
  });

  it('answers 431 to headers that are too large', async () => {
    const { state } = await answeredWith(
      /^HTTP\/1\.1 431/,
      `GET / HTTP/1.1\r\nHost: x\r\nX-Large: ${'a'.repeat(20_000)}\r\n\r\n`,
    );
    await until('the connection is closed', () => state.isClosed);
  });

  it('lets an answer take as long as it likes', async () => {
    const { socket, state } = await answeredWith(/one/, 'GET /stream HTTP/1.1\r\nHost: x\r\n\r\n');
    const slow = dial(port, 'GET / HTTP/1.1\r\n');
    await until('a slow request that came later is closed', () => slow.state.isClosed);
    assert.equal(state.isClosed, false);
    socket.destroy();
  });

  it('answers a browser that means well', async () => {
    const before = answered;
    await answeredWith(
      /^HTTP\/1\.1 200[^]*ok/,
      `POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n${'x'.repeat(100)}`,
    );
    assert.ok(answered > before);
  });
});
