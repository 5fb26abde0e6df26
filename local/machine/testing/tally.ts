import { readIfThere } from '../files/privateFiles.ts';

/** How many checks passed and failed, and the titles and messages of those that failed. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly failures?: readonly string[];
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
  const results = JSON.parse(text) as JestResults;
  return {
    passed: results.numPassedTests,
    failed:
      results.numFailedTests +
      results.numPendingTests +
      results.numTodoTests +
      results.numRuntimeErrorTestSuites,
    failures: results.testResults.flatMap(({ name, status, message, assertionResults }) => {
      const failed = assertionResults.filter((one) => one.status !== 'passed');
      if (status === 'failed' && failed.length === 0) return [`${name}: ${message}`];
      return failed.map((one) =>
        [one.fullName, one.status, ...(one.failureMessages ?? [])].join(': '),
      );
    }),
  };
}

/** The parts of Jest's JSON that are read: https://jestjs.io/docs/cli#--json */
interface JestResults {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages?: readonly string[] | null;
    }[];
  }[];
}

/** The total of several tallies. */
const sum = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((total, { passed }) => total + passed, 0),
  failed: tallies.reduce((total, { failed }) => total + failed, 0),
});

/** The failures again, and the table at the end. Scripts read the last line. */
export function report(results: readonly StepResult[]): string[] {
  const { passed, failed } = sum(results);
  const repeated = results.flatMap(({ name, failures = [] }) =>
    failures.map((failure) => `✗ ${name}: ${failure}`),
  );
  const line = ({ name, passed: p, failed: f, tookMs, note }: StepResult) =>
    `  ${f > 0 ? '✗' : '✓'} ${name.padEnd(10)} ${String(p).padStart(5)} passed ${String(f).padStart(4)} failed ${(tookMs / 1000).toFixed(1).padStart(7)} s${note ? `  ${note}` : ''}`;
  return ['', ...repeated, '', ...results.map(line), '', `${passed} passed, ${failed} failed`];
}
