import type { Page } from 'playwright-core';

/**
 * Gives the page the stylesheet and classes with which the org would send it in this theme: all in
 * which a theme differs, and much less work than to load the page again.
 */
export const dress = (page: Page, theme: string): Promise<void> =>
  page.evaluate(async (name) => {
    const sent = await (await fetch(`${location.pathname}?theme=${name}`)).text();
    const model = new DOMParser().parseFromString(sent, 'text/html');
    const styles = (of: Document) => of.querySelector<HTMLLinkElement>('link[rel=stylesheet]')!;
    const worn = styles(document);
    const next = document.createElement('link');
    next.rel = 'stylesheet';
    next.href = styles(model).getAttribute('href')!;
    await new Promise((resolve, reject) => {
      next.onload = resolve;
      next.onerror = () => reject(new Error(`the stylesheet of ${name} does not load`));
      worn.after(next);
    });
    worn.remove();
    document.documentElement.className = model.documentElement.className;
    document.body.className = model.body.className;
    // Colors that pass from one to the other would be looked at on their way.
    for (const animation of document.getAnimations())
      if (animation instanceof CSSTransition) animation.finish();
  }, theme);
