import type { CallView } from 'c/callModel';
import { callRecord, recordToCall, type RecordToCall } from 'c/dealsideApi';
import { fill, labels } from 'c/dealsideLabels';
import { asProblem } from 'c/dealsideSession';
import LightningConfirm from 'lightning/confirm';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { LightningElement, api } from 'lwc';

/** Thrown if the person decides to stay on the call that they supervise. */
const STAYS = new Error('stays');

/**
 * The action Call on a record. It has no screen of its own, and shows the result in a toast. An
 * error stays until the person closes it, because nothing else on the page says it.
 */
export default class CallAction extends LightningElement {
  @api recordId!: string;
  private isBusy = false;

  @api async invoke(): Promise<void> {
    // The platform invokes this method again for each click.
    if (this.isBusy) return;
    this.isBusy = true;
    try {
      const { customer } = await this.call(recordToCall(this.recordId));
      this.toast('info', fill(labels.callActionCalling, { customer: customer.name }));
    } catch (fault) {
      if (fault === STAYS) return;
      const { message, hint } = asProblem(fault);
      this.toast('error', message, hint);
    } finally {
      this.isBusy = false;
    }
  }

  /** Asks a person who supervises a call whether to leave it for this one. */
  private async call(record: RecordToCall): Promise<CallView> {
    try {
      return await callRecord(record);
    } catch (fault) {
      const { message, otherCall } = asProblem(fault);
      if (!otherCall) throw fault;
      const leaves = await LightningConfirm.open({
        label: labels.callLeaveAndCall,
        message: `${message} ${labels.callLeaveAndCallQuestion}`,
      });
      if (!leaves) throw STAYS;
      return callRecord(record, { moveFrom: otherCall.interventionId });
    }
  }

  private toast(variant: 'info' | 'error', title: string, message?: string): void {
    const mode = variant === 'error' ? 'sticky' : 'dismissible';
    this.dispatchEvent(new ShowToastEvent({ variant, mode, title, message }));
  }
}
