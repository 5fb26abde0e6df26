import { LightningElement } from 'lwc';
import MAY_ADMINISTER from '@salesforce/customPermission/Dealside_Administer';
import { audioCheckState, startAudioCheck, type AudioCheckView } from 'c/adminApi';
import type { Problem } from 'c/callModel';
import { labels } from 'c/dealsideLabels';
import { asProblem } from 'c/dealsideSession';
import { everySecond } from 'c/ticker';

/** Whether whisper and barge can be trusted; an administrator can have it checked now. */
export default class AdminAudioCheck extends LightningElement {
  labels = labels;
  isRefused = !MAY_ADMINISTER;
  audioCheck?: AudioCheckView;
  problem?: Problem;
  runProblem?: Problem;
  private stopLooking?: () => void;
  private isThere = false;

  connectedCallback(): void {
    this.isThere = true;
    if (!this.isRefused) void this.load();
  }

  disconnectedCallback(): void {
    this.isThere = false;
    this.stopLooking?.();
  }

  get isLoading(): boolean {
    return this.audioCheck === undefined;
  }

  get isRunning(): boolean {
    return this.audioCheck?.runs.some(({ status }) => status === 'running') ?? false;
  }

  handleRetry(): void {
    void this.load();
  }

  async handleRun(): Promise<void> {
    this.runProblem = undefined;
    try {
      await startAudioCheck();
      await this.load();
    } catch (fault) {
      this.runProblem = asProblem(fault);
    }
  }

  private async load(): Promise<void> {
    this.problem = undefined;
    try {
      this.audioCheck = await audioCheckState();
    } catch (fault) {
      this.problem = asProblem(fault);
    }
    this.followRun();
  }

  /** Looks each second while a check runs. */
  private followRun(): void {
    const follows = this.stopLooking !== undefined;
    if (this.isRunning && this.isThere && !follows) {
      let isFirst = true;
      this.stopLooking = everySecond(() => {
        if (!isFirst) void this.load();
        isFirst = false;
      });
    }
    if (!this.isRunning && follows) {
      this.stopLooking?.();
      this.stopLooking = undefined;
    }
  }
}
