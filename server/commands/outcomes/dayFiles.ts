import { parquetWriteBuffer } from 'hyparquet-writer';
import type { DayRow } from '../../domain/outcomes/totals.ts';

/** The columns of an exported day, in their order. */
export const DAY_COLUMNS: readonly {
  readonly name: keyof DayRow;
  readonly type: 'STRING' | 'INT32';
}[] = [
  { name: 'day', type: 'STRING' },
  { name: 'repUserId', type: 'STRING' },
  { name: 'repName', type: 'STRING' },
  { name: 'direction', type: 'STRING' },
  { name: 'answered', type: 'INT32' },
  { name: 'talkSeconds', type: 'INT32' },
  { name: 'monitor', type: 'INT32' },
  { name: 'whisper', type: 'INT32' },
  { name: 'barge', type: 'INT32' },
  { name: 'takeover', type: 'INT32' },
  { name: 'helpRequested', type: 'INT32' },
  { name: 'transferred', type: 'INT32' },
];

/** The totals of days as files: the same rows, whichever the format. */
export const DAY_FILES = {
  csv: {
    type: 'text/csv; charset=utf-8',
    of: (rows: readonly DayRow[]): Buffer =>
      Buffer.from(
        [
          DAY_COLUMNS.map(({ name }) => name),
          ...rows.map((row) => DAY_COLUMNS.map(({ name }) => cell(row[name]))),
        ]
          .map((line) => `${line.join(',')}\r\n`)
          .join(''),
      ),
  },
  parquet: {
    type: 'application/vnd.apache.parquet',
    of: (rows: readonly DayRow[]): Buffer =>
      Buffer.from(
        parquetWriteBuffer({
          columnData: DAY_COLUMNS.map(({ name, type }) => ({
            name,
            type,
            data: rows.map((row) => row[name]),
          })),
        }),
      ),
  },
} as const;

/** A spreadsheet would run a text that begins like a formula. */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
