import { randomUUID } from 'node:crypto';
import { importPKCS8, SignJWT } from 'jose';

/** What a session token is signed with and for. */
export interface SessionSigner {
  readonly orgId: string;
  readonly signingKey: string;
  readonly serverUrl: string;
}

const VALID_SECONDS = 300;

/** Issues a session token, as the Apex class DealsideSessionToken does in a real org. */
export async function issueSession(
  { orgId, signingKey, serverUrl }: SessionSigner,
  { userId, username }: { readonly userId: string; readonly username?: string },
) {
  const now = Math.floor(Date.now() / 1000);
  const token = await new SignJWT({ jti: randomUUID(), username })
    .setProtectedHeader({ alg: 'RS256' })
    .setIssuer(orgId)
    .setSubject(userId)
    .setAudience(serverUrl.replace(/\/$/, '').toLowerCase())
    .setIssuedAt(now)
    .setExpirationTime(now + VALID_SECONDS)
    .sign(await importPKCS8(signingKey, 'RS256'));
  return { token, expiresAt: new Date((now + VALID_SECONDS) * 1000).toISOString(), serverUrl };
}
