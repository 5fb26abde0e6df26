// Preloaded into each child process: when the parent ends for any reason, the child stops as it
// does after SIGTERM.
const LAST_WORD_MS = 10_000;

process.on('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), LAST_WORD_MS).unref();
});
process.channel?.unref();
