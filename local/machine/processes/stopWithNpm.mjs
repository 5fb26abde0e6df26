// Preloaded into a process that replaced npm's script. A signal may kill npm's shell without being
// forwarded; then this process stops as it does after SIGTERM.
const LOOK_EVERY_MS = 1_000;

const parent = process.ppid;
if (process.env.npm_lifecycle_event) {
  const looking = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(looking);
    process.kill(process.pid, 'SIGTERM');
  }, LOOK_EVERY_MS).unref();
}
