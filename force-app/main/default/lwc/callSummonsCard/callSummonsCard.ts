import { aboutText, mayJoin, type CallView, type Problem } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { createAction } from 'c/dealsideLoader';
import type InterventionFlow from 'c/interventionFlow';
import { answerSummons, openSummonses, summonsText } from 'c/wordsApi';
import { LightningElement, api } from 'lwc';

/** A compliance alert that this person should look at: join with one click, or answer it without joining. */
export default class CallSummonsCard extends LightningElement {
  labels = labels;
  isSending = false;
  /** Whether it is being answered without a join. */
  isTaking = false;
  problem?: Problem;
  private readonly take = createAction(({ isBusy, problem }) => {
    this.isSending = isBusy;
    this.isTaking = isBusy;
    this.problem = problem;
  });

  @api call!: CallView;

  get texts(): { id: string; text: string }[] {
    return openSummonses(this.call).map((summons) => ({
      id: summons.alertId,
      text: summonsText(this.call, summons),
    }));
  }

  get title(): string {
    return fill(labels.summonsItem, { rep: this.call.rep.name });
  }

  get about(): string {
    return aboutText(this.call);
  }

  get canJoin(): boolean {
    return mayJoin(this.call);
  }

  get takeLabel(): string {
    return this.isTaking ? labels.outcomeSaving : labels.summonsTake;
  }

  get joinName(): string {
    return fill(labels.summonsJoinWho, { rep: this.call.rep.name });
  }

  handleTake(): void {
    if (!this.isSending) void this.take(() => this.answerAll());
  }

  async handleJoin(): Promise<void> {
    if (this.isSending) return;
    this.problem = undefined;
    const end = await (this.refs!.flow as unknown as InterventionFlow).join(() => this.answerAll());
    this.isSending = false;
    if (end.status === 'refused') this.problem = end.problem;
  }

  handleProgress(event: CustomEvent<{ isSending: boolean }>): void {
    this.isSending = event.detail.isSending;
  }

  private async answerAll(): Promise<void> {
    for (const { alertId } of openSummonses(this.call))
      await answerSummons(this.call.callId, alertId);
  }
}
