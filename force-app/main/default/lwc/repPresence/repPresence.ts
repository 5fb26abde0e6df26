import type { CallView, Problem } from 'c/callModel';
import { labels } from 'c/dealsideLabels';
import {
  createAction,
  createLoader,
  IDLE,
  NOT_LOADED,
  type ActionState,
  type Loaded,
} from 'c/dealsideLoader';
import { request } from 'c/dealsideSession';
import { everySecond, whileVisible } from 'c/dealsideTicker';
import { createSelection, subscribe } from 'c/liveFeed';
import {
  afterCallLeftText,
  byStatus,
  isTimePassing,
  PRESENCE_EVERY_MS,
  presence,
  repStatusClass,
  repStatusText,
  repStatusTextAt,
  type PresenceView,
  type RepView,
} from 'c/repStatus';
import { LightningElement } from 'lwc';

/** A softphone that connects is known to the server after a few seconds. */
const CONNECTING_EVERY_MS = 3_000;
const MOST_ASKED_AGAIN = 5;

interface Shown {
  userId: string;
  name: string;
  status: string;
  theme: string;
}

const idsOf = (calls: readonly CallView[]): string => calls.map(({ callId }) => callId).join();

const shown = (rep: RepView, now: number): Shown => ({
  userId: rep.userId,
  name: rep.name,
  status: repStatusTextAt(rep, now),
  theme: repStatusClass(rep.status),
});

/**
 * Lets a rep set themselves away, so that others' calls do not ring, and shows a manager which reps
 * are free, busy or away (V1). Hidden from others.
 */
export default class RepPresence extends LightningElement {
  labels = labels;
  presence: Loaded<PresenceView> = NOT_LOADED;
  saving: ActionState = IDLE;
  now = Date.now();
  private stopAsking?: () => void;
  private stopTicking?: () => void;
  private stopFollowing?: () => void;
  private askAgain?: ReturnType<typeof setTimeout>;
  private askedAgain = 0;
  /** A button was clicked that is disabled meanwhile, or leaves the page. */
  private keepsFocus = false;
  private readonly ownCalls = createSelection(({ you }) => you.relation === 'rep');
  private readonly loader = createLoader(presence, (state) => {
    this.presence = state;
    if (!state.isBusy && this.own) this.followOwn(this.own);
  });
  private readonly save = createAction((state) => {
    this.saving = state;
  });

  connectedCallback(): void {
    this.stopAsking = whileVisible(PRESENCE_EVERY_MS, () => void this.loader.load());
    this.stopTicking = everySecond((now) => {
      const { own, team = [] } = this.presence.value ?? {};
      if (isTimePassing(own ? [own, ...team] : team)) this.now = now;
    });
  }

  disconnectedCallback(): void {
    this.stopAsking?.();
    this.stopTicking?.();
    this.stopFollowing?.();
    this.stopFollowing = undefined;
    clearTimeout(this.askAgain);
  }

  renderedCallback(): void {
    if (!this.keepsFocus || this.saving.isBusy) return;
    this.keepsFocus = false;
    const { activeElement } = document;
    if (activeElement && activeElement !== document.body) return;
    this.template!.querySelector<HTMLElement>('[data-action=switch]')?.focus();
  }

  /** What a rep reads of themselves is to be true at once, and not with the next round. */
  private followOwn({ status }: RepView): void {
    if (!this.isConnected) return;
    this.stopFollowing ??= subscribe(({ calls }, change) => {
      const before = idsOf(this.ownCalls.calls);
      this.ownCalls.follow(calls, change);
      if (this.stopFollowing && idsOf(this.ownCalls.calls) !== before) void this.loader.load();
    });
    if (status !== 'offline' || this.askedAgain >= MOST_ASKED_AGAIN) return;
    this.askedAgain += 1;
    clearTimeout(this.askAgain);
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- cleared with the component
    this.askAgain = setTimeout(() => void this.loader.load(), CONNECTING_EVERY_MS);
  }

  get isShown(): boolean {
    return Boolean(this.own) || this.team.length > 0;
  }

  get heading(): string {
    return this.hasTeam ? labels.presenceTitle : labels.presenceOwnTitle;
  }

  get own(): RepView | undefined {
    return this.presence.value?.own;
  }

  get ownStatus(): Shown | undefined {
    return this.own && { ...shown(this.own, this.now), status: repStatusText[this.own.status] };
  }

  /** Outside the status, which is read out whenever it changes. */
  get timeLeft(): string | undefined {
    return this.own && afterCallLeftText(this.own, this.now);
  }

  get isAfterCall(): boolean {
    return this.own?.status === 'after_call';
  }

  get switchLabel(): string {
    return this.own?.isAway ? labels.presenceComeBack : labels.presenceGoAway;
  }

  get team(): Shown[] {
    return byStatus(this.presence.value?.team ?? []).map((rep) => shown(rep, this.now));
  }

  get hasTeam(): boolean {
    return this.team.length > 0;
  }

  get problem(): Problem | undefined {
    return this.saving.problem ?? this.presence.problem;
  }

  async handleReady(): Promise<void> {
    await this.change(() => request('POST', '/api/me/ready', {}));
  }

  async handleSwitch(): Promise<void> {
    const isAway = !this.own?.isAway;
    await this.change(() => request('PUT', '/api/me/availability', { isAway }));
  }

  private async change(act: () => Promise<unknown>): Promise<void> {
    const saving = this.save(async () => {
      await act();
      await this.loader.load();
    });
    this.keepsFocus = true;
    await saving;
  }
}
