import { button, h } from '../dom.ts';
import { fill, type Texts } from '../strings.ts';
import type { CallView, TransferView } from '../types.ts';

export interface Colleague {
  readonly userId: string;
  readonly name: string;
}

/** The colleagues to choose from, while the choice is open. */
export interface TransferChoice {
  readonly colleagues?: readonly Colleague[];
}

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

/**
 * The rep's way to hand the call to a colleague: choose and ring, talk, then hand over or take
 * back.
 */
export function transferPanel(
  call: CallView,
  { colleagues }: TransferChoice,
  actions: TransferActions,
  texts: Texts,
): HTMLElement | undefined {
  if (call.status !== 'live' || call.rep.silenced) return undefined;
  const { transfer } = call;
  if (transfer?.status === 'requested') return underWay(transfer, actions, texts);
  if (colleagues) return choice(colleagues, actions, texts);
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

function underWay({ to }: TransferView, actions: TransferActions, texts: Texts): HTMLElement {
  return h(
    'section',
    { class: 'phone-transfer', 'aria-label': texts.transfer },
    h(
      'p',
      { role: 'status' },
      fill(to.present ? texts.colleagueThere : texts.ringingColleague, { name: to.name }),
    ),
    h(
      'div',
      { class: 'phone-buttons' },
      to.present && button(texts.handOver, 'brand', () => actions.handOver()),
      button(texts.takeBack, 'neutral', () => actions.takeBack()),
    ),
  );
}

/** The server lists 20, of which one can be the person, who is left out. */
const FULL_LIST = 19;
/** Delay of the search after the last key. */
const DEBOUNCE_MS = 200;

function choice(
  colleagues: readonly Colleague[],
  actions: TransferActions,
  texts: Texts,
): HTMLElement {
  const search = h('input', {
    class: 'slds-input',
    id: 'colleague',
    type: 'search',
    autocomplete: 'off',
    placeholder: texts.searchByName,
    'aria-controls': 'colleagues',
  }) as HTMLInputElement;
  const found = h('ul', {
    class: 'phone-colleagues',
    id: 'colleagues',
    'aria-label': texts.colleagues,
  });
  const hint = h('p', { class: 'phone-hint', role: 'status' });
  const show = (names: readonly Colleague[]): void => {
    found.replaceChildren(...names.map((colleague) => colleagueRow(colleague, actions, texts)));
    hint.textContent = hintFor(names.length, search.value.trim(), texts);
  };
  let pause: ReturnType<typeof setTimeout> | undefined;
  search.addEventListener('input', () => {
    clearTimeout(pause);
    hint.textContent = texts.searching;
    pause = setTimeout(() => {
      const typed = search.value.trim();
      const isStillAsked = (): boolean => search.value.trim() === typed;
      actions.findColleagues(typed).then(
        (names) => isStillAsked() && show(names),
        (problem: unknown) =>
          isStillAsked() &&
          hint.replaceChildren(fill(texts.typeAgain, { problem: (problem as Error).message })),
      );
    }, DEBOUNCE_MS);
  });
  show(colleagues);
  const escape = (event: Event): void => {
    if ((event as KeyboardEvent).key === 'Escape') actions.stopChoosing();
  };
  return h(
    'section',
    { class: 'phone-transfer', 'aria-label': texts.transfer, onkeydown: escape },
    h('label', { for: 'colleague' }, texts.transferTo),
    search,
    hint,
    found,
    h('p', { class: 'phone-hint' }, texts.transferWays),
    h(
      'div',
      { class: 'phone-buttons' },
      button(texts.cancel, 'neutral', () => actions.stopChoosing()),
    ),
  );
}

function hintFor(count: number, typed: string, texts: Texts): string {
  if (count >= FULL_LIST) return texts.moreColleagues;
  if (count > 0) return '';
  return typed ? fill(texts.noMatch, { search: typed }) : texts.noColleagues;
}

const colleagueRow = (
  { userId, name }: Colleague,
  actions: TransferActions,
  texts: Texts,
): HTMLElement =>
  h(
    'li',
    { class: 'phone-colleague' },
    h('span', { class: 'phone-colleague-name' }, name),
    h(
      'span',
      { class: 'phone-colleague-ways' },
      button(texts.talkFirst, 'brand', () => actions.transfer(userId, 'after_a_talk'), {
        'aria-label': fill(texts.talkFirstTo, { name }),
      }),
      button(texts.transferNow, 'neutral', () => actions.transfer(userId, 'at_once'), {
        'aria-label': fill(texts.transferNowTo, { name }),
      }),
    ),
  );
