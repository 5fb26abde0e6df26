import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { selfSigned } from '../../local/machine/keys/certificates.ts';
import {
  APPLICATION_ROLE,
  startPostgres,
  type Postgres,
} from '../../local/machine/postgres/postgres.ts';
import { LOCAL_ORG_ID } from '../../local/org/ids/localOrgId.ts';
import { migrate } from '../../server/store/database/migrate.ts';
import { freePort } from '../../test/support/freePort.ts';
import type { CarrierProgram } from '../programs/carrier.ts';
import type { ConsolesProgram } from '../programs/consoles.ts';
import {
  ACCOUNT,
  callsInScope,
  interventionIdOf,
  supervisedCalls,
  supervisorOn,
  teamOf,
  type Staff,
} from './floor.ts';
import { startProcess, type Running } from './processes.ts';
import { startProgram, type Program } from './rpc.ts';
import { seedCalls } from './seedCalls.ts';
import { hireStaff, overrideAnnouncements } from './staff.ts';

/** A database with live calls. */
export interface BenchDatabase {
  readonly ownerUrl: string;
  readonly applicationUrl: string;
  drop(): Promise<void>;
}

/** What the rows are measured on, each part in a process of its own; started when first used. */
export interface Bench {
  /** Where every server is reached, one at a time. */
  readonly serverUrl: string;
  readonly orgId: string;
  readonly postgres: () => Promise<Postgres>;
  readonly staff: () => Promise<Staff>;
  readonly carrier: () => Promise<Program<CarrierProgram>>;
  readonly consoles: () => Promise<Program<ConsolesProgram>>;
  /** A fresh copy of a database with this many live calls. */
  database(calls: number): Promise<BenchDatabase>;
  /** The real server, alone on this database, with the carrier's conferences as they are there. */
  startServer(on: {
    database: BenchDatabase;
    calls: number;
    confirmsAfterMs?: number;
    nodeArgs?: readonly string[];
    env?: Record<string, string>;
    /** Where it listens, when a balancer stands at `serverUrl`. */
    port?: number;
  }): Promise<Running>;
  /** Stops the servers that a row has left running, since it failed. */
  stopServers(): Promise<void>;
  /** What a console must know of the server. */
  readonly address: () => Promise<{ url: string; orgId: string; signingKey: string }>;
  /** So many supervisors, of all teams in turn, and how many calls each is allowed to see. */
  supervisors(count: number, calls: number): Promise<{ userIds: string[]; calls: number }>;
  /** The running interventions of the floor. */
  interventions(calls: number): Promise<{ call: number; interventionId: string; userId: string }[]>;
  stop(): Promise<void>;
}

export async function createBench(say: (line: string) => void): Promise<Bench> {
  const dir = mkdtempSync(join(tmpdir(), 'dealside-bench-'));
  // When root runs the bench, the database runs as nobody and must be able to enter.
  chmodSync(dir, 0o711);
  const stops: (() => unknown)[] = [() => rmSync(dir, { recursive: true, force: true })];
  const [serverPort, orgPort] = [await freePort(), await freePort()];
  const serverUrl = `http://localhost:${serverPort}`;
  const orgUrl = `http://localhost:${orgPort}`;
  const servers: Running[] = [];
  const templates = new Map<number, Promise<string>>();
  const started = <T>(start: () => Promise<T>, stop: (part: T) => unknown): (() => Promise<T>) => {
    let part: Promise<T> | undefined;
    return () =>
      (part ??= start().then((it) => {
        stops.push(() => stop(it));
        return it;
      }));
  };

  const keys = started(
    () => writeKeys(dir),
    () => undefined,
  );
  const postgres = started(
    () => startPostgres({ dir: join(dir, 'postgres'), durable: true }),
    async (running) => {
      await running.stop();
      rmSync(running.dir, { recursive: true, force: true });
    },
  );
  const org = started(
    async () => {
      const { clientCertificateFile, signingKeyFile } = await keys();
      const running = await startProcess(['local/org/main.ts'], {
        PORT: String(orgPort),
        PUBLIC_URL: orgUrl,
        SERVER_URL: serverUrl,
        CLIENT_ID: 'dealside-bench',
        CLIENT_CERTIFICATE_FILE: clientCertificateFile,
        SIGNING_KEY_FILE: signingKeyFile,
      });
      await overrideAnnouncements(orgUrl);
      return running;
    },
    (running) => running.stop(),
  );
  const staff = started(
    async () => {
      await org();
      say('people are hired in the local org');
      return hireStaff(orgUrl);
    },
    () => undefined,
  );
  const carrier = started(
    () => startProgram<CarrierProgram>('carrier.ts'),
    (program) => program.stop(),
  );
  const consoles = started(
    () => startProgram<ConsolesProgram>('consoles.ts'),
    (program) => program.stop(),
  );

  async function stopServers(): Promise<void> {
    for (const server of servers.splice(0)) await server.stop();
  }

  async function template(calls: number): Promise<string> {
    const running = await postgres();
    const people = await staff();
    say(`${calls.toLocaleString('en-US')} live calls are written`);
    return writeFloor(running, calls, people);
  }

  return {
    serverUrl,
    orgId: LOCAL_ORG_ID,
    postgres,
    staff,
    carrier,
    consoles,

    async database(calls) {
      const { databaseUrl, createRole } = await postgres();
      if (!templates.has(calls)) templates.set(calls, template(calls));
      const name = `bench_${randomBytes(5).toString('hex')}`;
      await createRole(APPLICATION_ROLE);
      const admin = databaseUrl('postgres');
      await query(admin, `create database ${name} template ${await templates.get(calls)!}`);
      await query(admin, 'checkpoint');
      return {
        ownerUrl: databaseUrl(name),
        applicationUrl: databaseUrl(name, APPLICATION_ROLE),
        drop: () => query(admin, `drop database ${name} with (force)`),
      };
    },

    async startServer({
      database,
      calls,
      confirmsAfterMs,
      nodeArgs = [],
      env = {},
      port = serverPort,
    }) {
      await org();
      const program = await carrier();
      await program.call('open', { calls, serverUrl, confirmsAfterMs });
      const server = await startProcess([...nodeArgs, 'server/main.ts'], {
        PORT: String(port),
        ...serverSettings({
          serverUrl,
          orgUrl,
          carrierUrl: await program.call('address'),
          database,
          keys: await keys(),
        }),
        ...env,
      });
      servers.push(server);
      return server;
    },

    stopServers,

    address: async () => ({
      url: serverUrl,
      orgId: LOCAL_ORG_ID,
      signingKey: (await keys()).signingKey,
    }),

    async supervisors(count, calls) {
      const { supervisors } = await staff();
      const everybody = supervisors[0]!.flatMap((_, place) =>
        supervisors.map((team) => team[place]!),
      );
      return { userIds: everybody.slice(0, count), calls: callsInScope(calls) };
    },

    async interventions(calls) {
      const { supervisors } = await staff();
      return supervisedCalls(calls).map((call) => ({
        call,
        interventionId: interventionIdOf(call),
        userId: supervisors[teamOf(call)]![supervisorOn(call)!]!,
      }));
    },

    async stop() {
      await stopServers();
      for (const stop of stops.reverse()) await stop();
    },
  };
}

