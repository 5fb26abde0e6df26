import USER_ID from '@salesforce/user/Id';
import {
  interventionOf,
  type CallView,
  type InterventionView,
  type Mode,
  type Problem,
  type TextWhisperView,
  type Vocabulary,
} from 'c/callModel';
import type CallTextWhispers from 'c/callTextWhispers';
import {
  leaveCall,
  markTextWhisperSeen,
  requestFloor,
  sendTextWhisper,
  vocabulary,
  type ModeChange,
  type TextWhisperInput,
} from 'c/dealsideApi';
import { fill, labels } from 'c/dealsideLabels';
import {
  createAction,
  createLastingLoader,
  IDLE,
  NOT_LOADED,
  type ActionState,
  type Loaded,
} from 'c/dealsideLoader';
import type InterventionControls from 'c/interventionControls';
import type InterventionFlow from 'c/interventionFlow';
import { followPolicyVersion } from 'c/policyVersion';
import { followMicrophone, followVoice } from 'c/softphoneBus';
import { LightningElement, api } from 'lwc';

/**
 * The controls of a supervisor on a call: who hears them, the modes, leaving, lines to the rep.
 * They are in one place only: docked in the softphone, or on the page if there is no softphone.
 */
export default class CallBar extends LightningElement {
  vocabulary: Loaded<Vocabulary> = NOT_LOADED;
  asking: ActionState = IDLE;
  requestedMode?: Mode;
  /** The mode of the last request, which a refusal is about; undefined if it was not for a mode. */
  attemptedMode?: Mode;
  microphoneProblem?: Problem;
  /** Whether the softphone has turned the microphone off after a click. */
  voiceOff = false;
  /** The mode that the flow is currently requesting. */
  private wantedMode?: Mode;
  private turns = 0;
  private stopFollowing: (() => void)[] = [];
  private shown!: CallView;
  private readonly vocabularyLoader = createLastingLoader(vocabulary, (state) => {
    this.vocabulary = state;
  });
  private readonly ask = createAction((state) => {
    this.asking = state;
    this.vocabulary = { ...this.vocabulary, problem: undefined };
  });

  /** Whether it is in the softphone and not beside the call. */
  @api isDocked = false;

  /** A call that this person supervises. */
  @api
  get call(): CallView {
    return this.shown;
  }
  set call(call: CallView) {
    this.shown = call;
    const mine = this.intervention;
    // Once the server has answered, the feed is newer than the request.
    if (!this.asking.isBusy || mine?.pendingMode || mine?.mode === this.requestedMode)
      this.requestedMode = undefined;
  }

  /** Puts the focus on the current mode. */
  @api focus(): void {
    this.controls?.focus();
  }

  /** Handles a key that was pressed elsewhere, such as in the softphone's frame. */
  @api press(key: string): void {
    this.controls?.press(key);
  }

  get intervention(): InterventionView | undefined {
    return interventionOf(this.shown, USER_ID);
  }

  get className(): string {
    return this.isDocked ? 'bar bar_docked' : 'bar';
  }

  get title(): string {
    return fill(labels.callBarTitle, { rep: this.shown.rep.name });
  }

  get heading(): string {
    const { rep, customer } = this.shown;
    return fill(labels.callBarWith, { rep: rep.name, customer: customer.name });
  }

  get textWhispers(): readonly TextWhisperView[] {
    return this.shown.textWhispers ?? [];
  }

  get phrases(): readonly { text: string; reasons: readonly string[] }[] {
    return this.shown.you.scripts?.texts ?? [];
  }

  /** The reason that this supervisor has given, if any. */
  get textReason(): string | undefined {
    return this.intervention?.reasonCode ?? this.intervention?.answers?.bargeReasonCode;
  }

  get canWrite(): boolean {
    return this.intervention?.status === 'active';
  }

  get problem(): Problem | undefined {
    return this.asking.problem ?? this.vocabulary.problem;
  }

  connectedCallback(): void {
    this.stopFollowing = [
      followMicrophone((problem) => {
        this.microphoneProblem = problem;
      }),
      followVoice((isOff) => {
        this.voiceOff = isOff;
      }),
      followPolicyVersion(() => void this.vocabularyLoader.load()),
    ];
    void this.vocabularyLoader.load();
  }

  disconnectedCallback(): void {
    for (const stop of this.stopFollowing) stop();
    this.vocabularyLoader.stop();
  }

  handleProgress(event: CustomEvent<{ isSending: boolean }>): void {
    const { isSending } = event.detail;
    this.asking = { isBusy: isSending };
    this.requestedMode = isSending ? this.wantedMode : undefined;
  }

  async handleLeave(): Promise<void> {
    const { interventionId } = this.intervention!;
    this.attemptedMode = undefined;
    await this.ask(() => leaveCall(interventionId));
  }

  async handleWrite({ detail }: CustomEvent<TextWhisperInput>): Promise<void> {
    this.attemptedMode = undefined;
    const isSent = await this.ask(() => sendTextWhisper(this.shown.callId, detail));
    if (!isSent) this.lines?.putBack(detail);
  }

  async handleSeen({ detail }: CustomEvent<{ textWhisperId: string }>): Promise<void> {
    this.attemptedMode = undefined;
    await this.ask(() => markTextWhisperSeen(this.shown.callId, detail.textWhisperId));
  }

  async handleFloorRequest(event: CustomEvent<{ wanted: boolean }>): Promise<void> {
    const { interventionId } = this.intervention!;
    this.attemptedMode = undefined;
    await this.ask(() => requestFloor(interventionId, event.detail.wanted));
  }

  /** Requests a mode, after the required questions. A later request replaces an earlier one. */
  async handleModeChange({ detail }: CustomEvent<ModeChange>): Promise<void> {
    const { interventionId } = this.intervention!;
    const { mode } = detail;
    this.turns += 1;
    const turn = this.turns;
    this.asking = IDLE;
    this.vocabulary = { ...this.vocabulary, problem: undefined };
    [this.wantedMode, this.attemptedMode] = [mode, mode];
    const flow = this.refs!.flow as unknown as InterventionFlow;
    const end = await flow.switchTo(interventionId, detail);
    if (turn !== this.turns) return;
    this.asking = end.status === 'refused' ? { problem: end.problem, isBusy: false } : IDLE;
    const mine = this.intervention;
    // By now the feed may be newer than the answer.
    const isNews = end.status === 'done' && !mine?.pendingMode && mine?.mode !== mode;
    if (isNews && end.intervention.pendingMode) this.requestedMode = mode;
    if (end.status === 'canceled') {
      await Promise.resolve();
      this.focus();
    }
  }

  private get lines(): CallTextWhispers | null {
    return this.template!.querySelector('c-call-text-whispers') as CallTextWhispers | null;
  }

  private get controls(): InterventionControls | null {
    return this.template!.querySelector('c-intervention-controls') as InterventionControls | null;
  }
}
