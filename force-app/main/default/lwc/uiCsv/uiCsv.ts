/** One table as CSV, with the lines ending as in RFC 4180. */
export const csvText = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.map((row) => row.map(cell).join(',')).join('\r\n');

/** The address of a file that a link downloads. */
export const csvHref = (text: string): string =>
  `data:text/csv;charset=utf-8,${encodeURIComponent(text)}`;

/** A spreadsheet would run a text that begins like a formula. */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
