import type { CrmCheckpoint } from '../domain/audit/crmComparison.ts';

interface Written {
  readonly Statement__c?: unknown;
  readonly Signature__c?: unknown;
}

/**
 * Reads Audit_Checkpoint__c records from the output of `sf data query --json`, the REST API or a
 * data export (CSV).
 */
export function readSalesforceCheckpoints(text: string): CrmCheckpoint[] {
  const rows = /^\s*[[{]/.test(text) ? recordsIn(JSON.parse(text)) : csvRows(text);
  return rows.map(({ Statement__c: statement, Signature__c: signature }, i) => {
    if (typeof statement !== 'string' || typeof signature !== 'string')
      throw new Error(
        `checkpoint ${i + 1} of Salesforce’s file has no Statement__c or no Signature__c; export both`,
      );
    return { statement, signature };
  });
}

/**
 * Reads checkpoints that were kept elsewhere: the lines that `audit checkpoint --out` adds to a
 * file, or an earlier export.
 */
export function readKeptCheckpoints(text: string): CrmCheckpoint[] {
  const lines = text
    .split('\n')
    .filter((line) => line.includes('"statement"'))
    .map((line) => JSON.parse(line) as Partial<CrmCheckpoint>);
  return lines.map(({ statement, signature }, i) => {
    if (typeof statement !== 'string' || typeof signature !== 'string')
      throw new Error(`checkpoint ${i + 1} of the file kept elsewhere has no signature`);
    return { statement, signature };
  });
}

function recordsIn(value: unknown): Written[] {
  if (Array.isArray(value)) return value as Written[];
  const { records, result } = value as { records?: unknown; result?: unknown };
  if (records === undefined && result === undefined)
    throw new Error('Salesforce’s file holds no records');
  return recordsIn(records ?? result);
}

/** RFC 4180: a quoted field can contain commas and line breaks, and quotes in it are doubled. */
function csvRows(text: string): Written[] {
  const [names = [], ...rows] = [
    ...text
      .replace(/^\ufeff/, '')
      .matchAll(/((?:"(?:[^"]|"")*"|[^",\r\n]*)(?:,(?:"(?:[^"]|"")*"|[^",\r\n]*))*)(?:\r?\n|$)/g),
  ]
    .map((match) => match[1]!)
    .filter((line) => line !== '')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
      ),
    );
  return rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i]])));
}
