import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const READY_WITHIN_MS = 5_000;

/**
 * HAProxy on a port, which gives each request to the next of these ports. Throws where it is not
 * installed.
 */
export async function startHaproxy(
  port: number,
  ports: readonly number[],
): Promise<{ readonly pid: number; stop(): Promise<void> }> {
  const dir = mkdtempSync(join(tmpdir(), 'dealside-haproxy-'));
  const file = join(dir, 'haproxy.cfg');
  writeFileSync(
    file,
    `defaults
  mode http
  timeout connect 2s
  timeout client 60s
  timeout server 60s
frontend web
  bind 127.0.0.1:${port}
  default_backend servers
backend servers
  balance roundrobin
${ports.map((one) => `  server instance${one} 127.0.0.1:${one}`).join('\n')}
`,
  );
  const child = spawn('haproxy', ['-db', '-f', file], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<string>((resolve) => {
    child.once('error', () => resolve('HAProxy is missing: apt-get install haproxy'));
    child.once('exit', (code) => resolve(`HAProxy ended with ${code}: ${said}`));
  });
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
    rmSync(dir, { recursive: true, force: true });
  };
  const problem = await Promise.race([ended, listens(port)]);
  if (problem) {
    await stop();
    throw new Error(problem);
  }
  return { pid: child.pid!, stop };
}

async function listens(port: number): Promise<string | undefined> {
  for (const until = performance.now() + READY_WITHIN_MS; performance.now() < until;) {
    if (await connects(port)) return undefined;
    await pause(50);
  }
  return 'HAProxy does not listen';
}

const connects = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve((socket.destroy(), true)));
    socket.once('error', () => resolve(false));
  });
