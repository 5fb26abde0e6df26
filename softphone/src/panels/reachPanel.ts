import { button, h } from '../dom.ts';
import { readableNumber } from '../phoneNumber.ts';
import type { DeviceName, Reach } from '../reach.ts';
import { fill, type Texts } from '../strings.ts';

/** The open parts of the choice. */
export interface ReachChoice {
  readonly reach?: 'open';
  /** The number on which a code is being spoken. */
  readonly codeFor?: string;
}

export interface ReachActions {
  openReach(): void;
  closeReach(): void;
  chooseReach(device: DeviceName, number?: string): void;
  askReachCode(number: string): void;
  confirmReach(code: string): void;
}

/** The device on which calls reach this person, and the choice of it. */
export function reachPanel(
  reach: Reach | undefined,
  { reach: isOpen, codeFor }: ReachChoice,
  { actions, texts }: { readonly actions: ReachActions; readonly texts: Texts },
): HTMLElement | undefined {
  if (!reach) return undefined;
  if (!isOpen)
    return h(
      'p',
      { class: 'phone-reach' },
      h('span', {}, fill(texts.reach.now, { where: nameOf(reach, reach.device, texts) })),
      button(texts.reach.change, 'text', {
        act: () => actions.openReach(),
        more: {
          'aria-label': texts.reach.title,
        },
      }),
    );
  return h(
    'section',
    { class: 'phone-call phone-reach-choice', 'aria-label': texts.reach.title },
    h('h2', {}, texts.reach.title),
    deviceChoice(reach, actions, texts),
    h('p', { class: 'phone-hint' }, texts.reach.keyHint),
    codeFor ? codeForm(codeFor, actions, texts) : numberForm(actions, texts),
    button(texts.close, 'neutral', { act: () => actions.closeReach() }),
  );
}

const nameOf = ({ number = '', sip = '' }: Reach, device: DeviceName, texts: Texts): string =>
  fill(texts.reach.devices[device], { number: readableNumber(number), address: sip });

/** Has no id, so that redrawing shows the server's value instead of keeping the selected one. */
function deviceChoice(reach: Reach, actions: ReachActions, texts: Texts): HTMLElement {
  const option = (value: string, text: string, isSelected: boolean): HTMLElement =>
    h('option', { value, selected: isSelected }, text);
  const { device, number, numbers, sip } = reach;
  const select = h(
    'select',
    { class: 'slds-select' },
    option('softphone', texts.reach.devices.softphone, device === 'softphone'),
    ...numbers.map((own) =>
      option(
        `phone ${own.number}`,
        fill(texts.reach.devices.phone, { number: readableNumber(own.number) }),
        device === 'phone' && own.number === number,
      ),
    ),
    sip !== undefined &&
      option('sip', fill(texts.reach.devices.sip, { address: sip }), device === 'sip'),
  ) as HTMLSelectElement;
  select.addEventListener('change', () => {
    const [chosen, chosenNumber] = select.value.split(' ');
    actions.chooseReach(chosen as DeviceName, chosenNumber);
  });
  return h('label', { class: 'phone-field' }, h('span', {}, texts.reach.device), select);
}

function numberForm(actions: ReachActions, texts: Texts): HTMLElement {
  const number = h('input', {
    class: 'slds-input',
    id: 'reach-number',
    type: 'tel',
    autocomplete: 'tel',
  }) as HTMLInputElement;
  return h(
    'form',
    {
      class: 'phone-reach-form',
      onsubmit: (event) => {
        event.preventDefault();
        if (number.value.trim()) actions.askReachCode(number.value.trim());
      },
    },
    h('label', { for: 'reach-number' }, texts.reach.otherNumber),
    number,
    h('button', { type: 'submit', class: 'slds-button slds-button_neutral' }, texts.reach.callMe),
  );
}

function codeForm(number: string, actions: ReachActions, texts: Texts): HTMLElement {
  const code = h('input', {
    class: 'slds-input',
    id: 'reach-code',
    inputmode: 'numeric',
    autocomplete: 'one-time-code',
    maxlength: '6',
  }) as HTMLInputElement;
  return h(
    'form',
    {
      class: 'phone-reach-form',
      onsubmit: (event) => {
        event.preventDefault();
        actions.confirmReach(code.value.trim());
      },
    },
    h('p', { role: 'status' }, fill(texts.reach.calling, { number })),
    h('label', { for: 'reach-code' }, texts.reach.code),
    code,
    h('button', { type: 'submit', class: 'slds-button slds-button_brand' }, texts.reach.confirm),
    button(texts.cancel, 'text', { act: () => actions.openReach() }),
  );
}
