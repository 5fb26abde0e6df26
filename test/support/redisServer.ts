import { spawn, type ChildProcess } from 'node:child_process';
import { createConnection } from 'node:net';
import { freePort } from './freePort.ts';
import { until } from './until.ts';

/** A Redis server for one test file, without persistence. */
export interface RedisServer {
  readonly url: string;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export async function startRedis(): Promise<RedisServer> {
  const port = await freePort();
  let running: ChildProcess | undefined;
  const server: RedisServer = {
    url: `redis://127.0.0.1:${port}`,
    async start() {
      const child = spawn(
        process.env.REDIS_SERVER_PATH ?? 'redis-server',
        ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
        { stdio: 'ignore' },
      );
      await new Promise<void>((resolve, reject) => {
        child.once('spawn', resolve);
        child.once('error', () =>
          reject(new Error('redis-server is missing: apt-get install redis-server')),
        );
      });
      running = child;
      await until('Redis takes connections', () => accepts(port));
    },
    async stop() {
      if (!running) return;
      const exited = new Promise((resolve) => running!.once('exit', resolve));
      running.kill('SIGKILL');
      await exited;
      running = undefined;
    },
  };
  await server.start();
  return server;
}

const accepts = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
