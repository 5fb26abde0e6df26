import mine from '@salesforce/apex/DealsideMissedCalls.mine';
import ofTask from '@salesforce/apex/DealsideMissedCalls.ofTask';
import MAY_TAKE_CALLS from '@salesforce/customPermission/Dealside_Take_Calls';
import { dateTimeText } from 'c/callModel';
import { callRecord, recordToCall } from 'c/dealsideApi';
import { fill, labels } from 'c/dealsideLabels';
import {
  createAction,
  createLoader,
  IDLE,
  NOT_LOADED,
  type ActionState,
  type Loaded,
} from 'c/dealsideLoader';
import { recordPage } from 'c/dealsidePages';
import { apexProblem } from 'c/dealsideSession';
import { atMostEvery } from 'c/dealsideTicker';
import { followWritten } from 'c/liveFeed';
import { readableNumber } from 'c/phoneNumbers';
import { NavigationMixin } from 'lightning/navigation';
import { LightningElement, api } from 'lwc';

/** A task about a missed call, as Apex reads it. */
export interface MissedCall {
  readonly Id: string;
  readonly Subject?: string | null;
  readonly Dealside_Call_Back_Number__c: string;
  readonly Dealside_Missed_At__c?: string | null;
  readonly WhoId?: string | null;
  readonly WhatId?: string | null;
}

interface Row {
  readonly taskId: string;
  readonly subject: string;
  readonly missedAt?: string;
  readonly call: string;
}

const SHOWN = 100;
/** Many records may be written at once, of which few concern the list. */
const LOADED_EVERY_MS = 5_000;
/** Prefixes of the records that a call can be about: contact, lead, account, opportunity. */
const CALLED = ['003', '00Q', '001', '006'];

/**
 * Missed calls, each with a button that calls back: on the page of a task the call that it is
 * about, elsewhere those of this person that are still to call back. Hidden if there are none.
 */
export default class CallBacks extends NavigationMixin(LightningElement) {
  /** The task whose page this is. */
  @api recordId?: string;
  labels = labels;
  missed: Loaded<readonly MissedCall[]> = NOT_LOADED;
  calling: ActionState = IDLE;
  calledText = '';
  private stopFollowing?: () => void;
  private readonly loader = createLoader(
    () => (this.recordId ? ofTask({ taskId: this.recordId }) : mine()),
    (state: Loaded<readonly MissedCall[]>) => {
      this.missed = state;
    },
    apexProblem,
  );
  private readonly call = createAction((state) => {
    this.calling = state;
  });

  connectedCallback(): void {
    if (!MAY_TAKE_CALLS) return;
    void this.loader.load();
    const reload = atMostEvery(LOADED_EVERY_MS, () => void this.loader.load());
    const stop = followWritten(reload);
    this.stopFollowing = () => {
      stop();
      reload.stop();
    };
  }

  disconnectedCallback(): void {
    this.stopFollowing?.();
  }

  private get calls(): readonly MissedCall[] {
    return this.missed.value ?? [];
  }

  get isShown(): boolean {
    return this.calls.length > 0 || this.missed.problem !== undefined;
  }

  get isOnTask(): boolean {
    return this.recordId !== undefined;
  }

  get heading(): string {
    return this.isOnTask ? labels.callBacksOne : labels.callBacksTitle;
  }

  get rows(): Row[] {
    return this.calls
      .slice(0, SHOWN)
      .map(({ Id, Subject, Dealside_Call_Back_Number__c: number, Dealside_Missed_At__c: at }) => ({
        taskId: Id,
        subject: Subject ?? readableNumber(number),
        ...(at && { missedAt: fill(labels.callBacksMissed, { at: dateTimeText(at) }) }),
        call: fill(labels.callBacksCall, { number: readableNumber(number) }),
      }));
  }

  get hasMore(): boolean {
    return this.calls.length > SHOWN;
  }

  get moreText(): string {
    return fill(labels.callBacksMore, { count: SHOWN });
  }

  handleRetry(): void {
    void this.loader.load();
  }

  handleOpen(event: Event): void {
    const { task } = (event.currentTarget as HTMLElement).dataset;
    this[NavigationMixin.Navigate](recordPage('Task', task!));
  }

  async handleCall(event: Event): Promise<void> {
    const { task } = (event.currentTarget as HTMLElement).dataset;
    const missed = this.calls.find(({ Id }) => Id === task)!;
    this.calledText = '';
    await this.call(async () => {
      const { customer } = await callRecord(recordsOf(missed), {
        to: missed.Dealside_Call_Back_Number__c,
      });
      this.calledText = fill(labels.callActionCalling, { customer: customer.name });
    });
  }
}

/** The records that the task is about; none for a caller whom nobody knows. */
const recordsOf = ({ WhoId, WhatId }: MissedCall) =>
  Object.assign(
    {},
    ...[WhatId, WhoId].flatMap((id) =>
      id && CALLED.includes(id.slice(0, 3)) ? [recordToCall(id)] : [],
    ),
  ) as ReturnType<typeof recordToCall>;
