import {
  clockText,
  heardBy,
  interventionText,
  isHeardByCustomer,
  isHeardByRepOnly,
  isoDuration,
  isSilent,
  JOIN_MODE,
  MODE_ICON,
  MODE_NAME,
  needsReason,
  type CallView,
  type InterventionView,
  type Mode,
  type Problem,
  type Vocabulary,
} from 'c/callModel';
import type { ModeChange } from 'c/dealsideApi';
import { fill, labels } from 'c/dealsideLabels';
import { everySecond } from 'c/dealsideTicker';
import {
  followShortcuts,
  letShortcutsThrough,
  openShortcutList,
  shortcutFor,
  shortcutOf,
  shortcutsNow,
  type Shortcut,
  type Shortcuts,
} from 'c/interventionShortcuts';
import { LightningElement, api } from 'lwc';
import { othersOnFloor } from './floor';
import { fallsSilent, modeOptions, type ModeOption } from './modeOptions';

/**
 * What a supervisor who is on a call can do. Shows a mode only once the carrier has confirmed it.
 * Fires `modechange`, `leave` and `floorrequest`.
 */
export default class InterventionControls extends LightningElement {
  labels = labels;
  /** The mode that is being prepared, because it needs a reason first. */
  preparing?: Mode;
  /** The mode that was requested by its key although nobody could hear this supervisor. */
  triedUnheard?: Mode;

  @api call!: CallView;
  @api intervention!: InterventionView;
  @api vocabulary?: Vocabulary;
  /** Why the last request was refused. */
  @api problem?: Problem;
  /** A requested mode that the server has not answered yet. */
  @api requestedMode?: Mode;
  /** The mode that `problem` is about; undefined if it is not about a mode. */
  @api attemptedMode?: Mode;
  /** Why nobody could hear this supervisor, so that only silent modes are offered. */
  @api microphoneProblem?: Problem;
  /** Whether the softphone has turned the microphone off after a click. */
  @api voiceOff = false;

  now = Date.now();
  shortcuts: Shortcuts = shortcutsNow();
  private stopFollowing: (() => void)[] = [];
  private readonly onKey = (event: KeyboardEvent): void => this.handleShortcut(event);

  connectedCallback(): void {
    window.addEventListener('keydown', this.onKey);
    this.stopFollowing = [
      letShortcutsThrough(this.template!),
      followShortcuts((shortcuts) => {
        this.shortcuts = shortcuts;
      }),
      everySecond((now) => {
        this.now = now;
      }),
    ];
  }

  disconnectedCallback(): void {
    window.removeEventListener('keydown', this.onKey);
    for (const stop of this.stopFollowing) stop();
  }

  /** Puts the focus on the current mode. */
  @api focus(): void {
    this.template!.querySelector<HTMLInputElement>('input:checked')?.focus();
  }

  /** Performs the action of a key. Returns whether there was one that is possible now. */
  @api press(key: string): boolean {
    const shortcut = shortcutFor(key);
    return shortcut !== undefined && this.act(shortcut);
  }

  get mode(): Mode | undefined {
    return this.intervention.mode;
  }

  get pendingMode(): Mode | undefined {
    return this.intervention.pendingMode ?? this.requestedMode;
  }

  get isJoining(): boolean {
    return this.mode === undefined;
  }

  get isBusy(): boolean {
    return this.isJoining || this.pendingMode !== undefined || this.intervention.leaving === true;
  }

  get statusText(): string {
    return this.isSilentAhead && !this.intervention.leaving
      ? labels.controlsMicrophoneOff
      : interventionText(this.intervention, this.call, this.requestedMode);
  }

  /** Whether the microphone is already off while the server still says that somebody hears them. */
  private get isSilentAhead(): boolean {
    return this.voiceOff && [this.mode, this.pendingMode].some((mode) => mode && !isSilent(mode));
  }

  get statusClass(): string {
    return `now${this.mode ? ` mode-look_${this.mode}` : ''}${this.isBusy ? ' now_pending' : ''}`;
  }

  get modeIcon(): string | undefined {
    return this.mode && MODE_ICON[this.mode];
  }

  /** The start of the time beside the mode. */
  get since(): number {
    return Date.parse(this.intervention.modeSince ?? this.intervention.joinedAt ?? '');
  }

  get isTimed(): boolean {
    return !Number.isNaN(this.since);
  }

  get timeText(): string {
    return clockText(Math.max(0, this.now - this.since));
  }

  get timeIso(): string {
    return isoDuration(Math.max(0, this.now - this.since));
  }

  get options(): ModeOption[] {
    return modeOptions({
      call: this.call,
      intervention: this.intervention,
      pendingMode: this.pendingMode,
      isBusy: this.isBusy,
      canBeHeard: this.whyNotHeard === undefined,
      shortcuts: this.shortcuts,
    });
  }

  /**
   * The reasons why modes are unavailable, shown visibly; screen readers read each with its mode.
   */
  get refusals(): { mode: Mode; text: string }[] {
    return this.options.flatMap(({ mode, label, refusal }) =>
      refusal ? [{ mode, text: `${label}: ${refusal}` }] : [],
    );
  }

  get groupName(): string {
    return `mode-${this.intervention.interventionId}`;
  }

  /** Why nobody could hear this supervisor, and what to do; shown once for all modes. */
  get whyNotHeard(): string | undefined {
    const { message, hint } = this.microphoneProblem ?? {};
    return message && [message, hint].filter(Boolean).join(' ');
  }

  get notHeardRole(): 'alert' | 'status' {
    return this.triedUnheard ? 'alert' : 'status';
  }

