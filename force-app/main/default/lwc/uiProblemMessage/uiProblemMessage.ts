import type { Problem } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { HOME_PAGE, type PageReference } from 'c/dealsidePages';
import { NavigationMixin } from 'lightning/navigation';
import { LightningElement, api } from 'lwc';

/** Where to do what a refusal asks for first. */
const WAY_OUT: Readonly<Record<string, { readonly label: string; readonly page: PageReference }>> =
  {
    course_first: { label: labels.courseGo, page: HOME_PAGE },
  };

/** Why something was not done, what to do, and the way there. */
export default class UiProblemMessage extends NavigationMixin(LightningElement) {
  @api problem?: Problem;
  /** What did not happen, and what holds instead. */
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
