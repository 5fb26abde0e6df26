import { countText } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { AREA, pointsText, xOf, type Interval } from 'c/outcomeApi';
import { LightningElement, api } from 'lwc';

export interface NamedInterval {
  key: string;
  label: string;
  value: number;
  interval: Interval;
}

const ROW = 38;
const STEPS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1];
const rounded = (value: number): number => Math.round(value * 10) / 10;

/**
 * Effects with their intervals, one below another, around the line of no effect. The numbers are in
 * the table beside it.
 */
export default class OutcomeIntervals extends LightningElement {
  labels = labels;
  top = AREA.top;

  @api intervals: readonly NamedInterval[] = [];
  /** The interval above which a line marks the start of something, and what is written at it. */
  @api startsAt?: string;
  @api startLabel = '';
  /** A sentence that describes the chart. */
  @api about = '';

  get bottom(): number {
    return this.top + this.intervals.length * ROW;
  }

  get viewBox(): string {
    return `0 0 ${AREA.width} ${this.bottom + AREA.bottom}`;
  }

  /** The extent to both sides: the farthest end, rounded up to a value that people read easily. */
  private get reach(): number {
    const farthest = Math.max(
      0.01,
      ...this.intervals.flatMap(({ interval: { low, high } }) => [Math.abs(low), Math.abs(high)]),
    );
    return STEPS.find((step) => farthest <= step) ?? farthest;
  }

  private at(value: number): number {
    return rounded(xOf((value / this.reach + 1) / 2));
  }

  get zeroX(): number {
    return this.at(0);
  }

  get ticks() {
    return ([-1, 0, 1] as const).map((side) => ({
      key: `tick-${side}`,
      x: this.at(side * this.reach),
      y: this.bottom + 20,
      text: pointsText(side * this.reach),
      anchor: side === 1 ? 'end' : 'middle',
    }));
  }

  get lines() {
    return this.intervals.map(({ key, label, value, interval: { low, high } }, place) => ({
      key,
      label,
      textY: this.top + place * ROW + 12,
      y: this.top + place * ROW + 24,
      x: this.at(value),
      low: this.at(low),
      high: this.at(high),
      title: `${label}: ${pointsText(value)} (${pointsText(low)} – ${pointsText(high)})`,
    }));
  }

  get start(): { y: number; textY: number; right: number } | undefined {
    const place = this.intervals.findIndex(({ key }) => key === this.startsAt);
    const y = this.top + place * ROW;
    return place < 0
      ? undefined
      : { y, textY: y + (place === 0 ? -2 : 11), right: AREA.width - AREA.right };
  }

  get summary(): string {
    const count = this.intervals.length;
    return fill(count === 1 ? labels.outcomesWorthChartOfOne : labels.outcomesWorthChartOf, {
      count: countText(count),
      summary: this.about,
    });
  }
}
