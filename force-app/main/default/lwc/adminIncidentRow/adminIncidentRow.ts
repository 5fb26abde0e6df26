import type { IncidentKind, IncidentView } from 'c/adminApi';
import { dateTimeText } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { fieldClass } from 'c/uiField';
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

const STORED_TIME = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z/g;

/**
 * One incident, what to do about it, and the form for acknowledging it with a reason. Fires
 * `resolve`.
 */
export default class AdminIncidentRow extends LightningElement {
  labels = labels;
  note = '';
  error?: string;

  @api incident!: IncidentView;
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
    const { raisedAt, position, callId, connectionId } = this.incident;
    const facts = [
      fill(labels.incidentRaised, { when: dateTimeText(raisedAt) }),
      position === undefined ? '' : fill(labels.incidentEntry, { position }),
      callId ? fill(labels.incidentCall, { callId }) : '',
      connectionId ? fill(labels.incidentConnection, { connectionId }) : '',
    ];
    return facts.filter(Boolean).map((text) => ({ key: text, text }));
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
