import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { tooLong } from './lineLimit.ts';
import { commandOf, fromRoot, ROOT } from './paths.ts';
import type { Run } from './runProgram.ts';
import { checked, counted, readJestTally, readMochaTally, type Tally } from './tally.ts';

export interface StepParts {
  readonly run: Run;
  /** Where a step says what it found. */
  readonly say: (line: string) => void;
  /** For files that a step leaves for us to count. */
  readonly scratchDir: string;
}

/** Steps of one lane follow each other, lanes run beside each other, and what wants the machine for itself comes last. */
export type Lane = 'checks' | 'unit' | 'calls' | 'alone';

export interface TestStep {
  readonly name: string;
  readonly what: string;
  readonly lane: Lane;
  readonly needs?: readonly ('database' | 'redis' | 'browser')[];
  run(parts: StepParts): Promise<Tally>;
}

const typecheck: TestStep = { name: 'typecheck', what: 'the types fit', lane: 'checks', run: async ({ run }) => checked(await typesFit(run, 'tsconfig.json') && await typesFit(run, 'force-app/tsconfig.json')) };
const imports: TestStep = { name: 'imports', what: 'folders import what they may', lane: 'checks', run: async ({ run }) => checked(await run([commandOf('dependency-cruiser', 'depcruise'), '--config', '.dependency-cruiser.cjs', ...['server', 'local', 'softphone', 'test'].filter((folder) => existsSync(fromRoot(folder)))]) === 0) };
const length: TestStep = { name: 'length', what: 'no file is too long', lane: 'checks', run: async ({ say }) => checked(sayAll(say, tooLong(ROOT)).length === 0) };

export const TEST_STEPS: readonly TestStep[] = [
  typecheck,
  { name: 'lint', what: 'the rules of style hold', lane: 'checks', run: ({ run }) => lint(run, ['.']) },
  imports,
  length,
  { name: 'unit', what: 'rules, adapters, stand-ins', lane: 'unit', needs: ['database', 'redis'], run: (parts) => mocha(parts, 'test/unit.mocharc.json') },
  // In a process of its own: it runs on virtual time, which no connection of another test should meet.
  { name: 'proof', what: 'random sequences: the customer stays, and hears no coach', lane: 'checks', run: (parts) => mocha(parts, 'test/proof.mocharc.json') },
  { name: 'scenarios', what: 'whole calls, and what can go wrong with them', lane: 'calls', needs: ['database'], run: (parts) => mocha(parts, 'test/scenarios.mocharc.json') },
  { name: 'lwc', what: 'Lightning components', lane: 'checks', run: (parts) => jest(parts) },
  { name: 'browser', what: 'in a real browser, with sound', lane: 'alone', needs: ['database', 'browser'], run: (parts) => mocha(parts, 'test/browser.mocharc.json') },
];

/** `npm test -- fast`: what can be known of a change in less than a minute. */
export const FAST_STEPS: readonly TestStep[] = [
  typecheck,
  { name: 'lint', what: 'the rules of style hold in what differs from the last commit', lane: 'checks', run: async ({ run }) => lint(run, changedSources()) },
  imports,
  length,
  { name: 'unit', what: 'rules, commands, routes and the softphone, without a database', lane: 'unit', run: (parts) => mocha(parts, 'test/fast.mocharc.json') },
];

const typesFit = async (run: Run, project: string): Promise<boolean> => (await run([commandOf('typescript', 'tsc'), '-p', project])) === 0;

const lint = async (run: Run, paths: readonly string[]): Promise<Tally> => checked(paths.length === 0 || (await run([commandOf('eslint', 'eslint'), '--no-warn-ignored', ...paths])) === 0);

/** Without Git nothing is known to differ. */
function changedSources(): string[] {
  const git = (...args: string[]): string[] => (spawnSync('git', args, { cwd: ROOT, encoding: 'utf8' }).stdout ?? '').split('\n');
  return [...git('diff', '--name-only', '--diff-filter=d', 'HEAD'), ...git('ls-files', '--others', '--exclude-standard')].filter((path) => /\.(ts|mts|mjs|cjs|js)$/.test(path));
}

async function mocha({ run, scratchDir }: StepParts, config: string): Promise<Tally> {
  const file = join(scratchDir, `${config.replaceAll('/', '-')}.tally`);
  const exitCode = await run([commandOf('mocha', 'mocha'), '--config', config, '--reporter', fromRoot('local', 'machine', 'mochaTally.cjs')], { MOCHA_TALLY_FILE: file });
  return counted(readMochaTally(file), exitCode);
}

async function jest({ run, scratchDir }: StepParts): Promise<Tally> {
  const file = join(scratchDir, 'jest.json');
  const exitCode = await run([commandOf('@salesforce/sfdx-lwc-jest', 'sfdx-lwc-jest'), '--', '--json', `--outputFile=${file}`]);
  return counted(readJestTally(file), exitCode);
}

function sayAll(say: StepParts['say'], lines: string[]): string[] {
  for (const line of lines) say(line);
  return lines;
}
