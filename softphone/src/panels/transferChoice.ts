import { button, h } from '../dom.ts';
import { shownProblem } from '../server.ts';
import { fill, type Texts } from '../strings.ts';
import type { CallView } from '../types.ts';
import { groupRows, includes, isNumber, type TransferRow } from './transferRows.ts';
import type {
  Colleague,
  FoundColleagues,
  TransferActions,
  TransferChoice,
  TransferTarget,
  TransferWay,
} from './transfers.ts';

/** Delay of the search after the last key. */
const DEBOUNCE_MS = 200;

const EVERY_WAY: readonly TransferWay[] = ['after_a_talk', 'at_once', 'together'];

/** The choice of a target to transfer to or to add: by part of a name, by group, or by number. */
export function transferChoice(
  call: CallView,
  { found: first, managers = [], groups = [] }: TransferChoice,
  { actions, texts }: { readonly actions: TransferActions; readonly texts: Texts },
): HTMLElement {
  const search = h('input', {
    class: 'slds-input',
    id: 'colleague',
    type: 'search',
    autocomplete: 'off',
    placeholder: texts.searchByNameOrNumber,
    'aria-controls': 'colleagues',
  }) as HTMLInputElement;
  const list = h('ul', {
    class: 'phone-colleagues',
    id: 'colleagues',
    'aria-label': texts.colleagues,
  });
  const hint = h('p', { class: 'phone-hint', role: 'status' });
  const more = h('div', {});
  const hold = h('input', { type: 'checkbox', id: 'hold-customer' }) as HTMLInputElement;
  const choose = (to: TransferTarget, way: TransferWay): void =>
    actions.transfer(to, way, hold.checked);
  let shown: readonly Colleague[] = [];

  const show = ({ colleagues, total }: FoundColleagues, isNext = false): void => {
    const typed = search.value.trim();
    shown = isNext ? [...shown, ...colleagues] : colleagues;
    const rows = [
      ...numberRow(typed),
      ...supervisorRows(call, managers, { typed, texts }),
      ...groupRows(groups, typed, texts),
      ...shown
        .filter(({ userId }) => managers.every((manager) => manager.userId !== userId))
        .map(({ userId, name }): TransferRow => ({
          name,
          to: { toUserId: userId },
          ways: EVERY_WAY,
        })),
    ];
    list.replaceChildren(...rows.map((row) => rowElement(row, choose, texts)));
    hint.textContent = hintFor({ count: shown.length, total, rows: rows.length, typed }, texts);
    more.replaceChildren(
      ...(shown.length < total
        ? [button(texts.showMore, 'neutral', { act: () => find(true) })]
        : []),
    );
  };

  const find = (isNext: boolean): void => {
    const typed = search.value.trim();
    const isStillAsked = (): boolean => search.value.trim() === typed;
    actions.findColleagues(isNumber(typed) ? '' : typed, isNext ? shown.length : 0).then(
      (result) => isStillAsked() && show(result, isNext),
      (problem: unknown) =>
        isStillAsked() &&
        hint.replaceChildren(
          fill(texts.typeAgain, { problem: shownProblem(problem, texts).message }),
        ),
    );
  };
  let pause: ReturnType<typeof setTimeout> | undefined;
  search.addEventListener('input', () => {
    clearTimeout(pause);
    hint.textContent = texts.searching;
    pause = setTimeout(() => find(false), DEBOUNCE_MS);
  });
  if (first) show(first);
  return h(
    'section',
    {
      class: 'phone-transfer',
      'aria-label': texts.transfer,
      onkeydown: (event) => {
        if ((event as KeyboardEvent).key === 'Escape') actions.stopChoosing();
      },
    },
    h('label', { for: 'colleague' }, texts.transferTo),
    search,
    hint,
    h(
      'label',
      { class: 'phone-option', for: 'hold-customer' },
      hold,
      h('span', {}, fill(texts.holdCustomer, { customer: call.customer.name })),
    ),
    list,
    more,
    h('p', { class: 'phone-hint' }, texts.transferWays),
    h(
      'div',
      { class: 'phone-buttons' },
      button(texts.cancel, 'neutral', { act: () => actions.stopChoosing() }),
    ),
  );
}

const numberRow = (typed: string): TransferRow[] =>
  isNumber(typed) ? [{ name: typed, to: { toNumber: typed }, ways: EVERY_WAY }] : [];

/**
 * The rep's managers, and supervisors who are on the call; the latter take over without ringing.
 */
function supervisorRows(
  { interventions }: CallView,
  managers: readonly Colleague[],
  { typed, texts }: { readonly typed: string; readonly texts: Texts },
): TransferRow[] {
  const onCall = interventions.flatMap(({ status, supervisor }) =>
    status === 'active' ? [supervisor] : [],
  );
  const others = managers.filter(({ userId }) => onCall.every((one) => one.userId !== userId));
  return [
    ...onCall.map(({ userId, name }): TransferRow => ({
      name,
      about: texts.onThisCall,
      to: { toUserId: userId },
      ways: ['after_a_talk'],
      isOnCall: true,
    })),
    ...others.map(({ userId, name }): TransferRow => ({
      name,
      about: texts.yourManager,
      to: { toUserId: userId },
      ways: EVERY_WAY,
    })),
  ].filter(({ name }) => includes(name, typed));
}

interface Found {
  /** The number of colleagues listed, of all matches, and of rows including groups. */
  readonly count: number;
  readonly total: number;
  readonly rows: number;
  readonly typed: string;
}

function hintFor({ count, total, rows, typed }: Found, texts: Texts): string {
  if (count < total)
    return fill(texts.someOfColleagues, { count: String(count), total: String(total) });
  if (rows > 0) return '';
  return typed ? fill(texts.noMatch, { search: typed }) : texts.noColleagues;
}

function rowElement(
  { name, about, to, ways, isOnCall }: TransferRow,
  choose: (to: TransferTarget, way: TransferWay) => void,
  texts: Texts,
): HTMLElement {
  return h(
    'li',
    { class: 'phone-colleague' },
    h(
      'span',
      { class: 'phone-colleague-name' },
      name,
      about && h('span', { class: 'phone-hint' }, ` ${about}`),
    ),
    h(
      'span',
      { class: 'phone-colleague-ways' },
      ...ways.map((way) =>
        button(
          isOnCall ? texts.handOver : texts.ways[way],
          way === 'after_a_talk' ? 'brand' : 'neutral',
          {
            act: () => choose(to, way),
            more: {
              'aria-label': fill(isOnCall ? texts.handOverTo : texts.waysTo[way], { name }),
            },
          },
        ),
      ),
    ),
  );
}
