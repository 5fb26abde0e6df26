import USER_ID from '@salesforce/user/Id';
import {
  interventionOf,
  interventionText,
  JOIN_MODE,
  mayJoin,
  MODE_ICON,
  type CallView,
  type InterventionView,
  type Mode,
} from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { IDLE, type ActionState } from 'c/dealsideLoader';
import type InterventionFlow from 'c/interventionFlow';
import type { FlowEnd } from 'c/interventionFlow';
import { followCallBar, showCallBar } from 'c/softphoneBus';
import { LightningElement, api } from 'lwc';

/** Why a person who was on the call, or was joining it, is no longer on it. */
const LOST_TEXT: Record<string, string> = {
  connection_lost: labels.joinConnectionLost,
  announcement_failed: labels.joinNotAnnounced,
};

/**
 * What a supervisor can do on a call: join it, and see how they are on it. The controls are in the
 * softphone, or here on a page without one. People who only see the call can ask what the policy
 * allows them.
 */
export default class CallSupervisorPanel extends LightningElement {
  labels = labels;
  asking: ActionState = IDLE;
  joinIcon = MODE_ICON[JOIN_MODE];
  /** Whether the controls are in the softphone. */
  private isBarDocked = false;
  private flows = 0;
  private stopFollowing?: () => void;

  @api call!: CallView;

  get intervention(): InterventionView | undefined {
    return interventionOf(this.call, USER_ID);
  }

  /** The rep's help request, as supervisors see it. */
  get helpText(): string | undefined {
    const { help, rep, you } = this.call;
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

  /** The person who is coming, until somebody has come. */
  private get helpTaker(): string | undefined {
    const { help } = this.call;
    if (help?.takenBy?.userId === USER_ID)
      return this.intervention ? undefined : labels.helpYouJoin;
    return help?.takenBy && fill(labels.helpComing, { who: help.takenBy.name });
  }

  get canAcceptHelp(): boolean {
    return this.call.help?.status === 'open' && !this.intervention;
  }

  /** That the customer does not want to be monitored. */
  get declinedText(): string | undefined {
    const { monitoringDeclined, customer, you } = this.call;
    return monitoringDeclined && you.relation === 'supervisor'
      ? fill(labels.choiceForSupervisor, { customer: customer.name })
      : undefined;
  }

  /** Reading the transcript counts as listening, so it is only for supervisors on the call. */
  get canRead(): boolean {
    return this.intervention?.status === 'active' && this.call.isTranscribed === true;
  }

  get canJoin(): boolean {
    return mayJoin(this.call) && !this.intervention;
  }

  /** Whether the supervisor's own phone is being rung and a key press is awaited. */
  get isPhoneRung(): boolean {
    const mine = this.intervention;
    return mine?.status === 'joining' && mine.device !== undefined && mine.device !== 'softphone';
  }

  get isOn(): boolean {
    return this.intervention !== undefined && this.call.status === 'live';
  }

  get showsControls(): boolean {
    return this.isOn && !this.isBarDocked;
  }

  get showsState(): boolean {
    return this.isOn && this.isBarDocked;
  }

  /**
   * Whether the flow is rendered. It stays until it has ended, even if the feed reports the join
   * before the server's answer.
   */
  get hasFlow(): boolean {
    return this.canJoin || this.isOn || this.offersCovert;
  }

  get mode(): Mode | undefined {
    return this.intervention?.mode;
  }

  get stateText(): string {
    return interventionText(this.intervention!, this.call);
  }

  get asksWhy(): boolean {
    return this.call.status !== 'ended';
  }

  get lostText(): string | undefined {
    const { status, you } = this.call;
    if (status !== 'live' || this.intervention) return undefined;
    const { takenOff } = you;
    if (!takenOff) return LOST_TEXT[you.endReason ?? ''];
    const { repName, message, hint } = takenOff;
    return [`${fill(labels.takenOff, { rep: repName })}.`, message, hint].filter(Boolean).join(' ');
  }

  get joinLabel(): string {
    if (this.asking.isBusy) return labels.callJoining;
    return this.lostText ? labels.joinAgain : labels.callJoin;
  }

  get joinHint(): string {
    const { rep } = this.call;
    return rep.present ? fill(labels.callJoinHint, { rep: rep.name }) : labels.callJoinHintAlone;
  }

  connectedCallback(): void {
    this.stopFollowing = followCallBar((isDocked) => {
      this.isBarDocked = isDocked;
    });
  }

  disconnectedCallback(): void {
    this.stopFollowing?.();
  }

  handleOpenBar(): void {
    showCallBar();
  }

  handleJoin(): Promise<void> {
    return this.join((flow) => flow.join());
  }

  get offersCovert(): boolean {
    return this.call.you.covert !== undefined && !this.intervention;
  }

  /**
   * Whether this supervisor monitors covertly, so that the panel says that the rep is not notified.
   */
  get isCovert(): boolean {
    return this.isOn && this.intervention?.isCovert === true;
  }

  handleCovert(): Promise<void> {
    return this.join((flow) => flow.join(undefined, true));
  }

  handleJoinToHelp(): Promise<void> {
    return this.join((flow) => flow.joinToHelp());
  }

  handleProgress(event: CustomEvent<{ isSending: boolean }>): void {
    this.asking = { isBusy: event.detail.isSending };
  }

  /** Joins, after the required questions. A later request replaces an earlier one. */
  private async join(begin: (flow: InterventionFlow) => Promise<FlowEnd>): Promise<void> {
    this.flows += 1;
    const turn = this.flows;
    this.asking = IDLE;
    const end = await begin(this.refs!.flow as unknown as InterventionFlow);
    if (turn !== this.flows) return;
    this.asking = end.status === 'refused' ? { problem: end.problem, isBusy: false } : IDLE;
    if (end.status === 'canceled') {
      await Promise.resolve();
      this.template!.querySelector<HTMLElement>('[data-action="join"], c-call-bar')?.focus();
    }
  }
}
