import { LightningElement, api } from 'lwc';
import USER_ID from '@salesforce/user/Id';
import { interventionOf, type CallView, type InterventionView, type Mode, type Problem, type TextWhisperView, type Vocabulary } from 'c/callModel';
import {
  askHelp, changeMode, requestFloor, hangUp, holdCustomer, joinCall, leaveCall, playDisclosure, proofFor, seeTextWhisper, takeHelp,
  vocabulary, whisperText, withdrawHelp, type HelpAsked, type ModeChange,
} from 'c/dealsideApi';
import { fill, labels } from 'c/dealsideLabels';
import { asProblem } from 'c/dealsideSession';
import { followMicrophone } from 'c/softphoneBus';

/** Why somebody who was on the call, or about to be, is not. */
const LOST_TEXT: Record<string, string> = { connection_lost: labels.joinConnectionLost, announcement_failed: labels.joinNotAnnounced };

/** What was refused until the person proves that it is them, and how to ask for it again. */
interface Unproved { refusal: Problem; askAgain: () => Promise<void> }

/** A call with what this person can do on it: the rep handles it, a supervisor joins and switches. */
export default class CallPanel extends LightningElement {
  labels = labels;
  userId = USER_ID;
  words?: Vocabulary;
  problem?: Problem;
  requestedMode?: Mode;
  isAsking = false;
  microphoneProblem?: Problem;
  unproved?: Unproved;
  /** Whether a join waits for the customer to be told. */
  waitsForDisclosure = false;
  private stopFollowing?: () => void;
  private shown!: CallView;

  @api showOpportunity = false;

  @api
  get call(): CallView {
    return this.shown;
  }
  set call(call: CallView) {
    this.shown = call;
    if (this.waitsForDisclosure && call.disclosure === 'played') this.problem = undefined;
    const mine = this.intervention;
    // Once the server has answered, what the feed says is newer than what was asked for.
    if (!this.isAsking || !mine || mine.pendingMode || mine.mode === this.requestedMode) this.requestedMode = undefined;
  }

  get intervention(): InterventionView | undefined {
    return interventionOf(this.shown, USER_ID);
  }

  /** A rep handles the call unless a supervisor has taken it over. */
  get isRepsToHandle(): boolean {
    return this.shown.you.relation === 'rep' && this.shown.status !== 'ended' && !this.shown.rep.silenced;
  }

  get asksForHelp(): boolean {
    return this.isRepsToHandle && this.shown.status === 'live';
  }

  get helpReasons(): { code: string; label: string }[] {
    return this.words?.helpReasons ?? [];
  }

  /** A request of the rep, as supervisors see it. */
  get helpText(): string | undefined {
    const { help, rep, you } = this.shown;
    if (!help || you.relation !== 'supervisor') return undefined;
    if (help.takenBy?.userId === USER_ID) return labels.helpYouCome;
    if (help.takenBy) return fill(labels.helpComing, { who: help.takenBy.name });
    return [fill(labels.helpAsked, { rep: rep.name, reason: help.reasonLabel }), help.note].filter(Boolean).join(' · ');
  }

  get canTakeHelp(): boolean {
    return this.shown.help?.status === 'open' && !this.intervention;
  }

  get textWhispers(): readonly TextWhisperView[] {
    return this.shown.textWhispers ?? [];
  }

  get canWrite(): boolean {
    return this.showsControls && this.intervention?.status === 'active';
  }

  get canHold(): boolean {
    return this.isRepsToHandle && this.shown.status === 'live';
  }

  get canJoin(): boolean {
    const mayListen = this.shown.you.modes.some(({ mode, allowed }) => mode === 'monitor' && allowed);
    return this.shown.status === 'live' && this.shown.you.relation === 'supervisor' && mayListen && !this.intervention;
  }

  get showsControls(): boolean {
    return this.intervention !== undefined && this.shown.status === 'live';
  }

  /** The controls show their own problems. */
  get ownProblem(): Problem | undefined {
    return this.showsControls ? undefined : this.problem;
  }

  get canPlayDisclosure(): boolean {
    const { disclosure } = this.shown;
    return this.waitsForDisclosure && this.canJoin && disclosure !== 'playing' && disclosure !== 'played';
  }

  get disclosureText(): string | undefined {
    return this.waitsForDisclosure && this.canJoin && this.shown.disclosure === 'played' ? labels.disclosureJoinNow : undefined;
  }

