import { createHash, type Hash } from 'node:crypto';
import type { ChainedEntry } from './chain.ts';
import { keyIdOf, standingIn, type Checkpoint, type SigningKey } from './checkpoint.ts';
import {
  createChainVerifier,
  type ChainVerifier,
  type Fault,
  type FaultKind,
  type Uncovered,
  type SignedPosition,
} from './verify.ts';
import { canonicalJson } from './canonicalJson.ts';

/**
 * The lines of an export, in this order: one header, keys, checkpoints, entries, one end. Each is
 * canonical JSON.
 */
export type ExportLine =
  | { readonly type: 'export'; readonly v: 1; readonly orgId: string; readonly exportedAt: string }
  | ({ readonly type: 'key' } & SigningKey)
  | ({ readonly type: 'checkpoint' } & Checkpoint)
  | ({ readonly type: 'entry' } & ChainedEntry)
  | { readonly type: 'end'; readonly entries: number; readonly digest: string };

const ORDER: readonly ExportLine['type'][] = ['export', 'key', 'checkpoint', 'entry', 'end'];

type Type = 'string' | 'number' | 'object';

/** The fields of each kind of line. All are required, and no others are allowed. */
const SHAPES: Record<
  ExportLine['type'],
  { readonly needed: Readonly<Record<string, Type>>; readonly may?: Readonly<Record<string, Type>> }
> = {
  export: { needed: { v: 'number', orgId: 'string', exportedAt: 'string' } },
  key: { needed: { keyId: 'string', publicKey: 'string' } },
  checkpoint: {
    needed: {
      orgId: 'string',
      number: 'number',
      statement: 'string',
      signature: 'string',
      keyId: 'string',
      takenAt: 'string',
    },
  },
  entry: {
    needed: {
      v: 'number',
      orgId: 'string',
      position: 'number',
      previous: 'string',
      contentHash: 'string',
      hash: 'string',
      auditId: 'string',
      at: 'string',
      actor: 'object',
      action: 'string',
      result: 'string',
      details: 'object',
      personal: 'object',
    },
    may: {
      callId: 'string',
      interventionId: 'string',
      queue: 'string',
      direction: 'string',
      opportunityId: 'string',
      code: 'string',
    },
  },
  end: { needed: { entries: 'number', digest: 'string' } },
};

/** What is wrong with the fields of a line, if anything. */
function misshapen({ type, ...parts }: ExportLine): string | undefined {
  const shape = SHAPES[type];
  if (!shape) return 'is of no kind that an export has';
  const known = { ...shape.needed, ...shape.may };
  const isOf = (value: unknown, wanted: Type): boolean => typeof value === wanted && value !== null;
  const missing = Object.keys(shape.needed).find((name) => !(name in parts));
  if (missing) return `was changed: it has no ${missing}`;
  const wrong = Object.entries(parts).find(
    ([name, value]) => !Object.hasOwn(known, name) || !isOf(value, known[name]!),
  );
  return wrong && `was changed: ${wrong[0]} is not what it can be`;
}

/**
 * Writes the lines of one export. The last line has the number of entries, and the digest of all
 * bytes before it.
 */
export function createExportWriter() {
  const digest = createHash('sha256');
  let entries = 0;
  const written = (line: ExportLine): string => {
    const text = `${canonicalJson(line)}\n`;
    digest.update(text);
    return text;
  };
  return {
    header: (orgId: string, exportedAt: string) =>
      written({ type: 'export', v: 1, orgId, exportedAt }),
    key: (key: SigningKey) => written({ type: 'key', keyId: key.keyId, publicKey: key.publicKey }),
    checkpoint: ({ orgId, number, statement, signature, keyId, takenAt }: Checkpoint) =>
      written({ type: 'checkpoint', orgId, number, statement, signature, keyId, takenAt }),
    entry(entry: ChainedEntry): string {
      entries += 1;
      return written({ type: 'entry', ...entry });
    },
    end: () => `${canonicalJson({ type: 'end', entries, digest: digest.digest('hex') })}\n`,
  };
}

