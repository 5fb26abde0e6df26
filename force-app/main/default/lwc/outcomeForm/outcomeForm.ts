import {
  addWorkingDays,
  dateTimeText,
  MODES,
  todayText,
  type InterventionView,
  type Mode,
  type Problem,
  type Vocabulary,
} from 'c/callModel';
import type { OutcomeGiven } from 'c/dealsideApi';
import { fill, labels } from 'c/dealsideLabels';
import { fieldClass } from 'c/uiField';
import { LightningElement, api } from 'lwc';

/** Used until the org's own rule is loaded. */
const DUE_AFTER_WORKING_DAYS = 2;

const PRAISE_REASON = 'positive_recognition';

/**
 * Asks how an intervention ended, and whether to plan a debrief with the rep. Fires `save` or
 * `later`.
 */
export default class OutcomeForm extends LightningElement {
  labels = labels;
  outcome = '';
  note = '';
  tag = '';
  praised = false;
  wantsCoaching = true;
  chosenDueOn?: string;
  topic = '';
  outcomeError?: string;
  dueError?: string;

  @api intervention!: InterventionView;
  @api vocabulary?: Vocabulary;
  @api problem?: Problem;
  @api isSaving = false;

  get subtitle(): string {
    return fill(labels.outcomeSubtitle, {
      rep: this.intervention.repName,
      customer: this.intervention.customerName,
    });
  }

  /** The mode that went furthest, which tells two interventions on one call apart. */
  get mode(): Mode | undefined {
    const used = this.intervention.modeHistory.map(({ mode }) => mode);
    return MODES.findLast((mode) => used.includes(mode));
  }

  /** Why the supervisor joined: the reason given for it, or that of the help request. */
  get reasonText(): string | undefined {
    const { reasonCode, answers } = this.intervention;
    const given = this.vocabulary?.reasons.find(({ code }) => code === reasonCode)?.label;
    const reason = given ?? answers?.reasonLabel;
    return reason && `${labels.reasonLabel}: ${reason}`;
  }

  /** How long the outcome has been due, as a duration. */
  get whenText(): string | undefined {
    const { leftAt, outcomeDueAt } = this.intervention;
    if (!leftAt || !outcomeDueAt) return undefined;
    const isLate = Date.parse(outcomeDueAt) <= Date.now();
    return fill(isLate ? labels.outcomeWasDue : labels.outcomeIsDue, {
      ended: dateTimeText(leftAt),
      due: dateTimeText(outcomeDueAt),
    });
  }

  /** Whether the reason, which counts as praise, does not say it already. */
  get asksForPraise(): boolean {
    return this.intervention.reasonCode !== PRAISE_REASON;
  }

  get praisedLabel(): string {
    return fill(labels.outcomePraised, { rep: this.intervention.repName });
  }

  get coachingLabel(): string {
    return fill(labels.outcomeCoaching, { rep: this.intervention.repName });
  }

  get options(): { value: string; label: string; checked: boolean }[] {
    return (this.vocabulary?.outcomes ?? []).map(({ code, label }) => ({
      value: code,
      label,
      checked: code === this.outcome,
    }));
  }

  get hasTags(): boolean {
    return (this.vocabulary?.tags ?? []).length > 0;
  }

  get tagOptions(): { value: string; selected: boolean }[] {
    return (this.vocabulary?.tags ?? []).map((value) => ({ value, selected: value === this.tag }));
  }

  get groupName(): string {
    return `outcome-${this.intervention.interventionId}`;
  }

  get saveLabel(): string {
    return this.isSaving ? labels.outcomeSaving : labels.outcomeSave;
  }

  get dueOn(): string {
    const days = this.vocabulary?.debriefDueDays ?? DUE_AFTER_WORKING_DAYS;
    return this.chosenDueOn ?? addWorkingDays(todayText(), days);
  }

  get today(): string {
    return todayText();
  }

  get outcomeClass(): string {
    return fieldClass(this.outcomeError);
  }

  get dueClass(): string {
    return fieldClass(this.dueError);
  }

  handleOutcome(event: Event): void {
    this.outcome = (event.target as HTMLInputElement).value;
    this.outcomeError = undefined;
  }

  handleNote(event: Event): void {
    this.note = (event.target as HTMLInputElement).value;
  }

  handleTag(event: Event): void {
    this.tag = (event.target as HTMLSelectElement).value;
  }

  handlePraised(event: Event): void {
    this.praised = (event.target as HTMLInputElement).checked;
  }

  handleCoaching(event: Event): void {
    this.wantsCoaching = (event.target as HTMLInputElement).checked;
  }

  handleDue(event: Event): void {
    this.chosenDueOn = (event.target as HTMLInputElement).value;
    this.dueError = undefined;
  }

  handleTopic(event: Event): void {
    this.topic = (event.target as HTMLInputElement).value;
  }

  handleLater(): void {
    this.dispatchEvent(new CustomEvent('later'));
  }

  handleSave(): void {
    this.outcomeError = this.outcome ? undefined : labels.outcomeRequired;
    this.dueError =
      this.wantsCoaching && !(this.dueOn >= this.today) ? labels.outcomeDueRequired : undefined;
    if (this.outcomeError || this.dueError) return;
    const [note, topic] = [this.note.trim(), this.topic.trim()];
    const detail: OutcomeGiven = {
      outcome: this.outcome,
      ...(note && { note }),
      ...(this.tag && { tag: this.tag }),
      ...(this.praised && { praised: true }),
      ...(this.wantsCoaching && { coaching: { dueOn: this.dueOn, ...(topic && { note: topic }) } }),
    };
    this.dispatchEvent(new CustomEvent('save', { detail }));
  }
}
