/**
 * Loads what the server is made of, and runs it once the process that started this one says so: it
 * can be loaded while what it needs starts.
 */
// `dieWithParent.mjs` lets the process end though it could still be told something.
process.channel?.ref();
const isTold = new Promise((resolve) => process.once('message', resolve));
await Promise.all([
  import('../../../server/compose/shared.ts'),
  import('../../../server/compose/web.ts'),
  import('../../../server/compose/worker.ts'),
]);
await isTold;
process.channel?.unref();
await import('../../../server/main.ts');

export {};
