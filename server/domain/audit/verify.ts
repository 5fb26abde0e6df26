import { createHash } from 'node:crypto';
import {
  CHAIN_VERSION,
  commitmentOf,
  commitmentsIn,
  contentHashOf,
  GENESIS,
  isOfSubjects,
  linkHashOf,
  type ChainedEntry,
  type PersonalField,
} from './chain.ts';

/** The first fault, described in a sentence. `position` is that of the entry. */
export interface Fault {
  readonly kind: FaultKind;
  readonly position?: number;
  readonly message: string;
}

export type FaultKind =
  | 'unreadable'
  | 'changed'
  | 'missing'
  | 'inserted'
  | 'reordered'
  | 'foreign'
  | 'truncated'
  | 'erased_without_trace'
  | 'checkpoint_invalid'
  | 'checkpoint_missing'
  | 'checkpoint_contradicted'
  | 'report_missing'
  | 'incident_missing'
  | 'incident_changed'
  | 'crm_differs';

/** A signed statement of where the chain stood, from the database or from the CRM. */
export interface SignedPosition {
  readonly position: number;
  readonly hash: string;
  /** Its name in faults, such as 'Checkpoint 3'. */
  readonly name: string;
}

/** A fault, at an entry if it is about one. */
export const faultOf = (kind: FaultKind, message: string, position?: number): Fault => ({
  kind,
  message,
  ...(position !== undefined && { position }),
});

export interface ChainVerifier {
  /**
   * Reads the next entry; returns a fault. After a gap, reading on shows whether the entry is
   * missing or in another place.
   */
  check(entry: ChainedEntry): Fault | undefined;
  end(): Fault | undefined;
  readonly head: { readonly position: number; readonly hash: string };
  /**
   * The entries at the end that no signed statement covers: the owner of the database could remove
   * them unnoticed.
   */
  readonly uncovered: Uncovered;
}

export interface Uncovered {
  readonly entries: number;
  /** When the first of them was written. */
  readonly since?: string;
}

/**
 * The action of an erasure. Its details have the number of erased fields, and a digest of which
 * fields they were.
 */
export const ERASURE = 'PersonErased';

export interface ErasedField {
  readonly position: number;
  readonly name: string;
}

/** A digest of all erased fields, by which one more or one fewer is noticed. */
export function digestOfErased(fields: readonly ErasedField[]): string {
  const lines = fields.map(({ position, name }) => `${position} ${name}`).sort();
  return createHash('sha256')
    .update(`dealside-audit-erased-v1\n${lines.join('\n')}`)
    .digest('hex');
}

const PARTS = {
  kept: 'commitment,salt,value',
  keptWithSubjects: 'commitment,salt,subjects,value',
  erased: 'commitment,erasedBy',
};

/**
 * Whether a personal field has exactly the required parts, and its value matches the commitment.
 */
function isWhole(field: PersonalField): boolean {
  if (typeof field !== 'object' || field === null) return false;
  const { subjects, ...texts } = field as { subjects?: unknown };
  const parts = Object.keys(field).sort().join();
  if (Object.values(texts).some((part) => typeof part !== 'string')) return false;
  if (!('salt' in field)) return parts === PARTS.erased;
  if (!isOfSubjects(field.commitment))
    return parts === PARTS.kept && commitmentOf(field.salt, field.value) === field.commitment;
  return (
    parts === PARTS.keptWithSubjects &&
    Array.isArray(subjects) &&
    commitmentOf(field.salt, field.value, subjects as string[]) === field.commitment
  );
}

const saying = (entry: ChainedEntry): string =>
  `Entry ${entry.position} (${entry.action}, ${entry.at})`;

export interface ChainToVerify {
  readonly orgId: string;
  readonly witnessed?: readonly SignedPosition[];
  /**
   * Where verification continues, if the chain was already verified up to there. Without it, the
   * chain must begin at its first entry.
   */
  readonly after?: { readonly position: number; readonly hash: string };
}

/** What of an entry does not fit its own hash or the hash of the one before. */
function contentFault(entry: ChainedEntry, previous: string): Fault | undefined {
  const { position } = entry;
  const changed = (message: string): Fault => ({ kind: 'changed', position, message });
  if (entry.v !== CHAIN_VERSION)
    return changed(
      `${saying(entry)} is of a form (${entry.v}) that did not exist when this was written.`,
    );
  if (contentHashOf(entry, commitmentsIn(entry.personal)) !== entry.contentHash)
    return changed(`${saying(entry)} was changed: what it says does not match its hash.`);
  if (entry.previous !== previous)
    return changed(
      `${saying(entry)} does not follow ${position === 1 ? 'the beginning' : `entry ${position - 1}`}: the hash it bears of what came before is another.`,
    );
  if (linkHashOf(entry) !== entry.hash)
    return changed(`${saying(entry)} bears a hash that is not its own.`);
  for (const [name, field] of Object.entries(entry.personal)) {
    if (!isWhole(field)) return changed(`The ${name} beside ${saying(entry)} was changed.`);
  }
  return undefined;
}

