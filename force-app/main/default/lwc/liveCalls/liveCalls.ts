import { LightningElement, api } from 'lwc';
import MAY_MONITOR from '@salesforce/customPermission/Dealside_Monitor';
import MAY_TAKE_CALLS from '@salesforce/customPermission/Dealside_Take_Calls';
import { sameRecord, type CallView, type InterventionView } from 'c/callModel';
import { callOpportunity } from 'c/dealsideApi';
import { labels } from 'c/dealsideLabels';
import { createAction, IDLE, type ActionState } from 'c/dealsideLoader';
import { reconnect, subscribe, type LiveState } from 'c/liveFeed';

/**
 * The live calls of an Opportunity, beside it: supervisors step in, reps call and see their own
 * call.
 */
export default class LiveCalls extends LightningElement {
  labels = labels;
  feed?: LiveState;
  calling: ActionState = IDLE;
  private unsubscribe?: () => void;
  private readonly place = createAction((state) => {
    this.calling = state;
  });

  @api recordId?: string;

  connectedCallback(): void {
    if (!this.isAllowed) return;
    this.unsubscribe = subscribe((feed) => {
      this.feed = feed;
    });
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

  get calls(): CallView[] {
    return (this.feed?.calls ?? []).filter((call) =>
      sameRecord(call.opportunity?.opportunityId, this.recordId),
    );
  }

  get isEmpty(): boolean {
    return Boolean(this.feed?.loaded) && this.calls.length === 0;
  }

  get due(): InterventionView[] {
    return (this.feed?.interventionsDue ?? []).filter((each) =>
      sameRecord(each.opportunity?.opportunityId, this.recordId),
    );
  }

  get canCall(): boolean {
    const onCall = (this.feed?.calls ?? []).some(
      (call) => call.you.relation === 'rep' && call.status !== 'ended',
    );
    return Boolean(MAY_TAKE_CALLS) && Boolean(this.feed?.loaded) && !onCall;
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
}
