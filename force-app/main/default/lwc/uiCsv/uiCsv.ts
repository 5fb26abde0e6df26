/** A table as CSV, with line endings as in RFC 4180. */
export const csvText = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.map((row) => row.map(cell).join(',')).join('\r\n');

/** The address of a file for a link that downloads it. */
export const csvHref = (text: string): string =>
  `data:text/csv;charset=utf-8,${encodeURIComponent(text)}`;

/** Escapes text that begins like a formula, because a spreadsheet would execute it. */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
