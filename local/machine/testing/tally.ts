import { readIfThere } from '../files/privateFiles.ts';

/** How many checks passed and failed. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/** The result of a step. */
export interface StepResult extends Tally {
  readonly name: string;
  readonly note?: string;
  readonly tookMs: number;
}

/** The tally of a single check. */
export const checked = (ok: boolean): Tally =>
  ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };

/**
 * The tally of a test runner. Without counts, or with an exit code but no failure, it counts as
 * failed.
 */
export function counted(tally: Tally | undefined, exitCode: number | null): Tally {
  if (!tally) return checked(false);
  return exitCode !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

/** The counts that mochaTally.cjs wrote; undefined when there is no file. */
export function readMochaTally(path: string): Tally | undefined {
  const text = readIfThere(path);
  return text ? (JSON.parse(text) as Tally) : undefined;
}

/**
 * The counts in Jest's JSON. A suite that did not load counts as failed, and so does a skipped
 * test.
 */
export function readJestTally(path: string): Tally | undefined {
  const text = readIfThere(path);
  if (!text) return undefined;
  const {
    numPassedTests,
    numFailedTests,
    numPendingTests,
    numTodoTests,
    numRuntimeErrorTestSuites,
  } = JSON.parse(text) as Record<string, number>;
  return {
    passed: numPassedTests!,
    failed: numFailedTests! + numPendingTests! + numTodoTests! + numRuntimeErrorTestSuites!,
  };
}

/** The total of several tallies. */
const sum = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((total, { passed }) => total + passed, 0),
  failed: tallies.reduce((total, { failed }) => total + failed, 0),
});

/** The lines of the table at the end; scripts read its last line. */
export function report(results: readonly StepResult[]): string[] {
  const { passed, failed } = sum(results);
  const line = ({ name, passed: p, failed: f, tookMs, note }: StepResult) =>
    `  ${f > 0 ? '✗' : '✓'} ${name.padEnd(10)} ${String(p).padStart(5)} passed ${String(f).padStart(4)} failed ${(tookMs / 1000).toFixed(1).padStart(7)} s${note ? `  ${note}` : ''}`;
  return ['', ...results.map(line), '', `${passed} passed, ${failed} failed`];
}
