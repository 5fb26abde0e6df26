import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { packageVersion, type PackageVersion } from '../../force-app/packageVersion.mjs';
import { apexMethods } from './apex/methods.ts';
import type { OrgConfig } from './config.ts';
import { createControl } from './control/controlApi.ts';
import { createFaults } from './control/faults.ts';
import { createTraffic } from './control/traffic.ts';
import { deployPackage } from './deploy/deployPackage.ts';
import { loadLabels } from './deploy/labels.ts';
import { OrgError } from './errors/orgError.ts';
import { answerJson, parsedJson, textOf, type Exchange } from './http/bodies.ts';
import { LOCAL_ORG_ID } from './ids/localOrgId.ts';
import { createPageData } from './lightning/pageData.ts';
import { lightningRoutes } from './lightning/routes.ts';
import { createOauth } from './oauth/oauth.ts';
import { answerOauth } from './oauth/oauthAnswers.ts';
import {
  createAccess,
  loadPermissionSets,
  type PackagePermissionSet,
} from './permissions/access.ts';
import { SURVEY_READERS } from './permissions/surveyReaders.ts';
import { createDatabase, type Database } from './records/database.ts';
import { createAnalytics } from './reports/analytics.ts';
import { createNotifications } from './rest/notifications.ts';
import { MAX_ACCEPTED_BYTES } from './rest/requestSize.ts';
import { createRest } from './rest/rest.ts';
import { answerRest } from './rest/restAnswers.ts';
import { loadSchema } from './schema/schema.ts';
import { USUAL_SHAPE, type OrgShape } from './schema/shape.ts';
import { seed } from './seed/seed.ts';
import { loadRules } from './validation/validationRules.ts';

const PACKAGE_DIR = fileURLToPath(new URL('../../force-app', import.meta.url));
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Read once, because tests start many orgs. */
let ownVersion: Promise<PackageVersion> | undefined;

/** A running org. */
export interface Org {
  readonly port: number;
  readonly orgId: string;
  stop(): Promise<void>;
}

const EXAMPLE_URL = 'https://dealside.example.com';

/** Makes the setting name the server, as a deployment does. A customer's own address stays. */
function leadToServer(database: Database, serverUrl: string): void {
  for (const { Id, Server_Url__c } of database.rows('Dealside_Setting__mdt'))
    if (Server_Url__c === EXAMPLE_URL)
      database.update('Dealside_Setting__mdt', String(Id), {
        values: { Server_Url__c: serverUrl },
      });
}

/** Has calls transcribed, where the setting says neither that they are nor that they are not. */
function transcribeCalls(database: Database): void {
  for (const { Id, Transcribe_Calls__c } of database.rows('Dealside_Setting__mdt'))
    if (typeof Transcribe_Calls__c !== 'boolean')
      database.update('Dealside_Setting__mdt', String(Id), {
        values: { Transcribe_Calls__c: true },
      });
}

/** Makes the package's record name what was deployed, as a deployment does. */
function statePackage(database: Database, { version, sources }: PackageVersion): void {
  for (const { Id } of database.rows('Dealside_Package__mdt'))
    database.update('Dealside_Package__mdt', String(Id), {
      values: { Version__c: version, Sources__c: sources },
    });
}

/** A Salesforce org on loopback: OAuth, REST, Apex and Lightning pages over one set of records. */
export async function startOrg(config: OrgConfig): Promise<Org> {
  const orgId = config.orgId ?? LOCAL_ORG_ID;
  const deployed = await (ownVersion ??= packageVersion(ROOT));
  const { database, answer } = openOrg({ ...config, orgId }, deployed);
  // A client that reuses a connection just as it is closed would fail for a reason of its own.
  const settings = { maxHeaderSize: MAX_ACCEPTED_BYTES, keepAliveTimeout: 60_000 };
  const server = createServer(settings, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      const known =
        error instanceof OrgError ? error : new OrgError(500, 'UNKNOWN_EXCEPTION', String(error));
      if (!response.headersSent) answerJson(response, known.status, [known.toJSON()]);
      else response.end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, '127.0.0.1', resolve);
  });

  return {
    port: (server.address() as AddressInfo).port,
    orgId,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      database.close();
    },
  };
}

