import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startCarrier, type Carrier } from '../../local/carrier/carrier.ts';
import { startBalancer } from '../../local/machine/balancer/balancer.ts';
import { READ_TIMEOUT_MS } from '../../server/crm/session/requests.ts';
import { callJson } from './callJson.ts';
import { FORWARD_SIGNAL } from './clockAhead.ts';
import { Console } from './console.ts';
import { emptyDatabase, freshDatabase } from './database.ts';
import { freePort } from './freePort.ts';
import { selfSigned } from './selfSigned.ts';
import { showWhenTestsFail } from './serverLogs.ts';
import { killProcess, spawnReady, stopInOrder, stopProcess } from './serverProcess.ts';
import { Stops } from './stops.ts';
import {
  COMPANY_NUMBER,
  OTHER_NUMBER,
  OTHER_ORG_ID,
  startOrgs,
  type WorldOrgOptions,
  type WorldOrgs,
} from './worldOrgs.ts';

export const ACCOUNT = {
  accountSid: `AC${'1'.repeat(32)}`,
  authToken: 'a'.repeat(32),
  apiKeySid: `SK${'2'.repeat(32)}`,
  apiKeySecret: 'b'.repeat(32),
};
const TWIML_APP_SID = `AP${'3'.repeat(32)}`;
/** Verified at the carrier as the account's own, in the area code 206. */
export const VERIFIED_NUMBER = '+12065550100';

/** All of Dealside on loopback: a real server process with the local carrier and the local org. */
export interface World {
  readonly serverUrl: string;
  readonly orgUrl: string;
  readonly carrierUrl: string;
  readonly carrier: Carrier;
  readonly databaseUrl: string;
  /** Keys that sign the org's sessions and the carrier's callbacks. */
  readonly orgSigningKey: string;
  readonly authToken: string;
  /** The certificate that a browser must trust to reach the carrier by TLS. */
  readonly carrierCertificate?: string;
  readonly serverLog: string[];
  /**
   * A second org on the same server, if `twoOrgs`: people with the same ids, and another signing
   * key.
   */
  readonly other?: {
    readonly orgId: string;
    readonly orgUrl: string;
    readonly signingKey: string;
    as(alias: string): Console;
  };
  /** A person's console, signed in by the org; closed with the world. */
  as(alias: string): Console;
  carrierControl<T>(method: string, path: string, body?: unknown): Promise<T>;
  /** Queries the server's database directly. */
  database<T>(sql: string, values?: unknown[]): Promise<T[]>;
  orgControl<T>(path: string, body?: unknown): Promise<T>;
  /** Kills the server process with SIGKILL and starts it again, with additional settings. */
  killServer(env?: Record<string, string>): Promise<void>;
  /**
   * Stops the server process where it is: it answers nothing and closes nothing. Returns what lets it
   * go on.
   */
  freezeServer(): () => void;
  /** Stops the server process, as a rolling restart does, and starts it again. */
  restartServer(): Promise<void>;
  /** Puts the clock of a server forward that was started with the settings of clockAhead.ts. */
  putClockForward(): void;
  /**
   * Starts a second process with the same database and public URL. With `balanced` it gets its turn
   * at that URL.
   */
  startInstance(env?: Record<string, string>): Promise<Instance>;
  stop(): Promise<void>;
}

export interface Instance {
  readonly url: string;
  readonly log: readonly string[];
  as(alias: string): Console;
  kill(): Promise<void>;
  /** Stops it, as a rolling restart does, and starts it again. */
  restart(): Promise<void>;
}

export interface WorldOptions extends WorldOrgOptions {
  readonly tls?: boolean;
  /** Whether a balancer at the server's URL gives requests to all instances in turn. */
  readonly balanced?: boolean;
  readonly env?: Record<string, string>;
  /** Fills database or carrier before the server's first start. */
  readonly prepare?: (addresses: WorldAddresses) => Promise<void>;
}

/** Settings of a world whose org hangs: the time limit that servers have if none is set. */
export const SALESFORCE_HANGS = { CRM_TIMEOUT_MS: String(READ_TIMEOUT_MS) };

