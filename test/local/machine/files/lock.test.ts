import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { acquireLock, LockedError } from '../../../../local/machine/files/lock.mjs';
import { fromRoot } from '../../../../local/machine/files/paths.ts';
import { requireFreePorts } from '../../../../local/machine/processes/freePorts.ts';

const LOCK_MODULE = new URL('../../../../local/machine/files/lock.mjs', import.meta.url).href;

describe('a lock file', () => {
  let dir: string;
  let path: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'dealside-lock-'));
    path = join(dir, 'lock');
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  /** Another process that takes the lock and lives on. */
  async function holder() {
    const child = spawn(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `
      import { acquireLock } from ${JSON.stringify(LOCK_MODULE)};
      await acquireLock(${JSON.stringify(path)}, { note: 'port 8430' });
      console.log('held');
      setInterval(() => {}, 1000);`,
      ],
      { cwd: fromRoot(), stdio: ['ignore', 'pipe', 'inherit'] },
    );
    await once(child.stdout, 'data');
    return {
      pid: child.pid!,
      kill: async () => {
        child.kill('SIGKILL');
        await once(child, 'exit');
      },
    };
  }

  it('that is free is taken, and free again once released', async () => {
    const release = await acquireLock(path);
    release();
    (await acquireLock(path))();
  });

  it('held by a live process names that process', async () => {
    const other = await holder();
    try {
      await assert.rejects(
        acquireLock(path),
        (error) =>
          error instanceof LockedError &&
          error.holder.pid === other.pid &&
          error.holder.note === 'port 8430',
      );
    } finally {
      await other.kill();
    }
  });

  /** Who holds the lock while it is ours, and whether we were told that it was left behind. */
  async function takenOver() {
    let wasAbandoned = false;
    const release = await acquireLock(path, {
      abandoned: () => {
        wasAbandoned = true;
      },
    });
    const { pid } = JSON.parse(readFileSync(path, 'utf8')) as { pid: number };
    release();
    return { wasAbandoned, pid };
  }

  it('left by a process that was killed is taken over', async () => {
    await (await holder()).kill();
    assert.deepEqual(await takenOver(), { wasAbandoned: true, pid: process.pid });
  });

  it('whose process id now belongs to another program is taken over', async () => {
    writeFileSync(
      path,
      JSON.stringify({ pid: process.ppid, program: 'some program of before', note: '' }),
    );
    assert.deepEqual(await takenOver(), { wasAbandoned: true, pid: process.pid });
  });

  it('that is torn is taken over', async () => {
    writeFileSync(path, '{"pid":');
    assert.deepEqual(await takenOver(), { wasAbandoned: true, pid: process.pid });
  });

  it('is waited for when that is asked for', async () => {
    const other = await holder();
    const reported: number[] = [];
    const taking = acquireLock(path, {
      waitMs: 240_000,
      waiting: ({ pid }) => {
        reported.push(pid);
        void other.kill();
      },
    });
    (await taking)();
    assert.deepEqual(reported, [other.pid]);
  });
});

describe('a port that is in use', () => {
  it('is named in one line that says what to set', async () => {
    const busy = createServer().listen(0, '127.0.0.1');
    await once(busy, 'listening');
    const { port } = busy.address() as AddressInfo;
    try {
      await assert.rejects(requireFreePorts({ carrier: port }), {
        message: `port ${port} (carrier) is in use by another program; set DEALSIDE_PORT to another base port, for example DEALSIDE_PORT=8530`,
      });
    } finally {
      busy.close();
    }
  });

  it('is waited for when its holder is about to let go', async () => {
    const busy = createServer().listen(0, '127.0.0.1');
    await once(busy, 'listening');
    const { port } = busy.address() as AddressInfo;
    const waiting = requireFreePorts({ server: port }, 240_000);
    busy.close();
    await waiting;
  });
});
