import { spawn } from 'node:child_process';

/** The JSON output of the sf CLI. */
export interface SfAnswer {
  readonly status: number;
  readonly result?: unknown;
  readonly message?: string;
  readonly name?: string;
}

/** The sf CLI is not installed. */
export class NoCli extends Error {}

/**
 * Runs the sf CLI and reads its JSON output, which is never printed: it may contain tokens. Rejects
 * with NoCli.
 */
export function runSf(
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<SfAnswer> {
  return new Promise((resolve, reject) => {
    const child = spawn('sf', [...args, '--json'], {
      cwd,
      env: { ...env, SF_SKIP_NEW_VERSION_CHECK: 'true', SF_AUTOUPDATE_DISABLE: 'true' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [output, errors] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    child.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'ENOENT' ? new NoCli() : error),
    );
    child.once('close', (code) => {
      try {
        resolve(JSON.parse(output) as SfAnswer);
      } catch {
        resolve({
          status: code || 1,
          message: (errors || output).trim().slice(0, 500) || `sf ended with ${code}`,
        });
      }
    });
  });
}

interface Failure {
  readonly fullName?: string;
  readonly problem?: string;
  readonly lineNumber?: number;
  readonly fileName?: string;
}
interface TestFailure {
  readonly name?: string;
  readonly methodName?: string;
  readonly message?: string;
}

/** A line for each failed component and test, or the CLI's message. */
export function faultsIn({ message, result }: SfAnswer): string[] {
  const { details } = (result ?? {}) as {
    details?: {
      componentFailures?: Failure | Failure[];
      runTestResult?: { failures?: TestFailure | TestFailure[] };
    };
  };
  const components = [details?.componentFailures ?? []]
    .flat()
    .map(
      (one) =>
        `${one.fullName ?? one.fileName}${one.lineNumber ? `:${one.lineNumber}` : ''}: ${one.problem}`,
    );
  const tests = [details?.runTestResult?.failures ?? []]
    .flat()
    .map((one) => `${one.name}.${one.methodName}: ${one.message}`);
  return components.length + tests.length > 0
    ? [...components, ...tests]
    : [message ?? 'sf gave no reason'];
}
