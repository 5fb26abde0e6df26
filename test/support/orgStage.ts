import type { Faults } from '../../local/org/control/faults.ts';
import type { Exchange } from '../../local/org/control/traffic.ts';
import { LOCAL_ORG_ID } from '../../local/org/ids/localOrgId.ts';
import { startOrg } from '../../local/org/org.ts';
import type { Notification } from '../../local/org/rest/notifications.ts';
import type { OrgShape } from '../../local/org/schema/shape.ts';
import { connectCrm, type CrmConnection } from '../../server/crm/session/connection.ts';
import { freePort } from './freePort.ts';
import { ACCOUNT } from './orgAccount.ts';
import { selfSigned } from './selfSigned.ts';

export interface OrgRecord {
  readonly Id: string;
  readonly Name: string;
  readonly [field: string]: unknown;
}
type OrgFaults = Partial<Faults>;

export interface OrgStage {
  readonly orgId: string;
  readonly url: string;
  /** Private key of the integration user. */
  readonly clientKey: string;
  /** The integration user's connection: the real client. */
  readonly crm: CrmConnection;
  /** A new connection that has not signed in yet. */
  connect(more?: { username?: string; privateKey?: string; readTimeoutMs?: number }): CrmConnection;
  records(object: string): Promise<OrgRecord[]>;
  /** The describe result of an object, as an administrator. */
  describe<T>(object: string): Promise<T>;
  find(object: string, start: string): Promise<OrgRecord>;
  update(object: string, id: string, values: object): Promise<void>;
  insert(object: string, values: object): Promise<OrgRecord>;
  /** Returns the ids. */
  insertAll(object: string, values: readonly object[]): Promise<string[]>;
  remove(object: string, id: string): Promise<void>;
  /** Merges records: references to the loser become references to the winner. */
  merge(object: string, loserId: string, winnerId: string): Promise<void>;
  /** Requests since the start, with their responses. */
  traffic(): Promise<Exchange[]>;
  /** How many requests there were, and how many sockets brought them at a time, at most. */
  used(): Promise<{ requests: number; mostSockets: number }>;
  notifications(): Promise<Notification[]>;
  fault(faults: OrgFaults): Promise<void>;
  expireSessions(): Promise<void>;
  /** Leaves every request without an answer until `restore`. */
  hang(): Promise<void>;
  /** Makes every request fail until `restore`. */
  breakDown(): Promise<void>;
  restore(): Promise<void>;
  stop(): Promise<void>;
}

/** The org shares the test's process: on a busy machine it answers late. */
const LATE_MS = 60_000;

/** A Salesforce org on loopback, with the real client connected to it. */
export async function startOrgStage(shape?: OrgShape): Promise<OrgStage> {
  const [client, signing, port] = await Promise.all([
    selfSigned('dealside-client'),
    selfSigned('org-signing'),
    freePort(),
  ]);
  const url = `http://localhost:${port}`;
  const org = await startOrg({
    port,
    publicUrl: url,
    serverUrl: 'https://localhost:1',
    clientId: ACCOUNT.clientId,
    clientCertificate: client.certificate,
    signingKey: signing.privateKey,
    ...(shape && { shape }),
  });
  const connect: OrgStage['connect'] = ({ readTimeoutMs = LATE_MS, ...more } = {}) =>
    connectCrm(
      { loginUrl: url, ...ACCOUNT, privateKey: client.privateKey, ...more },
      { readTimeoutMs },
    );
  const crm = connect();

  async function control<T>(path: string, body?: unknown): Promise<T> {
    const response = await fetch(
      `${url}/_local/${path}`,
      body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) },
    );
    if (!response.ok)
      throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as T;
  }

  const stage: OrgStage = {
    orgId: LOCAL_ORG_ID,
    url,
    clientKey: client.privateKey,
    crm,
    connect,
    records: (object) => control(`records/${object}`),
    async describe<T>(object: string) {
      type Answer = { compositeResponse: { body: T }[] };
      const { compositeResponse } = await connect({
        username: 'ada@northwind.example',
      }).post<Answer>('/composite', {
        compositeRequest: [
          {
            method: 'GET',
            referenceId: 'described',
            url: `/services/data/v66.0/sobjects/${object}/describe`,
          },
        ],
      });
      return compositeResponse[0]!.body;
    },
    async find(object, start) {
      const found = (await stage.records(object)).find(({ Name }) => Name.startsWith(start));
      if (!found) throw new Error(`the org has no ${object} ${start}`);
      return found;
    },
    update: (object, id, values) => control(`update/${object}/${id}`, values),
    insert: (object, values) => control(`insert/${object}`, values),
    insertAll: (object, values) => control(`insert-all/${object}`, values),
    remove: (object, id) => control(`remove/${object}/${id}`, {}),
    merge: (object, loserId, winnerId) => control(`merge/${object}/${loserId}/${winnerId}`, {}),
    traffic: () => control('traffic'),
    used: () => control('requests'),
    notifications: () => control('notifications'),
    fault: (faults) => control('faults', faults),
    expireSessions: () => control('expire-sessions', {}),
    hang: () => stage.fault({ hangs: true }),
    breakDown: () =>
      stage.fault({ failNext: 1000, status: 403, errorCode: 'REQUEST_LIMIT_EXCEEDED' }),
    restore: () =>
      stage.fault({
        failNext: 0,
        delayMs: 0,
        hangs: false,
        loseNext: 0,
        lockNext: 0,
        rowsOf: {},
        withheld: [],
        pageSize: 2_000,
      }),
    stop: () => org.stop(),
  };
  return stage;
}
