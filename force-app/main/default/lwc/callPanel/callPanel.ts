import USER_ID from '@salesforce/user/Id';
import type { CallView } from 'c/callModel';
import { LightningElement, api } from 'lwc';

/**
 * A call and what this person can do on it: the rep handles it, a supervisor joins and changes
 * modes.
 */
export default class CallPanel extends LightningElement {
  userId = USER_ID;

  @api call!: CallView;
  @api showOpportunity = false;

  get isRep(): boolean {
    return this.call.you.relation === 'rep';
  }
}
