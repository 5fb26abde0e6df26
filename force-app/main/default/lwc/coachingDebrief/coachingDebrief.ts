import { LightningElement, api } from 'lwc';
import { dateText, dayText } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { fieldClass } from 'c/uiField';

/** A planned debrief, as Salesforce keeps it. */
export interface Debrief {
  Id: string;
  Opportunity__r?: { Name: string };
  Rep__r?: { Name: string };
  Supervisor__r?: { Name: string };
  Coaching_Due_On__c?: string;
}

/** One planned debrief; written up here when it was held. Fires `finish`. */
export default class CoachingDebrief extends LightningElement {
  labels = labels;
  whatHappened = '';
  nextTime = '';
  error?: string;

  @api debrief!: Debrief;
  @api isSaving = false;

  get heading(): string {
    return this.debrief.Opportunity__r?.Name ?? this.people;
  }

  get people(): string {
    return fill(labels.coachWith, {
      rep: this.debrief.Rep__r?.Name,
      supervisor: this.debrief.Supervisor__r?.Name,
    });
  }

  get isOverdue(): boolean {
    const { Coaching_Due_On__c: due } = this.debrief;
    return due !== undefined && due < dayText(new Date());
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

  get dueClass(): string {
    return this.isOverdue ? 'overdue' : 'slds-text-color_weak';
  }

  get nextClass(): string {
    return fieldClass(this.error);
  }

  handleCancel(): void {
    this.error = undefined;
  }

  handleWhat(event: Event): void {
    this.whatHappened = (event.target as HTMLTextAreaElement).value;
  }

  handleNext(event: Event): void {
    this.nextTime = (event.target as HTMLTextAreaElement).value;
    this.error = undefined;
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
        },
      }),
    );
  }
}
