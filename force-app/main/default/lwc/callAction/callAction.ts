import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { LightningElement, api } from 'lwc';
import { callRecord, recordToCall } from 'c/dealsideApi';
import { fill, labels } from 'c/dealsideLabels';
import { asProblem } from 'c/dealsideSession';

/** The action Call on a record: no screen of its own, a toast says what came of it. */
export default class CallAction extends LightningElement {
  @api recordId!: string;
  private isBusy = false;

  @api async invoke(): Promise<void> {
    // The platform invokes again for each click.
    if (this.isBusy) return;
    this.isBusy = true;
    try {
      const { customer } = await callRecord(recordToCall(this.recordId));
      this.toast('info', fill(labels.callActionCalling, { customer: customer.name }));
    } catch (fault) {
      const { message, hint } = asProblem(fault);
      this.toast('error', message, hint);
    } finally {
      this.isBusy = false;
    }
  }

  private toast(variant: 'info' | 'error', title: string, message?: string): void {
    this.dispatchEvent(new ShowToastEvent({ variant, title, message }));
  }
}