export interface WorldAddresses {
  readonly databaseUrl: string;
  readonly serverUrl: string;
  readonly carrierUrl: string;
}

export const startWorld = (options: WorldOptions = {}): Promise<World> =>
  Stops.during((stops) => start(options, stops));

async function start(options: WorldOptions, stops: Stops): Promise<World> {
  const { tls = false, balanced = false, prepare } = options;
  const dir = await mkdtemp(join(tmpdir(), 'dealside-world-'));
  stops.add(() => rm(dir, { recursive: true, force: true }));
  const database = await (prepare ? emptyDatabase() : freshDatabase());
  stops.add(database.drop);
  const { databaseUrl } = database;
  const serverPort = await freePort();
  const serverUrl = `http://localhost:${serverPort}`;
  const orgs = await startOrgs({ dir, serverUrl }, options, stops);
  const firstPort = balanced ? await freePort() : serverPort;
  const ports = [firstPort];
  if (balanced) {
    const balancer = await startBalancer({ port: serverPort, ports });
    stops.add(() => balancer.stop());
  }
  const processes = createProcesses(stops);
  const localhost = tls ? await selfSigned('localhost') : undefined;
  const carrier = await startTestCarrier({
    serverUrl,
    localhost,
    hasOtherOrg: Boolean(orgs.other),
  });
  stops.add(() => carrier.stop());
  const carrierUrl = `http://localhost:${carrier.port}`;
  const consoles = createConsoles(serverUrl);
  const serverLog: string[] = [];
  stops.add(showWhenTestsFail('the server', serverLog));
  await prepare?.({ databaseUrl, serverUrl, carrierUrl });
  const settings = {
    ...serverSettings({ serverUrl, database, orgs, carrier }),
    ...(balanced && { TRUSTED_PROXIES: '1' }),
    ...options.env,
  };
  const startServer = (more: Record<string, string> = {}): Promise<void> =>
    processes.start(firstPort, serverLog, { ...settings, ...more });
  await startServer();
  stops.add(() => consoles.close());

  return {
    serverUrl,
    orgUrl: orgs.url,
    carrierUrl,
    carrier,
    databaseUrl,
    serverLog,
    carrierCertificate: localhost?.certificate,
    orgSigningKey: orgs.signingKey,
    authToken: ACCOUNT.authToken,
    ...(orgs.other && { other: otherOrg(orgs.other, consoles) }),
    as: (alias) => consoles.open(alias, orgs.url),
    carrierControl: (method, path, body) => callJson(`${carrierUrl}/_local/${path}`, method, body),
    orgControl: (path, body) =>
      callJson(`${orgs.url}/_local/${path}`, body === undefined ? 'GET' : 'POST', body),
    database: (sql, values) => queryDatabase(databaseUrl, sql, values),
    async killServer(more) {
      await processes.kill(firstPort);
      await startServer(more);
    },
    freezeServer() {
      processes.signal(firstPort, 'SIGSTOP');
      return () => processes.signal(firstPort, 'SIGCONT');
    },
    async restartServer() {
      await processes.stopInOrder(firstPort);
      await startServer();
    },
    putClockForward: () => processes.signal(firstPort, FORWARD_SIGNAL),
    async startInstance(more) {
      const port = await freePort();
      const instance = await startInstance(port, orgs.url, {
        stops,
        start: (log) => processes.start(port, log, { ...settings, ...more }),
        processes,
      });
      ports.push(port);
      return instance;
    },
    stop: () => stops.run(),
  };
}

/** The server processes of a world, by port. */
function createProcesses(stops: Stops) {
  const running = new Map<number, ChildProcess>();
  stops.add(() => Promise.all([...running.values()].map((one) => stopProcess(one))));
  return {
    async start(port: number, log: string[], settings: Record<string, string>): Promise<void> {
      running.set(
        port,
        await spawnReady('server/main.ts', log, { PORT: String(port), ...settings }),
      );
    },
    kill: (port: number) => killProcess(running.get(port)!),
    stopInOrder: (port: number) => stopInOrder(running.get(port)!),
    signal: (port: number, signal: NodeJS.Signals) => void running.get(port)!.kill(signal),
  };
}

type Processes = ReturnType<typeof createProcesses>;

