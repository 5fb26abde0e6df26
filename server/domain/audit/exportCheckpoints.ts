import {
  keyIdOf,
  standingIn,
  type Checkpoint,
  type SigningKey,
  type Standing,
} from './checkpoint.ts';
import { compareWithCopies, compareWithCrm, type CrmCheckpoint } from './crmComparison.ts';
import { faultOf, type Fault, type SignedPosition } from './verify.ts';

export interface ExportReading {
  /**
   * Public keys that the reader has from another source. Without them, the keys in the export are
   * trusted.
   */
  readonly healthy?: readonly SigningKey[];
  readonly inCrm?: readonly CrmCheckpoint[];
  /** Some of the checkpoints, kept outside the database in another way. */
  readonly kept?: readonly CrmCheckpoint[];
}

/** The keys and checkpoints of an export. */
export interface ExportCheckpoints {
  /** Reads the next key; returns a fault. */
  checkKey(key: SigningKey): Fault | undefined;
  /** Reads the next checkpoint; returns a fault. */
  checkCheckpoint(checkpoint: Checkpoint): Fault | undefined;
  /** Compares what was read with the checkpoints outside the database. */
  witnesses(): Witnesses | Fault;
  readonly keyIds: readonly string[];
  readonly count: number;
}

interface Witnesses {
  /** What the checkpoints sign, of the export and outside it. */
  readonly signed: readonly SignedPosition[];
  /** The newest entry that a checkpoint outside the database confirms; 0 if none does. */
  readonly upTo: number;
  /** Checkpoints that are not in the export. */
  readonly onlyInCrm: readonly Standing[];
  readonly notes: readonly string[];
}

/** @param orgId the org of the export, once its first line was read */
export function createExportCheckpoints(
  { healthy, inCrm, kept = [] }: ExportReading,
  orgId: () => string,
): ExportCheckpoints {
  const keys = new Map(healthy?.map(({ keyId, publicKey }) => [keyId, publicKey]));
  const statements = new Map<number, string>();
  const signed: SignedPosition[] = [];

  function checkKey({ keyId, publicKey }: SigningKey): Fault | undefined {
    if (healthy) return undefined;
    let named: string | undefined;
    try {
      named = keyIdOf(publicKey);
    } catch {
      /* not a key: reported below */
    }
    if (named !== keyId)
      return faultOf(
        'checkpoint_invalid',
        `The key ${keyId} in the export is not the key of that name.`,
      );
    keys.set(keyId, publicKey);
    return undefined;
  }

  function checkCheckpoint(checkpoint: Checkpoint): Fault | undefined {
    const expected = statements.size + 1;
    const name = `Checkpoint ${checkpoint.number}`;
    if (checkpoint.number !== expected)
      return faultOf(
        'checkpoint_missing',
        `Checkpoint ${expected} is missing or out of its place: ${name.toLowerCase()} stands there.`,
      );
    const key = keys.get(checkpoint.keyId);
    if (!key)
      return faultOf(
        'checkpoint_invalid',
        `${name} is signed with the key ${checkpoint.keyId}, which ${healthy ? 'is not among those you trust' : 'the export does not bring'}.`,
      );
    const standing = standingIn(checkpoint, key);
    if (!standing)
      return faultOf('checkpoint_invalid', `${name} was changed: its signature does not match.`);
    if (standing.orgId !== orgId() || checkpoint.orgId !== orgId())
      return faultOf('foreign', `${name} belongs to org ${standing.orgId}, not to ${orgId()}.`);
    if (
      standing.number !== checkpoint.number ||
      standing.keyId !== checkpoint.keyId ||
      standing.at !== checkpoint.takenAt
    ) {
      return faultOf(
        'checkpoint_invalid',
        `${name} was swapped: what was signed is checkpoint ${standing.number} of ${standing.at}.`,
      );
    }
    statements.set(standing.number, checkpoint.statement);
    signed.push({ position: standing.position, hash: standing.hash, name });
    return undefined;
  }

  return {
    checkKey,
    checkCheckpoint,
    witnesses() {
      const read = { orgId: orgId(), keys, statements };
      const compared = compareWithCrm(inCrm, read);
      if ('kind' in compared) return compared;
      const copies = compareWithCopies(kept, read);
      if ('kind' in copies) return copies;
      const outside = [...compared.signed, ...copies];
      return {
        signed: [...signed, ...outside],
        upTo: Math.max(0, ...outside.map(({ position }) => position)),
        onlyInCrm: compared.onlyThere,
        notes: compared.notes,
      };
    },
    get keyIds() {
      return [...keys.keys()];
    },
    get count() {
      return statements.size;
    },
  };
}
