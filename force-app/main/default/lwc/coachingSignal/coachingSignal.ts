import { countText, dateText } from 'c/callModel';
import { decideTraining, type TrainingSignal } from 'c/coachingApi';
import { fill, labels } from 'c/dealsideLabels';
import { createAction, IDLE, type ActionState } from 'c/dealsideLoader';
import { recordPage } from 'c/dealsidePages';
import { fieldClass } from 'c/uiField';
import { NavigationMixin } from 'lightning/navigation';
import { LightningElement, api } from 'lwc';

type Status = 'planned' | 'dismissed';

/** A reason that came back across a team, its calls, and the decision. Fires `decided`. */
export default class CoachingSignal extends NavigationMixin(LightningElement) {
  labels = labels;
  saving: ActionState = IDLE;
  error?: string;
  status: Status = 'planned';
  private note = '';
  private readonly save = createAction((state) => {
    this.saving = state;
  });

  @api signal!: TrainingSignal;

  get isOpen(): boolean {
    return this.signal.decision === undefined;
  }

  get facts(): string {
    const { total, reps, manager, raisedAt } = this.signal;
    return fill(manager ? labels.signalFactsOf : labels.signalFacts, {
      calls: countText(total),
      reps: countText(reps.length),
      manager,
      date: dateText(raisedAt),
    });
  }

  get repNames(): string {
    return this.signal.reps.join(', ');
  }

  get decisionText(): string | undefined {
    const { decision } = this.signal;
    return (
      decision &&
      fill(decision.status === 'planned' ? labels.signalPlanned : labels.signalDismissed, {
        who: decision.by,
        date: dateText(decision.at),
      })
    );
  }

  get calls(): { key: string; text: string; dealId?: string }[] {
    return this.signal.calls.map(({ callId, repName, customerName, startedAt, opportunityId }) => ({
      key: callId,
      text: fill(labels.signalCall, {
        rep: repName,
        customer: customerName,
        date: dateText(startedAt),
      }),
      dealId: opportunityId,
    }));
  }

  get callsTitle(): string {
    const { calls, total } = this.signal;
    return calls.length < total
      ? fill(labels.signalCallsLatest, { shown: countText(calls.length), total: countText(total) })
      : fill(labels.signalCalls, { total: countText(total) });
  }

  get choices(): { value: Status; label: string; checked: boolean }[] {
    const choice = (value: Status, label: string) => ({
      value,
      label,
      checked: this.status === value,
    });
    return [choice('planned', labels.signalPlan), choice('dismissed', labels.signalDismiss)];
  }

  get name(): string {
    return `decision-${this.signal.signalId}`;
  }

  get noteClass(): string {
    return fieldClass(this.error);
  }

  handleDeal(event: Event): void {
    const { deal } = (event.currentTarget as HTMLElement).dataset;
    this[NavigationMixin.Navigate](recordPage('Opportunity', deal!));
  }

  handleStatus(event: Event): void {
    this.status = (event.target as HTMLInputElement).value as Status;
  }

  handleNote(event: Event): void {
    this.note = (event.target as HTMLTextAreaElement).value;
    this.error = undefined;
  }

  handleCancel(): void {
    this.error = undefined;
  }

  async handleSave(): Promise<void> {
    const note = this.note.trim();
    this.error = note ? undefined : labels.signalNoteRequired;
    if (!note) return;
    await this.save(async () => {
      const signal = await decideTraining(this.signal.signalId, this.status, note);
      this.dispatchEvent(new CustomEvent('decided', { detail: { signal } }));
    });
  }
}
