import MAY_MONITOR from '@salesforce/customPermission/Dealside_Monitor';
import USER_ID from '@salesforce/user/Id';
import type AttentionQueue from 'c/attentionQueue';
import {
  countText,
  interventionOf,
  mayOnlyMonitorCovertly,
  type CallView,
  type InterventionView,
  type Problem,
} from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { createFrameQueue, everySecond } from 'c/dealsideTicker';
import type InterventionFlow from 'c/interventionFlow';
import { openShortcutList } from 'c/interventionShortcuts';
import {
  createSelection,
  hear,
  reconnect,
  subscribe,
  type CallChange,
  type LiveState,
} from 'c/liveFeed';
import type { WallAlert } from 'c/liveWallAlerts';
import { followCallBar } from 'c/softphoneBus';
import { attention, giveClaimBack, type AttentionView } from 'c/wordsApi';
import { CurrentPageReference, NavigationMixin } from 'lightning/navigation';
import { LightningElement, wire } from 'lwc';
import { DEFAULT_VIEW, isSameView, stateOf, viewIn, type WallPage } from './address';
import { alertsOf, hasAlerts } from './alerts';
import { SHOW_OPTIONS, type Column, type Show, type Sorting } from './rows';
import { WallCalls, type Counts } from './wallCalls';

/** The state of the feed. A new object only if it changes. */
type FeedHead = Pick<LiveState, (typeof HEAD)[number]>;

const HEAD = [
  'status',
  'reason',
  'asOf',
  'grantsUntil',
  'staleSince',
  'whileAway',
  'loaded',
  'mayMonitor',
  'monitors',
] as const;

const headOf = (state: LiveState): FeedHead =>
  Object.fromEntries(HEAD.map((part) => [part, state[part]])) as unknown as FeedHead;

/** How long scores wait after the pointer has moved over the calls. */
const AIM_MS = 2_000;

const KINDS = ['calls', 'live', 'supervised', 'asking'] as const;
const NO_CALLS: Counts = { calls: 0, live: 0, supervised: 0, asking: 0 };

/**
 * All live calls in this supervisor's scope, for finding the one to join. Changes are collected and
 * drawn once per frame, and this component renders only when its counts change.
 */
export default class LiveWall extends NavigationMixin(LightningElement) {
  labels = labels;
  userId = USER_ID;
  feed?: FeedHead;
  search = DEFAULT_VIEW.search;
  show: Show = DEFAULT_VIEW.show;
  sorting: Sorting = DEFAULT_VIEW.sorting;
  joiningId?: string;
  /** The call that the person wants to join, in its current state. */
  joinTarget?: CallView;
  joinProblem?: Problem;
  /** The call that the person is asked whether to monitor covertly. */
  covertTarget?: CallView;
  counts = NO_CALLS;
  /** How many calls match. */
  shown = 0;
  myCalls: readonly CallView[] = [];
  alerts: readonly WallAlert[] = [];
  /** Whether the controls of a call are in the softphone. */
  isBarDocked = false;
  due: readonly InterventionView[] = [];
  calls = new WallCalls(this);
  private joins = 0;
  private stops: readonly (() => void)[] = [];
  private page?: WallPage;
  private readonly alerting = createSelection(hasAlerts);
  private readonly mine = createSelection(
    (call) => call.status === 'live' && interventionOf(call, USER_ID) !== undefined,
  );
  private readonly changes = createFrameQueue<CallView | undefined>((changes) => {
    for (const [callId, call] of changes) this.calls.put(callId, call);
    this.refresh();
  });

  private readonly scores = createFrameQueue<AttentionView>((scores) => {
    for (const one of scores.values()) this.held.set(one.callId, one);
    this.putScores();
  });
  /** Scores that have not moved their rows yet. */
  private readonly held = new Map<string, AttentionView>();
  private aimsUntil = 0;

  /**
   * The address of the page contains search, filter and sorting, so that it can be saved and sent.
   */
  @wire(CurrentPageReference)
  pageChanged(page?: LiveWall['page']): void {
    this.page = page;
    const view = viewIn(page?.state);
    if (isSameView(view, this)) return;
    Object.assign(this, view);
    this.arrange();
  }

