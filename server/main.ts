import { composeShared } from './compose/shared.ts';
import { startWeb } from './compose/web.ts';
import { startWorker } from './compose/worker.ts';
import { readConfig } from './config.ts';
import { createLog } from './log.ts';
import { secretsOf } from './redaction.ts';

/** Longer than any request takes that is still under way. */
const STOP_LIMIT_MS = 8_000;

const read = readConfig(process.env);
if ('faults' in read) {
  for (const fault of read.faults) process.stderr.write(`server: ${fault}\n`);
  process.exit(1);
}
const { config } = read;
const shared = await composeShared(config, createLog(config.LOG_LEVEL, secretsOf(config)));
const worker = config.ROLES.includes('worker') ? await startWorker(shared) : [];
const web = config.ROLES.includes('web') ? await startWeb(shared) : [];

let stopping = false;
process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());

/** Stops requests first, then rounds, then the connections that both use. */
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref();
  for (const close of [...web, ...worker, ...shared.closing]) await close();
  process.exit(0);
}

// Last: who reads this may ask it to stop.
process.stdout.write(`ready server ${config.PUBLIC_URL}\n`);
