import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { LightningElement } from 'lwc';
import MAY_MONITOR from '@salesforce/customPermission/Dealside_Monitor';
import USER_ID from '@salesforce/user/Id';
import { MODE_LABEL, type CallView, type Problem } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { asProblem } from 'c/dealsideSession';
import { hear, liveCallsNow, subscribe } from 'c/liveFeed';
import {
  alertText,
  attention,
  claimCall,
  familyText,
  followRep,
  releaseCall,
  unfollowRep,
  type AttentionView,
  type Follow,
  type Mute,
} from 'c/wordsApi';

const MOST_SHOWN = 5;

const PART: Readonly<Record<string, string>> = {
  help: labels.attentionHelp,
  alerts: labels.attentionAlerts,
  unattended: labels.attentionUnattended,
  amount: labels.attentionAmount,
  stage: labels.attentionStage,
  supervised: labels.attentionSupervised,
  claimed: labels.attentionClaimed,
};

/** The live calls that need somebody, the most urgent first, each with why. */
export default class AttentionQueue extends LightningElement {
  labels = labels;
  problem?: Problem;
  private items: ReadonlyMap<string, AttentionView> = new Map();
  private calls: readonly CallView[] = [];
  private mutes: readonly Mute[] = [];
  private follows: readonly Follow[] = [];
  private stops: (() => void)[] = [];

  connectedCallback(): void {
    if (!MAY_MONITOR) return;
    this.stops = [
      hear(({ event, data }) => {
        if (event === 'attention') this.put(data as AttentionView);
        if (event === 'follow') this.tell(data as { repName: string; customerName: string });
        if (event === 'snapshot') void this.load();
      }),
      subscribe((_state, change) => {
        if (change !== 'none') this.calls = [...liveCallsNow()];
      }),
    ];
    void this.load();
  }

  disconnectedCallback(): void {
    this.stops.forEach((stop) => stop());
  }

  get rows() {
    const muted = new Set(this.mutes.map(({ ruleName }) => ruleName));
    return [...this.items.values()]
      .filter(
        ({ alerts, parts, claim }) =>
          alerts.length > 0 || claim !== undefined || parts.some(({ part }) => part === 'help'),
      )
      .sort((a, b) => b.score - a.score)
      .flatMap((item) => {
        const call = this.calls.find(({ callId }) => callId === item.callId);
        return call?.status === 'live' ? [this.rowOf(item, call, muted)] : [];
      })
      .slice(0, MOST_SHOWN);
  }

  get hasRows(): boolean {
    return this.rows.length > 0;
  }

  handleClaim(event: Event): void {
    const { callId } = (event.currentTarget as HTMLElement).dataset;
    void this.change(async () => {
      const { claim } = await claimCall(callId!);
      const item = this.items.get(callId!);
      if (item) this.put({ ...item, claim });
    });
  }

  handleRelease(event: Event): void {
    const { callId } = (event.currentTarget as HTMLElement).dataset;
    void this.change(async () => {
      await releaseCall(callId!);
      const item = this.items.get(callId!);
      if (item) this.put({ ...item, claim: undefined });
    });
  }

  handleJoin(event: Event): void {
    const { callId } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('join', { detail: { callId } }));
  }

  handleFollow(event: Event): void {
    const { rep, kind } = (event.currentTarget as HTMLElement).dataset;
    void this.change(async () => {
      const { follows } = kind
        ? await followRep(rep!, kind as Follow['kind'])
        : await unfollowRep(rep!);
      this.follows = follows;
    });
  }

  private rowOf(item: AttentionView, call: CallView, muted: ReadonlySet<string>) {
    const { suggestion, claim } = item;
    const isMine = claim?.userId === USER_ID;
    const rep = call.rep.name;
    return {
      callId: item.callId,
      title: fill(labels.attentionCall, { rep, customer: call.customer.name }),
      score: fill(labels.attentionScore, {
        score: item.score,
        parts: item.parts
          .map(({ part, points }) =>
            fill(labels.attentionPart, {
              part: PART[part] ?? part,
              points: points > 0 ? `+${points}` : String(points),
            }),
          )
          .join(', '),
      }),
      alerts: item.alerts
        .filter(({ ruleName }) => !muted.has(ruleName))
        .map((alert) => ({ id: alert.alertId, text: alertText(alert), className: alert.severity })),
      suggestion:
        suggestion &&
        fill(labels.attentionSuggest, {
          mode: MODE_LABEL[suggestion.mode],
          why:
            suggestion.because === 'help'
              ? labels.attentionHelpWhy
              : familyText(suggestion.because),
        }),
      holder:
        claim &&
        (isMine ? labels.attentionMine : fill(labels.attentionHolder, { who: claim.name })),
      isMine,
      canClaim: claim === undefined,
      claimName: fill(labels.attentionClaimName, { rep }),
      canJoin: call.you.modes.some(({ mode, allowed }) => mode === 'monitor' && allowed),
      repUserId: call.rep.userId,
      isFollowed: this.follows.some(({ repUserId }) => repUserId === call.rep.userId),
      next: fill(labels.attentionFollow, { rep }),
      every: fill(labels.attentionFollowEvery, { rep }),
      unfollow: fill(labels.attentionUnfollow, { rep }),
    };
  }

  private put(item: AttentionView): void {
    this.items = new Map(this.items).set(item.callId, item);
  }

  private tell({ repName, customerName }: { repName: string; customerName: string }): void {
    this.dispatchEvent(
      new ShowToastEvent({
        title: fill(labels.attentionFollowed, { rep: repName, customer: customerName }),
        variant: 'info',
      }),
    );
  }

  private async change(act: () => Promise<void>): Promise<void> {
    this.problem = undefined;
    try {
      await act();
    } catch (fault) {
      this.problem = asProblem(fault);
    }
  }

  private async load(): Promise<void> {
    try {
      const { calls, mutes, follows } = await attention();
      this.items = new Map(calls.map((item) => [item.callId, item]));
      this.mutes = mutes;
      this.follows = follows;
    } catch {
      // The wall says that nothing is heard; the next snapshot asks again.
      this.items = new Map();
    }
  }
}
