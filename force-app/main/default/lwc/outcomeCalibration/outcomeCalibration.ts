import { countText } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import {
  betweenText,
  columnsOf,
  dayOfYearText,
  measuredText,
  percentText,
  type CalibrationReport,
  type SpreadMean,
} from 'c/outcomeApi';
import type { DrawnShare } from 'c/outcomeShares';
import type { TableRow } from 'c/uiDataTable';
import { LightningElement, api } from 'lwc';

type Row = SpreadMean & { key: string; name: string };

/** How far apart the scores of the same call are, in all and by month. */
export default class OutcomeCalibration extends LightningElement {
  labels = labels;
  columns = columnsOf({
    when: labels.outcomesSpreadWhen,
    n: labels.outcomesSpreadNumber,
    mean: labels.outcomesSpreadMean,
    interval: labels.outcomesInterval,
  });

  @api calibration?: CalibrationReport;

  get isMeasured(): boolean {
    return this.calibration!.n > 0;
  }

  get text(): string {
    const { n, scores, median, widest } = this.calibration!;
    return fill(labels.outcomesSpreadOf, {
      calls: countText(n),
      scores: countText(scores),
      median: percentText(median ?? 0),
      widest: percentText(widest ?? 0),
    });
  }

  private get all(): Row[] {
    const { months, ...all } = this.calibration!;
    return [
      { ...all, key: 'all', name: labels.outcomesAll },
      ...months.map((one) => ({
        ...one,
        key: one.from,
        name: fill(labels.outcomesSpreadMonth, { day: dayOfYearText(one.from) }),
      })),
    ];
  }

  get shares(): DrawnShare[] {
    return this.all.map(({ key, name, n, mean, interval }) => ({
      key,
      label: name,
      n,
      ...(mean !== undefined && { value: mean }),
      ...(interval && { interval }),
    }));
  }

  get rows(): TableRow[] {
    return this.all.map(({ key, name, n, mean, interval }) => ({
      key,
      cells: {
        when: name,
        n: countText(n),
        mean: measuredText(mean),
        interval: betweenText(interval),
      },
    }));
  }
}
