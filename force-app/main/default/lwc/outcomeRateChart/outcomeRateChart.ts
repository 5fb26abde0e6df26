import { countText, MODE_NAME, type Mode } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import {
  AREA,
  datedPlaces,
  dayOfYearText,
  daysOfPeriod,
  drillEvent,
  line,
  markTitle,
  niceMaximum,
  percentText,
  rateTicks,
  xOf,
  yOf,
  type Interval,
  type RatePoint,
  type Tick,
} from 'c/outcomeApi';
import type { CellOpened, TableColumn, TableRow } from 'c/uiDataTable';
import { LightningElement, api } from 'lwc';

/**
 * A rate over days or weeks as a control chart: the limits of common variation, the points outside
 * of them, and the norm, with the numbers below. Fires `drill`.
 */
export default class OutcomeRateChart extends LightningElement {
  labels = labels;
  viewBox = `0 0 ${AREA.width} ${AREA.height}`;
  left = AREA.left;
  right = AREA.width - AREA.right;
  innerWidth = AREA.width - AREA.left - AREA.right;
  columns: readonly TableColumn[] = [
    { key: 'from', label: labels.outcomesPeriodColumn },
    { key: 'n', label: labels.outcomesAnswered },
    { key: 'events', label: labels.outcomesCount },
    { key: 'rate', label: labels.outcomesRate },
    { key: 'limits', label: labels.outcomesCommon },
    { key: 'signal', label: labels.outcomesReading },
  ];

  @api heading = '';
  @api mode: Mode = 'barge';
  @api by: 'day' | 'week' = 'day';
  /** The first and the last shown day. */
  @api from = '';
  @api to = '';
  @api center = 0;
  /** The usual range, if a source states one. */
  @api norm?: Interval;
  @api points: readonly RatePoint[] = [];

  private get maximum(): number {
    return niceMaximum(
      Math.max(this.norm?.high ?? 0, ...this.points.map(({ rate, high }) => Math.max(rate, high))),
    );
  }

  private xAt(index: number): number {
    return xOf(this.points.length > 1 ? index / (this.points.length - 1) : 0.5);
  }

  private lineOf(read: (point: RatePoint) => number): string {
    const { maximum } = this;
    return line(
      this.points.map((point, index) => ({ x: this.xAt(index), y: yOf(read(point), maximum) })),
    );
  }

  get ticks(): Tick[] {
    return rateTicks(this.maximum);
  }

  get normBand(): { y: number; height: number } {
    const { low, high } = this.norm!;
    const y = yOf(high, this.maximum);
    return { y, height: yOf(low, this.maximum) - y };
  }

  get centerY(): number {
    return yOf(this.center, this.maximum);
  }

  get rateLine(): string {
    return this.lineOf(({ rate }) => rate);
  }

  get lowLine(): string {
    return this.lineOf(({ low }) => low);
  }

  get highLine(): string {
    return this.lineOf(({ high }) => high);
  }

  get marks() {
    const { maximum } = this;
    return this.points.map((point, index) => ({
      key: point.from,
      x: this.xAt(index),
      y: yOf(point.rate, maximum),
      radius: point.signal ? 5 : 3,
      className: `mark mark_opens${point.signal ? ' mark_signal' : ''}`,
      title: markTitle(dayOfYearText(point.from), point),
    }));
  }

  get dates(): (Tick & { anchor: string })[] {
    const last = this.points.length - 1;
    return datedPlaces(this.points.length).map((index) => ({
      key: this.points[index]!.from,
      text: dayOfYearText(this.points[index]!.from),
      x: this.xAt(index),
      y: AREA.height - 8,
      anchor: last === 0 ? 'middle' : index === 0 ? 'start' : index === last ? 'end' : 'middle',
    }));
  }

  get summary(): string {
    const n = this.points.reduce((sum, point) => sum + point.n, 0);
    const events = this.points.reduce((sum, point) => sum + point.events, 0);
    const signals = this.points.filter(({ signal }) => signal).length;
    return fill(signals > 0 ? labels.outcomesChartSignals : labels.outcomesChartCommon, {
      rate: percentText(this.center),
      events: countText(events),
      n: countText(n),
      signals: countText(signals),
    });
  }

  get rows(): TableRow[] {
    return this.points.map(({ from, n, events, rate, low, high, signal }) => ({
      key: from,
      cells: {
        from: { text: dayOfYearText(from), dateTime: from },
        n: countText(n),
        events: { text: countText(events), opens: events > 0 },
        rate: percentText(rate),
        limits: `${percentText(low)} – ${percentText(high)}`,
        signal: READING[signal ?? 'common'],
      },
    }));
  }

  handleOpen(event: CustomEvent<CellOpened>): void {
    this.open(event.detail.row);
  }

  handleMark(event: Event): void {
    this.open((event.currentTarget as SVGElement).dataset.key!);
  }

  /** Opens the calls of a day, or of the shown days of a week. */
  private open(first: string): void {
    this.dispatchEvent(
      drillEvent({
        what: `${dayOfYearText(first)}, ${MODE_NAME[this.mode]}`,
        behind: { mode: this.mode, ...daysOfPeriod(first, this) },
      }),
    );
  }
}

const READING = {
  common: labels.outcomesCommonCause,
  beyond_limit: labels.outcomesBeyondLimit,
  run: labels.outcomesRun,
};
