import { dateText, todayText } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { fieldClass } from 'c/uiField';
import { LightningElement, api } from 'lwc';

/** A planned debrief, as stored in Salesforce. */
export interface Debrief {
  Id: string;
  /** The debrief's id in Dealside. */
  External_Id__c?: string;
  /** Why there is a debrief of a call that nobody had to join; Salesforce has no record of it. */
  ofCall?: { readonly why: string; readonly note?: string };
  /** Whose part is next, as Salesforce knows it. */
  Coaching_Stage__c?: string;
  Opportunity__r?: { Name: string };
  Rep__r?: { Name: string };
  Supervisor__c?: string;
  Supervisor__r?: { Name: string };
  Joined_At__c?: string;
  Coaching_Due_On__c?: string;
}

/** What coaching should address or recognize: the values of Call Intervention, Observation. */
const OBSERVATIONS: readonly [value: string, label: string][] = [
  ['', labels.coachObservationNone],
  ['knowledge_gap', labels.coachKnowledgeGap],
  ['policy_confusion', labels.coachPolicyConfusion],
  ['workflow_inefficiency', labels.coachWorkflowInefficiency],
  ['strength', labels.coachStrength],
];

const LOOK_AGAIN_MS = 10_000;

/**
 * One planned debrief. Its supervisor completes it here after it was held. Fires `finish`, and `look`
 * every few seconds while Salesforce does not know yet that it can be completed: it may have come to
 * know that just before the live feed was open.
 */
export default class CoachingDebrief extends LightningElement {
  labels = labels;
  whatHappened = '';
  nextTime = '';
  observation = '';
  error?: string;
  stage?: string;
  customerName?: string;

  @api debrief!: Debrief;
  @api isSaving = false;
  /** Only the supervisor of a debrief may write notes. */
  @api mayWrite = false;

  private looksAgain?: ReturnType<typeof setTimeout>;

  renderedCallback(): void {
    this.lookAgain();
  }

  disconnectedCallback(): void {
    clearTimeout(this.looksAgain);
    this.looksAgain = undefined;
  }

  private lookAgain(): void {
    if (!this.waitsForOrg || this.looksAgain !== undefined) return;
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- cleared when the debrief is gone
    this.looksAgain = setTimeout(() => {
      this.looksAgain = undefined;
      if (this.waitsForOrg) this.dispatchEvent(new CustomEvent('look'));
      this.lookAgain();
    }, LOOK_AGAIN_MS);
  }

  get observations(): { value: string; label: string; selected: boolean }[] {
    return OBSERVATIONS.map(([value, label]) => ({
      value,
      label,
      selected: value === this.observation,
    }));
  }

  get isReadOnly(): boolean {
    return !this.mayWrite;
  }

  /** The supervisor can complete it once both have done their part. */
  get mayComplete(): boolean {
    return this.mayWrite && (!this.debrief.External_Id__c || this.isReady) && !this.waitsForOrg;
  }

  /** Salesforce refuses to complete what it does not know yet to be ready. */
  get waitsForOrg(): boolean {
    const { External_Id__c: id, ofCall, Coaching_Stage__c: stage } = this.debrief;
    return this.mayWrite && id !== undefined && this.isReady && !ofCall && stage !== 'ready';
  }

  private get isReady(): boolean {
    return this.stage === 'ready';
  }

  get why(): string | undefined {
    return this.debrief.ofCall?.why;
  }

  get note(): string | undefined {
    return this.debrief.ofCall?.note;
  }

  /** Observations are kept with interventions. */
  get hasObservation(): boolean {
    return !this.debrief.ofCall;
  }

  handleStage(event: CustomEvent<{ stage: string; customerName: string }>): void {
    this.stage = event.detail.stage;
    this.customerName = event.detail.customerName;
  }

  /** Which call it is about, where no deal says so. */
  get about(): string | undefined {
    const { Joined_At__c: joinedAt } = this.debrief;
    if (this.isNamedAfterDeal || !joinedAt || !this.customerName) return undefined;
    return fill(labels.coachCall, { customer: this.customerName, date: dateText(joinedAt) });
  }

  get byWhom(): string {
    return fill(labels.coachBySupervisor, { supervisor: this.debrief.Supervisor__r?.Name });
  }

  get heading(): string {
    return this.debrief.Opportunity__r?.Name ?? this.people;
  }

  get isNamedAfterDeal(): boolean {
    return this.heading !== this.people;
  }

  get people(): string {
    return fill(labels.coachWith, {
      rep: this.debrief.Rep__r?.Name,
      supervisor: this.debrief.Supervisor__r?.Name,
    });
  }

  get isOverdue(): boolean {
    const { Coaching_Due_On__c: due } = this.debrief;
    return due !== undefined && due < todayText();
  }

  get due(): string | undefined {
    const { Coaching_Due_On__c: due } = this.debrief;
    return (
      due &&
      fill(this.isOverdue ? labels.coachOverdue : labels.coachDue, {
        date: dateText(`${due}T12:00:00`),
      })
    );
  }

  get hasDue(): boolean {
    return this.due !== undefined;
  }

  get dueClass(): string {
    return this.isOverdue ? 'overdue' : 'slds-text-color_weak';
  }

  get nextClass(): string {
    return fieldClass(this.error);
  }

  /** What was entered is gone with the form, so it must not be sent from the next one. */
  handleCancel(): void {
    this.error = undefined;
    this.whatHappened = '';
    this.nextTime = '';
    this.observation = '';
  }

  handleWhat(event: Event): void {
    this.whatHappened = (event.target as HTMLTextAreaElement).value;
  }

  handleNext(event: Event): void {
    this.nextTime = (event.target as HTMLTextAreaElement).value;
    this.error = undefined;
  }

  handleObservation(event: Event): void {
    this.observation = (event.target as HTMLSelectElement).value;
  }

  handleSave(): void {
    this.error = this.nextTime.trim() ? undefined : labels.coachNextRequired;
    if (this.error) return;
    this.dispatchEvent(
      new CustomEvent('finish', {
        detail: {
          interventionId: this.debrief.Id,
          whatHappened: this.whatHappened.trim(),
          nextTime: this.nextTime.trim(),
          ...(this.observation && { observation: this.observation }),
        },
      }),
    );
  }
}
