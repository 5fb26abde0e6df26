import USER_ID from '@salesforce/user/Id';
import {
  interventionOf,
  isRefusedWith,
  isSilent,
  JOIN_MODE,
  type CallView,
  type InterventionView,
  type Mode,
  type ModeView,
  type Problem,
  type Vocabulary,
} from 'c/callModel';
import {
  acceptHelp,
  changeMode,
  giveHelpBack,
  identityStepFor,
  joinCall,
  leaveCall,
  playDisclosure,
  vocabulary,
  type JoinAnswers,
  type ModeChange,
} from 'c/dealsideApi';
import { fill, labels } from 'c/dealsideLabels';
import { createAction, IDLE, SLOW_AFTER_MS, type ActionState } from 'c/dealsideLoader';
import { asProblem } from 'c/dealsideSession';
import { connectionIsTested, connectionTestOver } from 'c/softphoneBus';
import { deviceToUse } from 'c/softphoneReach';
import { LightningElement, api } from 'lwc';
import { callToLeave, type CallToLeave } from './callToLeave';

/** The longest that a join waits for a network test, which takes about 7 s, or 8 s if blocked. */
const NETWORK_TEST_WITHIN_MS = 10_000;

/** How the flow ended: `canceled` by the person or by a newer request. */
export type FlowEnd =
  | { readonly status: 'done'; readonly intervention: InterventionView }
  | { readonly status: 'refused'; readonly problem: Problem }
  | { readonly status: 'canceled' };

/** The questions to the person before the request. */
type Step =
  | { readonly asks: 'move'; readonly from: CallToLeave }
  | { readonly asks: 'reason' }
  | { readonly asks: 'identity'; readonly refusal: Problem }
  | { readonly asks: 'disclosure'; readonly refusal: Problem }
  | { readonly asks: 'connection'; readonly refusal: Problem }
  /** Another supervisor has claimed the call. */
  | { readonly asks: 'claim'; readonly refusal: Problem };

/** The request, and the person's answers so far. */
interface Flow {
  readonly mode: Mode;
  readonly send: (answers: JoinAnswers) => Promise<InterventionView>;
  readonly isJoin: boolean;
  readonly isCovert?: boolean;
  readonly end: (how: FlowEnd) => void;
  answers: JoinAnswers;
  leaving?: CallToLeave;
  /** The person has stopped joining before the server answered. */
  isGivenUp?: boolean;
}

/**
 * From the click to the request, wherever a supervisor joins a call or changes modes: leaving the
 * current call, a reason, a PIN or passkey, the announcement to the customer; each only if needed.
 * Fires `progress` with whether the request is pending.
 */
export default class InterventionFlow extends LightningElement {
  labels = labels;
  step?: Step;
  words?: Vocabulary;
  playing: ActionState = IDLE;
  isSending = false;
  isTestingNetwork = false;
  /** The server has not answered the join for a while. */
  isUnanswered = false;
  private shown?: CallView;
  private flow?: Flow;
  private focusedStep?: Step;
  private readonly play = createAction((state) => {
    this.playing = state;
  });

  /** The call that the flow is about, in its current state. */
  @api
  get call(): CallView | undefined {
    return this.shown;
  }
  set call(call: CallView | undefined) {
    this.shown = call;
  }

  /**
   * Joins the call silently. Cancels an earlier request. `beforehand` runs once, when the person
   * has confirmed the join. `reasonCode` is the reason for the join, where it is known.
   */
  @api join(
    beforehand: () => Promise<unknown> = async () => undefined,
    isCovert = false,
    reasonCode?: string,
  ): Promise<FlowEnd> {
    const { callId } = this.shown!;
    let isAnnounced = false;
    const begun = this.begin({ mode: JOIN_MODE, isJoin: true, isCovert }, async (answers) => {
      if (!isAnnounced) await beforehand();
      isAnnounced = true;
      return joinCall(callId, { ...answers, ...(isCovert && { covert: true }) });
    });
    if (reasonCode) this.answer({ reasonCode });
    const from = callToLeave(callId);
    if (from && !from.isUnheard) this.step = { asks: 'move', from };
    else {
      if (from) this.moveFrom(from);
      void this.goOn();
    }
    return begun;
  }

  /**
   * Accepts the rep's help request, so that others see who is coming, and joins. Without a join the
   * request is given back.
   */
  @api async joinToHelp(): Promise<FlowEnd> {
    const { callId } = this.shown!;
    let accepted: Promise<unknown> | undefined;
    const end = await this.join(() => (accepted = acceptHelp(callId)));
    if (end.status !== 'done')
      void accepted?.then(() => giveHelpBack(callId)).catch(() => undefined);
    return end;
  }

