import { LightningElement, api } from 'lwc';
import {
  cancelSimulation, policyOfVersion, simulatedCalls, simulation,
  type RuleInWords, type SimulatedCall, type SimulatedCallPage, type SimulationResult, type SimulationRun as Run,
} from 'c/adminApi';
import type { Problem } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { asProblem } from 'c/dealsideSession';
import { everySecond } from 'c/dealsideTicker';

/** Follows a simulation until it ends, and shows what it found. Fires `ended` when it runs no more. */
export default class AdminSimulationRun extends LightningElement {
  labels = labels;
  run?: Run;
  problem?: Problem;
  beforeRules: readonly RuleInWords[] = [];
  afterRules: readonly RuleInWords[] = [];
  calls?: readonly SimulatedCall[];
  next?: SimulatedCallPage['next'];
  callsProblem?: Problem;
  isLoadingCalls = false;
  private followed = '';
  private isThere = false;
  private stopLooking?: () => void;

  /** The rules of a draft in words: no version is kept of it. */
  @api draftRules: readonly RuleInWords[] = [];

  @api
  get simulationId(): string {
    return this.followed;
  }
  set simulationId(simulationId: string) {
    this.followed = simulationId;
    this.run = undefined;
    this.calls = undefined;
    this.next = undefined;
    if (this.isThere) this.follow();
  }

  connectedCallback(): void {
    this.isThere = true;
    this.follow();
  }

  disconnectedCallback(): void {
    this.isThere = false;
    this.stopLooking?.();
  }

  get isLoading(): boolean {
    return this.run === undefined;
  }

  get isRunning(): boolean {
    return this.run?.status === 'running';
  }

  get percent(): number {
    return Math.floor((this.run?.progress ?? 0) * 100);
  }

  get barStyle(): string {
    return `width: ${this.percent}%`;
  }

  get progressText(): string {
    return fill(labels.simProgress, { done: this.run!.done, total: this.run!.total });
  }

  get endText(): string | undefined {
    switch (this.run?.status) {
      case 'cancelled': return labels.simCancelled;
      case 'failed': return [labels.simFailed, this.run.problem].filter(Boolean).join(' ');
      default: return undefined;
    }
  }

  get result(): SimulationResult | undefined {
    return this.run?.result;
  }

  get canShowCalls(): boolean {
    return this.calls === undefined && (this.result?.calls ?? 0) > 0;
  }

  get hasMoreCalls(): boolean {
    return this.next !== undefined;
  }

  async handleCancel(): Promise<void> {
    try {
      await cancelSimulation(this.followed);
      await this.look();
    } catch (fault) {
      this.problem = asProblem(fault);
    }
  }

  handleRetry(): void {
    this.follow();
  }

  async handleCalls(): Promise<void> {
    const { followed } = this;
    this.callsProblem = undefined;
    this.isLoadingCalls = true;
    try {
      const page = await simulatedCalls(followed, this.next);
      if (followed !== this.followed) return;
      this.calls = [...(this.calls ?? []), ...page.calls];
      this.next = page.next;
    } catch (fault) {
      this.callsProblem = asProblem(fault);
    } finally {
      this.isLoadingCalls = false;
    }
  }

  private follow(): void {
    this.stopLooking?.();
    this.stopLooking = everySecond(() => void this.look());
  }

  private async look(): Promise<void> {
    const { followed } = this;
    try {
      const run = await simulation(followed);
      if (followed !== this.followed || !this.isThere) return;
      this.problem = undefined;
      this.run = run;
      if (run.status !== 'running') await this.end(run);
    } catch (fault) {
      if (followed !== this.followed) return;
      this.problem = asProblem(fault);
      this.stopLooking?.();
    }
  }

  private async end(run: Run): Promise<void> {
    this.stopLooking?.();
    this.dispatchEvent(new CustomEvent('ended'));
    if (!run.result) return;
    const [before, after] = await Promise.all([wordsOf(run.before), this.draftRules.length > 0 ? this.draftRules : wordsOf(run.after)]);
    if (run.simulationId !== this.followed) return;
    this.beforeRules = before;
    this.afterRules = after;
  }
}

/** A draft of an earlier run is kept nowhere: its rules are shown by name alone. */
const wordsOf = (version: string): Promise<readonly RuleInWords[]> => policyOfVersion(version).then(({ rules }) => rules, () => []);
