import { h } from '../dom.ts';
import { fill, type Texts } from '../strings.ts';

/** From how many characters before its limit a text says so: a tenth of it, and at most these. */
const NEAR_AT_MOST = 100;

type LimitTexts = Pick<Texts, 'limitReached' | 'limitLeft' | 'limitLeftOne'>;

/** What a field says that stops at its limit: how many characters are left once few are, or the limit. */
export function limitText(length: number, limit: number, texts: LimitTexts): string {
  const left = Math.max(0, limit - length);
  if (left > Math.min(limit / 10, NEAR_AT_MOST)) return '';
  if (left === 0) return fill(texts.limitReached, { limit: String(limit) });
  return left === 1 ? texts.limitLeftOne : fill(texts.limitLeft, { count: String(left) });
}

/** The line below a text field with a `maxlength` that says it. */
export function textLimit(field: HTMLInputElement, texts: LimitTexts): HTMLElement {
  const line = h('p', { class: 'phone-hint phone-limit', role: 'status' });
  field.addEventListener('input', () => {
    line.textContent = limitText(field.value.length, field.maxLength, texts);
  });
  return line;
}
