import { h } from '../dom.ts';
import { readableNumber } from '../phoneNumber.ts';
import { fill, type Texts } from '../strings.ts';
import type { Actions } from './actions.ts';

/** The number that the customer would see if called, once the server has answered. */
export function seenNumber(
  to: string | undefined,
  actions: Pick<Actions, 'seenBy'>,
  texts: Texts,
): HTMLElement {
  const place = h('p', { class: 'phone-hint phone-seen', role: 'status' });
  if (to)
    void actions.seenBy(to).then((number) => {
      place.textContent = number ? fill(texts.theyWillSee, { number: readableNumber(number) }) : '';
    });
  return place;
}
