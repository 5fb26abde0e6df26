import { button, h } from '../dom.ts';
import type { Ring } from '../line.ts';
import type { SoftphoneState } from '../state.ts';
import { fill, type Texts } from '../strings.ts';
import type { Actions } from './actions.ts';
import { dealOfRing, meanwhileOn, supervisingText, type Meanwhile } from './ringSpeech.ts';

/** One card for each ringing line. Its buttons act on that line. */
export function ringCards(
  state: SoftphoneState,
  actions: Actions,
  texts: Texts,
): HTMLElement | undefined {
  const { rings } = state;
  if (rings.length === 0) return undefined;
  const meanwhile = meanwhileOn(state);
  return h(
    'div',
    { class: 'phone-rings', role: 'group', 'aria-label': texts.incomingCall },
    ...rings.map((ring) =>
      ringCard(ring, { meanwhile, deal: dealOfRing(ring, state) }, { actions, texts }),
    ),
  );
}

/**
 * Another line cannot be answered during a call, because the call would be cut off. A call that is
 * only supervised can be left with the same click.
 */
function ringCard(
  { lineId, name, lostRep }: Ring,
  { meanwhile, deal }: { readonly meanwhile: Meanwhile; readonly deal: string | undefined },
  { actions, texts }: { readonly actions: Actions; readonly texts: Texts },
): HTMLElement {
  return h(
    'section',
    { class: 'phone-call phone-ring', 'data-line': lineId, 'aria-label': texts.incomingCall },
    h('p', { class: 'phone-hint' }, texts.incomingCall),
    h('h1', { class: 'phone-name' }, name),
    deal && h('p', {}, deal),
    lostRep !== undefined &&
      h('p', { class: 'phone-warning' }, fill(texts.ringsForLostRep, { rep: lostRep })),
    meanwhile === 'own' && h('p', { class: 'phone-hint' }, texts.hangUpFirst),
    typeof meanwhile === 'object' &&
      h('p', { class: 'phone-hint' }, supervisingText(meanwhile, texts)),
    h(
      'div',
      { class: 'phone-buttons' },
      typeof meanwhile === 'object' &&
        button(texts.leaveAndAnswer, 'success', {
          act: () => actions.leaveAndAnswer(lineId),
          more: {
            'aria-label': fill(texts.leaveAndAnswerWho, { name }),
          },
        }),
      meanwhile === 'none' &&
        button(texts.answer, 'success', {
          act: () => actions.answer(lineId),
          more: {
            'aria-label': fill(texts.answerWho, { name }),
          },
        }),
      button(texts.decline, 'destructive', {
        act: () => actions.decline(lineId),
        more: {
          'aria-label': fill(texts.declineWho, { name }),
        },
      }),
    ),
  );
}