  get notHeardHeading(): string | undefined {
    return this.triedUnheard && this.whyNotHeard
      ? fill(labels.controlsSwitchFailed, { mode: MODE_NAME[this.triedUnheard] })
      : undefined;
  }

  get shownProblem(): Problem | undefined {
    return this.problem ?? this.intervention.problem;
  }

  get problemHeading(): string | undefined {
    if (!this.mode) return undefined;
    const mode = this.problem
      ? this.attemptedMode
      : (this.intervention.problem?.mode ?? this.attemptedMode);
    return mode
      ? fill(labels.controlsSwitchFailed, { mode: MODE_NAME[mode] })
      : labels.controlsRefused;
  }

  get consequence(): string | undefined {
    return (
      this.mode &&
      fill(labels.controlsStaysAt, {
        mode: MODE_NAME[this.mode],
        heardBy: heardBy(this.mode, this.call),
      })
    );
  }

  get proposesWhisper(): boolean {
    if (this.whyNotHeard) return false;
    const whispered = this.intervention.modeHistory.some(({ mode }) => isHeardByRepOnly(mode));
    return (
      !whispered && this.options.some(({ mode, refusal }) => isHeardByRepOnly(mode) && !refusal)
    );
  }

  /** Who else holds the floor or has requested it: one supervisor speaks at a time. */
  get othersOnFloor(): { id: string; text: string }[] {
    return othersOnFloor(this.call, this.intervention);
  }

  get canRequestFloor(): boolean {
    return (
      this.mode !== undefined &&
      isSilent(this.mode) &&
      !this.isBusy &&
      this.call.interventions.length > 1
    );
  }

  get floorRequestLabel(): string {
    return this.intervention.floorRequestedAt ? labels.floorCancel : labels.floorRequest;
  }

  get isSpeaking(): boolean {
    return this.mode !== undefined && isHeardByCustomer(this.mode);
  }

  get canHandBack(): boolean {
    return this.isSpeaking && !this.intervention.leaving && this.call.rep.present;
  }

  /** Whether its key has an effect: it also silences a supervisor whom only the rep hears. */
  private get canFallSilent(): boolean {
    return this.isSpeaking ? this.canHandBack : this.fallsSilent(JOIN_MODE);
  }

  get handBackDisabled(): boolean {
    return !this.canHandBack;
  }

  get handBackText(): string {
    return fill(
      this.call.rep.present ? labels.controlsHandBackHint : labels.controlsHandBackImpossible,
      this.names,
    );
  }

  get scripts(): string[] {
    if (!this.isSpeaking) return [];
    const said = this.call.you.scripts?.modes.find(({ mode }) => mode === this.mode);
    return said ? [...said.opening, ...said.closing] : [];
  }

  get hasScripts(): boolean {
    return this.scripts.length > 0;
  }

  get leaveDisabled(): boolean {
    return this.intervention.leaving === true;
  }

  private fallsSilent(mode: Mode): boolean {
    return fallsSilent(mode, { intervention: this.intervention, pendingMode: this.pendingMode });
  }

  private get names(): Record<string, string> {
    return {
      rep: this.call.rep.name,
      customer: this.call.customer.name,
      supervisor: this.intervention.supervisor.name,
    };
  }

  handleMode(event: Event): void {
    const input = event.target as HTMLInputElement;
    const mode = input.value as Mode;
    // The browser has already moved the selection, so it is reset to the confirmed mode.
    for (const radio of this.template!.querySelectorAll<HTMLInputElement>('input[type="radio"]')) {
      radio.checked = radio.value === this.mode;
    }
    this.ask(mode);
  }

  handleHandBack(): void {
    this.change({ mode: JOIN_MODE });
  }

  handleLeave(): void {
    this.preparing = undefined;
    this.dispatchEvent(new CustomEvent('leave'));
  }

  handleFloorRequest(): void {
    this.dispatchEvent(
      new CustomEvent('floorrequest', { detail: { wanted: !this.intervention.floorRequestedAt } }),
    );
  }

  handleStepConfirm(event: CustomEvent<ModeChange>): void {
    this.change(event.detail);
  }

  handleStepWhisper(): void {
    this.change({ mode: 'whisper' });
  }

  handleStepCancel(): void {
    this.preparing = undefined;
    this.focus();
  }

  private handleShortcut(event: KeyboardEvent): void {
    const shortcut = shortcutOf(event);
    if (shortcut && this.act(shortcut)) event.preventDefault();
  }

  private act(shortcut: Shortcut): boolean {
    switch (shortcut) {
      case 'handBack':
        if (this.canFallSilent) this.handleHandBack();
        return this.canFallSilent;
      case 'leave':
        if (!this.leaveDisabled) this.handleLeave();
        return true;
      case 'list':
        openShortcutList();
        return true;
      case 'monitor':
      case 'whisper':
      case 'barge':
      case 'takeover':
        return this.actOnMode(shortcut);
    }
  }

  private actOnMode(mode: Mode): boolean {
    const option = this.options.find((one) => one.mode === mode);
    if (option?.reasonId) this.triedUnheard = mode;
    const isOpen =
      option &&
      (!option.disabled || (!option.refusal && !option.reasonId && this.fallsSilent(mode)));
    if (!isOpen) return false;
    this.ask(mode);
    return true;
  }

  handleShortcutList(): void {
    openShortcutList();
  }

  private ask(mode: Mode): void {
    if (mode === this.mode && !this.fallsSilent(mode)) return;
    if (needsReason(mode)) this.preparing = mode;
    else this.change({ mode });
  }

  private change(change: ModeChange): void {
    if (this.preparing) this.focus();
    [this.preparing, this.triedUnheard] = [undefined, undefined];
    this.dispatchEvent(new CustomEvent('modechange', { detail: change }));
  }
}
