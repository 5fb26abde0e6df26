import { countText } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { LightningElement, api } from 'lwc';

/** From how many characters before its limit a text says so: a tenth of it, and at most these. */
const NEAR_AT_MOST = 100;

type Nearness = 'far' | 'near' | 'full';

/**
 * A text field (slot) that stops at its `maxlength`: says how many characters are left once few are,
 * and the limit when it is reached.
 */
export default class UiTextLimit extends LightningElement {
  text = '';
  /** Read out only when it becomes near or full, not at each letter. */
  spoken = '';
  private nearness: Nearness = 'far';

  /** Says nothing any more, because the field was emptied by other means than typing. */
  @api clear(): void {
    this.say('far', '');
  }

  handleChange(event: Event): void {
    const { maxLength, value } = event.target as HTMLInputElement;
    if (!(maxLength > 0)) return;
    const left = Math.max(0, maxLength - value.length);
    this.say(nearnessOf(left, maxLength), textOf(left, maxLength));
  }

  private say(nearness: Nearness, text: string): void {
    this.text = nearness === 'far' ? '' : text;
    if (nearness !== this.nearness) this.spoken = this.text;
    this.nearness = nearness;
  }
}

function nearnessOf(left: number, limit: number): Nearness {
  if (left === 0) return 'full';
  return left <= Math.min(limit / 10, NEAR_AT_MOST) ? 'near' : 'far';
}

function textOf(left: number, limit: number): string {
  if (left === 0) return fill(labels.textLimitReached, { limit: countText(limit) });
  if (left === 1) return labels.textLimitLeftOne;
  return fill(labels.textLimitLeft, { count: countText(left) });
}
