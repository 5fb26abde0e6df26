import MAY_MONITOR from '@salesforce/customPermission/Dealside_Monitor';
import MAY_TAKE_CALLS from '@salesforce/customPermission/Dealside_Take_Calls';
import { sameRecord, type CallView, type InterventionView } from 'c/callModel';
import { callOpportunity } from 'c/dealsideApi';
import { labels } from 'c/dealsideLabels';
import { createAction, IDLE, type ActionState } from 'c/dealsideLoader';
import { createSelection, reconnect, subscribe, type CallChange, type LiveState } from 'c/liveFeed';
import { LightningElement, api } from 'lwc';

/** The parts of the feed that are shown in addition to calls. */
const HEAD = [
  'status',
  'reason',
  'asOf',
  'grantsUntil',
  'staleSince',
  'whileAway',
  'loaded',
  'interventionsDue',
  'takenOff',
] as const;
type FeedHead = Pick<LiveState, (typeof HEAD)[number]>;

/**
 * The live calls of an Opportunity, shown beside it: supervisors join, reps call and see their own
 * call.
 */
export default class LiveCalls extends LightningElement {
  labels = labels;
  feed?: FeedHead;
  calling: ActionState = IDLE;
  calls: readonly CallView[] = [];
  /** Whether this person is on a call as its rep. */
  isOnCall = false;
  private record?: string;
  private all: readonly CallView[] = [];
  private unsubscribe?: () => void;
  private readonly place = createAction((state) => {
    this.calling = state;
  });
  private readonly here = createSelection(({ opportunity }) =>
    sameRecord(opportunity?.opportunityId, this.recordId),
  );
  private readonly own = createSelection(
    ({ you, status }) => you.relation === 'rep' && status !== 'ended',
  );

  @api
  get recordId(): string | undefined {
    return this.record;
  }
  set recordId(recordId: string | undefined) {
    this.record = recordId;
    this.here.follow(this.all, 'all');
    this.calls = this.here.calls;
  }

  connectedCallback(): void {
    if (!this.isAllowed) return;
    this.unsubscribe = subscribe((state, change) => this.follow(state, change));
  }

  disconnectedCallback(): void {
    this.unsubscribe?.();
  }

  get isAllowed(): boolean {
    return Boolean(MAY_MONITOR ?? MAY_TAKE_CALLS);
  }

  get isNotAllowed(): boolean {
    return !this.isAllowed;
  }

  get isLoading(): boolean {
    return this.isAllowed && !this.feed?.loaded && this.feed?.status === 'connecting';
  }

  get isEmpty(): boolean {
    return Boolean(this.feed?.loaded) && this.calls.length === 0;
  }

  /** Whether nothing else here says why this person was taken off a call: it is not shown any more. */
  get isTakenOff(): boolean {
    const { takenOff } = this.feed ?? {};
    return takenOff !== undefined && !this.calls.some(({ callId }) => callId === takenOff.callId);
  }

  get due(): InterventionView[] {
    return (this.feed?.interventionsDue ?? []).filter((each) =>
      sameRecord(each.opportunity?.opportunityId, this.recordId),
    );
  }

  get canCall(): boolean {
    return Boolean(MAY_TAKE_CALLS) && Boolean(this.feed?.loaded) && !this.isOnCall;
  }

  get callLabel(): string {
    return this.calling.isBusy ? labels.liveCallsCalling : labels.liveCallsCallContact;
  }

  handleRetry(): void {
    reconnect();
  }

  async handleCall(): Promise<void> {
    await this.place(() => callOpportunity(this.recordId!));
  }

  /** The call that this person supervises, if the server requires leaving it first. */
  get callToLeave(): string | undefined {
    return this.calling.problem?.otherCall?.interventionId;
  }

  async handleLeaveAndCall(): Promise<void> {
    const moveFrom = this.callToLeave;
    await this.place(() => callOpportunity(this.recordId!, moveFrom));
  }

  /** Renders only changes about this record, because other calls change all the time. */
  private follow(state: LiveState, change: CallChange): void {
    const { status, reason, asOf, grantsUntil, staleSince, whileAway, loaded } = state;
    const { interventionsDue, takenOff, calls } = state;
    const head = {
      status,
      reason,
      asOf,
      grantsUntil,
      staleSince,
      whileAway,
      loaded,
      interventionsDue,
      takenOff,
    };
    if (!this.feed || HEAD.some((part) => state[part] !== this.feed![part])) this.feed = head;
    this.all = calls;
    this.here.follow(calls, change);
    this.calls = this.here.calls;
    this.own.follow(calls, change);
    this.isOnCall = this.own.calls.length > 0;
  }
}
