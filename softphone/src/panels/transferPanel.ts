import { button, h } from '../dom.ts';
import { fill, type Texts } from '../strings.ts';
import type { CallView, TransferView } from '../types.ts';
import { transferChoice } from './transferChoice.ts';
import type { TransferActions, TransferChoice } from './transfers.ts';

/**
 * Transferring the rep's call or adding somebody: choose and ring, talk, then complete or cancel.
 */
export function transferPanel(
  call: CallView,
  choice: TransferChoice,
  { actions, texts }: { readonly actions: TransferActions; readonly texts: Texts },
): HTMLElement | undefined {
  if (call.status !== 'live' || call.rep.silenced) return undefined;
  const { transfer } = call;
  if (transfer?.status === 'requested') return underWay(transfer, actions, texts);
  if (call.guests.some(({ status }) => status !== 'ended')) return undefined;
  if (choice.found) return transferChoice(call, choice, { actions, texts });
  const why =
    transfer?.because && transfer.because !== 'taken_back'
      ? fill(texts.transferEnded[transfer.because], { name: transfer.to.name })
      : undefined;
  return h(
    'div',
    { class: 'phone-transfer' },
    why && h('p', { class: 'phone-warning', role: 'status' }, why),
    button(texts.transfer, 'neutral', { act: () => actions.chooseColleague() }),
  );
}

function underWay(transfer: TransferView, actions: TransferActions, texts: Texts): HTMLElement {
  const { to } = transfer;
  return h(
    'section',
    { class: 'phone-transfer', 'aria-label': texts.transfer },
    h('p', { role: 'status' }, statusOf(transfer, texts)),
    h(
      'div',
      { class: 'phone-buttons' },
      to.present &&
        !transfer.byTakeover &&
        button(texts.handOver, 'brand', { act: () => actions.handOver() }),
      button(texts.withdraw, 'neutral', { act: () => actions.withdraw() }),
    ),
  );
}

function statusOf({ to, group, byTakeover }: TransferView, texts: Texts): string {
  if (byTakeover) return fill(texts.waitingForTakeover, { name: to.name });
  if (group) return fill(texts.ringingGroup, { name: group.name ?? texts.ownTeam });
  return fill(to.present ? texts.colleagueThere : texts.ringingColleague, { name: to.name });
}
