import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Saves a record of custom metadata in an org, as an administrator does in Setup: `name` is such as
 * Dealside_Reason_Code.trade_in.
 */
export async function saveRecord(
  orgUrl: string,
  name: string,
  label: string,
  values: Readonly<Record<string, string | number | boolean>>,
): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'dealside-record-'));
  try {
    const file = join(dir, 'customMetadata', `${name}.md-meta.xml`);
    mkdirSync(join(dir, 'customMetadata'));
    writeFileSync(file, xmlOf(label, values));
    const answer = await fetch(`${orgUrl}/_local/deploy`, {
      method: 'POST',
      body: JSON.stringify({ files: [file] }),
    });
    if (!answer.ok) throw new Error(`${name} was not saved: ${await answer.text()}`);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

const TYPES = { string: 'xsd:string', number: 'xsd:double', boolean: 'xsd:boolean' } as const;

const xmlOf = (
  label: string,
  values: Readonly<Record<string, string | number | boolean>>,
): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<CustomMetadata xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">',
    `<label>${label}</label>`,
    ...Object.entries(values).map(
      ([field, value]) =>
        `<values><field>${field}</field><value xsi:type="${TYPES[typeof value as keyof typeof TYPES]}">${value}</value></values>`,
    ),
    '</CustomMetadata>',
  ].join('\n');
