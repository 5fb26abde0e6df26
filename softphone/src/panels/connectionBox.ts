import type { Actions } from './actions.ts';
import type { ConnectionVerdict } from '../connection.ts';
import { button, h } from '../dom.ts';
import type { Texts } from '../strings.ts';

/** What is wrong with the network of the call, and a supervisor's way out. */
export function connectionBox(
  connection: ConnectionVerdict,
  isSupervisor: boolean,
  actions: Actions,
  texts: Texts,
): HTMLElement | undefined {
  if (connection.status !== 'poor' && connection.status !== 'fair') return undefined;
  return h(
    'div',
    { class: connection.status === 'poor' ? 'phone-problem' : 'phone-warning', role: 'status' },
    h('p', {}, texts.connection[connection.because]),
    isSupervisor && h('p', { class: 'phone-hint' }, texts.connectionHint),
    isSupervisor && button(texts.joinByPhone, 'neutral', () => actions.joinByPhone()),
  );
}
