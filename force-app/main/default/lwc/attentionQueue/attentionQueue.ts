import MAY_MONITOR from '@salesforce/customPermission/Dealside_Monitor';
import USER_ID from '@salesforce/user/Id';
import {
  countText,
  interventionOf,
  mayJoin,
  MODE_NAME,
  type CallView,
  type Problem,
} from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { createItemAction, IDLE, type ActionState, type ItemStates } from 'c/dealsideLoader';
import { asProblem } from 'c/dealsideSession';
import { createSelection, hear, liveCallsNow, subscribe, type CallChange } from 'c/liveFeed';
import { createAlertActions, type AlertAct } from 'c/wordsAlertActions';
import {
  alertText,
  attention,
  claimCall,
  familyText,
  followMutes,
  followRep,
  partsText,
  releaseCall,
  severityText,
  unfollowRep,
  type AlertView,
  type AttentionView,
  type Follow,
  type Mute,
} from 'c/wordsApi';
import { LightningElement, api } from 'lwc';

/** How many calls are shown at first, and how many more with each click. */
const SHOWN_AT_ONCE = 5;

type Act = 'claim' | 'release' | 'join-attention' | 'unfollow' | 'follow' | 'follow-next';

interface Button {
  /** Buttons that take each other's place have the same one, so that the focus stays. */
  readonly key: string;
  readonly action: Act;
  readonly text: string;
  readonly className: string;
  /** The accessible name, if the text alone is unclear. */
  readonly name?: string;
}

/** The live calls that need attention, the most urgent first, with the reasons. */
export default class AttentionQueue extends LightningElement {
  labels = labels;
  /** By call. */
  changes: ItemStates = new Map();
  /** Why the queue could not be read. What was read before stays. */
  problem?: Problem;
  /** By alert, and by rule for those that are unmuted. */
  alertChanges: ItemStates = new Map();
  private readonly change = createItemAction((changes) => {
    this.changes = changes;
  });
  private readonly alertActions = createAlertActions({
    onChanges: (changes) => {
      this.alertChanges = changes;
    },
    onMarked: (alertId, mark) => this.marked(alertId, mark),
    onFocus: (place) => {
      this.focusNext = 'alertId' in place ? place.alertId : place.ruleName;
    },
    onUnmuted: (rule) => {
      this.focusNext = this.rows
        .flatMap(({ alerts }) => alerts)
        .find(({ ruleName }) => ruleName === rule)?.alertId;
    },
  });
  /** The call, the alert or the muted rule that has the focus after rendering. */
  private focusNext?: string;
  private items: ReadonlyMap<string, AttentionView> = new Map();
  private calls: readonly CallView[] = [];
  private mutes: readonly Mute[] = [];
  private follows: readonly Follow[] = [];
  private shown = SHOWN_AT_ONCE;
  private stops: (() => void)[] = [];
  private readonly needing = createSelection(
    ({ callId, status }) => status === 'live' && this.isNeeding(this.items.get(callId)),
  );

  connectedCallback(): void {
    if (!MAY_MONITOR) return;
    this.stops = [
      hear(({ event, data }) => {
        if (event === 'attention') this.put(data as AttentionView);
        if (event === 'snapshot') void this.load();
      }),
      subscribe(({ calls }, change) => this.follow(calls, change)),
      followMutes((mutes) => {
        this.mutes = mutes;
        this.select();
      }),
    ];
    void this.load();
  }

  disconnectedCallback(): void {
    this.stops.forEach((stop) => stop());
  }

  renderedCallback(): void {
    const { focusNext } = this;
    if (!focusNext) return;
    this.focusNext = undefined;
    const place = [...this.template!.querySelectorAll<HTMLElement>('[data-place]')].find(
      ({ dataset }) => dataset.place === focusNext,
    );
    place?.focus();
  }

  /** Focuses the alerts of a call, or how to unmute them if this person has muted them all. */
  @api focusOn(callId: string): void {
    const index = this.sorted.findIndex(({ call }) => call.callId === callId);
    this.shown = Math.max(this.shown, index + 1);
    this.focusNext = index >= 0 ? callId : this.mutedOf(callId)?.ruleName;
    // Renders again even where nothing else changes.
    this.mutes = [...this.mutes];
  }

