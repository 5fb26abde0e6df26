import { button, h } from '../dom.ts';
import type { CallElsewhere, DeviceName } from '../reach.ts';
import { fill, type Texts } from '../strings.ts';

export interface DeviceActions {
  /** Continues on another device. The current device stays connected until the other has joined. */
  changeDevice(to: DeviceName, call: { callId?: string; interventionId?: string }): void;
  /** Hangs up a call that this softphone is not in. */
  hangUpElsewhere(call: CallElsewhere): void;
  holdElsewhere(call: CallElsewhere, onHold: boolean): void;
}

/** The call that this person is on with a phone of their own, or in another window. */
export function elsewhereCard(
  call: CallElsewhere | undefined,
  isReady: boolean,
  { actions, texts }: { readonly actions: DeviceActions; readonly texts: Texts },
): HTMLElement | undefined {
  if (!call) return undefined;
  const { isRinging, interventionId, onHold, name } = call;
  const isRep = interventionId === undefined;
  if (call.device === 'softphone')
    return h(
      'section',
      { class: 'phone-call phone-elsewhere', 'aria-label': texts.returnTitle },
      h('p', { role: 'status' }, fill(texts.elsewhere.otherWindow, { name })),
      isReady &&
        button(texts.elsewhere.toHere, 'brand', {
          act: () => actions.changeDevice('softphone', call),
        }),
    );
  return h(
    'section',
    { class: 'phone-call phone-elsewhere', 'aria-label': texts.returnTitle },
    h(
      'p',
      { role: 'status' },
      isRinging
        ? texts.elsewhere.ringing
        : fill(isRep ? texts.elsewhere.rep : texts.elsewhere.supervisor, { name }),
    ),
    h(
      'div',
      { class: 'phone-buttons' },
      !isRinging &&
        isReady &&
        button(texts.elsewhere.toComputer, 'brand', {
          act: () => actions.changeDevice('softphone', call),
        }),
      !isRinging &&
        isRep &&
        button(onHold ? texts.resume : texts.hold, 'neutral', {
          act: () => actions.holdElsewhere(call, !onHold),
        }),
      // A customer who rings a rep's phone cannot be hung up from here; the phone itself can
      // decline.
      (!isRinging || !isRep) &&
        button(isRep ? texts.hangUp : texts.leaveCall, 'destructive', {
          act: () => actions.hangUpElsewhere(call),
        }),
    ),
  );
}

/** Moves the call from this softphone to the person's own phone. */
export function toPhoneButton(
  call: { callId?: string; interventionId?: string },
  { hasPhone, isChanging }: { hasPhone: boolean; isChanging: boolean },
  { actions, texts }: { readonly actions: DeviceActions; readonly texts: Texts },
): HTMLElement | undefined {
  if (isChanging) return h('p', { class: 'phone-hint', role: 'status' }, texts.elsewhere.changing);
  return hasPhone
    ? button(texts.elsewhere.toPhone, 'text', { act: () => actions.changeDevice('phone', call) })
    : undefined;
}
