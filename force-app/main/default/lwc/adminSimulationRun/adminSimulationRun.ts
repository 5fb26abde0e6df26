import {
  cancelSimulation,
  policyOfVersion,
  simulatedCalls,
  simulation,
  type RuleInWords,
  type SimulatedCallPage,
  type SimulationResult,
  type SimulationRun as Run,
} from 'c/adminApi';
import { countText } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import {
  createAction,
  createLoader,
  IDLE,
  NOT_LOADED,
  type ActionState,
  type Loaded,
} from 'c/dealsideLoader';
import { everySecond } from 'c/dealsideTicker';
import { LightningElement, api } from 'lwc';

/**
 * Follows a simulation until it ends, and shows its result. Fires `ended` when it is no longer
 * running.
 */
export default class AdminSimulationRun extends LightningElement {
  labels = labels;
  followedRun: Loaded<Run> = NOT_LOADED;
  canceling: ActionState = IDLE;
  beforeRules: readonly RuleInWords[] = [];
  afterRules: readonly RuleInWords[] = [];
  calls: Loaded<SimulatedCallPage> = NOT_LOADED;
  private followed = '';
  private isThere = false;
  private stopLooking?: () => void;
  private readonly loader = createLoader(simulation, (state) => this.showRun(state));
  private readonly callsLoader = createLoader(
    () => this.moreCalls(),
    (state) => {
      this.calls = state;
    },
  );
  private readonly cancel = createAction((state) => {
    this.canceling = state;
  });

  /** The rules of a draft in words, because drafts are not stored as versions. */
  @api draftRules: readonly RuleInWords[] = [];

  @api
  get simulationId(): string {
    return this.followed;
  }
  set simulationId(simulationId: string) {
    this.followed = simulationId;
    this.loader.reset();
    this.callsLoader.reset();
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

  get run(): Run | undefined {
    return this.followedRun.value;
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
    const { done, total } = this.run!;
    return fill(labels.simProgress, { done: countText(done), total: countText(total) });
  }

  get endText(): string | undefined {
    if (this.run?.status === 'cancelled') return labels.simCanceled;
    return this.run?.status === 'failed' ? labels.simFailed : undefined;
  }

  get result(): SimulationResult | undefined {
    return this.run?.result;
  }

  get hasCalls(): boolean {
    return (this.result?.calls ?? 0) > 0;
  }

  get canShowCalls(): boolean {
    return this.calls.isLoading && this.hasCalls;
  }

  get hasMoreCalls(): boolean {
    return this.calls.value?.next !== undefined;
  }

  async handleCancel(): Promise<void> {
    await this.cancel(async () => {
      await cancelSimulation(this.followed);
      await this.loader.load(this.followed);
    });
  }

  handleRetry(): void {
    this.canceling = IDLE;
    this.follow();
  }

  async handleCalls(): Promise<void> {
    await this.callsLoader.load();
  }

  private async moreCalls(): Promise<SimulatedCallPage> {
    const { value } = this.calls;
    const { calls, next } = await simulatedCalls(this.followed, value?.next);
    return { calls: [...(value?.calls ?? []), ...calls], next };
  }

  /** Reads the run every second until it has ended. */
  private follow(): void {
    this.stopLooking?.();
    this.stopLooking = everySecond(() => {
      if (!this.followedRun.isBusy) void this.loader.load(this.followed);
    });
  }

  private showRun(state: Loaded<Run>): void {
    this.followedRun = state;
    if (state.problem) this.stopLooking?.();
    if (state.isBusy || state.problem || !state.value || !this.isThere) return;
    this.canceling = { ...this.canceling, problem: undefined };
    if (state.value.status !== 'running') void this.end(state.value);
  }

  private async end(run: Run): Promise<void> {
    this.stopLooking?.();
    this.dispatchEvent(new CustomEvent('ended'));
    if (!run.result) return;
    const [before, after] = await Promise.all([
      wordsOf(run.before),
      this.draftRules.length > 0 ? this.draftRules : wordsOf(run.after),
    ]);
    if (run.simulationId !== this.followed) return;
    this.beforeRules = before;
    this.afterRules = after;
  }
}

/** A draft of an earlier run is not stored, so its rules are shown only by name. */
const wordsOf = (version: string): Promise<readonly RuleInWords[]> =>
  policyOfVersion(version).then(
    ({ rules }) => rules,
    () => [],
  );