/** Writes a database with this many live calls. Returns its name. */
async function writeFloor(
  { createDatabase, databaseUrl }: Postgres,
  calls: number,
  people: Staff,
): Promise<string> {
  const name = `floor_${calls}`;
  await createDatabase(name);
  await migrate(databaseUrl(name));
  // The seed need not wait for the disk; what is measured does.
  const hasty = new URL(databaseUrl(name));
  hasty.searchParams.set('options', '-c synchronous_commit=off');
  await seedCalls(hasty.href, calls, people);
  await query(databaseUrl(name), 'vacuum analyze');
  return name;
}

/** The settings of a server that uses the local carrier and org. */
const serverSettings = ({
  serverUrl,
  orgUrl,
  carrierUrl,
  database,
  keys,
}: {
  readonly serverUrl: string;
  readonly orgUrl: string;
  readonly carrierUrl: string;
  readonly database: BenchDatabase;
  readonly keys: Awaited<ReturnType<typeof writeKeys>>;
}): Record<string, string> => ({
  PUBLIC_URL: serverUrl,
  DATABASE_URL: database.applicationUrl,
  DATABASE_OWNER_URL: database.ownerUrl,
  LOG_LEVEL: 'warn',
  AUDIO_CHECK_EVERY_MINUTES: '0',
  DISCLOSURE: 'elsewhere',
  AUDIT_SIGNING_KEY_FILE: keys.auditSigningKeyFile,
  TWILIO_ACCOUNT_SID: ACCOUNT.accountSid,
  TWILIO_AUTH_TOKEN: ACCOUNT.authToken,
  TWILIO_API_KEY_SID: ACCOUNT.apiKeySid,
  TWILIO_API_KEY_SECRET: ACCOUNT.apiKeySecret,
  TWILIO_TWIML_APP_SID: ACCOUNT.twimlAppSid,
  TWILIO_CALLER_ID: ACCOUNT.number,
  TWILIO_API_URL: carrierUrl,
  SALESFORCE_LOGIN_URL: orgUrl,
  SALESFORCE_CLIENT_ID: 'dealside-bench',
  SALESFORCE_USERNAME: 'integration@northwind.example',
  SALESFORCE_PRIVATE_KEY_FILE: keys.clientKeyFile,
  SALESFORCE_ORG_ID: LOCAL_ORG_ID,
  SALESFORCE_SIGNING_CERTIFICATE_FILE: keys.signingCertificateFile,
  SALESFORCE_ORIGINS: orgUrl,
});

async function query(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

async function writeKeys(dir: string) {
  const [client, signing] = await Promise.all([
    selfSigned('dealside-client'),
    selfSigned('org-signing'),
  ]);
  const written = (name: string, content: string): string => {
    const path = join(dir, name);
    writeFileSync(path, content, { mode: 0o600 });
    return path;
  };
  const auditKey = generateKeyPairSync('ed25519').privateKey;
  return {
    signingKey: signing.privateKey,
    clientKeyFile: written('client.key', client.privateKey),
    clientCertificateFile: written('client.crt', client.certificate),
    signingKeyFile: written('signing.key', signing.privateKey),
    signingCertificateFile: written('signing.crt', signing.certificate),
    auditSigningKeyFile: written(
      'audit-signing.key',
      auditKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    ),
  };
}
