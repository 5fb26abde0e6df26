import type { FirstDays } from 'c/coachingApi';
import { labels } from 'c/dealsideLabels';
import { askWhenSet, NOT_LOADED, type Loaded } from 'c/dealsideLoader';
import { firstDaysOfTeam, type OutcomesQuestion } from 'c/outcomeApi';
import { LightningElement, api } from 'lwc';

/** New reps in their first days and in later ones, of the team that is chosen. */
export default class OutcomeFirstDays extends LightningElement {
  labels = labels;
  read: Loaded<FirstDays> = NOT_LOADED;
  private readonly asked = askWhenSet(
    (question: OutcomesQuestion) => firstDaysOfTeam(question),
    (state) => {
      this.read = state;
    },
  );

  @api
  get question(): OutcomesQuestion | undefined {
    return this.asked.question;
  }
  set question(question: OutcomesQuestion | undefined) {
    this.asked.question = question;
  }
}
