import {
  clockText,
  timeText,
  type CallView,
  type HelpView,
  type Problem,
  type TextWhisperView,
  type Vocabulary,
} from 'c/callModel';
import type CallTextWhispers from 'c/callTextWhispers';
import {
  cancelHelp,
  flagMoment,
  giveMonitoringChoice,
  helpAvailable,
  markTextWhisperSeen,
  requestHelp,
  sendTextWhisper,
  vocabulary,
  type HelpAvailable,
  type HelpRequestInput,
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
import {
  followShortcuts,
  letShortcutsThrough,
  loadShortcuts,
  openShortcutList,
  REP_KEYS,
  repShortcutFor,
  repShortcutOf,
  type RepShortcut,
} from 'c/interventionShortcuts';
import { LightningElement, api } from 'lwc';

/** If several are on a page, the one on the deal handles the keys. */
const onPage = new Set<CallAssistance>();

/**
 * How supervisors assist a rep on the rep's own call: text whispers and help requests. The rep also
 * flags moments here, and records that the customer does not want to be monitored.
 */
export default class CallAssistance extends LightningElement {
  labels = labels;
  vocabulary: Loaded<Vocabulary> = NOT_LOADED;
  asking: ActionState = IDLE;
  available?: HelpAvailable;
  askTitle = labels.helpAsk;
  flagTitle = labels.momentFlagHint;
  private stopKeys?: () => void;
  private readonly vocabularyLoader = createLastingLoader(vocabulary, (state) => {
    this.vocabulary = state;
  });
  private readonly ask = createAction((state) => {
    this.asking = state;
    this.vocabulary = { ...this.vocabulary, problem: undefined };
  });

  private shown!: CallView;
  /** The call and rep for which available helpers were last requested. */
  private lookedFor?: string;

  @api
  get call(): CallView {
    return this.shown;
  }
  set call(call: CallView) {
    this.shown = call;
    if (this.isConnected) void this.lookWhoCanHelp();
  }

  /** Shows only lines that the rep has not confirmed, where there is little space. */
  @api isBrief = false;

  connectedCallback(): void {
    void this.vocabularyLoader.load();
    const stopTitles = followShortcuts(() => this.nameKeys());
    void loadShortcuts();
    void this.lookWhoCanHelp();
    if (!this.isBrief) onPage.add(this);
    const onKey = (event: KeyboardEvent): void => this.handleKey(event);
    window.addEventListener('keydown', onKey);
    const stop = letShortcutsThrough(this.template!);
    this.stopKeys = () => {
      window.removeEventListener('keydown', onKey);
      stopTitles();
      stop();
    };
  }

  disconnectedCallback(): void {
    onPage.delete(this);
    this.stopKeys?.();
    this.vocabularyLoader.stop();
  }

  /**
   * Loads who can help once the call is live. A help request without a skill does not need this.
   */
  private async lookWhoCanHelp(): Promise<void> {
    const { callId, status, rep } = this.call;
    const wanted = `${callId} ${rep.userId}`;
    if (status !== 'live' || this.lookedFor === wanted) return;
    this.lookedFor = wanted;
    this.available = undefined;
    const available = await helpAvailable(callId).catch(() => undefined);
    if (this.lookedFor === wanted) this.available = available;
  }

  /** Handles a key that was pressed elsewhere, such as in the softphone's frame. */
  @api press(key: string): void {
    const answering = [...onPage].find(({ call }) => call.callId === this.call.callId) ?? this;
    answering.act(repShortcutFor(key));
  }

  /** Names a key only while it does something. */
  private nameKeys(): void {
    const keyOf = (shortcut: RepShortcut): string | undefined =>
      repShortcutFor(REP_KEYS[shortcut]) === shortcut
        ? REP_KEYS[shortcut].toUpperCase()
        : undefined;
    const [ask, flag] = [keyOf('askForHelp'), keyOf('flag')];
    this.askTitle = ask ? fill(labels.helpAskKey, { key: ask }) : labels.helpAsk;
    this.flagTitle = flag ? fill(labels.momentFlagKey, { key: flag }) : labels.momentFlagHint;
  }

  private handleKey(event: KeyboardEvent): void {
    const wanted = repShortcutOf(event);
    if (!wanted || (this.isBrief && onPage.size > 0)) return;
    if (this.act(wanted)) event.preventDefault();
  }

  /** Returns whether there was something to do. */
  private act(wanted: RepShortcut | 'list' | undefined): boolean {
    if (!wanted || !this.asksForHelp) return false;
    if (wanted === 'list') openShortcutList();
    else if (wanted === 'flag') void this.handleFlag();
    else if (!this.help)
      this.template!.querySelector<HTMLElement & { ask(): void }>('c-call-help-request')?.ask();
    return true;
  }

  get skills(): readonly string[] {
    return this.available?.skills ?? [];
  }

  /** Whether a supervisor is on the call whom the rep can answer. */
  get canReply(): boolean {
    return this.call.interventions.some(({ status }) => status === 'active');
  }

  get flagged(): string | undefined {
    const { moments = [], startedAt, answeredAt } = this.call;
    if (moments.length === 0) return undefined;
    const from = Date.parse(answeredAt ?? startedAt);
    const times = moments.map(({ at }) => clockText(Math.max(0, Date.parse(at) - from)));
    return fill(labels.momentFlagged, { times: times.join(', ') });
  }

  get isDeclined(): boolean {
    return this.call.monitoringDeclined !== undefined;
  }

  get choiceLabel(): string {
    return this.isDeclined ? labels.choiceAllow : labels.choiceDecline;
  }

  /**
   * Where the customer must be told about monitoring, some laws also require agreement, which the
   * rep records.
   */
  get asksAgreement(): boolean {
    const { disclosure, monitoringAgreedAt } = this.call;
    return (
      this.asksForHelp &&
      disclosure !== undefined &&
      monitoringAgreedAt === undefined &&
      !this.isDeclined
    );
  }

  get choiceText(): string | undefined {
    const { monitoringDeclined: declined, monitoringAgreedAt: agreedAt } = this.call;
    if (agreedAt) return fill(labels.choiceAgreed, { time: timeText(agreedAt) });
    if (!declined) return undefined;
    return declined.source === 'rep' ? labels.choiceDeclined : labels.choiceDeclinedBefore;
  }

  /** Whether the rep can ask for help: on a customer's call that no supervisor has taken over. */
  get asksForHelp(): boolean {
    const { status, rep, isPractice } = this.call;
    return status === 'live' && !rep.silenced && !isPractice;
  }

  get help(): HelpView | undefined {
    return this.call.help;
  }

  get hint(): string | undefined {
    if (!this.help) {
      const { helpCame: came, helpExpiredAt } = this.call;
      if (came)
        return fill(labels.helpCame, { who: came.name, duration: clockText(came.waitedMs) });
      if (this.available?.reach === 'nobody') return labels.helpNoOne;
      return helpExpiredAt ? labels.helpExpired : undefined;
    }
    if (this.help.status === 'taken') return undefined;
    if (this.help.reach === 'nobody') return labels.helpNobodyEligible;
    return this.help.reach === 'away' ? labels.helpNobodyAvailable : undefined;
  }

  get helpReasons(): { code: string; label: string }[] {
    return this.vocabulary.value?.helpReasons ?? [];
  }

  get textWhispers(): readonly TextWhisperView[] {
    const all = this.call.textWhispers ?? [];
    return this.isBrief && !this.canReply ? all.filter(({ seenAt }) => !seenAt) : all;
  }

  get problem(): Problem | undefined {
    return this.asking.problem ?? this.vocabulary.problem;
  }

  async handleRequestHelp(event: CustomEvent<HelpRequestInput>): Promise<void> {
    await this.ask(() => requestHelp(this.call.callId, event.detail));
  }

  async handleCancelHelp(): Promise<void> {
    await this.ask(() => cancelHelp(this.call.callId));
  }

  async handleWrite(event: CustomEvent<TextWhisperInput>): Promise<void> {
    const isSent = await this.ask(() => sendTextWhisper(this.call.callId, event.detail));
    const lines = this.template!.querySelector('c-call-text-whispers') as CallTextWhispers | null;
    if (!isSent) lines?.putBack(event.detail);
  }

  async handleFlag(): Promise<void> {
    await this.ask(() => flagMoment(this.call.callId));
  }

  async handleChoice(): Promise<void> {
    await this.ask(() => giveMonitoringChoice(this.call.callId, !this.isDeclined));
  }

  async handleAgree(): Promise<void> {
    await this.ask(() => giveMonitoringChoice(this.call.callId, false));
  }

  async handleSeen(event: CustomEvent<{ textWhisperId: string }>): Promise<void> {
    await this.ask(() => markTextWhisperSeen(this.call.callId, event.detail.textWhisperId));
  }
}
