import { startCarrier } from './carrier.ts';
import { readConfig } from './config.ts';
import { restUnheard } from './media/clock.ts';

const read = readConfig(process.env);
if ('faults' in read) {
  for (const fault of read.faults) process.stderr.write(`carrier: ${fault}\n`);
  process.exit(1);
}
restUnheard();
const carrier = await startCarrier(read.config);
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => void carrier.stop().then(() => process.exit(0)));
}
// Printed last, because a reader of this line may stop the carrier at once.
process.stdout.write(`ready carrier http://localhost:${carrier.port}\n`);
