import { sameRecord } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { closeTakenOff, subscribe, type TakenOff } from 'c/liveFeed';
import { LightningElement, api } from 'lwc';

/**
 * Why Dealside took this person off a call, and what they can do, until they close it or are on a
 * call again. A toast reads it out, so this is no live region.
 */
export default class CallTakenOff extends LightningElement {
  labels = labels;
  takenOff?: TakenOff;
  private unsubscribe?: () => void;

  /** On the page of an opportunity: only of its calls. */
  @api recordId?: string;

  connectedCallback(): void {
    this.unsubscribe = subscribe(({ takenOff }) => {
      if (takenOff !== this.takenOff) this.takenOff = takenOff;
    });
  }

  disconnectedCallback(): void {
    this.unsubscribe?.();
  }

  get isShown(): boolean {
    const { takenOff, recordId } = this;
    if (!takenOff || takenOff.isSeen) return false;
    return recordId === undefined || sameRecord(takenOff.opportunityId, recordId);
  }

  get heading(): string {
    return fill(labels.takenOff, { rep: this.takenOff!.repName });
  }

  handleClose(): void {
    closeTakenOff();
  }
}
