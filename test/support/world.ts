import type { ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startCarrier, type Carrier } from '../../local/carrier/carrier.ts';
import { startBalancer } from '../../local/machine/balancer/balancer.ts';
import { LOCAL_ORG_ID } from '../../local/org/ids/localOrgId.ts';
import { startOrg, type Org } from '../../local/org/org.ts';
import { FORWARD_SIGNAL } from './clockAhead.ts';
import { Console } from './console.ts';
import { emptyDatabase, freshDatabase } from './database.ts';
import { freePort } from './freePort.ts';
import { selfSigned } from './selfSigned.ts';
import { showWhenTestsFail } from './serverLogs.ts';
import { killProcess, spawnReady, stopInOrder, stopProcess } from './serverProcess.ts';
import { Stops } from './stops.ts';
import { writeKeys } from './writeKeys.ts';

export const ACCOUNT = {
  accountSid: `AC${'1'.repeat(32)}`,
  authToken: 'a'.repeat(32),
  apiKeySid: `SK${'2'.repeat(32)}`,
  apiKeySecret: 'b'.repeat(32),
};
const TWIML_APP_SID = `AP${'3'.repeat(32)}`;
export const COMPANY_NUMBER = '+15005550100';
/** Verified at the carrier as the account's own, in the area code 206. */
export const VERIFIED_NUMBER = '+12065550100';
const OTHER_NUMBER = '+15005550200';
export const OTHER_ORG_ID = '00DDn0000000BWTAAA';
const INTEGRATION_USER = 'integration@northwind.example';

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

export interface WorldOptions {
  readonly tls?: boolean;
  readonly twoOrgs?: boolean;
  /** Whether a balancer at the server's URL gives requests to all instances in turn. */
  readonly balanced?: boolean;
  /**
   * Whether supervisors are announced where the law requires it; otherwise the org overrides that
   * requirement.
   */
  readonly announces?: boolean;
  /**
   * Whether consumers are called at the hour of the test, whatever it is; otherwise the law's hours
   * hold.
   */
  readonly callsAtAnyHour?: boolean;
  /** Fields of the org's record of settings. */
  readonly setting?: Readonly<Record<string, unknown>>;
  /** Fields of the org's record of how inbound calls are answered. */
  readonly inbound?: Readonly<Record<string, unknown>>;
  readonly env?: Record<string, string>;
  /** Fills database or carrier before the server's first start. */
  readonly prepare?: (addresses: WorldAddresses) => Promise<void>;
}

export interface WorldAddresses {
  readonly databaseUrl: string;
  readonly serverUrl: string;
  readonly carrierUrl: string;
}

export const startWorld = (options: WorldOptions = {}): Promise<World> =>
  Stops.during((stops) => start(options, stops));

