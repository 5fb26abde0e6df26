import {
  clockText,
  durationMs,
  guestsOn,
  isoDuration,
  presence,
  repLossText,
  type CallView,
} from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { everySecond } from 'c/dealsideTicker';
import { LightningElement, api } from 'lwc';

const STATUS: Record<CallView['status'], string> = {
  ringing: labels.callRinging,
  live: labels.callLive,
  ended: labels.callEnded,
};

const DISCLOSURE: Record<NonNullable<CallView['disclosure']>, string> = {
  due: labels.disclosureDue,
  playing: labels.disclosurePlaying,
  played: labels.disclosurePlayed,
  failed: labels.disclosureFailed,
};

const RECORDING = {
  requested: labels.recordingPausing,
  paused: labels.recordingPaused,
  resuming: labels.recordingResuming,
} as const;

/** One call: rep and customer, its duration, and who else is on it. */
export default class CallCard extends LightningElement {
  labels = labels;
  now = Date.now();
  private stopTicking?: () => void;

  @api call!: CallView;
  /** The current user, who is not listed among the others. */
  @api viewerId?: string;
  @api showOpportunity = false;

  connectedCallback(): void {
    this.stopTicking = everySecond((now) => {
      if (this.call.status !== 'ended') this.now = now;
    });
  }

  disconnectedCallback(): void {
    this.stopTicking?.();
  }

  get heading(): string {
    return fill(labels.callWith, { rep: this.call.rep.name, customer: this.call.customer.name });
  }

  get status(): string {
    return STATUS[this.call.status];
  }

  get statusClass(): string {
    return `pill pill_${this.call.status}`;
  }

  get direction(): string {
    return this.call.direction === 'inbound' ? labels.callInbound : labels.callOutbound;
  }

  get duration(): string {
    return clockText(durationMs(this.call, this.now));
  }

  get durationIso(): string {
    return isoDuration(durationMs(this.call, this.now));
  }

  get opportunityName(): string | undefined {
    return this.showOpportunity ? this.call.opportunity?.name : undefined;
  }

  get disclosure(): string | undefined {
    const { disclosure, status } = this.call;
    return disclosure && status !== 'ended' ? DISCLOSURE[disclosure] : undefined;
  }

  /** The state of the recording if the call is recorded; rep and supervisors see the same. */
  get recording(): string | undefined {
    const { recording } = this.call;
    if (!recording) return undefined;
    if (recording.status === 'recording') return labels.recordingOn;
    return fill(RECORDING[recording.status], {
      who: recording.by.name,
      left: clockText(Math.max(0, Date.parse(recording.until) - this.now)),
    });
  }

  get recordingClass(): string {
    return this.call.recording?.status === 'recording' ? '' : 'card__remark';
  }

  get remarks(): string[] {
    const { rep, customer, repLoss, status } = this.call;
    if (status !== 'live') return [];
    const values = { rep: rep.name };
    return [
      repLossText(this.call),
      // A customer who waits for a lost rep is on hold for that reason, not because of the rep.
      customer.onHold && !repLoss && labels.callOnHold,
      rep.onHold && fill(labels.callRepOnHold, values),
      rep.silenced && fill(labels.callRepSilenced, values),
      !rep.present && !repLoss && fill(labels.callRepLeft, values),
    ].filter((remark) => typeof remark === 'string');
  }

  get others(): { id: string; text: string }[] {
    const supervisors = this.call.interventions
      .filter((intervention) => intervention.supervisor.userId !== this.viewerId)
      .map((intervention) => ({
        id: intervention.interventionId,
        text: presence(intervention, this.call),
      }));
    return [...guestsOn(this.call), ...supervisors];
  }

  get hasOthers(): boolean {
    return this.others.length > 0;
  }
}