  /** Changes to another mode. A silent mode needs no answers. Cancels an earlier request. */
  @api switchTo(interventionId: string, change: ModeChange): Promise<FlowEnd> {
    const begun = this.begin({ mode: change.mode, isJoin: false }, ({ reasonCode, note, point }) =>
      changeMode(interventionId, { ...change, ...(reasonCode && { reasonCode, note, point }) }),
    );
    if (change.reasonCode) void this.send();
    else void this.goOn();
    return begun;
  }

  /**
   * Focuses the first control of a step, so that screen readers read it and Escape works at once.
   */
  renderedCallback(): void {
    if (this.step === this.focusedStep) return;
    this.focusedStep = this.step;
    this.template!.querySelector<HTMLElement>('[data-first]')?.focus();
  }

  disconnectedCallback(): void {
    this.finish({ status: 'canceled' });
  }

  get moving(): { title: string; text: string; confirm: string; stay: string } | undefined {
    if (this.step?.asks !== 'move') return undefined;
    const { repName, isTakenOver } = this.step.from;
    const names = { from: repName, to: this.shown!.rep.name };
    return {
      title: fill(labels.moveTitle, names),
      text: fill(isTakenOver ? labels.moveTextTakeover : labels.moveText, names),
      confirm: fill(labels.moveConfirm, names),
      stay: fill(labels.moveStay, names),
    };
  }

  get reasonMode(): Mode | undefined {
    return this.step?.asks === 'reason' && this.words ? this.flow?.mode : undefined;
  }

  get identityRefusal(): Problem | undefined {
    return this.step?.asks === 'identity' ? this.step.refusal : undefined;
  }

  get disclosure():
    | { title: string; hint?: string; mayPlay: boolean; mayJoin: boolean }
    | undefined {
    if (this.step?.asks !== 'disclosure') return undefined;
    const status = this.shown?.disclosure;
    if (status === 'played')
      return { title: labels.disclosureJoinNow, mayPlay: false, mayJoin: true };
    if (status === 'playing')
      return { title: labels.disclosurePlaying, mayPlay: false, mayJoin: false };
    const { message, hint } = this.step.refusal;
    return { title: message, hint, mayPlay: true, mayJoin: false };
  }

  /** That the network was too poor to talk over, with the phone as an alternative. */
  get poorConnection(): Problem | undefined {
    return this.step?.asks === 'connection' ? this.step.refusal : undefined;
  }

  /** That another supervisor is looking after the call. */
  get claimed(): Problem | undefined {
    return this.step?.asks === 'claim' ? this.step.refusal : undefined;
  }

  get statusText(): string {
    if (this.isTestingNetwork) return labels.joinTestingNetwork;
    const leaving = this.isSending ? this.flow?.leaving : undefined;
    return leaving ? fill(labels.moveLeaving, { from: leaving.repName }) : '';
  }

  handleMove(): void {
    if (this.step?.asks !== 'move') return;
    this.moveFrom(this.step.from);
    void this.goOn();
  }

  handleReason({ detail }: CustomEvent<ModeChange>): void {
    const { reasonCode, note, point } = detail;
    this.answer({ reasonCode, note, point });
    void this.send();
  }

  handleJoinByPhone(): void {
    this.answer({ over: 'phone' });
    void this.send();
  }

  handleJoinAnyway(): void {
    this.answer({ over: 'poor_network' });
    void this.send();
  }

  handleJoinClaimed(): void {
    this.answer({ despiteClaim: true });
    void this.send();
  }

  handleProved(): void {
    void this.send();
  }

  async handlePlayDisclosure(): Promise<void> {
    await this.play(() => playDisclosure(this.shown!.callId));
  }

  handleGiveUp(): void {
    if (this.flow) this.flow.isGivenUp = true;
    this.handleCancel();
  }

  handleCancel(): void {
    this.finish({ status: 'canceled' });
  }

  handleKeydown(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.handleCancel();
  }

  private begin(
    what: Pick<Flow, 'mode' | 'isJoin' | 'isCovert'>,
    send: Flow['send'],
  ): Promise<FlowEnd> {
    this.finish({ status: 'canceled' });
    return new Promise((end) => {
      this.flow = { ...what, send, end, answers: {} };
    });
  }

  private moveFrom(from: CallToLeave): void {
    this.flow!.leaving = from;
    this.answer({ moveFrom: from.interventionId });
  }

