import { readConfig } from './config.ts';
import { startOrg } from './org.ts';

const read = readConfig(process.env);
if ('faults' in read) {
  for (const fault of read.faults) process.stderr.write(`org: ${fault}\n`);
  process.exit(1);
}
const org = await startOrg(read.config);
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => void org.stop().then(() => process.exit(0)));
}
// Printed last, because a reader of this line may stop the org at once.
process.stdout.write(`ready org ${read.config.publicUrl}\n`);
