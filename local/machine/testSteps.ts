import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { tooLong } from './lineLimit.ts';
import { commandOf, fromRoot, KEPT_DIR, ROOT } from './paths.ts';
import type { Run } from './runProgram.ts';
import { checked, counted, readJestTally, readMochaTally, type Tally } from './tally.ts';
import { say } from './terminal.ts';
import { ensureTool, JAVA } from './tools.ts';

export interface StepParts {
  readonly run: Run;
  /** For files that a step leaves for us to count. */
  readonly scratchDir: string;
}

/** What a step counted; a note says why it counted nothing. */
type StepOutcome = Tally & { readonly note?: string };

export interface TestStep {
  readonly name: string;
  readonly what: string;
  readonly needsBrowser?: true;
  run(parts: StepParts): Promise<StepOutcome>;
}

/** What was found formatted once is known by its content. The plugin of Apex makes Node warn of how it starts its parser. */
const FORMAT_CHECK = ['--disable-warning=DEP0190', commandOf('prettier', 'prettier'), '--check', '--log-level', 'warn', '--cache', '--cache-strategy', 'content', '--cache-location', join(KEPT_DIR, 'prettier'), '.'];

export const TEST_STEPS: readonly TestStep[] = [
  { name: 'format', what: 'everything is formatted', run: async ({ run }) => checked(await run(FORMAT_CHECK) === 0) },
  { name: 'typecheck', what: 'the types fit', run: async ({ run }) => checked(await typesFit(run, 'tsconfig.json') && await typesFit(run, 'force-app/tsconfig.json')) },
  { name: 'lint', what: 'the rules of style hold', run: async ({ run }) => checked(await run([commandOf('eslint', 'eslint'), '.']) === 0) },
  { name: 'imports', what: 'folders import what they may', run: async ({ run }) => checked(await run([commandOf('dependency-cruiser', 'depcruise'), '--config', '.dependency-cruiser.cjs', ...['server', 'local', 'softphone', 'test'].filter((folder) => existsSync(fromRoot(folder)))]) === 0) },
  { name: 'deadcode', what: 'nothing is kept that nothing uses', run: async ({ run }) => checked(await run([commandOf('knip', 'knip'), '--no-progress', '--no-config-hints']) === 0) },
  { name: 'length', what: 'no file is too long', run: async () => checked(sayAll(tooLong(ROOT)).length === 0) },
  { name: 'apex', what: 'Apex holds to PMD’s rules and resolves', run: (parts) => apex(parts) },
  { name: 'unit', what: 'rules, adapters, stand-ins', run: (parts) => mocha(parts, 'test/unit.mocharc.json') },
  // In a process of its own: it runs on virtual time, which no connection of another test should meet.
  { name: 'proof', what: 'random sequences: the customer stays, and hears no coach', run: (parts) => mocha(parts, 'test/proof.mocharc.json') },
  { name: 'scenarios', what: 'whole calls, and what can go wrong with them', run: (parts) => mocha(parts, 'test/scenarios.mocharc.json') },
  { name: 'lwc', what: 'Lightning components', run: (parts) => jest(parts) },
  { name: 'browser', what: 'in a real browser, with sound', needsBrowser: true, run: (parts) => mocha(parts, 'test/browser.mocharc.json') },
];

const typesFit = async (run: Run, project: string): Promise<boolean> => (await run([commandOf('typescript', 'tsc'), '-p', project])) === 0;

async function mocha({ run, scratchDir }: StepParts, config: string): Promise<Tally> {
  const file = join(scratchDir, `${config.replaceAll('/', '-')}.tally`);
  const exitCode = await run([commandOf('mocha', 'mocha'), '--config', config, '--reporter', fromRoot('local', 'machine', 'mochaTally.cjs')], { MOCHA_TALLY_FILE: file });
  return counted(readMochaTally(file), exitCode);
}

/** Passes nothing and fails nothing where there is no Java. */
async function apex({ run }: StepParts): Promise<StepOutcome> {
  const java = ensureTool(JAVA);
  if ('fault' in java) return { passed: 0, failed: 0, note: `skipped: ${java.fault}` };
  return checked(await run([fromRoot('local', 'machine', 'checkApex.ts'), java.path]) === 0);
}

async function jest({ run, scratchDir }: StepParts): Promise<Tally> {
  const file = join(scratchDir, 'jest.json');
  const exitCode = await run([commandOf('@salesforce/sfdx-lwc-jest', 'sfdx-lwc-jest'), '--', '--json', `--outputFile=${file}`]);
  return counted(readJestTally(file), exitCode);
}

function sayAll(lines: string[]): string[] {
  for (const line of lines) say(line);
  return lines;
}
