import { LightningElement, api } from 'lwc';
import { timeText, type TextWhisperView } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';

/**
 * Silent lines from supervisors to the rep of a call. Who may write tells `write`; the rep tells
 * `seen`.
 */
export default class CallTextWhispers extends LightningElement {
  labels = labels;
  text = '';

  @api lines: readonly TextWhisperView[] = [];
  @api repName = '';
  /** A supervisor on the call writes; otherwise the rep reads. */
  @api canWrite = false;
  @api isSending = false;

  get shown() {
    return this.lines.map(({ textWhisperId, text, from, at, seenAt }) => ({
      textWhisperId,
      text,
      from: fill(labels.textFrom, { who: from.name, time: timeText(at) }),
      state: seenAt
        ? fill(labels.textSeen, { time: timeText(seenAt) })
        : this.canWrite
          ? labels.textNotSeen
          : undefined,
      needsAnswer: !this.canWrite && !seenAt,
    }));
  }

  get hasLines(): boolean {
    return this.lines.length > 0;
  }

  get isShown(): boolean {
    return this.canWrite || this.hasLines;
  }

  get label(): string {
    return fill(labels.textLabel, { rep: this.repName });
  }

  get hint(): string {
    return fill(labels.textForRep, { rep: this.repName });
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
    this.dispatchEvent(new CustomEvent('write', { detail: { text: this.text.trim() } }));
    this.text = '';
  }

  handleSeen(event: Event): void {
    const { textWhisperId } = (event.target as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('seen', { detail: { textWhisperId } }));
  }
}
