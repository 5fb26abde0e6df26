import { NavigationMixin } from 'lightning/navigation';
import { LightningElement } from 'lwc';
import MAY_MONITOR from '@salesforce/customPermission/Dealside_Monitor';
import USER_ID from '@salesforce/user/Id';
import { interventionOf, type CallView, type InterventionView, type Problem } from 'c/callModel';
import { joinCall } from 'c/dealsideApi';
import { fill, labels } from 'c/dealsideLabels';
import { asProblem } from 'c/dealsideSession';
import { reconnect, subscribe, type LiveState } from 'c/liveFeed';
import { everySecond } from 'c/ticker';
import { matching, row, sorted, type Column, type Sorting } from './rows';

/** More rows than this are shown on demand: a wall of a thousand calls stays quick. */
const PAGE = 50;

/** All live calls in this supervisor's scope, to find the one to join. */
export default class LiveWall extends NavigationMixin(LightningElement) {
  labels = labels;
  feed?: LiveState;
  now = Date.now();
  search = '';
  sorting: Sorting = { column: 'duration', descending: true };
  limit = PAGE;
  joiningId?: string;
  problem?: Problem;
  private stops: (() => void)[] = [];

  connectedCallback(): void {
    if (!MAY_MONITOR) return;
    this.stops = [
      subscribe((feed) => {
        this.feed = feed;
      }),
      everySecond((now) => {
        this.now = now;
      }),
    ];
  }

  disconnectedCallback(): void {
    for (const stop of this.stops) stop();
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
    return matching(this.calls, this.search);
  }

  get rows() {
    return sorted(this.matches, this.sorting, this.now).slice(0, this.limit).map((call) => ({
      ...row(call, this.now, USER_ID),
      joinLabel: this.joiningId === call.callId ? labels.callJoining : labels.callJoin,
      joinTitle: fill(labels.wallJoinCall, { rep: call.rep.name, customer: call.customer.name }),
    }));
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
    return fill(labels.wallNoMatch, { search: this.search });
  }

  get hasMore(): boolean {
    return this.matches.length > this.limit;
  }

  get isJoining(): boolean {
    return this.joiningId !== undefined;
  }

  get summary(): string {
    const live = this.calls.filter((call) => call.status === 'live');
    const supervised = live.filter((call) => call.interventions.length > 0).length;
    return [
      live.length === 1 ? labels.wallCountOne : fill(labels.wallCount, { count: live.length }),
      fill(labels.wallSupervised, { count: supervised }),
      this.matches.length < this.calls.length && fill(labels.wallShown, { shown: this.matches.length, count: this.calls.length }),
    ].filter(Boolean).join(' · ');
  }

  get columns() {
    const column = (name: Column, label: string) => {
      const active = this.sorting.column === name;
      return {
        name, label,
        title: fill(labels.wallSortBy, { column: label }),
        sort: !active ? 'none' : this.sorting.descending ? 'descending' : 'ascending',
        icon: active && !this.sorting.descending ? 'utility:arrowup' : 'utility:arrowdown',
        className: `sort${active ? ' sort_active' : ''}`,
      };
    };
    return {
      rep: column('rep', labels.wallRep),
      amount: column('amount', labels.wallAmount),
      duration: column('duration', labels.wallDuration),
    };
  }

  handleSearch(event: Event): void {
    this.search = (event.target as HTMLInputElement).value;
    this.limit = PAGE;
  }

  handleSort(event: Event): void {
    const column = (event.currentTarget as HTMLElement).dataset.column as Column;
    const again = this.sorting.column === column;
    this.sorting = { column, descending: again ? !this.sorting.descending : column !== 'rep' };
  }

  handleOpenDeal(event: Event): void {
    const recordId = (event.target as HTMLElement).dataset.opportunityId!;
    this[NavigationMixin.Navigate]({
      type: 'standard__recordPage',
      attributes: { recordId, objectApiName: 'Opportunity', actionName: 'view' },
    });
  }

  handleMore(): void {
    this.limit += PAGE;
  }

  handleRetry(): void {
    reconnect();
  }

  async handleJoin(event: Event): Promise<void> {
    this.problem = undefined;
    this.joiningId = (event.target as HTMLElement).dataset.callId!;
    try {
      await joinCall(this.joiningId);
    } catch (fault) {
      this.problem = asProblem(fault);
    } finally {
      this.joiningId = undefined;
    }
  }
}
