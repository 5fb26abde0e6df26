import { button, h } from '../dom.ts';
import { dueReview } from '../practice.ts';
import { callsReachPhone } from '../reach.ts';
import type { SoftphoneState } from '../state.ts';
import { fill, type Texts } from '../strings.ts';
import type { Actions } from './actions.ts';

/** The checklist after a practice call, until the rep has sent it. */
export function practiceReview(
  { call, rings, practice }: SoftphoneState,
  actions: Actions,
  texts: Texts,
): HTMLElement | undefined {
  const due = call.status === 'idle' && rings.length === 0 ? dueReview(practice) : undefined;
  return due && review(due, actions, texts);
}

/** Calls to practice customers. */
export function practicePanel(
  { call, rings, practice, device, reach }: SoftphoneState,
  actions: Actions,
  texts: Texts,
): HTMLElement | undefined {
  if (call.status !== 'idle' || rings.length > 0 || !practice) return undefined;
  if (practice.scenarios.length === 0 || dueReview(practice)) return undefined;
  const isOff = device.status !== 'registered' && !callsReachPhone(reach);
  return h(
    'details',
    { class: 'phone-practice' },
    h('summary', {}, texts.practice.title),
    h('p', { class: 'phone-hint' }, texts.practice.hint),
    h(
      'ul',
      {},
      ...practice.scenarios.map(({ code, title, brief }) =>
        h(
          'li',
          {},
          h('strong', {}, title),
          h('p', { class: 'phone-hint' }, brief),
          h(
            'button',
            {
              type: 'button',
              class: 'slds-button slds-button_neutral',
              disabled: isOff,
              'aria-label': fill(texts.practice.callWho, { title }),
              onclick: () => actions.practice(code),
            },
            texts.practice.call,
          ),
        ),
      ),
    ),
  );
}

function review(
  { callId, title, checklist }: NonNullable<ReturnType<typeof dueReview>>,
  actions: Actions,
  texts: Texts,
): HTMLElement {
  const boxes = checklist.map(({ code, text }) => {
    const box = h('input', { type: 'checkbox', value: code }) as HTMLInputElement;
    return { box, line: h('label', { class: 'phone-practice-item' }, box, h('span', {}, text)) };
  });
  return h(
    'section',
    { class: 'phone-practice phone-reach-choice', 'aria-label': texts.practice.review },
    h('h2', {}, texts.practice.review),
    h('p', {}, title),
    h('p', { class: 'phone-hint' }, texts.practice.reviewHint),
    ...boxes.map(({ line }) => line),
    button(texts.practice.save, 'brand', {
      act: () =>
        actions.reviewPractice(
          callId,
          boxes.flatMap(({ box }) => (box.checked ? [box.value] : [])),
        ),
    }),
  );
}
