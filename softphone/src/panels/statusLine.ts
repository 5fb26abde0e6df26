import { button, h } from '../dom.ts';
import { isEngaged } from '../line.ts';
import { cannotBeHeard } from '../microphone.ts';
import type { SoftphoneState } from '../state.ts';
import { fill, type Texts } from '../strings.ts';
import { exactTimeOf, timeOf } from '../timeTexts.ts';
import type { Actions } from './actions.ts';

/**
 * Whether the softphone is connected, whether its permissions are confirmed, and whether it has a
 * microphone.
 */
export function statusLine(state: SoftphoneState, actions: Actions, texts: Texts): HTMLElement {
  const { device, feed, asOf, microphone, grantsUntil, staleSince, whileAway, call } = state;
  const text =
    device.status === 'failed'
      ? fill(texts.deviceFailed, { problem: device.message })
      : texts.device[device.status];
  // The surrounding page shows this too, so only problems are repeated here.
  const isWell = device.status === 'registered' && feed !== 'lost';
  return h(
    'div',
    { class: 'phone-status' },
    h(
      'p',
      { class: isWell ? 'slds-assistive-text' : 'phone-status-line', role: 'status' },
      h('span', { class: `phone-dot phone-dot_${device.status}`, 'aria-hidden': 'true' }),
      text,
      feed === 'lost' &&
        (asOf === undefined
          ? texts.feedLost
          : fill(texts.feedLostAsOf, { time: exactTimeOf(asOf, state) })),
    ),
    (device.status === 'lost' || device.status === 'failed') &&
      button(texts.retry, 'text', { act: () => actions.reconnect() }),
    grantsUntil !== undefined &&
      h(
        'p',
        { class: 'phone-hint', role: 'status' },
        fill(texts.grantsUntil, { time: timeOf(grantsUntil, state) }),
      ),
    staleSince !== undefined &&
      h(
        'p',
        { class: 'phone-hint', role: 'status' },
        fill(texts.permissionsFrom, { time: timeOf(staleSince, state) }),
        whileAway !== undefined && call.status === 'open' && call.interventionId !== undefined
          ? ` ${fill(texts.whileAway, {
              silent: timeOf(whileAway.silentAt, state),
              off: timeOf(whileAway.offAt, state),
            })}`
          : '',
      ),
    cannotBeHeard(microphone) &&
      h(
        'p',
        // On the rep's own call, the customer hears silence.
        {
          class: isEngaged(call) && !call.interventionId ? 'phone-problem' : 'phone-hint',
          role: 'status',
        },
        texts.noMicrophone[microphone],
        ' ',
        button(texts.tryAgain, 'text', { act: () => actions.checkMicrophone() }),
      ),
  );
}
