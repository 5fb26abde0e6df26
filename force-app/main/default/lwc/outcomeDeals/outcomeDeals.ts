import { countText, MODE_NAME, type Mode } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import {
  digitsText,
  drillEvent,
  moneyText,
  percentText,
  pointsText,
  type ComparedDeals,
  type DealsThen,
  type GroupOfDeals,
  type Interval,
} from 'c/outcomeApi';
import type { NamedInterval } from 'c/outcomeIntervals';
import type { CellOpened, TableColumn, TableRow, TableText } from 'c/uiDataTable';
import { LightningElement, api } from 'lwc';

const COUNTS = {
  movedOn: labels.outcomesDealsMovedOn,
  movedBack: labels.outcomesDealsMovedBack,
  won: labels.outcomesDealsWon,
  lost: labels.outcomesDealsLost,
  gone: labels.outcomesDealsGone,
  newOwner: labels.outcomesDealsNewOwner,
} as const;
const GROUPS = ['joined', 'others'] as const;
type Group = (typeof GROUPS)[number];

/**
 * The results of deals 7 to 90 days after calls with a mode, beside deals of calls that nobody
 * joined. Fires `drill`.
 */
export default class OutcomeDeals extends LightningElement {
  labels = labels;
  @api mode: Mode = 'barge';
  @api looks: readonly DealsThen[] = [];

  countColumns: readonly TableColumn[] = [
    { key: 'group', label: labels.outcomesDealsGroup },
    { key: 'known', label: labels.outcomesDealsKnown },
    ...Object.entries(COUNTS).map(([key, label]) => ({ key, label })),
  ];
  differenceColumns: readonly TableColumn[] = [
    { key: 'group', label: labels.outcomesDealsGroup },
    { key: 'movedOn', label: labels.outcomesDealsMovedOn },
    { key: 'won', label: labels.outcomesDealsWon },
    { key: 'revenue', label: labels.outcomesDealsRevenueEach },
  ];
  closedColumns: readonly TableColumn[] = [
    { key: 'group', label: labels.outcomesDealsGroup },
    { key: 'winRate', label: labels.outcomesDealsWinRate },
    { key: 'daysToClose', label: labels.outcomesDealsToClose },
    { key: 'cycleDays', label: labels.outcomesDealsCycle },
    { key: 'revenue', label: labels.outcomesDealsRevenue },
    { key: 'currencies', label: labels.outcomesDealsCurrencies },
  ];

  get hasDeals(): boolean {
    return this.looks.some(({ joined, others }) => joined.known + others.known > 0);
  }

  get isUnbalanced(): boolean {
    return this.looks.some(({ won, isBalanced }) => won.status === 'compared' && !isBalanced);
  }

  get differenceText(): string {
    const e = this.looks.at(-1)?.eValue;
    return fill(labels.outcomesDealsDifferenceText, {
      alike: e === undefined ? '' : fill(labels.outcomesDealsAlike, { e: digitsText(e) }),
    }).trim();
  }

  get isCompared(): boolean {
    return this.differences.length > 0;
  }

  /** How many more deals were won, with intervals. */
  get differences(): NamedInterval[] {
    return this.looks.flatMap(({ days, won }) =>
      won.status === 'compared'
        ? [
            {
              key: String(days),
              label: fill(labels.outcomesDealsDays, { days: countText(days) }),
              value: won.value,
              interval: won.interval,
            },
          ]
        : [],
    );
  }

  get countRows(): TableRow[] {
    return this.rowsOfGroups((group) => ({
      known: { text: countText(group.known), opens: group.known > 0 },
      ...Object.fromEntries(
        Object.keys(COUNTS).map((key) => [
          key,
          shareText(group[key as keyof typeof COUNTS], group),
        ]),
      ),
    }));
  }

  get closedRows(): TableRow[] {
    return this.rowsOfGroups((group) => ({
      winRate: winRateText(group),
      daysToClose: medianText(group.daysToClose),
      cycleDays: medianText(group.cycleDays),
      revenue: group.won > 0 ? countText(Math.round(group.revenue)) : labels.outcomesNotKnown,
      currencies: currencyTexts(group),
    }));
  }

  get differenceRows(): TableRow[] {
    return this.looks.map(({ days, movedOn, won, revenue }) => ({
      key: String(days),
      cells: {
        group: fill(labels.outcomesDealsDays, { days: countText(days) }),
        movedOn: comparedText(movedOn, pointsText),
        won: comparedText(won, pointsText),
        revenue: comparedText(revenue, (value) => countText(Math.round(value))),
      },
    }));
  }

  private rowsOfGroups(cells: (group: GroupOfDeals) => TableRow['cells']): TableRow[] {
    return this.looks.flatMap((look) =>
      GROUPS.map((group) => ({
        key: `${look.days} ${group}`,
        cells: { group: this.nameOf(look.days, group), ...cells(look[group]) },
      })),
    );
  }

  private nameOf(days: number, group: Group): string {
    return fill(labels.outcomesDealsAfter, {
      days: countText(days),
      group: group === 'joined' ? MODE_NAME[this.mode] : labels.outcomesDealsNobody,
    });
  }

  handleOpen(event: CustomEvent<CellOpened>): void {
    const group = event.detail.row.split(' ')[1] as Group;
    this.dispatchEvent(
      drillEvent({
        what: `${labels.outcomesDealsKnown}, ${group === 'joined' ? MODE_NAME[this.mode] : labels.outcomesDealsNobody}`,
        behind: { mode: group === 'joined' ? this.mode : 'nobody', isOnDeal: 'true' },
        ofAllReasons: true,
      }),
    );
  }
}

const shareText = (count: number, { known }: GroupOfDeals): string =>
  known > 0
    ? fill(labels.outcomesSavedShare, {
        saved: countText(count),
        share: percentText(count / known),
      })
    : labels.outcomesNotKnown;

const between = ({ low, high }: Interval, text: (value: number) => string): string =>
  `${text(low)} – ${text(high)}`;

function winRateText({ winRate: { events, n, interval } }: GroupOfDeals): string {
  if (n === 0) return labels.outcomesNotKnown;
  return fill(labels.outcomesDealsMedianBetween, {
    median: percentText(events / n),
    low: percentText(interval.low),
    high: percentText(interval.high),
    n: countText(n),
  });
}

function medianText(median: GroupOfDeals['daysToClose']): string {
  if (!median) return labels.outcomesNotKnown;
  const values = { median: countText(median.median), n: countText(median.n) };
  return median.interval
    ? fill(labels.outcomesDealsMedianBetween, {
        ...values,
        low: countText(median.interval.low),
        high: countText(median.interval.high),
      })
    : fill(labels.outcomesDealsMedian, values);
}

function currencyTexts({ currencies }: GroupOfDeals): readonly TableText[] | string {
  const own = currencies.filter(({ currency }) => currency);
  if (own.length === 0) return '';
  return own.map(({ currency, won, revenue }) => ({
    text: fill(labels.outcomesDealsOfCurrency, {
      revenue: moneyText(revenue, currency!),
      n: countText(won),
    }),
  }));
}

const comparedText = (one: ComparedDeals, text: (value: number) => string): string =>
  one.status === 'compared'
    ? `${text(one.value)} (${between(one.interval, text)})`
    : labels.outcomesDealsFew;
