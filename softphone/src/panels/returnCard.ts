import { button, h } from '../dom.ts';
import type { LeftCall } from '../state.ts';
import { fill, type Texts } from '../strings.ts';
import type { Actions } from './actions.ts';

/** A button to return to a call that continues without this softphone. */
export function returnCard(
  left: LeftCall | undefined,
  isReady: boolean,
  { actions, texts }: { readonly actions: Actions; readonly texts: Texts },
): HTMLElement | undefined {
  if (!left) return undefined;
  const isRep = left.role === 'rep';
  return h(
    'section',
    { class: 'phone-call phone-return', 'aria-label': texts.returnTitle },
    h('p', { role: 'status' }, fill(wordsFor(left, texts), { name: left.name })),
    h(
      'div',
      { class: 'phone-buttons' },
      isReady &&
        button(isRep ? texts.returnToCall : texts.joinAgain, 'brand', {
          act: () => actions.returnTo(left),
        }),
      !isRep && button(texts.dismiss, 'neutral', { act: () => actions.forgetLeft() }),
    ),
  );
}

function wordsFor({ role, lost }: LeftCall, texts: Texts): string {
  if (role === 'supervisor') return texts.returnSupervisor;
  return lost === undefined ? texts.returnRep : texts.returnLost[lost];
}
