import { countText, type Problem } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { askWhenSet, gateProblem, NOT_LOADED, type Loaded } from 'c/dealsideLoader';
import {
  betweenText,
  coachingOf,
  digitsText,
  percentText,
  type CoachingOutcome,
  type OutcomesQuestion,
  type RatingSummary,
} from 'c/outcomeApi';
import type { TableColumn, TableRow } from 'c/uiDataTable';
import { LightningElement, api } from 'lwc';

const VALUES = ['1', '2', '3', '4', '5'] as const;

/** How many debriefs of a period were held, and how rep and supervisor rated them. */
export default class OutcomeCoaching extends LightningElement {
  labels = labels;
  read: Loaded<CoachingOutcome> = NOT_LOADED;
  private readonly asked = askWhenSet(
    (question: OutcomesQuestion) => coachingOf(question),
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

  columns: readonly TableColumn[] = [
    { key: 'who', label: labels.ratedBy },
    { key: 'n', label: labels.ratedNumber },
    { key: 'mean', label: labels.ratedMean },
    ...VALUES.map((value) => ({ key: value, label: value })),
  ];

  get problem(): Problem | undefined {
    return gateProblem(this.read);
  }

  get heldText(): string {
    return fill(labels.ratedHeld, { held: countText(this.read.value!.held) });
  }

  get onTimeText(): string {
    const { events, n, interval } = this.read.value!.onTime;
    return n > 0
      ? fill(labels.ratedOnTime, {
          done: countText(events),
          due: countText(n),
          share: percentText(events / n),
          interval: betweenText(interval),
        })
      : labels.ratedOnTimeNone;
  }

  get hasRatings(): boolean {
    const { rep, supervisor } = this.read.value!;
    return rep.n + supervisor.n > 0;
  }

  get rows(): TableRow[] {
    const { rep, supervisor } = this.read.value!;
    return [
      rowOf('rep', labels.ratedRep, rep),
      rowOf('supervisor', labels.ratedSupervisor, supervisor),
    ];
  }
}

const rowOf = (key: string, who: string, { n, mean, counts }: RatingSummary): TableRow => ({
  key,
  cells: {
    who,
    n: countText(n),
    mean: mean === undefined ? '' : digitsText(mean),
    ...Object.fromEntries(VALUES.map((value, place) => [value, countText(counts[place] ?? 0)])),
  },
});
