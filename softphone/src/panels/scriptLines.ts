import { h } from '../dom.ts';
import type { Texts } from '../strings.ts';
import type { CallView, Mode } from '../types.ts';

/** What the supervisor can say to the customer; nothing if there are no scripts for it. */
export function scriptLines(
  { you }: CallView,
  mode: Mode,
  { when, texts }: { readonly when: 'opening' | 'closing'; readonly texts: Texts },
): HTMLElement | undefined {
  const lines = you.scripts?.modes.find((one) => one.mode === mode)?.[when] ?? [];
  if (lines.length === 0) return undefined;
  return h(
    'div',
    { class: 'phone-script', 'data-script': when },
    h('p', { class: 'phone-hint' }, texts.youCanSay),
    ...lines.map((line) => h('blockquote', {}, line)),
  );
}
