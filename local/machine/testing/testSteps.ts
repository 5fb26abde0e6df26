import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { commandOf, fromRoot, ROOT, STATE_DIR } from '../files/paths.ts';
import { ensureTool, JAVA } from '../packages/systemTools.ts';
import type { Run } from '../processes/runProgram.ts';
import { filesTooLong, linesTooWide } from './lineLimit.ts';
import { checked, counted, readJestTally, readMochaTally, type Tally } from './tally.ts';

/** What a step runs with. */
interface TestStepDeps {
  readonly run: Run;
  /** Prints a result of the step. */
  readonly say: (line: string) => void;
  /** A folder for files in which a step leaves its counts. */
  readonly scratchDir: string;
}

/** Steps of one lane run one after another. Lanes run beside each other. */
export type Lane = 'checks' | 'unit' | 'calls' | 'components' | 'browser';

/**
 * The lane that must end before another begins. Components and checks together would need too much
 * memory. In the lanes of calls and browsers people talk, so nothing there may wait long for a
 * processor.
 */
export const BEGINS_AFTER: Partial<Record<Lane, Lane>> = { components: 'checks', browser: 'calls' };

/**
 * The `nice` value of each lane. Lanes that only compute give way to those in which people talk,
 * and use the time in which these wait.
 */
export const NICENESS: Record<Lane, number> = {
  calls: 0,
  browser: 0,
  unit: 5,
  checks: 10,
  components: 10,
};

/** What a step counted; a note says why it counted nothing. */
type StepOutcome = Tally & { readonly note?: string };

/** A step of `npm test`. */
export interface TestStep {
  readonly name: string;
  readonly what: string;
  readonly lane: Lane;
  readonly needs?: readonly ('database' | 'redis' | 'programs' | 'browser')[];
  run(parts: TestStepDeps): Promise<StepOutcome>;
}

/**
 * The initial size of the young generation, in MB. Programs that compute for long clear Node's
 * default of 16 MB so often that it takes a seventh to a tenth of their time.
 */
const ROOM_TO_COMPUTE = ['--min-semi-space-size=64', '--max-semi-space-size=128'];

/**
 * Formats templates of components, and Apex, whose plugin makes Node print a warning about starting
 * its parser. Files that were found formatted are cached by content.
 */
const TEMPLATES_AND_APEX_CHECK = [
  ...ROOM_TO_COMPUTE,
  '--disable-warning=DEP0190',
  commandOf('prettier', 'prettier'),
  '--check',
  '--log-level',
  'warn',
  '--cache',
  '--cache-strategy',
  'content',
  '--cache-location',
  join(STATE_DIR, 'prettier'),
  '**/*.{html,cls,trigger,apex}',
];

const format: TestStep = {
  name: 'format',
  what: 'everything is formatted',
  lane: 'checks',
  run: async ({ run }) =>
    checked(
      (await run([commandOf('oxfmt', 'oxfmt'), '--check'])) === 0 &&
        (await run(TEMPLATES_AND_APEX_CHECK)) === 0,
    ),
};
const typecheck: TestStep = {
  name: 'typecheck',
  what: 'the types fit',
  lane: 'checks',
  run: async ({ run }) =>
    checked(
      (await typesFit(run, 'tsconfig.json')) && (await typesFit(run, 'force-app/tsconfig.json')),
    ),
};
const imports: TestStep = {
  name: 'imports',
  what: 'folders import what they may',
  lane: 'checks',
  run: async ({ run }) =>
    checked(
      (await run([
        commandOf('dependency-cruiser', 'depcruise'),
        '--config',
        '.dependency-cruiser.cjs',
        ...['server', 'local', 'softphone', 'test'].filter((folder) =>
          existsSync(fromRoot(folder)),
        ),
      ])) === 0,
    ),
};
const length: TestStep = {
  name: 'length',
  what: 'no file is too long, and few lines are too wide',
  lane: 'checks',
  run: async ({ say }) =>
    checked(sayAll(say, [...filesTooLong(ROOT), ...linesTooWide(ROOT)]).length === 0),
};

