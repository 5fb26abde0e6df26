import { LightningElement } from 'lwc';
import MAY_ADMINISTER from '@salesforce/customPermission/Dealside_Administer';
import {
  checkDraft, draftOf, policyInForce, policyOfVersion, policyVersions, simulations, startSimulation,
  type Draft, type PolicyFault, type PolicyVersion, type RuleInWords, type SimulationRun,
} from 'c/adminApi';
import { dateText, dayText, timeText, type Problem } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { asProblem } from 'c/dealsideSession';

const DAY_MS = 86_400_000;
const LONGEST_DAYS = 400;
const USUAL_DAYS = 30;
const NOTHING: Draft = { rules: [], holidays: [] };

/** Tries a changed policy on the calls of a past period. */
export default class AdminSimulator extends LightningElement {
  labels = labels;
  isRefused = !MAY_ADMINISTER;
  isLoaded = false;
  problem?: Problem;
  from = dayText(new Date(Date.now() - USUAL_DAYS * DAY_MS));
  to = dayText(new Date(Date.now() + DAY_MS));
  periodError?: string;
  version = '';
  draft: Draft = NOTHING;
  faults?: readonly PolicyFault[];
  isAsking = false;
  isRunning = false;
  runProblem?: Problem;
  simulationId = '';
  draftRules: readonly RuleInWords[] = [];
  private original: Draft = NOTHING;
  private known: readonly PolicyVersion[] = [];
  private runs: readonly SimulationRun[] = [];

  connectedCallback(): void {
    if (!this.isRefused) void this.load();
  }

  get isLoading(): boolean {
    return !this.isLoaded;
  }

  get isBusy(): boolean {
    return this.isAsking || this.isRunning;
  }

  get isChanged(): boolean {
    return this.draft !== this.original;
  }

  get periodClass(): string {
    return `slds-form-element${this.periodError ? ' slds-has-error' : ''}`;
  }

  get versions(): { value: string; label: string; selected: boolean }[] {
    const all = this.known.map(({ version, since }) => ({ value: version, label: fill(labels.simVersionOf, { version, when: dateText(since) }) }));
    return [{ value: '', label: labels.simInForce }, ...all].map((option) => ({ ...option, selected: option.value === this.version }));
  }

  get earlier(): { value: string; label: string; selected: boolean }[] {
    return this.runs.map(({ simulationId, from, to, askedAt, status }) => ({
      value: simulationId,
      label: fill(labels.simEarlierOf, { from: dateText(from), to: dateText(to), when: `${dateText(askedAt)}, ${timeText(askedAt)}`, status: STATUS[status] }),
      selected: simulationId === this.simulationId,
    }));
  }

  get hasEarlier(): boolean {
    return this.runs.length > 0;
  }

  handleRetry(): void {
    void this.load();
  }

  handleFrom(event: Event): void {
    this.from = (event.target as HTMLInputElement).value;
    this.periodError = undefined;
  }

  handleTo(event: Event): void {
    this.to = (event.target as HTMLInputElement).value;
    this.periodError = undefined;
  }

  async handleVersion(event: Event): Promise<void> {
    this.version = (event.target as HTMLSelectElement).value;
    await this.asking(async () => {
      this.startFrom(draftOf(await (this.version ? policyOfVersion(this.version) : policyInForce())));
    });
  }

  handleEarlier(event: Event): void {
    this.draftRules = [];
    this.simulationId = (event.target as HTMLSelectElement).value;
  }

  handleDraft(event: CustomEvent<{ draft: Draft }>): void {
    this.draft = event.detail.draft;
    this.faults = undefined;
  }

  handleUndo(): void {
    this.startFrom(this.original);
  }

  async handleCheck(): Promise<void> {
    await this.asking(async () => void (await this.check()));
  }

  async handleRun(): Promise<void> {
    if (!this.isPeriodRight()) return;
    await this.asking(async () => {
      const words = this.isChanged ? await this.check() : [];
      if (!words) return;
      const policy = this.isChanged ? { policy: this.draft } : this.version && { version: this.version };
      const run = await startSimulation({ from: this.from, to: this.to, ...policy });
      this.draftRules = words;
      this.isRunning = true;
      this.simulationId = run.simulationId;
    });
  }

  async handleEnded(): Promise<void> {
    this.isRunning = false;
    await this.asking(async () => {
      this.runs = (await simulations()).simulations;
    });
  }

  /** The rules in words; undefined, and the faults shown, when there are any. */
  private async check(): Promise<readonly RuleInWords[] | undefined> {
    const checked = await checkDraft(this.draft);
    this.faults = checked.valid ? [] : checked.faults;
    return checked.valid ? checked.rules : undefined;
  }

  private isPeriodRight(): boolean {
    const days = (Date.parse(this.to) - Date.parse(this.from)) / DAY_MS;
    this.periodError = days > 0 && days <= LONGEST_DAYS ? undefined : labels.simPeriodWrong;
    return !this.periodError;
  }

  private startFrom(draft: Draft): void {
    this.original = draft;
    this.draft = draft;
    this.faults = undefined;
  }

  private async asking(ask: () => Promise<void>): Promise<void> {
    this.runProblem = undefined;
    this.isAsking = true;
    try {
      await ask();
    } catch (fault) {
      this.runProblem = asProblem(fault);
    } finally {
      this.isAsking = false;
    }
  }

  private async load(): Promise<void> {
    this.problem = undefined;
    try {
      const [policy, { versions }, { simulations: runs }] = await Promise.all([policyInForce(), policyVersions(), simulations()]);
      this.startFrom(draftOf(policy));
      this.known = versions;
      this.runs = runs;
      const running = runs.find(({ status }) => status === 'running');
      this.isRunning = running !== undefined;
      this.simulationId = running?.simulationId ?? '';
      this.isLoaded = true;
    } catch (fault) {
      this.problem = asProblem(fault);
    }
  }
}

const STATUS: Record<SimulationRun['status'], string> = {
  running: labels.simStatusRunning, done: labels.simStatusDone, cancelled: labels.simStatusCancelled, failed: labels.simStatusFailed,
};
