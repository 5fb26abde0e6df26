import { h } from './dom.ts';
import { NOTHING_SAID, ringSpeech } from './panels/ringSpeech.ts';
import type { SoftphoneState } from './state.ts';
import type { Texts } from './strings.ts';

/**
 * Says to screen readers who rings. They read what is added to a region that stays, so the region is
 * outside the sections, which are rendered again; and they read it only where it is shown, so that
 * what rings while the panel is closed is said when it has opened.
 */
export function speakRings(root: HTMLElement): (state: SoftphoneState, texts: Texts) => void {
  const region = h('div', {
    class: 'slds-assistive-text',
    'aria-live': 'assertive',
    'aria-relevant': 'additions',
    'data-says': 'rings',
  });
  root.append(region);
  let said = NOTHING_SAID;
  let latest: [SoftphoneState, Texts] | undefined;

  function speak(): void {
    if (!latest) return;
    const { lines, said: saidNow } = ringSpeech(said, ...latest);
    said = saidNow;
    for (const one of region.querySelectorAll<HTMLElement>('[data-line]'))
      if (!said.has(one.dataset.line!)) one.remove();
    if (lines.length > 0)
      region.append(...lines.map(({ lineId, text }) => h('p', { 'data-line': lineId }, text)));
  }

  const speakIfShown = (): void => {
    if (root.clientWidth > 0) speak();
  };
  new ResizeObserver(() => requestAnimationFrame(speakIfShown)).observe(root);
  return (state, texts) => {
    latest = [state, texts];
    speakIfShown();
  };
}
