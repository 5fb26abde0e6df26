import {
  isHeardByCustomer,
  MODE_LABEL,
  replacesRep,
  type CallView,
  type InterventionView,
  type Mode,
  type ReasonView,
  type RepAfterTakeover,
  type Vocabulary,
} from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { fieldClass } from 'c/uiField';
import { LightningElement, api } from 'lwc';

const HEADING: Record<Mode, string> = {
  monitor: labels.reasonTitleMonitor,
  whisper: labels.reasonTitleWhisper,
  barge: labels.escalationBargeTitle,
  takeover: labels.escalationTakeoverTitle,
};

/** The label of the button. For silent modes it is the name of the mode. */
const CONFIRM: Record<Mode, string> = {
  monitor: MODE_LABEL.monitor,
  whisper: MODE_LABEL.whisper,
  barge: labels.escalationBarge,
  takeover: labels.escalationTakeover,
};

/**
 * Asks for what a mode requires of the supervisor: the reason, and for a takeover what the rep
 * does. Fires `confirm`, `whisper` or `cancel`.
 */
export default class InterventionEscalationDialog extends LightningElement {
  labels = labels;
  whisperSkipped = false;
  reasonCode?: string;
  note = '';
  repAfterTakeover: RepAfterTakeover = 'listens';
  reasonError?: string;
  noteError?: string;
  point = '';
  pointError?: string;
  private focused = false;
  /** Used to detect a new field, which starts with the existing note. */
  private noteField: HTMLTextAreaElement | null = null;

  @api mode: Mode = 'barge';
  @api call!: CallView;
  @api supervisorName = '';
  @api vocabulary?: Vocabulary;
  /** Whether to propose a whisper before the barge. */
  @api proposeWhisper = false;
  /** The reason suggested by the help request that this answers, selected at first. */
  @api
  get answers(): InterventionView['answers'] {
    return this.answered;
  }
  set answers(answers: InterventionView['answers']) {
    this.answered = answers;
    this.propose(answers?.bargeReasonCode);
    this.note ||= answers?.note ?? '';
  }
  private answered: InterventionView['answers'];
  /** The reason that this supervisor has given on this call already, to begin with. */
  @api
  get given(): string | undefined {
    return this.givenBefore;
  }
  set given(reasonCode: string | undefined) {
    this.givenBefore = reasonCode;
    this.propose(reasonCode);
  }
  private givenBefore?: string;
  private hasChangedReason = false;

  /**
   * Focuses the reason once it is asked for, or the dialog if something else comes first, so that
   * screen readers read the heading and Escape works at once.
   */
  renderedCallback(): void {
    const field = this.template!.querySelector('textarea');
    if (field && !this.noteField) field.value = this.note;
    this.noteField = field;
    if (this.focused) return;
    this.focused = true;
    const dialog = this.template!.querySelector<HTMLElement>('.panel');
    dialog?.scrollIntoView?.({ block: 'nearest' });
    ((!this.isTakeover && this.reasonPicker) || dialog)?.focus();
  }

  /** A whisper is not proposed instead if the rep asked for help. */
  get asksWhisper(): boolean {
    return !this.isTakeover && !this.answered && this.proposeWhisper && !this.whisperSkipped;
  }

  get isBarge(): boolean {
    return isHeardByCustomer(this.mode) && !this.isTakeover;
  }

