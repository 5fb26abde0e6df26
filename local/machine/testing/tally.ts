import { readIfThere } from '../files/privateFiles.ts';

export interface Tally { readonly passed: number; readonly failed: number }

export interface StepResult extends Tally { readonly name: string; readonly note?: string; readonly tookMs: number }

/** A check that only passes or fails. */
export const checked = (ok: boolean): Tally => (ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** A runner that ended badly has failed, whatever it counted before. */
export function counted(tally: Tally | undefined, exitCode: number | null): Tally {
  if (!tally) return checked(false);
  return exitCode !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

export function readMochaTally(path: string): Tally | undefined {
  const text = readIfThere(path);
  return text ? JSON.parse(text) as Tally : undefined;
}

/** Jest's own JSON. A suite that did not even load has no tests and still failed; a skipped test did not pass. */
export function readJestTally(path: string): Tally | undefined {
  const text = readIfThere(path);
  if (!text) return undefined;
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } = JSON.parse(text) as Record<string, number>;
  return { passed: numPassedTests!, failed: numFailedTests! + numPendingTests! + numTodoTests! + numRuntimeErrorTestSuites! };
}

export const sum = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((total, { passed }) => total + passed, 0),
  failed: tallies.reduce((total, { failed }) => total + failed, 0),
});

/** The table at the end; its last line is what machines read. */
export function report(results: readonly StepResult[]): string[] {
  const { passed, failed } = sum(results);
  const line = ({ name, passed: p, failed: f, tookMs, note }: StepResult) =>
    `  ${f > 0 ? '✗' : '✓'} ${name.padEnd(10)} ${String(p).padStart(5)} passed ${String(f).padStart(4)} failed ${(tookMs / 1000).toFixed(1).padStart(7)} s${note ? `  ${note}` : ''}`;
  return ['', ...results.map(line), '', `${passed} passed, ${failed} failed`];
}
