import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { pagesToOpen } from './addresses.ts';
import { readBoundaries, type Reality } from './boundaries.ts';
import { startDemo, type Demo } from './demo.ts';
import { environmentsFor, urlsFor } from './environments.ts';
import { Fault, lineFor } from './fault.ts';
import { keep, type Kept } from './keeper.ts';
import { loadKeys } from './keys.ts';
import { acquireLock, LockedError } from './lock.mjs';
import { makeDirs } from './makeDirs.ts';
import { fromRoot } from './paths.ts';
import { requireFreePorts } from './ports.ts';
import { APPLICATION_ROLE, startPostgres } from './postgres.ts';
import { prepare } from './prepare.ts';
import { readSettings, type Settings } from './settings.ts';
import { createStops } from './stops.ts';
import { summary } from './summary.ts';
import { elapsed, say, step } from './terminal.ts';
import { watchSources } from './watchSources.ts';

const LEFT_BEHIND_MS = 12_000;
const ONE_ROLE = 'DATABASE_URL is used for migrations too, so the server owns the tables of the audit and could put their triggers aside. Give it a role of its own, and the owner’s address to DATABASE_OWNER_URL: docs/AUDIT.md says how.';

const stops = createStops(say);
stops.onSignals();
try {
  await up();
} catch (error) {
  if (!stops.begun) process.stderr.write(`dealside: ${lineFor(error)}\n`);
  await stops.run(1);
}

async function up(): Promise<void> {
  const { settings, reality } = configuration();
  await takeDataDir(settings, portsUsed(settings, reality));
  await prepare();

  const keys = await loadKeys(join(settings.dataDir, 'keys'));
  const database = reality.database === 'real' ? { databaseUrl: process.env.DATABASE_URL! } : await ownDatabase(settings);
  const environments = environmentsFor({ settings, reality, keys, ...database, given: process.env });
  const logsDir = join(settings.dataDir, 'logs');

  async function run(name: 'server' | 'org' | 'carrier', entry: string): Promise<Kept | undefined> {
    if (stops.begun) return undefined;
    const kept = keep({
      name, entry: fromRoot(...entry.split('/')), env: environments[name], logFile: join(logsDir, `${name}.log`), say,
      onHopeless: (fault) => {
        process.stderr.write(`dealside: ${name} can not be kept running. ${fault.message}\n`);
        void stops.run(1);
      },
    });
    stops.add(name, () => kept.stop());
    await kept.ready;
    step(`${name} listens on ${urlsFor(settings)[name]}`);
    return kept;
  }

  // What starts last stops first.
  if (reality.crm === 'local') await run('org', 'local/org/main.ts');
  if (reality.telephony === 'local') await run('carrier', 'local/carrier/main.ts');
  const server = await run('server', 'server/main.ts');
  const demo = await conversation(settings, reality);
  if (stops.begun) return;
  if (server && process.argv.includes('--watch')) {
    const unwatch = watchSources(server, step);
    stops.add('', async () => unwatch());
  }
  const addresses = await pagesToOpen(settings, reality, demo);
  if (reality.database === 'real' && !process.env.DATABASE_OWNER_URL) say(ONE_ROLE);
  for (const line of summary({ addresses, reality, logsDir, elapsed: elapsed() })) say(line);
}

function configuration(): { settings: Settings; reality: Reality } {
  const settings = readSettings(process.env);
  const boundaries = readBoundaries(process.env);
  if ('settings' in settings && 'reality' in boundaries) return { ...settings, ...boundaries };
  const faults = [settings, boundaries].flatMap((read) => ('faults' in read ? read.faults : []));
  throw new Fault(faults.join('\ndealside: '));
}

function portsUsed({ ports }: Settings, reality: Reality): Record<string, number> {
  return {
    server: ports.server,
    ...(reality.crm === 'local' && { org: ports.org }),
    ...(reality.telephony === 'local' && { carrier: ports.carrier }),
  };
}

async function takeDataDir({ dataDir, ports }: Settings, used: Record<string, number>): Promise<void> {
  try {
    makeDirs(dataDir);
    accessSync(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Fault(`the data folder ${dataDir} can not be written (${(error as NodeJS.ErrnoException).code}); set DEALSIDE_DATA to a folder of your own`);
  }
  let leftBehind = false;
  try {
    const release = await acquireLock(join(dataDir, 'lock'), { note: `port ${ports.server}`, abandoned: () => { leftBehind = true; } });
    stops.add('', async () => release());
  } catch (error) {
    if (error instanceof LockedError) throw new Fault(`${dataDir} is in use: Dealside runs there already (process ${error.holder.pid}, ${error.holder.note}); stop it, or set DEALSIDE_PORT for a second one`);
    throw error;
  }
  await requireFreePorts(used, leftBehind ? LEFT_BEHIND_MS : 0);
}

/** The server works as a role that can not rewrite the audit; only migrations are done as the owner. */
async function ownDatabase(settings: Settings): Promise<{ databaseUrl: string; databaseOwnerUrl: string }> {
  const starting = startPostgres({ dir: join(settings.dataDir, 'postgres'), say: step });
  stops.add('database', async () => (await starting).stop());
  const postgres = await starting;
  await postgres.createDatabase('dealside');
  await postgres.createRole(APPLICATION_ROLE);
  step(postgres.adopted ? 'database adopted: an earlier run left it running' : 'database runs');
  return { databaseUrl: postgres.databaseUrl('dealside', APPLICATION_ROLE), databaseOwnerUrl: postgres.databaseUrl('dealside') };
}

async function conversation(settings: Settings, reality: Reality): Promise<Demo | undefined> {
  if (!settings.demo || reality.telephony === 'real' || reality.crm === 'real' || stops.begun) return undefined;
  const { org, server, carrier } = urlsFor(settings);
  try {
    const demo = await startDemo({ orgUrl: org, serverUrl: server, carrierUrl: carrier, say });
    stops.add('demo conversation', () => demo.stop());
    step('Lena Brandt is on the phone with her customer');
    return demo;
  } catch (error) {
    step(`no demo conversation: ${(error as Error).message}`);
    return undefined;
  }
}
