import { copyFileSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fromRoot } from '../machine/files/paths.ts';
import { packagePlan, type PackageTask } from './packagePlan.ts';
import { faultsIn, NoCli, runSf } from './sf.ts';
import { stage } from './staging.ts';

const USAGE = `npm run salesforce:package -- version --dev-hub <alias> --server-url <https://…>
npm run salesforce:package -- create  --dev-hub <alias>
npm run salesforce:package -- scratch --dev-hub <alias> --server-url <https://…>

  create    once: the unlocked package in your Dev Hub
  version   a version of it, for your server, with its tests
  scratch   a scratch org with the package, seeds and sample records
  --dry-run prints the steps and changes nothing
`;
const PROJECT = 'sfdx-project.json';
const say = (line: string): void => void process.stdout.write(`${line}\n`);

function tasked(args: readonly string[]): PackageTask | undefined {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { 'dev-hub': text, 'server-url': text, 'dry-run': { type: 'boolean' } },
  });
  const [kind] = positionals;
  const [devHub, serverUrl] = [values['dev-hub'], values['server-url']];
  if (!devHub || (kind !== 'create' && kind !== 'version' && kind !== 'scratch')) return undefined;
  if (kind !== 'create' && !/^https:\/\/\S+$/.test(serverUrl ?? '')) return undefined;
  return { kind, devHub, serverUrl: serverUrl ?? '', isDryRun: values['dry-run'] === true };
}

/** Carries out a task with the package; resolves to the exit code. */
async function run(args: readonly string[]): Promise<number> {
  const task = tasked(args);
  if (!task) {
    say(USAGE);
    return 2;
  }
  const steps = packagePlan(task);
  if (task.isDryRun) {
    for (const { title, args: given } of steps) say(`• ${title}\n   sf ${given.join(' ')}`);
    return 0;
  }
  const staged = await stage(fromRoot(), {
    serverUrl: task.serverUrl || 'https://dealside.invalid',
    certificate: 'Dealside_Session',
    clientCertificate: '',
    seeds: [],
    withDashboards: true,
  });
  try {
    cpSync(fromRoot('config'), join(staged.dir, 'config'), { recursive: true });
    for (const { title, args: given } of steps) {
      say(`• ${title}`);
      const answer = await runSf(given, staged.dir, process.env);
      if (answer.status !== 0) {
        for (const fault of faultsIn(answer)) say(`    ${fault}`);
        return 1;
      }
    }
    // The names of the package and its versions are kept with the source.
    copyFileSync(join(staged.dir, PROJECT), fromRoot(PROJECT));
    return 0;
  } finally {
    staged.remove();
  }
}

run(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: Error) => {
    say(
      error instanceof NoCli
        ? 'The Salesforce CLI is missing: install it with "npm install --global @salesforce/cli".'
        : `dealside: ${error.message}`,
    );
    process.exitCode = 1;
  },
);
