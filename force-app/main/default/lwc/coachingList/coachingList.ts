import { LightningElement } from 'lwc';
import due from '@salesforce/apex/CoachingDebriefs.due';
import finish from '@salesforce/apex/CoachingDebriefs.finish';
import MAY_MONITOR from '@salesforce/customPermission/Dealside_Monitor';
import MAY_TAKE_CALLS from '@salesforce/customPermission/Dealside_Take_Calls';
import type { Problem } from 'c/callModel';
import type { Debrief } from 'c/coachingDebrief';
import { labels } from 'c/dealsideLabels';
import { apexProblem } from 'c/dealsideSession';

/** The debriefs this person still holds with somebody, the most pressing first. */
export default class CoachingList extends LightningElement {
  labels = labels;
  isRefused = !(MAY_MONITOR ?? MAY_TAKE_CALLS);
  debriefs?: Debrief[];
  problem?: Problem;
  savingProblem?: Problem;
  isSaving = false;

  connectedCallback(): void {
    if (!this.isRefused) void this.load();
  }

  get isLoading(): boolean {
    return this.debriefs === undefined;
  }

  get isEmpty(): boolean {
    return this.debriefs?.length === 0;
  }

  get shown(): Debrief[] {
    return this.debriefs ?? [];
  }

  async load(): Promise<void> {
    this.problem = undefined;
    try {
      this.debriefs = await due();
    } catch (fault) {
      this.problem = apexProblem(fault);
    }
  }

  handleRetry(): void {
    void this.load();
  }

  async handleFinish(event: CustomEvent<{ interventionId: string; whatHappened: string; nextTime: string }>): Promise<void> {
    this.savingProblem = undefined;
    this.isSaving = true;
    try {
      await finish({ debriefs: [event.detail] });
      this.debriefs = this.debriefs?.filter(({ Id }) => Id !== event.detail.interventionId);
    } catch (fault) {
      this.savingProblem = apexProblem(fault);
    } finally {
      this.isSaving = false;
    }
  }
}
