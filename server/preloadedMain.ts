/**
 * Loads what the server is made of, and runs it once the process that started this one says so: it
 * can be loaded while what it needs starts. The message has variables of the environment that were
 * not known before.
 */
// That process may have let this one end though it could still be told something.
process.channel?.ref();
const startMessage = new Promise<{ readonly begin: NodeJS.ProcessEnv }>((resolve) =>
  process.once('message', (message) => resolve(message as { begin: NodeJS.ProcessEnv })),
);
await Promise.all([
  import('./compose/shared.ts'),
  import('./compose/web.ts'),
  import('./compose/worker.ts'),
]);
Object.assign(process.env, (await startMessage).begin);
process.channel?.unref();
await import('./main.ts');

export {};