  /** Supervisors and those who only see the call may ask what the policy says of them. */
  get asksWhy(): boolean {
    return this.shown.you.relation !== 'rep' && this.shown.status !== 'ended';
  }

  get lostText(): string | undefined {
    const { status, you } = this.shown;
    return status === 'live' && !this.intervention ? LOST_TEXT[you.endReason ?? ''] : undefined;
  }

  get joinLabel(): string {
    if (this.isAsking) return labels.callJoining;
    return this.lostText ? labels.joinAgain : labels.callJoin;
  }

  get joinHint(): string {
    return fill(labels.callJoinHint, { rep: this.shown.rep.name });
  }

  get holdLabel(): string {
    return this.shown.customer.onHold ? labels.callResume : labels.callHold;
  }

  get holdIcon(): string {
    return this.shown.customer.onHold ? 'utility:play' : 'utility:pause';
  }

  connectedCallback(): void {
    this.stopFollowing = followMicrophone((problem) => {
      this.microphoneProblem = problem;
    });
    if (this.shown.you.relation === 'viewer') return;
    vocabulary().then(
      (words) => {
        this.words = words;
      },
      (fault: unknown) => {
        this.problem = asProblem(fault);
      },
    );
  }

  disconnectedCallback(): void {
    this.stopFollowing?.();
  }

  handleJoin(): Promise<void> {
    this.waitsForDisclosure = false;
    return this.askingWithProof(async () => {
      try {
        await joinCall(this.shown.callId);
      } catch (fault) {
        this.waitsForDisclosure = asProblem(fault).code === 'consent_missing';
        throw fault;
      }
    });
  }

  handlePlayDisclosure(): Promise<void> {
    return this.asking(() => playDisclosure(this.shown.callId));
  }

  handleHold(): Promise<void> {
    return this.asking(() => holdCustomer(this.shown.callId, !this.shown.customer.onHold));
  }

  handleHangUp(): Promise<void> {
    return this.asking(() => hangUp(this.shown.callId));
  }

  handleLeave(): Promise<void> {
    const { interventionId } = this.intervention!;
    return this.asking(() => leaveCall(interventionId));
  }

  handleAskHelp(event: CustomEvent<HelpAsked>): Promise<void> {
    return this.asking(() => askHelp(this.shown.callId, event.detail));
  }

  handleWithdrawHelp(): Promise<void> {
    return this.asking(() => withdrawHelp(this.shown.callId));
  }

  handleTakeHelp(): Promise<void> {
    return this.asking(() => takeHelp(this.shown.callId));
  }

  handleWrite(event: CustomEvent<{ text: string }>): Promise<void> {
    return this.asking(() => whisperText(this.shown.callId, event.detail.text));
  }

  handleSeen(event: CustomEvent<{ textWhisperId: string }>): Promise<void> {
    return this.asking(() => seeTextWhisper(this.shown.callId, event.detail.textWhisperId));
  }

  handleClaim(event: CustomEvent<{ claim: boolean }>): Promise<void> {
    const { interventionId } = this.intervention!;
    return this.asking(() => requestFloor(interventionId, event.detail.claim));
  }

  handleModeChange({ detail }: CustomEvent<ModeChange>): Promise<void> {
    const { interventionId } = this.intervention!;
    return this.askingWithProof(async () => {
      this.requestedMode = detail.mode;
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
    return this.unproved!.askAgain();
  }

  handleProofCancel(): void {
    this.unproved = undefined;
    this.template!.querySelector<HTMLElement>('[data-action="join"], c-intervention-controls')?.focus();
  }

  /** Asks, and where that needs a PIN or a passkey first, asks the same again once it is there. */
  private async askingWithProof(ask: () => Promise<unknown>): Promise<void> {
    this.unproved = undefined;
    await this.asking(ask);
    if (!this.problem || !proofFor(this.problem)) return;
    this.unproved = { refusal: this.problem, askAgain: () => this.askingWithProof(ask) };
    this.problem = undefined;
  }

  private async asking(ask: () => Promise<unknown>): Promise<void> {
    this.problem = undefined;
    this.isAsking = true;
    try {
      await ask();
    } catch (fault) {
      this.problem = asProblem(fault);
    } finally {
      this.isAsking = false;
    }
  }
}
