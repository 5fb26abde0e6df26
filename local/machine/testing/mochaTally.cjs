const { writeFileSync } = require('node:fs');
const { Spec } = require('mocha').reporters;

const ENDS_WITHIN_MS = 60_000;

/**
 * Mocha's usual report, and the counts and failures in the file named by MOCHA_TALLY_FILE, which
 * `npm test` adds up. A process that stays alive after its last test is ended as failed, with a
 * list of what kept it alive (`--reporter-option endsWithinMs=…`): otherwise it would run until the
 * time limit of the step.
 */
module.exports = class MochaTally extends Spec {
  constructor(runner, options) {
    super(runner, options);
    const endsWithinMs = Number(options?.reporterOptions?.endsWithinMs ?? ENDS_WITHIN_MS);
    const failed = [];
    runner.on('fail', (test, error) =>
      failed.push(`${test.titlePath().join(' › ')}: ${error?.stack ?? error}`),
    );
    runner.once('end', () => {
      const { passes, failures, pending } = this.stats;
      writeFileSync(
        process.env.MOCHA_TALLY_FILE,
        JSON.stringify({ passed: passes, failed: failures + pending, failures: failed }),
      );
      setTimeout(() => {
        console.error(`still alive ${endsWithinMs} ms after the last test; kept by: ${keptBy()}`);
        // Mocha sets the exit code as the process exits; this handler is registered later, so its
        // code counts.
        process.once('exit', () => {
          process.exitCode = 1;
        });
        process.exit();
      }, endsWithinMs).unref();
    });
  }
};

/** What keeps the event loop alive: how many of each kind, and which connections and servers. */
function keptBy() {
  const counts = new Map();
  for (const kind of process.getActiveResourcesInfo())
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  // Undocumented, but the only list of the handles themselves.
  const handles = process._getActiveHandles().map((handle) => {
    const address = handle.remotePort
      ? `connection to ${handle.remoteAddress}:${handle.remotePort}`
      : handle.listening
        ? `server at ${JSON.stringify(handle.address())}`
        : undefined;
    return address ?? (handle.spawnargs && `process ${handle.spawnargs.join(' ')}`);
  });
  return [
    ...[...counts].map(([kind, count]) => `${count} ${kind}`),
    ...handles.filter(Boolean),
  ].join(', ');
}
