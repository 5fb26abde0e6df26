import { createHash, createPublicKey, verify } from 'node:crypto';
import { canonicalJson } from './canonicalJson.ts';

/** Where an org's chain stood: what is signed, kept here and written to the CRM. */
export interface Standing {
  readonly v: 1;
  readonly orgId: string;
  /** 1, 2, 3 … per org: one that is missing is missed. */
  readonly number: number;
  readonly position: number;
  readonly hash: string;
  readonly at: string;
  readonly keyId: string;
}

/** `statement` is the canonical JSON of a Standing, byte for byte as it was signed (ed25519, base64). */
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

/** What a signature is made over: a checkpoint's signature is good for nothing else. */
export const signedText = (statement: string): string => `dealside-checkpoint-v1\n${statement}`;

export const statementOf = (standing: Standing): string => canonicalJson(standing);

/** A key is named by its public half. */
export const keyIdOf = (publicKey: string): string =>
  createHash('sha256').update(createPublicKey(publicKey).export({ type: 'spki', format: 'der' })).digest('hex').slice(0, 16);

/** What the checkpoint says, if it says it in the one form and the key signed it. */
export function standingIn({ statement, signature }: Pick<Checkpoint, 'statement' | 'signature'>, publicKey: string): Standing | undefined {
  try {
    const standing = JSON.parse(statement) as Standing;
    const isCanonical = canonicalJson(standing) === statement && standing.v === 1;
    const isSigned = verify(null, Buffer.from(signedText(statement)), publicKey, Buffer.from(signature, 'base64'));
    // Base64 has several spellings of the same bytes; only one is ours.
    const isSpeltOnce = Buffer.from(signature, 'base64').toString('base64') === signature;
    return isCanonical && isSigned && isSpeltOnce ? standing : undefined;
  } catch {
    return undefined;
  }
}

/** How long a stretch of the chain may be that no checkpoint covers. */
export interface CheckpointPace {
  readonly entries: number;
  readonly minutes: number;
}

const DAY_MINUTES = 24 * 60;

/**
 * Whether the chain has to be signed again: after so many entries, so long after the last time when there are new
 * ones, and daily in any case, so that a pause is told from a checkpoint that was taken away.
 */
export function isCheckpointDue({ last, head, pace, now }: { last?: Checkpoint; head: { readonly position: number }; pace: CheckpointPace; now: string }): boolean {
  if (!last) return true;
  const minutes = (Date.parse(now) - Date.parse(last.takenAt)) / 60_000;
  const since = head.position - positionIn(last);
  return minutes >= DAY_MINUTES || since >= pace.entries || (since > 0 && minutes >= pace.minutes);
}

/** The last entry a checkpoint covers, taken at its word; 0 for one that cannot be read. */
export function positionIn({ statement }: Pick<Checkpoint, 'statement'>): number {
  try {
    return (JSON.parse(statement) as Standing).position;
  } catch {
    return 0;
  }
}
