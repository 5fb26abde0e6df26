import { labels } from 'c/dealsideLabels';
import { LightningElement, api } from 'lwc';

/** Something on a live call that a supervisor should look at. */
export interface WallAlert {
  /** Stays the same as long as it is the same alert. */
  readonly key: string;
  readonly callId: string;
  readonly text: string;
}

/** The alerts of the wall, in one line. Fires `show` with the call that a person wants to see. */
export default class LiveWallAlerts extends LightningElement {
  labels = labels;

  @api alerts: readonly WallAlert[] = [];

  get isEmpty(): boolean {
    return this.alerts.length === 0;
  }

  handleShow(event: Event): void {
    const { callId } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('show', { detail: { callId } }));
  }
}
