import { countText } from 'c/callModel';
import { labels } from 'c/dealsideLabels';
import {
  AREA,
  datedPlaces,
  dayOfYearText,
  line,
  markTitle,
  niceMaximum,
  rateTicks,
  xOf,
  yOf,
  type CallersOfPeriod,
  type Tick,
} from 'c/outcomeApi';
import { LightningElement, api } from 'lwc';

/** The lower part of the chart, below the shares. */
const BARS = { height: 70, gap: 26 } as const;
const BAR_SHARE = 0.7;
const rounded = (value: number): number => Math.round(value * 10) / 10;

/**
 * The share of unanswered callers over days or weeks, and supervisors' minutes below. Fires
 * `openperiod` with the first day of a period. The numbers are in the table beside it.
 */
export default class OutcomeWaitingChart extends LightningElement {
  labels = labels;
  left = AREA.left;
  right = AREA.width - AREA.right;
  barsTop = AREA.height - AREA.bottom + BARS.gap;
  barsBottom = AREA.height - AREA.bottom + BARS.gap + BARS.height;
  titleY = AREA.height - AREA.bottom + BARS.gap - 8;
  viewBox = `0 0 ${AREA.width} ${AREA.height + BARS.gap + BARS.height}`;

  @api summary = '';
  @api periods: readonly CallersOfPeriod[] = [];

  /** Periods without callers have no share. */
  private get called(): readonly CallersOfPeriod[] {
    return this.periods.filter(({ callers }) => callers > 0);
  }

  private rateOf({ unanswered: { events, n } }: CallersOfPeriod): number {
    return n > 0 ? events / n : 0;
  }

  private get maximum(): number {
    return niceMaximum(Math.max(...this.called.map((one) => this.rateOf(one))));
  }

  private xAt(from: string): number {
    const place = this.periods.findIndex((one) => one.from === from);
    return xOf((place + 0.5) / this.periods.length);
  }

  get ticks(): Tick[] {
    return rateTicks(this.maximum);
  }

  get rateLine(): string {
    return line(
      this.called.map((one) => ({
        x: this.xAt(one.from),
        y: yOf(this.rateOf(one), this.maximum),
      })),
    );
  }

  get marks() {
    return this.called.map((one) => ({
      key: one.from,
      x: this.xAt(one.from),
      y: yOf(this.rateOf(one), this.maximum),
      title: markTitle(dayOfYearText(one.from), {
        rate: this.rateOf(one),
        events: one.unanswered.events,
        n: one.unanswered.n,
      }),
    }));
  }

  private get mostMinutes(): number {
    return Math.max(1, ...this.periods.map(({ supervisedMinutes }) => supervisedMinutes));
  }

  get most(): string {
    return countText(Math.round(this.mostMinutes));
  }

  get tickX(): number {
    return AREA.left - 6;
  }

  get bars() {
    const width = ((AREA.width - AREA.left - AREA.right) / this.periods.length) * BAR_SHARE;
    return this.periods.map(({ from, supervisedMinutes }) => {
      const height = (supervisedMinutes / this.mostMinutes) * BARS.height;
      return {
        key: from,
        x: rounded(this.xAt(from) - width / 2),
        y: rounded(this.barsBottom - height),
        width: rounded(width),
        height: rounded(height),
        title: `${dayOfYearText(from)}: ${countText(Math.round(supervisedMinutes))}`,
      };
    });
  }

  get dates(): (Tick & { anchor: string })[] {
    return datedPlaces(this.periods.length).map((place) => ({
      key: this.periods[place]!.from,
      text: dayOfYearText(this.periods[place]!.from),
      x: this.xAt(this.periods[place]!.from),
      y: this.barsBottom + 18,
      anchor: 'middle',
    }));
  }

  handleMark(event: Event): void {
    const { key } = (event.currentTarget as SVGElement).dataset;
    this.dispatchEvent(new CustomEvent('openperiod', { detail: key }));
  }
}