/** A checkpoint as the CRM holds it. */
export interface CrmCheckpoint {
  readonly statement: string;
  readonly signature: string;
}

export interface Verdict {
  readonly orgId: string;
  readonly entries: number;
  readonly checkpoints: number;
  readonly head: string;
  readonly keyIds: readonly string[];
  readonly uncovered: Uncovered;
  /** Remarks that are not faults. */
  readonly notes: readonly string[];
}

export interface ExportReading {
  /**
   * Public keys that the reader has from another source. Without them, the keys in the export are
   * trusted.
   */
  readonly healthy?: readonly SigningKey[];
  readonly inCrm?: readonly CrmCheckpoint[];
}

/**
 * The beginning of the line of an entry, by which it is recognized even when it cannot be parsed.
 */
const FIRST_ENTRY = /"type":"entry"|"position":/;

/** Verifies an export line by line, offline. Stops at the first fault. */
export function createExportVerifier({ healthy, inCrm }: ExportReading = {}) {
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

  function keyTaken({ keyId, publicKey }: SigningKey): Fault | undefined {
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

  function checkpointTaken(checkpoint: Checkpoint): Fault | undefined {
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

  function crmCheckpointsTaken(): Fault | undefined {
    if (!inCrm) {
      notes.push(
        'Not compared with Salesforce: give its checkpoints to make sure that nobody rewrote both chain and checkpoints here.',
      );
      return undefined;
    }
    const seen = new Set<number>();
    for (const one of inCrm) {
      const standing = [...keys.values()].map((key) => standingIn(one, key)).find(Boolean);
      if (!standing)
        return fault(
          'crm_differs',
          `A checkpoint in Salesforce bears no valid signature: ${one.statement.slice(0, 200)}`,
        );
      if (standing.orgId !== orgId)
        return fault(
          'foreign',
          `A checkpoint in Salesforce belongs to org ${standing.orgId}, not to ${orgId}.`,
        );
      if (seen.has(standing.number))
        return fault('crm_differs', `Checkpoint ${standing.number} is in Salesforce twice.`);
      seen.add(standing.number);
      const ours = statements.get(standing.number);
      if (ours !== undefined && ours !== one.statement)
        return fault(
          'crm_differs',
          `Checkpoint ${standing.number} says something else in Salesforce than in the export: one of them was swapped.`,
          standing.position,
        );
      witnessed.push({
        position: standing.position,
        hash: standing.hash,
        name: `Salesforce’s checkpoint ${standing.number}`,
      });
    }
    const newest = Math.max(0, ...seen);
    for (const number of statements.keys()) {
      if (seen.has(number)) continue;
      if (number < newest)
        return fault(
          'crm_differs',
          `Checkpoint ${number} is not in Salesforce, though later ones are: it was deleted there.`,
        );
      notes.push(`Checkpoint ${number} is not in Salesforce yet.`);
    }
    return undefined;
  }

  function entryTaken(entry: ChainedEntry): Fault | undefined {
    if (!chain) {
      const differs = crmCheckpointsTaken();
      if (differs) return differs;
      chain = createChainVerifier({ orgId, witnessed });
    }
    entries += 1;
    return chain.take(entry);
  }

  function taken(line: ExportLine): Fault | undefined {
    switch (line.type) {
      case 'export': {
        orgId = line.orgId;
        return undefined;
      }
      case 'key':
        return keyTaken(line);
      case 'checkpoint':
        return checkpointTaken(line);
      case 'entry': {
        const { type: _type, ...entry } = line;
        return entryTaken(entry);
      }
      case 'end':
        return ended(line);
    }
  }

  function ended(line: Extract<ExportLine, { type: 'end' }>): Fault | undefined {
    isWhole = true;
    if (!chain) {
      const differs = crmCheckpointsTaken();
      if (differs) return differs;
      chain = createChainVerifier({ orgId, witnessed });
    }
    const wrong = chain.end();
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
      const kind = ORDER.indexOf(line.type);
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
        notes,
      };
    },
  };
}