/** Whether a witness signed another entry at this position. */
function contradiction(
  entry: ChainedEntry,
  here: readonly SignedPosition[],
  witnessed: readonly SignedPosition[],
): Fault | undefined {
  const denied = here.find(({ hash }) => hash !== entry.hash);
  if (!denied) return undefined;
  const signedBefore = Math.max(
    0,
    ...witnessed.map(({ position }) => position).filter((position) => position < entry.position),
  );
  return {
    kind: 'checkpoint_contradicted',
    position: signedBefore + 1,
    message: `${denied.name} signed another entry ${entry.position} than the one that stands there: from entry ${signedBefore + 1} on, something was changed and the hashes were made anew.`,
  };
}

/** Verifies the chain of an org entry by entry, in the order of their positions. */
export function createChainVerifier({
  orgId,
  witnessed = [],
  after,
}: ChainToVerify): ChainVerifier {
  let head = after ?? { position: 0, hash: GENESIS };
  let gap: { fault: Fault; expected: number } | undefined;
  const standings = Map.groupBy(witnessed, ({ position }) => position);
  const signedUpTo = Math.max(0, ...witnessed.map(({ position }) => position));
  let uncovered: Uncovered = { entries: 0 };

  const erasureCheck = createErasureCheck();

  function place(entry: ChainedEntry): Fault | undefined {
    const expected = head.position + 1;
    const { position } = entry;
    if (entry.orgId !== orgId)
      return {
        kind: 'foreign',
        position: expected,
        message: `Entry ${expected} belongs to org ${entry.orgId}, not to ${orgId}.`,
      };
    if (position === expected) return undefined;
    if (position < expected) {
      return {
        kind: 'inserted',
        position,
        message: `${saying(entry)} stands where entry ${expected} belongs, and place ${position} was taken already: it was inserted or doubled.`,
      };
    }
    gap = {
      expected,
      fault: {
        kind: 'missing',
        position: expected,
        message: `Entry ${expected} is missing: ${expected === 1 ? 'the chain begins with' : `after entry ${head.position} comes`} entry ${position}.`,
      },
    };
    return undefined;
  }

  return {
    get head() {
      return head;
    },
    get uncovered() {
      return uncovered;
    },
    check(entry) {
      if (gap) {
        if (entry.orgId === orgId && entry.position === gap.expected) {
          gap = {
            ...gap,
            fault: {
              kind: 'reordered',
              position: gap.expected,
              message: `${saying(entry)} is not in its place: it comes later than entry ${gap.expected + 1} or others. Entries were reordered.`,
            },
          };
        }
        return undefined;
      }
      const fault =
        place(entry) ??
        (gap
          ? undefined
          : (contentFault(entry, head.hash) ??
            contradiction(entry, standings.get(entry.position) ?? [], witnessed)));
      if (fault || gap) return fault;
      erasureCheck.remember(entry);
      if (entry.position > signedUpTo)
        uncovered = { entries: uncovered.entries + 1, since: uncovered.since ?? entry.at };
      head = { position: entry.position, hash: entry.hash };
      return undefined;
    },
    end() {
      if (gap) return gap.fault;
      const beyond = witnessed
        .filter(({ position }) => position > head.position)
        .sort((a, b) => a.position - b.position)[0];
      if (beyond) {
        return {
          kind: 'truncated',
          position: head.position + 1,
          message: `The chain ends with entry ${head.position}, but ${beyond.name} signed entry ${beyond.position}: entry ${head.position + 1} and what came after it were cut off.`,
        };
      }
      return after ? undefined : erasureCheck.fault();
    },
  };
}

/** Whether every field that is gone is named by an erasure in the chain, and the reverse. */
function createErasureCheck() {
  const erasures = new Map<string, { position: number; fields: unknown; digest: unknown }>();

  const erased = new Map<string, ErasedField[]>();

  function remember(entry: ChainedEntry): void {
    for (const [name, field] of Object.entries(entry.personal)) {
      if ('erasedBy' in field)
        erased.set(field.erasedBy, [
          ...(erased.get(field.erasedBy) ?? []),
          { position: entry.position, name },
        ]);
    }
    if (entry.action === ERASURE)
      erasures.set(entry.auditId, {
        position: entry.position,
        fields: entry.details.fields,
        digest: entry.details.digest,
      });
  }

  function explained(): Fault | undefined {
    for (const [erasedBy, fields] of [...erased].sort(
      ([, [a]], [, [b]]) => a!.position - b!.position,
    )) {
      const erasure = erasures.get(erasedBy);
      if (erasure && erasure.fields === fields.length && erasure.digest === digestOfErased(fields))
        continue;
      const { position, name } = fields[0]!;
      const why = erasure
        ? `the erasure in entry ${erasure.position} was of other fields`
        : 'no erasure tells of it';
      return {
        kind: 'erased_without_trace',
        position,
        message: `The ${name} beside entry ${position} is gone, and ${why}.`,
      };
    }
    for (const [auditId, { position, fields }] of erasures) {
      if (fields !== 0 && !erased.has(auditId))
        return {
          kind: 'changed',
          position,
          message: `Entry ${position} tells of an erasure of ${String(fields)} fields, but all are there.`,
        };
    }
    return undefined;
  }
  return { remember, fault: explained };
}
