import { LightningElement, api } from 'lwc';
import USER_ID from '@salesforce/user/Id';
import {
  interventionOf,
  mayJoin,
  type CallView,
  type InterventionView,
  type Mode,
  type Problem,
  type TextWhisperView,
  type Vocabulary,
} from 'c/callModel';
import {
  leaveCall,
  requestFloor,
  acceptHelp,
  vocabulary,
  markTextWhisperSeen,
  sendTextWhisper,
  type TextWhisperInput,
  type ModeChange,
} from 'c/dealsideApi';
import { fill, labels } from 'c/dealsideLabels';
import {
  createAction,
  createLoader,
  IDLE,
  NOT_LOADED,
  type ActionState,
  type Loaded,
} from 'c/dealsideLoader';
import type InterventionFlow from 'c/interventionFlow';
import type { FlowEnd } from 'c/interventionFlow';
import { followPolicyVersion } from 'c/policyVersion';
import { followMicrophone, followVoice } from 'c/softphoneBus';

/** Why somebody who was on the call, or about to be, is not. */
const LOST_TEXT: Record<string, string> = {
  connection_lost: labels.joinConnectionLost,
  announcement_failed: labels.joinNotAnnounced,
};

/**
 * What a supervisor can do on a call: join, switch, write to the rep. Those who only see the call
 * can ask what the policy says of them.
 */
export default class CallSupervisorPanel extends LightningElement {
  labels = labels;
  vocabulary: Loaded<Vocabulary> = NOT_LOADED;
  asking: ActionState = IDLE;
  requestedMode?: Mode;
  /** The mode of the last request, where it was for a mode: what a refusal is about. */
  attemptedMode?: Mode;
  microphoneProblem?: Problem;
  /** Whether the softphone has turned the microphone off at a click. */
  voiceOff = false;
  /** The mode that is on its way through the flow; undefined for a join. */
  private wantedMode?: Mode;
  private flows = 0;
  private stopFollowing: (() => void)[] = [];
  private shown!: CallView;
  private readonly vocabularyLoader = createLoader(vocabulary, (state) => {
    this.vocabulary = state;
  });
  private readonly ask = createAction((state) => {
    this.asking = state;
    this.vocabulary = { ...this.vocabulary, problem: undefined };
  });

  @api
  get call(): CallView {
    return this.shown;
  }
  set call(call: CallView) {
    this.shown = call;
    const mine = this.intervention;
    // Once the server has answered, what the feed says is newer than what was asked for.
    if (!this.asking.isBusy || !mine || mine.pendingMode || mine.mode === this.requestedMode)
      this.requestedMode = undefined;
  }

  get intervention(): InterventionView | undefined {
    return interventionOf(this.shown, USER_ID);
  }

  /** A request of the rep, as supervisors see it. */
  get helpText(): string | undefined {
    const { help, rep, you } = this.shown;
    const asked = help ?? this.intervention?.answers;
    if (!asked || you.relation !== 'supervisor') return undefined;
    return [
      fill(labels.helpAsked, { rep: rep.name, reason: asked.reasonLabel }),
      asked.note,
      this.helpTaker,
    ]
      .filter(Boolean)
      .join(' · ');
  }

  /** Who is coming, as long as nobody has come. */
  private get helpTaker(): string | undefined {
    const { help } = this.shown;
    if (help?.takenBy?.userId === USER_ID)
      return this.intervention ? undefined : labels.helpYouJoin;
    return help?.takenBy && fill(labels.helpComing, { who: help.takenBy.name });
  }

  get canAcceptHelp(): boolean {
    return this.shown.help?.status === 'open' && !this.intervention;
  }

  get textWhispers(): readonly TextWhisperView[] {
    return this.shown.textWhispers ?? [];
  }

  get phrases(): readonly { text: string; reasons: readonly string[] }[] {
    return this.shown.you.scripts?.texts ?? [];
  }

  /** What this supervisor is here for, as far as it was said. */
  get textReason(): string | undefined {
    return this.intervention?.reasonCode ?? this.intervention?.answers?.bargeReasonCode;
  }

  /** The customer does not want to be monitored. */
  get declinedText(): string | undefined {
    const { monitoringDeclined, customer, you } = this.shown;
    return monitoringDeclined && you.relation === 'supervisor'
      ? fill(labels.choiceForSupervisor, { customer: customer.name })
      : undefined;
  }

