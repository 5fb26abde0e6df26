import { NavigationMixin } from 'lightning/navigation';
import { LightningElement } from 'lwc';
import MAY_MONITOR from '@salesforce/customPermission/Dealside_Monitor';
import USER_ID from '@salesforce/user/Id';
import { interventionOf, type CallView, type InterventionView } from 'c/callModel';
import { joinCall } from 'c/dealsideApi';
import { fill, labels } from 'c/dealsideLabels';
import { createAction, IDLE, type ActionState } from 'c/dealsideLoader';
import { reconnect, subscribe, type LiveState } from 'c/liveFeed';
import { matching, sorted, type Column, type Show, type Sorting } from './rows';

/** All live calls in this supervisor's scope, to find the one to join. */
export default class LiveWall extends NavigationMixin(LightningElement) {
  labels = labels;
  userId = USER_ID;
  feed?: LiveState;
  search = '';
  show: Show = 'all';
  sorting: Sorting = { column: 'duration', descending: true };
  joiningId?: string;
  joining: ActionState = IDLE;
  private unsubscribe?: () => void;
  private readonly join = createAction((state) => {
    this.joining = state;
  });
  private listed?: { of: readonly unknown[]; calls: CallView[] };

  connectedCallback(): void {
    if (!MAY_MONITOR) return;
    this.unsubscribe = subscribe((feed) => {
      this.feed = feed;
    });
  }

  disconnectedCallback(): void {
    this.unsubscribe?.();
  }

  get isNotAllowed(): boolean {
    return !MAY_MONITOR;
  }

  get isLoading(): boolean {
    return !this.isNotAllowed && !this.feed?.loaded && this.feed?.status === 'connecting';
  }

  get calls(): CallView[] {
    return this.feed?.calls ?? [];
  }

  get matches(): CallView[] {
    const of = [this.feed?.calls, this.search, this.show, this.sorting];
    if (!this.listed || of.some((each, i) => each !== this.listed!.of[i])) {
      this.listed = {
        of,
        calls: sorted(matching(this.calls, this.search, this.show), this.sorting),
      };
    }
    return this.listed.calls;
  }

  get myCalls(): CallView[] {
    return this.calls.filter((call) => call.status === 'live' && interventionOf(call, USER_ID));
  }

  get due(): InterventionView[] {
    return this.feed?.interventionsDue ?? [];
  }

  get hasRows(): boolean {
    return this.matches.length > 0;
  }

  get hasCalls(): boolean {
    return this.calls.length > 0;
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

  get summary(): string {
    const live = this.calls.filter((call) => call.status === 'live');
    const supervised = live.filter((call) => call.interventions.length > 0).length;
    const asking = live.filter((call) => call.help?.status === 'open').length;
    return [
      live.length === 1 ? labels.wallCountOne : fill(labels.wallCount, { count: live.length }),
      fill(labels.wallSupervised, { count: supervised }),
      asking > 0 && fill(labels.wallAsking, { count: asking }),
    ]
      .filter(Boolean)
      .join(' · ');
  }

  /**
   * Spoken when a filter changes what is shown; the counts themselves change too often to be read
   * out.
   */
  get shownText(): string {
    const { length } = this.matches;
    return length < this.calls.length
      ? fill(labels.wallShown, { shown: length, count: this.calls.length })
      : '';
  }

  get showOptions(): { label: string; value: Show; selected: boolean }[] {
    const options: [Show, string][] = [
      ['all', labels.wallShowAll],
      ['help', labels.wallShowHelp],
      ['supervised', labels.wallShowSupervised],
      ['alone', labels.wallShowUnsupervised],
    ];
    return options.map(([value, label]) => ({ value, label, selected: value === this.show }));
  }

  handleSearch(event: Event): void {
    this.search = (event.target as HTMLInputElement).value;
  }

  handleShow(event: Event): void {
    this.show = (event.target as HTMLSelectElement).value as Show;
  }

  handleSort(event: CustomEvent<{ column: Column }>): void {
    const { column } = event.detail;
    const again = this.sorting.column === column;
    const bigFirst = column === 'amount' || column === 'duration';
    this.sorting = { column, descending: again ? !this.sorting.descending : bigFirst };
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

  async handleJoin(event: CustomEvent<{ callId: string }>): Promise<void> {
    const { callId } = event.detail;
    this.joiningId = callId;
    await this.join(() => joinCall(callId));
    this.joiningId = undefined;
  }
}
