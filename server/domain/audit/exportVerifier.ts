import { createHash, type Hash } from 'node:crypto';
import { canonicalJson } from './canonicalJson.ts';
import type { ChainedEntry } from './chain.ts';
import {
  keyIdOf,
  standingIn,
  type Checkpoint,
  type SigningKey,
  type Standing,
} from './checkpoint.ts';
import { compareWithCrm, compareWithCopies, type CrmCheckpoint } from './crmComparison.ts';
import { createEvidenceVerifier } from './evidence.ts';
import { LINE_ORDER, misshapen, type ExportLine } from './exportLines.ts';
import {
  createChainVerifier,
  type ChainVerifier,
  type Fault,
  type FaultKind,
  type SignedPosition,
  type Uncovered,
} from './verify.ts';

export interface Verdict {
  readonly orgId: string;
  readonly entries: number;
  readonly checkpoints: number;
  readonly head: string;
  readonly keyIds: readonly string[];
  readonly uncovered: Uncovered;
  /**
   * The witnesses outside the database that agree; without them, everything here could have been
   * rewritten.
   */
  readonly witness?: Witness;
  /** Remarks that are not faults. */
  readonly notes: readonly string[];
}

interface Witness {
  readonly by: readonly ('crm' | 'kept_file')[];
  /** The newest entry that it confirms. */
  readonly upTo: number;
  /** The entries after it, which nothing outside confirms. */
  readonly unwitnessed: Uncovered;
}

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

/**
 * The beginning of the line of an entry, by which it is recognized even when it cannot be parsed.
 */
const FIRST_ENTRY = /"type":"entry"|"position":/;