  get rows() {
    return this.sorted.slice(0, this.shown).map(({ item, call }) => this.rowOf(item, call));
  }

  get muted() {
    return this.alertActions.muted(this.mutes, this.alertChanges);
  }

  get hasMuted(): boolean {
    return this.mutes.length > 0;
  }

  get hasMore(): boolean {
    return this.listed.length > this.shown;
  }

  get isShown(): boolean {
    return this.listed.length > 0 || this.problem !== undefined;
  }

  handleRetry(): void {
    void this.load();
  }

  handleMore(): void {
    this.shown += SHOWN_AT_ONCE;
  }

  handleAlert(event: Event): void {
    const { action, alertId, rule } = (event.currentTarget as HTMLElement).dataset;
    this.alertActions.act(action as AlertAct, { alertId, rule });
  }

  handleAction(event: Event): void {
    const { action, callId, rep } = (event.currentTarget as HTMLElement).dataset;
    this.act(action as Act, callId!, rep!);
  }

  private act(action: Act, callId: string, rep: string): void {
    switch (action) {
      case 'claim':
        return void this.change(callId, async () => {
          const { claim } = await claimCall(callId);
          this.claimed(callId, claim);
        });
      case 'release':
        return void this.change(callId, async () => {
          await releaseCall(callId);
          this.claimed(callId, undefined);
        });
      case 'join-attention':
        this.claimToJoin(callId);
        this.dispatchEvent(new CustomEvent('join', { detail: { callId } }));
        return;
      case 'follow':
        return void this.change(callId, async () =>
          this.followed(await followRep(rep, 'every_call')),
        );
      case 'follow-next':
        return void this.change(callId, async () =>
          this.followed(await followRep(rep, 'next_call')),
        );
      case 'unfollow':
        return void this.change(callId, async () => this.followed(await unfollowRep(rep)));
      default:
        return unreachable(action);
    }
  }

  /** The most urgent first. */
  private get sorted(): { readonly item: AttentionView; readonly call: CallView }[] {
    return this.listed.toSorted((a, b) => b.item.score - a.item.score);
  }

  private get listed(): { readonly item: AttentionView; readonly call: CallView }[] {
    return this.calls.flatMap((call) => {
      const item = this.items.get(call.callId);
      return item ? [{ item, call }] : [];
    });
  }

  private rowOf(item: AttentionView, call: CallView) {
    const { suggestion, claim } = item;
    const isMine = claim?.userId === USER_ID;
    const rep = call.rep.name;
    const { isBusy, problem }: ActionState = this.changes.get(call.callId) ?? IDLE;
    return {
      callId: item.callId,
      title: fill(labels.attentionCall, { rep, customer: call.customer.name }),
      score: fill(labels.attentionScore, {
        score: countText(item.score),
        parts: partsText(item),
      }),
      alerts: newestOfEach(this.heeded(item)).map((alert) => ({
        alertId: alert.alertId,
        textId: `said-${item.callId}-${alert.alertId}`,
        ruleName: alert.ruleName,
        severity: severityText(alert.severity),
        text: alertText(alert),
        className: `alert ${alert.severity}`,
        ...this.alertActions.choicesOf(alert, this.alertChanges),
      })),
      suggestion:
        suggestion &&
        fill(labels.attentionSuggest, {
          mode: MODE_NAME[suggestion.mode],
          why:
            suggestion.because === 'help'
              ? labels.attentionHelpWhy
              : familyText(suggestion.because),
        }),
      holder:
        claim &&
        (isMine ? labels.attentionMine : fill(labels.attentionHolder, { who: claim.name })),
      repUserId: call.rep.userId,
      buttons: this.buttonsOf(call, claim === undefined, isMine).map((button) => ({
        ...button,
        waits: String(isBusy && button.action !== 'join-attention'),
      })),
      progress: isBusy && labels.outcomeSaving,
      problem,
    };
  }

