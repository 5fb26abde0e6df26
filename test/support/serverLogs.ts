/** What the servers that tests have started said, by what they are. */
const logs = new Map<string, readonly string[]>();
const LINES_SHOWN = 40;

/** Has the last lines of this log shown when a test fails, until it is forgotten. */
export function showWhenTestsFail(name: string, log: readonly string[]): () => void {
  logs.set(name, log);
  return () => void logs.delete(name);
}

/** The last lines of each log that is not forgotten, as one text. */
export const lastWords = (): string =>
  [...logs]
    .filter(([, lines]) => lines.length > 0)
    .map(([name, lines]) => `${name} said last:\n${lines.slice(-LINES_SHOWN).join('')}`)
    .join('\n');