/** All steps, in order. */
export const TEST_STEPS: readonly TestStep[] = [
  format,
  typecheck,
  {
    name: 'lint',
    what: 'the rules of style hold',
    lane: 'checks',
    run: ({ run }) => lint(run, ['.']),
  },
  imports,
  {
    name: 'deadcode',
    what: 'nothing is kept that nothing uses',
    lane: 'checks',
    run: async ({ run }) =>
      checked((await run([commandOf('knip', 'knip'), '--no-progress', '--no-config-hints'])) === 0),
  },
  length,
  {
    name: 'apex',
    what: 'Apex holds to PMD’s rules and resolves',
    lane: 'checks',
    run: (parts) => apex(parts),
  },
  {
    name: 'unit',
    what: 'rules, adapters, stand-ins',
    lane: 'unit',
    needs: ['database', 'redis', 'programs'],
    run: (parts) => mocha(parts, 'test/unit.mocharc.json'),
  },
  // In a separate process, because it runs on virtual time, which must not affect connections of
  // other tests.
  {
    name: 'proof',
    what: 'random sequences: the customer stays, and hears no coach',
    lane: 'checks',
    run: (parts) => mocha(parts, 'test/proof.mocharc.json'),
  },
  {
    name: 'scenarios',
    what: 'whole calls, and what can go wrong with them',
    lane: 'calls',
    needs: ['database', 'programs'],
    run: (parts) => mocha(parts, 'test/scenarios.mocharc.json'),
  },
  { name: 'lwc', what: 'Lightning components', lane: 'components', run: (parts) => jest(parts) },
  {
    name: 'browser',
    what: 'in a real browser, with sound',
    lane: 'browser',
    needs: ['database', 'programs', 'browser'],
    run: (parts) => mocha(parts, 'test/browser.mocharc.json'),
  },
];

/** `npm test -- fast`: what can be checked of a change in less than a minute. */
export const FAST_STEPS: readonly TestStep[] = [
  typecheck,
  {
    name: 'lint',
    what: 'the rules of style hold in what differs from the last commit',
    lane: 'checks',
    run: async ({ run }) => lint(run, changedSources()),
  },
  imports,
  length,
  {
    name: 'unit',
    what: 'rules, commands, routes and the softphone, without a database',
    lane: 'unit',
    run: (parts) => mocha(parts, 'test/fast.mocharc.json'),
  },
];

/** Files that have not changed since the last run, nor their imports, are not checked again. */
const typesFit = async (run: Run, project: string): Promise<boolean> =>
  (await run([
    commandOf('typescript-native', 'tsc'),
    '-p',
    project,
    '--incremental',
    '--tsBuildInfoFile',
    join(STATE_DIR, 'types', `${project.replaceAll('/', '-')}.tsbuildinfo`),
  ])) === 0;

const lint = async (run: Run, paths: readonly string[]): Promise<Tally> =>
  checked(
    paths.length === 0 ||
      ((await run([
        commandOf('oxlint', 'oxlint'),
        '--no-error-on-unmatched-pattern',
        '--quiet',
        ...paths,
      ])) === 0 &&
        (await run([
          ...ROOM_TO_COMPUTE,
          commandOf('eslint', 'eslint'),
          '--no-warn-ignored',
          ...paths,
        ])) === 0),
  );

/** Without Git, no file counts as changed. */
function changedSources(): string[] {
  const git = (...args: string[]): string[] =>
    (spawnSync('git', args, { cwd: ROOT, encoding: 'utf8' }).stdout ?? '').split('\n');
  return [
    ...git('diff', '--name-only', '--diff-filter=d', 'HEAD'),
    ...git('ls-files', '--others', '--exclude-standard'),
  ].filter((path) => /\.(ts|mts|mjs|cjs|js)$/.test(path));
}

async function mocha({ run, scratchDir }: TestStepDeps, config: string): Promise<Tally> {
  const file = join(scratchDir, `${config.replaceAll('/', '-')}.tally`);
  const exitCode = await run(
    [
      commandOf('mocha', 'mocha'),
      '--config',
      config,
      '--reporter',
      fromRoot('local', 'machine', 'testing', 'mochaTally.cjs'),
    ],
    { MOCHA_TALLY_FILE: file },
  );
  return counted(readMochaTally(file), exitCode);
}

/** Counts nothing as passed or failed if there is no Java. */
async function apex({ run }: TestStepDeps): Promise<StepOutcome> {
  const java = ensureTool(JAVA);
  if ('fault' in java) return { passed: 0, failed: 0, note: `skipped: ${java.fault}` };
  return checked(
    (await run([fromRoot('local', 'machine', 'testing', 'checkApex.ts'), java.path])) === 0,
  );
}

async function jest({ run, scratchDir }: TestStepDeps): Promise<Tally> {
  const file = join(scratchDir, 'jest.json');
  // Jest runs as a separate process.
  const exitCode = await run(
    [
      commandOf('@salesforce/sfdx-lwc-jest', 'sfdx-lwc-jest'),
      '--',
      '--json',
      `--outputFile=${file}`,
      // By default Jest leaves one processor free, but other processes have priority anyway.
      '--maxWorkers=100%',
    ],
    // The transformer removes types with Node, which warns that this is new.
    { NODE_OPTIONS: '--max-semi-space-size=128 --disable-warning=ExperimentalWarning' },
  );
  return counted(readJestTally(file), exitCode);
}

function sayAll(say: TestStepDeps['say'], lines: string[]): string[] {
  for (const line of lines) say(line);
  return lines;
}
