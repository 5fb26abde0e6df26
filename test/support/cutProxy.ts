import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface CutProxy {
  /** The URL of the same database through the proxy. */
  readonly databaseUrl: string;
  /** Cuts the connection when the next message with these bytes comes by, before or after it. */
  cutAt(words: string, when: 'before' | 'after'): void;
  /** How often it has cut. */
  cuts(): number;
  stop(): Promise<void>;
}

/** A TCP proxy before PostgreSQL that loses a connection at a chosen statement. */
export async function startCutProxy(databaseUrl: string): Promise<CutProxy> {
  const target = new URL(databaseUrl);
  // The database of the tests listens on a socket in a folder.
  const socketPath = `${target.searchParams.get('host')}/.s.PGSQL.${target.port || 5432}`;
  let armed: { words: string; when: 'before' | 'after' } | undefined;
  let cuts = 0;
  const sockets = new Set<Socket>();

  const server = createServer((client) => {
    const upstream = connect(socketPath);
    const cut = (): void => {
      cuts += 1;
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    let losesAnswer = false;
    client.on('data', (data) => {
      if (armed && data.includes(armed.words)) {
        const { when } = armed;
        armed = undefined;
        if (when === 'before') return cut();
        losesAnswer = true;
      }
      upstream.write(data);
    });
    // The statement has been carried out once PostgreSQL answers.
    upstream.on('data', (data) => (losesAnswer ? cut() : client.write(data)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const through = new URL(databaseUrl);
  through.searchParams.delete('host');
  through.hostname = '127.0.0.1';
  through.port = String((server.address() as AddressInfo).port);
  return {
    databaseUrl: through.href,
    cutAt: (words, when) => void (armed = { words, when }),
    cuts: () => cuts,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
