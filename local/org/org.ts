import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { callNoteMethods } from './apex/callNotes.ts';
import { debriefMethods, type ApexMethod } from './apex/debriefs.ts';
import { policyExport } from './apex/policyExport.ts';
import { reportList } from './apex/reports.ts';
import { issueSession } from './apex/sessionToken.ts';
import type { OrgConfig } from './config.ts';
import { createControl } from './control/controlApi.ts';
import { createFaults } from './control/faults.ts';
import { createTraffic } from './control/traffic.ts';
import { deployPackage } from './deploy/deployPackage.ts';
import { loadLabels } from './deploy/labels.ts';
import { OrgError } from './errors/orgError.ts';
import { LOCAL_ORG_ID } from './ids/localOrgId.ts';
import { createPageData } from './lightning/pageData.ts';
import { lightningRoutes } from './lightning/routes.ts';
import { createOauth } from './oauth/oauth.ts';
import { createAccess, loadPermissionSets } from './permissions/access.ts';
import { SURVEY_READERS } from './permissions/surveyReaders.ts';
import { createDatabase, type Database } from './records/database.ts';
import { createAnalytics } from './reports/analytics.ts';
import { createNotifications } from './rest/notifications.ts';
import { MAX_ACCEPTED_BYTES, refuseTooLong } from './rest/requestSize.ts';
import { API_PATH, createRest } from './rest/rest.ts';
import { loadSchema } from './schema/schema.ts';
import { USUAL_SHAPE } from './schema/shape.ts';
import { seed } from './seed/seed.ts';
import { loadRules } from './validation/validationRules.ts';

const PACKAGE_DIR = fileURLToPath(new URL('../../force-app', import.meta.url));

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
      database.update('Dealside_Setting__mdt', String(Id), { Server_Url__c: serverUrl });
}

