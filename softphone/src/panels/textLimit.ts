import { h } from '../dom.ts';
import { fill, type Texts } from '../strings.ts';

/** From how many characters before its limit a text says so: a tenth of it, and at most these. */
const NEAR_AT_MOST = 100;

type LimitTexts = Pick<Texts, 'limitReached' | 'limitLeft' | 'limitLeftOne'>;
type Nearness = 'far' | 'near' | 'full';

function nearnessOf(length: number, limit: number): Nearness {
  const left = limit - length;
  if (left <= 0) return 'full';
  return left <= Math.min(limit / 10, NEAR_AT_MOST) ? 'near' : 'far';
}

/** What a field says that stops at its limit: how many characters are left once few are, or the limit. */
export function limitText(length: number, limit: number, texts: LimitTexts): string {
  const nearness = nearnessOf(length, limit);
  if (nearness === 'far') return '';
  if (nearness === 'full') return fill(texts.limitReached, { limit: String(limit) });
  const left = limit - length;
  return left === 1 ? texts.limitLeftOne : fill(texts.limitLeft, { count: String(left) });
}

/**
 * What is read out as the text grows and shrinks, by its lengths one after the other: undefined
 * while it stays far from its limit, near to it, or at it.
 */
export function spokenLimits(
  limit: number,
  texts: LimitTexts,
): (length: number) => string | undefined {
  let before: Nearness = 'far';
  return (length) => {
    const nearness = nearnessOf(length, limit);
    if (nearness === before) return undefined;
    before = nearness;
    return limitText(length, limit, texts);
  };
}

/** The line below a text field with a `maxlength`: it changes at each letter, and is read out rarely. */
export function textLimit(field: HTMLInputElement, texts: LimitTexts): HTMLElement {
  const shown = h('p', { class: 'phone-hint phone-limit', 'aria-hidden': 'true' });
  const spoken = h('p', { class: 'slds-assistive-text', role: 'status' });
  const speak = spokenLimits(field.maxLength, texts);
  field.addEventListener('input', ({ isTrusted }) => {
    const { length } = field.value;
    shown.textContent = limitText(length, field.maxLength, texts);
    const words = speak(length);
    // A field that is drawn again has its text without anybody typing.
    if (words !== undefined && isTrusted) spoken.textContent = words;
  });
  return h('div', {}, shown, spoken);
}
