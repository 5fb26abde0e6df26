import { LightningElement, api } from 'lwc';
import forOpportunity from '@salesforce/apex/BargeReceipts.forOpportunity';
import answer from '@salesforce/apex/BargeReceipts.answer';
import MAY_TAKE_CALLS from '@salesforce/customPermission/Dealside_Take_Calls';
import USER_ID from '@salesforce/user/Id';
import type { Receipt, Verdict } from 'c/interventionReceipt';
import { sameRecord } from 'c/callModel';
import { labels } from 'c/dealsideLabels';
import {
  createAction,
  createLoader,
  IDLE,
  NOT_LOADED,
  type ActionState,
  type Loaded,
} from 'c/dealsideLoader';
import { apexProblem } from 'c/dealsideSession';

/**
 * The interventions on a deal in hindsight; the rep answers those on own calls. Nobody else can
 * change the answer.
 */
export default class InterventionReceiptList extends LightningElement {
  labels = labels;
  title = MAY_TAKE_CALLS ? labels.receiptTitle : labels.receiptTitleDeal;
  receipts: Loaded<readonly Receipt[]> = NOT_LOADED;
  saving: ActionState = IDLE;
  /** What was answered since the receipts were loaded, by intervention. */
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

  @api recordId?: string;

  connectedCallback(): void {
    void this.loader.load();
  }

  get isEmpty(): boolean {
    return this.receipts.value?.length === 0;
  }

  get shown(): { id: string; receipt: Receipt; isOwn: boolean }[] {
    return (this.receipts.value ?? []).map((receipt) => ({
      id: receipt.Id,
      receipt: { ...receipt, ...this.answers[receipt.Id] },
      isOwn: sameRecord(receipt.Rep__c, USER_ID),
    }));
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
