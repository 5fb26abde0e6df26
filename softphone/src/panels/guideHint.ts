import { h } from '../dom.ts';
import { isSilent } from '../modes.ts';
import type { Guidance } from '../quiet.ts';
import { fill, type Texts } from '../strings.ts';
import type { CallView, Supervision } from '../types.ts';

/**
 * Tells a supervisor whom the customer hears to think of handing back, and one who was silent that
 * the call went back. There also while it is empty, so that what comes is read out.
 */
export function guideHint(
  own: Supervision,
  call: CallView,
  guidance: Guidance | undefined,
  texts: Texts,
): HTMLElement {
  const warning = (text: string): HTMLElement =>
    h('p', { class: 'phone-warning' }, fill(text, { rep: call.rep.name }));
  return h(
    'div',
    { role: 'status', 'data-guide': 'hint' },
    guidance && warning(texts.guidance[guidance]),
    own.mode !== undefined &&
      isSilent(own.mode) &&
      own.modeHistory.at(-1)?.because === 'quiet' &&
      warning(texts.steppedDown),
  );
}
