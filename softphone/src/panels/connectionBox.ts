import type { Actions } from './actions.ts';
import type { ConnectionVerdict } from '../connection.ts';
import { button, h } from '../dom.ts';
import type { Texts } from '../strings.ts';

/** What is wrong with the network of a supervisor who has joined, and the way out. */
export function connectionBox(
  connection: ConnectionVerdict,
  actions: Actions,
  texts: Texts,
): HTMLElement | undefined {
  if (connection.status !== 'poor' && connection.status !== 'fair') return undefined;
  return h(
    'div',
    { class: connection.status === 'poor' ? 'phone-problem' : 'phone-warning', role: 'status' },
    h('p', {}, texts.connection[connection.because]),
    h('p', { class: 'phone-hint' }, texts.connectionHint),
    button(texts.joinByPhone, 'neutral', () => actions.joinByPhone()),
  );
}
