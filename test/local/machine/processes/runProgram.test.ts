import assert from 'node:assert/strict';
import { programRunner } from '../../../../local/machine/processes/runProgram.ts';

/** Longer than a process takes to start on a busy machine. */
const LONG = 240_000;

describe('a step of the tests', () => {
  it('is run on this Node, with the environment it is given', async () => {
    const { run } = programRunner({ A: '1' }, LONG);
    assert.equal(
      await run(['-e', 'process.exitCode = process.env.A + process.env.B === "12" ? 7 : 1'], {
        B: '2',
      }),
      7,
    );
  });

  it('stands back for others as far as it is told', async () => {
    const { run } = programRunner({}, LONG, { niceness: 7 });
    assert.equal(await run(['-e', 'process.exitCode = require("node:os").getPriority()']), 7);
  });

  it('that never ends is killed at its time limit, with all that it started', async () => {
    const { run } = programRunner({}, 300);
    assert.equal(
      await run([
        '-e',
        `require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' }); setInterval(() => {}, 1000)`,
      ]),
      null,
    );
  });
});