async function start(
  {
    tls = false,
    twoOrgs = false,
    balanced = false,
    announces = false,
    callsAtAnyHour = false,
    setting,
    inbound,
    env = {},
    prepare,
  }: WorldOptions,
  stops: Stops,
): Promise<World> {
  const dir = await mkdtemp(join(tmpdir(), 'dealside-world-'));
  stops.add(() => rm(dir, { recursive: true, force: true }));
  const { databaseUrl, applicationUrl, drop } = await (prepare ? emptyDatabase() : freshDatabase());
  stops.add(drop);
  const [serverPort, orgPort] = [await freePort(), await freePort()];
  const serverUrl = `http://localhost:${serverPort}`;
  const orgUrl = `http://localhost:${orgPort}`;

  const files = await writeKeys(dir);
  const org: Org = await startOrg({
    port: orgPort,
    publicUrl: orgUrl,
    serverUrl,
    clientId: 'dealside-test',
    clientCertificate: files.client.certificate,
    signingKey: files.signing.privateKey,
  });
  stops.add(() => org.stop());
  const other = twoOrgs ? await startOtherOrg(dir, serverUrl) : undefined;
  if (other) stops.add(() => other.org.stop());
  if (!announces)
    for (const url of [orgUrl, ...(other ? [other.url] : [])]) await overrideAnnouncements(url);
  if (callsAtAnyHour)
    await changeRecord(orgUrl, 'Dealside_Setting__mdt', { Calling_Hours__c: 'nobody' });
  if (setting) await changeRecord(orgUrl, 'Dealside_Setting__mdt', setting);
  if (inbound) await changeRecord(orgUrl, 'Dealside_Inbound__mdt', inbound);
  const salesforce: Record<string, string> = other
    ? {
        SALESFORCE_ORGS_FILE: await writeOrgsFile(dir, [
          { orgId: LOCAL_ORG_ID, url: orgUrl, keysDir: dir, numbers: [COMPANY_NUMBER] },
          {
            orgId: OTHER_ORG_ID,
            url: other.url,
            keysDir: join(dir, 'other'),
            numbers: [OTHER_NUMBER],
          },
        ]),
      }
    : {
        SALESFORCE_LOGIN_URL: orgUrl,
        SALESFORCE_CLIENT_ID: 'dealside-test',
        SALESFORCE_USERNAME: INTEGRATION_USER,
        SALESFORCE_PRIVATE_KEY_FILE: files.clientKeyFile,
        SALESFORCE_ORG_ID: LOCAL_ORG_ID,
        SALESFORCE_SIGNING_CERTIFICATE_FILE: files.signingCertificateFile,
        SALESFORCE_ORIGINS: orgUrl,
      };
  const firstPort = balanced ? await freePort() : serverPort;
  const ports = [firstPort];
  if (balanced) {
    const balancer = await startBalancer({ port: serverPort, ports });
    stops.add(() => balancer.stop());
  }
  let server: ChildProcess | undefined;
  const instances = new Map<number, ChildProcess>();
  stops.add(() =>
    Promise.all(
      [...(server ? [server] : []), ...instances.values()].map((one) => stopProcess(one)),
    ),
  );
  const localhost = tls ? await selfSigned('localhost') : undefined;
  const carrier = await startCarrier({
    port: 0,
    tls: localhost && { port: 0, cert: localhost.certificate, key: localhost.privateKey },
    ...ACCOUNT,
    voiceUrl: `${serverUrl}/telephony/voice`,
    callsPerSecond: 50,
    numbers: [
      ...(other ? [COMPANY_NUMBER, OTHER_NUMBER] : [COMPANY_NUMBER]).map((phoneNumber) => ({
        phoneNumber,
        voiceUrl: `${serverUrl}/telephony/inbound`,
      })),
      { phoneNumber: VERIFIED_NUMBER },
    ],
  });
  stops.add(() => carrier.stop());
  const carrierUrl = `http://localhost:${carrier.port}`;

  const consoles: Console[] = [];
  const consoleOf = (alias: string, url: string): Console => {
    const console = new Console({ alias, orgUrl: url, serverUrl });
    consoles.push(console);
    return console;
  };

  const serverLog: string[] = [];
  stops.add(showWhenTestsFail('the server', serverLog));
  await prepare?.({ databaseUrl, serverUrl, carrierUrl });
  server = await startServer();

  function startServer(
    port = firstPort,
    log = serverLog,
    more: Record<string, string> = {},
  ): Promise<ChildProcess> {
    return spawnReady('server/main.ts', log, {
      PORT: String(port),
      PUBLIC_URL: serverUrl,
      DATABASE_URL: applicationUrl,
      DATABASE_OWNER_URL: databaseUrl,
      LOG_LEVEL: 'warn',
      ...(balanced && { TRUSTED_PROXIES: '1' }),
      AUDIO_CHECK_EVERY_MINUTES: '0',
      DISCLOSURE: 'elsewhere',
      RATE_LIMIT_PER_PERSON: '100000',
      // The carrier shares the test's process: on a busy machine it answers late.
      CARRIER_TIMEOUT_MS: '60000',
      AUDIT_SIGNING_KEY_FILE: files.auditSigningKeyFile,
      TWILIO_ACCOUNT_SID: ACCOUNT.accountSid,
      TWILIO_AUTH_TOKEN: ACCOUNT.authToken,
      TWILIO_API_KEY_SID: ACCOUNT.apiKeySid,
      TWILIO_API_KEY_SECRET: ACCOUNT.apiKeySecret,
      TWILIO_TWIML_APP_SID: TWIML_APP_SID,
      TWILIO_CALLER_ID: COMPANY_NUMBER,
      TWILIO_API_URL: carrierUrl,
      TWILIO_SIGNALING_URL: carrier.tlsPort
        ? `wss://localhost:${carrier.tlsPort}`
        : `ws://localhost:${carrier.port}`,
      ...salesforce,
      ...env,
      ...more,
    });
  }

  stops.add(() => consoles.forEach((console) => console.close()));
  return {
    serverUrl,
    orgUrl,
    carrierUrl,
    carrier,
    databaseUrl,
    serverLog,
    carrierCertificate: localhost?.certificate,
    orgSigningKey: files.signing.privateKey,
    authToken: ACCOUNT.authToken,
    ...(other && {
      other: {
        orgId: OTHER_ORG_ID,
        orgUrl: other.url,
        signingKey: other.signingKey,
        as: (alias: string) => consoleOf(alias, other.url),
      },
    }),
    as: (alias) => consoleOf(alias, orgUrl),
    carrierControl: (method, path, body) => call(`${carrierUrl}/_local/${path}`, method, body),
    orgControl: (path, body) =>
      call(`${orgUrl}/_local/${path}`, body === undefined ? 'GET' : 'POST', body),
    async database<T>(sql: string, values?: unknown[]) {
      const client = new pg.Client({ connectionString: databaseUrl });
      await client.connect();
      try {
        return (await client.query(sql, values)).rows as T[];
      } finally {
        await client.end();
      }
    },
    async killServer(more) {
      if (server) await killProcess(server);
      server = await startServer(firstPort, serverLog, more);
    },
    async restartServer() {
      if (server) await stopInOrder(server);
      server = await startServer();
    },
    putClockForward: () => void server?.kill(FORWARD_SIGNAL),
    async startInstance(more) {
      const [port, log]: [number, string[]] = [await freePort(), []];
      stops.add(showWhenTestsFail(`the server at port ${port}`, log));
      const url = `http://localhost:${port}`;
      const begin = async () => void instances.set(port, await startServer(port, log, more));
      await begin();
      ports.push(port);
      return {
        url,
        log,
        as: (alias) => new Console({ alias, orgUrl, serverUrl: url }),
        kill: () => killProcess(instances.get(port)!),
        async restart() {
          await stopInOrder(instances.get(port)!);
          await begin();
        },
      };
    },
    stop: () => stops.run(),
  };
}

