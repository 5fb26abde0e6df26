import { button, h } from './dom.ts';
import type { CallView, TransferView } from './types.ts';

export interface Colleague { readonly userId: string; readonly name: string }

/** The colleagues to choose from, while the choice is open. */
export interface TransferChoice { readonly colleagues?: readonly Colleague[] }

export interface TransferActions {
  chooseColleague(): void;
  stopChoosing(): void;
  /** Finds colleagues by a part of the name. Rejects with a text to show. */
  findColleagues(search: string): Promise<readonly Colleague[]>;
  /** Warm transfer (talk first) or cold transfer (as soon as the colleague has answered). */
  transfer(toUserId: string, when: 'after_a_talk' | 'at_once'): void;
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

/** The rep's transfer: choose and ring a colleague, talk, then complete or cancel. */
export function transferPanel(call: CallView, { colleagues }: TransferChoice, actions: TransferActions): HTMLElement | undefined {
  if (call.status !== 'live' || call.rep.silenced) return undefined;
  const { transfer } = call;
  if (transfer?.status === 'requested') return underWay(transfer, actions);
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

/** The server lists 20, of which one can be the person, who is left out. */
const FULL_LIST = 19;
/** Delay of the search after the last key. */
const DEBOUNCE_MS = 200;

function choice(colleagues: readonly Colleague[], actions: TransferActions): HTMLElement {
  const search = h('input', { class: 'slds-input', id: 'colleague', type: 'search', autocomplete: 'off', placeholder: 'Search by name', 'aria-controls': 'colleagues' }) as HTMLInputElement;
  const found = h('ul', { class: 'phone-colleagues', id: 'colleagues', 'aria-label': 'Colleagues' });
  const status = h('p', { class: 'phone-hint', role: 'status' });
  const show = (names: readonly Colleague[]): void => {
    found.replaceChildren(...names.map((colleague) => colleagueRow(colleague, actions)));
    status.textContent = hintFor(names.length, search.value.trim());
  };
  let pause: ReturnType<typeof setTimeout> | undefined;
  search.addEventListener('input', () => {
    clearTimeout(pause);
    status.textContent = 'Searching…';
    pause = setTimeout(() => {
      const typed = search.value.trim();
      const isStillAsked = (): boolean => search.value.trim() === typed;
      actions.findColleagues(typed).then(
        (names) => isStillAsked() && show(names),
        (problem: unknown) => isStillAsked() && status.replaceChildren(`${(problem as Error).message} Type again to try once more.`),
      );
    }, DEBOUNCE_MS);
  });
  show(colleagues);
  const escape = (event: Event): void => {
    if ((event as KeyboardEvent).key === 'Escape') actions.stopChoosing();
  };
  return h('section', { class: 'phone-transfer', 'aria-label': 'Transfer', onkeydown: escape },
    h('label', { for: 'colleague' }, 'Transfer to'), search, status, found,
    h('p', { class: 'phone-hint' }, 'Talk first: you are all three on the call until you hand over. Transfer now: the call is theirs as soon as they answer.'),
    h('div', { class: 'phone-buttons' }, button('Cancel', 'neutral', () => actions.stopChoosing())));
}

function hintFor(count: number, typed: string): string {
  if (count >= FULL_LIST) return 'There are more. Type a part of the name to find them.';
  if (count > 0) return '';
  return typed ? `No colleague is called “${typed}”.` : 'There is no other rep in your organization.';
}

const colleagueRow = ({ userId, name }: Colleague, actions: TransferActions): HTMLElement =>
  h('li', { class: 'phone-colleague' }, h('span', { class: 'phone-colleague-name' }, name),
    h('span', { class: 'phone-colleague-ways' },
      button('Talk first', 'brand', () => actions.transfer(userId, 'after_a_talk'), { 'aria-label': `Talk to ${name} first` }),
      button('Transfer now', 'neutral', () => actions.transfer(userId, 'at_once'), { 'aria-label': `Transfer to ${name} now` })));
