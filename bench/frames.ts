import type { ElementHandle, Page } from 'playwright-core';

/** Measurements of a page while it scrolled. */
export interface Frames {
  readonly perSecond: number;
  /** 95th percentile of the time between two frames. */
  readonly p95Ms: number;
  readonly worstMs: number;
  /** Number of long tasks (over 50 ms) on the main thread. */
  readonly longTasks: number;
  /**
   * Processor time of the page's main thread, as a share of one processor; barely affected by other
   * programs.
   */
  readonly busy: number;
}

/**
 * Scrolls an element at a steady speed for some seconds, one step per frame, and measures each
 * frame.
 */
export async function framesWhileScrolling(
  page: Page,
  scroller: ElementHandle<HTMLElement | SVGElement>,
  { seconds = 5, pxPerSecond = 1_500 } = {},
): Promise<Frames> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const mainThreadMs = async (): Promise<number> =>
    (await cdp.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')!
      .value * 1000;
  const before = await mainThreadMs();
  const frames = await scroller.evaluate(
    async (element, { ms, pace }) => {
      const times: number[] = [];
      let longTasks = 0;
      const observer = new PerformanceObserver((list) => {
        longTasks += list.getEntries().length;
      });
      observer.observe({ entryTypes: ['longtask'] });
      const began = performance.now();
      const end = element.scrollHeight - element.clientHeight;
      let direction = 1;
      let position = element.scrollTop;
      let last = began;
      await new Promise<void>((resolve) => {
        requestAnimationFrame(function step(now) {
          times.push(now);
          if (position >= end) direction = -1;
          if (position <= 0) direction = 1;
          position += direction * pace * ((now - last) / 1000);
          element.scrollTop = position;
          last = now;
          if (now - began < ms) requestAnimationFrame(step);
          else resolve();
        });
      });
      observer.disconnect();
      const gaps = times
        .slice(1)
        .map((time, i) => time - times[i]!)
        .sort((a, b) => a - b);
      return {
        perSecond: Math.round((10_000 * gaps.length) / (times.at(-1)! - times[0]!)) / 10,
        p95Ms: Math.round(10 * gaps[Math.floor(gaps.length * 0.95)]!) / 10,
        worstMs: Math.round(10 * gaps.at(-1)!) / 10,
        longTasks,
        tookMs: times.at(-1)! - began,
      };
    },
    { ms: seconds * 1000, pace: pxPerSecond },
  );
  const { tookMs, ...measured } = frames;
  const busy = Math.round((100 * ((await mainThreadMs()) - before)) / tookMs) / 100;
  await cdp.detach();
  return { ...measured, busy };
}

/** Measures a page that only scrolls lines of text, for comparison. */
export async function framesOfAnEmptyPage(page: Page): Promise<Frames> {
  await page.goto('about:blank');
  await page.setContent(
    `<div id="list" style="height: 600px; overflow: auto">${'<p style="height: 40px">A line.</p>'.repeat(400)}</div>`,
  );
  return framesWhileScrolling(page, (await page.$('#list'))!);
}
