import { timeText, type TextWhisperView } from 'c/callModel';
import type { TextWhisperInput } from 'c/dealsideApi';
import { fill, labels } from 'c/dealsideLabels';
import type UiTextLimit from 'c/uiTextLimit';
import { LightningElement, api } from 'lwc';

/**
 * Silent lines between the rep of a call and a supervisor. Fires `write` with a new line, and
 * `seen` when a line was read.
 */
export default class CallTextWhispers extends LightningElement {
  labels = labels;
  text = '';
  isPraise = false;

  @api lines: readonly TextWhisperView[] = [];
  @api repName = '';
  /** Whether a supervisor on the call can write to the rep. */
  @api canWrite = false;
  /** Whether the rep can answer a supervisor who is on the call. */
  @api canReply = false;
  /** Texts that a supervisor can send with a click. */
  @api phrases: readonly { text: string; reasons: readonly string[] }[] = [];
  /** Phrases for this reason come first. Phrases for other reasons are left out. */
  @api reasonCode?: string;
  @api isSending = false;

  /** Puts back a line that could not be sent, unless the next one has been begun. */
  @api putBack({ text, isPraise = false }: TextWhisperInput): void {
    if (this.text === '') [this.text, this.isPraise] = [text, isPraise];
  }

  get shown() {
    return this.lines.map(({ textWhisperId, text, from, at, seenAt, toSupervisor, isPraise }) => {
      const isOwn = this.canWrite ? !toSupervisor : toSupervisor === true;
      return {
        textWhisperId,
        text,
        from: fill(isPraise ? labels.textIsPraise : labels.textFrom, {
          who: from.name,
          time: timeText(at),
        }),
        state: seenAt
          ? fill(labels.textSeen, { time: timeText(seenAt) })
          : isOwn
            ? labels.textNotSeen
            : undefined,
        needsAnswer: !isOwn && !seenAt,
      };
    });
  }

  get hasLines(): boolean {
    return this.lines.length > 0;
  }

  get isShown(): boolean {
    return this.hasField || this.hasLines;
  }

  get hasField(): boolean {
    return this.canWrite || this.canReply;
  }

  get label(): string {
    return this.canWrite ? fill(labels.textLabel, { rep: this.repName }) : labels.textReplyLabel;
  }

  get hint(): string {
    return this.canWrite
      ? fill(labels.textForRep, { rep: this.repName })
      : labels.textForSupervisor;
  }

  get offered(): { id: string; text: string }[] {
    if (!this.canWrite) return [];
    const own = (reasons: readonly string[]): boolean => reasons.includes(this.reasonCode ?? '');
    const fitting = this.phrases.filter(
      ({ reasons }) => reasons.length === 0 || !this.reasonCode || own(reasons),
    );
    return fitting
      .toSorted((a, b) => Number(own(b.reasons)) - Number(own(a.reasons)))
      .map(({ text }, n) => ({ id: String(n), text }));
  }

  get hasPhrases(): boolean {
    return this.offered.length > 0;
  }

  get sendDisabled(): boolean {
    return this.isSending || this.text.trim() === '';
  }

  handleInput(event: Event): void {
    this.text = (event.target as HTMLInputElement).value;
  }

  handleKeydown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && !event.isComposing) this.handleSend();
  }

  handleSend(): void {
    if (this.sendDisabled) return;
    this.dispatchEvent(
      new CustomEvent('write', {
        detail: { text: this.text.trim(), ...(this.isPraise && { isPraise: true }) },
      }),
    );
    this.text = '';
    (this.refs!.limit as unknown as UiTextLimit).clear();
    this.isPraise = false;
  }

  handlePhrase(event: Event): void {
    const select = event.target as HTMLSelectElement;
    this.text = this.offered.find(({ id }) => id === select.value)?.text ?? this.text;
    select.value = '';
    this.template!.querySelector<HTMLInputElement>('#text, input')?.focus();
  }

  handlePraise(event: Event): void {
    this.isPraise = (event.target as HTMLInputElement).checked;
  }

  handleSeen(event: Event): void {
    const { textWhisperId } = (event.target as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('seen', { detail: { textWhisperId } }));
  }
}
