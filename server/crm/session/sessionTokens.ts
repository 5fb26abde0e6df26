import {
  decodeJwt,
  decodeProtectedHeader,
  errors,
  importX509,
  jwtVerify,
  type CryptoKey,
} from 'jose';
import type { RefusalCode } from '../../domain/call/refusals.ts';
import type { Session, SessionTokens } from '../../ports/index.ts';

interface RegisteredKey {
  readonly keyId: string;
  /** PEM. */
  readonly certificate: string;
  readonly from?: string;
  readonly until: string;
}

export interface RegisteredOrg {
  readonly orgId: string;
  /**
   * Two keys can be valid at the same time, so that a key can be replaced without an interruption.
   */
  readonly signingKeys: readonly RegisteredKey[];
}

interface Candidate extends RegisteredKey {
  readonly publicKey: CryptoKey;
}

/** The audience in sessions that older packages sign. It is the same for every server. */
const FORMER_AUDIENCE = 'dealside';
const MAX_AGE_SECONDS = 300;
const CLOCK_TOLERANCE_SECONDS = 30;
/**
 * Ids of orgs, users and tokens contain no control characters and nothing that the database cannot
 * store.
 */
const ID = /^[\x21-\x7e]{1,100}$/;
const isId = (claim: unknown): claim is string => typeof claim === 'string' && ID.test(claim);
const idOrNone = (claim: unknown): string | undefined => (isId(claim) ? claim : undefined);

/**
 * The maximum number of verified tokens in memory, at about 1 KB each. Above it, the oldest is
 * removed and must be verified again.
 */
const MAX_REMEMBERED = 10_000;

/** A token whose signature was verified. Times are in milliseconds. */
interface Verified {
  readonly session: Session;
  readonly key: RegisteredKey;
  readonly from: number;
  readonly until: number;
}

/** Which servers a session is valid for. */
export interface SessionAudience {
  /** The address under which browsers reach this server, as it is registered in the org. */
  readonly publicUrl: string;
  /** Whether sessions for any server are also accepted, while the package is being upgraded. */
  readonly takesFormer?: boolean;
}

/**
 * Verifies the RS256 tokens that Apex signs with the org's certificate (Auth.JWS) for the running
 * user.
 * A token is valid for five minutes at most. Throws if an org has no certificate.
 */
export async function createSessionTokens(
  orgs: readonly RegisteredOrg[],
  now: () => Date,
  { publicUrl, takesFormer = false }: SessionAudience,
): Promise<SessionTokens> {
  const audience = [publicUrl.toLowerCase(), ...(takesFormer ? [FORMER_AUDIENCE] : [])];
  const keys = new Map<string, Candidate[]>();
  for (const { orgId, signingKeys } of orgs) {
    if (signingKeys.length === 0) throw new Error(`no certificate is registered for org ${orgId}`);
    keys.set(
      orgId,
      await Promise.all(
        signingKeys.map(async (key) => ({
          ...key,
          publicKey: await importX509(key.certificate, 'RS256'),
        })),
      ),
    );
  }

  /**
   * Verified tokens, because a softphone sends the same token with each heartbeat. Only tokens that
   * an org has signed are stored, so that strangers cannot fill the memory.
   */
  const remembered = new Map<string, Verified>();

  /**
   * The session of a token that was verified before and is still valid; undefined if the token must
   * be verified again.
   */
  function sessionKnown(token: string): Session | undefined {
    const known = remembered.get(token);
    const at = now();
    if (known && known.from <= at.getTime() && at.getTime() < known.until)
      return isValidAt(known.key, at) ? known.session : undefined;
    remembered.delete(token);
    return undefined;
  }

  function remember(token: string, verified: Verified): void {
    remembered.set(token, verified);
    if (remembered.size > MAX_REMEMBERED) remembered.delete(remembered.keys().next().value!);
  }

  async function verifyWith(
    token: string,
    orgId: string,
    candidates: readonly Candidate[],
  ): Promise<RefusalCode | Session> {
    for (const key of candidates) {
      try {
        const { payload } = await jwtVerify(token, key.publicKey, {
          algorithms: ['RS256'],
          audience,
          issuer: orgId,
          currentDate: now(),
          maxTokenAge: MAX_AGE_SECONDS,
          clockTolerance: CLOCK_TOLERANCE_SECONDS,
          requiredClaims: ['sub', 'exp', 'iat', 'jti'],
        });
        if (payload.exp! - payload.iat! > MAX_AGE_SECONDS) return 'not_authenticated';
        if (!isValidAt(key, now())) return 'signing_key_not_valid';
        const { sub, jti, username } = payload as Record<string, unknown>;
        if (!isId(sub) || !isId(jti)) return 'not_authenticated';
        const session: Session = {
          orgId,
          userId: sub,
          tokenId: jti,
          keyId: key.keyId,
          ...(isId(username) && { username }),
        };
        remember(token, {
          session,
          key,
          from: now().getTime(),
          until: Math.min(payload.exp!, payload.iat! + MAX_AGE_SECONDS) * 1000,
        });
        return session;
      } catch (error) {
        if (error instanceof errors.JWTExpired) return 'token_expired';
        if (!(error instanceof errors.JWSSignatureVerificationFailed)) return 'not_authenticated';
      }
    }
    return 'token_signature_invalid';
  }

  return {
    async verify(token) {
      const known = sessionKnown(token);
      if (known) return known;
      let claims: { iss?: unknown; sub?: unknown };
      let headerKeyId: string | undefined;
      try {
        claims = decodeJwt(token);
        headerKeyId = decodeProtectedHeader(token).kid;
      } catch {
        return { refused: 'not_authenticated' };
      }
      const [claimedOrgId, claimedUserId] = [idOrNone(claims.iss), idOrNone(claims.sub)];
      const unverified = { claimedOrgId, claimedUserId };
      const candidates = claimedOrgId === undefined ? undefined : keys.get(claimedOrgId);
      if (!claimedOrgId || !candidates) return { refused: 'org_unknown', ...unverified };
      const verified = await verifyWith(
        token,
        claimedOrgId,
        candidatesFor(candidates, headerKeyId),
      );
      // The signature of an expired session is valid: it is checked before the expiry.
      return typeof verified === 'string'
        ? {
            refused: verified,
            ...unverified,
            ...(verified === 'token_expired' && { isProved: true }),
          }
        : verified;
    },
  };
}

/**
 * The `kid` header is optional in Salesforce's tokens. If it is missing or unknown, every key of
 * the org is tried.
 */
const candidatesFor = (
  candidates: readonly Candidate[],
  headerKeyId: string | undefined,
): readonly Candidate[] => {
  const matching = candidates.filter(({ keyId }) => keyId === headerKeyId);
  return matching.length > 0 ? matching : candidates;
};

const isValidAt = ({ from, until }: RegisteredKey, at: Date): boolean =>
  (!from || Date.parse(from) <= at.getTime()) && at.getTime() < Date.parse(until);
