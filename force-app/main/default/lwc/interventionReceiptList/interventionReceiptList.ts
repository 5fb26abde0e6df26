import { LightningElement, api } from 'lwc';
import forOpportunity from '@salesforce/apex/BargeReceipts.forOpportunity';
import answer from '@salesforce/apex/BargeReceipts.answer';
import MAY_TAKE_CALLS from '@salesforce/customPermission/Dealside_Take_Calls';
import USER_ID from '@salesforce/user/Id';
import type { Receipt, Verdict } from 'c/interventionReceipt';
import { sameRecord, type Problem } from 'c/callModel';
import { labels } from 'c/dealsideLabels';
import { apexProblem } from 'c/dealsideSession';

/** The interventions on a deal in hindsight; the rep answers those on own calls. Nobody else can change the answer. */
export default class InterventionReceiptList extends LightningElement {
  labels = labels;
  title = MAY_TAKE_CALLS ? labels.receiptTitle : labels.receiptTitleDeal;
  receipts?: Receipt[];
  problem?: Problem;
  savingProblem?: Problem;
  isSaving = false;

  @api recordId?: string;

  connectedCallback(): void {
    void this.load();
  }

  get isLoading(): boolean {
    return this.receipts === undefined;
  }

  get isEmpty(): boolean {
    return this.receipts?.length === 0;
  }

  get shown(): { id: string; receipt: Receipt; isOwn: boolean }[] {
    return (this.receipts ?? []).map((receipt) => ({ id: receipt.Id, receipt, isOwn: sameRecord(receipt.Rep__c, USER_ID) }));
  }

  async load(): Promise<void> {
    this.problem = undefined;
    try {
      this.receipts = await forOpportunity({ opportunityId: this.recordId! });
    } catch (fault) {
      this.problem = apexProblem(fault);
    }
  }

  handleRetry(): void {
    void this.load();
  }

  async handleAnswer(event: CustomEvent<{ interventionId: string; verdict: Verdict; reply: string }>): Promise<void> {
    const { interventionId, verdict, reply } = event.detail;
    this.savingProblem = undefined;
    this.isSaving = true;
    try {
      await answer({ answers: [event.detail] });
      this.receipts = this.receipts?.map((each) => (each.Id === interventionId ? { ...each, Rep_Verdict__c: verdict, Rep_Reply__c: reply } : each));
    } catch (fault) {
      this.savingProblem = apexProblem(fault);
    } finally {
      this.isSaving = false;
    }
  }
}
