import { LightningElement } from 'lwc';
import MAY_ADMINISTER from '@salesforce/customPermission/Dealside_Administer';
import { canaryState, startCanary, type CanaryView } from 'c/adminApi';
import type { Problem } from 'c/callModel';
import { labels } from 'c/dealsideLabels';
import { asProblem } from 'c/dealsideSession';
import { everySecond } from 'c/dealsideTicker';

/** Whether whisper and barge can be trusted; an administrator can have it checked now. */
export default class AdminAudioCheck extends LightningElement {
  labels = labels;
  isRefused = !MAY_ADMINISTER;
  canary?: CanaryView;
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
    return this.canary === undefined;
  }

  get isRunning(): boolean {
    return this.canary?.runs.some(({ status }) => status === 'running') ?? false;
  }

  handleRetry(): void {
    void this.load();
  }

  async handleRun(): Promise<void> {
    this.runProblem = undefined;
    try {
      await startCanary();
      await this.load();
    } catch (fault) {
      this.runProblem = asProblem(fault);
    }
  }

  private async load(): Promise<void> {
    this.problem = undefined;
    try {
      this.canary = await canaryState();
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
