import { button, h } from '../dom.ts';
import { fill, type Texts } from '../strings.ts';
import type { CallView, GuestView } from '../types.ts';
import type { TransferActions } from './transfers.ts';

/**
 * The third party on the call, shown to everybody on it. `may` is what this person can do about
 * them. Undefined without a third party.
 */
export function guestPanel(
  { guests, transfer, status }: CallView,
  may: { readonly remove: boolean; readonly leave: boolean },
  { actions, texts }: { readonly actions: TransferActions; readonly texts: Texts },
): HTMLElement | undefined {
  const guest = guests.at(-1);
  if (status !== 'live' || !guest) return undefined;
  const { guestId, name } = guest;
  const isOver = guest.status === 'ended';
  if (isOver && (guest.because === 'removed' || transfer?.status === 'requested')) return undefined;
  return h(
    'section',
    { class: 'phone-transfer', 'aria-label': texts.thirdParty },
    h('p', { role: 'status', ...(isOver && { class: 'phone-warning' }) }, statusOf(guest, texts)),
    !isOver &&
      h(
        'div',
        { class: 'phone-buttons' },
        may.leave &&
          guest.kind === 'number' &&
          guest.status === 'present' &&
          button(texts.leaveToGuest, 'brand', { act: () => actions.leaveToGuest(guestId) }),
        may.remove &&
          button(
            guest.status === 'ringing' ? texts.stopRinging : fill(texts.removeGuest, { name }),
            'neutral',
            { act: () => actions.removeGuest(guestId) },
          ),
      ),
  );
}

function statusOf({ status, because, name }: GuestView, texts: Texts): string {
  if (status === 'ended') return because ? fill(texts.guestEnded[because], { name }) : '';
  return fill(
    {
      ringing: texts.ringingColleague,
      present: texts.guestThere,
      has_call: texts.guestHasCall,
    }[status],
    { name },
  );
}
