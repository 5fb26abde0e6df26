import MAY_ADMINISTER from '@salesforce/customPermission/Dealside_Administer';
import {
  checkDraft,
  draftOf,
  policyInForce,
  policyOfVersion,
  policyVersions,
  simulations,
  startSimulation,
  type Draft,
  type PolicyFault,
  type PolicyVersion,
  type RuleInWords,
  type SimulationRun,
} from 'c/adminApi';
import { dateText, dateTimeText, daysLater, todayText } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import {
  createAction,
  createLoader,
  IDLE,
  NOT_LOADED,
  type ActionState,
  type Loaded,
} from 'c/dealsideLoader';
import { fieldClass } from 'c/uiField';
import { LightningElement } from 'lwc';

const DAY_MS = 86_400_000;
const LONGEST_DAYS = 400;
const USUAL_DAYS = 30;
const NOTHING: Draft = { rules: [], holidays: [] };

/** The data that the page starts with. */
interface Start {
  policy: Draft;
  versions: readonly PolicyVersion[];
  runs: readonly SimulationRun[];
}

/** Tries a changed policy on the calls of a past period. */
export default class AdminSimulator extends LightningElement {
  labels = labels;
  isRefused = !MAY_ADMINISTER;
  start: Loaded<Start> = NOT_LOADED;
  from = daysLater(todayText(), -USUAL_DAYS);
  to = daysLater(todayText(), 1);
  periodError?: string;
  version = '';
  draft: Draft = NOTHING;
  faults?: readonly PolicyFault[];
  warnings: readonly PolicyFault[] = [];
  asking: ActionState = IDLE;
  isRunning = false;
  simulationId = '';
  draftRules: readonly RuleInWords[] = [];
  private original: Draft = NOTHING;
  private runs: readonly SimulationRun[] = [];
  private readonly loader = createLoader(loadStart, (state) => {
    this.start = state;
    if (state.value && !state.isBusy && !state.problem) this.begin(state.value);
  });
  private readonly ask = createAction((state) => {
    this.asking = state;
  });

  connectedCallback(): void {
    if (!this.isRefused) void this.loader.load();
  }

  get isBusy(): boolean {
    return this.asking.isBusy || this.isRunning;
  }

  get isChanged(): boolean {
    return this.draft !== this.original;
  }

  get periodClass(): string {
    return fieldClass(this.periodError);
  }

  get versions(): { value: string; label: string; selected: boolean }[] {
    const all = (this.start.value?.versions ?? []).map(({ version, since }) => ({
      value: version,
      label: fill(labels.simVersionOf, { version, when: dateText(since) }),
    }));
    return [{ value: '', label: labels.simInForce }, ...all].map((option) => ({
      ...option,
      selected: option.value === this.version,
    }));
  }

  get earlier(): { value: string; label: string; selected: boolean }[] {
    return this.runs.map(({ simulationId, from, to, askedAt, status }) => ({
      value: simulationId,
      label: fill(labels.simEarlierOf, {
        from: dateText(from),
        to: dateText(to),
        when: dateTimeText(askedAt),
        status: STATUS[status],
      }),
      selected: simulationId === this.simulationId,
    }));
  }

  get hasEarlier(): boolean {
    return this.runs.length > 0;
  }

  handleRetry(): void {
    void this.loader.load();
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
    await this.ask(async () => {
      this.startFrom(
        draftOf(await (this.version ? policyOfVersion(this.version) : policyInForce())),
      );
    });
  }

  handleEarlier(event: Event): void {
    this.draftRules = [];
    this.simulationId = (event.target as HTMLSelectElement).value;
  }

  handleDraft(event: CustomEvent<{ draft: Draft }>): void {
    this.draft = event.detail.draft;
    this.forgetCheck();
  }

  handleUndo(): void {
    this.startFrom(this.original);
  }

  async handleCheck(): Promise<void> {
    await this.ask(async () => void (await this.check()));
  }

  async handleRun(): Promise<void> {
    if (!this.isPeriodRight()) return;
    await this.ask(async () => {
      const words = this.isChanged ? await this.check() : [];
      if (!words) return;
      const policy = this.isChanged
        ? { policy: this.draft }
        : this.version && { version: this.version };
      const run = await startSimulation({ from: this.from, to: this.to, ...policy });
      this.draftRules = words;
      this.isRunning = true;
      this.simulationId = run.simulationId;
    });
  }

  async handleEnded(): Promise<void> {
    this.isRunning = false;
    await this.ask(async () => {
      this.runs = (await simulations()).simulations;
    });
  }

  /** The rules in words; undefined if there are faults, which are shown. */
  private async check(): Promise<readonly RuleInWords[] | undefined> {
    const checked = await checkDraft(this.draft);
    this.faults = checked.valid ? [] : checked.faults;
    this.warnings = (checked.valid && checked.warnings) || [];
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
    this.forgetCheck();
  }

  private forgetCheck(): void {
    this.faults = undefined;
    this.warnings = [];
  }

  private begin({ policy, runs }: Start): void {
    this.startFrom(policy);
    this.runs = runs;
    const running = runs.find(({ status }) => status === 'running');
    this.isRunning = running !== undefined;
    this.simulationId = running?.simulationId ?? '';
  }
}

async function loadStart(): Promise<Start> {
  const [policy, { versions }, { simulations: runs }] = await Promise.all([
    policyInForce(),
    policyVersions(),
    simulations(),
  ]);
  return { policy: draftOf(policy), versions, runs };
}

const STATUS: Record<SimulationRun['status'], string> = {
  running: labels.simStatusRunning,
  done: labels.simStatusDone,
  cancelled: labels.simStatusCanceled,
  failed: labels.simStatusFailed,
};
