import { LightningElement, api } from 'lwc';

/** What stands in the place of content that is not there, and why. */
export default class UiEmptyState extends LightningElement {
  @api icon = 'utility:call';
  @api heading = '';
  @api text?: string;
}
