// Preloaded into what took the place of npm's script: npm's shell may be killed by a signal without
// forwarding it. Then this process stops as after SIGTERM.
const LOOK_EVERY_MS = 1_000;

const parent = process.ppid;
if (process.env.npm_lifecycle_event) {
  const looking = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(looking);
    process.kill(process.pid, 'SIGTERM');
  }, LOOK_EVERY_MS).unref();
}
