import { LightningElement, api } from 'lwc';

/** Shown in place of missing content, with the reason. */
export default class UiEmptyState extends LightningElement {
  @api icon = 'utility:call';
  @api heading = '';
  @api text?: string;
}
