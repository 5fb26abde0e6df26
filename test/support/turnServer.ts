import { createHash, createHmac, randomBytes } from 'node:crypto';
import { createSocket, type Socket as UdpSocket } from 'node:dgram';
import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

const COOKIE = 0x2112a442;
const REALM = 'dealside.test';

const METHOD = { binding: 1, allocate: 3, refresh: 4, send: 6, data: 7, permission: 8, channel: 9 };
const CLASS = { request: 0x000, indication: 0x010, success: 0x100, error: 0x110 };
const ATTRIBUTE = {
  username: 0x0006,
  integrity: 0x0008,
  error: 0x0009,
  channel: 0x000c,
  lifetime: 0x000d,
  peer: 0x0012,
  data: 0x0013,
  realm: 0x0014,
  nonce: 0x0015,
  relayed: 0x0016,
  mapped: 0x0020,
};

interface Peer {
  readonly address: string;
  readonly port: number;
}
interface Message {
  readonly type: number;
  readonly transaction: Buffer;
  readonly attributes: ReadonlyMap<number, Buffer>;
  /** Everything before the integrity, which it covers. */
  readonly covered?: Buffer;
}

export interface TurnServer {
  /** As in the setting `TURN_URLS`. */
  readonly url: string;
  readonly secret: string;
  /** How many bytes of sound and of connecting went through it, to the phone network. */
  relayedBytes(): number;
  stop(): Promise<void>;
}

/**
 * A TURN server on loopback that is reached by TCP alone (RFC 8656), with passwords of a secret that
 * it shares with Dealside, as coturn's `use-auth-secret` has it.
 */
