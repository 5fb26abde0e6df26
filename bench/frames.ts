import type { Page } from 'playwright-core';

/** How evenly a page was drawn while it scrolled. */
export interface Frames {
  readonly perSecond: number;
  /** The time between two frames that 95 of 100 did not exceed. */
  readonly p95Ms: number;
  readonly worstMs: number;
  /** Pieces of work of more than 50 ms that held everything else up. */
  readonly longTasks: number;
  /** How much of a processor the page's main thread took, of 1: whoever else uses the machine does not change it much. */
  readonly busy: number;
}

/** Scrolls an element at a steady pace for some seconds, a step per frame, and measures each frame. */
export async function framesWhileScrolling(page: Page, selector: string, { seconds = 5, pxPerSecond = 1_500 } = {}): Promise<Frames> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const worked = async (): Promise<number> => (await cdp.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000;
  const before = await worked();
  const frames = await page.evaluate(async ({ scroller, ms, pace }) => {
    const found = deep(document, scroller)!;
    const times: number[] = [];
    let longTasks = 0;
    const observer = new PerformanceObserver((list) => {
      longTasks += list.getEntries().length;
    });
    observer.observe({ entryTypes: ['longtask'] });
    const began = performance.now();
    const end = found.scrollHeight - found.clientHeight;
    let direction = 1;
    let position = found.scrollTop;
    let last = began;
    await new Promise<void>((resolve) => {
      requestAnimationFrame(function step(now) {
        times.push(now);
        if (position >= end) direction = -1;
        if (position <= 0) direction = 1;
        position += direction * pace * ((now - last) / 1000);
        found.scrollTop = position;
        last = now;
        if (now - began < ms) requestAnimationFrame(step);
        else resolve();
      });
    });
    observer.disconnect();
    const gaps = times.slice(1).map((time, i) => time - times[i]!).sort((a, b) => a - b);
    return {
      perSecond: Math.round((10_000 * gaps.length) / (times.at(-1)! - times[0]!)) / 10,
      p95Ms: Math.round(10 * gaps[Math.floor(gaps.length * 0.95)]!) / 10,
      worstMs: Math.round(10 * gaps.at(-1)!) / 10,
      longTasks,
      tookMs: times.at(-1)! - began,
    };

    function deep(root: Document | ShadowRoot, wanted: string): HTMLElement | null {
      const here = root.querySelector<HTMLElement>(wanted);
      if (here) return here;
      for (const each of root.querySelectorAll('*')) {
        const inside = each.shadowRoot && deep(each.shadowRoot, wanted);
        if (inside) return inside;
      }
      return null;
    }
  }, { scroller: selector, ms: seconds * 1000, pace: pxPerSecond });
  const { tookMs, ...measured } = frames;
  const busy = Math.round((100 * ((await worked()) - before)) / tookMs) / 100;
  await cdp.detach();
  return { ...measured, busy };
}

/** What this machine draws of a page that does nothing but scroll lines of text. */
export async function framesOfAnEmptyPage(page: Page): Promise<Frames> {
  await page.goto('about:blank');
  await page.setContent(`<div id="list" style="height: 600px; overflow: auto">${'<p style="height: 40px">A line.</p>'.repeat(400)}</div>`);
  return framesWhileScrolling(page, '#list');
}
