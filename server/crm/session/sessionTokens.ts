import { decodeJwt, decodeProtectedHeader, errors, importX509, jwtVerify, type CryptoKey } from 'jose';
import type { RefusalCode } from '../../domain/refusals.ts';
import type { Session, SessionTokens } from '../../ports/index.ts';

export interface RegisteredKey {
  readonly keyId: string;
  /** PEM. */
  readonly certificate: string;
  readonly from?: string;
  readonly until: string;
}

export interface RegisteredOrg {
  readonly orgId: string;
  /** Two keys may be good at once, so that one takes over from the other without a gap. */
  readonly signingKeys: readonly RegisteredKey[];
}

interface Candidate extends RegisteredKey { readonly publicKey: CryptoKey }

const AUDIENCE = 'dealside';
const MAX_AGE_SECONDS = 300;
const CLOCK_TOLERANCE_SECONDS = 30;

/** Verifies the RS256 tokens that Apex signs with the org's certificate (Auth.JWS) for the running user. */
export async function createSessionTokens(orgs: readonly RegisteredOrg[], now: () => Date): Promise<SessionTokens> {
  const keys = new Map<string, Candidate[]>();
  for (const { orgId, signingKeys } of orgs) {
    if (signingKeys.length === 0) throw new Error(`no certificate is registered for org ${orgId}`);
    keys.set(orgId, await Promise.all(signingKeys.map(async (key) => ({ ...key, publicKey: await importX509(key.certificate, 'RS256') }))));
  }

  async function verifyWith(token: string, orgId: string, candidates: readonly Candidate[]): Promise<RefusalCode | Session> {
    for (const key of candidates) {
      try {
        const { payload } = await jwtVerify(token, key.publicKey, {
          algorithms: ['RS256'], audience: AUDIENCE, issuer: orgId, currentDate: now(),
          maxTokenAge: MAX_AGE_SECONDS, clockTolerance: CLOCK_TOLERANCE_SECONDS, requiredClaims: ['sub', 'exp', 'iat', 'jti'],
        });
        if (payload.exp! - payload.iat! > MAX_AGE_SECONDS) return 'not_authenticated';
        if (!isGood(key, now())) return 'signing_key_not_valid';
        return { orgId, userId: payload.sub!, tokenId: payload.jti!, keyId: key.keyId };
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
      let named: string | undefined;
      try {
        claims = decodeJwt(token);
        named = decodeProtectedHeader(token).kid;
      } catch {
        return { refused: 'not_authenticated' };
      }
      const claimed = { claimedOrgId: claims.iss, claimedUserId: claims.sub };
      const candidates = keys.get(claims.iss ?? '');
      if (!candidates) return { refused: 'org_unknown', ...claimed };
      const verified = await verifyWith(token, claims.iss!, inOrder(candidates, named));
      return typeof verified === 'string' ? { refused: verified, ...claimed } : verified;
    },
  };
}

/** Salesforce may or may not name the key; a name we do not know proves nothing against the signature. */
const inOrder = (candidates: readonly Candidate[], named: string | undefined): readonly Candidate[] => {
  const meant = candidates.filter(({ keyId }) => keyId === named);
  return meant.length > 0 ? meant : candidates;
};

const isGood = ({ from, until }: RegisteredKey, at: Date): boolean => (!from || Date.parse(from) <= at.getTime()) && at.getTime() < Date.parse(until);
