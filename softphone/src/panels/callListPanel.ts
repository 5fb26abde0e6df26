import { currentEntry, isDone, type CallList } from '../callList.ts';
import { button, h } from '../dom.ts';
import { isEngaged } from '../line.ts';
import { readableNumber } from '../phoneNumber.ts';
import { callsReachPhone } from '../reach.ts';
import type { SoftphoneState } from '../state.ts';
import { fill, type Texts } from '../strings.ts';
import type { Actions } from './actions.ts';
import { seenNumber } from './seenNumber.ts';

/**
 * The people to call one after another: the current one, and what can be done.
 * @param isElsewhere the person is on a call with a phone of their own
 */
export function callListPanel(
  { list, call, rings, device, reach }: SoftphoneState,
  isElsewhere: boolean,
  { actions, texts }: { readonly actions: Actions; readonly texts: Texts },
): HTMLElement | undefined {
  if (!list) return undefined;
  const entry = currentEntry(list);
  const { callList } = texts;
  const count = (key: 'called' | 'skipped'): string =>
    fill(callList[key], { count: String(list[key]) });
  if (!entry || isDone(list))
    return section(
      texts,
      h('p', { role: 'status' }, callList.done),
      h('p', { class: 'phone-hint' }, `${count('called')} · ${count('skipped')}`),
      button(texts.close, 'neutral', { act: () => actions.closeList() }),
    );
  const isOnCall = isEngaged(call) || isElsewhere;
  const isBusy = isOnCall || rings.length > 0;
  return section(
    texts,
    h(
      'p',
      { class: 'phone-hint', role: 'status' },
      fill(callList.progress, { at: String(list.at + 1), of: String(list.entries.length) }),
    ),
    h('p', { class: 'phone-list-name' }, entry.name),
    entry.detail && h('p', { class: 'phone-hint' }, entry.detail),
    numberOf(list, actions, texts),
    !list.callId && seenNumber(entry.numbers[list.number], actions, texts),
    h(
      'div',
      { class: 'phone-buttons' },
      list.callId
        ? !isBusy && button(callList.next, 'brand', { act: () => actions.nextInList() })
        : !isBusy &&
            button(texts.dial, 'success', {
              act: () => actions.callFromList(),
              more: {
                'aria-label': fill(callList.callWho, { name: entry.name }),
                ...(device.status !== 'registered' && !callsReachPhone(reach) && { disabled: '' }),
              },
            }),
      !list.callId &&
        !isBusy &&
        button(callList.skip, 'neutral', { act: () => actions.skipInList() }),
      !isOnCall && button(callList.stop, 'neutral', { act: () => actions.closeList() }),
    ),
  );
}

const section = (texts: Texts, ...children: (HTMLElement | false | string | undefined)[]) =>
  h(
    'section',
    { class: 'phone-call phone-list', 'aria-label': texts.callList.title },
    h('h2', { class: 'phone-list-title' }, texts.callList.title),
    ...children,
  );

/** The number of the record, or a choice of several. */
function numberOf(list: CallList, actions: Actions, texts: Texts): HTMLElement | undefined {
  const numbers = currentEntry(list)?.numbers ?? [];
  if (numbers.length === 0) return h('p', { class: 'phone-hint' }, texts.callList.numberOfRecord);
  if (numbers.length === 1 || list.callId)
    return h('p', {}, readableNumber(numbers[list.number] ?? ''));
  const choice = h(
    'select',
    {
      class: 'slds-select',
      'aria-label': texts.number,
      onchange: () => actions.chooseListNumber(choice.selectedIndex),
    },
    ...numbers.map((number, i) =>
      h('option', { selected: i === list.number }, readableNumber(number)),
    ),
  ) as HTMLSelectElement;
  return choice;
}
