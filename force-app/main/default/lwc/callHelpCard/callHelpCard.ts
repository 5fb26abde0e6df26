import { aboutText, mayJoin, type CallView, type Problem } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import type InterventionFlow from 'c/interventionFlow';
import { LightningElement, api } from 'lwc';

/** A rep who is waiting for help. One click joins the call. */
export default class CallHelpCard extends LightningElement {
  labels = labels;
  isSending = false;
  problem?: Problem;

  @api call!: CallView;

  get title(): string {
    const { help, rep } = this.call;
    return fill(labels.helpAsked, { rep: rep.name, reason: help?.reasonLabel });
  }

  get about(): string {
    return aboutText(this.call);
  }

  get canJoin(): boolean {
    return mayJoin(this.call);
  }

  get joinName(): string {
    return fill(labels.helpJoinWho, { rep: this.call.rep.name });
  }

  async handleJoin(): Promise<void> {
    if (this.isSending) return;
    this.problem = undefined;
    const end = await (this.refs!.flow as unknown as InterventionFlow).joinToHelp();
    this.isSending = false;
    if (end.status === 'refused') this.problem = end.problem;
  }

  handleProgress(event: CustomEvent<{ isSending: boolean }>): void {
    this.isSending = event.detail.isSending;
  }
}
