import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRotatedLog } from '../../../../local/machine/files/rotatedLog.ts';

describe('a log', () => {
  let dir: string;
  let path: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'log-'));
    path = join(dir, 'server.log');
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  const run = (...lines: string[]): void => {
    const log = openRotatedLog(path);
    for (const line of lines) log.write(`${line}\n`);
    log.end();
  };
  const read = (suffix = ''): string => readFileSync(path + suffix, 'utf8');

  it('stays across starts: the last one in .1, the one before in .2, five of them in all', () => {
    for (let n = 1; n <= 8; n += 1) run(`start ${n}`);
    assert.deepEqual(
      ['', '.1', '.2', '.3', '.4', '.5'].map((suffix) => read(suffix).trim()),
      ['start 8', 'start 7', 'start 6', 'start 5', 'start 4', 'start 3'],
    );
    assert.ok(!existsSync(`${path}.6`));
  });

  it('begins another file when one is full', () => {
    const log = openRotatedLog(path, 10);
    for (const line of ['first line\n', 'second line\n', 'third\n']) log.write(line);
    log.end();
    log.write('after its end\n');
    assert.deepEqual(
      [read(), read('.1'), read('.2')],
      ['third\n', 'second line\n', 'first line\n'],
    );
  });

  it('of a start that wrote nothing takes no place', () => {
    run('start 1');
    run();
    run('start 2');
    assert.deepEqual([read(), read('.1')], ['start 2\n', 'start 1\n']);
  });
});