  private buttonsOf(call: CallView, isFree: boolean, isMine: boolean): Button[] {
    const { userId, name: rep } = call.rep;
    const plain = 'slds-button choice';
    return [
      isFree &&
        mayJoin(call) && {
          key: 'hold',
          action: 'claim' as const,
          text: labels.attentionClaim,
          name: fill(labels.attentionClaimName, { rep }),
          className: `${plain} slds-button_neutral`,
        },
      isMine && {
        key: 'hold',
        action: 'release' as const,
        text: labels.attentionRelease,
        className: plain,
      },
      mayJoin(call) &&
        interventionOf(call, USER_ID) === undefined && {
          key: 'join',
          action: 'join-attention' as const,
          text: labels.callJoin,
          className: `${plain} slds-button_brand`,
        },
      ...(this.follows.some(({ repUserId }) => repUserId === userId)
        ? [
            {
              key: 'follow',
              action: 'unfollow' as const,
              text: fill(labels.attentionUnfollow, { rep }),
              className: plain,
            },
          ]
        : [
            {
              key: 'follow',
              action: 'follow' as const,
              text: fill(labels.attentionFollowEvery, { rep }),
              className: plain,
            },
            {
              key: 'follow-next',
              action: 'follow-next' as const,
              text: fill(labels.attentionFollow, { rep }),
              className: plain,
            },
          ]),
    ].filter((button) => button !== false);
  }

  /** The alerts that this person has not muted. */
  private heeded({ alerts }: AttentionView): readonly AlertView[] {
    return alerts.filter(({ ruleName }) => !this.mutes.some((mute) => mute.ruleName === ruleName));
  }

  private mutedOf(callId: string): Mute | undefined {
    const rules = this.items.get(callId)?.alerts.map(({ ruleName }) => ruleName);
    return this.mutes.find(({ ruleName }) => rules?.includes(ruleName));
  }

  private isNeeding(item: AttentionView | undefined): boolean {
    return (
      item !== undefined &&
      (item.claim !== undefined ||
        item.parts.some(({ part }) => part === 'help') ||
        this.heeded(item).length > 0)
    );
  }

  /** Called tens of times a second, so only changed calls are checked. */
  private follow(calls: readonly CallView[], change: CallChange): void {
    if (typeof change === 'object' && (change.call?.status ?? 'ended') === 'ended')
      this.forget(change.callId);
    this.needing.follow(calls, change);
    this.calls = this.needing.calls;
  }

  private put(item: AttentionView): void {
    const was = this.isNeeding(this.items.get(item.callId));
    this.items = new Map(this.items).set(item.callId, item);
    if (was !== this.isNeeding(item)) this.select();
  }

  private forget(callId: string): void {
    if (!this.items.has(callId)) return;
    const items = new Map(this.items);
    items.delete(callId);
    this.items = items;
  }

  /** Checks all calls again, because their attention views have changed. */
  private select(): void {
    this.needing.follow(liveCallsNow(), 'all');
    this.calls = this.needing.calls;
  }

  /** Others see who is coming. Where somebody else has claimed the call, the join asks first. */
  private claimToJoin(callId: string): void {
    claimCall(callId, true).then(
      ({ claim }) => this.claimed(callId, claim),
      () => undefined,
    );
  }

  private claimed(callId: string, claim: AttentionView['claim']): void {
    const item = this.items.get(callId);
    if (item) this.put({ ...item, claim });
  }

  private marked(alertId: string, mark: AlertView['mark']): void {
    for (const item of this.items.values())
      if (item.alerts.some((alert) => alert.alertId === alertId))
        this.put({
          ...item,
          alerts: item.alerts.map((alert) =>
            alert.alertId === alertId ? { ...alert, mark } : alert,
          ),
        });
  }

  private followed({ follows }: { follows: readonly Follow[] }): void {
    this.follows = follows;
  }

  private async load(): Promise<void> {
    try {
      const { calls, follows } = await attention();
      this.items = new Map(calls.map((item) => [item.callId, item]));
      this.follows = follows;
      this.problem = undefined;
    } catch (fault) {
      this.problem = asProblem(fault);
    }
    this.select();
  }
}

function unreachable(value: never): never {
  throw new Error(`unhandled: ${JSON.stringify(value)}`);
}

/** Of alerts that one rule raised several times, only the newest. */
const newestOfEach = (alerts: readonly AlertView[]): AlertView[] =>
  alerts.filter(
    ({ ruleName }, at) => alerts.findLastIndex((other) => other.ruleName === ruleName) === at,
  );
