import { MODE_NAME, countText } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import {
  columnsOf,
  drillEvent,
  percentText,
  pointsBetween,
  pointsText,
  type CountedShare,
  type Drill,
  type Satisfaction,
} from 'c/outcomeApi';
import type { NamedInterval } from 'c/outcomeIntervals';
import type { CellOpened, TableRow } from 'c/uiDataTable';
import { LightningElement, api } from 'lwc';

type Answered = Extract<Satisfaction, { status: 'answered' }>;
type Group = Answered['groups'][number];

const NOBODY = 'nobody';
const WEEKS = 4;

/**
 * Customers' ratings of calls by who joined, with how many rated; beside calls that nobody joined,
 * with the warning; and by what was held out. Fires `drill`.
 */
export default class OutcomeSatisfaction extends LightningElement {
  labels = labels;
  @api satisfaction!: Satisfaction;

  columns = columnsOf({
    mode: labels.outcomesMode,
    calls: labels.outcomesAnswered,
    answered: labels.outcomesSatisfactionAnswered,
    satisfied: labels.outcomesSatisfactionSatisfied,
    interval: labels.outcomesInterval,
  });
  differenceColumns = columnsOf({
    mode: labels.outcomesMode,
    joined: labels.outcomesSatisfactionJoined,
    others: labels.outcomesSatisfactionOthers,
    value: labels.outcomesSatisfactionDifference,
    interval: labels.outcomesInterval,
  });
  sinceColumns = columnsOf({
    since: labels.outcomesPeriodColumn,
    reps: labels.outcomesWorthReps,
    value: labels.outcomesWorthEffect,
    interval: labels.outcomesInterval,
  });

  private get answered(): Answered | undefined {
    return this.satisfaction.status === 'answered' ? this.satisfaction : undefined;
  }

  get isAnswered(): boolean {
    return this.answered !== undefined;
  }

  get holdOut(): Answered['holdOut'] {
    return this.answered!.holdOut;
  }

  private get groups(): readonly Group[] {
    return this.answered!.groups;
  }

  get rows(): TableRow[] {
    const shareOf = ({ events, n }: CountedShare) => ({
      text:
        n > 0
          ? fill(labels.outcomesWorthShareOf, {
              share: percentText(events / n),
              events: countText(events),
              n: countText(n),
            })
          : labels.outcomesNotKnown,
      opens: events > 0,
    });
    return this.groups.map(({ mode, answered, satisfied }) => ({
      key: mode ?? NOBODY,
      cells: {
        mode: mode ? MODE_NAME[mode] : labels.outcomesCallsNobody,
        calls: { text: countText(answered.n), opens: answered.n > 0 },
        answered: shareOf(answered),
        satisfied: shareOf(satisfied),
        interval:
          satisfied.n > 0
            ? `${percentText(satisfied.interval.low)} – ${percentText(satisfied.interval.high)}`
            : labels.outcomesNotKnown,
      },
    }));
  }

  handleOpen(event: CustomEvent<CellOpened>): void {
    const { row, column } = event.detail;
    const mode = this.groups.find((one) => (one.mode ?? NOBODY) === row)?.mode;
    const rating = column === 'answered' ? 'given' : column === 'satisfied' ? 'good' : undefined;
    this.dispatchEvent(
      drillEvent({
        what: mode ? MODE_NAME[mode] : labels.outcomesCallsNobody,
        behind: { mode: mode ?? NOBODY, ...(rating && { rating }) },
        ofAllReasons: true,
      }),
    );
  }

  handleDrill(event: CustomEvent<Drill>): void {
    this.dispatchEvent(drillEvent(event.detail));
  }

  get differences(): NamedInterval[] {
    return this.groups.flatMap(({ mode, comparison }) =>
      mode && comparison?.status === 'compared'
        ? [
            {
              key: mode,
              label: MODE_NAME[mode],
              value: comparison.value,
              interval: comparison.interval,
            },
          ]
        : [],
    );
  }

  get isCompared(): boolean {
    return this.differences.length > 0;
  }

  get isUnbalanced(): boolean {
    return this.groups.some(
      ({ comparison }) => comparison?.status === 'compared' && !comparison.isBalanced,
    );
  }

  get differenceRows(): TableRow[] {
    return this.groups.flatMap(({ mode, comparison }) => {
      if (!mode || !comparison) return [];
      const isCompared = comparison.status === 'compared';
      return {
        key: mode,
        cells: {
          mode: MODE_NAME[mode],
          joined: countText(comparison.joined),
          others: countText(comparison.others),
          value: isCompared ? pointsText(comparison.value) : labels.outcomesSatisfactionFew,
          interval: isCompared ? pointsBetween(comparison.interval) : labels.outcomesNotKnown,
        },
      };
    });
  }

  get sourcesText(): string {
    const { survey, key } = this.answered!.sources;
    return fill(labels.outcomesSatisfactionSources, {
      survey: countText(survey),
      key: countText(key),
    });
  }

  get hasStarts(): boolean {
    return this.answered!.since.effects.length > 0;
  }

  get sinceRows(): TableRow[] {
    return this.answered!.since.effects.map(({ since, value, interval, n }) => ({
      key: String(since),
      cells: {
        since: fill(labels.outcomesWorthPeriodSince, { from: countText(since * WEEKS) }),
        reps: countText(n),
        value: pointsText(value),
        interval: pointsBetween(interval),
      },
    }));
  }
}
