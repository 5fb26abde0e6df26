import type { Actions } from './actions.ts';
import { button, h } from '../dom.ts';
import type { SoftphoneState } from '../state.ts';
import { fill, type Texts } from '../strings.ts';

/** Whether the softphone is connected, and whether it has a microphone. */
export function statusLine(
  { device, feed, microphone }: SoftphoneState,
  actions: Actions,
  texts: Texts,
): HTMLElement {
  const text =
    device.status === 'failed'
      ? fill(texts.deviceFailed, { problem: device.message })
      : texts.device[device.status];
  // The Salesforce page around this one says so too; only trouble is worth saying twice.
  const isWell = device.status === 'registered' && feed !== 'lost';
  return h(
    'div',
    { class: 'phone-status' },
    h(
      'p',
      { class: isWell ? 'slds-assistive-text' : 'phone-status-line', role: 'status' },
      h('span', { class: `phone-dot phone-dot_${device.status}`, 'aria-hidden': 'true' }),
      text,
      feed === 'lost' && texts.feedLost,
    ),
    microphone === 'missing' &&
      h(
        'p',
        { class: 'phone-hint' },
        texts.noMicrophone,
        ' ',
        button(texts.tryAgain, 'text', () => actions.checkMicrophone()),
      ),
  );
}