  get canWrite(): boolean {
    return this.showsControls && this.intervention?.status === 'active';
  }

  get canJoin(): boolean {
    return mayJoin(this.shown) && !this.intervention;
  }

  /** The supervisor's own phone is rung, and a key is waited for. */
  get isPhoneRung(): boolean {
    const mine = this.intervention;
    return mine?.status === 'joining' && mine.device !== undefined && mine.device !== 'softphone';
  }

  get showsControls(): boolean {
    return this.intervention !== undefined && this.shown.status === 'live';
  }

  get problem(): Problem | undefined {
    return this.asking.problem ?? this.vocabulary.problem;
  }

  /** The controls show their own problems. */
  get ownProblem(): Problem | undefined {
    return this.showsControls ? undefined : this.problem;
  }

  get hasFlow(): boolean {
    return this.canJoin || this.showsControls;
  }

  get asksWhy(): boolean {
    return this.shown.status !== 'ended';
  }

  get lostText(): string | undefined {
    const { status, you } = this.shown;
    return status === 'live' && !this.intervention ? LOST_TEXT[you.endReason ?? ''] : undefined;
  }

  get joinLabel(): string {
    if (this.asking.isBusy) return labels.callJoining;
    return this.lostText ? labels.joinAgain : labels.callJoin;
  }

  get joinHint(): string {
    const { rep } = this.shown;
    return rep.present ? fill(labels.callJoinHint, { rep: rep.name }) : labels.callJoinHintAlone;
  }

  connectedCallback(): void {
    this.stopFollowing = [
      followMicrophone((problem) => {
        this.microphoneProblem = problem;
      }),
      followVoice((isOff) => {
        this.voiceOff = isOff;
      }),
      followPolicyVersion(() => this.loadVocabulary()),
    ];
    this.loadVocabulary();
  }

  private loadVocabulary(): void {
    if (this.shown.you.relation !== 'viewer') void this.vocabularyLoader.load();
  }

  disconnectedCallback(): void {
    for (const stop of this.stopFollowing) stop();
  }

  handleJoin(): Promise<void> {
    return this.goThrough(undefined, (flow) => flow.join());
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

  /** Tells the rep and the other supervisors who is joining, and joins. */
  handleJoinToHelp(): Promise<void> {
    const { callId } = this.shown;
    return this.goThrough(undefined, (flow) => flow.join(() => acceptHelp(callId)));
  }

  async handleWrite({ detail }: CustomEvent<TextWhisperInput>): Promise<void> {
    this.attemptedMode = undefined;
    await this.ask(() => sendTextWhisper(this.shown.callId, detail));
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

  handleModeChange({ detail }: CustomEvent<ModeChange>): Promise<void> {
    const { interventionId } = this.intervention!;
    return this.goThrough(detail.mode, (flow) => flow.switchTo(interventionId, detail));
  }

  /** Asks for a mode, or to join, with whatever is to be answered first. The latest one counts. */
  private async goThrough(
    mode: Mode | undefined,
    begin: (flow: InterventionFlow) => Promise<FlowEnd>,
  ): Promise<void> {
    this.flows += 1;
    const turn = this.flows;
    this.asking = IDLE;
    this.vocabulary = { ...this.vocabulary, problem: undefined };
    [this.wantedMode, this.attemptedMode] = [mode, mode];
    const end = await begin(this.refs!.flow as unknown as InterventionFlow);
    if (turn !== this.flows) return;
    this.asking = end.status === 'refused' ? { problem: end.problem, isBusy: false } : IDLE;
    const mine = this.intervention;
    // The feed may have said more by now than the answer.
    const isNews = end.status === 'done' && !mine?.pendingMode && mine?.mode !== mode;
    if (isNews && end.intervention.pendingMode) this.requestedMode = mode;
    if (end.status === 'canceled') await this.focusOnAction();
  }

  /** Where the person was before something was asked. */
  private async focusOnAction(): Promise<void> {
    await Promise.resolve();
    this.template!.querySelector<HTMLElement>(
      '[data-action="join"], c-intervention-controls',
    )?.focus();
  }
}
