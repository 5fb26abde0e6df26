import { LightningElement, api } from 'lwc';
import type { Problem } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';

/** Why something was not done, and what to do. */
export default class UiProblemMessage extends LightningElement {
  @api problem?: Problem;
  /** What did not happen, and what holds instead. */
  @api heading?: string;
  @api consequence?: string;

  get hint(): string | undefined {
    return this.problem?.hint && fill(labels.problemWhatToDo, { hint: this.problem.hint });
  }
}
