import { countText } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { AREA, axisText, niceMaximum, percentText, xOf, type Interval } from 'c/outcomeApi';
import type { CellOpened, TableColumn, TableRow } from 'c/uiDataTable';
import { LightningElement, api } from 'lwc';

/** A share of so many. Without a value nothing was measured, and nothing is drawn. */
export interface DrawnShare {
  key: string;
  label: string;
  n: number;
  value?: number;
  interval?: Interval;
}

const ROW = 38;
const TICKS = [0, 0.5, 1] as const;
const rounded = (value: number): number => Math.round(value * 10) / 10;

/**
 * Shares with their numbers and intervals, one below another, and the table of them beneath. Fires
 * `cellopen`.
 */
export default class OutcomeShares extends LightningElement {
  labels = labels;
  top = AREA.top;

  @api heading = '';
  @api shares: readonly DrawnShare[] = [];
  @api columns: readonly TableColumn[] = [];
  @api rows: readonly TableRow[] = [];

  private get drawn(): (DrawnShare & { value: number })[] {
    return this.shares.filter(
      (one): one is DrawnShare & { value: number } => one.value !== undefined,
    );
  }

  get isDrawn(): boolean {
    return this.drawn.length > 0;
  }

  get bottom(): number {
    return this.top + this.drawn.length * ROW;
  }

  get viewBox(): string {
    return `0 0 ${AREA.width} ${this.bottom + AREA.bottom}`;
  }

  private get maximum(): number {
    return niceMaximum(
      Math.max(...this.drawn.map(({ value, interval }) => Math.max(value, interval?.high ?? 0))),
    );
  }

  get ticks() {
    return TICKS.map((place) => ({
      key: `tick-${place}`,
      x: rounded(xOf(place)),
      y: this.bottom + 20,
      text: axisText(place * this.maximum, this.maximum),
      anchor: place === 1 ? 'end' : 'middle',
    }));
  }

  get lines() {
    const { maximum } = this;
    const at = (value: number): number => rounded(xOf(Math.min(1, value / maximum)));
    return this.drawn.map(({ key, label, n, value, interval }, place) => {
      const name = fill(labels.outcomesSharesOf, { name: label, n: countText(n) });
      return {
        key,
        name,
        textY: this.top + place * ROW + 12,
        y: this.top + place * ROW + 24,
        x: at(value),
        low: at(interval?.low ?? value),
        high: at(interval?.high ?? value),
        title: `${name}: ${percentText(value)}`,
      };
    });
  }

  get summary(): string {
    return [this.heading, ...this.lines.map(({ title }) => title)].join('. ');
  }

  handleOpen({ detail }: CustomEvent<CellOpened>): void {
    this.dispatchEvent(new CustomEvent<CellOpened>('cellopen', { detail }));
  }
}
