import { button, h } from '../dom.ts';
import { isHeardByRepOnly, replacesRep } from '../modes.ts';
import { fill, firstNameOf, type Texts } from '../strings.ts';
import type { CallView, Mode, Supervision, Vocabulary } from '../types.ts';
import type { Actions, ChoiceParts } from './actions.ts';
import { scriptLines } from './scriptLines.ts';
import { textLimit } from './textLimit.ts';

/** What the supervision panel needs besides the call. */
export interface ReasonFormParts {
  readonly choosing: ChoiceParts;
  readonly choose: (mode?: ChoiceParts['mode']) => void;
  readonly words: Vocabulary | undefined;
  readonly actions: Actions;
  readonly texts: Texts;
}

/**
 * Asks for the reason of a barge or takeover. At a takeover, also asks what a rep who is on the
 * call should do.
 */
export function reasonForm(
  mode: Mode,
  {
    own,
    call,
    choose,
    words,
    actions,
    texts,
  }: ReasonFormParts & { readonly own: Supervision; readonly call: CallView },
): HTMLElement {
  const { present } = call.rep;
  const rep = firstNameOf(call.rep);
  const asksAboutRep = replacesRep(mode) && present;
  const reason = h(
    'select',
    { class: 'slds-select', id: 'reason', required: true },
    h('option', { value: '' }, texts.selectReason),
    ...(words?.reasons ?? []).map(({ code, label }) =>
      h('option', { value: code, selected: code === own.reasonCode }, label),
    ),
  ) as HTMLSelectElement;
  const note = h('input', {
    class: 'slds-input',
    id: 'note',
    placeholder: texts.note,
    'aria-label': texts.note,
    maxlength: '255',
  }) as HTMLInputElement;
  const stays = h(
    'select',
    { class: 'slds-select', 'aria-label': texts.whatAboutRep },
    h('option', { value: 'leaves' }, fill(texts.repLeaves, { rep })),
    h('option', { value: 'listens' }, fill(texts.repListens, { rep })),
  ) as HTMLSelectElement;
  const whisperSkipped =
    present &&
    !replacesRep(mode) &&
    !own.modeHistory.some((change) => isHeardByRepOnly(change.mode));
  const submit = (event: Event): void => {
    event.preventDefault();
    choose(undefined);
    actions.switchTo(mode, {
      reasonCode: reason.value,
      note: note.value,
      whisperSkipped,
      ...(asksAboutRep && { repAfterTakeover: stays.value as 'leaves' | 'listens' }),
    });
  };
  return h(
    'form',
    { class: 'phone-reason', onsubmit: submit },
    h('label', { for: 'reason' }, replacesRep(mode) ? texts.whyTakeover : texts.whyBarge),
    reason,
    note,
    textLimit(note, texts),
    asksAboutRep && stays,
    scriptLines(call, mode, { when: 'opening', texts }),
    whisperSkipped && h('p', { class: 'phone-hint' }, fill(texts.whisperFirst, { rep })),
    h(
      'div',
      { class: 'phone-buttons' },
      h(
        'button',
        { class: 'slds-button slds-button_brand', type: 'submit' },
        replacesRep(mode) ? texts.takeoverNow : texts.bargeNow,
      ),
      button(texts.cancel, 'neutral', { act: () => choose(undefined) }),
    ),
  );
}
