import { buildLightning } from '../local/org/lightning/build.ts';
import { buildSoftphone } from '../softphone/build.ts';
import { takeSeat } from '../test/browser/support/chromium.ts';
import { manyCalls } from '../test/support/manyCalls.ts';
import { startWorld } from '../test/support/world.ts';
import { framesOfAnEmptyPage, framesWhileScrolling, type Frames } from './frames.ts';

/**
 * Frames per second of the live wall while it scrolls and calls change, compared with an empty page
 * on the same machine.
 */
const calls = Number(process.argv[2] ?? 300);
const changesPerSecond = Number(process.argv[3] ?? 20);
const ROUNDS = 5;
/**
 * Expected on a quiet machine with a graphics card: share of the empty page's frames, and of one
 * processor.
 */
const MIN_FRAME_SHARE = 0.9;
const MAX_BUSY = 0.5;

await Promise.all([buildLightning(), buildSoftphone()]);
// Without the worker, which would reconcile these calls with the carrier, where they do not exist.
const world = await startWorld({ env: { ROLES: 'web' } });
const crowd = await manyCalls(world.databaseUrl, calls, await world.as('maya').userId());
const seat = await takeSeat();
await seat.page.goto(`${world.orgUrl}/as/maya/lightning/page/home`);
await seat.page.locator('.body .row', { hasText: 'Rep 000' }).waitFor();
const blank = await seat.page.context().newPage();
await framesWhileScrolling(seat.page, '.body', { seconds: 2 });

process.stdout.write(`${calls} calls, ${changesPerSecond} changes a second, ${ROUNDS} rounds\n`);
process.stdout.write(
  '            frames a second     95 of 100 within    worst    long tasks    of a processor\n',
);
const rounds: { empty: Frames; wall: Frames }[] = [];
for (let round = 1; round <= ROUNDS; round += 1) {
  await blank.bringToFront();
  const empty = await framesOfAnEmptyPage(blank);
  await seat.page.bringToFront();
  const changing = crowd.changing(changesPerSecond);
  const wall = await framesWhileScrolling(seat.page, '.body');
  await changing.stop();
  rounds.push({ empty, wall });
  print('empty page', empty);
  print('wall', wall);
}

const frames = median(
  rounds.map(({ empty, wall }) => wall.perSecond / Math.min(60, empty.perSecond)),
);
const busy = median(rounds.map(({ wall }) => wall.busy));
process.stdout.write(
  `\nthe wall draws ${(frames * 100).toFixed(0)} % of the frames of an empty page (${(MIN_FRAME_SHARE * 100).toFixed(0)} % or more is even)\n`,
);
process.stdout.write(
  `and keeps ${(busy * 100).toFixed(0)} % of a processor busy (${(MAX_BUSY * 100).toFixed(0)} % or less leaves room), an empty page ${(median(rounds.map(({ empty }) => empty.busy)) * 100).toFixed(0)} %\n`,
);
await seat.close();
await crowd.close();
await world.stop();
// The PostgreSQL that it started keeps the process alive.
process.exit(0);

function print(name: string, { perSecond, p95Ms, worstMs, longTasks, busy: ofOne }: Frames): void {
  process.stdout.write(
    `${name.padEnd(10)}  ${perSecond.toFixed(1).padStart(15)}  ${`${p95Ms.toFixed(1)} ms`.padStart(19)}  ${`${worstMs.toFixed(0)} ms`.padStart(7)}  ${String(longTasks).padStart(12)}  ${ofOne.toFixed(2).padStart(16)}\n`,
  );
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1]!;
}