  connectedCallback(): void {
    if (!MAY_MONITOR) return;
    this.stops = [
      hear(({ event, data }) => {
        if (event === 'attention')
          this.scores.put((data as AttentionView).callId, data as AttentionView);
        if (event === 'snapshot') void this.loadScores();
      }),
      subscribe((state, change) => this.follow(state, change)),
      followCallBar((isDocked) => {
        this.isBarDocked = isDocked;
      }),
      everySecond(() => this.putScores()),
    ];
    void this.loadScores();
  }

  disconnectedCallback(): void {
    this.stops.forEach((stop) => stop());
    this.changes.clear();
    this.scores.clear();
  }

  get isNotAllowed(): boolean {
    // Only the feed tells that a permission was removed while the page is open.
    return !MAY_MONITOR || this.feed?.mayMonitor === false;
  }

  get isAllowed(): boolean {
    return !this.isNotAllowed;
  }

  /** The calls whose controls are on this page, because there is no softphone. */
  get callsHere(): readonly CallView[] {
    return this.isBarDocked ? [] : this.myCalls;
  }

  /** This person's calls whose words no panel on this page shows. */
  get readHere(): readonly CallView[] {
    return this.isBarDocked
      ? this.myCalls.filter(
          (call) => call.isTranscribed && interventionOf(call, USER_ID)?.status === 'active',
        )
      : [];
  }

  get bodyClass(): string {
    const isFloating = this.isBarDocked && this.myCalls.length > 0;
    return `slds-p-horizontal_medium${isFloating ? ' body_on-call' : ''}`;
  }

  /** Whether the live calls are known yet. */
  get isKnown(): boolean {
    return this.feed?.loaded === true;
  }

  get isLoading(): boolean {
    return !this.isNotAllowed && !this.feed?.loaded && this.feed?.status === 'connecting';
  }

  get hasRows(): boolean {
    return this.shown > 0;
  }

  get hasCalls(): boolean {
    return this.counts.calls > 0;
  }

  get isEmpty(): boolean {
    return Boolean(this.feed?.loaded) && !this.hasCalls;
  }

  get isFilteredOut(): boolean {
    return this.hasCalls && !this.hasRows;
  }

  get noMatch(): string {
    return this.search
      ? fill(labels.wallNoMatch, { search: this.search })
      : labels.wallNoneInFilter;
  }

  get hasSummary(): boolean {
    return this.isAllowed && Boolean(this.feed?.loaded);
  }

  get summary(): string {
    const { live, supervised, asking } = this.counts;
    return [
      live === 1 ? labels.wallCountOne : fill(labels.wallCount, { count: countText(live) }),
      fill(labels.wallSupervised, { count: countText(supervised) }),
      asking > 0 && fill(labels.wallAsking, { count: countText(asking) }),
    ]
      .filter(Boolean)
      .join(' · ');
  }

  /** Read out when a filter changes what is shown. The counts themselves change too often. */
  get shownText(): string {
    const { shown, counts } = this;
    return shown < counts.calls
      ? fill(labels.wallShown, { shown: countText(shown), count: countText(counts.calls) })
      : '';
  }

  get showOptions(): { label: string; value: Show; selected: boolean }[] {
    return SHOW_OPTIONS.map((one) => ({ ...one, selected: one.value === this.show }));
  }

  handleSearch(event: Event): void {
    this.search = (event.target as HTMLInputElement).value;
    this.arrange();
  }

  /** Called when the person has finished typing, not at each letter. */
  handleSearched(): void {
    this.saveInAddress();
  }

  handleShow(event: Event): void {
    this.show = (event.target as HTMLSelectElement).value as Show;
    this.arrange();
    this.saveInAddress();
  }

  handleShowCall(event: CustomEvent<{ callId: string }>): void {
    this.grid?.focusOn(event.detail.callId);
  }

  handleShowAlerts({ detail }: CustomEvent<{ callId: string }>): void {
    (this.refs!.queue as unknown as AttentionQueue).focusOn(detail.callId);
  }

  /** Scores move no row under a pointer that is on its way to a button. */
  handleAim(): void {
    this.aimsUntil = Date.now() + AIM_MS;
  }

  handleShortcuts(): void {
    openShortcutList();
  }

  handleSort(event: CustomEvent<{ column: Column }>): void {
    const { column } = event.detail;
    const again = this.sorting.column === column;
    const bigFirst = column !== 'rep' && column !== 'customer';
    this.sorting = { column, descending: again ? !this.sorting.descending : bigFirst };
    this.arrange();
    this.saveInAddress();
  }

