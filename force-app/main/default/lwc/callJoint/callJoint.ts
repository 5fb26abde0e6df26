import MAY_MONITOR from '@salesforce/customPermission/Dealside_Monitor';
import USER_ID from '@salesforce/user/Id';
import { instantOf, interventionOf, mayJoin, type CallView, type Problem } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { createAction, createLoader, NOT_LOADED, type Loaded } from 'c/dealsideLoader';
import { whileVisible } from 'c/dealsideTicker';
import type InterventionFlow from 'c/interventionFlow';
import { createSelection, hear, subscribe } from 'c/liveFeed';
import { LightningElement, api } from 'lwc';
import {
  cancelJointCall,
  jointCalls,
  moveJointCall,
  planJointCall,
  type JointCall,
  type Partner,
} from './jointCallApi';

const EVERY_MS = 60_000;

const STATUS: Readonly<Record<JointCall['status'], string>> = {
  planned: labels.jointPlanned,
  begun: labels.jointBegun,
  missed: labels.jointMissed,
  cancelled: labels.jointCanceled,
};

/**
 * Three-way calls that this person has planned with a rep or a supervisor: plans one, cancels one,
 * and joins one that has begun with one click. On a deal's page, only those about that deal.
 */
export default class CallJoint extends LightningElement {
  labels = labels;
  read: Loaded<Awaited<ReturnType<typeof jointCalls>>> = NOT_LOADED;
  problem?: Problem;
  isBusy = false;
  target?: CallView;
  /** The planned call whose time is being changed. */
  movingId?: string;
  /** The deal, if this is on a deal's page. */
  @api recordId?: string;
  /** Shows only a call that has begun, for joining it: in the softphone, on every page. */
  @api isBrief = false;
  private calls: readonly CallView[] = [];
  /** Undefined until they have been read, which is done once. */
  private people?: readonly Partner[];
  private stops: (() => void)[] = [];
  private readonly live = createSelection(({ status }) => status === 'live');
  private readonly loader = createLoader(jointCalls, (state) => {
    this.read = state;
    this.people ??= state.value?.partners;
  });
  private readonly act = createAction(({ isBusy, problem }) => {
    this.isBusy = isBusy;
    this.problem = problem;
  });

  connectedCallback(): void {
    this.stops = [
      ...(this.isBrief ? [] : [whileVisible(EVERY_MS, () => this.load())]),
      hear(({ event }) => {
        // After a time without a connection, one may have begun unheard.
        if (event === 'joint-call' || (this.isJoinedHere && event === 'snapshot')) this.load();
      }),
      subscribe(({ calls }, change) => {
        this.live.follow(calls, change);
        this.calls = this.live.calls;
      }),
    ];
    if (this.isJoinedHere) this.load();
  }

  /** Whether this shows calls to join, to somebody who may join calls. */
  private get isJoinedHere(): boolean {
    return this.isBrief && Boolean(MAY_MONITOR);
  }

  private load(): void {
    void this.loader.load(!this.isBrief && this.people === undefined);
  }

  disconnectedCallback(): void {
    this.stops.forEach((stop) => stop());
  }

  /** False if there is nobody to plan a call with, and none is planned. */
  get isShown(): boolean {
    if (this.isBrief) return this.rows.length > 0;
    return this.read.problem !== undefined || this.partners.length > 0 || this.rows.length > 0;
  }

  get isEmpty(): boolean {
    return this.read.value !== undefined && this.rows.length === 0;
  }

  get partners(): { key: string; text: string }[] {
    return (this.people ?? []).map(({ userId, name, as }) => ({
      key: `${as} ${userId}`,
      text: fill(as === 'rep' ? labels.jointWithSupervisor : labels.jointWithRep, { who: name }),
    }));
  }

  get canPlan(): boolean {
    return !this.isBrief && this.partners.length > 0;
  }

  get rows() {
    return (this.read.value?.jointCalls ?? [])
      .filter(({ opportunityId }) => !this.recordId || opportunityId === this.recordId)
      .map((one) => this.rowOf(one))
      .filter(({ canJoin }) => canJoin || !this.isBrief);
  }

  private rowOf(one: JointCall) {
    const { jointCallId, you, rep, supervisor, startsAt, status, callId, reasonCode } = one;
    const call = this.calls.find((live) => live.callId === callId);
    const who = you === 'rep' ? supervisor : rep;
    return {
      jointCallId,
      callId,
      reasonCode,
      who: fill(labels.jointWho, { who }),
      startsAt,
      status: STATUS[status],
      canCancel: status === 'planned',
      isMoving: status === 'planned' && jointCallId === this.movingId,
      moveName: fill(labels.jointMoveName, { who }),
      timeId: `time-${jointCallId}`,
      cancelName: fill(labels.jointCancelName, { who }),
      canJoin:
        call !== undefined &&
        you === 'supervisor' &&
        mayJoin(call) &&
        interventionOf(call, USER_ID) === undefined,
      joinName: fill(labels.summonsJoinWho, { rep }),
    };
  }

  handlePlan(event: Event): void {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const valueOf = (name: string): string =>
      this.template!.querySelector<HTMLInputElement>(`[data-field="${name}"]`)?.value ?? '';
    const [as, withUserId] = valueOf('with').split(' ') as [Partner['as'], string];
    const at = valueOf('at');
    if (!withUserId || !at) return;
    void this.act(async () => {
      const startsAt = instantOf(at);
      const opportunityId = this.recordId;
      await planJointCall({ withUserId, as, startsAt, ...(opportunityId && { opportunityId }) });
      form.reset();
      await this.loader.load(false);
    });
  }

  handleMoving(event: Event): void {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    this.movingId = this.movingId === id ? undefined : id;
  }

  handleMove(event: Event): void {
    event.preventDefault();
    const id = this.movingId!;
    const at = this.template!.querySelector<HTMLInputElement>('[data-field="new-at"]')?.value;
    if (!at) return;
    void this.act(async () => {
      await moveJointCall(id, instantOf(at));
      this.movingId = undefined;
      await this.loader.load(false);
    });
  }

  handleCancel(event: Event): void {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    void this.act(async () => {
      await cancelJointCall(id!);
      await this.loader.load(false);
    });
  }

  async handleJoin(event: Event): Promise<void> {
    const { callId, reason } = (event.currentTarget as HTMLElement).dataset;
    this.problem = undefined;
    this.target = this.calls.find((call) => call.callId === callId);
    if (!this.target) return;
    // After this component has rendered, the flow is on the page and has this call.
    await Promise.resolve();
    const flow = this.refs!.flow as unknown as InterventionFlow;
    const end = await flow.join(undefined, false, reason);
    this.isBusy = false;
    this.target = undefined;
    if (end.status === 'refused') this.problem = end.problem;
  }

  handleProgress(event: CustomEvent<{ isSending: boolean }>): void {
    this.isBusy = event.detail.isSending;
  }

  handleRetry(): void {
    this.load();
  }
}
