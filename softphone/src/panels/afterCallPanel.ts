import { button, h } from '../dom.ts';
import type { SoftphoneState } from '../state.ts';
import type { Texts } from '../strings.ts';
import type { Actions } from './actions.ts';

/** Says that groups do not ring this rep after a call, for how long, and ends it at a click. */
export const afterCallPanel = (
  { afterCallEndsAt, call }: Pick<SoftphoneState, 'afterCallEndsAt' | 'call'>,
  actions: Pick<Actions, 'sayReady'>,
  texts: Texts,
): HTMLElement | undefined =>
  afterCallEndsAt === undefined || call.status !== 'idle'
    ? undefined
    : h(
        'section',
        { class: 'phone-after-call', 'aria-label': texts.afterCall.title },
        h('p', { role: 'status' }, h('strong', {}, texts.afterCall.title)),
        h('p', {
          class: 'phone-timer',
          role: 'timer',
          'aria-label': texts.afterCall.timeLeft,
          'data-until': String(afterCallEndsAt),
        }),
        h('p', { class: 'phone-hint' }, texts.afterCall.hint),
        h(
          'div',
          { class: 'phone-buttons' },
          button(texts.afterCall.ready, 'brand', { act: () => actions.sayReady() }),
        ),
      );
