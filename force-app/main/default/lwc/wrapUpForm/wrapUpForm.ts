import {
  addWorkingDays,
  todayText,
  type DispositionView,
  type Problem,
  type Vocabulary,
} from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { createLoader, NOT_LOADED, type Loaded } from 'c/dealsideLoader';
import { fieldClass } from 'c/uiField';
import {
  draftOf,
  saveDraft,
  recordsOf,
  type CallRecord,
  type RepCall,
  type WrapUp,
} from 'c/wrapUpCalls';
import { LightningElement, api } from 'lwc';

const FOLLOW_UP_AFTER_WORKING_DAYS = 1;
/** The choice to log the call on no record. */
const NO_RECORD = 'none';

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly checked: boolean;
}
interface Group {
  readonly family: string;
  readonly label: string;
  readonly choices: Choice[];
}

type Records = Awaited<ReturnType<typeof recordsOf>>;

/**
 * Asks how a rep's own call went: disposition, notes, next step, record. The browser keeps the
 * input until it is saved. Fires `save` or `later`.
 */
export default class WrapUpForm extends LightningElement {
  labels = labels;
  disposition = '';
  notes = '';
  wantsFollowUp = false;
  dueOn = addWorkingDays(todayText(), FOLLOW_UP_AFTER_WORKING_DAYS);
  subject = '';
  dispositionError?: string;
  dueError?: string;
  isDraft = false;
  records: Loaded<Records> = NOT_LOADED;
  isChoosing = false;
  /** The id of the chosen contact or lead, or `none`. */
  private record?: string;
  private shown?: RepCall;
  private readonly recordsLoader = createLoader(recordsOf, (state) => {
    this.records = state;
  });

  @api vocabulary?: Vocabulary;
  @api problem?: Problem;
  @api isSaving = false;

  @api
  get call(): RepCall {
    return this.shown!;
  }
  set call(call: RepCall) {
    const isAnother = call.callId !== this.shown?.callId;
    this.shown = call;
    if (isAnother) this.restore();
  }

  renderedCallback(): void {
    // A template cannot set a textarea's value.
    const field = this.template!.querySelector('textarea');
    if (field && field.value !== this.notes) field.value = this.notes;
  }

  get groups(): Group[] {
    const families = new Map<string, DispositionView[]>();
    for (const one of this.vocabulary?.dispositions ?? [])
      families.set(one.family, [...(families.get(one.family) ?? []), one]);
    const wasReached = this.call.result === 'answered';
    // Families that fit the call come first.
    const rank = (family: string): number => Number((family === 'not_reached') === wasReached);
    return [...families]
      .sort(([a], [b]) => rank(a) - rank(b))
      .map(([family, all]) => ({
        family,
        label: all[0]!.familyLabel,
        choices: all.map(({ code, label }) => ({
          value: code,
          label,
          checked: code === this.disposition,
        })),
      }));
  }

  get groupName(): string {
    return `disposition-${this.call.callId}`;
  }

  get recordName(): string {
    return `record-${this.call.callId}`;
  }

  get saveLabel(): string {
    return this.isSaving ? labels.outcomeSaving : labels.outcomeSave;
  }

  get today(): string {
    return todayText();
  }

  get dispositionClass(): string {
    return fieldClass(this.dispositionError);
  }

  get dueClass(): string {
    return fieldClass(this.dueError);
  }

  get subjectPlaceholder(): string {
    return fill(labels.wrapUpSubjectPlaceholder, { customer: this.call.record.name });
  }

  /** The name of the record that the call is logged on. */
  get recordText(): string {
    if (this.record === NO_RECORD) return labels.wrapUpNoRecord;
    const chosen = this.records.value?.records.find(({ contactId }) => contactId === this.record);
    return recordText(chosen ?? this.call.record);
  }

  get recordChoices(): Choice[] {
    const current = this.record ?? this.call.record.contactId ?? NO_RECORD;
    return [
      ...(this.records.value?.records ?? []).map((record) => ({
        value: record.contactId!,
        label: recordText(record),
        checked: record.contactId === current,
      })),
      { value: NO_RECORD, label: labels.wrapUpNoRecord, checked: current === NO_RECORD },
    ];
  }

  get areMore(): boolean {
    return Boolean(this.records.value?.areMore);
  }

  get canChange(): boolean {
    return Boolean(this.call.phone) && !this.isChoosing;
  }

  get areRecordsLoading(): boolean {
    return this.isChoosing && this.records.isBusy;
  }

  get areRecordsShown(): boolean {
    return this.isChoosing && !this.records.isBusy && !this.records.problem;
  }

  handleDisposition(event: Event): void {
    this.disposition = valueOf(event);
    this.dispositionError = undefined;
    this.storeDraft();
  }

  handleNotes(event: Event): void {
    this.notes = valueOf(event);
    this.storeDraft();
  }

  handleFollowUp(event: Event): void {
    this.wantsFollowUp = (event.target as HTMLInputElement).checked;
    this.storeDraft();
  }

  handleDue(event: Event): void {
    this.dueOn = valueOf(event);
    this.dueError = undefined;
    this.storeDraft();
  }

  handleSubject(event: Event): void {
    this.subject = valueOf(event);
    this.storeDraft();
  }

  handleChange(): void {
    this.isChoosing = true;
    void this.recordsLoader.load(this.call.callId);
  }

  handleRecord(event: Event): void {
    this.record = valueOf(event);
    this.storeDraft();
  }

  handleLater(): void {
    this.dispatchEvent(new CustomEvent('later'));
  }

  handleSave(): void {
    this.dispositionError = this.disposition ? undefined : labels.wrapUpRequired;
    this.dueError =
      this.wantsFollowUp && !(this.dueOn >= this.today) ? labels.outcomeDueRequired : undefined;
    if (this.dispositionError || this.dueError) return;
    const [notes, subject] = [this.notes.trim(), this.subject.trim()];
    const detail: WrapUp = {
      disposition: this.disposition,
      ...(notes && { notes }),
      ...(this.wantsFollowUp && {
        followUp: { dueOn: this.dueOn, ...(subject && { subject }) },
      }),
      ...(this.record && {
        about: this.record === NO_RECORD ? { none: true as const } : { contactId: this.record },
      }),
    };
    this.dispatchEvent(new CustomEvent('save', { detail }));
  }

  private storeDraft(): void {
    this.isDraft = saveDraft(this.call.callId, {
      disposition: this.disposition,
      notes: this.notes,
      wantsFollowUp: this.wantsFollowUp,
      dueOn: this.dueOn,
      subject: this.subject,
      record: this.record,
    });
  }

  private restore(): void {
    const draft = draftOf(this.call.callId);
    this.isDraft = draft !== undefined;
    this.disposition = draft?.disposition ?? '';
    this.notes = draft?.notes ?? '';
    this.wantsFollowUp = draft?.wantsFollowUp ?? false;
    this.dueOn = draft?.dueOn ?? addWorkingDays(todayText(), FOLLOW_UP_AFTER_WORKING_DAYS);
    this.subject = draft?.subject ?? '';
    this.record = draft?.record;
    this.isChoosing = false;
    // Looks up the name of a record that was chosen before a reload.
    if (this.record && this.record !== NO_RECORD) this.handleChange();
  }
}

const valueOf = (event: Event): string => (event.target as HTMLInputElement).value;

const recordText = ({ name, accountName, contactId, opportunityName }: CallRecord): string =>
  contactId
    ? [name, accountName, opportunityName].filter(Boolean).join(' · ')
    : labels.wrapUpNoRecord;
