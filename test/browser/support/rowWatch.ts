import type { Page } from 'playwright-core';

/** What happened to a grid's rows since the watch began. */
export interface RowChanges {
  /**
   * Rows that say something else now, or of which a part was made anew; the time that runs in each
   * is left out.
   */
  readonly changedIds: readonly string[];
  /** Pieces of work that changed the page: one per render, as a render is one task. */
  readonly renders: number;
  /** The most rows that were in the page at once. */
  readonly mostRows: number;
  /** Rows that were made anew although the page already had one for the same call. */
  readonly recreatedIds: readonly string[];
}

interface Watch {
  changed: Set<string>;
  recreated: Set<string>;
  renders: number;
  mostRows: number;
  observer: MutationObserver;
  addRecords(records: MutationRecord[]): void;
}
interface WatchWindow {
  dealsideRows?: Watch;
}

/** Begins to watch the rows of a scrolling list, named by the `data-call-id` of each. */
export async function watchRows(page: Page, selector: string): Promise<void> {
  await page.locator(selector).evaluate((body) => {
    const rowOf = new Map<string, Element>();
    const idOf = (row: Element): string => (row as HTMLElement).dataset.callId!;
    const inPage = (): Element[] => [...body.querySelectorAll('.row')];
    const content = new WeakMap<Element, string>();
    const contentOf = (row: Element): string => row.outerHTML.replace(/<time.*?<\/time>/, '');
    for (const row of inPage()) {
      rowOf.set(idOf(row), row);
      content.set(row, contentOf(row));
    }
    const watch: Watch = {
      changed: new Set(),
      recreated: new Set(),
      renders: 0,
      mostRows: rowOf.size,
      observer: new MutationObserver((records) => watch.addRecords(records)),
      addRecords(records) {
        const elementOf = (node: Node): Element | null =>
          node instanceof Element ? node : node.parentElement;
        const drawn = records.filter(({ target }) => !elementOf(target)?.closest('time'));
        if (drawn.length === 0) return;
        watch.renders += 1;
        for (const { target, addedNodes, removedNodes } of drawn) {
          const row = elementOf(target)?.closest('.row');
          if (!row) continue;
          // LWC writes texts also where they stay the same: browsers draw nothing then.
          const now = contentOf(row);
          const isOther =
            content.get(row) !== now ||
            [...addedNodes, ...removedNodes].some((node) => node instanceof Element);
          content.set(row, now);
          if (isOther) watch.changed.add(idOf(row));
        }
        const rows = inPage();
        watch.mostRows = Math.max(watch.mostRows, rows.length);
        // A row that left the page may come back as another element; one that stayed may not.
        const before = new Map(rowOf);
        rowOf.clear();
        for (const row of rows) {
          const known = before.get(idOf(row));
          if (known && known !== row) watch.recreated.add(idOf(row));
          rowOf.set(idOf(row), row);
        }
      },
    };
    watch.observer.observe(body, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    (window as WatchWindow).dealsideRows = watch;
  });
}

/** Ends the watch and tells what it saw. */
export const rowChanges = (page: Page): Promise<RowChanges> =>
  page.evaluate(() => {
    const watch = (window as WatchWindow).dealsideRows!;
    watch.addRecords(watch.observer.takeRecords());
    watch.observer.disconnect();
    return {
      changedIds: [...watch.changed].sort(),
      renders: watch.renders,
      mostRows: watch.mostRows,
      recreatedIds: [...watch.recreated].sort(),
    };
  });

/** Scrolls from where the list is to its end, a step a frame, however long the frames take. */
export const scrollToTheEnd = (page: Page, selector: string, stepPx: number): Promise<void> =>
  page.locator(selector).evaluate(async (body, step) => {
    while (body.scrollTop + body.clientHeight < body.scrollHeight - 1) {
      body.scrollTop += step;
      await new Promise(requestAnimationFrame);
    }
  }, stepPx);
