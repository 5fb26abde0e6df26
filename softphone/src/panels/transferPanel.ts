import { button, h } from '../dom.ts';
import { fill, type Texts } from '../strings.ts';
import type { CallView, TransferView } from '../types.ts';
import { transferChoice } from './transferChoice.ts';

export interface Colleague {
  readonly userId: string;
  readonly name: string;
}

/** A group that inbound calls ring; without a name it is the rep's own team. */
export interface TransferGroup {
  readonly group: string;
  readonly name?: string;
}

/** Some of the colleagues found, and how many there are in all. */
export interface FoundColleagues {
  readonly colleagues: readonly Colleague[];
  readonly total: number;
}

/** Whom to choose from, while the choice is open. */
export interface TransferChoice {
  readonly found?: FoundColleagues;
  readonly managers?: readonly Colleague[];
  readonly groups?: readonly TransferGroup[];
}

/** Somebody of the org, a group, or a number as it was typed. */
export type TransferTarget =
  { readonly toUserId: string } | { readonly toGroup: string } | { readonly toNumber: string };

/** Warm transfer (talk first), cold transfer (once they have answered), or to stay together. */
export type TransferWay = 'after_a_talk' | 'at_once' | 'together';

export interface TransferActions {
  chooseColleague(): void;
  stopChoosing(): void;
  /** Finds colleagues by a part of the name, from the given place. Rejects with a text to show. */
  findColleagues(search: string, from: number): Promise<FoundColleagues>;
  transfer(to: TransferTarget, way: TransferWay, holdCustomer: boolean): void;
  handOver(): void;
  takeBack(): void;
  removeGuest(guestId: string): void;
  /** Leaves the call to the outside number that is there. */
  leaveToGuest(guestId: string): void;
}

/**
 * The rep's way to hand the call on or to add somebody: choose and ring, talk, then hand over or
 * take back.
 */
export function transferPanel(
  call: CallView,
  choice: TransferChoice,
  actions: TransferActions,
  texts: Texts,
): HTMLElement | undefined {
  if (call.status !== 'live' || call.rep.silenced) return undefined;
  const { transfer } = call;
  if (transfer?.status === 'requested') return underWay(transfer, actions, texts);
  if (call.guests.some(({ status }) => status !== 'ended')) return undefined;
  if (choice.found) return transferChoice(call, choice, actions, texts);
  const why =
    transfer?.because && transfer.because !== 'taken_back'
      ? fill(texts.transferEnded[transfer.because], { name: transfer.to.name })
      : undefined;
  return h(
    'div',
    { class: 'phone-transfer' },
    why && h('p', { class: 'phone-warning', role: 'status' }, why),
    button(texts.transfer, 'neutral', () => actions.chooseColleague()),
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
        button(texts.handOver, 'brand', () => actions.handOver()),
      button(texts.takeBack, 'neutral', () => actions.takeBack()),
    ),
  );
}

function statusOf({ to, group, byTakeover }: TransferView, texts: Texts): string {
  if (byTakeover) return fill(texts.waitingForTakeover, { name: to.name });
  if (group) return fill(texts.ringingGroup, { name: group.name ?? texts.ownTeam });
  return fill(to.present ? texts.colleagueThere : texts.ringingColleague, { name: to.name });
}
