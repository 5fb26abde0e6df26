import { LightningElement, api } from 'lwc';
import type { CallView, Problem, TextWhisperView, Vocabulary } from 'c/callModel';
import {
  requestHelp,
  hangUp,
  holdCustomer,
  pauseRecording,
  markTextWhisperSeen,
  vocabulary,
  cancelHelp,
  type HelpRequestInput,
} from 'c/dealsideApi';
import { labels } from 'c/dealsideLabels';
import {
  createAction,
  createLoader,
  IDLE,
  NOT_LOADED,
  type ActionState,
  type Loaded,
} from 'c/dealsideLoader';
import { followMicrophone } from 'c/softphoneBus';

/**
 * What a rep can do on their own call: hold, hang up, ask for help, read what supervisors write.
 */
export default class CallRepPanel extends LightningElement {
  labels = labels;
  vocabulary: Loaded<Vocabulary> = NOT_LOADED;
  asking: ActionState = IDLE;
  /** Why the customer cannot hear the rep, with what to do. */
  notHeard?: Problem;
  private stopFollowing?: () => void;
  private readonly vocabularyLoader = createLoader(vocabulary, (state) => {
    this.vocabulary = state;
  });
  private readonly ask = createAction((state) => {
    this.asking = state;
    this.vocabulary = { ...this.vocabulary, problem: undefined };
  });

  @api call!: CallView;

  connectedCallback(): void {
    this.stopFollowing = followMicrophone((problem) => {
      this.notHeard = problem;
    });
    void this.vocabularyLoader.load();
  }

  disconnectedCallback(): void {
    this.stopFollowing?.();
  }

  get shownNotHeard(): Problem | undefined {
    const isTalking = this.isHandling && this.call.status === 'live';
    return isTalking && this.notHeard?.code === 'no_microphone' ? this.notHeard : undefined;
  }

  /** A rep handles the call unless a supervisor has taken it over. */
  get isHandling(): boolean {
    return this.call.status !== 'ended' && !this.call.rep.silenced;
  }

  get asksForHelp(): boolean {
    return this.isHandling && this.call.status === 'live';
  }

  get canHold(): boolean {
    return this.isHandling && this.call.status === 'live';
  }

  /** A rep can pause the recording of a call that is recorded, and let it go on. */
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

  get helpReasons(): { code: string; label: string }[] {
    return this.vocabulary.value?.helpReasons ?? [];
  }

  get textWhispers(): readonly TextWhisperView[] {
    return this.call.textWhispers ?? [];
  }

  get problem(): Problem | undefined {
    return this.asking.problem ?? this.vocabulary.problem;
  }

  get holdLabel(): string {
    return this.call.customer.onHold ? labels.callResume : labels.callHold;
  }

  get holdIcon(): string {
    return this.call.customer.onHold ? 'utility:play' : 'utility:pause';
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

  async handleRequestHelp(event: CustomEvent<HelpRequestInput>): Promise<void> {
    await this.ask(() => requestHelp(this.call.callId, event.detail));
  }

  async handleCancelHelp(): Promise<void> {
    await this.ask(() => cancelHelp(this.call.callId));
  }

  async handleSeen(event: CustomEvent<{ textWhisperId: string }>): Promise<void> {
    await this.ask(() => markTextWhisperSeen(this.call.callId, event.detail.textWhisperId));
  }
}
