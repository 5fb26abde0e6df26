import MAY_ADMINISTER from '@salesforce/customPermission/Dealside_Administer';
import { audioCheckState, startAudioCheck, type AudioCheckView } from 'c/adminApi';
import { labels } from 'c/dealsideLabels';
import {
  createAction,
  createLoader,
  IDLE,
  NOT_LOADED,
  type ActionState,
  type Loaded,
} from 'c/dealsideLoader';
import { everySecond } from 'c/dealsideTicker';
import { LightningElement } from 'lwc';

const SHOWN_AT_ONCE = 50;

/** Whether whisper and barge can be trusted. An administrator can run a check now. */
export default class AdminAudioCheck extends LightningElement {
  labels = labels;
  isRefused = !MAY_ADMINISTER;
  audioCheck: Loaded<AudioCheckView> = NOT_LOADED;
  starting: ActionState = IDLE;
  private shown = SHOWN_AT_ONCE;
  private stopLooking?: () => void;
  private isThere = false;
  private readonly loader = createLoader(
    () => audioCheckState(this.shown),
    (state) => {
      this.audioCheck = state;
      if (!state.isBusy) this.followRun();
    },
  );
  private readonly start = createAction((state) => {
    this.starting = state;
  });

  connectedCallback(): void {
    this.isThere = true;
    if (!this.isRefused) void this.loader.load();
  }

  disconnectedCallback(): void {
    this.isThere = false;
    this.stopLooking?.();
  }

  get isRunning(): boolean {
    return this.audioCheck.value?.runs.some(({ status }) => status === 'running') ?? false;
  }

  handleRetry(): void {
    void this.loader.load();
  }

  handleMore(): void {
    this.shown += SHOWN_AT_ONCE;
    void this.loader.load();
  }

  async handleRun(): Promise<void> {
    if (await this.start(startAudioCheck)) await this.loader.load();
  }

  /** Reads the run every second until it ends. */
  private followRun(): void {
    const follows = this.stopLooking !== undefined;
    if (this.isRunning && this.isThere && !follows) {
      let isFirst = true;
      this.stopLooking = everySecond(() => {
        if (!isFirst && !this.audioCheck.isBusy) void this.loader.load();
        isFirst = false;
      });
    }
    if (!this.isRunning && follows) {
      this.stopLooking?.();
      this.stopLooking = undefined;
    }
  }
}
