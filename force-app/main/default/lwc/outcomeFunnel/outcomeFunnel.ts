import { countText, MODE_NAME, type Mode } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import {
  AREA,
  drillEvent,
  line,
  markTitle,
  niceMaximum,
  percentText,
  rateTicks,
  xOf,
  yOf,
  type FunnelPoint,
  type Interval,
  type Tick,
} from 'c/outcomeApi';
import type { CellOpened, TableColumn, TableRow } from 'c/uiDataTable';
import { LightningElement, api } from 'lwc';

const VERDICT = {
  usual: labels.outcomesUsual,
  outlier_high: labels.outcomesHigher,
  outlier_low: labels.outcomesLower,
};

/**
 * People in a funnel plot: the fewer calls, the wider the limits. Only people outside of what
 * chance and ordinary differences explain are called different. Fires `drill`.
 */
export default class OutcomeFunnel extends LightningElement {
  labels = labels;
  viewBox = `0 0 ${AREA.width} ${AREA.height}`;
  left = AREA.left;
  right = AREA.width - AREA.right;

  @api heading = '';
  /** What the people's numbers count: calls of reps, or interventions of supervisors. */
  @api countLabel = '';
  @api mode: Mode = 'barge';
  /** Whose numbers they are: those of reps' calls, or of supervisors' actions on them. */
  @api of: 'reps' | 'supervisors' = 'reps';
  @api target = 0;
  @api points: readonly FunnelPoint[] = [];

  get columns(): readonly TableColumn[] {
    return [
      { key: 'name', label: labels.outcomesPerson },
      { key: 'n', label: this.countLabel },
      { key: 'events', label: labels.outcomesCount },
      ...(this.hasTenure ? [{ key: 'weeks', label: labels.outcomesTenureWeeks }] : []),
      {
        key: 'rate',
        label: this.hasTenure ? labels.outcomesTenureRate : labels.outcomesRate,
      },
      { key: 'shrunk', label: labels.outcomesShrunk },
      { key: 'limits', label: labels.outcomesExpected },
      { key: 'verdict', label: labels.outcomesReading },
    ];
  }

  /** Whether the rates are adjusted for tenure. */
  private get hasTenure(): boolean {
    return this.points.some(({ weeks }) => weeks !== undefined);
  }

  private get bySize(): FunnelPoint[] {
    return [...this.points].sort((a, b) => a.n - b.n);
  }

  private get largest(): number {
    return Math.max(1, ...this.points.map(({ n }) => n));
  }

  /**
   * Cuts off the limits of people with few calls, which would flatten the chart for everybody else.
   */
  private get maximum(): number {
    return niceMaximum(
      Math.max(
        0,
        ...this.points.map(({ rate, limits998 }) =>
          Math.max(rate, Math.min(limits998.high, 2 * rate + this.target)),
        ),
      ),
    );
  }

  get ticks(): Tick[] {
    return rateTicks(this.maximum);
  }

  get targetY(): number {
    return yOf(this.target, this.maximum);
  }

  get limits(): { key: string; points: string }[] {
    const { bySize, largest, maximum } = this;
    const of = (key: string, read: (point: FunnelPoint) => number) => ({
      key,
      points: line(
        bySize.map((point) => ({ x: xOf(point.n / largest), y: yOf(read(point), maximum) })),
      ),
    });
    const bounds: Record<string, (point: FunnelPoint) => Interval> = {
      95: ({ limits95 }) => limits95,
      998: ({ limits998 }) => limits998,
    };
    return Object.entries(bounds).flatMap(([name, read]) => [
      of(`${name}-low`, (point) => read(point).low),
      of(`${name}-high`, (point) => read(point).high),
    ]);
  }

  get marks() {
    const { largest, maximum } = this;
    return this.points.map((point) => ({
      key: point.userId,
      x: xOf(point.n / largest),
      y: yOf(point.rate, maximum),
      radius: point.verdict === 'usual' ? 4 : 6,
      className: `mark mark_opens${point.verdict === 'usual' ? '' : ' mark_signal'}`,
      title: markTitle(point.name, point),
    }));
  }

  get sizes(): (Tick & { anchor: string })[] {
    const y = AREA.height - 8;
    return [
      { key: 'none', text: countText(0), x: xOf(0), y, anchor: 'start' },
      {
        key: 'most',
        text: `${countText(this.largest)} ${this.countLabel}`,
        x: xOf(1),
        y,
        anchor: 'end',
      },
    ];
  }

  get summary(): string {
    const different = this.points.filter(({ verdict }) => verdict !== 'usual');
    return different.length > 0
      ? fill(labels.outcomesFunnelDifferent, {
          people: countText(this.points.length),
          names: different.map(({ name }) => name).join(', '),
          rate: percentText(this.target),
        })
      : fill(labels.outcomesFunnelSame, {
          people: countText(this.points.length),
          rate: percentText(this.target),
        });
  }

  get rows(): TableRow[] {
    return this.bySize.reverse().map((point) => ({
      key: point.userId,
      cells: {
        name: point.name,
        n: countText(point.n),
        events: { text: countText(point.events), opens: point.events > 0 },
        ...(point.weeks !== undefined && {
          weeks: point.isAtLeast
            ? fill(labels.outcomesTenureAtLeast, { weeks: countText(point.weeks) })
            : countText(point.weeks),
        }),
        rate: percentText(point.rate),
        shrunk: percentText(point.shrunkRate),
        limits: `${percentText(point.limits95.low)} – ${percentText(point.limits95.high)}`,
        verdict: VERDICT[point.verdict],
      },
    }));
  }

  handleOpen(event: CustomEvent<CellOpened>): void {
    this.open(event.detail.row);
  }

  handleMark(event: Event): void {
    this.open((event.currentTarget as SVGElement).dataset.key!);
  }

  private open(userId: string): void {
    const { name } = this.points.find((point) => point.userId === userId)!;
    this.dispatchEvent(
      drillEvent({
        what: `${name}, ${MODE_NAME[this.mode]}`,
        behind: {
          mode: this.mode,
          ...(this.of === 'reps' ? { repUserId: userId } : { supervisorUserId: userId }),
        },
      }),
    );
  }
}
