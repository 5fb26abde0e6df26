import { createHash, type Hash } from 'node:crypto';
import { canonicalJson } from './canonicalJson.ts';
import type { ChainedEntry } from './chain.ts';
import type { Standing } from './checkpoint.ts';
import { createEvidenceVerifier } from './evidence.ts';
import { createExportCheckpoints, type ExportReading } from './exportCheckpoints.ts';
import { LINE_ORDER, misshapen, type ExportLine } from './exportLines.ts';
import {
  createChainVerifier,
  faultOf,
  type ChainVerifier,
  type Fault,
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

/**
 * The beginning of the line of an entry, by which it is recognized even when it cannot be parsed.
 */
const FIRST_ENTRY = /"type":"entry"|"position":/;

/** Verifies an export line by line, offline. Stops at the first fault. */
export function createExportVerifier(reading: ExportReading = {}) {
  const checkpoints = createExportCheckpoints(reading, () => orgId);
  const evidence = createEvidenceVerifier();
  const digest: Hash = createHash('sha256');
  const notes: string[] = [];
  let place = 0;
  let lineNumber = 0;
  let entries = 0;
  let orgId = '';
  let exportedAt = '';
  let chain: ChainVerifier | undefined;
  let chainEnd: { readonly fault: Fault | undefined } | undefined;
  let isWhole = false;
  let witnessedUpTo = 0;
  let onlyInCrm: readonly Standing[] = [];
  let unwitnessed: Uncovered = { entries: 0 };

  /** The verifier of the chain, which knows what the checkpoints sign. */
  function begunChain(): ChainVerifier | Fault {
    if (chain) return chain;
    const witnesses = checkpoints.witnesses();
    if ('kind' in witnesses) return witnesses;
    witnessedUpTo = witnesses.upTo;
    onlyInCrm = witnesses.onlyInCrm;
    notes.push(...witnesses.notes);
    chain = createChainVerifier({ orgId, witnessed: witnesses.signed });
    return chain;
  }

  function checkEntry(entry: ChainedEntry): Fault | undefined {
    const begun = begunChain();
    if ('kind' in begun) return begun;
    entries += 1;
    if (entry.position > witnessedUpTo)
      unwitnessed = { entries: unwitnessed.entries + 1, since: unwitnessed.since ?? entry.at };
    const fault = begun.check(entry);
    if (!fault) evidence.entry(entry);
    return fault;
  }

  /** A gap in the chain is reported before a fault of the evidence. */
  const gapOr = (then: () => Fault | undefined): Fault | undefined => {
    chainEnd ??= { fault: chain?.end() };
    return chainEnd.fault ?? then();
  };

  function checkEnd(line: Extract<ExportLine, { type: 'end' }>): Fault | undefined {
    isWhole = true;
    const begun = begunChain();
    if ('kind' in begun) return begun;
    const wrong = begun.end() ?? deletedCheckpoint(onlyInCrm, exportedAt) ?? evidence.end();
    if (wrong) return wrong;
    return line.entries === entries && line.digest === digest.digest('hex')
      ? undefined
      : faultOf(
          'unreadable',
          `The export was changed after it was written: its last line counts ${line.entries} entries, there are ${entries}, or a line before the entries is another.`,
        );
  }

  function check(line: ExportLine): Fault | undefined {
    switch (line.type) {
      case 'export': {
        ({ orgId, exportedAt } = line);
        return undefined;
      }
      case 'key':
        return checkpoints.checkKey(line);
      case 'checkpoint':
        return checkpoints.checkCheckpoint(line);
      case 'entry': {
        const { type: _type, ...entry } = line;
        return checkEntry(entry);
      }
      case 'incident': {
        const { type: _type, ...mark } = line;
        return gapOr(() => evidence.incident(mark, exportedAt));
      }
      case 'report':
        return gapOr(() => evidence.report(line));
      case 'end':
        return checkEnd(line);
    }
  }

  return {
    /** Reads the next line, without its line break; returns the first fault. */
    line(text: string): Fault | undefined {
      lineNumber += 1;
      if (isWhole)
        return faultOf('unreadable', `Line ${lineNumber} stands after the end of the export.`);
      const line = parsed(text, { lineNumber, head: chain?.head.position });
      if ('message' in line) return line;
      const kind = LINE_ORDER.indexOf(line.type);
      if ((lineNumber === 1) !== (line.type === 'export') || kind < place)
        return faultOf('unreadable', `Line ${lineNumber} (${line.type}) is not in its place.`);
      place = kind;
      if (line.type !== 'end') digest.update(`${text}\n`);
      return check(line);
    },
    end(): Fault | Verdict {
      if (!isWhole)
        return (
          chain?.end() ??
          faultOf(
            'unreadable',
            `The export ends in the middle, after ${entries} entries: its last line is missing.`,
            chain && chain.head.position + 1,
          )
        );
      const { head, uncovered } = chain!;
      const { keyIds, count } = checkpoints;
      return {
        orgId,
        entries,
        checkpoints: count,
        head: head.hash,
        keyIds,
        uncovered,
        ...(witnessedUpTo > 0 && {
          witness: { by: witnessesOf(reading), upTo: witnessedUpTo, unwitnessed },
        }),
        notes: [...notes, ...remarksOn({ reading, keyIds, uncovered })],
      };
    },
  };
}

/** Parses a line. @param head the newest entry that was read */
function parsed(
  text: string,
  { lineNumber, head }: { readonly lineNumber: number; readonly head: number | undefined },
): ExportLine | Fault {
  // A line that cannot be parsed is the entry after the head of the chain.
  const place = head !== undefined ? head + 1 : FIRST_ENTRY.test(text) ? 1 : undefined;
  const broken = (why: string): Fault =>
    faultOf(
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

/** A checkpoint that the CRM had before the export was written, and that the export does not have. */
function deletedCheckpoint(onlyInCrm: readonly Standing[], exportedAt: string): Fault | undefined {
  const deleted = onlyInCrm.find(({ at }) => at < exportedAt);
  return (
    deleted &&
    faultOf(
      'checkpoint_missing',
      `Checkpoint ${deleted.number} was kept elsewhere and is not in the export: it was deleted here.`,
      deleted.position,
    )
  );
}

const witnessesOf = ({ inCrm, kept }: ExportReading): Witness['by'] => [
  ...(inCrm?.length ? (['crm'] as const) : []),
  ...(kept?.length ? (['kept_file'] as const) : []),
];

/** What a reader should know of the keys and of the entries at the end. */
function remarksOn({
  reading: { healthy },
  keyIds,
  uncovered,
}: {
  readonly reading: ExportReading;
  readonly keyIds: readonly string[];
  readonly uncovered: Uncovered;
}): string[] {
  return [
    ...(!healthy && keyIds.length > 0
      ? [
          `Signatures were checked with the keys the export itself brings (${keyIds.join(', ')}): compare these names with the ones you hold, or give the keys.`,
        ]
      : []),
    ...(uncovered.entries > 0
      ? [
          `Covered by no checkpoint: the last ${uncovered.entries === 1 ? 'entry' : `${uncovered.entries} entries`}, since ${uncovered.since}. Had more come after that and been cut off, nobody could see it.`,
        ]
      : []),
  ];
}
