import { readFileSync, writeFileSync } from 'node:fs';

/** A verb of TwiML as the parser reads it. */
export type Verb = Record<string, unknown>;

/** A table as Markdown. */
export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((title, n) =>
    Math.max(title.length, ...rows.map((row) => row[n]!.length)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, n) => cell.padEnd(widths[n]!)).join(' | ')} |`;
  return [
    line(head),
    `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`,
    ...rows.map(line),
  ];
}

/** The text of a verb. */
export function textIn(nodes: unknown): string {
  return (nodes as Verb[])
    .map((node) => String(node['#text'] ?? ''))
    .join('')
    .trim();
}

/** What the first sentence of a document says. */
export function sentenceIn(document: readonly Verb[]): string {
  const response = document.find((node) => 'Response' in node)!.Response as Verb[];
  return textIn(response.find((verb) => 'Say' in verb)!.Say);
}

/** What was started and not waited for is over. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate);
}

/** Writes the tables of a document anew, from the one with this title on. */
export function rewrite(file: URL, firstTitle: string, printed: string): void {
  const document = readFileSync(file, 'utf8');
  const head = document.slice(0, document.indexOf(`## ${firstTitle}`));
  writeFileSync(file, `${head.trimEnd()}\n\n${printed.trim()}\n`);
}
