import { canBecomeLead, createLead } from 'c/callLead';
import type { CallView, Problem } from 'c/callModel';
import { hangUp, holdCustomer, pauseRecording } from 'c/dealsideApi';
import { labels } from 'c/dealsideLabels';
import { createAction, IDLE, type ActionState } from 'c/dealsideLoader';
import { followMicrophone } from 'c/softphoneBus';
import { LightningElement, api } from 'lwc';

/** What a rep can do on their own call: hold, hang up, ask for help, read text whispers. */
export default class CallRepPanel extends LightningElement {
  labels = labels;
  asking: ActionState = IDLE;
  /** Why the customer cannot hear the rep, and what to do. */
  notHeard?: Problem;
  private stopFollowing?: () => void;
  private readonly ask = createAction((state) => {
    this.asking = state;
  });

  @api call!: CallView;

  connectedCallback(): void {
    this.stopFollowing = followMicrophone((problem) => {
      this.notHeard = problem;
    });
  }

  disconnectedCallback(): void {
    this.stopFollowing?.();
  }

  get shownNotHeard(): Problem | undefined {
    const isTalking = this.isHandling && this.call.status === 'live';
    return isTalking && this.notHeard?.code === 'no_microphone' ? this.notHeard : undefined;
  }

  /** Whether the rep handles the call, which no supervisor has taken over. */
  get isHandling(): boolean {
    return this.call.status !== 'ended' && !this.call.rep.silenced;
  }

  get canHold(): boolean {
    return this.isHandling && this.call.status === 'live';
  }

  /** Whether the call is recorded, so that the rep can pause and resume the recording. */
  get canPause(): boolean {
    return this.isHandling && this.call.status === 'live' && this.call.recording !== undefined;
  }

  get isPaused(): boolean {
    return this.call.recording !== undefined && this.call.recording.status !== 'recording';
  }

  get pauseLabel(): string {
    return this.isPaused ? labels.recordingResume : labels.recordingPause;
  }

  get pauseIcon(): string {
    return this.isPaused ? 'utility:record' : 'utility:pause_alt';
  }

  get problem(): Problem | undefined {
    return this.asking.problem;
  }

  get holdLabel(): string {
    return this.call.customer.onHold ? labels.callResume : labels.callHold;
  }

  get holdIcon(): string {
    return this.call.customer.onHold ? 'utility:play' : 'utility:pause';
  }

  /** Whether no record in Salesforce has the customer's number. */
  get isUnknown(): boolean {
    return this.canHold && canBecomeLead(this.call);
  }

  async handleCreateLead(): Promise<void> {
    await this.ask(() => createLead(this.call));
  }

  async handleHold(): Promise<void> {
    await this.ask(() => holdCustomer(this.call.callId, !this.call.customer.onHold));
  }

  async handlePause(): Promise<void> {
    await this.ask(() => pauseRecording(this.call.callId, !this.isPaused));
  }

  async handleHangUp(): Promise<void> {
    await this.ask(() => hangUp(this.call.callId));
  }
}
