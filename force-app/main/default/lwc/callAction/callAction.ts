import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { LightningElement, api } from 'lwc';
import { callRecord, type RecordToCall } from 'c/dealsideApi';
import { fill, labels } from 'c/dealsideLabels';
import { asProblem } from 'c/dealsideSession';

/** How the ids of records begin, in every org; those of contacts and leads are called alike. */
const ACCOUNT = '001';
const OPPORTUNITY = '006';

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

function recordToCall(recordId: string): RecordToCall {
  if (recordId.startsWith(OPPORTUNITY)) return { opportunityId: recordId };
  return recordId.startsWith(ACCOUNT) ? { accountId: recordId } : { contactId: recordId };
}
