import type pg from 'pg';
import { canonicalJson } from '../../server/domain/audit/canonicalJson.ts';
import { rowsOf, type Dump, type Row } from './dump.ts';
import { inTodaysNames, tableToday } from './renamed.ts';

/**
 * What of the dump is not in the database, in plain lines: rows that are gone, or columns that hold
 * something else.
 */
export async function lostFrom(client: pg.ClientBase, dump: Dump): Promise<string[]> {
  const lost: string[] = [];
  for (const [table, rows] of dump) {
    const today = await rowsOf(client, tableToday(table));
    const expected = rows.map((row) => inTodaysNames(row, table) as Row);
    const columns = [...new Set(expected.flatMap((row) => Object.keys(row)))];
    const kept = new Set(today.map((row) => asText(row, columns)));
    for (const row of expected)
      if (!kept.has(asText(row, columns))) lost.push(`${table}: ${whatOf(row, today, columns)}`);
    if (today.length < rows.length)
      lost.push(`${table}: ${rows.length - today.length} of ${rows.length} rows are gone`);
  }
  return lost;
}

const asText = (row: Row, columns: readonly string[]): string =>
  canonicalJson(columns.map((column) => row[column] ?? null));

/** The columns in which the row differs from the one most like it. */
function whatOf(row: Row, today: readonly Row[], columns: readonly string[]): string {
  const differing = (other: Row): string[] =>
    columns.filter((column) => asText(row, [column]) !== asText(other, [column]));
  const [nearest] = today.map(differing).toSorted((a, b) => a.length - b.length);
  const isThere = nearest !== undefined && nearest.length <= columns.length / 2;
  return isThere
    ? `${nearest.join(', ')} of ${JSON.stringify(row)}`
    : `no row ${JSON.stringify(row)}`;
}
