import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { openEventStream, type EventStream } from '../../../server/live/sse.ts';
import { until } from '../../support/until.ts';

const TWO_MB = 'x'.repeat(2_000_000);

describe('a console that does not read', () => {
  let console_: Socket;
  let response: ServerResponse;
  let stream: EventStream;
  let closed = 0;
  let now = 0;
  const server = createServer((_, res) => {
    response = res;
    stream = openEventStream(
      res,
      () => {
        closed += 1;
      },
      () => now,
    );
  });

  beforeEach(async () => {
    closed = 0;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    console_ = connect((server.address() as AddressInfo).port, '127.0.0.1');
    const asked = once(server, 'request');
    console_.pause();
    console_.on('error', () => undefined);
    console_.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await asked;
    // Nothing leaves this process: as to a console behind a network that stands still.
    response.socket!.cork();
  });
  afterEach(async () => {
    console_.destroy();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it('is given the time to read a snapshot of thousands of calls, and what changes meanwhile', () => {
    stream.send('snapshot', TWO_MB);
    for (let i = 0; i < 100; i += 1) stream.send('call', 'x'.repeat(1_000));
    assert.equal(response.destroyed, false);
  });

  it('is disconnected once more than a megabyte waits after the snapshot', async () => {
    stream.send('snapshot', TWO_MB);
    for (let i = 0; i < 1_200; i += 1) stream.send('call', 'x'.repeat(1_000));
    assert.equal(response.destroyed, true);
    await once(response, 'close');
    assert.equal(closed, 1);
  });

  it('is disconnected once what was sent has waited for a minute, however little it is', () => {
    stream.send('snapshot', 'little');
    for (let pings = 0; pings < 4; pings += 1) {
      assert.equal(response.destroyed, false);
      now += 15_000;
      stream.send('ping', {});
    }
    now += 15_000;
    stream.send('ping', {});
    assert.equal(response.destroyed, true);
  });

  it('has its minute begin anew once it has read all', async () => {
    stream.send('snapshot', 'little');
    now += 59_000;
    stream.send('ping', {});
    response.socket!.uncork();
    console_.resume();
    await until('all is read', () => response.writableLength === 0);
    now += 59_000;
    stream.send('ping', {});
    response.socket!.cork();
    stream.send('ping', {});
    now += 59_000;
    stream.send('ping', {});
    assert.equal(response.destroyed, false);
  });

  it('gets a heartbeat that says how often one comes, and none on top of what waits', async () => {
    stream.beat();
    const waiting = response.writableLength;
    stream.beat();
    assert.equal(response.writableLength, waiting);
    response.socket!.uncork();
    console_.resume();
    const [first] = (await once(console_, 'data')) as [Buffer];
    assert.match(String(first), /event: ping\ndata: {"everyMs":2000}\n\n/);
  });

  it('gets a snapshot whose parts were written once, as it would be written as a whole', async () => {
    const call = { callId: 'c1', help: undefined, you: { relation: 'rep' } };
    const data = { policyVersion: 'v1', calls: [call, call], notices: [], none: undefined };
    response.socket!.uncork();
    console_.resume();
    const read = once(console_, 'data');
    stream.send('snapshot', data);
    const [first] = (await read) as [Buffer];
    let text = String(first);
    console_.on('data', (more) => void (text += String(more)));
    await until('the snapshot is read', () => text.includes('event: snapshot'));
    const written = /^data: (.*)$/m.exec(text)?.[1];
    assert.equal(written, JSON.stringify(data));
  });

  it('is disconnected by heartbeats alone once something has waited for a minute', () => {
    stream.send('snapshot', 'little');
    stream.beat();
    now += 61_000;
    stream.beat();
    assert.equal(response.destroyed, true);
  });

  it('is hung up on when its feed ends and it does not take leave', async () => {
    stream.send('snapshot', TWO_MB);
    stream.close();
    await once(response, 'close');
    assert.equal(response.destroyed, true);
    assert.equal(closed, 1);
  });

  it('is disconnected once more than a megabyte waits without one', () => {
    for (let i = 0; i < 1_200; i += 1) stream.send('call', 'x'.repeat(1_000));
    assert.equal(response.destroyed, true);
  });
});
