import {
  chmodSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { prepare } from '../build/prepare.ts';
import { bundleTestPrograms } from '../build/serverBundle.ts';
import { STATE_DIR } from '../files/paths.ts';
import { scratchRoot } from '../files/scratchRoot.ts';
import { CHROMIUM, ensureTool, REDIS, type Tool } from '../packages/systemTools.ts';
import { startPostgres } from '../postgres/postgres.ts';
import { programRunner } from '../processes/runProgram.ts';
import { createShutdown } from '../processes/shutdown.ts';
import { withoutBoundaries } from '../settings/boundaries.ts';
import { Fault, messageFor } from '../terminal/fault.ts';
import { say, step } from '../terminal/terminal.ts';
import { checked, report, type StepResult, type Tally } from '../testing/tally.ts';
import {
  BEGINS_AFTER,
  FAST_STEPS,
  NICENESS,
  TEST_STEPS,
  type Lane,
  type TestStep,
} from '../testing/testSteps.ts';

const STEP_TIMEOUT_MS = 60 * 60_000;

const shutdown = createShutdown(() => undefined);
shutdown.onSignals();
try {
  const results = await test(chosenSteps(process.argv.slice(2)));
  for (const line of report(results)) say(line);
  await shutdown.run(results.some(({ failed }) => failed > 0) ? 1 : 0);
} catch (error) {
  if (!shutdown.hasBegun) say(`dealside: ${messageFor(error)}\n\n0 passed, 1 failed`);
  await shutdown.run(1);
}

function chosenSteps(names: string[]): readonly TestStep[] {
  if (names.join() === 'fast') return FAST_STEPS;
  const known = TEST_STEPS.map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Fault(
      `there is no step ${unknown.join(', ')}; the steps are ${known.join(', ')}, and fast for a choice of them`,
    );
  return names.length > 0 ? TEST_STEPS.filter(({ name }) => names.includes(name)) : TEST_STEPS;
}

async function test(steps: readonly TestStep[]): Promise<StepResult[]> {
  const scratchDir = mkdtempSync(join(scratchRoot(), 'dealside-test-'));
  // When root runs the tests, the database runs as nobody and must be able to enter.
  chmodSync(scratchDir, 0o711);
  shutdown.add('', async () => rmSync(scratchDir, { recursive: true, force: true }));
  await prepare();

  const env: NodeJS.ProcessEnv = {
    NODE_COMPILE_CACHE: join(STATE_DIR, 'compile-cache'),
    ...withoutBoundaries(process.env),
    NODE_ENV: 'test',
    TMPDIR: folderForAll(join(scratchDir, 'tmp')),
  };
  const needs = new Set(steps.flatMap((one) => one.needs ?? []));
  if (needs.has('database')) env.TEST_DATABASE_URL = await database(scratchDir);
  if (needs.has('redis')) provideTool(env, REDIS);
  if (needs.has('programs'))
    await bundleTestPrograms((env.TEST_PROGRAMS = join(scratchDir, 'programs')));
  const browserFault = needs.has('browser') ? provideTool(env, CHROMIUM) : undefined;

  const results = new Map<TestStep, StepResult>();
  const lanes = Map.groupBy(steps, ({ lane }) => lane);
  const isBeside = lanes.size > 1;
  const ends = new Map<Lane, Promise<void>>();
  for (const [lane, of] of lanes) {
    const before = ends.get(BEGINS_AFTER[lane] ?? lane) ?? Promise.resolve();
    ends.set(
      lane,
      before.then(() => follow(of, isBeside)),
    );
  }
  await Promise.all(ends.values());
  return steps.flatMap((one) => results.get(one) ?? []);

  async function follow(lane: readonly TestStep[], isBeside: boolean): Promise<void> {
    for (const one of lane) {
      if (shutdown.hasBegun) return;
      const { name, what, needs: needed = [], run: runStep } = one;
      step(`${name}: ${what}`);
      const note = needed.includes('browser') ? browserFault : undefined;
      const startedAt = performance.now();
      const outcome = note
        ? checked(false)
        : isBeside
          ? await quietly(one)
          : await inTheOpen(runStep);
      results.set(one, { name, note, tookMs: performance.now() - startedAt, ...outcome });
    }
  }

  async function inTheOpen(runStep: TestStep['run']): Promise<Tally> {
    const { run, stop } = programRunner(env, STEP_TIMEOUT_MS);
    shutdown.add('', async () => stop());
    return runStep({ run, say, scratchDir });
  }

  /**
   * A step that runs beside others prints its output when it has ended, so that their lines are not
   * mixed.
   */
  async function quietly({ name, lane, run: runStep }: TestStep): Promise<Tally> {
    const path = join(scratchDir, `${name}.log`);
    const log = openSync(path, 'a');
    const isInColor = process.stdout.isTTY && !process.env.NO_COLOR;
    const { run, stop } = programRunner(
      { ...env, ...(isInColor && { FORCE_COLOR: '1' }) },
      STEP_TIMEOUT_MS,
      { output: log, niceness: NICENESS[lane] },
    );
    shutdown.add('', async () => stop());
    const tally = await runStep({
      run,
      say: (line) => void writeSync(log, `${line}\n`),
      scratchDir,
    });
    closeSync(log);
    step(`${name} has ended:`);
    process.stdout.write(readFileSync(path));
    return tally;
  }
}

/** Makes a folder in which every account may have files of its own. */
function folderForAll(path: string): string {
  mkdirSync(path);
  chmodSync(path, 0o1777);
  return path;
}

async function database(scratchDir: string): Promise<string> {
  const starting = startPostgres({ dir: join(scratchDir, 'postgres'), durable: false });
  shutdown.add('database', async () => {
    const { dir, stop } = await starting;
    await stop();
    rmSync(dir, { recursive: true, force: true });
  });
  return (await starting).databaseUrl('postgres');
}

/** Passes the path of a program to the tests. Returns the reason if it is missing. */
function provideTool(env: NodeJS.ProcessEnv, tool: Tool): string | undefined {
  const found = ensureTool(tool);
  if ('path' in found) {
    env[tool.variable] = found.path;
    return undefined;
  }
  step(found.fault);
  return found.fault;
}
