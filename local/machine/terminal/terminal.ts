const startedAt = performance.now();

// A closed terminal must not end us before we have stopped the rest.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** A step of the start, with the time that has passed since the beginning. */
export function step(line: string): void {
  say(`${elapsed().padStart(7)}  ${line}`);
}

export const elapsed = (since = startedAt): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;
