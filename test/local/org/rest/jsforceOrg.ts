import { SignJWT, importPKCS8 } from 'jose';
import { Connection } from 'jsforce';
import { startOrg, type Org } from '../../../../local/org/org.ts';
import { freePort } from '../../../support/freePort.ts';
import { selfSigned } from '../../../support/selfSigned.ts';

const CLIENT_ID = 'dealside-test';
export const VERSION = '66.0';
/** The REST API's path to records. */
export const SOBJECTS = `/services/data/v${VERSION}/sobjects`;

/** What a client says of itself to sign in; what is absent is as it should be. */
export interface Claims {
  iss?: string;
  sub?: string;
  aud?: string;
  expiresIn?: number;
  key?: string;
}

interface JsforceOrg {
  url(): string;
  /** How often a connection has signed in. */
  signIns(): number;
  /** Asks the org's controls: GET without a body, POST with one. */
  control<T>(path: string, body?: unknown): Promise<T>;
  /** A jsforce connection that signed in with these claims, and renews its session by itself. */
  signedIn(claims?: Claims): Promise<Connection>;
}

/** Starts an org for the tests of this suite, as it was seeded before each of them. */
export function onJsforceOrg(): JsforceOrg {
  let org: Org;
  let url: string;
  let clientKey: string;
  let signIns = 0;

  before(async () => {
    const [client, signing, port] = await Promise.all([
      selfSigned('client'),
      selfSigned('signing'),
      freePort(),
    ]);
    url = `http://localhost:${port}`;
    clientKey = client.privateKey;
    org = await startOrg({
      port,
      publicUrl: url,
      serverUrl: 'http://localhost:1',
      clientId: CLIENT_ID,
      clientCertificate: client.certificate,
      signingKey: signing.privateKey,
    });
  });
  after(() => org.stop());
  beforeEach(() => control('reset', {}));

  async function control<T>(path: string, body?: unknown): Promise<T> {
    const response = await fetch(
      `${url}/_local/${path}`,
      body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) },
    );
    return (await response.json()) as T;
  }

  async function assertion({
    iss = CLIENT_ID,
    sub = 'integration@northwind.example',
    aud = url,
    expiresIn = 180,
    key = clientKey,
  }: Claims = {}): Promise<string> {
    const exp = Math.floor(Date.now() / 1000) + expiresIn;
    return new SignJWT()
      .setProtectedHeader({ alg: 'RS256' })
      .setIssuer(iss)
      .setSubject(sub)
      .setAudience(aud)
      .setExpirationTime(exp)
      .sign(await importPKCS8(key, 'RS256'));
  }

  async function signedIn(claims: Claims = {}): Promise<Connection> {
    const authorize = async (connection: Connection) => {
      signIns += 1;
      await connection.authorize({
        grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
        assertion: await assertion(claims),
      });
      return connection.accessToken!;
    };
    const connection = new Connection({
      loginUrl: url,
      instanceUrl: url,
      version: VERSION,
      refreshFn: (_old, done) =>
        void authorize(connection).then(
          (token) => done(null, token),
          (error) => done(error as Error),
        ),
    });
    await authorize(connection);
    return connection;
  }

  return { url: () => url, signIns: () => signIns, control, signedIn };
}
