import { clockText, isoDuration } from 'c/callModel';
import { labels } from 'c/dealsideLabels';
import type { WallLine } from 'c/liveWallLine';
import { LightningElement, api } from 'lwc';

/**
 * The content of a row of the wall; the grid has the row's position and focus. Renders only when
 * its own call changed, because hundreds of others change meanwhile. Uses light DOM, because a
 * shadow root per row would slow down scrolling. Fires `join` and `showalerts` with the call,
 * `opendeal` with the opportunity.
 */
export default class LiveWallRow extends LightningElement {
  static renderMode = 'light' as const;

  labels = labels;

  @api line!: WallLine;
  @api joiningId?: string;
  @api isCompact = false;

  renderedCallback(): void {
    this.showTime(Date.now());
  }

  /**
   * Writes the duration of the call without rendering, because nothing else changes every second.
   */
  @api showTime(now: number): void {
    const time = this.refs!.time as HTMLTimeElement;
    const { beganAt, endedAt } = this.line;
    const ms = Math.max(0, (endedAt ?? now) - beganAt);
    const text = clockText(ms);
    const written = time.firstChild as Text | null;
    if (written?.data === text) return;
    if (written) written.data = text;
    else time.textContent = text;
    time.dateTime = isoDuration(ms);
  }

  get lineClass(): string {
    return `line${this.line.help || this.line.repLoss ? ' line_help' : ''}${this.isCompact ? ' line_compact' : ''}`;
  }

  get joinLabel(): string {
    return this.line.callId === this.joiningId ? labels.callJoining : labels.callJoin;
  }

  get isBusy(): boolean {
    return this.joiningId !== undefined;
  }

  handleJoin(): void {
    const { callId } = this.line;
    this.dispatchEvent(new CustomEvent('join', { detail: { callId } }));
  }

  handleShowAlerts(): void {
    const { callId } = this.line;
    this.dispatchEvent(new CustomEvent('showalerts', { detail: { callId } }));
  }

  handleOpenDeal(): void {
    const { opportunityId } = this.line;
    this.dispatchEvent(new CustomEvent('opendeal', { detail: { opportunityId } }));
  }
}