/** Verifies an export line by line, offline. Stops at the first fault. */
export function createExportVerifier({ healthy, inCrm, kept }: ExportReading = {}) {
  const keys = new Map(healthy?.map(({ keyId, publicKey }) => [keyId, publicKey]));
  const digest: Hash = createHash('sha256');
  const witnessed: SignedPosition[] = [];
  const statements = new Map<number, string>();
  const notes: string[] = [];
  let at = 0;
  let lineNumber = 0;
  let entries = 0;
  let orgId = '';
  let chain: ChainVerifier | undefined;
  let isWhole = false;
  let witnessedUpTo = 0;
  let onlyInCrm: readonly Standing[] = [];
  let unwitnessed: Uncovered = { entries: 0 };
  let exportedAt = '';
  const beside = createEvidenceVerifier();

  const fault = (kind: FaultKind, message: string, position?: number): Fault => ({
    kind,
    message,
    ...(position !== undefined && { position }),
  });

  function parsed(text: string): ExportLine | Fault {
    // A line that cannot be parsed is the entry after the head of the chain.
    const place = chain ? chain.head.position + 1 : FIRST_ENTRY.test(text) ? 1 : undefined;
    const broken = (why: string): Fault =>
      fault(
        'unreadable',
        `Line ${lineNumber}${place ? `, where entry ${place} belongs,` : ''} ${why}.`,
        place,
      );
    try {
      const line = JSON.parse(text) as ExportLine;
      if (canonicalJson(line) !== text)
        return broken('was changed: it is not written as an export writes it');
      const why = misshapen(line);
      return why ? broken(why) : line;
    } catch {
      return broken('cannot be read');
    }
  }

  function checkKey({ keyId, publicKey }: SigningKey): Fault | undefined {
    if (healthy) return undefined;
    let named: string | undefined;
    try {
      named = keyIdOf(publicKey);
    } catch {
      /* not a key: reported below */
    }
    if (named !== keyId)
      return fault(
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
      return fault(
        'checkpoint_missing',
        `Checkpoint ${expected} is missing or out of its place: ${name.toLowerCase()} stands there.`,
      );
    const key = keys.get(checkpoint.keyId);
    if (!key)
      return fault(
        'checkpoint_invalid',
        `${name} is signed with the key ${checkpoint.keyId}, which ${healthy ? 'is not among those you trust' : 'the export does not bring'}.`,
      );
    const standing = standingIn(checkpoint, key);
    if (!standing)
      return fault('checkpoint_invalid', `${name} was changed: its signature does not match.`);
    if (standing.orgId !== orgId || checkpoint.orgId !== orgId)
      return fault('foreign', `${name} belongs to org ${standing.orgId}, not to ${orgId}.`);
    if (
      standing.number !== checkpoint.number ||
      standing.keyId !== checkpoint.keyId ||
      standing.at !== checkpoint.takenAt
    ) {
      return fault(
        'checkpoint_invalid',
        `${name} was swapped: what was signed is checkpoint ${standing.number} of ${standing.at}.`,
      );
    }
    statements.set(standing.number, checkpoint.statement);
    witnessed.push({ position: standing.position, hash: standing.hash, name });
    return undefined;
  }

  /** The verifier of the chain, with what the checkpoints of the export and of the CRM sign. */
  function chainBegun(): ChainVerifier | Fault {
    const read = { orgId, keys, statements };
    const compared = compareWithCrm(inCrm, read);
    if ('kind' in compared) return compared;
    const beside = compareWithCopies(kept ?? [], read);
    if ('kind' in beside) return beside;
    const outside = [...compared.signed, ...beside];
    witnessed.push(...outside);
    witnessedUpTo = Math.max(0, ...outside.map(({ position }) => position));
    notes.push(...compared.notes);
    onlyInCrm = compared.onlyThere;
    return createChainVerifier({ orgId, witnessed });
  }

  function checkEntry(entry: ChainedEntry): Fault | undefined {
    if (!chain) {
      const begun = chainBegun();
      if ('kind' in begun) return begun;
      chain = begun;
    }
    entries += 1;
    if (entry.position > witnessedUpTo)
      unwitnessed = { entries: unwitnessed.entries + 1, since: unwitnessed.since ?? entry.at };
    const fault = chain.check(entry);
    if (!fault) beside.entry(entry);
    return fault;
  }

  function taken(line: ExportLine): Fault | undefined {
    switch (line.type) {
      case 'export': {
        ({ orgId, exportedAt } = line);
        return undefined;
      }
      case 'key':
        return checkKey(line);
      case 'checkpoint':
        return checkCheckpoint(line);
      case 'entry': {
        const { type: _type, ...entry } = line;
        return checkEntry(entry);
      }
      case 'incident': {
        const { type: _type, ...mark } = line;
        return gapOr(() => beside.incident(mark, exportedAt));
      }
      case 'report':
        return gapOr(() => beside.report(line));
      case 'end':
        return ended(line);
    }
  }

  /** A chain with a gap is what is wrong first. */
  const gapOr = (then: () => Fault | undefined): Fault | undefined => {
    chainEnd ??= { fault: chain?.end() };
    return chainEnd.fault ?? then();
  };
  let chainEnd: { readonly fault: Fault | undefined } | undefined;

  /** A checkpoint that the CRM had before the export was written. */
  function checkpointDeleted(): Fault | undefined {
    const deleted = onlyInCrm.find(({ at }) => at < exportedAt);
    return (
      deleted &&
      fault(
        'checkpoint_missing',
        `Checkpoint ${deleted.number} was kept elsewhere and is not in the export: it was deleted here.`,
        deleted.position,
      )
    );
  }

  function ended(line: Extract<ExportLine, { type: 'end' }>): Fault | undefined {
    isWhole = true;
    if (!chain) {
      const begun = chainBegun();
      if ('kind' in begun) return begun;
      chain = begun;
    }
    const wrong = chain.end() ?? checkpointDeleted() ?? beside.end();
    if (wrong) return wrong;
    return line.entries === entries && line.digest === digest.digest('hex')
      ? undefined
      : fault(
          'unreadable',
          `The export was changed after it was written: its last line counts ${line.entries} entries, there are ${entries}, or a line before the entries is another.`,
        );
  }

  return {
    /** Reads the next line, without its line break; returns the first fault. */
    line(text: string): Fault | undefined {
      lineNumber += 1;
      if (isWhole)
        return fault('unreadable', `Line ${lineNumber} stands after the end of the export.`);
      const line = parsed(text);
      if ('message' in line) return line;
      const kind = LINE_ORDER.indexOf(line.type);
      if ((lineNumber === 1) !== (line.type === 'export') || kind < at)
        return fault('unreadable', `Line ${lineNumber} (${line.type}) is not in its place.`);
      at = kind;
      if (line.type !== 'end') digest.update(`${text}\n`);
      return taken(line);
    },
    end(): Fault | Verdict {
      if (!isWhole)
        return (
          chain?.end() ??
          fault(
            'unreadable',
            `The export ends in the middle, after ${entries} entries: its last line is missing.`,
            chain && chain.head.position + 1,
          )
        );
      if (!healthy && keys.size > 0)
        notes.push(
          `Signatures were checked with the keys the export itself brings (${[...keys.keys()].join(', ')}): compare these names with the ones you hold, or give the keys.`,
        );
      const { uncovered } = chain!;
      if (uncovered.entries > 0)
        notes.push(
          `Covered by no checkpoint: the last ${uncovered.entries === 1 ? 'entry' : `${uncovered.entries} entries`}, since ${uncovered.since}. Had more come after that and been cut off, nobody could see it.`,
        );
      return {
        orgId,
        entries,
        checkpoints: statements.size,
        head: chain!.head.hash,
        keyIds: [...keys.keys()],
        uncovered,
        ...(witnessedUpTo > 0 && {
          witness: {
            by: [
              ...(inCrm?.length ? (['crm'] as const) : []),
              ...(kept?.length ? (['kept_file'] as const) : []),
            ],
            upTo: witnessedUpTo,
            unwitnessed,
          },
        }),
        notes,
      };
    },
  };
}
