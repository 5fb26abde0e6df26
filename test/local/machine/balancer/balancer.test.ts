import assert from 'node:assert/strict';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, WebSocket } from 'ws';
import { startBalancer, type Balancer } from '../../../../local/machine/balancer/balancer.ts';
import { freePort } from '../../../support/freePort.ts';
import { until } from '../../../support/until.ts';

/** An instance that says its name, and keeps a feed and WebSockets open. */
interface Instance {
  readonly port: number;
  readonly feeds: ServerResponse[];
  start(): Promise<void>;
  stop(): Promise<void>;
}

async function instanceNamed(name: string): Promise<Instance> {
  const feeds: ServerResponse[] = [];
  let server: Server;
  const port = await freePort();
  const start = () =>
    new Promise<void>((resolve) => {
      server = createServer((request, response) => {
        if (request.url === '/feed') {
          feeds.push(response);
          response.on('close', () => feeds.splice(feeds.indexOf(response), 1));
          response.writeHead(200, { 'content-type': 'text/event-stream' });
          return void response.write(`data: ${name}\n\n`);
        }
        if (request.url === '/dies') return void request.socket.destroy();
        let body = '';
        request.on('data', (part) => (body += String(part)));
        request.on('end', () =>
          response
            .writeHead(201, { 'x-said': body, 'x-for': String(request.headers['x-forwarded-for']) })
            .end(name),
        );
      });
      const sockets = new WebSocketServer({ server });
      sockets.on('connection', (socket) =>
        socket.on('message', (words) => socket.send(`${name} heard ${String(words)}`)),
      );
      server.listen(port, resolve);
    });
  await start();
  return {
    port,
    feeds,
    start,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

describe('the balancer before several instances', () => {
  let one: Instance;
  let two: Instance;
  let balancer: Balancer;
  let url: string;

  before(async () => {
    [one, two] = [await instanceNamed('one'), await instanceNamed('two')];
    balancer = await startBalancer({ port: 0, ports: [one.port, two.port] });
    url = `http://127.0.0.1:${balancer.port}`;
  });
  after(async () => {
    await balancer?.stop();
    await one?.stop();
    await two?.stop();
  });

  const say = (words = '') => fetch(url, { method: 'POST', body: words });
  const name = async () => (await say()).text();

  it('gives requests to one after the other, on one connection too', async () => {
    const names = [await name(), await name(), await name(), await name()];
    assert.deepEqual(names.toSorted(), ['one', 'one', 'two', 'two']);
    assert.notEqual(names[0], names[1]);
  });

  it('passes on body, status and headers, and says for whom', async () => {
    const answer = await say('hello');
    assert.equal(answer.status, 201);
    assert.equal(answer.headers.get('x-said'), 'hello');
    assert.match(answer.headers.get('x-for')!, /127\.0\.0\.1$/);
  });

  it('passes a live feed on as it comes, and closes it at the instance when the reader goes', async () => {
    const reader = new AbortController();
    const answer = await fetch(`${url}/feed`, { signal: reader.signal });
    const { value } = await answer.body!.getReader().read();
    assert.match(new TextDecoder().decode(value), /^data: (one|two)\n\n$/);
    assert.equal(one.feeds.length + two.feeds.length, 1);
    reader.abort();
    await until('the instance is rid of the feed', () => one.feeds.length + two.feeds.length === 0);
  });

  it('passes WebSockets on, both ways', async () => {
    const socket = new WebSocket(url.replace('http', 'ws'));
    const heard: string[] = [];
    socket.on('message', (words) => heard.push(String(words)));
    socket.on('open', () => socket.send('hello'));
    await until('the instance has answered', () => heard.length === 1);
    assert.match(heard[0]!, /^(one|two) heard hello$/);
    socket.close();
    await until('it is closed', () => socket.readyState === WebSocket.CLOSED);
  });

  it('passes over an instance that does not listen, and comes back to it', async () => {
    await one.stop();
    assert.deepEqual([await name(), await name(), await name()], ['two', 'two', 'two']);
    await one.start();
    assert.deepEqual([await name(), await name()].toSorted(), ['one', 'two']);
  });

  it('says so when an instance goes away with a request, and does not send it again', async () => {
    assert.equal((await fetch(`${url}/dies`, { method: 'POST' })).status, 502);
  });

  it('says so when no instance listens', async () => {
    await one.stop();
    await two.stop();
    assert.equal((await say()).status, 503);
    await one.start();
    await two.start();
  });

  it('says which port is in use', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as AddressInfo;
    await assert.rejects(startBalancer({ port, ports: [] }), {
      message: new RegExp(`cannot listen on port ${port}`),
    });
    taken.close();
  });
});
