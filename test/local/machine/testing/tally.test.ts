import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandOf, fromRoot } from '../../../../local/machine/files/paths.ts';
import { CHROMIUM, findTool } from '../../../../local/machine/packages/systemTools.ts';
import { filesTooLong, linesTooWide } from '../../../../local/machine/testing/lineLimit.ts';
import {
  checked,
  counted,
  readJestTally,
  readMochaTally,
  report,
  type Tally,
} from '../../../../local/machine/testing/tally.ts';

describe('the count of tests', () => {
  const result = { name: 'unit', tookMs: 1200 };

  it('ends with one line that adds up all steps', () => {
    assert.equal(
      report([
        { ...result, passed: 5, failed: 0 },
        { ...result, passed: 2, failed: 1 },
      ]).at(-1),
      '7 passed, 1 failed',
    );
  });

  it('repeats above the table what failed, and in which step', () => {
    const lines = report([
      { ...result, passed: 2, failed: 1, failures: ['a call › ends: AssertionError: it did not'] },
    ]);
    assert.equal(lines.indexOf('✗ unit: a call › ends: AssertionError: it did not'), 1);
  });

  it('has a failure when a runner crashed before it counted', () => {
    assert.deepEqual(counted(undefined, 1), { passed: 0, failed: 1 });
  });

  it('has a failure when a runner ended badly though every test passed', () => {
    assert.deepEqual(counted({ passed: 9, failed: 0 }, 1), { passed: 9, failed: 1 });
    assert.deepEqual(counted({ passed: 9, failed: 0 }, null), { passed: 9, failed: 1 });
  });

  it('counts a check as one', () => {
    assert.deepEqual(
      [checked(true), checked(false)],
      [
        { passed: 1, failed: 0 },
        { passed: 0, failed: 1 },
      ],
    );
  });
});

describe('on disk', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'dealside-tally-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  function runMocha(file: string): { tally: Tally; stderr: string } {
    const tallyFile = join(dir, 'tally.json');
    const { status, stderr } = spawnSync(
      process.execPath,
      [
        commandOf('mocha', 'mocha'),
        '--no-config',
        '--reporter',
        fromRoot('local', 'machine', 'testing', 'mochaTally.cjs'),
        '--reporter-option',
        'endsWithinMs=50',
        file,
      ],
      { cwd: dir, env: { ...process.env, MOCHA_TALLY_FILE: tallyFile }, encoding: 'utf8' },
    );
    return { tally: counted(readMochaTally(tallyFile), status), stderr };
  }

  it('tests that keep their process alive are ended as failed, and what kept it is said', () => {
    writeFileSync(
      join(dir, 'left.test.mjs'),
      `import { createServer } from 'node:http'; it('leaves a server', (done) => { createServer().listen(0, '127.0.0.1', done); });`,
    );
    const { tally, stderr } = runMocha('left.test.mjs');
    assert.deepEqual(tally, { passed: 1, failed: 1, failures: [] });
    assert.match(stderr, /kept by: .*server at \{"address":"127\.0\.0\.1"/);
  });

  it('a failed test is named by its whole title, with its message', () => {
    writeFileSync(
      join(dir, 'wrong.test.mjs'),
      `describe('a call', () => { it('ends', () => { throw new Error('it went on'); }); });`,
    );
    const { tally } = runMocha('wrong.test.mjs');
    assert.match(tally.failures!.join(), /^a call › ends: Error: it went on/);
  });

  it('a component test that fails, or does not load, is a failure and named', () => {
    writeFileSync(join(dir, 'package.json'), '{}');
    writeFileSync(join(dir, 'fails.test.js'), `it('shows', () => { throw new Error('hidden'); });`);
    writeFileSync(join(dir, 'breaks.test.js'), `throw new Error('no such module');`);
    const file = join(dir, 'jest.json');
    spawnSync(
      process.execPath,
      [commandOf('jest', 'jest'), `--rootDir=${dir}`, '--json', `--outputFile=${file}`],
      { cwd: dir },
    );
    const tally = readJestTally(file)!;
    assert.deepEqual([tally.passed, tally.failed, tally.failures?.length], [0, 2, 2]);
    assert.match(tally.failures!.join(), /shows: failed: Error: hidden/);
    assert.match(tally.failures!.join(), /breaks\.test\.js: [^]*no such module/);
  });

  it('a source file over the limit is named, a generated one is not', () => {
    mkdirSync(join(dir, 'server/store/generated'), { recursive: true });
    for (const path of ['server/long.ts', 'server/store/generated/long.ts'])
      writeFileSync(join(dir, path), 'x;\n'.repeat(401));
    writeFileSync(join(dir, 'server/short.ts'), 'x;\n'.repeat(400));
    assert.deepEqual(filesTooLong(dir), ['server/long.ts has 401 lines; at most 400 are allowed']);
  });

  it('wide lines of the server are counted, those of texts and tables are not', () => {
    const wide = `const a = '${'x'.repeat(120)}';\n`;
    mkdirSync(join(dir, 'server/domain/texts/en'), { recursive: true });
    writeFileSync(join(dir, 'server/domain/texts/en/en.ts'), wide.repeat(9));
    writeFileSync(join(dir, 'server/narrow.ts'), `${wide}${'x;\n'.repeat(199)}`);
    assert.deepEqual(linesTooWide(dir), []);
    writeFileSync(join(dir, 'server/wide.ts'), wide.repeat(9));
    assert.deepEqual(linesTooWide(dir), [
      '10 of 209 lines of the server are over 120 characters; at most 0.5 % are allowed',
    ]);
  });

  it('a browser that is named but is not there is refused by the name of the variable', () => {
    assert.deepEqual(findTool(CHROMIUM, { CHROMIUM_PATH: join(dir, 'none') }), {
      fault: `CHROMIUM_PATH names ${join(dir, 'none')}, which cannot be run`,
    });
  });

  it('a browser on PATH is found', () => {
    writeFileSync(join(dir, 'chromium'), '', { mode: 0o755 });
    assert.deepEqual(findTool(CHROMIUM, { PATH: dir }), { path: join(dir, 'chromium') });
  });
});
