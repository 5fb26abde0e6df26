import { LightningElement, api } from 'lwc';
import MAY_MONITOR from '@salesforce/customPermission/Dealside_Monitor';
import MAY_TAKE_CALLS from '@salesforce/customPermission/Dealside_Take_Calls';
import { sameRecord, type CallView, type InterventionView, type Problem } from 'c/callModel';
import { callOpportunity } from 'c/dealsideApi';
import { labels } from 'c/dealsideLabels';
import { asProblem } from 'c/dealsideSession';
import { reconnect, subscribe, type LiveState } from 'c/liveFeed';

/** The live calls of an Opportunity, beside it: supervisors step in, reps call and see their own call. */
export default class LiveCalls extends LightningElement {
  labels = labels;
  feed?: LiveState;
  problem?: Problem;
  isCalling = false;
  private unsubscribe?: () => void;

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
    return (this.feed?.calls ?? []).filter((call) => sameRecord(call.opportunity?.opportunityId, this.recordId));
  }

  get isEmpty(): boolean {
    return Boolean(this.feed?.loaded) && this.calls.length === 0;
  }

  get due(): InterventionView[] {
    return (this.feed?.interventionsDue ?? []).filter((each) => sameRecord(each.opportunity?.opportunityId, this.recordId));
  }

  get canCall(): boolean {
    const onCall = (this.feed?.calls ?? []).some((call) => call.you.relation === 'rep' && call.status !== 'ended');
    return Boolean(MAY_TAKE_CALLS) && Boolean(this.feed?.loaded) && !onCall;
  }

  get callLabel(): string {
    return this.isCalling ? labels.liveCallsCalling : labels.liveCallsCallContact;
  }

  handleRetry(): void {
    reconnect();
  }

  async handleCall(): Promise<void> {
    this.problem = undefined;
    this.isCalling = true;
    try {
      await callOpportunity(this.recordId!);
    } catch (fault) {
      this.problem = asProblem(fault);
    } finally {
      this.isCalling = false;
    }
  }
}
