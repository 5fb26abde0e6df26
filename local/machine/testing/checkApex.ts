// Checks Apex with Salesforce's own tools: PMD's rules, and names and types that the platform's
// compiler would refuse.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fromRoot, ROOT } from '../files/paths.ts';
import { say } from '../terminal/terminal.ts';

const PACKAGE = fromRoot('force-app', 'main', 'default');
const RULES = fromRoot('config', 'apex-rules.xml');
/** The package contains PMD and apex-ls as Java archives. Its own JavaScript is not used. */
const ARCHIVES = fromRoot(
  'node_modules',
  '@salesforce',
  'code-analyzer-pmd-engine',
  'dist',
  'java-lib',
  '*',
);

interface Violation {
  readonly rule: string;
  readonly message: string;
  readonly codeLocation: { readonly file: string; readonly startLine: number };
}

interface Report {
  readonly violations: readonly Violation[];
  readonly processingErrors: readonly { readonly file: string; readonly message: string }[];
}

const [java = 'java'] = process.argv.slice(2);
const findings = (await Promise.all([ruleViolations(), semanticIssues()])).flat();
for (const finding of findings) say(finding);
process.exitCode = findings.length > 0 ? 1 : 0;

/** Violations of PMD's rules, one line each. */
async function ruleViolations(): Promise<string[]> {
  const scratchDir = mkdtempSync(join(tmpdir(), 'dealside-pmd-'));
  try {
    const [input, output] = [join(scratchDir, 'input.json'), join(scratchDir, 'output.json')];
    const filesToScan = ['classes', 'triggers'].flatMap((folder) =>
      readdirSync(join(PACKAGE, folder))
        .filter((name) => /\.(cls|trigger)$/.test(name))
        .map((name) => join(PACKAGE, folder, name)),
    );
    writeFileSync(
      input,
      JSON.stringify({ ruleSetInputFile: RULES, runDataPerLanguage: { apex: { filesToScan } } }),
    );
    const said = await run(['com.salesforce.sfca.pmdwrapper.PmdWrapper', 'run', input, output]);
    if (said.exitCode !== 0) return [`PMD ended with exit code ${said.exitCode}: ${said.output}`];
    const { violations, processingErrors } = JSON.parse(readFileSync(output, 'utf8')) as Report;
    return [
      ...processingErrors.map(({ file, message }) => `${relative(ROOT, file)} ${message}`),
      ...violations.map(
        ({ rule, message, codeLocation: { file, startLine } }) =>
          `${relative(ROOT, file)}:${startLine} ${message} (${rule})`,
      ),
    ];
  } finally {
    rmSync(scratchDir, { recursive: true, force: true });
  }
}

/** Names that do not resolve or are not used. The checker prints nothing if it finds none. */
async function semanticIssues(): Promise<string[]> {
  const options = ['--workspace', ROOT, '--detail', 'unused', '--nocache'];
  const { exitCode, output } = await run([
    'io.github.apexdevtools.apexls.CheckForIssues',
    ...options,
  ]);
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  if (exitCode !== 0 && lines.length === 0) return [`apex-ls ended with exit code ${exitCode}`];
  return lines;
}

/** Resolves to the exit code and everything that was printed. */
function run(args: string[]): Promise<{ exitCode: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(java, ['-cp', ARCHIVES, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk;
      });
    }
    child.once('error', reject);
    child.once('close', (exitCode) => resolve({ exitCode, output }));
  });
}
