// Preloaded into each process we start: when the starter is gone, however it went, the process stops as if asked to.
const LAST_WORD_MS = 10_000;

process.on('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), LAST_WORD_MS).unref();
});
process.channel?.unref();
