import { button, h } from '../dom.ts';
import type { SoftphoneState } from '../state.ts';
import type { Texts } from '../strings.ts';
import type { Actions } from './actions.ts';

/** The problem of the person's last action, until it is closed. */
export function problemBox(
  { problem }: SoftphoneState,
  actions: Actions,
  texts: Texts,
): HTMLElement | undefined {
  if (!problem) return undefined;
  return h(
    'div',
    { class: 'phone-problem', role: 'alert' },
    h('p', {}, problem.message),
    problem.hint && h('p', { class: 'phone-hint' }, problem.hint),
    button(texts.close, 'text', { act: () => actions.dismissProblem() }),
  );
}
