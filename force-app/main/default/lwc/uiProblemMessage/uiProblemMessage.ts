import type { Problem } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { HOME_PAGE, type PageReference } from 'c/dealsidePages';
import { NavigationMixin } from 'lightning/navigation';
import { LightningElement, api } from 'lwc';

/** Pages on which a person can do what a refusal requires first. */
const WAY_OUT: Readonly<Record<string, { readonly label: string; readonly page: PageReference }>> =
  {
    course_first: { label: labels.courseGo, page: HOME_PAGE },
  };

/** Why an action failed, what to do, and a link to where to do it. */
export default class UiProblemMessage extends NavigationMixin(LightningElement) {
  @api problem?: Problem;
  /** What did not happen, and the current state instead. */
  @api heading?: string;
  @api consequence?: string;

  get hint(): string | undefined {
    return this.problem?.hint && fill(labels.problemWhatToDo, { hint: this.problem.hint });
  }

  get wayOut(): string | undefined {
    return WAY_OUT[this.problem?.code ?? '']?.label;
  }

  handleWayOut(): void {
    const { page } = WAY_OUT[this.problem!.code]!;
    this[NavigationMixin.Navigate](page);
  }
}
