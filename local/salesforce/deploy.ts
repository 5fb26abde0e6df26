import { join } from 'node:path';
import { fromRoot } from '../machine/files/paths.ts';
import { privateDir, readIfThere, writePrivate } from '../machine/files/privateFiles.ts';
import { selfSigned } from '../machine/keys/certificates.ts';
import { configurationFor } from './configuration.ts';
import { addFilterOptions, namesInOrg } from './dashboardFilters.ts';
import { dashboardRoom } from './dashboards.ts';
import { namesTaken } from './names.ts';
import { readOptions, USAGE, type DeployOptions } from './options.ts';
import { CHECK_SCRIPT, planOf, VALIDATION, type Step } from './plan.ts';
import { recordsInOrg, seedNames, seedsToLay } from './seeds.ts';
import { faultsIn, NoCli, runSf, type SfAnswer } from './sf.ts';
import { stage } from './staging.ts';

const say = (line = ''): void => void process.stdout.write(`${line}\n`);
const KEY = 'server.key';
const CERTIFICATE = 'server.crt';

/**
 * Builds the package, deploys it to an org and prints what is left to do. Resolves to the exit
 * code.
 */
async function deploy(args: readonly string[]): Promise<number> {
  const read = readOptions(args, fromRoot('.dealside', 'salesforce'));
  if ('faults' in read) {
    say(`${read.faults.join('\n')}\n\n${USAGE}`);
    return 2;
  }
  const { options } = read;
  const clientCertificate = await keyOf(options);
  const org = options.isDryRun ? undefined : await identityOf(options);
  if (org && 'fault' in org) {
    say(org.fault);
    return 1;
  }
  const names = org ? await namesTaken(options.org, fromRoot()) : { taken: [] };
  if ('fault' in names) {
    say(names.fault);
    return 1;
  }
  if (names.taken.length > 0) {
    say(
      `The org has something of its own by names of the package, which Salesforce would replace:\n${names.taken.map((name) => `  – ${name}`).join('\n')}\nSee docs/DEPLOY.md, "Names".`,
    );
    return 1;
  }
  const room =
    org && options.withDashboards ? await dashboardRoom(options.org, fromRoot()) : undefined;
  if (room) say(room.said);
  if (room?.fits === false) return 1;
  const all = seedNames(fromRoot());
  const has = org ? await recordsInOrg(all, options.org, fromRoot()) : { names: [] };
  if ('fault' in has) {
    say(has.fault);
    return 1;
  }
  const seeds = seedsToLay(all, has.names, { withNew: options.withNewSeeds });
  const staged = await stage(fromRoot(), { ...options, clientCertificate, seeds });
  try {
    const plan = planOf(options, staged.testClasses, seeds.length);
    if (!org) return print(plan);
    say(
      `${has.names.length} records of policy and settings are in the org and stay as they are; ${seeds.length} are laid.`,
    );
    await nameChoices(options, staged.dir);
    return await carryOut(plan, options, {
      ...org,
      dir: staged.dir,
      settings: settingByHand(options, has),
    });
  } finally {
    staged.remove();
  }
}

/** Adds the org's queues and teams to the filters of the dashboards, if those are deployed. */
async function nameChoices({ org, withDashboards }: DeployOptions, dir: string): Promise<void> {
  if (!withDashboards) return;
  const choices = await namesInOrg(org, dir);
  await addFilterOptions(org, dir, choices);
  say(
    `Choices in the filters of the dashboards: ${choices.Queue.length} queues and ${choices.Team.length} teams of the org.`,
  );
}

/** An existing setting belongs to the customer, even if it names another server. */
function settingByHand({ serverUrl }: DeployOptions, has: { serverUrl?: string }): string[] {
  return has.serverUrl && has.serverUrl.replace(/\/$/, '') !== serverUrl
    ? [
        `Setup, Custom Metadata Types, Dealside Setting, Default: Server URL is ${has.serverUrl}. Set it to ${serverUrl} if that is where your server is now.`,
      ]
    : [];
}

/** The server's certificate. It is created with its key if missing. A dry run writes no file. */
async function keyOf({ outDir, isDryRun }: DeployOptions): Promise<string> {
  const known = readIfThere(join(outDir, CERTIFICATE));
  if (known) return known;
  const { privateKey, certificate } = await selfSigned('dealside-server');
  if (!isDryRun) {
    privateDir(outDir);
    writePrivate(join(outDir, KEY), privateKey);
    writePrivate(join(outDir, CERTIFICATE), certificate);
  }
  return certificate;
}

function print(plan: readonly Step[]): number {
  say(
    'These steps would run, in this order. Nothing was changed. Seeds are laid only where the org has no record of their type.\n',
  );
  plan.forEach(({ title, args }, i) => say(`${i + 1}. ${title}\n   sf ${args.join(' ')}`));
  return 0;
}

interface OrgIdentity {
  readonly id: string;
  readonly instanceUrl: string;
}

/** Reads the org's identity before anything is built. Throws NoCli if the CLI is not installed. */
async function identityOf({ org }: DeployOptions): Promise<OrgIdentity | { fault: string }> {
  const answer = await runSf(['org', 'display', '--target-org', org], fromRoot(), process.env);
  if (answer.status === 0) return answer.result as OrgIdentity;
  return {
    fault: `The org ${org} cannot be reached: ${faultsIn(answer).join('; ')}\nSign in first: sf org login web --alias ${org}`,
  };
}

async function carryOut(
  plan: readonly Step[],
  options: DeployOptions,
  {
    id,
    instanceUrl,
    dir,
    settings,
  }: OrgIdentity & { readonly dir: string; readonly settings: readonly string[] },
): Promise<number> {
  const byHand = [...settings];
  let validation = '';
  for (const { title, args, byHand: instead, otherwise } of plan) {
    say(`• ${title}`);
    const answer = await runEither(
      args.map((arg) => (arg === VALIDATION ? validation : arg)),
      otherwise,
      dir,
    );
    if (args.includes('validate')) validation = jobIn(answer.result);
    const faults = answer.status === 0 ? [] : faultsIn(answer);
    for (const fault of faults) say(`    ${fault}`);
    if (faults.length > 0 && !instead) {
      say('\nThe org refused this step. The steps after it were not run.');
      return 1;
    }
    if (faults.length > 0) byHand.push(instead!);
    if (args.includes(CHECK_SCRIPT)) byHand.push(...missingIn(answer.result));
  }
  say(
    `\n${configurationFor({ ...options, orgId: id, instanceUrl, keyFile: join(options.outDir, KEY) })}`,
  );
  if (byHand.length > 0) say(`\nTo do by hand:\n${byHand.map((line) => `  – ${line}`).join('\n')}`);
  return 0;
}

/** An org can forget a validation, such as when a package was installed in between. */
async function runEither(
  args: readonly string[],
  otherwise: readonly string[] | undefined,
  dir: string,
): Promise<SfAnswer> {
  const answer = await runSf(args, dir, process.env);
  if (answer.status === 0 || !otherwise) return answer;
  for (const fault of faultsIn(answer)) say(`    ${fault}`);
  say('    The org does not take its validation. Deploying with the tests again.');
  return runSf(otherwise, dir, process.env);
}

const jobIn = (result: unknown): string => (result as { id?: string } | undefined)?.id ?? '';

/** The lines that the package's install check has logged. */
function missingIn(result: unknown): string[] {
  const { logs = '' } = (result ?? {}) as { logs?: string };
  return [...logs.matchAll(/\|DEBUG\|DEALSIDE: (.+)$/gm)].map(([, line]) => line!.trim());
}

deploy(process.argv.slice(2)).then(
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
