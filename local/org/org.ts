import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createAccess, loadCustomPermissions, loadPermissionSets } from './access.ts';
import { issueSession } from './apex/sessionToken.ts';
import type { OrgConfig } from './config.ts';
import { loadCustomMetadata } from './customMetadata.ts';
import { createDatabase } from './database.ts';
import { OrgError } from './errors.ts';
import { lightningRoutes } from './lightning/routes.ts';
import { createOauth } from './oauth.ts';
import { LOCAL_ORG_ID } from './orgId.ts';
import { createPagesApi } from './pagesApi.ts';
import { API_PATH, createRest } from './rest.ts';
import { loadSchema } from './schema.ts';
import { seed } from './seed.ts';

const PACKAGE_DIR = fileURLToPath(new URL('../../force-app', import.meta.url));

export interface Org {
  readonly port: number;
  readonly orgId: string;
  stop(): Promise<void>;
}

/** A Salesforce org on loopback: OAuth, REST, Apex and Lightning pages over one set of records. */
export async function startOrg(config: OrgConfig): Promise<Org> {
  const orgId = config.orgId ?? LOCAL_ORG_ID;
  const schema = loadSchema(PACKAGE_DIR);
  const database = createDatabase(schema, config.dataDir);
  const permissionSets = loadPermissionSets(PACKAGE_DIR);
  function seedAnew(): void {
    database.clear();
    seed(database, permissionSets, loadCustomPermissions(PACKAGE_DIR));
    loadCustomMetadata(PACKAGE_DIR, database);
    database.save();
  }
  if (database.isEmpty()) seedAnew();
  else loadCustomMetadata(PACKAGE_DIR, database);
  const access = createAccess(database, permissionSets);
  const oauth = createOauth({ ...config, orgId }, database);
  const rest = createRest(database, access);
  const pages = createPagesApi(database, access);
  const faults = { failNext: 0, status: 503, errorCode: 'SERVER_UNAVAILABLE', delayMs: 0 };
  let requests = 0;

  const apex: Record<string, (userId: string) => Promise<unknown>> = {
    'SessionToken.issue': (userId) => issueSession({ ...config, orgId }, userId),
  };
  const lightning = lightningRoutes({
    pages,
    serverUrl: config.serverUrl,
    async callApex(alias, name) {
      const run = apex[name];
      if (!run) throw new OrgError(404, 'NOT_FOUND', `no Apex method ${name}`);
      return run(pages.userOf(alias).Id as string);
    },
  });

  async function restAnswer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    requests += 1;
    if (faults.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, faults.delayMs));
    if (faults.failNext > 0) {
      faults.failNext -= 1;
      throw new OrgError(faults.status, faults.errorCode, 'the org is told to fail');
    }
    if (url.pathname === '/services/data' || url.pathname === '/services/data/') return json(response, 200, [{ label: 'Spring 26', url: API_PATH, version: '66.0' }]);
    const userId = oauth.userOf(request.headers.authorization);
    const text = await textOf(request);
    response.setHeader('sforce-limit-info', `api-usage=${requests}/15000`);
    const path = url.pathname.replace(/^\/services\/data\/v\d+\.0(?=\/|$)/, '');
    const { status, body } = rest({ method: request.method!, path, query: url.searchParams, body: text ? parsed(text) : undefined, userId });
    if (body === undefined) response.writeHead(status).end();
    else json(response, status, body);
  }

  async function controlAnswer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const name = url.pathname.slice('/_local/'.length);
    if (name === 'faults') {
      Object.assign(faults, JSON.parse(await textOf(request)));
      return json(response, 200, faults);
    }
    if (name === 'expire-sessions') {
      oauth.expireAll();
      return json(response, 200, {});
    }
    if (name === 'requests') return json(response, 200, { requests });
    if (name === 'reset') {
      seedAnew();
      oauth.expireAll();
      Object.assign(faults, { failNext: 0, delayMs: 0 });
      requests = 0;
      return json(response, 200, {});
    }
    if (name.startsWith('records/')) return json(response, 200, database.rows(name.slice('records/'.length)));
    if (name.startsWith('update/')) {
      const [, object = '', id = ''] = name.split('/');
      const row = database.update(object, id, JSON.parse(await textOf(request)));
      database.save();
      return json(response, 200, row);
    }
    json(response, 404, {});
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', config.publicUrl);
    if (url.pathname === '/services/oauth2/token') {
      const { status, body } = await oauth.token(new URLSearchParams(await textOf(request)));
      return json(response, status, body);
    }
    if (url.pathname === '/services/oauth2/userinfo' || url.pathname.startsWith('/id/')) return json(response, 200, oauth.identity(request.headers.authorization));
    if (url.pathname === '/services/oauth2/revoke') {
      const token = new URLSearchParams(request.method === 'POST' ? await textOf(request) : url.search).get('token') ?? '';
      return oauth.revoke(token) ? json(response, 200, {}) : json(response, 400, { error: 'unsupported_token_type', error_description: 'this token type is not supported' });
    }
    if (url.pathname.startsWith('/services/data')) return restAnswer(request, response, url);
    if (url.pathname.startsWith('/_local/')) return controlAnswer(request, response, url);
    if (await lightning(request, response, url)) return;
    throw new OrgError(404, 'NOT_FOUND', 'The requested resource does not exist');
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      const known = error instanceof OrgError ? error : new OrgError(500, 'UNKNOWN_EXCEPTION', String(error));
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
      database.save();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }).end(JSON.stringify(body));
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
