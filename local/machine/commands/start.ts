import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { startBalancer } from '../balancer/balancer.ts';
import { prepare } from '../build/prepare.ts';
import { bundledEntries, sourceEntries } from '../build/startBundle.ts';
import { watchSources } from '../build/watchSources.ts';
import { startDemo, type Demo } from '../demo/demo.ts';
import { acquireLock, LockedError } from '../files/lock.mjs';
import { makeDirs } from '../files/makeDirs.ts';
import { auditKeyFile, loadKeys } from '../keys/keys.ts';
import { APPLICATION_ROLE, startPostgres } from '../postgres/postgres.ts';
import { watchPostgres } from '../postgres/watchPostgres.ts';
import { requireFreePorts } from '../processes/freePorts.ts';
import { startManagedProcess, type ManagedProcess } from '../processes/managedProcess.ts';
import { createShutdown } from '../processes/shutdown.ts';
import { isWithoutCalls } from '../sample/withoutCalls.ts';
import { readBoundaries, type Reality } from '../settings/boundaries.ts';
import {
  databaseEnvironment,
  environmentsFor,
  instanceEnvironment,
  urlsFor,
  type DatabaseUrls,
} from '../settings/environments.ts';
import { readInstances } from '../settings/instances.ts';
import { readSettings, type Settings } from '../settings/settings.ts';
import { Fault, messageFor } from '../terminal/fault.ts';
import { elapsed, say, step } from '../terminal/terminal.ts';
import { pagesToOpen } from './pagesToOpen.ts';
import { summary } from './startSummary.ts';

/**
 * A small young generation, in MB, and code optimized for size, because memory matters more than
 * speed for a few people.
 */
const SMALL_HEAP = ['--max-semi-space-size=2', '--optimize-for-size'];
const STALE_PORT_WAIT_MS = 12_000;
const SHARED_ROLE_WARNING =
  'DATABASE_URL is used for migrations too, so the server owns the tables of the audit and could disable their triggers. Give it a role of its own, and the owner’s address to DATABASE_OWNER_URL: docs/AUDIT.md says how.';

/** What the server waits for while it is loaded, and what it is told of it. */
type ServerNeeds = Promise<NodeJS.ProcessEnv>;

const shutdown = createShutdown(say);
shutdown.onSignals();
try {
  await up();
} catch (error) {
  if (!shutdown.hasBegun) process.stderr.write(`dealside: ${messageFor(error)}\n`);
  await shutdown.run(1);
}

async function up(): Promise<void> {
  const { settings, reality, instancePorts } = configuration();
  await lockDataDir(settings, {
    ...portsUsed(settings, reality),
    ...Object.fromEntries(instancePorts.map((port, i) => [`server ${i + 1}`, port])),
  });
  const watches = process.argv.includes('--watch');
  const startingDatabase = reality.database === 'real' ? realDatabase() : startDatabase(settings);
  // Awaited below, where its failure is thrown.
  startingDatabase.catch(() => undefined);
  const [keys, programs] = await Promise.all([
    loadKeys(join(settings.dataDir, 'keys'), auditKeyFile(process.env, settings.dataDir)),
    prepare().then(() =>
      watches ? sourceEntries() : bundledEntries(() => step('programs bundled')),
    ),
  ]);
  const environments = environmentsFor({ settings, reality, keys, given: process.env });
  const logsDir = join(settings.dataDir, 'logs');

  async function run(
    readyAs: 'server' | 'org' | 'carrier',
    {
      name = readyAs,
      url = urlsFor(settings)[readyAs],
      env = environments[readyAs],
      needs,
    }: { name?: string; url?: string; env?: NodeJS.ProcessEnv; needs?: ServerNeeds } = {},
  ): Promise<ManagedProcess | undefined> {
    if (shutdown.hasBegun) return undefined;
    const managed = startManagedProcess({
      name,
      readyAs,
      entry: programs[readyAs],
      nodeArgs: SMALL_HEAP,
      env,
      logFile: join(logsDir, `${name.replace(' ', '-')}.log`),
      say,
      needs,
      onRestartLimit: (fault) => {
        process.stderr.write(`dealside: ${name} cannot be kept running. ${fault.message}\n`);
        void shutdown.run(1);
      },
    });
    shutdown.add(name, () => managed.stop());
    await managed.ready;
    step(`${name} listens on ${url}`);
    return managed;
  }

  /**
   * Starts the servers behind a balancer, which has the server's port and stops last so that
   * requests can finish.
   */
  async function runInstances(needs: ServerNeeds): Promise<(ManagedProcess | undefined)[]> {
    if (shutdown.hasBegun) return [];
    const balancer = await startBalancer({ port: settings.ports.server, ports: instancePorts });
    shutdown.add('balancer', () => balancer.stop());
    const servers = await Promise.all(
      instancePorts.map((port, i) =>
        run('server', {
          name: `server ${i + 1}`,
          url: `http://localhost:${port}`,
          env: instanceEnvironment(environments.server, port),
          needs,
        }),
      ),
    );
    step(
      `balancer listens on ${urlsFor(settings).server}, and gives each request to the next of ${servers.length} servers`,
    );
    return servers;
  }

  // They are stopped in the opposite order. The server is loaded while the others start.
  const standIns = Promise.all([
    reality.crm === 'local' && run('org'),
    reality.telephony === 'local' && run('carrier'),
  ]);
  const reached = Promise.all([startingDatabase, standIns]);
  const needs = reached.then(([urls]) => databaseEnvironment(urls));
  const [servers, [database]] = await Promise.all([
    instancePorts.length > 0
      ? runInstances(needs)
      : run('server', { needs }).then((server) => [server]),
    reached,
    needs,
  ]);
  if (database.databaseOwnerUrl) await addSample(settings, reality, database.databaseOwnerUrl);
  const demo = await startConversation(settings, reality);
  if (shutdown.hasBegun) return;
  if (watches) {
    const unwatch = watchSources({ restart: () => restartInTurn(servers) }, step);
    shutdown.add('', async () => unwatch());
  }
  const addresses = await pagesToOpen(settings, reality, demo);
  if (reality.database === 'real' && !process.env.DATABASE_OWNER_URL) say(SHARED_ROLE_WARNING);
  for (const line of summary({ addresses, reality, logsDir, elapsed: elapsed() })) say(line);
}

