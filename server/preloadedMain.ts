/**
 * Loads what the server is made of, and runs it once the process that started this one says so: it
 * can be loaded while what it needs starts.
 */
// That process may have let this one end though it could still be told something.
process.channel?.ref();
const startMessage = new Promise((resolve) => process.once('message', resolve));
await Promise.all([
  import('./compose/shared.ts'),
  import('./compose/web.ts'),
  import('./compose/worker.ts'),
]);
await startMessage;
process.channel?.unref();
await import('./main.ts');

export {};
