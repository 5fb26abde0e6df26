import { parquetWriteBuffer } from 'hyparquet-writer';

/** A column of a file. A value that is not there is empty in CSV, and null in Parquet. */
export interface FileColumn<Row> {
  readonly name: keyof Row & string;
  readonly type: 'STRING' | 'INT32' | 'DOUBLE';
}

/** The formats of a table as a file: the same rows, whichever it is. */
export const TABLE_FILES = {
  csv: {
    type: 'text/csv; charset=utf-8',
    of: <Row>(columns: readonly FileColumn<Row>[], rows: readonly Row[]): Buffer =>
      Buffer.from(
        [
          columns.map(({ name }) => name),
          ...rows.map((row) => columns.map(({ name }) => cell(row[name]))),
        ]
          .map((line) => `${line.join(',')}\r\n`)
          .join(''),
      ),
  },
  parquet: {
    type: 'application/vnd.apache.parquet',
    of: <Row>(columns: readonly FileColumn<Row>[], rows: readonly Row[]): Buffer =>
      Buffer.from(
        parquetWriteBuffer({
          columnData: columns.map(({ name, type }) => ({
            name,
            type,
            data: rows.map((row) => row[name] ?? null),
          })),
        }),
      ),
  },
} as const;

/** A spreadsheet would run a text that begins like a formula. */
function cell(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
