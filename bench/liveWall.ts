import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { prepare } from '../local/machine/build/prepare.ts';
import { startOrg } from '../local/org/org.ts';
import { openSeat } from '../test/browser/support/chromium.ts';
import { freePort } from '../test/support/freePort.ts';
import { selfSigned } from '../test/support/selfSigned.ts';
import { framesOfAnEmptyPage, framesWhileScrolling } from './frames.ts';
import {
  heapMb,
  lookAt,
  profiled,
  startUp,
  watchPage,
  watchPaints,
  type Looked,
} from './wall/measure.ts';
import { startStandInFeed } from './wall/standInFeed.ts';

/**
 * The live wall in Chromium, at its two sizes or at the one given: `npm run bench:wall -- 2000 50`.
 * `--seconds` is how long memory is watched, `--profile` prints where the time goes.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '60' },
    rounds: { type: 'string', default: '3' },
    profile: { type: 'boolean', default: false },
  },
});
const SIZES: readonly (readonly [calls: number, changesPerSecond: number])[] =
  positionals.length > 0
    ? [[Number(positionals[0]), Number(positionals[1] ?? 50)]]
    : [
        [300, 20],
        [2_000, 50],
      ];
const ROUNDS = Number(values.rounds);
const ROUND_MS = 5_000;
const TARGET = {
  frameShare: 0.9,
  busy: 0.3,
  longestTaskMs: 50,
  paintMs: 100,
  heapGrowthMb: 2,
  startUpMs: 1_000,
};

await prepare();
for (const [calls, changesPerSecond] of SIZES) await measure(calls, changesPerSecond);
process.exit(0);

async function measure(calls: number, changesPerSecond: number): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'dealside-bench-'));
  const [orgPort, feedPort] = [await freePort(), await freePort()];
  const orgUrl = `http://localhost:${orgPort}`;
  const feed = await startStandInFeed(feedPort, calls);
  const keys = await selfSigned('bench');
  const org = await startOrg({
    port: orgPort,
    publicUrl: orgUrl,
    dataDir,
    serverUrl: feed.url,
    clientId: 'dealside-bench',
    clientCertificate: keys.certificate,
    signingKey: keys.privateKey,
  });
  const seat = await openSeat();
  const { page } = seat;
  await page.addInitScript(watchPage);

  say(`\n${calls} calls, ${changesPerSecond} changes a second`);
  const wallUrl = `${orgUrl}/as/maya/lightning/page/home?c__sort=-duration`;
  const starts: { ms: number; cpuMs: number }[] = [];
  for (let i = 0; i <= ROUNDS; i += 1) starts.push(await startUp(page, wallUrl));
  await watchPaints(page);
  const watched = await page
    .locator('.body .row')
    .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.callId!));
  const body = await page.locator('.body').elementHandle();
  const blank = await page.context().newPage();
  const wait = (ms: number): Promise<void> =>
    page.evaluate((for_) => new Promise<void>((done) => setTimeout(done, for_)), ms);
  const changing = async (act: () => Promise<void>): Promise<void> => {
    const changes = feed.changing(changesPerSecond, watched);
    await act();
    changes.stop();
  };

  const [frameShares, emptyBusy]: [number[], number[]] = [[], []];
  const [watching, scrolling]: [Looked[], Looked[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    await blank.bringToFront();
    const empty = await framesOfAnEmptyPage(blank);
    emptyBusy.push(empty.busy);
    await page.bringToFront();
    watching.push(await lookAt(page, () => changing(() => wait(ROUND_MS))));
    scrolling.push(
      await lookAt(page, () =>
        changing(async () => {
          const wall = await framesWhileScrolling(page, body, { seconds: ROUND_MS / 1000 });
          frameShares.push(wall.perSecond / Math.min(60, empty.perSecond));
        }),
      ),
    );
    await page.locator('.body').evaluate((body) => {
      body.scrollTop = 0;
    });
  }
  const paints = watching.flatMap(({ paintsMs }) => paintsMs).sort((a, b) => a - b);
  const percentile = (share: number): number => paints[Math.floor(paints.length * share)] ?? NaN;
  say('                                        measured     target');
  const row = (
    name: string,
    {
      value,
      target,
      unit = '',
      most = true,
    }: {
      readonly value: number;
      readonly target: number;
      readonly unit?: string;
      readonly most?: boolean;
    },
  ): void => {
    const misses = most ? !(value <= target) : !(value >= target);
    const digits = unit === '' ? 2 : unit === ' MB' ? 1 : 0;
    say(
      `${name.padEnd(34)}${(value.toFixed(digits) + unit).padStart(14)}  ${`${most ? '≤' : '≥'} ${target}${unit}`.padStart(10)}${misses ? '  MISSES' : ''}`,
    );
  };
  const busy = (looked: readonly Looked[]): number => median(looked.map((each) => each.busy));
  const longest = (
    looked: readonly Looked[],
    by: 'longestTaskMs' | 'longestTaskCpuMs' = 'longestTaskMs',
  ): number => Math.max(...looked.map((each) => each[by]));
  row('frames beside an empty page', {
    value: median(frameShares),
    target: TARGET.frameShare,
    unit: '',
    most: false,
  });
  row('of a processor, watching', { value: busy(watching), target: TARGET.busy });
  row('of a processor, scrolling', { value: busy(scrolling), target: TARGET.busy });
  say(`  (an empty page that scrolls${median(emptyBusy).toFixed(2).padStart(20)})`);
  row('longest task, watching', {
    value: longest(watching),
    target: TARGET.longestTaskMs,
    unit: ' ms',
  });
  row('longest task, scrolling', {
    value: longest(scrolling),
    target: TARGET.longestTaskMs,
    unit: ' ms',
  });
  row("  of it the processor's, watching", {
    value: longest(watching, 'longestTaskCpuMs'),
    target: TARGET.longestTaskMs,
    unit: ' ms',
  });
  row("  of it the processor's, scrolling", {
    value: longest(scrolling, 'longestTaskCpuMs'),
    target: TARGET.longestTaskMs,
    unit: ' ms',
  });
  row('change to paint, median', { value: percentile(0.5), target: TARGET.paintMs, unit: ' ms' });
  row(`change to paint, p99 of ${paints.length}`, {
    value: percentile(0.99),
    target: TARGET.paintMs,
    unit: ' ms',
  });
  const [first, ...again] = starts;
  row('start, first time', { value: first!.ms, target: TARGET.startUpMs, unit: ' ms' });
  row("  of it the processor's", { value: first!.cpuMs, target: TARGET.startUpMs, unit: ' ms' });
  row('start, again', {
    value: median(again.map(({ ms }) => ms)),
    target: TARGET.startUpMs,
    unit: ' ms',
  });
  row("  of it the processor's", {
    value: median(again.map(({ cpuMs }) => cpuMs)),
    target: TARGET.startUpMs,
    unit: ' ms',
  });
  if (values.profile) {
    say(`watching ${partsOf(watching)}\nscrolling ${partsOf(scrolling)}`);
    say(await profiled(page, () => changing(() => wait(10_000))));
    const scroll = () => framesWhileScrolling(page, body, { seconds: 10 });
    say(await profiled(page, () => changing(async () => void (await scroll()))));
  }

  const seconds = Number(values.seconds);
  if (seconds > 0) {
    const before = await heapMb(page);
    await changing(() => wait(seconds * 1000));
    // An ended call stays in sight for six seconds.
    await wait(7_000);
    const after = await heapMb(page);
    say(`heap ${before.toFixed(1)} MB, after ${seconds} s of changes ${after.toFixed(1)} MB`);
    row('heap grew by', { value: after - before, target: TARGET.heapGrowthMb, unit: ' MB' });
  }
  const stale = await page
    .locator('.body .row')
    .evaluateAll((rows) =>
      rows.map((each) => [(each as HTMLElement).dataset.callId!, each.textContent ?? ''] as const),
    );
  const wrong = stale.filter(([callId, text]) => !text.includes(feed.accountOf(callId) ?? '?'));
  row('rows that are out of date', { value: wrong.length, target: 0, unit: ' ' });
  await seat.close();
  await org.stop();
  await feed.close();
  await rm(dataDir, { recursive: true, force: true });
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function partsOf(looked: readonly Looked[]): string {
  return Object.keys(looked[0]!.parts)
    .map((name) => {
      const part = name as keyof Looked['parts'];
      return `${part} ${median(looked.map(({ parts }) => parts[part])).toFixed(2)}`;
    })
    .join(', ');
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? NaN;
}
