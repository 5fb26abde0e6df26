import type { ChainedEntry } from './chain.ts';
import type { Checkpoint, SigningKey } from './checkpoint.ts';
import type { IncidentMark, SealedReport } from './evidence.ts';

/**
 * The lines of an export, in this order: one header, keys, checkpoints, entries, incidents, reports
 * of the carrier by their hashes, one end. Each is canonical JSON.
 */
export type ExportLine =
  | { readonly type: 'export'; readonly v: 1; readonly orgId: string; readonly exportedAt: string }
  | ({ readonly type: 'key' } & SigningKey)
  | ({ readonly type: 'checkpoint' } & Checkpoint)
  | ({ readonly type: 'entry' } & ChainedEntry)
  | ({ readonly type: 'incident' } & IncidentMark)
  | ({ readonly type: 'report' } & SealedReport)
  | { readonly type: 'end'; readonly entries: number; readonly digest: string };

export const LINE_ORDER: readonly ExportLine['type'][] = [
  'export',
  'key',
  'checkpoint',
  'entry',
  'incident',
  'report',
  'end',
];

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
  incident: {
    needed: { incidentId: 'string', kind: 'string' },
    may: { resolvedAt: 'string' },
  },
  report: { needed: { reportId: 'number', hash: 'string' } },
  end: { needed: { entries: 'number', digest: 'string' } },
};

/** The fault in the fields of a line, if any. */
export function misshapen({ type, ...parts }: ExportLine): string | undefined {
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
