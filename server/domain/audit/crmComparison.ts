import { standingIn, type Standing } from './checkpoint.ts';
import { faultOf, type Fault, type SignedPosition } from './verify.ts';

/** A checkpoint as the CRM holds it. */
export interface CrmCheckpoint {
  readonly statement: string;
  readonly signature: string;
}

interface ReadCheckpoints {
  readonly orgId: string;
  /** Public keys by their ids. */
  readonly keys: ReadonlyMap<string, string>;
  /** The statements of the export's checkpoints, by number. */
  readonly statements: ReadonlyMap<number, string>;
}

interface CrmComparison {
  /** How the CRM's checkpoints compare with the chain. */
  readonly signed: readonly SignedPosition[];
  /** Those that the export does not have. */
  readonly onlyThere: readonly Standing[];
  readonly notes: readonly string[];
}

/** Compares the checkpoints of the CRM with those of an export. Stops at the first difference. */
export function compareWithCrm(
  inCrm: readonly CrmCheckpoint[] | undefined,
  { orgId, keys, statements }: ReadCheckpoints,
): Fault | CrmComparison {
  if (!inCrm)
    return {
      signed: [],
      onlyThere: [],
      notes: [
        'Not compared with Salesforce: give its checkpoints to make sure that nobody rewrote both chain and checkpoints here.',
      ],
    };
  const signed: SignedPosition[] = [];
  const notes: string[] = [];
  const onlyThere: Standing[] = [];
  const seen = new Set<number>();
  for (const one of inCrm) {
    const standing = [...keys.values()].map((key) => standingIn(one, key)).find(Boolean);
    if (!standing)
      return faultOf(
        'crm_differs',
        `A checkpoint in Salesforce bears no valid signature: ${one.statement.slice(0, 200)}`,
      );
    if (standing.orgId !== orgId)
      return faultOf(
        'foreign',
        `A checkpoint in Salesforce belongs to org ${standing.orgId}, not to ${orgId}.`,
      );
    if (seen.has(standing.number))
      return faultOf('crm_differs', `Checkpoint ${standing.number} is in Salesforce twice.`);
    seen.add(standing.number);
    const ours = statements.get(standing.number);
    if (ours !== undefined && ours !== one.statement)
      return faultOf(
        'crm_differs',
        `Checkpoint ${standing.number} says something else in Salesforce than in the export: one of them was swapped.`,
        standing.position,
      );
    if (ours === undefined) onlyThere.push(standing);
    signed.push({
      position: standing.position,
      hash: standing.hash,
      name: `Salesforce’s checkpoint ${standing.number}`,
    });
  }
  const newest = Math.max(0, ...seen);
  for (const number of statements.keys()) {
    if (seen.has(number)) continue;
    if (number < newest)
      return faultOf(
        'crm_differs',
        `Checkpoint ${number} is not in Salesforce, though later ones are: it was deleted there.`,
      );
    notes.push(`Checkpoint ${number} is not in Salesforce yet.`);
  }
  return { signed, onlyThere, notes };
}

/**
 * Compares with copies of checkpoints from outside the database, such as those of an earlier export.
 * They need not be complete, and may include checkpoints of other orgs.
 */
export function compareWithCopies(
  kept: readonly CrmCheckpoint[],
  { orgId, keys, statements }: ReadCheckpoints,
): Fault | readonly SignedPosition[] {
  const signed: SignedPosition[] = [];
  for (const one of kept) {
    const standing = [...keys.values()].map((key) => standingIn(one, key)).find(Boolean);
    if (!standing)
      return faultOf(
        'crm_differs',
        `A checkpoint of the file kept elsewhere bears no valid signature: ${one.statement.slice(0, 200)}`,
      );
    if (standing.orgId !== orgId) continue;
    const ours = statements.get(standing.number);
    if (ours === undefined)
      return faultOf(
        'checkpoint_missing',
        `Checkpoint ${standing.number} is missing, which the file kept elsewhere has.`,
        standing.position,
      );
    if (ours !== one.statement)
      return faultOf(
        'crm_differs',
        `Checkpoint ${standing.number} says something else in the file kept elsewhere than in the export.`,
        standing.position,
      );
    const { position, hash, number } = standing;
    signed.push({ position, hash, name: `The kept checkpoint ${number}` });
  }
  return signed;
}