/** One after another, so that one of them always answers. */
async function restartInTurn(servers: readonly (ManagedProcess | undefined)[]): Promise<void> {
  for (const server of servers) await server?.restart();
}

function configuration() {
  const settings = readSettings(process.env);
  const boundaries = readBoundaries(process.env);
  const instances =
    'settings' in settings
      ? readInstances(process.argv, settings.settings.ports)
      : { instancePorts: [] };
  if ('settings' in settings && 'reality' in boundaries && 'instancePorts' in instances)
    return { ...settings, ...boundaries, ...instances };
  const faults = [settings, boundaries].flatMap((read) => ('faults' in read ? read.faults : []));
  throw new Fault(
    [...faults, ...('fault' in instances ? [instances.fault] : [])].join('\ndealside: '),
  );
}

function portsUsed({ ports }: Settings, reality: Reality): Record<string, number> {
  return {
    server: ports.server,
    ...(reality.crm === 'local' && { org: ports.org }),
    ...(reality.telephony === 'local' && { carrier: ports.carrier }),
  };
}

async function lockDataDir(
  { dataDir, ports }: Settings,
  used: Record<string, number>,
): Promise<void> {
  try {
    makeDirs(dataDir);
    accessSync(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Fault(
      `the data folder ${dataDir} cannot be written (${(error as NodeJS.ErrnoException).code}); set DEALSIDE_DATA to a folder of your own`,
    );
  }
  let leftBehind = false;
  try {
    const release = await acquireLock(join(dataDir, 'lock'), {
      note: `port ${ports.server}`,
      abandoned: () => {
        leftBehind = true;
      },
    });
    shutdown.add('', async () => release());
  } catch (error) {
    if (error instanceof LockedError)
      throw new Fault(
        `${dataDir} is in use: Dealside runs there already (process ${error.holder.pid}, ${error.holder.note}); stop it, or set DEALSIDE_PORT for a second one`,
      );
    throw error;
  }
  await requireFreePorts(used, leftBehind ? STALE_PORT_WAIT_MS : 0);
}

const realDatabase = async (): Promise<DatabaseUrls> => ({
  databaseUrl: process.env.DATABASE_URL!,
});

/** The server connects as a role that cannot change the audit; only migrations run as the owner. */
async function startDatabase(settings: Settings): Promise<DatabaseUrls> {
  const dir = join(settings.dataDir, 'postgres');
  const starting = startPostgres({ dir, say: step });
  const watching = starting.then((first) =>
    watchPostgres(first, { start: () => startPostgres({ dir }), say }),
  );
  shutdown.add('database', async () => (await watching).stop());
  const postgres = await starting;
  await postgres.createDatabase('dealside');
  await postgres.createRole(APPLICATION_ROLE);
  step(postgres.adopted ? 'database adopted: an earlier run left it running' : 'database runs');
  return {
    databaseUrl: postgres.databaseUrl('dealside', APPLICATION_ROLE),
    databaseOwnerUrl: postgres.databaseUrl('dealside'),
  };
}

function hasDemo({ demo }: Settings, { telephony, crm }: Reality): boolean {
  return demo && telephony === 'local' && crm === 'local' && !shutdown.hasBegun;
}

/** Connects as the owner of the tables, which may have them analyzed. */
async function addSample(
  settings: Settings,
  reality: Reality,
  databaseOwnerUrl: string,
): Promise<void> {
  if (!hasDemo(settings, reality)) return;
  try {
    if (!(await isWithoutCalls(databaseOwnerUrl))) return;
    // Loaded only for a first start, because it takes longer than that question.
    const { addSampleOnce } = await import('../sample/addSample.ts');
    const added = await addSampleOnce(databaseOwnerUrl, urlsFor(settings).org);
    if (added)
      step(
        `${added} sample calls of the last half year are in the tab Dealside Outcomes, and made-up refusals on them in the audit`,
      );
  } catch (error) {
    step(`sample calls not added: ${(error as Error).message}`);
  }
}

async function startConversation(settings: Settings, reality: Reality): Promise<Demo | undefined> {
  if (!hasDemo(settings, reality)) return undefined;
  const { org, server, carrier } = urlsFor(settings);
  try {
    const demo = await startDemo({ orgUrl: org, serverUrl: server, carrierUrl: carrier, say });
    shutdown.add('demo conversation', () => demo.stop());
    step('Lena Brandt is on the phone with her customer');
    return demo;
  } catch (error) {
    step(`demo conversation not started: ${(error as Error).message}`);
    return undefined;
  }
}
