const { writeFileSync } = require('node:fs');
const { Spec } = require('mocha').reporters;

const ENDS_WITHIN_MS = 60_000;

/**
 * The usual report on the terminal, and the counts in the file named by MOCHA_TALLY_FILE for `npm test` to add up.
 * A process that its tests keep alive after the last of them is ended as failed, and says what kept it
 * (`--reporter-option endsWithinMs=…`): otherwise it would stand until the time limit of the whole step.
 */
module.exports = class MochaTally extends Spec {
  constructor(runner, options) {
    super(runner, options);
    const endsWithinMs = Number(options?.reporterOptions?.endsWithinMs ?? ENDS_WITHIN_MS);
    runner.once('end', () => {
      const { passes, failures, pending } = this.stats;
      writeFileSync(process.env.MOCHA_TALLY_FILE, JSON.stringify({ passed: passes, failed: failures + pending }));
      setTimeout(() => {
        console.error(`still alive ${endsWithinMs} ms after the last test; kept by: ${keptBy()}`);
        // Mocha sets the exit code as the process exits; this is registered later and has the last word.
        process.once('exit', () => { process.exitCode = 1; });
        process.exit();
      }, endsWithinMs).unref();
    });
  }
};

/** What the event loop waits for: of each kind how many, and of connections and servers which. */
function keptBy() {
  const counts = new Map();
  for (const kind of process.getActiveResourcesInfo()) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  // Undocumented, but the only list of the things themselves.
  const handles = process._getActiveHandles().map((handle) => {
    const address = handle.remotePort ? `connection to ${handle.remoteAddress}:${handle.remotePort}` : handle.listening ? `server at ${JSON.stringify(handle.address())}` : undefined;
    return address ?? (handle.spawnargs && `process ${handle.spawnargs.join(' ')}`);
  });
  return [...[...counts].map(([kind, count]) => `${count} ${kind}`), ...handles.filter(Boolean)].join(', ');
}
