import { decodeJwt, errors, importX509, jwtVerify, type CryptoKey } from 'jose';
import type { RefusalCode } from '../domain/refusals.ts';
import type { SessionTokens } from '../ports.ts';

export interface RegisteredOrg {
  readonly orgId: string;
  /** One or more PEM certificates, so that keys can be rotated without a gap. */
  readonly certificates: string;
}

const AUDIENCE = 'dealside';
const MAX_AGE_SECONDS = 300;
const CLOCK_TOLERANCE_SECONDS = 30;
const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

/** Verifies the RS256 tokens that Apex signs with the org's certificate (Auth.JWS) for the running user. */
export async function createSessionTokens(orgs: readonly RegisteredOrg[], now: () => Date): Promise<SessionTokens> {
  const keys = new Map<string, CryptoKey[]>();
  for (const { orgId, certificates } of orgs) {
    const pems = certificates.match(CERTIFICATE) ?? [];
    if (pems.length === 0) throw new Error(`no certificate is registered for org ${orgId}`);
    keys.set(orgId, await Promise.all(pems.map((pem) => importX509(pem, 'RS256'))));
  }

  async function verifyWith(token: string, orgId: string, candidates: CryptoKey[]): Promise<RefusalCode | { userId: string }> {
    for (const key of candidates) {
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: ['RS256'], audience: AUDIENCE, issuer: orgId, currentDate: now(),
          maxTokenAge: MAX_AGE_SECONDS, clockTolerance: CLOCK_TOLERANCE_SECONDS, requiredClaims: ['sub', 'exp', 'iat', 'jti'],
        });
        const livesTooLong = payload.exp! - payload.iat! > MAX_AGE_SECONDS;
        return livesTooLong ? 'not_authenticated' : { userId: payload.sub! };
      } catch (error) {
        if (error instanceof errors.JWTExpired) return 'token_expired';
        if (!(error instanceof errors.JWSSignatureVerificationFailed)) return 'not_authenticated';
      }
    }
    return 'token_signature_invalid';
  }

  return {
    async verify(token) {
      let claims: { iss?: string; sub?: string };
      try {
        claims = decodeJwt(token);
      } catch {
        return { refused: 'not_authenticated' };
      }
      const claimed = { claimedOrgId: claims.iss, claimedUserId: claims.sub };
      const candidates = keys.get(claims.iss ?? '');
      if (!candidates) return { refused: 'org_unknown', ...claimed };
      const verified = await verifyWith(token, claims.iss!, candidates);
      return typeof verified === 'string' ? { refused: verified, ...claimed } : { orgId: claims.iss!, userId: verified.userId };
    },
  };
}
