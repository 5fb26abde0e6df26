import { h } from './dom.ts';
import type { CallView, TransferView } from './types.ts';

export interface Colleague { readonly userId: string; readonly name: string }

/** What the person is in the middle of: the colleagues to choose from, while choosing. */
export interface TransferChoice { readonly colleagues?: readonly Colleague[] }

export interface TransferActions {
  chooseColleague(): void;
  stopChoosing(): void;
  transfer(toUserId: string): void;
  handOver(): void;
  takeBack(): void;
}

const ENDED: Record<NonNullable<TransferView['because']>, (name: string) => string> = {
  taken_back: () => '',
  not_answered: (name) => `${name} did not answer. You still have the call.`,
  not_rung: (name) => `${name} could not be rung. You still have the call.`,
  colleague_left: (name) => `${name} has left. You still have the call.`,
  taken_over: (name) => `${name} was let go, because a supervisor takes over.`,
};

/** The rep's way to hand the call to a colleague: choose and ring, talk, then hand over or take back. */
export function transferPanel(call: CallView, { colleagues }: TransferChoice, actions: TransferActions): HTMLElement | undefined {
  if (call.status !== 'live' || call.rep.silenced) return undefined;
  const { transfer } = call;
  if (transfer?.status === 'asked') return underWay(transfer, actions);
  if (colleagues) return choice(colleagues, actions);
  const why = transfer?.because && ENDED[transfer.because](transfer.to.name);
  return h('div', { class: 'phone-transfer' },
    why && h('p', { class: 'phone-warning', role: 'status' }, why),
    button('Transfer', 'neutral', () => actions.chooseColleague()));
}

function underWay({ to }: TransferView, actions: TransferActions): HTMLElement {
  return h('section', { class: 'phone-transfer', 'aria-label': 'Transfer' },
    h('p', { role: 'status' }, to.present ? `${to.name} is on the call with you.` : `Ringing ${to.name}…`),
    h('div', { class: 'phone-buttons' },
      to.present && button('Hand over', 'brand', () => actions.handOver()),
      button('Take back', 'neutral', () => actions.takeBack())));
}

function choice(colleagues: readonly Colleague[], actions: TransferActions): HTMLElement {
  const whom = h('select', { class: 'slds-select', id: 'colleague', required: true }, h('option', { value: '' }, 'Choose a colleague'),
    ...colleagues.map(({ userId, name }) => h('option', { value: userId }, name))) as HTMLSelectElement;
  const submit = (event: Event): void => {
    event.preventDefault();
    actions.transfer(whom.value);
  };
  return h('form', { class: 'phone-transfer', onsubmit: submit, 'aria-label': 'Transfer' },
    h('label', { for: 'colleague' }, 'Transfer to'), whom,
    colleagues.length === 0 && h('p', { class: 'phone-hint' }, 'There is no other rep in your organisation.'),
    h('div', { class: 'phone-buttons' },
      h('button', { class: 'slds-button slds-button_brand', type: 'submit', disabled: colleagues.length === 0 }, 'Ring'),
      button('Cancel', 'neutral', () => actions.stopChoosing())));
}

const button = (text: string, tone: 'neutral' | 'brand', act: () => void): HTMLElement =>
  h('button', { type: 'button', class: `slds-button slds-button_${tone}`, onclick: act }, text);
