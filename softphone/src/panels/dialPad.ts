import { h } from '../dom.ts';
import { callsReachPhone } from '../reach.ts';
import type { SoftphoneState } from '../state.ts';
import type { Texts } from '../strings.ts';
import type { Actions } from './actions.ts';
import { seenNumber } from './seenNumber.ts';

const FEWEST_DIGITS = 7;
const STOPPED_TYPING_MS = 400;
const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];

/** The number to call while there is no call, and the keypad during one. */
export function dialPad(
  { call, rings, me, device, reach }: SoftphoneState,
  actions: Actions,
  texts: Texts,
): HTMLElement | undefined {
  if ((call.status === 'idle' && rings.length > 0) || !me?.takesCalls)
    return call.status === 'idle' && rings.length === 0 && me && !me.takesCalls
      ? h('p', { class: 'phone-idle' }, texts.selectCall)
      : undefined;
  if (call.status === 'idle') {
    const number = h('input', {
      class: 'slds-input',
      type: 'tel',
      id: 'number',
      placeholder: '+1 415 555 0142',
      autocomplete: 'off',
    }) as HTMLInputElement;
    const seen = h('div', {});
    let asking: ReturnType<typeof setTimeout> | undefined;
    number.addEventListener('input', () => {
      clearTimeout(asking);
      seen.replaceChildren();
      const written = number.value.replace(/[^+\d]/g, '');
      if (written.length < FEWEST_DIGITS) return;
      asking = setTimeout(
        () => seen.replaceChildren(seenNumber(written, actions, texts)),
        STOPPED_TYPING_MS,
      );
    });
    const dial = (event: Event): void => {
      event.preventDefault();
      actions.dial(number.value.replace(/[^+\d]/g, ''));
    };
    return h(
      'form',
      { class: 'phone-dial', onsubmit: dial },
      h('label', { for: 'number' }, texts.number),
      number,
      digitKeys((digit) => {
        number.value += digit;
        number.dispatchEvent(new Event('input'));
      }),
      seen,
      h(
        'button',
        {
          class: 'slds-button slds-button_success',
          type: 'submit',
          disabled: device.status !== 'registered' && !callsReachPhone(reach),
        },
        texts.dial,
      ),
      h('p', { class: 'phone-hint' }, texts.noEmergencyCalls),
    );
  }
  return h(
    'details',
    { class: 'phone-keys' },
    h('summary', {}, texts.keypad),
    digitKeys((digit) => actions.press(digit)),
  );
}

const digitKeys = (press: (digit: string) => void): HTMLElement =>
  h(
    'div',
    { class: 'phone-digits' },
    ...DIGITS.map((digit) =>
      h('button', { type: 'button', class: 'phone-digit', onclick: () => press(digit) }, digit),
    ),
  );