/** Changes the only record of a type. */
async function changeRecord(orgUrl: string, type: string, fields: object): Promise<void> {
  const [record] = await call<{ Id: string }[]>(`${orgUrl}/_local/records/${type}`, 'GET');
  await call(`${orgUrl}/_local/update/${type}/${record!.Id}`, 'POST', fields);
}

async function overrideAnnouncements(orgUrl: string): Promise<void> {
  const laws = await call<{ Id: string; Announce_Supervisor__c: boolean }[]>(
    `${orgUrl}/_local/records/Dealside_Jurisdiction__mdt`,
    'GET',
  );
  for (const law of laws)
    if (law.Announce_Supervisor__c)
      await call(`${orgUrl}/_local/update/Dealside_Jurisdiction__mdt/${law.Id}`, 'POST', {
        Announce_Supervisor__c: false,
      });
}

async function startOtherOrg(dir: string, serverUrl: string) {
  const keysDir = join(dir, 'other');
  await mkdir(keysDir);
  const [files, port] = [await writeKeys(keysDir), await freePort()];
  const url = `http://localhost:${port}`;
  const org = await startOrg({
    port,
    orgId: OTHER_ORG_ID,
    publicUrl: url,
    serverUrl,
    clientId: 'dealside-test',
    clientCertificate: files.client.certificate,
    signingKey: files.signing.privateKey,
  });
  return { org, url, signingKey: files.signing.privateKey };
}

interface OrgToWrite {
  readonly orgId: string;
  readonly url: string;
  readonly keysDir: string;
  readonly numbers: readonly string[];
}

async function writeOrgsFile(dir: string, orgs: readonly OrgToWrite[]): Promise<string> {
  const path = join(dir, 'orgs.json');
  await writeFile(
    path,
    JSON.stringify(
      orgs.map(({ orgId, url, keysDir, numbers }) => ({
        orgId,
        loginUrl: url,
        clientId: 'dealside-test',
        username: INTEGRATION_USER,
        privateKeyFile: join(keysDir, 'client.key'),
        origins: [url],
        signingKeys: [{ keyId: 'test', certificateFile: join(keysDir, 'signing.crt') }],
        numbers,
      })),
    ),
  );
  return path;
}

async function call<T>(url: string, method: string, body?: unknown): Promise<T> {
  const response = await fetch(url, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!response.ok)
    throw new Error(`${method} ${url} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}
