/**
 * Measures Dealside beside its yardsticks, on this machine. All rows by default, or those that are
 * named: `npm run bench -- callbacks click`; `--list` says which there are.
 */
import { availableParallelism, loadavg } from 'node:os';
import { backtest } from './rows/backtest.ts';
import { callbacks } from './rows/callbacks.ts';
import { card } from './rows/card.ts';
import { click } from './rows/click.ts';
import { consoles } from './rows/consoles.ts';
import { deadBrowser } from './rows/deadBrowser.ts';
import { feed } from './rows/feed.ts';
import { history } from './rows/history.ts';
import { idle } from './rows/idle.ts';
import { instances } from './rows/instances.ts';
import { memory } from './rows/memory.ts';
import { moveToCall } from './rows/moveToCall.ts';
import { restart } from './rows/restart.ts';
import { salesforceHangs } from './rows/salesforceHangs.ts';
import { start } from './rows/start.ts';
import { createBench } from './support/bench.ts';
import { lineOf, type Row } from './support/measures.ts';

const ROWS: readonly Row[] = [
  start,
  callbacks,
  instances,
  click,
  feed,
  card,
  backtest,
  consoles,
  restart,
  deadBrowser,
  salesforceHangs,
  moveToCall,
  idle,
  memory,
  history,
];
/** Programs of their own, which measure one thing and print a table of it. */
const OTHERS: Record<string, string> = {
  'bench:audit': 'ways to chain the audit',
  'bench:latencies': 'how long people wait, with a browser',
  'bench:outcomes': 'the Outcomes page over a year of a million calls',
  'bench:policy': 'the replay of past calls under two policies',
  'bench:storage': 'a call as rows and as one document',
  'bench:wall': 'the live wall in a browser',
  'bench:worth': 'what the answers to "did it help?" are worth, on a hundred generated years',
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const names = process.argv.slice(2);
const unknown = names.filter((name) => name !== '--list' && !ROWS.some((row) => row.name === name));
if (names.includes('--list') || unknown.length > 0) {
  if (unknown.length > 0) say(`there is no row ${unknown.join(', ')}; the rows are\n`);
  for (const { name, what } of ROWS) say(`  ${name.padEnd(16)} ${what}`);
  say('\nand, by npm run …\n');
  for (const [name, what] of Object.entries(OTHERS)) say(`  ${name.padEnd(16)} ${what}`);
  process.exit(unknown.length > 0 ? 2 : 0);
}

/** What else runs falsifies what is measured, ratios less than times. */
const sayLoad = (when: string): void =>
  say(`${when}: load ${loadavg()[0]!.toFixed(1)} on ${availableParallelism()} cores`);

const startedAt = performance.now();
sayLoad('before');
const bench = await createBench((line) => say(`          ${line}`));
const missed: string[] = [];
let failed = 0;
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void bench.stop().then(() => process.exit(1)));
for (const { name, what, run } of ROWS.filter(
  (row) => names.length === 0 || names.includes(row.name),
)) {
  const begunAt = performance.now();
  say(`\n${name}: ${what}`);
  try {
    await run(bench, (measure) => {
      say(lineOf(measure));
      if (measure.meets === false) missed.push(`${name}: ${measure.what}`);
    });
  } catch (fault) {
    failed += 1;
    say(`  FAILED  ${(fault as Error).stack ?? String(fault)}`);
  } finally {
    await bench.stopServers();
  }
  say(`          (${((performance.now() - begunAt) / 1000).toFixed(0)} s)`);
}
await bench.stop();
say('');
sayLoad('after');
say(`measured in ${((performance.now() - startedAt) / 60_000).toFixed(1)} minutes`);
say(
  missed.length === 0
    ? failed === 0
      ? 'every target is met'
      : `${failed} rows failed`
    : `MISSES ${missed.length}:\n${missed.map((one) => `  ${one}`).join('\n')}`,
);
process.exit(failed > 0 ? 1 : 0);
