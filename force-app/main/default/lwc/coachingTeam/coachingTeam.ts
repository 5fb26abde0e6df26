import SEES_ALL_CALLS from '@salesforce/customPermission/Dealside_All_Calls';
import MAY_MONITOR from '@salesforce/customPermission/Dealside_Monitor';
import {
  firstDays,
  trainingSignals,
  type FirstDays,
  type TrainingSignal,
  type TrainingSignals,
} from 'c/coachingApi';
import { labels } from 'c/dealsideLabels';
import { createLoader, NOT_LOADED, type Loaded } from 'c/dealsideLoader';
import { whileVisible } from 'c/dealsideTicker';
import { LightningElement } from 'lwc';

/** Signals are computed every ten minutes. */
const EVERY_MS = 10 * 60_000;

/**
 * The training signals of this person's teams, and how their new reps progress. People who listen to
 * the calls of the whole company lead no team: for them it is there only while there is something.
 */
export default class CoachingTeam extends LightningElement {
  labels = labels;
  isRefused = !MAY_MONITOR;
  signalsRead: Loaded<TrainingSignals> = NOT_LOADED;
  daysRead: Loaded<FirstDays> = NOT_LOADED;
  private stopAsking?: () => void;
  private readonly signalsLoader = createLoader(trainingSignals, (state) => {
    this.signalsRead = state;
    if (this.hasDays && !this.daysRead.value && !this.daysRead.isBusy) void this.daysLoader.load();
  });
  private readonly daysLoader = createLoader(firstDays, (state) => {
    this.daysRead = state;
  });

  connectedCallback(): void {
    if (this.isRefused) return;
    this.stopAsking = whileVisible(EVERY_MS, () => void this.signalsLoader.load());
  }

  disconnectedCallback(): void {
    this.stopAsking?.();
  }

  get signals(): readonly TrainingSignal[] {
    return this.signalsRead.value?.signals ?? [];
  }

  get hasNoSignals(): boolean {
    return this.signalsRead.value?.signals.length === 0;
  }

  get isShown(): boolean {
    const { reps = [], waiting = [] } = this.daysRead.value ?? {};
    const hasFailed = this.signalsRead.problem !== undefined || this.daysRead.problem !== undefined;
    const count = this.signals.length + reps.length + waiting.length;
    return !SEES_ALL_CALLS || hasFailed || count > 0;
  }

  /** False for people who may not read outcomes, such as an investigator. */
  get hasDays(): boolean {
    return this.signalsRead.value?.mayReadFirstDays === true;
  }

  handleDecided(event: CustomEvent<{ signal: TrainingSignal }>): void {
    const { signal } = event.detail;
    const { value } = this.signalsRead;
    if (!value) return;
    const signals = value.signals.map((one) => (one.signalId === signal.signalId ? signal : one));
    this.signalsRead = { ...this.signalsRead, value: { ...value, signals } };
  }

  handleRetrySignals(): void {
    void this.signalsLoader.load();
  }

  handleRetryDays(): void {
    void this.daysLoader.load();
  }
}