/** A Salesforce org on loopback: OAuth, REST, Apex and Lightning pages over one set of records. */
export async function startOrg(config: OrgConfig): Promise<Org> {
  const orgId = config.orgId ?? LOCAL_ORG_ID;
  const shape = config.shape ?? USUAL_SHAPE;
  const schema = loadSchema(PACKAGE_DIR, shape);
  const database = createDatabase(schema, config.dataDir);
  const permissionSets = [...loadPermissionSets(PACKAGE_DIR, shape), SURVEY_READERS];
  const faults = createFaults();
  const access = createAccess(database, permissionSets, () => faults.now.withheld);
  const traffic = createTraffic();
  const notifications = createNotifications(database, access, () => faults.now.savesPartly);
  database.onSave(
    loadRules(PACKAGE_DIR, (userId, name) => access.customPermissions(userId).includes(name)),
  );
  database.onSave((_object, record) => faults.refuseLocked(record));
  function resetToSeed(): void {
    database.clear();
    seed(PACKAGE_DIR, database, { sets: permissionSets, shape });
    leadToServer(database, config.serverUrl);
    database.save();
  }
  if (database.isEmpty()) resetToSeed();
  else deployPackage(PACKAGE_DIR, database, { sets: permissionSets });
  leadToServer(database, config.serverUrl);
  const oauth = createOauth({ ...config, orgId }, database);
  const analytics = createAnalytics(PACKAGE_DIR, database, { access });
  const rest = createRest(database, access, notifications, {
    analytics,
    usage: () => ({ used: traffic.count(), most: faults.now.dailyRequests }),
    shape,
    rowsOf: (object) => faults.now.rowsOf[object],
    pageSize: () => faults.now.pageSize,
  });
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
  const apex: Record<string, ApexMethod> = {
    'DealsideSessionToken.issue': (userId) =>
      issueSession(
        { ...config, orgId },
        { userId, username: String(database.get('User', userId).Username) },
      ),
    'DealsidePolicyExport.asJson': policyExport(
      database,
      access,
      (name) => labels.get(name) ?? name,
    ),
    // The stand-in is always set up, because the package contains everything that the class checks.
    'DealsideInstallCheck.run': () => Promise.resolve([]),
    'DealsideReports.all': reportList(analytics),
    ...callNoteMethods(rest),
    ...debriefMethods(
      rest,
      (name) => labels.get(name) ?? name,
      (replies, userId) =>
        database.atomically(() => {
          for (const { id, values } of replies)
            database.update('Call_Intervention__c', id, values, userId);
        }),
    ),
  };
  const lightning = lightningRoutes({
    pages,
    analytics,
    serverUrl: config.serverUrl,
    bodyOf: async (request) => parsed(await textOf(request)),
    async callApex(alias, name, request) {
      const run = apex[name];
      if (!run) throw new OrgError(404, 'NOT_FOUND', `no Apex method ${name}`);
      const text = await textOf(request);
      return run(
        pages.userOf(alias).Id as string,
        text ? (parsed(text) as Record<string, unknown>) : {},
      );
    },
  });

  async function restAnswer(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
  ): Promise<void> {
    refuseTooLong(request);
    const requests = traffic.countRequest(request.socket);
    response.setHeader('sforce-limit-info', `api-usage=${requests}/${faults.now.dailyRequests}`);
    if (faults.now.hangs) return;
    if (faults.now.delayMs > 0)
      await new Promise((resolve) => setTimeout(resolve, faults.now.delayMs));
    faults.refuse(requests);
    if (url.pathname === '/services/data' || url.pathname === '/services/data/')
      return json(response, 200, [{ label: 'Spring 26', url: API_PATH, version: '66.0' }]);
    const userId = oauth.userOf(request.headers.authorization);
    const text = await textOf(request);
    const path = url.pathname.replace(/^\/services\/data\/v\d+\.0(?=\/|$)/, '');
    const body = text ? parsed(text) : undefined;
    const asked = {
      method: request.method!,
      path: `${path}${url.search}`,
      ...(body !== undefined && { body }),
    };
    try {
      const reply = rest({ method: request.method!, path, query: url.searchParams, body, userId });
      traffic.record({
        ...asked,
        status: reply.status,
        ...(reply.body !== undefined && { answer: reply.body }),
      });
      if (faults.losesAnswer()) return void request.socket.destroy();
      if (reply.body === undefined) response.writeHead(reply.status).end();
      else json(response, reply.status, reply.body);
    } catch (error) {
      if (error instanceof OrgError)
        traffic.record({ ...asked, status: error.status, answer: [error.toJSON()] });
      throw error;
    }
  }

  async function controlAnswer(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
  ): Promise<void> {
    const done = await control(
      url.pathname.slice('/_local/'.length),
      async () => JSON.parse((await textOf(request)) || '{}') as unknown,
    );
    json(response, done === undefined ? 404 : 200, done ?? {});
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', config.publicUrl);
    if (url.pathname === '/services/oauth2/token') {
      const { status, body } = await oauth.token(new URLSearchParams(await textOf(request)));
      return json(response, status, body);
    }
    if (url.pathname === '/services/oauth2/userinfo' || url.pathname.startsWith('/id/'))
      return json(response, 200, oauth.identity(request.headers.authorization));
    if (url.pathname === '/services/oauth2/revoke') {
      const token =
        new URLSearchParams(request.method === 'POST' ? await textOf(request) : url.search).get(
          'token',
        ) ?? '';
      return oauth.revoke(token)
        ? json(response, 200, {})
        : json(response, 400, {
            error: 'unsupported_token_type',
            error_description: 'this token type is not supported',
          });
    }
    if (url.pathname.startsWith('/services/data')) return restAnswer(request, response, url);
    if (url.pathname.startsWith('/_local/')) return controlAnswer(request, response, url);
    if (await lightning(request, response, url)) return;
    throw new OrgError(404, 'NOT_FOUND', 'The requested resource does not exist');
  }

  const server = createServer({ maxHeaderSize: MAX_ACCEPTED_BYTES }, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      const known =
        error instanceof OrgError ? error : new OrgError(500, 'UNKNOWN_EXCEPTION', String(error));
      if (!response.headersSent) json(response, known.status, [known.toJSON()]);
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

function json(response: ServerResponse, status: number, body: unknown): void {
  response
    .writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
    })
    .end(JSON.stringify(body));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new OrgError(400, 'JSON_PARSER_ERROR', (error as Error).message);
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
