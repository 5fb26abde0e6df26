import { importPKCS8, SignJWT } from 'jose';
import { Connection } from 'jsforce';
import { CrmUnavailable } from '../ports.ts';

export interface CrmAccount {
  readonly loginUrl: string;
  readonly clientId: string;
  readonly username: string;
  readonly privateKey: string;
}

export const API_VERSION = '66.0';
const ASSERTION_SECONDS = 180;

/** A request to the org; `T` is the answer's shape by the caller's knowledge. */
export interface CrmConnection {
  query<T>(soql: string, timeoutMs?: number): Promise<T[]>;
  post<T>(path: string, body: unknown, timeoutMs?: number): Promise<T>;
}

const READ_TIMEOUT_MS = 5_000;
const WRITE_TIMEOUT_MS = 15_000;

/** The integration user's connection: OAuth JWT bearer, renewed when the org no longer knows the session. */
export function connectCrm({ loginUrl, clientId, username, privateKey }: CrmAccount): CrmConnection {
  const connection = new Connection({
    loginUrl, instanceUrl: loginUrl, version: API_VERSION, maxRequest: 10,
    refreshFn: (_connection, done) => {
      authorize().then((token) => done(null, token), (error) => done(error as Error));
    },
  });
  let signingIn: Promise<string> | undefined;

  function authorize(): Promise<string> {
    signingIn ??= signIn().finally(() => (signingIn = undefined));
    return signingIn;
  }

  async function signIn(): Promise<string> {
    const key = await importPKCS8(privateKey, 'RS256');
    const assertion = await new SignJWT()
      .setProtectedHeader({ alg: 'RS256' })
      .setIssuer(clientId).setSubject(username).setAudience(loginUrl)
      .setExpirationTime(Math.floor(Date.now() / 1000) + ASSERTION_SECONDS)
      .sign(key);
    await connection.authorize({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion });
    return connection.accessToken!;
  }

  async function signedIn(): Promise<void> {
    if (!connection.accessToken) await authorize();
  }

  return {
    async query<T>(soql: string, timeoutMs = READ_TIMEOUT_MS) {
      const run = async () => {
        await signedIn();
        const answer = await connection.query(soql);
        return answer.records as T[];
      };
      return within(run(), timeoutMs, 'the query');
    },
    async post<T>(path: string, body: unknown, timeoutMs = WRITE_TIMEOUT_MS) {
      const run = async () => {
        await signedIn();
        return connection.request<T>({
          method: 'POST', url: `/services/data/v${API_VERSION}${path}`,
          headers: { 'content-type': 'application/json' }, body: JSON.stringify(body),
        });
      };
      return within(run() as Promise<T>, timeoutMs, 'the write');
    },
  };
}

/** Quotes a value for SOQL. https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_quotedstringescapes.htm */
export const quoted = (value: string): string => `'${value.replace(/[\\']/g, '\\$&')}'`;

async function within<T>(work: Promise<T>, timeoutMs: number, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new CrmUnavailable(`Salesforce did not answer ${what} within ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
