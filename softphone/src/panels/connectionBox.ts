import type { ConnectionVerdict } from '../connection.ts';
import { button, h } from '../dom.ts';
import { isConnected } from '../line.ts';
import { currentCall, type SoftphoneState } from '../state.ts';
import type { Texts } from '../strings.ts';
import type { Actions } from './actions.ts';

/**
 * The network verdict to show for the live call. While the softphone is connecting, there is none,
 * because the last one is about another connection.
 */
export function shownConnection(state: SoftphoneState): ConnectionVerdict | undefined {
  const isOn = isConnected(state.call) && currentCall(state)?.status === 'live';
  const { status } = state.connection;
  return isOn && (status === 'poor' || status === 'fair') ? state.connection : undefined;
}

/**
 * What is wrong with the network of the call, and what helps: the person's own phone or, if no
 * sound arrives at all, such as after the computer slept, a new connection.
 */
export function connectionBox(
  connection: ConnectionVerdict | undefined,
  isSupervisor: boolean,
  {
    actions,
    texts,
    toPhone,
  }: { readonly actions: Actions; readonly texts: Texts; readonly toPhone?: HTMLElement },
): HTMLElement | undefined {
  if (connection?.status !== 'poor' && connection?.status !== 'fair') return undefined;
  const isSilent = connection.because === 'silence';
  return h(
    'div',
    { class: connection.status === 'poor' ? 'phone-problem' : 'phone-warning', role: 'status' },
    h('p', {}, texts.connection[connection.because]),
    isSilent && h('p', { class: 'phone-hint' }, texts.connectAgainHint),
    h('p', { class: 'phone-hint' }, isSupervisor ? texts.connectionHint : texts.connectionHintRep),
    isSilent && button(texts.connectAgain, 'brand', { act: () => actions.connectAgain() }),
    isSupervisor
      ? button(texts.joinByPhone, 'neutral', { act: () => actions.joinByPhone() })
      : toPhone,
  );
}
