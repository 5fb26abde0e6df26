import { countText, dayNameText } from 'c/callModel';
import type { Compared, FirstDays, Measured } from 'c/coachingApi';
import { fill, labels } from 'c/dealsideLabels';
import { percentText } from 'c/outcomeApi';
import type { TableColumn, TableRow } from 'c/uiDataTable';
import { LightningElement, api } from 'lwc';

/** Reps in days 1 to 30 beside days 61 to 90, each figure with its number of calls. */
export default class CoachingFirstDays extends LightningElement {
  labels = labels;
  @api days!: FirstDays;

  columns: readonly TableColumn[] = [
    { key: 'rep', label: labels.daysRep },
    { key: 'what', label: labels.daysWhat },
    { key: 'first', label: labels.daysFirst },
    { key: 'later', label: labels.daysLater },
    { key: 'changed', label: labels.daysChanged },
  ];

  get hasReps(): boolean {
    return this.days.reps.length > 0;
  }

  get rows(): TableRow[] {
    return this.days.reps.flatMap(({ userId, name, since, barges, alerts, scores }) => {
      const rep = fill(labels.daysRepSince, { rep: name, date: dayNameText(since) });
      const row = (
        what: string,
        {
          label,
          compared,
          who = name,
        }: {
          readonly label: string;
          readonly compared: Compared | undefined;
          readonly who?: string;
        },
      ): TableRow => ({
        key: `${userId} ${what}`,
        cells: {
          rep: who,
          what: label,
          first: compared ? measuredText(compared.first) : labels.daysNotKept,
          later: compared ? measuredText(compared.later) : labels.daysNotKept,
          changed: changeText(compared),
        },
      });
      return [
        row('barges', { label: labels.daysBarges, compared: barges, who: rep }),
        row('alerts', { label: labels.daysAlerts, compared: alerts }),
        row('scores', { label: labels.daysScores, compared: scores }),
      ];
    });
  }

  get shownText(): string | undefined {
    const { reps, total } = this.days;
    return reps.length < total
      ? fill(labels.daysShown, { shown: countText(reps.length), total: countText(total) })
      : undefined;
  }

  get waiting(): { key: string; text: string }[] {
    return this.days.waiting.map(({ userId, name, completeOn }) => ({
      key: userId,
      text: fill(labels.daysWaiting, { rep: name, date: dayNameText(completeOn) }),
    }));
  }

  get hasWaiting(): boolean {
    return this.waiting.length > 0;
  }
}

function measuredText({ n, value, interval }: Measured): string {
  if (value === undefined) return labels.daysNone;
  const values = { share: percentText(value), n: countText(n) };
  return interval
    ? fill(labels.daysMeasured, {
        ...values,
        low: percentText(interval.low),
        high: percentText(interval.high),
      })
    : fill(labels.daysMeasuredAlone, values);
}

function changeText(compared: Compared | undefined): string {
  const { first, later, changed } = compared ?? {};
  if (first?.value === undefined || later?.value === undefined) return '';
  if (!changed) return labels.daysNoChange;
  return later.value > first.value ? labels.daysMore : labels.daysLess;
}