async function startInstance(
  port: number,
  orgUrl: string,
  {
    stops,
    start,
    processes,
  }: {
    readonly stops: Stops;
    readonly start: (log: string[]) => Promise<void>;
    readonly processes: Processes;
  },
): Promise<Instance> {
  const log: string[] = [];
  stops.add(showWhenTestsFail(`the server at port ${port}`, log));
  const url = `http://localhost:${port}`;
  await start(log);
  return {
    url,
    log,
    as: (alias) => new Console({ alias, orgUrl, serverUrl: url }),
    kill: () => processes.kill(port),
    async restart() {
      await processes.stopInOrder(port);
      await start(log);
    },
  };
}

/** The consoles of a world. */
function createConsoles(serverUrl: string) {
  const consoles: Console[] = [];
  return {
    open(alias: string, orgUrl: string): Console {
      const console = new Console({ alias, orgUrl, serverUrl });
      consoles.push(console);
      return console;
    },
    close: () => consoles.forEach((console) => console.close()),
  };
}

const otherOrg = (
  { url, signingKey }: NonNullable<WorldOrgs['other']>,
  consoles: ReturnType<typeof createConsoles>,
): NonNullable<World['other']> => ({
  orgId: OTHER_ORG_ID,
  orgUrl: url,
  signingKey,
  as: (alias) => consoles.open(alias, url),
});

const startTestCarrier = ({
  serverUrl,
  localhost,
  hasOtherOrg,
}: {
  readonly serverUrl: string;
  readonly localhost: Awaited<ReturnType<typeof selfSigned>> | undefined;
  readonly hasOtherOrg: boolean;
}): Promise<Carrier> =>
  startCarrier({
    port: 0,
    tls: localhost && { port: 0, cert: localhost.certificate, key: localhost.privateKey },
    ...ACCOUNT,
    voiceUrl: `${serverUrl}/telephony/voice`,
    callsPerSecond: 50,
    numbers: [
      ...(hasOtherOrg ? [COMPANY_NUMBER, OTHER_NUMBER] : [COMPANY_NUMBER]).map((phoneNumber) => ({
        phoneNumber,
        voiceUrl: `${serverUrl}/telephony/inbound`,
      })),
      { phoneNumber: VERIFIED_NUMBER },
    ],
  });

const serverSettings = ({
  serverUrl,
  database,
  orgs,
  carrier,
}: {
  readonly serverUrl: string;
  readonly database: { readonly applicationUrl: string; readonly databaseUrl: string };
  readonly orgs: WorldOrgs;
  readonly carrier: Carrier;
}): Record<string, string> => ({
  PUBLIC_URL: serverUrl,
  DATABASE_URL: database.applicationUrl,
  DATABASE_OWNER_URL: database.databaseUrl,
  LOG_LEVEL: 'warn',
  AUDIO_CHECK_EVERY_MINUTES: '0',
  DISCLOSURE: 'elsewhere',
  RATE_LIMIT_PER_PERSON: '100000',
  // Carrier and org share the test's process: on a busy machine they answer late.
  CARRIER_TIMEOUT_MS: '60000',
  CRM_TIMEOUT_MS: '60000',
  AUDIT_SIGNING_KEY_FILE: orgs.auditSigningKeyFile,
  TWILIO_ACCOUNT_SID: ACCOUNT.accountSid,
  TWILIO_AUTH_TOKEN: ACCOUNT.authToken,
  TWILIO_API_KEY_SID: ACCOUNT.apiKeySid,
  TWILIO_API_KEY_SECRET: ACCOUNT.apiKeySecret,
  TWILIO_TWIML_APP_SID: TWIML_APP_SID,
  TWILIO_CALLER_ID: COMPANY_NUMBER,
  TWILIO_API_URL: `http://localhost:${carrier.port}`,
  TWILIO_SIGNALING_URL: carrier.tlsPort
    ? `wss://localhost:${carrier.tlsPort}`
    : `ws://localhost:${carrier.port}`,
  ...orgs.serverSettings,
});

async function queryDatabase<T>(url: string, sql: string, values?: unknown[]): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows as T[];
  } finally {
    await client.end();
  }
}
