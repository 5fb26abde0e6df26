import answer from '@salesforce/apex/DealsideBargeReceipts.answer';
import forOpportunity from '@salesforce/apex/DealsideBargeReceipts.forOpportunity';
import MAY_TAKE_CALLS from '@salesforce/customPermission/Dealside_Take_Calls';
import USER_ID from '@salesforce/user/Id';
import { sameRecord, type CallView } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import {
  createAction,
  createLoader,
  IDLE,
  NOT_LOADED,
  type ActionState,
  type Loaded,
} from 'c/dealsideLoader';
import { refreshWhenWritten } from 'c/dealsideRefresh';
import { apexProblem } from 'c/dealsideSession';
import { everySecond } from 'c/dealsideTicker';
import type { Receipt, Verdict } from 'c/interventionReceipt';
import { createSelection, followWritten, subscribe } from 'c/liveFeed';
import { LightningElement, api } from 'lwc';

/** An ended intervention appears in Salesforce after a moment: the delays of the repeated reads. */
const LOOK_AFTER_MS = [1_000, 2_000, 4_000, 8_000, 16_000, 32_000];

const SHOWN_AT_MOST = 50;

/**
 * The past interventions on a deal. The rep gives feedback on those of their own calls, which
 * nobody else can change.
 */
export default class InterventionReceiptList extends LightningElement {
  labels = labels;
  title = MAY_TAKE_CALLS ? labels.receiptTitle : labels.receiptTitleDeal;
  receipts: Loaded<readonly Receipt[]> = NOT_LOADED;
  saving: ActionState = IDLE;
  /** Feedback given since the receipts were loaded, by intervention. */
  private answers: Readonly<Record<string, Partial<Receipt>>> = {};
  private readonly loader = createLoader(
    () => forOpportunity({ opportunityId: this.recordId! }),
    (state) => {
      this.receipts = state;
    },
    apexProblem,
  );
  private readonly save = createAction((state) => {
    this.saving = state;
  }, apexProblem);

  callsHere: readonly CallView[] = [];
  /** Interventions on calls about this deal that have not ended. */
  private running: readonly string[] = [];
  /** Interventions that have ended and have no receipt yet. */
  private awaited: readonly string[] = [];
  private looks = 0;
  private stopWaiting?: () => void;
  private unsubscribe?: () => void;
  private stopWritten?: () => void;
  private stopRefreshing?: () => void;
  private readonly here = createSelection(({ opportunity }) =>
    sameRecord(opportunity?.opportunityId, this.recordId),
  );

  @api recordId?: string;

  connectedCallback(): void {
    void this.loader.load();
    this.stopWritten = followWritten(({ recordIds }) => {
      if (recordIds.some((id) => sameRecord(id, this.recordId))) void this.loader.load();
    });
    this.stopRefreshing = refreshWhenWritten(this, () => this.recordId);
    this.unsubscribe = subscribe(({ calls }, change) => {
      const before = this.here.calls;
      this.here.follow(calls, change);
      if (this.here.calls === before) return;
      this.callsHere = this.here.calls;
      this.followCalls(this.here.calls);
    });
  }

  disconnectedCallback(): void {
    this.unsubscribe?.();
    this.stopWritten?.();
    this.stopRefreshing?.();
    this.stopWaiting?.();
  }

  /** One more than is shown is read, to know whether there are more. */
  get limitText(): string | undefined {
    return (this.receipts.value?.length ?? 0) > SHOWN_AT_MOST
      ? fill(labels.listLimited, { count: SHOWN_AT_MOST })
      : undefined;
  }

  get isEmpty(): boolean {
    return this.receipts.value?.length === 0;
  }

  get shown(): { id: string; receipt: Receipt; isOwn: boolean; isOnCall: boolean }[] {
    return (this.receipts.value ?? []).slice(0, SHOWN_AT_MOST).map((receipt) => ({
      id: receipt.Id,
      receipt: { ...receipt, ...this.answers[receipt.Id] },
      isOwn: sameRecord(receipt.Rep__c, USER_ID),
      isOnCall: this.callsHere.some(
        ({ callId, status }) => callId === receipt.Call_Id__c && status !== 'ended',
      ),
    }));
  }

  private followCalls(calls: readonly CallView[]): void {
    const running = calls.flatMap(({ interventions }) =>
      interventions.map(({ interventionId }) => interventionId),
    );
    const ended = this.running.filter((id) => !running.includes(id));
    this.running = running;
    if (ended.length === 0) return;
    this.awaited = [...this.awaited, ...ended];
    this.looks = 0;
    this.lookLater();
  }

  /** Gives up eventually, because an intervention that was too short may never have a receipt. */
  private lookLater(): void {
    this.stopWaiting?.();
    const afterMs = LOOK_AFTER_MS[this.looks];
    if (afterMs === undefined) return;
    this.looks += 1;
    const dueAt = Date.now() + afterMs;
    this.stopWaiting = everySecond((now) => {
      if (now >= dueAt) void this.look();
    });
  }

  private async look(): Promise<void> {
    this.stopWaiting?.();
    await this.loader.load();
    const known = (this.receipts.value ?? []).map(({ External_Id__c: id }) => id);
    this.awaited = this.awaited.filter((id) => !known.includes(id));
    if (this.awaited.length > 0) this.lookLater();
  }

  handleRetry(): void {
    void this.loader.load();
  }

  async handleAnswer(
    event: CustomEvent<{ interventionId: string; verdict: Verdict; reply: string }>,
  ): Promise<void> {
    const { interventionId, verdict, reply } = event.detail;
    const isSaved = await this.save(() => answer({ answers: [event.detail] }));
    if (isSaved)
      this.answers = {
        ...this.answers,
        [interventionId]: { Rep_Verdict__c: verdict, Rep_Reply__c: reply },
      };
  }
}
