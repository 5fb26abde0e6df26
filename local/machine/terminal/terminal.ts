const startedAt = performance.now();

// A closed terminal must not end this process before it has stopped the others.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

/** Prints a line. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Prints a line with the time since this process began. */
export function step(line: string): void {
  say(`${elapsed().padStart(7)}  ${line}`);
}

/** The time since then, in seconds, as text. */
export const elapsed = (since = startedAt): string =>
  `${((performance.now() - since) / 1000).toFixed(1)} s`;
