import { LightningElement, api } from 'lwc';
import USER_ID from '@salesforce/user/Id';
import {
  interventionOf,
  isRefusedWith,
  mayJoin,
  type CallView,
  type InterventionView,
  type Mode,
  type Problem,
  type TextWhisperView,
  type Vocabulary,
} from 'c/callModel';
import {
  changeMode,
  identityStepFor,
  joinByPhone,
  joinCall,
  leaveCall,
  playDisclosure,
  requestFloor,
  acceptHelp,
  vocabulary,
  sendTextWhisper,
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
import { asProblem } from 'c/dealsideSession';
import { followMicrophone, followVoice } from 'c/softphoneBus';

/** Why somebody who was on the call, or about to be, is not. */
const LOST_TEXT: Record<string, string> = {
  connection_lost: labels.joinConnectionLost,
  announcement_failed: labels.joinNotAnnounced,
};

/** A request that needs a PIN or a passkey first, and how to send it again. */
interface IdentityDemand {
  refusal: Problem;
  askAgain: () => Promise<void>;
}

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
  identityDemand?: IdentityDemand;
  /** Whether a join waits until the customer has heard the disclosure. */
  waitsForDisclosure = false;
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
    if (this.waitsForDisclosure && call.disclosure === 'played') this.clearProblem();
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
    if (!help || you.relation !== 'supervisor') return undefined;
    if (help.takenBy?.userId === USER_ID) return labels.helpYouJoin;
    if (help.takenBy) return fill(labels.helpComing, { who: help.takenBy.name });
    return [fill(labels.helpAsked, { rep: rep.name, reason: help.reasonLabel }), help.note]
      .filter(Boolean)
      .join(' · ');
  }

  get canAcceptHelp(): boolean {
    return this.shown.help?.status === 'open' && !this.intervention;
  }

  get textWhispers(): readonly TextWhisperView[] {
    return this.shown.textWhispers ?? [];
  }

  get canWrite(): boolean {
    return this.showsControls && this.intervention?.status === 'active';
  }

  get canJoin(): boolean {
    return mayJoin(this.shown) && !this.intervention;
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

  get canPlayDisclosure(): boolean {
    const { disclosure } = this.shown;
    return (
      this.waitsForDisclosure && this.canJoin && disclosure !== 'playing' && disclosure !== 'played'
    );
  }

  get disclosureText(): string | undefined {
    return this.waitsForDisclosure && this.canJoin && this.shown.disclosure === 'played'
      ? labels.disclosureJoinNow
      : undefined;
  }

  get asksWhy(): boolean {
    return this.shown.status !== 'ended';
  }

  get lostText(): string | undefined {
    const { status, you } = this.shown;
    return status === 'live' && !this.intervention ? LOST_TEXT[you.endReason ?? ''] : undefined;
  }

  /** The network was not fit to talk over: the phone is the way out. */
  get isConnectionPoor(): boolean {
    return this.canJoin && this.problem?.code === 'connection_poor';
  }

  get joinLabel(): string {
    if (this.asking.isBusy) return labels.callJoining;
    return this.lostText ? labels.joinAgain : labels.callJoin;
  }

  get joinHint(): string {
    return fill(labels.callJoinHint, { rep: this.shown.rep.name });
  }

  connectedCallback(): void {
    this.stopFollowing = [
      followMicrophone((problem) => {
        this.microphoneProblem = problem;
      }),
      followVoice((isOff) => {
        this.voiceOff = isOff;
      }),
    ];
    if (this.shown.you.relation !== 'viewer') void this.vocabularyLoader.load();
  }

  disconnectedCallback(): void {
    for (const stop of this.stopFollowing) stop();
  }

  handleJoin(): Promise<void> {
    return this.join(() => joinCall(this.shown.callId));
  }

  handleJoinAnyway(): Promise<void> {
    return this.join(() => joinCall(this.shown.callId, { anyway: true }));
  }

  handleJoinByPhone(): Promise<void> {
    return this.join(() => joinByPhone(this.shown.callId));
  }

  private join(act: () => Promise<unknown>): Promise<void> {
    this.waitsForDisclosure = false;
    return this.askWithIdentityCheck(async () => {
      try {
        await act();
      } catch (fault) {
        this.waitsForDisclosure = isRefusedWith(asProblem(fault), 'consent_missing');
        throw fault;
      }
    });
  }

  async handlePlayDisclosure(): Promise<void> {
    await this.ask(() => playDisclosure(this.shown.callId));
  }

  async handleLeave(): Promise<void> {
    const { interventionId } = this.intervention!;
    this.attemptedMode = undefined;
    await this.ask(() => leaveCall(interventionId));
  }

  /** Tells the rep and the other supervisors who is joining, and joins. */
  async handleJoinToHelp(): Promise<void> {
    await this.ask(() => acceptHelp(this.shown.callId));
    if (!this.asking.problem) await this.handleJoin();
  }

  async handleWrite(event: CustomEvent<{ text: string }>): Promise<void> {
    this.attemptedMode = undefined;
    await this.ask(() => sendTextWhisper(this.shown.callId, event.detail.text));
  }

  async handleFloorRequest(event: CustomEvent<{ wanted: boolean }>): Promise<void> {
    const { interventionId } = this.intervention!;
    this.attemptedMode = undefined;
    await this.ask(() => requestFloor(interventionId, event.detail.wanted));
  }

  handleModeChange({ detail }: CustomEvent<ModeChange>): Promise<void> {
    const { interventionId } = this.intervention!;
    return this.askWithIdentityCheck(async () => {
      this.requestedMode = detail.mode;
      this.attemptedMode = detail.mode;
      try {
        const answered = await changeMode(interventionId, detail);
        if (!answered.pendingMode) this.requestedMode = undefined;
      } catch (fault) {
        this.requestedMode = undefined;
        throw fault;
      }
    });
  }

  handleProved(): Promise<void> {
    return this.identityDemand!.askAgain();
  }

  handleIdentityCancel(): void {
    this.identityDemand = undefined;
    this.template!.querySelector<HTMLElement>(
      '[data-action="join"], c-intervention-controls',
    )?.focus();
  }

  /** Asks, and where that needs a PIN or a passkey first, asks the same again once it is there. */
  private async askWithIdentityCheck(act: () => Promise<unknown>): Promise<void> {
    this.identityDemand = undefined;
    await this.ask(act);
    const { problem } = this.asking;
    if (!problem || !identityStepFor(problem)) return;
    this.identityDemand = { refusal: problem, askAgain: () => this.askWithIdentityCheck(act) };
    this.clearProblem();
  }

  private clearProblem(): void {
    this.asking = { ...this.asking, problem: undefined };
  }
}
