import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** Calls `onLine` for each line; returns a function that returns the last `keep` lines. */
export function followLines(
  streams: readonly Readable[],
  onLine: (line: string) => void,
  count = 12,
): () => string[] {
  const last: string[] = [];
  for (const stream of streams) {
    createInterface({ input: stream }).on('line', (line) => {
      last.push(line);
      if (last.length > count) last.shift();
      onLine(line);
    });
  }
  return () => [...last];
}
