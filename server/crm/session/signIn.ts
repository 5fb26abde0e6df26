import { importPKCS8, SignJWT } from 'jose';
import type { Connection } from 'jsforce/lib/core.js';

export interface CrmAccount {
  readonly loginUrl: string;
  readonly clientId: string;
  readonly username: string;
  readonly privateKey: string;
}

const ASSERTION_SECONDS = 180;

/**
 * jsforce signs in again whenever a session is refused. If the org refuses every new session, it
 * would do so forever.
 */
const MAX_SIGN_INS = { count: 3, withinMs: 10_000 };

/**
 * Returns the audience of the JWT assertion, which for Salesforce is its sign-in host and not the
 * org's own URL.
 * https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_jwt_flow.htm
 */
export function audienceOf(loginUrl: string): string {
  const { hostname } = new URL(loginUrl);
  if (hostname === 'test.salesforce.com' || hostname.endsWith('.sandbox.my.salesforce.com'))
    return 'https://test.salesforce.com';
  return hostname.endsWith('.salesforce.com') ? 'https://login.salesforce.com' : loginUrl;
}

/** Signs in as the integration user. Callers at the same time share one session. */
export function createSignIn(
  { loginUrl, clientId, username, privateKey }: CrmAccount,
  connection: Connection,
): () => Promise<string> {
  let signingIn: Promise<string> | undefined;

  let signInTimes: number[] = [];

  function authorize(): Promise<string> {
    signingIn ??= signIn().finally(() => (signingIn = undefined));
    return signingIn;
  }

  async function signIn(): Promise<string> {
    signInTimes = signInTimes.filter((time) => time > Date.now() - MAX_SIGN_INS.withinMs);
    if (signInTimes.length >= MAX_SIGN_INS.count)
      throw new Error('Salesforce refuses each new session of the integration user');
    const key = await importPKCS8(privateKey, 'RS256');
    const assertion = await new SignJWT()
      .setProtectedHeader({ alg: 'RS256' })
      .setIssuer(clientId)
      .setSubject(username)
      .setAudience(audienceOf(loginUrl))
      .setExpirationTime(Math.floor(Date.now() / 1000) + ASSERTION_SECONDS)
      .sign(key);
    await connection.authorize({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion,
    });
    signInTimes.push(Date.now());
    return connection.accessToken!;
  }
  return authorize;
}