export async function startTurnServer(): Promise<TurnServer> {
  const secret = randomBytes(12).toString('hex');
  const connections = new Set<Socket>();
  let relayedBytes = 0;
  const server = createServer((connection) => {
    connections.add(connection);
    connection.on('error', () => connection.destroy());
    connection.on('close', () => connections.delete(connection));
    serve(connection, secret, (bytes) => (relayedBytes += bytes));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `turn:127.0.0.1:${(server.address() as AddressInfo).port}?transport=tcp`,
    secret,
    relayedBytes: () => relayedBytes,
    async stop() {
      for (const connection of connections) connection.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** One client: its allocation lives as long as its connection. */
function serve(connection: Socket, secret: string, relayed: (bytes: number) => void): void {
  const nonce = randomBytes(8).toString('hex');
  const channels = new Map<number, Peer>();
  let relay: UdpSocket | undefined;
  let unread = Buffer.alloc(0);

  connection.on('data', (chunk: Buffer) => {
    unread = Buffer.concat([unread, chunk]);
    for (let frame = readFrame(); frame; frame = readFrame()) void handleFrame(frame);
  });
  connection.on('close', () => relay?.close());

  /** A STUN message, or a message of a channel, which is padded to four bytes. */
  function readFrame(): Buffer | undefined {
    if (unread.length < 4) return undefined;
    const length = unread.readUInt16BE(2);
    const isChannel = unread[0]! >= 0x40;
    const whole = isChannel ? 4 + Math.ceil(length / 4) * 4 : 20 + length;
    if (unread.length < whole) return undefined;
    const frame = unread.subarray(0, isChannel ? 4 + length : whole);
    unread = unread.subarray(whole);
    return frame;
  }

  async function handleFrame(frame: Buffer): Promise<void> {
    if (frame[0]! >= 0x40) {
      const peer = channels.get(frame.readUInt16BE(0));
      if (peer) forward(peer, frame.subarray(4));
      return;
    }
    const message = read(frame);
    switch (message.type) {
      case METHOD.binding:
        return answer(message, [[ATTRIBUTE.mapped, addressOf(remote())]]);
      case METHOD.send | CLASS.indication: {
        const [peer, data] = [ATTRIBUTE.peer, ATTRIBUTE.data].map((a) => message.attributes.get(a));
        if (peer && data) forward(peerOf(peer), data);
        return;
      }
      default:
        return isProved(message) ? carryOut(message) : refuse(message);
    }
  }

  async function carryOut(message: Message): Promise<void> {
    switch (message.type) {
      case METHOD.allocate: {
        const { address, port } = await allocate();
        return answer(message, [
          [ATTRIBUTE.relayed, addressOf({ address, port })],
          [ATTRIBUTE.mapped, addressOf(remote())],
          [ATTRIBUTE.lifetime, number(600)],
        ]);
      }
      case METHOD.channel: {
        const [channel, peer] = [ATTRIBUTE.channel, ATTRIBUTE.peer].map((a) =>
          message.attributes.get(a)!,
        );
        channels.set(channel!.readUInt16BE(0), peerOf(peer!));
        return answer(message, []);
      }
      default:
        return answer(message, [[ATTRIBUTE.lifetime, number(600)]]);
    }
  }

  async function allocate(): Promise<AddressInfo> {
    if (relay) return relay.address();
    const socket = createSocket('udp4');
    relay = socket;
    await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
    socket.on('message', (data, { address, port }) => deliver({ address, port }, data));
    return socket.address();
  }

  function forward({ address, port }: Peer, data: Buffer): void {
    relayed(data.length);
    relay?.send(data, port, address, () => undefined);
  }

  function deliver(peer: Peer, data: Buffer): void {
    const channel = [...channels].find(
      ([, one]) => one.port === peer.port && one.address === peer.address,
    )?.[0];
    if (channel === undefined)
      return void connection.write(
        written(METHOD.data | CLASS.indication, randomBytes(12), [
          [ATTRIBUTE.peer, addressOf(peer)],
          [ATTRIBUTE.data, data],
        ]),
      );
    const head = Buffer.alloc(4);
    head.writeUInt16BE(channel, 0);
    head.writeUInt16BE(data.length, 2);
    connection.write(Buffer.concat([head, data, Buffer.alloc(-data.length & 3)]));
  }

  const remote = (): Peer => ({
    address: connection.remoteAddress ?? '127.0.0.1',
    port: connection.remotePort ?? 0,
  });
  const keyOf = (message: Message): Buffer => {
    const username = String(message.attributes.get(ATTRIBUTE.username) ?? '');
    const password = createHmac('sha1', secret).update(username).digest('base64');
    return createHash('md5').update(`${username}:${REALM}:${password}`).digest();
  };
  const isProved = (message: Message): boolean => {
    const [expires] = String(message.attributes.get(ATTRIBUTE.username) ?? '').split(':');
    return (
      message.covered !== undefined &&
      Number(expires) * 1_000 > Date.now() &&
      integrityOf(message.covered, keyOf(message)).equals(
        message.attributes.get(ATTRIBUTE.integrity)!,
      )
    );
  };
  const answer = (message: Message, attributes: readonly [number, Buffer][]): void =>
    void connection.write(
      written(message.type | CLASS.success, message.transaction, attributes, keyOf(message)),
    );
  const refuse = (message: Message): void =>
    void connection.write(
      written(message.type | CLASS.error, message.transaction, [
        [ATTRIBUTE.error, Buffer.concat([Buffer.from([0, 0, 4, 1]), Buffer.from('Unauthorized')])],
        [ATTRIBUTE.realm, Buffer.from(REALM)],
        [ATTRIBUTE.nonce, Buffer.from(nonce)],
      ]),
    );
}

function read(frame: Buffer): Message {
  const attributes = new Map<number, Buffer>();
  let covered: Buffer | undefined;
  for (let at = 20; at + 4 <= frame.length;) {
    const [type, length] = [frame.readUInt16BE(at), frame.readUInt16BE(at + 2)];
    if (type === ATTRIBUTE.integrity) covered = frame.subarray(0, at);
    attributes.set(type, frame.subarray(at + 4, at + 4 + length));
    at += 4 + Math.ceil(length / 4) * 4;
  }
  return {
    type: frame.readUInt16BE(0),
    transaction: frame.subarray(8, 20),
    attributes,
    ...(covered && { covered }),
  };
}

function written(
  type: number,
  transaction: Buffer,
  attributes: readonly [number, Buffer][],
  key?: Buffer,
): Buffer {
  const parts = attributes.map(([attribute, value]) => attributeOf(attribute, value));
  const head = Buffer.alloc(20);
  head.writeUInt16BE(type, 0);
  head.writeUInt16BE(Buffer.concat(parts).length, 2);
  head.writeUInt32BE(COOKIE, 4);
  transaction.copy(head, 8);
  const message = Buffer.concat([head, ...parts]);
  if (!key) return message;
  const integrity = attributeOf(ATTRIBUTE.integrity, integrityOf(message, key));
  message.writeUInt16BE(message.length - 20 + integrity.length, 2);
  return Buffer.concat([message, integrity]);
}

function attributeOf(attribute: number, value: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(attribute, 0);
  head.writeUInt16BE(value.length, 2);
  return Buffer.concat([head, value, Buffer.alloc(-value.length & 3)]);
}

/** Of what comes before it; the length in the head counts the integrity itself, 24 bytes. */
function integrityOf(before: Buffer, key: Buffer): Buffer {
  const counted = Buffer.from(before);
  counted.writeUInt16BE(before.length - 20 + 24, 2);
  return createHmac('sha1', key).update(counted).digest();
}

function addressOf({ address, port }: Peer): Buffer {
  const value = Buffer.alloc(8);
  value[1] = 1;
  value.writeUInt16BE(port ^ (COOKIE >>> 16), 2);
  const bytes = address.replace('::ffff:', '').split('.').map(Number);
  value.writeUInt32BE((Buffer.from(bytes).readUInt32BE(0) ^ COOKIE) >>> 0, 4);
  return value;
}

function peerOf(value: Buffer): Peer {
  const address = Buffer.alloc(4);
  address.writeUInt32BE((value.readUInt32BE(4) ^ COOKIE) >>> 0, 0);
  return { address: address.join('.'), port: value.readUInt16BE(2) ^ (COOKIE >>> 16) };
}

const number = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value, 0);
  return bytes;
};
