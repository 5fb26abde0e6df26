import type { CDPSession, Page } from 'playwright-core';

/** What a page did while it was looked at. */
export interface Looked {
  /** Processor time of the page's main thread, as a share of one processor. */
  readonly busy: number;
  /** By the clock: other programs that take the processor away count, too. */
  readonly longestTaskMs: number;
  /** In processor time. */
  readonly longestTaskCpuMs: number;
  /** From the arrival of a change to the first frame after its row was changed; sorted. */
  readonly paintsMs: readonly number[];
  /** Of `busy`: scripts, styles, layout. */
  readonly parts: Readonly<Record<(typeof PARTS)[number], number>>;
}

const PARTS = ['ScriptDuration', 'RecalcStyleDuration', 'LayoutDuration'] as const;

interface Watch {
  arrivedAt: Map<string, number>;
  paintsMs: number[];
  longest: number;
}
declare global {
  interface Window {
    dealsideWatch?: Watch;
  }
}

/**
 * Runs in each page before its scripts: notes when changes arrive, when their rows were painted, and
 * long tasks. A change is known by the number after `#` in the account's name.
 */
export function watchPage(): void {
  const watch: Watch = { arrivedAt: new Map(), paintsMs: [], longest: 0 };
  window.dealsideWatch = watch;
  const decoder = new TextDecoder();
  const { read } = ReadableStreamDefaultReader.prototype;
  ReadableStreamDefaultReader.prototype.read = async function (this: ReadableStreamDefaultReader) {
    const piece = await read.call(this);
    if (piece.value instanceof Uint8Array && piece.value.length < 20_000) {
      const now = performance.now();
      for (const [number] of decoder.decode(piece.value).matchAll(/#\d+/g))
        watch.arrivedAt.set(number, now);
    }
    return piece;
  } as typeof read;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      watch.longest = Math.max(watch.longest, duration);
    }
  }).observe({ entryTypes: ['longtask'] });
}

/** Notes from now on when changed rows are painted. */
export const watchPaints = (page: Page): Promise<void> =>
  page.locator('.body').evaluate((body) => {
    const watch = window.dealsideWatch!;
    new MutationObserver((records) => {
      const numbers = new Set<string>();
      for (const { target } of records) {
        const [number] = /#\d+/.exec(target.textContent ?? '') ?? [];
        if (number && target.nodeType === Node.TEXT_NODE) numbers.add(number);
      }
      const known = [...numbers].flatMap((number) => {
        const at = watch.arrivedAt.get(number);
        watch.arrivedAt.delete(number);
        return at === undefined ? [] : [at];
      });
      if (known.length === 0) return;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          for (const at of known) watch.paintsMs.push(performance.now() - at);
          port1.close();
        };
        // Comes after the frame.
        port2.postMessage(undefined);
      });
    }).observe(body, { subtree: true, characterData: true });
  });

/** Looks at a page while `act` goes on. */
export async function lookAt(page: Page, act: () => Promise<void>): Promise<Looked> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.evaluate(() => {
    Object.assign(window.dealsideWatch!, { paintsMs: [], longest: 0 });
  });
  const browser = page.context().browser()!;
  await browser.startTracing(page, { categories: ['toplevel'] });
  const [before, began] = [await times(devtools), performance.now()];
  await act();
  const [after, tookMs] = [await times(devtools), performance.now() - began];
  const longestTaskCpuMs = longestTask(await browser.stopTracing());
  const share = (name: string): number => (after.get(name)! - before.get(name)!) / tookMs;
  const seen = await page.evaluate(() => {
    const { paintsMs, longest } = window.dealsideWatch!;
    return { paintsMs, longestTaskMs: longest };
  });
  await devtools.detach();
  return {
    ...seen,
    longestTaskCpuMs,
    busy: share('TaskDuration'),
    paintsMs: seen.paintsMs.sort((a, b) => a - b),
    parts: Object.fromEntries(PARTS.map((name) => [name, share(name)])) as Looked['parts'],
  };
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Processor time in microseconds. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** The most processor time, in ms, that a task on the main thread of a page took. */
function longestTask(trace: Buffer): number {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: readonly TraceEvent[] };
  const threadOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(threadOf),
  );
  const times = traceEvents
    .filter((event) => event.tdur !== undefined && mains.has(threadOf(event)))
    .map(({ tdur }) => tdur! / 1000);
  return times.reduce((most, time) => Math.max(most, time), 0);
}

/** Processor time of the page's main thread since it began, in ms, by kind of work. */
const times = async (devtools: CDPSession): Promise<Map<string, number>> =>
  new Map(
    (await devtools.send('Performance.getMetrics')).metrics.map(({ name, value }) => [
      name,
      value * 1000,
    ]),
  );

/** The page's heap in MB, after everything that nobody refers to was collected. */
export async function heapMb(page: Page): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  await devtools.detach();
  return usedSize / 1_000_000;
}

/** From the start of the navigation to the first frame with rows: by the clock, and of a processor. */
export async function startUp(page: Page, url: string): Promise<{ ms: number; cpuMs: number }> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await times(devtools);
  await page.goto(url, { waitUntil: 'commit' });
  const handle = await page.waitForFunction(
    () => {
      const hasRow = (root: ParentNode): boolean =>
        root.querySelector('.body .row') !== null ||
        [...root.querySelectorAll('*')].some(
          ({ shadowRoot }) => shadowRoot !== null && hasRow(shadowRoot),
        );
      return hasRow(document) ? performance.now() : false;
    },
    undefined,
    { polling: 'raf' },
  );
  const cpuMs = (await times(devtools)).get('TaskDuration')! - before.get('TaskDuration')!;
  await devtools.detach();
  return { ms: (await handle.jsonValue()) as number, cpuMs };
}

/** The functions with the most time of their own while `act` goes on, as text. */
export async function profiled(page: Page, act: () => Promise<void>, top = 25): Promise<string> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Profiler.enable');
  await devtools.send('Profiler.start');
  await act();
  const { profile } = await devtools.send('Profiler.stop');
  await devtools.detach();
  const spent = new Map<string, number>();
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  for (const [i, id] of profile.samples!.entries()) {
    const { callFrame } = nodes.get(id)!;
    const name = `${callFrame.functionName || '(anonymous)'} ${callFrame.url.split('/').at(-1)}:${callFrame.lineNumber + 1}`;
    spent.set(name, (spent.get(name) ?? 0) + profile.timeDeltas![i]!);
  }
  return [...spent]
    .sort(([, a], [, b]) => b - a)
    .slice(0, top)
    .map(([name, us]) => `${(us / 1000).toFixed(0).padStart(7)} ms  ${name}\n`)
    .join('');
}
