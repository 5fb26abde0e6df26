import type { AuditedCall, IncidentFacts, IncidentKind, IncidentView } from 'c/adminApi';
import { dateTimeText, MODE_LABEL } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { auditPage } from 'c/dealsidePages';
import { fieldClass } from 'c/uiField';
import { NavigationMixin } from 'lightning/navigation';
import { LightningElement, api } from 'lwc';

const WHAT_IT_IS: Record<IncidentKind, string> = {
  stranger_leg: labels.incidentIsStranger,
  unexplained_leg: labels.incidentIsUnexplainedConnection,
  entry_without_leg: labels.incidentIsEntryWithoutConnection,
  mode_without_voice: labels.incidentIsModeWithoutVoice,
  heard_without_request: labels.incidentIsHeardWithoutRequest,
  chain_broken: labels.incidentIsChainBroken,
  crm_differs: labels.incidentIsSalesforceDiffers,
};

const WHAT_TO_DO: Record<IncidentKind, string> = {
  stranger_leg: labels.incidentDoStranger,
  unexplained_leg: labels.incidentDoUnexplainedConnection,
  entry_without_leg: labels.incidentDoEntryWithoutConnection,
  mode_without_voice: labels.incidentDoModeWithoutVoice,
  heard_without_request: labels.incidentDoHeardWithoutRequest,
  chain_broken: labels.incidentDoChainBroken,
  crm_differs: labels.incidentDoSalesforceDiffers,
};

const WHOSE_CONNECTION: Record<NonNullable<IncidentFacts['party']>, string> = {
  customer: labels.incidentOfCustomer,
  rep: labels.incidentOfRep,
  supervisor: labels.incidentOfSupervisor,
  colleague: labels.incidentOfColleague,
};

const STORED_TIME = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z/g;

/**
 * One incident, what to do about it, and the form for acknowledging it with a reason. Fires
 * `resolve`.
 */
export default class AdminIncidentRow extends NavigationMixin(LightningElement) {
  labels = labels;
  note = '';
  error?: string;

  @api incident!: IncidentView;
  /** The people who talked on its call; absent if it is about no call, or one that is not kept. */
  @api call?: AuditedCall;
  @api isSaving = false;

  get isResolved(): boolean {
    return this.incident.resolvedAt !== undefined;
  }

  get heading(): string {
    return WHAT_IT_IS[this.incident.kind];
  }

  /** As the audit has it: in English, and here with times as the reader writes them. */
  get message(): string {
    return this.incident.message.replaceAll(STORED_TIME, (at) => dateTimeText(at));
  }

  get status(): string {
    return this.isResolved ? labels.incidentStatusResolved : labels.incidentStatusOpen;
  }

  get statusClass(): string {
    return this.isResolved ? 'pill' : 'pill pill_open';
  }

  get whatToDo(): string {
    return WHAT_TO_DO[this.incident.kind];
  }

  get facts(): { key: string; text: string }[] {
    const { raisedAt, position, facts: about = {} } = this.incident;
    const { at, party, mode, checkpoint } = about;
    const facts = [
      fill(labels.incidentRaised, { when: dateTimeText(raisedAt) }),
      at ? fill(labels.incidentReported, { when: dateTimeText(at) }) : '',
      party ? WHOSE_CONNECTION[party] : '',
      mode ? fill(labels.incidentMode, { mode: MODE_LABEL[mode] }) : '',
      position === undefined ? '' : fill(labels.incidentEntry, { position }),
      checkpoint === undefined ? '' : fill(labels.incidentCheckpoint, { number: checkpoint }),
    ];
    return facts.filter(Boolean).map((text) => ({ key: text, text }));
  }

  get callText(): string | undefined {
    if (this.call) return fill(labels.finishedWith, { ...this.call });
    return this.incident.callId ? labels.auditShowCall : undefined;
  }

  /** By which the phone network's own records can be searched. */
  get connectionText(): string | undefined {
    const { connectionId } = this.incident;
    return connectionId && fill(labels.incidentConnection, { connectionId });
  }

  get resolution(): string {
    const { resolvedAt, resolvedBy, resolutionNote } = this.incident;
    const when = dateTimeText(resolvedAt!);
    return resolvedBy === 'system'
      ? fill(labels.incidentExplained, { when })
      : fill(labels.incidentResolvedBy, { when, who: resolvedBy, note: resolutionNote });
  }

  get noteClass(): string {
    return fieldClass(this.error);
  }

  handleAudit(): void {
    this[NavigationMixin.Navigate](auditPage({ callId: this.incident.callId! }));
  }

  handleCancel(): void {
    this.error = undefined;
  }

  handleNote(event: Event): void {
    this.note = (event.target as HTMLTextAreaElement).value;
    this.error = undefined;
  }

  handleSave(): void {
    const note = this.note.trim();
    this.error = note ? undefined : labels.incidentNoteRequired;
    if (this.error) this.template!.querySelector('textarea')?.focus();
    else
      this.dispatchEvent(
        new CustomEvent('resolve', { detail: { incidentId: this.incident.incidentId, note } }),
      );
  }
}
