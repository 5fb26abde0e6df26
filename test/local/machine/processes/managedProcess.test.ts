import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  startManagedProcess,
  type ManagedProcess,
} from '../../../../local/machine/processes/managedProcess.ts';
import type { Fault } from '../../../../local/machine/terminal/fault.ts';
import { until } from '../../../support/until.ts';

describe('a managed process', function () {
  this.timeout(300_000);
  let dir: string;
  let managed: ManagedProcess | undefined;
  let said: string[];
  let hopeless: Fault[];
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'dealside keeper '));
    said = [];
    hopeless = [];
  });
  afterEach(async () => {
    await managed?.stop();
    managed = undefined;
    rmSync(dir, { recursive: true, force: true });
  });

  const logFile = () => join(dir, 'logs', 'org.log');
  const log = () => readFileSync(logFile(), 'utf8');
  const lives = () => log().match(/pid \d+/g) ?? [];
  const lastPid = () => Number(lives().at(-1)!.slice(4));

  function start(program: string): ManagedProcess {
    const entry = join(dir, 'entry.mjs');
    writeFileSync(entry, program);
    managed = startManagedProcess({
      name: 'org',
      entry,
      env: { PATH: process.env.PATH },
      logFile: logFile(),
      say: (line) => said.push(line),
      onRestartLimit: (fault) => hopeless.push(fault),
      firstPauseMs: 10,
    });
    return managed;
  }

  const READY =
    "console.log(`pid ${process.pid}`); console.log('ready org http://localhost:1'); setInterval(() => {}, 1000);";
  const isGone = (pid: number): boolean => {
    try {
      process.kill(pid, 0);
      return false;
    } catch {
      return true;
    }
  };

  it('is ready when it says so, and its lines are in the log', async () => {
    await start(READY).ready;
    await until('the line is in the log', () => log().includes('ready org http://localhost:1'));
  });

  it('that ends before it is ready shows what it last said', async () => {
    await assert.rejects(
      start("console.error('org: PORT is missing'); process.exitCode = 1;").ready,
      {
        message:
          /^org ended unexpectedly \(exit code 1\); its last output:\n {4}org: PORT is missing\n/,
      },
    );
  });

  it('that dies is started again, and it is said', async () => {
    await start(READY).ready;
    await until('its pid is in the log', () => lives().length === 1);
    process.kill(lastPid(), 'SIGKILL');
    await until('it runs again', () => said.includes('org restarted'));
    assert.match(said[0]!, /^org ended unexpectedly \(SIGKILL\)/);
  });

  it('that dies at once again and again is given up', async () => {
    await start("console.log('ready org x'); process.exit(3);").ready;
    await until('it is given up', () => hopeless.length > 0);
    assert.match(hopeless[0]!.message, /exit code 3/);
  });

  it('is asked to stop, and not started again', async () => {
    await start(`process.on('SIGTERM', () => { console.log('asked'); process.exit(0); }); ${READY}`)
      .ready;
    await until('its pid is in the log', () => lives().length === 1);
    await managed!.stop();
    assert.ok(isGone(lastPid()));
    assert.deepEqual(said, []);
  });

  it('starts anew when asked, as a new process and without a word of a death', async () => {
    await start(READY).ready;
    await until('its pid is in the log', () => lives().length === 1);
    const before = lastPid();
    await managed!.restart();
    await until('the new pid is in the log', () => lives().length === 2);
    assert.ok(isGone(before) && !isGone(lastPid()));
    assert.deepEqual(said, []);
  });

  it('that cannot start anew says why, and can be asked again', async () => {
    const { ready } = start(READY);
    await ready;
    writeFileSync(join(dir, 'entry.mjs'), 'not a program');
    await assert.rejects(managed!.restart(), {
      message: /^org ended unexpectedly \(exit code 1\)/,
    });
    writeFileSync(join(dir, 'entry.mjs'), READY);
    await managed!.restart();
    assert.deepEqual([said, hopeless], [[], []]);
  });

  it('ends when the one who keeps it is killed', async () => {
    const entry = join(dir, 'child.mjs');
    writeFileSync(entry, READY);
    const keeper = new URL('../../../../local/machine/processes/managedProcess.ts', import.meta.url)
      .href;
    const parent = start(`import { startManagedProcess } from ${JSON.stringify(keeper)};
      await startManagedProcess({ name: 'org', entry: ${JSON.stringify(entry)}, env: {}, logFile: ${JSON.stringify(join(dir, 'child.log'))}, say() {}, onRestartLimit() {} }).ready;
      ${READY}`);
    await parent.ready;
    const childPid = await until('the child is in the log', () =>
      Number(/pid (\d+)/.exec(readFileSync(join(dir, 'child.log'), 'utf8'))?.[1]),
    );
    await until('its pid is in the log', () => lives().length === 1);
    process.kill(lastPid(), 'SIGKILL');
    await until('the child ended', () => isGone(childPid));
  });
});
