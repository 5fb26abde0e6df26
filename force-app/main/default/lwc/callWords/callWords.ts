import type { Problem } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import {
  createItemAction,
  createLoader,
  IDLE,
  NOT_LOADED,
  type ActionState,
  type ItemStates,
  type Loaded,
} from 'c/dealsideLoader';
import { hear } from 'c/liveFeed';
import {
  alertText,
  followMutes,
  lostText,
  markAlert,
  muteRule,
  severityText,
  speakerName,
  unmuteRule,
  attention,
  wordsOf,
  type AlertView,
  type AttentionView,
  type LineView,
  type LostWords,
  type Mute,
  type WordsView,
} from 'c/wordsApi';
import { LightningElement, api } from 'lwc';

interface Now {
  speaker: LineView['speaker'];
  text: string;
}

interface WordsChange {
  line?: LineView;
  now?: Now;
  lost?: readonly LostWords[];
}

/** The actions on an alert. */
type Act = 'show-place' | 'useful' | 'not-useful' | 'snooze' | 'mute';

const ACT: Readonly<Record<Act, string>> = {
  'show-place': labels.alertShow,
  useful: labels.alertUseful,
  'not-useful': labels.alertNotUseful,
  snooze: labels.alertSnooze,
  mute: labels.alertMute,
};

const SNOOZE_MINUTES = 60;
const SHOWN_LINES = 40;

/** The transcript of the last 60 seconds, who talked how much, and the alerts so far. */
export default class CallWords extends LightningElement {
  labels = labels;
  words: Loaded<WordsView> = NOT_LOADED;
  now?: Now;
  mutes: readonly Mute[] = [];
  /** By alert, and by rule for those that are unmuted. */
  changes: ItemStates = new Map();
  /** Whether this person is shown alerts in addition to words. */
  @api showsAlerts = false;
  private shownFor?: string;
  private stops: readonly (() => void)[] = [];
  private readonly loader = createLoader(wordsOf, (state) => {
    this.words = state;
  });
  private readonly change = createItemAction((changes) => {
    this.changes = changes;
  });
  /** The alert, or the muted rule, that has the focus once a clicked button is gone. */
  private focusNext?: string;

  @api
  get callId(): string | undefined {
    return this.shownFor;
  }
  set callId(callId: string | undefined) {
    if (this.shownFor === callId) return;
    this.shownFor = callId;
    this.now = undefined;
    this.loader.reset();
    if (this.isConnected) this.load();
  }

  connectedCallback(): void {
    this.stops = [
      hear(({ event, data }) => {
        const { callId } = data as { callId?: string };
        if (callId !== this.shownFor) return;
        if (event === 'words') this.follow(data as WordsChange);
        if (event === 'attention') this.setAlerts((data as AttentionView).alerts);
      }),
      followMutes((mutes) => {
        this.mutes = mutes;
      }),
    ];
    this.load();
  }

  disconnectedCallback(): void {
    this.stops.forEach((stop) => stop());
  }

  renderedCallback(): void {
    const { focusNext } = this;
    if (!focusNext) return;
    this.focusNext = undefined;
    [...this.template!.querySelectorAll<HTMLElement>('[data-place]')]
      .find(({ dataset }) => dataset.place === focusNext)
      ?.focus();
  }

  get problem(): Problem | undefined {
    return this.words.problem;
  }

  get isLoading(): boolean {
    return this.words.isLoading && !this.words.problem;
  }

  get isOff(): boolean {
    return this.words.value?.isTranscribed === false;
  }

  get isEmpty(): boolean {
    const isQuiet = this.lines.length === 0 && !this.now && this.lost.length === 0;
    return this.words.value?.isTranscribed === true && isQuiet;
  }

  get lost(): { key: string; text: string }[] {
    return (this.words.value?.lost ?? []).map((one) => ({
      key: one.speaker,
      text: lostText(one),
    }));
  }

  get lines(): { key: string; who: string; text: string; className: string }[] {
    return (this.words.value?.lines ?? []).map(({ lineId, speaker, text }) => ({
      key: lineId,
      who: speakerName(speaker),
      text,
      className: `line ${speaker}`,
    }));
  }

  get nowLine(): { who: string; text: string } | undefined {
    return this.now && { who: speakerName(this.now.speaker), text: this.now.text };
  }

  get talk(): { text: string; style: string } | undefined {
    const talk = this.words.value?.talk;
    return (
      talk && {
        text: fill(labels.wordsTalk, { customer: talk.customer, rep: talk.rep }),
        style: `inline-size: ${talk.customer}%`,
      }
    );
  }

