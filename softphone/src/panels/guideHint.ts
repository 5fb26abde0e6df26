import { h } from '../dom.ts';
import { isSilent } from '../modes.ts';
import { currentCall, ownIntervention, type SoftphoneState } from '../state.ts';
import { fill, TEXTS } from '../strings.ts';

/**
 * Tells a supervisor whom the customer hears to think of handing back, and one who was silent that
 * the call went back.
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
 * There also while it is empty, so that what comes is read out, unless the page around this one
 * does.
 */
export function guideHint(state: SoftphoneState): HTMLElement {
  const text = guideText(state);
  return h(
    'div',
    { role: state.hasCallBar ? undefined : 'status', 'data-guide': 'hint' },
    text && h('p', { class: 'phone-warning' }, text),
  );
}
