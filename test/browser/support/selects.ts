import type { Page } from 'playwright-core';

/** Where the arrows of a list end, from its border: 8 px to them, and 6 px of them. */
const ARROWS_PX = 14;

/** The lists to choose from whose longest text would run into their arrows, by their labels. */
export const selectsUnderArrows = (page: Page): Promise<string[]> =>
  page.evaluate((arrows) => {
    const found: string[] = [];
    const visit = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) visit(element.shadowRoot);
        if (
          element instanceof HTMLSelectElement &&
          Number.parseFloat(getComputedStyle(element).paddingInlineEnd) <= arrows
        )
          found.push(element.labels[0]?.textContent?.trim() ?? element.id);
      }
    };
    visit(document);
    return found;
  }, ARROWS_PX);