  private answer(answers: JoinAnswers): void {
    const flow = this.flow!;
    flow.answers = { ...flow.answers, ...answers };
  }

  /** Asks for the reason before anything is sent, if the rule is known to require one. */
  private goOn(): Promise<void> {
    return this.needsReason() ? this.askReason() : this.send();
  }

  private needsReason(): boolean {
    const { mode, isCovert, answers } = this.flow!;
    const { covert, modes } = this.shown!.you;
    if (isSilent(mode) && !this.flow!.isJoin) return false;
    const given = answers.reasonCode ?? interventionOf(this.shown!, USER_ID)?.reasonCode;
    const { needs }: Pick<ModeView, 'needs'> =
      (isCovert ? covert : modes.find((one) => one.mode === mode)) ?? {};
    return needs?.point === true || (given === undefined && needs?.reason === true);
  }

  private async askReason(): Promise<void> {
    const { flow } = this;
    try {
      this.words = await vocabulary();
    } catch (fault) {
      if (flow === this.flow) this.finish({ status: 'refused', problem: asProblem(fault) });
      return;
    }
    if (flow === this.flow) this.step = { asks: 'reason' };
  }

  private async send(): Promise<void> {
    const { flow } = this;
    if (!flow) return;
    this.step = undefined;
    this.tell(true);
    // A mode change is sent within the click, because silence must not wait.
    if (flow.isJoin) await this.networkTest(flow);
    if (flow !== this.flow) return;
    const sent = await this.inTime(flow).then(
      (intervention) => ({ intervention }),
      (fault: unknown) => ({ problem: asProblem(fault) }),
    );
    if (flow !== this.flow) {
      if (flow.isGivenUp && 'intervention' in sent) this.leaveAgain(sent.intervention);
      return;
    }
    this.tell(false);
    if ('problem' in sent) await this.after(sent.problem);
    else this.finish({ status: 'done', intervention: sent.intervention });
  }

  /** Sends the request, and shows when a join is not answered for a while. */
  private async inTime(flow: Flow): Promise<InterventionView> {
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- cleared once it is answered
    const slow = setTimeout(() => {
      if (flow === this.flow) this.isUnanswered = flow.isJoin;
    }, SLOW_AFTER_MS);
    try {
      return await flow.send(flow.answers);
    } finally {
      clearTimeout(slow);
      if (flow === this.flow) this.isUnanswered = false;
    }
  }

  private leaveAgain({ interventionId }: InterventionView): void {
    void leaveCall(interventionId).catch(() => undefined);
  }

  /** A join by softphone waits for the first verdict on the network, for a limited time. */
  private async networkTest({ answers }: Flow): Promise<void> {
    if (answers.over || !connectionIsTested()) return;
    if ((await deviceToUse()) !== 'softphone') return;
    this.isTestingNetwork = true;
    await connectionTestOver(NETWORK_TEST_WITHIN_MS);
    this.isTestingNetwork = false;
  }

  /** The step that the refusal requires, or the end of the flow. */
  private async after(problem: Problem): Promise<void> {
    const { answers, isJoin } = this.flow!;
    const { otherCall } = problem;
    if (otherCall && otherCall.interventionId !== answers.moveFrom) {
      this.step = { asks: 'move', from: { ...otherCall, isTakenOver: false, isUnheard: false } };
      return;
    }
    if (isRefusedWith(problem, 'reason_required') && !answers.reasonCode) return this.askReason();
    if (problem.code === 'point_required' && !answers.point) return this.askReason();
    if (problem.code === 'call_claimed' && isJoin && !answers.despiteClaim) {
      this.step = { asks: 'claim', refusal: problem };
      return;
    }
    if (problem.code === 'connection_poor') this.step = { asks: 'connection', refusal: problem };
    else if (identityStepFor(problem)) this.step = { asks: 'identity', refusal: problem };
    else if (isJoin && isRefusedWith(problem, 'consent_missing'))
      this.step = { asks: 'disclosure', refusal: problem };
    else this.finish({ status: 'refused', problem });
  }

  private finish(how: FlowEnd): void {
    const { flow } = this;
    if (!flow) return;
    this.flow = undefined;
    this.step = undefined;
    this.playing = IDLE;
    this.isUnanswered = false;
    if (this.isSending) this.tell(false);
    flow.end(how);
  }

  private tell(isSending: boolean): void {
    this.isSending = isSending;
    this.dispatchEvent(new CustomEvent('progress', { detail: { isSending } }));
  }
}
