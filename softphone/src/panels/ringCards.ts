import type { Actions } from './actions.ts';
import { button, h } from '../dom.ts';
import { isEngaged, type Ring } from '../line.ts';
import type { SoftphoneState } from '../state.ts';
import { fill, type Texts } from '../strings.ts';
import type { CallView } from '../types.ts';

/** A card for each of those who ring; its buttons act on the one it names. */
export function ringCards(
  { rings, call, calls }: SoftphoneState,
  actions: Actions,
  texts: Texts,
): HTMLElement | undefined {
  if (rings.length === 0) return undefined;
  return h(
    'div',
    { class: 'phone-rings', role: 'group', 'aria-label': texts.incomingCall },
    ...rings.map((ring) => ringCard(ring, isEngaged(call), dealOf(ring, calls), actions, texts)),
  );
}

const dealOf = ({ callId }: Ring, calls: readonly CallView[]): string | undefined =>
  callId === undefined ? undefined : calls.find((one) => one.callId === callId)?.opportunity?.name;

/** During a call nobody else can be answered: the call would be cut. */
function ringCard(
  { lineId, name, lostRep }: Ring,
  isOnCall: boolean,
  deal: string | undefined,
  actions: Actions,
  texts: Texts,
): HTMLElement {
  return h(
    'section',
    { class: 'phone-call phone-ring', 'data-line': lineId, 'aria-label': texts.incomingCall },
    h('p', { class: 'phone-hint' }, texts.incomingCall),
    h('h1', { class: 'phone-name' }, name),
    deal && h('p', {}, deal),
    lostRep !== undefined &&
      h('p', { class: 'phone-warning' }, fill(texts.ringsForLostRep, { rep: lostRep })),
    isOnCall && h('p', { class: 'phone-hint' }, texts.hangUpFirst),
    h(
      'div',
      { class: 'phone-buttons' },
      !isOnCall &&
        button(texts.answer, 'success', () => actions.answer(lineId), {
          'aria-label': fill(texts.answerWho, { name }),
        }),
      button(texts.decline, 'destructive', () => actions.decline(lineId), {
        'aria-label': fill(texts.declineWho, { name }),
      }),
    ),
  );
}
