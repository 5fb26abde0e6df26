import { countText } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { askWhenSet, NOT_LOADED, type Loaded } from 'c/dealsideLoader';
import {
  dayOfYearText,
  daysOfPeriod,
  digitsText,
  drillEvent,
  percentText,
  pointsOf,
  pointsText,
  waitingOf,
  type Behind,
  type Callers,
  type OutcomesQuestion,
  type Waiting,
} from 'c/outcomeApi';
import type { CellOpened, TableColumn, TableRow } from 'c/uiDataTable';
import { LightningElement, api } from 'lwc';

const COLUMNS: readonly TableColumn[] = [
  { key: 'callers', label: labels.waitingCallers },
  { key: 'unanswered', label: labels.waitingShareTitle },
  { key: 'share', label: labels.waitingShare },
  { key: 'soon', label: labels.waitingSoon },
  { key: 'wait', label: labels.waitingMean },
  { key: 'minutes', label: labels.waitingMinutesTitle },
];
const NO_QUEUE = 'none';

/**
 * Callers who waited and callers who were not answered, by queue and over time, beside supervisors'
 * minutes. This is only an association. Fires `drill`.
 */
export default class OutcomeWaiting extends LightningElement {
  labels = labels;
  read: Loaded<Waiting> = NOT_LOADED;
  queueColumns: readonly TableColumn[] = [{ key: 'queue', label: labels.waitingQueue }, ...COLUMNS];
  periodColumns: readonly TableColumn[] = [
    { key: 'from', label: labels.outcomesPeriodColumn },
    ...COLUMNS,
  ];
  private readonly asked = askWhenSet(
    (question: OutcomesQuestion) => waitingOf(question),
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

  get hasCallers(): boolean {
    return (this.read.value?.totals.callers ?? 0) > 0;
  }

  get isEmpty(): boolean {
    return this.read.value?.totals.callers === 0;
  }

  get totalsText(): string {
    const { callers, missed, abandoned, unanswered } = this.read.value!.totals;
    return fill(labels.waitingTotals, {
      callers: countText(callers),
      unanswered: countText(unanswered.events),
      share: percentText(unanswered.events / unanswered.n),
      low: percentText(unanswered.interval.low),
      high: percentText(unanswered.interval.high),
      missed: countText(missed),
      abandoned: countText(abandoned),
    });
  }

  get chartText(): string {
    return fill(labels.waitingChart, {
      summary: this.totalsText,
      minutes: countText(Math.round(this.read.value!.totals.supervisedMinutes)),
    });
  }

  get queueRows(): TableRow[] {
    return this.read.value!.queues.map(({ queueId, label, ...callers }) => ({
      key: queueId ?? NO_QUEUE,
      cells: {
        queue: label ?? labels.waitingNoQueue,
        ...cellsOf(callers, queueId !== undefined),
      },
    }));
  }

  get periodRows(): TableRow[] {
    return this.read.value!.periods.map(({ from, ...callers }) => ({
      key: from,
      cells: { from: { text: dayOfYearText(from), dateTime: from }, ...cellsOf(callers, true) },
    }));
  }

  get isCompared(): boolean {
    return this.read.value?.comparison.status === 'compared';
  }

  get isUnbalanced(): boolean {
    const comparison = this.read.value?.comparison;
    return comparison?.status === 'compared' && !comparison.isBalanced;
  }

  get comparedText(): string {
    const { comparison } = this.read.value!;
    const counts = {
      much: countText(comparison.much),
      little: countText(comparison.little),
    };
    return comparison.status === 'too_few'
      ? fill(labels.waitingComparedFew, counts)
      : fill(labels.waitingComparedText, {
          ...counts,
          callers: countText(comparison.callers),
          value: pointsText(comparison.value),
          ...pointsOf(comparison.interval),
        });
  }

  get differences() {
    const { comparison } = this.read.value!;
    if (comparison.status !== 'compared') return [];
    const { value, interval } = comparison;
    return [{ key: 'unanswered', label: labels.waitingShareTitle, value, interval }];
  }

  handleQueue(event: CustomEvent<CellOpened>): void {
    const queue = this.read.value!.queues.find(({ queueId }) => queueId === event.detail.row)!;
    this.drill(queue.label!, { queueId: queue.queueId! });
  }

  handlePeriod(event: CustomEvent<CellOpened>): void {
    this.openPeriod(event.detail.row);
  }

  handleMark(event: CustomEvent<string>): void {
    this.openPeriod(event.detail);
  }

  /** Opens the callers of a day, or of the shown days of a week. */
  private openPeriod(first: string): void {
    this.drill(dayOfYearText(first), daysOfPeriod(first, this.read.value!));
  }

  private drill(what: string, behind: Behind): void {
    this.dispatchEvent(
      drillEvent({
        what: fill(labels.waitingDrill, { what }),
        behind: { ...behind, unanswered: 'any' },
        ofAllReasons: true,
      }),
    );
  }
}

const cellsOf = (
  { callers, unanswered, soon, waitSeconds, supervisedMinutes }: Callers,
  opens: boolean,
) => ({
  callers: countText(callers),
  unanswered: { text: countText(unanswered.events), opens: opens && unanswered.events > 0 },
  share:
    unanswered.n > 0
      ? `${percentText(unanswered.events / unanswered.n)} (${percentText(unanswered.interval.low)} – ${percentText(unanswered.interval.high)})`
      : labels.outcomesNotKnown,
  soon: soon.n > 0 ? percentText(soon.events / soon.n) : labels.outcomesNotKnown,
  wait:
    waitSeconds === undefined
      ? labels.outcomesNotKnown
      : fill(labels.waitingSeconds, { seconds: digitsText(waitSeconds) }),
  minutes: countText(Math.round(supervisedMinutes)),
});
