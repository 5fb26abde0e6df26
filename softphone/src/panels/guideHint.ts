import { h } from '../dom.ts';
import { isSilent } from '../modes.ts';
import { currentCall, ownIntervention, type SoftphoneState } from '../state.ts';
import { fill, TEXTS } from '../strings.ts';

/**
 * Suggests handing back to a supervisor whom the customer hears, and tells one who was stepped down
 * for being quiet that the rep leads the call again.
 */
export function guideText(state: SoftphoneState): string | undefined {
  const [call, own] = [currentCall(state), ownIntervention(state)];
  if (!call || !own) return undefined;
  const texts = TEXTS[state.language];
  const hasSteppedDown =
    own.mode !== undefined && isSilent(own.mode) && own.modeHistory.at(-1)?.because === 'quiet';
  const text = state.guidance
    ? texts.guidance[state.guidance]
    : hasSteppedDown
      ? texts.steppedDown
      : undefined;
  return text && fill(text, { rep: call.rep.name });
}

/**
 * Rendered even while empty, so that screen readers announce new text. If the surrounding page has
 * the controls, it announces the text.
 */
export function guideHint(state: SoftphoneState): HTMLElement {
  const text = guideText(state);
  return h(
    'div',
    { role: state.hasCallBar ? undefined : 'status', 'data-guide': 'hint' },
    text && h('p', { class: 'phone-warning' }, text),
  );
}
