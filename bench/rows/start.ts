import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, chmodSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { APPLICATION_ROLE, runningDatabaseUrl } from '../../local/machine/postgres/postgres.ts';
import { withoutBoundaries } from '../../local/machine/settings/boundaries.ts';
import { freePort } from '../../test/support/freePort.ts';
import { judged, type Row } from '../support/measures.ts';
import { median, seconds, spread } from '../support/stats.ts';
import { commandOf, coresUsed, cpuMsOf, pssOf, withDescendants } from '../support/usage.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const STARTS = 3;
const SETTLE_MS = 12_000;
/** What each minute does is in it once. */
const IDLE_MS = 60_000;
const LOOK_MS = 1_000;
const MOST_MS = 600_000;
const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(0)} MB`;
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** `npm start` where everything is there already, and what it costs while nobody does anything. */
export const start: Row = {
  name: 'start',
  what: 'npm start where nothing is missing: seconds, and what it costs at rest',
  async run(_bench, report) {
    const dir = mkdtempSync(join(tmpdir(), 'dealside-start-'));
    chmodSync(dir, 0o711);
    const env = {
      ...withoutBoundaries(process.env),
      DEALSIDE_DATA: dir,
      DEALSIDE_AUDIT_KEY: `${dir}/audit-signing.key`,
      DEALSIDE_PORT: String(await freePort()),
    };
    try {
      // The first one creates keys and database, and brings the sample to where it belongs.
      const first = await npmStart(env);
      report({
        what: 'from the first start until the sample is counted and in the org',
        value: seconds(await untilWorkIsDone(dir)),
        target: '',
      });
      await stop(first.child);
      const took: number[] = [];
      const processor: number[] = [];
      let running: Started | undefined;
      for (let n = 0; n < STARTS; n += 1) {
        if (running) await stop(running.child);
        running = await npmStart(env);
        took.push(running.tookMs);
        processor.push(cpuMsOf(withDescendants([running.child.pid!])));
      }
      report({
        ...judged('until everything is up', {
          value: median(took),
          show: seconds,
          limit: { most: 3_000 },
        }),
        value: spread(took, seconds),
      });
      report({ what: 'processor time of that', value: spread(processor, seconds), target: '' });
      const root = running!.child.pid!;
      await untilWorkIsDone(dir);
      await pause(SETTLE_MS);
      const pids = withDescendants([root]);
      const used = await coresUsed(pids, IDLE_MS, false);
      const idle = used.reduce((sum, one) => sum + one, 0);
      report(
        judged('of a core at rest, over 60 s', {
          value: idle,
          show: percent,
          limit: { most: 0.01 },
        }),
      );
      for (const [part, those] of Map.groupBy(pids, partOf))
        report({
          what: `at rest, ${part}`,
          value: percent(those.reduce((sum, pid) => sum + used[pids.indexOf(pid)]!, 0)),
          target: '',
        });
      const sizes = withDescendants([root]).map((pid) => [partOf(pid), pssOf(pid)] as const);
      const total = sizes.reduce((sum, [, bytes]) => sum + bytes, 0);
      report(
        judged('memory (PSS) of all processes', {
          value: total,
          show: megabytes,
          limit: { most: 350 * 1024 * 1024 },
        }),
      );
      for (const [part, those] of Map.groupBy(sizes, ([name]) => name))
        report({
          what: `memory, ${part}`,
          value: megabytes(those.reduce((sum, [, bytes]) => sum + bytes, 0)),
          target: '',
        });
      await stop(running!.child);
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  },
};

interface Started {
  readonly child: ChildProcess;
  readonly tookMs: number;
}

/** Whether days, deals and ratings of the sample are counted, and what follows is in the org. */
const IS_DONE = `
  select exists (select from "Call" where "status" = 'ended')
    and not exists (select from "CallDayDue") and not exists (select from "DealDue")
    and exists (select from "RatingMark" where "isCaughtUp")
    and not exists (select from "OutboxMessage" where "availableAt" is not null
      and "topic" like 'crm.%' and "topic" <> 'crm.checkpoint') as "isDone"`;

/** Asks the database until what follows from the sample is done; returns how long it took. */
async function untilWorkIsDone(dir: string): Promise<number> {
  const startedAt = performance.now();
  const client = new pg.Client({
    connectionString: runningDatabaseUrl(join(dir, 'postgres'), 'dealside', APPLICATION_ROLE)!,
  });
  await client.connect();
  try {
    for (;;) {
      const { rows } = await client.query<{ isDone: boolean }>(IS_DONE);
      const tookMs = performance.now() - startedAt;
      if (rows[0]!.isDone) return tookMs;
      if (tookMs > MOST_MS) throw new Error('the sample was not counted and in the org in time');
      await pause(LOOK_MS);
    }
  } finally {
    await client.end();
  }
}

function npmStart(env: NodeJS.ProcessEnv): Promise<Started> {
  const startedAt = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const said: string[] = [];
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream }).on('line', (line) => {
        said.push(line);
        if (line.startsWith('Dealside is up'))
          resolve({ child, tookMs: performance.now() - startedAt });
      });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`npm start ended:\n${said.join('\n')}`)));
  });
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const all = withDescendants([child.pid!]);
  process.kill(-child.pid!, 'SIGINT');
  await ended;
  // npm may end before what it started.
  while (all.some((pid) => commandOf(pid) !== '')) await pause(50);
}

/** Which part of Dealside a process is. */
function partOf(pid: number): string {
  const command = commandOf(pid);
  const parts: readonly [RegExp, string][] = [
    [/postgres/, 'PostgreSQL'],
    [/server\/main|server\.mjs/, 'server'],
    [/org\/main|org\.mjs/, 'org'],
    [/carrier\/main|carrier\.mjs/, 'carrier'],
    [/commands\/start\.ts/, 'keeper'],
    [/^npm|^sh |start\.mjs/, 'npm and launcher'],
  ];
  return parts.find(([pattern]) => pattern.test(command))?.[1] ?? command.slice(0, 40);
}
