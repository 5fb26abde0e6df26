import { LightningElement, api } from 'lwc';
import {
  isHeardByCustomer,
  MODE_LABEL,
  takesCall,
  type CallView,
  type Mode,
  type ReasonView,
  type RepAfterTakeover,
  type Vocabulary,
} from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { fieldClass } from 'c/uiField';

const HEADING: Record<Mode, string> = {
  monitor: labels.reasonTitleMonitor,
  whisper: labels.reasonTitleWhisper,
  barge: labels.escalationBargeTitle,
  takeover: labels.escalationTakeoverTitle,
};

/** What the button says; the name of the mode where it is joined or switched to in silence. */
const CONFIRM: Record<Mode, string> = {
  monitor: MODE_LABEL.monitor,
  whisper: MODE_LABEL.whisper,
  barge: labels.escalationBarge,
  takeover: labels.escalationTakeover,
};

/**
 * Asks what a supervisor must say before a mode: the reason, and for a takeover what the rep does.
 * Fires `confirm`, `whisper` or `cancel`.
 */
export default class InterventionEscalationDialog extends LightningElement {
  labels = labels;
  whisperSkipped = false;
  reasonCode?: string;
  note = '';
  repAfterTakeover: RepAfterTakeover = 'listens';
  reasonError?: string;
  noteError?: string;
  private focused = false;

  @api mode: Mode = 'barge';
  @api call!: CallView;
  @api supervisorName = '';
  @api vocabulary?: Vocabulary;
  /** Whether to propose a whisper before the barge. */
  @api proposeWhisper = false;

  /** The dialog takes the focus once, so that its first word is read and Escape works at once. */
  renderedCallback(): void {
    if (this.focused) return;
    this.focused = true;
    const dialog = this.template!.querySelector<HTMLElement>('.panel');
    dialog?.focus();
    dialog?.scrollIntoView?.({ block: 'center' });
  }

  get asksWhisper(): boolean {
    return !this.isTakeover && this.proposeWhisper && !this.whisperSkipped;
  }

  get isTakeover(): boolean {
    return takesCall(this.mode);
  }

  get heading(): string {
    return HEADING[this.mode];
  }

  get confirmLabel(): string {
    return CONFIRM[this.mode];
  }

  get confirmVariant(): string {
    return this.isTakeover ? 'destructive' : 'brand';
  }

  get dialogRole(): string {
    return this.isTakeover ? 'alertdialog' : 'dialog';
  }

  get takeoverText(): string {
    const { present } = this.call.rep;
    return fill(
      present ? labels.escalationTakeoverText : labels.escalationTakeoverTextAlone,
      this.names,
    );
  }

  get whisperText(): string {
    return fill(labels.escalationWhisperFirstText, this.names);
  }

  get whisperLabel(): string {
    return fill(labels.escalationWhisperInstead, this.names);
  }

  /** Nothing happens any more to a rep who has left. */
  get asksAboutRep(): boolean {
    return this.isTakeover && this.call.rep.present;
  }

  get repQuestion(): string {
    return fill(labels.escalationRepAfter, this.names);
  }

  get repChoices(): { value: RepAfterTakeover; label: string; checked: boolean }[] {
    return [
      {
        value: 'listens',
        label: fill(labels.escalationRepListens, this.names),
        checked: this.repAfterTakeover === 'listens',
      },
      {
        value: 'leaves',
        label: fill(labels.escalationRepLeaves, this.names),
        checked: this.repAfterTakeover === 'leaves',
      },
    ];
  }

  get repChoiceName(): string {
    return `rep-after-${this.call.callId}`;
  }

  get reasons(): ReasonView[] {
    return this.vocabulary?.reasons ?? [];
  }

  get needsNote(): boolean {
    return this.reasons.some((reason) => reason.code === this.reasonCode && reason.noteRequired);
  }

  get noteClass(): string {
    return fieldClass(this.noteError, 'slds-m-top_x-small');
  }

  get scripts(): string[] {
    if (!this.vocabulary || !isHeardByCustomer(this.mode)) return [];
    const { introduction, roleClarifying } = this.vocabulary.scripts;
    return [introduction, ...(this.isTakeover ? [] : [roleClarifying])].map((script) =>
      fill(script, this.names),
    );
  }

  get hasScripts(): boolean {
    return this.scripts.length > 0;
  }

  private get names(): Record<string, string> {
    return {
      rep: this.call.rep.name,
      customer: this.call.customer.name,
      supervisor: this.supervisorName,
    };
  }

  handleReason(event: CustomEvent<{ code: string }>): void {
    this.reasonCode = event.detail.code;
    this.reasonError = undefined;
  }

  handleNote(event: Event): void {
    this.note = (event.target as HTMLTextAreaElement).value;
    this.noteError = undefined;
  }

  handleRepChoice(event: Event): void {
    this.repAfterTakeover = (event.target as HTMLInputElement).value as RepAfterTakeover;
  }

  handleSkipWhisper(): void {
    this.whisperSkipped = true;
  }

  handleWhisper(): void {
    this.dispatchEvent(new CustomEvent('whisper'));
  }

  handleCancel(): void {
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  handleKeydown(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.handleCancel();
  }

  handleConfirm(): void {
    const note = this.note.trim();
    this.reasonError = this.reasonCode ? undefined : labels.reasonRequired;
    this.noteError = this.needsNote && !note ? labels.escalationNoteRequired : undefined;
    if (this.reasonError)
      this.template!.querySelector<HTMLElement>('c-intervention-reason-picker')?.focus();
    if (this.reasonError || this.noteError) return;
    const detail = {
      mode: this.mode,
      reasonCode: this.reasonCode,
      ...(note && { note }),
      ...(this.whisperSkipped && { whisperSkipped: true }),
      ...(this.asksAboutRep && { repAfterTakeover: this.repAfterTakeover }),
    };
    this.dispatchEvent(new CustomEvent('confirm', { detail }));
  }
}
