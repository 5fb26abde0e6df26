import { createHash, createPublicKey, verify } from 'node:crypto';
import { canonicalJson } from './canonicalJson.ts';

/** The head of an org's chain at one time. It is signed, stored, and written to the CRM. */
export interface Standing {
  readonly v: 1;
  readonly orgId: string;
  /** 1, 2, 3 … per org, so that a missing checkpoint is noticed. */
  readonly number: number;
  readonly position: number;
  readonly hash: string;
  readonly at: string;
  readonly keyId: string;
}

/**
 * `statement` is the canonical JSON of a Standing, exactly as it was signed (ed25519; the signature
 * in base64).
 */
export interface Checkpoint {
  readonly orgId: string;
  readonly number: number;
  readonly statement: string;
  readonly signature: string;
  readonly keyId: string;
  readonly takenAt: string;
}

export interface SigningKey {
  readonly keyId: string;
  /** PEM. */
  readonly publicKey: string;
}

/**
 * The text that is signed. Its prefix keeps the signature from being valid for anything but a
 * checkpoint.
 */
export const signedText = (statement: string): string => `dealside-checkpoint-v1\n${statement}`;

/** The canonical JSON that a checkpoint signs. */
export const statementOf = (standing: Standing): string => canonicalJson(standing);

/** The id of a key: a hash of its public half. */
export const keyIdOf = (publicKey: string): string =>
  createHash('sha256')
    .update(createPublicKey(publicKey).export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16);

/**
 * The content of a checkpoint; undefined when it is not in canonical form or not signed by the key.
 */
export function standingIn(
  { statement, signature }: Pick<Checkpoint, 'statement' | 'signature'>,
  publicKey: string,
): Standing | undefined {
  try {
    const standing = JSON.parse(statement) as Standing;
    const isCanonical = canonicalJson(standing) === statement && standing.v === 1;
    const isSigned = verify(
      null,
      Buffer.from(signedText(statement)),
      publicKey,
      Buffer.from(signature, 'base64'),
    );
    // Base64 can write the same bytes in several ways. Only the usual one is accepted.
    const isSpelledOnce = Buffer.from(signature, 'base64').toString('base64') === signature;
    return isCanonical && isSigned && isSpelledOnce ? standing : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The most that may follow the last checkpoint: a number of entries, or of minutes with new
 * entries.
 */
export interface CheckpointPace {
  readonly entries: number;
  readonly minutes: number;
}

const DAY_MINUTES = 24 * 60;

/**
 * Whether a checkpoint is due: after a number of entries, after a number of minutes with new
 * entries, and daily in any case, so that a quiet period can be distinguished from a removed
 * checkpoint.
 */
export function isCheckpointDue({
  last,
  head,
  pace,
  now,
}: {
  last?: Checkpoint;
  head: { readonly position: number };
  pace: CheckpointPace;
  now: string;
}): boolean {
  if (!last) return true;
  const minutes = (Date.parse(now) - Date.parse(last.takenAt)) / 60_000;
  const since = head.position - positionIn(last);
  return minutes >= DAY_MINUTES || since >= pace.entries || (since > 0 && minutes >= pace.minutes);
}

/**
 * The position of the last entry that a checkpoint claims to cover, unverified; 0 when it cannot be
 * read.
 */
export function positionIn({ statement }: Pick<Checkpoint, 'statement'>): number {
  try {
    return (JSON.parse(statement) as Standing).position;
  } catch {
    return 0;
  }
}