  get alerts() {
    const muted = new Set(this.mutes.map(({ ruleName }) => ruleName));
    return (this.showsAlerts ? (this.words.value?.alerts ?? []) : [])
      .filter(({ ruleName }) => !muted.has(ruleName))
      .toReversed()
      .map((alert) => ({
        ...alert,
        text: alertText(alert),
        severityLabel: severityText(alert.severity),
        className: `alert ${alert.severity}`,
        marked:
          alert.mark &&
          fill(labels.alertMarked, {
            mark: alert.mark === 'useful' ? labels.alertUseful : labels.alertNotUseful,
          }),
        buttons: this.buttonsOf(alert),
        ...this.changeOf(alert.alertId),
      }));
  }

  private changeOf(item: string): ActionState & { progress: string | false } {
    const state = this.changes.get(item) ?? IDLE;
    return { ...state, progress: state.isBusy && labels.outcomeSaving };
  }

  private buttonsOf({ alertId, lineId, mark }: AlertView) {
    const { isBusy } = this.changeOf(alertId);
    const places: Act[] = this.lines.some(({ key }) => key === lineId) ? ['show-place'] : [];
    const marks: Act[] = mark ? [] : ['useful', 'not-useful'];
    return [...places, ...marks, 'snooze' as const, 'mute' as const].map((action) => ({
      action,
      text: ACT[action],
      waits: String(isBusy && action !== 'show-place'),
    }));
  }

  get hasAlerts(): boolean {
    return this.alerts.length > 0;
  }

  get muted() {
    return this.showsAlerts
      ? this.mutes.map(({ ruleName, label }) => ({
          ruleName,
          text: fill(labels.alertUnmute, { rule: label ?? ruleName }),
          ...this.changeOf(ruleName),
          waits: String(this.changeOf(ruleName).isBusy),
        }))
      : [];
  }

  handleRetry(): void {
    this.load();
  }

  handleAction(event: Event): void {
    const { action, alertId, line, rule } = (event.currentTarget as HTMLElement).dataset;
    this.act(action as Act | 'unmute', { alertId, line, rule });
  }

  private act(
    action: Act | 'unmute',
    { alertId, line, rule }: { alertId?: string; line?: string; rule?: string },
  ): void {
    switch (action) {
      case 'show-place':
        return this.showPlace(line);
      case 'useful':
      case 'not-useful':
        return void this.markAs(alertId!, action === 'useful');
      case 'snooze':
        return void this.mute(alertId!, rule!, SNOOZE_MINUTES);
      case 'mute':
        return void this.mute(alertId!, rule!);
      case 'unmute':
        return void this.unmute(rule!);
      default:
        return unreachable(action);
    }
  }

  private async markAs(alertId: string, isUseful: boolean): Promise<void> {
    await this.change(alertId, async () => {
      await markAlert(alertId, isUseful);
      this.setAlerts(
        (this.words.value?.alerts ?? []).map((alert) =>
          alert.alertId === alertId
            ? { ...alert, mark: isUseful ? 'useful' : 'not_useful' }
            : alert,
        ),
      );
      this.focusNext = alertId;
    });
  }

  private async mute(alertId: string, rule: string, minutes?: number): Promise<void> {
    await this.change(alertId, async () => {
      await muteRule(rule, minutes);
      this.focusNext = rule;
    });
  }

  private async unmute(rule: string): Promise<void> {
    await this.change(rule, async () => {
      await unmuteRule(rule);
      this.focusNext = this.alerts.find(({ ruleName }) => ruleName === rule)?.alertId;
    });
  }

  private showPlace(line: string | undefined): void {
    const place = [...this.template!.querySelectorAll<HTMLElement>('li[data-line]')].find(
      (one) => one.dataset.line === line,
    );
    place?.scrollIntoView({ block: 'nearest' });
    place?.focus();
  }

  private load(): void {
    if (!this.shownFor) return;
    void this.loader.load(this.shownFor);
    if (this.showsAlerts)
      attention().then(
        ({ mutes }) => {
          this.mutes = mutes;
        },
        () => undefined,
      );
  }

  private follow({ line, now, lost }: WordsChange): void {
    if (now) this.now = now;
    if (lost && this.words.value)
      this.words = { ...this.words, value: { ...this.words.value, lost } };
    const { value } = this.words;
    if (!line || !value) return;
    if (this.now?.speaker === line.speaker) this.now = undefined;
    const lines = [...value.lines.filter(({ lineId }) => lineId !== line.lineId), line];
    this.words = {
      ...this.words,
      value: {
        ...value,
        lines: lines.toSorted((a, b) => (a.startedAt < b.startedAt ? -1 : 1)).slice(-SHOWN_LINES),
      },
    };
  }

  private setAlerts(alerts: readonly AlertView[]): void {
    const { value } = this.words;
    if (value) this.words = { ...this.words, value: { ...value, alerts } };
  }
}

function unreachable(value: never): never {
  throw new Error(`unhandled: ${JSON.stringify(value)}`);
}