  handleOpenDeal(event: CustomEvent<{ opportunityId: string }>): void {
    this[NavigationMixin.Navigate]({
      type: 'standard__recordPage',
      attributes: {
        recordId: event.detail.opportunityId,
        objectApiName: 'Opportunity',
        actionName: 'view',
      },
    });
  }

  handleRetry(): void {
    reconnect();
  }

  handleJoin(event: CustomEvent<{ callId: string }>): void {
    const call = this.calls.find(event.detail.callId);
    this.covertTarget = call && mayOnlyMonitorCovertly(call) ? call : undefined;
    if (call && !this.covertTarget) void this.join(call);
  }

  handleCovert(): void {
    const call = this.covertTarget!;
    this.covertTarget = undefined;
    void this.join(call, true);
  }

  handleCovertCancel(): void {
    this.covertTarget = undefined;
    this.grid?.focus();
  }

  private async join(call: CallView, isCovert = false): Promise<void> {
    this.joins += 1;
    const turn = this.joins;
    this.joinProblem = undefined;
    this.joinTarget = call;
    // After this component has rendered, the flow is on the page and has this call.
    await Promise.resolve();
    const flow = this.refs!.flow as unknown as InterventionFlow;
    const isAnswer = !isCovert && call.help?.status === 'open';
    const end = await (isAnswer ? flow.joinToHelp() : flow.join(undefined, isCovert));
    if (end.status !== 'done') void giveClaimBack(call.callId);
    if (turn !== this.joins) return;
    this.joinTarget = undefined;
    this.joiningId = undefined;
    if (end.status === 'refused') this.joinProblem = end.problem;
    this.grid?.focus();
  }

  handleCloseProblem(): void {
    this.joinProblem = undefined;
    this.grid?.focus();
  }

  handleProgress(event: CustomEvent<{ isSending: boolean }>): void {
    this.joiningId = event.detail.isSending ? this.joinTarget?.callId : undefined;
  }

  private follow(state: LiveState, change: CallChange): void {
    const { calls, interventionsDue } = state;
    const { feed } = this;
    if (!feed || HEAD.some((part) => state[part] !== feed[part])) this.feed = headOf(state);
    this.due = interventionsDue;
    this.mine.follow(calls, change);
    this.myCalls = this.mine.calls;
    if (change === 'none') return;
    const before = this.alerting.calls;
    this.alerting.follow(calls, change);
    if (this.alerting.calls !== before) this.alerts = this.alerting.calls.flatMap(alertsOf);
    this.followTarget(calls, change);
    if (change === 'all') {
      this.changes.clear();
      this.calls.replace(calls);
      this.refresh();
    } else if (change.call || this.calls.has(change.callId)) {
      this.changes.put(change.callId, change.call);
    } else this.changes.remove(change.callId);
  }

  /** Scores come with a delay for new calls, and all of them anew with each snapshot. */
  private async loadScores(): Promise<void> {
    try {
      const { calls } = await attention();
      this.held.clear();
      this.calls.replaceAttentions(calls);
      this.grid?.refresh();
    } catch {
      // The wall shows that the connection is lost. The next snapshot loads the scores again.
    }
  }

  private putScores(): void {
    if (this.held.size === 0 || Date.now() < this.aimsUntil) return;
    for (const one of this.held.values()) this.calls.putAttention(one);
    this.held.clear();
    this.grid?.refresh();
  }

  private followTarget(calls: readonly CallView[], change: CallChange): void {
    const { joinTarget } = this;
    if (!joinTarget) return;
    const { callId } = joinTarget;
    if (change === 'all') this.joinTarget = calls.find((call) => call.callId === callId);
    else if (change !== 'none' && change.callId === callId) this.joinTarget = change.call;
  }

  private saveInAddress(): void {
    if (!this.page) return;
    const state = stateOf(this, this.page.state);
    const kept = Object.entries(state).filter(([, value]) => value !== undefined);
    this.page = { ...this.page, state: Object.fromEntries(kept) as Record<string, string> };
    this[NavigationMixin.Navigate](this.page, true);
  }

  private get grid(): (HTMLElement & { refresh(): void; focusOn(callId: string): void }) | null {
    return this.template!.querySelector('c-live-wall-grid');
  }

  private arrange(): void {
    this.calls.arrange(this);
    this.refresh();
  }

  private refresh(): void {
    const { counts } = this.calls;
    if (KINDS.some((kind) => counts[kind] !== this.counts[kind])) this.counts = counts;
    this.shown = this.calls.length;
    this.grid?.refresh();
  }
}
