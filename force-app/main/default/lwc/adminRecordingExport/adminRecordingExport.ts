import {
  beginRecordingExport,
  recordingExportProgress,
  type RecordingExport,
  type RecordingExportProgress,
  type RecordingSelection,
} from 'c/adminApi';
import { clockText, daysLater, todayText } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { createAction, IDLE, type ActionState } from 'c/dealsideLoader';
import { whileVisible } from 'c/dealsideTicker';
import { fieldClass } from 'c/uiField';
import { LightningElement, api } from 'lwc';

const PROGRESS_EVERY_MS = 2_000;
const LAST_DAYS = 30;

/**
 * Recordings of a call, or of a person on some days, as an archive with a manifest for disputes.
 */
export default class AdminRecordingExport extends LightningElement {
  labels = labels;
  userId = '';
  from = daysLater(todayText(), -LAST_DAYS);
  to = todayText();
  beginning: ActionState = IDLE;
  begun?: RecordingExport;
  progress?: RecordingExportProgress;
  whatError?: string;
  periodError?: string;
  private asked = '';
  private stopAsking?: () => void;
  private readonly begin = createAction((state) => {
    this.beginning = state;
  });

  /** Everybody whom the audit names, by user id. */
  @api people: Readonly<Record<string, string>> = {};
  /** The call that the audit is filtered by. */
  @api
  get callId(): string {
    return this.asked;
  }
  set callId(callId: string | undefined) {
    this.asked = callId ?? '';
    this.whatError = undefined;
    this.periodError = undefined;
  }

  disconnectedCallback(): void {
    this.stopAsking?.();
  }

  get choices(): { value: string; label: string }[] {
    return Object.entries(this.people)
      .map(([value, label]) => ({ value, label }))
      .sort((a, b) => a.label.localeCompare(b.label));
  }

  get isByPerson(): boolean {
    return this.asked === '';
  }

  get isWhatMissing(): boolean {
    return this.whatError !== undefined;
  }

  get whatClass(): string {
    return fieldClass(this.isWhatMissing);
  }

  get errorClass(): string {
    return this.isWhatMissing ? 'slds-has-error' : '';
  }

  get whatInvalid(): string {
    return String(this.isWhatMissing);
  }

  get fromClass(): string {
    return fieldClass(this.isFromMissing);
  }

  get toClass(): string {
    return fieldClass(this.isToWrong);
  }

  get fromInvalid(): string {
    return String(this.isFromMissing);
  }

  get toInvalid(): string {
    return String(this.isToWrong);
  }

  get periodErrorClass(): string {
    return this.periodError ? 'slds-has-error' : '';
  }

  private get isFromMissing(): boolean {
    return this.periodError !== undefined && this.from === '';
  }

  private get isToWrong(): boolean {
    return this.periodError !== undefined && (this.to === '' || this.to < this.from);
  }

  get beginLabel(): string {
    return this.beginning.isBusy ? labels.exportPreparing : labels.exportDownload;
  }

  get statusText(): string {
    const { begun, progress } = this;
    if (!begun) return '';
    const { finished, opened = 0 } = progress ?? {};
    if (!finished) return fill(labels.exportRunning, { opened, of: begun.recordings });
    return finished.missing > 0
      ? fill(labels.exportDoneMissing, { missing: finished.missing, of: begun.recordings })
      : labels.exportDone;
  }

  get facts(): string | undefined {
    const { begun } = this;
    if (!begun) return undefined;
    const { recordings, calls, seconds, unfinished } = begun;
    return [
      fill(labels.exportFacts, { recordings, calls, duration: clockText(seconds * 1000) }),
      unfinished > 0 ? fill(labels.exportUnfinished, { count: unfinished }) : undefined,
    ]
      .filter(Boolean)
      .join(' ');
  }

  /** The hash that proves a copy of the manifest against the audit. */
  get manifestHash(): string | undefined {
    return this.progress?.finished?.sha256;
  }

  handleCall(event: Event): void {
    this.asked = (event.target as HTMLInputElement).value.trim();
    this.whatError = undefined;
    this.periodError = undefined;
  }

  handlePerson(event: Event): void {
    this.userId = (event.target as HTMLSelectElement).value;
    this.whatError = undefined;
  }

  handleFrom(event: Event): void {
    this.from = (event.target as HTMLInputElement).value;
    this.periodError = undefined;
  }

  handleTo(event: Event): void {
    this.to = (event.target as HTMLInputElement).value;
    this.periodError = undefined;
  }

  async handleBegin(): Promise<void> {
    this.whatError = this.asked || this.userId ? undefined : labels.exportChoose;
    const isInOrder = this.from !== '' && this.from <= this.to;
    this.periodError = this.asked || isInOrder ? undefined : labels.exportPeriodWrong;
    if (this.whatError || this.periodError) return;
    const selection: RecordingSelection = this.asked
      ? { callId: this.asked }
      : { userId: this.userId, from: this.from, to: this.to };
    this.stopAsking?.();
    this.progress = undefined;
    this.begun = undefined;
    const isBegun = await this.begin(async () => {
      this.begun = await beginRecordingExport(selection);
    });
    if (!isBegun || !this.begun) return;
    await Promise.resolve();
    (this.refs!.archive as HTMLAnchorElement).click();
    this.stopAsking = whileVisible(PROGRESS_EVERY_MS, () => void this.follow());
  }

  /** Follows the recordings in the archive; the browser shows the progress in bytes. */
  private async follow(): Promise<void> {
    const { begun } = this;
    if (!begun) return;
    const progress = await recordingExportProgress(begun).catch(() => undefined);
    if (begun !== this.begun || !progress) return;
    this.progress = progress;
    if (progress.finished) this.stopAsking?.();
  }
}
