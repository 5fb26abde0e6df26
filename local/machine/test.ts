import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withoutBoundaries } from './boundaries.ts';
import { Fault, lineFor } from './fault.ts';
import { startPostgres } from './postgres.ts';
import { prepare } from './prepare.ts';
import { programRunner } from './runProgram.ts';
import { createStops } from './stops.ts';
import { checked, report, type StepResult } from './tally.ts';
import { say, step } from './terminal.ts';
import { TEST_STEPS, type TestStep } from './testSteps.ts';
import { CHROMIUM, ensureTool, REDIS, type Tool } from './tools.ts';

const STEP_TIMEOUT_MS = 60 * 60_000;

const stops = createStops(() => undefined);
stops.onSignals();
try {
  const results = await test(chosenSteps(process.argv.slice(2)));
  for (const line of report(results)) say(line);
  await stops.run(results.some(({ failed }) => failed > 0) ? 1 : 0);
} catch (error) {
  if (!stops.begun) say(`dealside: ${lineFor(error)}\n\n0 passed, 1 failed`);
  await stops.run(1);
}

function chosenSteps(names: string[]): readonly TestStep[] {
  const known = TEST_STEPS.map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Fault(`there is no step ${unknown.join(', ')}; the steps are ${known.join(', ')}`);
  return names.length > 0 ? TEST_STEPS.filter(({ name }) => names.includes(name)) : TEST_STEPS;
}

async function test(steps: readonly TestStep[]): Promise<StepResult[]> {
  const scratchDir = mkdtempSync(join(tmpdir(), 'dealside-test-'));
  // Started by root, the database runs as nobody and must get in.
  chmodSync(scratchDir, 0o711);
  stops.add('', async () => rmSync(scratchDir, { recursive: true, force: true }));
  await prepare();

  const env: NodeJS.ProcessEnv = { ...withoutBoundaries(process.env), NODE_ENV: 'test' };
  const needed = new Set(steps.map(({ name }) => name));
  if (['unit', 'scenarios', 'browser'].some((name) => needed.has(name))) env.TEST_DATABASE_URL = await database(scratchDir);
  if (needed.has('unit')) point(env, REDIS);
  const browserFault = steps.some(({ needsBrowser }) => needsBrowser) ? point(env, CHROMIUM) : undefined;

  const { run, stop } = programRunner(env, STEP_TIMEOUT_MS);
  stops.add('', async () => stop());
  const results: StepResult[] = [];
  for (const { name, what, needsBrowser, run: runStep } of steps) {
    if (stops.begun) break;
    step(`${name}: ${what}`);
    const startedAt = performance.now();
    const note = needsBrowser ? browserFault : undefined;
    const tally = note ? checked(false) : await runStep({ run, scratchDir });
    results.push({ name, note, tookMs: performance.now() - startedAt, ...tally });
  }
  return results;
}

async function database(scratchDir: string): Promise<string> {
  const starting = startPostgres({ dir: join(scratchDir, 'postgres'), durable: false });
  stops.add('database', async () => {
    const { dir, stop } = await starting;
    await stop();
    rmSync(dir, { recursive: true, force: true });
  });
  return (await starting).databaseUrl('postgres');
}

/** Tells the tests where a program is; answers why not. */
function point(env: NodeJS.ProcessEnv, tool: Tool): string | undefined {
  const found = ensureTool(tool);
  if ('path' in found) {
    env[tool.variable] = found.path;
    return undefined;
  }
  step(found.fault);
  return found.fault;
}
