import { LightningElement } from 'lwc';
import MAY_ADMINISTER from '@salesforce/customPermission/Dealside_Administer';
import { canaryState, startCanary, type CanaryView } from 'c/adminApi';
import type { Problem } from 'c/callModel';
import { labels } from 'c/dealsideLabels';
import { asProblem } from 'c/dealsideSession';

const LOOK_EVERY_MS = 1_000;

/** Whether whisper and barge can be trusted; an administrator can have it checked now. */
export default class AdminCanary extends LightningElement {
  labels = labels;
  isRefused = !MAY_ADMINISTER;
  canary?: CanaryView;
  problem?: Problem;
  runProblem?: Problem;
  private timer?: ReturnType<typeof setTimeout>;
  private isThere = false;

  connectedCallback(): void {
    this.isThere = true;
    if (!this.isRefused) void this.load();
  }

  disconnectedCallback(): void {
    this.isThere = false;
    clearTimeout(this.timer);
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
    clearTimeout(this.timer);
    this.problem = undefined;
    try {
      this.canary = await canaryState();
      if (this.isRunning && this.isThere) this.lookAgain();
    } catch (fault) {
      this.problem = asProblem(fault);
    }
  }

  private lookAgain(): void {
    this.timer = setTimeout(() => void this.load(), LOOK_EVERY_MS);
  }
}