/** Opens the records, and answers requests about them. */
function openOrg(
  config: OrgConfig & { readonly orgId: string },
  deployed: PackageVersion,
): {
  readonly database: Database;
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
} {
  const shape = config.shape ?? USUAL_SHAPE;
  const permissionSets = [...loadPermissionSets(PACKAGE_DIR, shape), SURVEY_READERS];
  const database = createDatabase(loadSchema(PACKAGE_DIR, shape), config.dataDir);
  const faults = createFaults();
  const access = createAccess(database, permissionSets, () => faults.now.withheld);
  const traffic = createTraffic();
  const notifications = createNotifications(database, access, () => faults.now.savesPartly);
  database.onSave(
    loadRules(PACKAGE_DIR, (userId, name) => access.customPermissions(userId).includes(name)),
  );
  database.onSave((_object, record) => faults.refuseLocked(record));
  const resetToSeed = createSeeding(database, { permissionSets, shape, config, deployed });
  const oauth = createOauth(config, database);
  const analytics = createAnalytics(PACKAGE_DIR, database, { access });
  const rest = createRest(
    { database, access, notifications },
    {
      analytics,
      usage: () => ({ used: traffic.count(), most: faults.now.dailyRequests }),
      shape,
      rowsOf: (object) => faults.now.rowsOf[object],
      pageSize: () => faults.now.pageSize,
    },
  );
  const pages = createPageData(database, access, {
    packageDir: PACKAGE_DIR,
    rung: () => notifications.list(),
  });
  const control = createControl({
    database,
    faults,
    notifications,
    traffic,
    expireSessions: () => oauth.expireAll(),
    reset() {
      resetToSeed();
      oauth.expireAll();
      faults.reset();
      traffic.clear();
      notifications.clear();
    },
  });
  const labels = loadLabels(PACKAGE_DIR);
  const apex = apexMethods({ database, access, rest, analytics, signing: config, labels });
  const lightning = lightningRoutes({
    pages,
    analytics,
    serverUrl: config.serverUrl,
    bodyOf: async (request) => parsedJson(await textOf(request)),
    async callApex(alias, name, request) {
      const run = apex[name];
      if (!run) throw new OrgError(404, 'NOT_FOUND', `no Apex method ${name}`);
      const text = await textOf(request);
      return run(
        pages.userOf(alias).Id as string,
        text ? (parsedJson(text) as Record<string, unknown>) : {},
      );
    },
  });
  return {
    database,
    async answer(request, response) {
      const url = new URL(request.url ?? '/', config.publicUrl);
      const exchange = { request, response, url };
      if (await answerOauth(oauth, exchange)) return;
      if (url.pathname.startsWith('/services/data'))
        return answerRest({ rest, oauth, traffic, faults }, exchange);
      if (url.pathname.startsWith('/_local/')) return answerControl(control, exchange);
      if (await lightning(request, response, url)) return;
      throw new OrgError(404, 'NOT_FOUND', 'The requested resource does not exist');
    },
  };
}

/**
 * Seeds an empty org, or brings the package's parts of an existing one up to date. Returns a
 * function that restores the seed.
 */
function createSeeding(
  database: Database,
  {
    permissionSets,
    shape,
    config: { serverUrl, transcribesCalls },
    deployed,
  }: {
    readonly permissionSets: readonly PackagePermissionSet[];
    readonly shape: OrgShape;
    readonly config: OrgConfig;
    readonly deployed: PackageVersion;
  },
): () => void {
  function resetToSeed(): void {
    database.clear();
    seed(PACKAGE_DIR, database, { sets: permissionSets, shape });
    finish();
    database.save();
  }
  function finish(): void {
    leadToServer(database, serverUrl);
    if (transcribesCalls) transcribeCalls(database);
    statePackage(database, deployed);
  }
  if (database.isEmpty()) resetToSeed();
  else deployPackage(PACKAGE_DIR, database, { sets: permissionSets });
  finish();
  return resetToSeed;
}

async function answerControl(
  control: ReturnType<typeof createControl>,
  { request, response, url }: Exchange,
): Promise<void> {
  const done = await control(
    url.pathname.slice('/_local/'.length),
    async () => JSON.parse((await textOf(request)) || '{}') as unknown,
  );
  answerJson(response, done === undefined ? 404 : 200, done ?? {});
}
