import { steppedDownText, type CallView } from 'c/callModel';
import { LightningElement, api } from 'lwc';

/**
 * Why Dealside moved this person to a quieter mode, and what they can still use, until they change
 * the mode. A toast reads it out, so this is no live region.
 */
export default class CallSteppedDown extends LightningElement {
  @api call!: CallView;

  get heading(): string | undefined {
    return steppedDownText(this.call);
  }
}
