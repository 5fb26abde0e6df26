import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { filesTooLong } from './lineLimit.ts';
import { commandOf, fromRoot, ROOT } from '../files/paths.ts';
import type { Run } from '../processes/runProgram.ts';
import { checked, counted, readJestTally, readMochaTally, type Tally } from './tally.ts';
import { say } from '../terminal/terminal.ts';

/** What a step runs with. */
export interface TestStepDeps {
  readonly run: Run;
  /** For the files with the counts of a step. */
  readonly scratchDir: string;
}

/** A step of `npm test`. */
export interface TestStep {
  readonly name: string;
  readonly what: string;
  readonly needsBrowser?: true;
  run(parts: TestStepDeps): Promise<Tally>;
}

/** All steps, in order. */
export const TEST_STEPS: readonly TestStep[] = [
  { name: 'typecheck', what: 'the types fit', run: async ({ run }) => checked(await typesFit(run, 'tsconfig.json') && await typesFit(run, 'force-app/tsconfig.json')) },
  { name: 'lint', what: 'the rules of style hold', run: async ({ run }) => checked(await run([commandOf('eslint', 'eslint'), '.']) === 0) },
  { name: 'imports', what: 'folders import what they may', run: async ({ run }) => checked(await run([commandOf('dependency-cruiser', 'depcruise'), '--config', '.dependency-cruiser.cjs', ...['server', 'local', 'softphone', 'test'].filter((folder) => existsSync(fromRoot(folder)))]) === 0) },
  { name: 'length', what: 'no file is too long', run: async () => checked(sayAll(filesTooLong(ROOT)).length === 0) },
  { name: 'unit', what: 'rules, adapters, stand-ins', run: (parts) => mocha(parts, 'test/unit.mocharc.json') },
  // In a process of its own: it runs on virtual time, which must not affect connections of other tests.
  { name: 'proof', what: 'random sequences: the customer stays, and hears no coach', run: (parts) => mocha(parts, 'test/proof.mocharc.json') },
  { name: 'scenarios', what: 'whole calls, and what can go wrong with them', run: (parts) => mocha(parts, 'test/scenarios.mocharc.json') },
  { name: 'lwc', what: 'Lightning components', run: (parts) => jest(parts) },
  { name: 'browser', what: 'in a real browser, with sound', needsBrowser: true, run: (parts) => mocha(parts, 'test/browser.mocharc.json') },
];

const typesFit = async (run: Run, project: string): Promise<boolean> => (await run([commandOf('typescript', 'tsc'), '-p', project])) === 0;

async function mocha({ run, scratchDir }: TestStepDeps, config: string): Promise<Tally> {
  const file = join(scratchDir, `${config.replaceAll('/', '-')}.tally`);
  const exitCode = await run([commandOf('mocha', 'mocha'), '--config', config, '--reporter', fromRoot('local', 'machine', 'testing', 'mochaTally.cjs')], { MOCHA_TALLY_FILE: file });
  return counted(readMochaTally(file), exitCode);
}

async function jest({ run, scratchDir }: TestStepDeps): Promise<Tally> {
  const file = join(scratchDir, 'jest.json');
  const exitCode = await run([commandOf('@salesforce/sfdx-lwc-jest', 'sfdx-lwc-jest'), '--', '--json', `--outputFile=${file}`]);
  return counted(readJestTally(file), exitCode);
}

function sayAll(lines: string[]): string[] {
  for (const line of lines) say(line);
  return lines;
}
