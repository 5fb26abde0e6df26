import type { Problem } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { createLoader, NOT_LOADED, type ItemStates, type Loaded } from 'c/dealsideLoader';
import { hear } from 'c/liveFeed';
import { createAlertActions, type AlertAct } from 'c/wordsAlertActions';
import {
  alertText,
  followMutes,
  lostText,
  severityText,
  speakerName,
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

const SHOWN_LINES = 40;
/** As near as this, the list is at its end. */
const AT_END_PX = 24;

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
  private readonly alertActions = createAlertActions({
    onChanges: (changes) => {
      this.changes = changes;
    },
    onMarked: (alertId, mark) =>
      this.setAlerts(
        (this.words.value?.alerts ?? []).map((alert) =>
          alert.alertId === alertId ? { ...alert, mark } : alert,
        ),
      ),
    onFocus: (place) => {
      this.focusNext = 'alertId' in place ? place.alertId : place.ruleName;
    },
    onUnmuted: (rule) => {
      this.focusNext = this.alerts.find(({ ruleName }) => ruleName === rule)?.alertId;
    },
  });
  private isAtEnd = true;
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
    this.isAtEnd = true;
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
    this.showNewest();
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
        textId: `alert-${alert.alertId}`,
        text: alertText(alert),
        severityLabel: severityText(alert.severity),
        className: `alert ${alert.severity}`,
        hasPlace: this.lines.some(({ key }) => key === alert.lineId),
        ...this.alertActions.choicesOf(alert, this.changes),
      }));
  }

  get hasAlerts(): boolean {
    return this.alerts.length > 0;
  }

  get muted() {
    return this.showsAlerts ? this.alertActions.muted(this.mutes, this.changes) : [];
  }

  /** Whoever scrolls up to read stays there; at the end, new lines come into view. */
  handleScroll(event: Event): void {
    const { scrollTop, scrollHeight, clientHeight } = event.currentTarget as HTMLElement;
    this.isAtEnd = scrollHeight - scrollTop - clientHeight < AT_END_PX;
  }

  private showNewest(): void {
    const lines = this.template!.querySelector('.lines');
    if (lines && this.isAtEnd) lines.scrollTop = lines.scrollHeight;
  }

  handleRetry(): void {
    this.load();
  }

  handleAction(event: Event): void {
    const { action, alertId, rule } = (event.currentTarget as HTMLElement).dataset;
    this.alertActions.act(action as AlertAct, { alertId, rule });
  }

  handleShowPlace(event: Event): void {
    const { line } = (event.currentTarget as HTMLElement).dataset;
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
      // What is muted comes to whoever follows it.
      attention().catch(() => undefined);
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
