import { countText } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import {
  betweenText,
  columnsOf,
  measuredText,
  type Recurrence,
  type RecurrenceReport,
} from 'c/outcomeApi';
import type { DrawnShare } from 'c/outcomeShares';
import type { TableRow } from 'c/uiDataTable';
import { LightningElement, api } from 'lwc';

type Row = Recurrence & { key: string; name: string };

/** Whether the reason of a debrief came back in the rep's next calls, by reason. */
export default class OutcomeRecurrence extends LightningElement {
  labels = labels;
  columns = columnsOf({
    reason: labels.outcomesReason,
    n: labels.outcomesAgainNumber,
    again: labels.outcomesAgain,
    share: labels.outcomesAgainShare,
    interval: labels.outcomesInterval,
    watching: labels.outcomesAgainWatching,
  });

  @api recurrence?: RecurrenceReport;

  get text(): string {
    return fill(labels.outcomesAgainText, { calls: countText(this.recurrence!.of) });
  }

  get hasDebriefs(): boolean {
    return this.recurrence!.reasons.length > 0;
  }

  private get all(): Row[] {
    const { all, reasons } = this.recurrence!;
    return [
      { ...all, key: 'all', name: labels.outcomesAll },
      ...reasons.map((one) => ({ ...one, key: one.reasonCode, name: one.label })),
    ];
  }

  get shares(): DrawnShare[] {
    return this.all.map(({ key, name, again: { events, n, interval } }) => ({
      key,
      label: name,
      n,
      ...(n > 0 && { value: events / n, interval }),
    }));
  }

  get rows(): TableRow[] {
    return this.all.map(({ key, name, again: { events, n, interval }, watching }) => ({
      key,
      cells: {
        reason: name,
        n: countText(n),
        again: countText(events),
        share: measuredText(n > 0 ? events / n : undefined),
        interval: betweenText(n > 0 ? interval : undefined),
        watching: countText(watching),
      },
    }));
  }
}