  get isTakeover(): boolean {
    return replacesRep(this.mode);
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

  /** False if the rep has left, because the choice would have no effect. */
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

  get answersText(): string | undefined {
    if (!this.answered) return undefined;
    const { reasonLabel: reason, note } = this.answered;
    return [fill(labels.helpAsked, { rep: this.call.rep.name, reason }), note]
      .filter(Boolean)
      .join(' · ');
  }

  get reasons(): ReasonView[] {
    return this.vocabulary?.reasons ?? [];
  }

  get needsNote(): boolean {
    return this.reasons.some((reason) => reason.code === this.reasonCode && reason.noteRequired);
  }

  /**
   * Whether to ask for the one point that the barge should add. The rule says whether it is
   * required.
   */
  get needsPoint(): boolean {
    return (
      this.isBarge &&
      this.call.you.modes.some(({ mode, needs }) => mode === this.mode && needs?.point === true)
    );
  }

  get pointClass(): string {
    return fieldClass(this.pointError, 'slds-m-top_x-small');
  }

  get noteClass(): string {
    return fieldClass(this.noteError, 'slds-m-top_x-small');
  }

  get scripts(): readonly string[] {
    return this.call.you.scripts?.modes.find(({ mode }) => mode === this.mode)?.opening ?? [];
  }

  /** Phrases for the chosen reason first, then those for all reasons. */
  get phrases(): { key: string; instead: string; avoid: string; why?: string }[] {
    if (!isHeardByCustomer(this.mode)) return [];
    const phrases = this.call.you.scripts?.phrases ?? [];
    const ofReason = phrases.filter(({ reasons }) => reasons.includes(this.reasonCode ?? ''));
    return [...ofReason, ...phrases.filter(({ reasons }) => reasons.length === 0)].map(
      ({ instead, avoid, why }) => ({
        key: avoid,
        instead,
        avoid: fill(labels.phraseAvoid, { sentence: avoid }),
        why,
      }),
    );
  }

  get hasPhrases(): boolean {
    return this.phrases.length > 0;
  }

  get phrasesTitle(): string {
    return fill(labels.phrasesTitle, this.names);
  }

  get reasonsToBarge(): string[] {
    return this.criteriaFor('barge');
  }

  get reasonsNotToBarge(): string[] {
    return this.criteriaFor('do_not_barge');
  }

  get hasCriteria(): boolean {
    return (
      isHeardByCustomer(this.mode) && this.reasonsToBarge.length + this.reasonsNotToBarge.length > 0
    );
  }

  private criteriaFor(wanted: 'barge' | 'do_not_barge'): string[] {
    return (this.vocabulary?.criteria ?? [])
      .filter(({ verdict }) => verdict === wanted)
      .map(({ text }) => text);
  }

  get hasScripts(): boolean {
    return this.scripts.length > 0;
  }

  private get reasonPicker(): HTMLElement | null {
    return this.template!.querySelector<HTMLElement>('c-intervention-reason-picker');
  }

  private get names(): Record<string, string> {
    return {
      rep: this.call.rep.name,
      customer: this.call.customer.name,
      supervisor: this.supervisorName,
    };
  }

  private propose(reasonCode: string | undefined): void {
    if (!this.hasChangedReason) this.reasonCode ??= reasonCode;
  }

  handleReason(event: CustomEvent<{ code?: string }>): void {
    this.hasChangedReason = true;
    this.reasonCode = event.detail.code;
    this.reasonError = undefined;
  }

  handleNote(event: Event): void {
    this.note = (event.target as HTMLTextAreaElement).value;
    this.noteError = undefined;
  }

  handlePoint(event: Event): void {
    this.point = (event.target as HTMLInputElement).value;
    this.pointError = undefined;
  }

  handleRepChoice(event: Event): void {
    this.repAfterTakeover = (event.target as HTMLInputElement).value as RepAfterTakeover;
  }

  handleSkipWhisper(): void {
    this.whisperSkipped = true;
    this.focused = false;
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
    const point = this.isBarge ? this.point.trim() : '';
    this.pointError = this.needsPoint && !point ? labels.escalationPointRequired : undefined;
    if (this.reasonError) {
      this.reasonPicker?.focus();
      this.reasonPicker?.scrollIntoView?.({ block: 'center' });
    }
    if (this.reasonError || this.noteError || this.pointError) return;
    const detail = {
      mode: this.mode,
      reasonCode: this.reasonCode,
      ...(note && { note }),
      ...(point && { point }),
      ...(this.whisperSkipped && { whisperSkipped: true }),
      ...(this.asksAboutRep && { repAfterTakeover: this.repAfterTakeover }),
    };
    this.dispatchEvent(new CustomEvent('confirm', { detail }));
  }
}
