import { LightningElement, api } from 'lwc';
import { MODE_NAME, countText } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import {
  decimalsText,
  digitsText,
  drillEvent,
  percentText,
  pointsText,
  type Arm,
  type CountedShare,
  type HoldOut,
  type Interval,
  type KnownOfCalls,
  type Worth,
} from 'c/outcomeApi';
import type { NamedInterval } from 'c/outcomeIntervals';
import type { CellOpened, TableColumn, TableRow } from 'c/uiDataTable';

const KNOWN: Record<KnownOfCalls, string> = {
  inbound: labels.outcomesWorthInbound,
  onDeal: labels.outcomesWorthOnDeal,
  askedForHelp: labels.outcomesWorthAskedForHelp,
  repsOtherCalls: labels.outcomesWorthOtherCalls,
};
/** Columns in this order, each by the name of its cells. */
const columnsOf = (named: Readonly<Record<string, string>>): readonly TableColumn[] =>
  Object.entries(named).map(([key, label]) => ({ key, label }));
const WEEKS = 4;
const between = ({ low, high }: Interval): { low: string; high: string } => ({
  low: pointsText(low),
  high: pointsText(high),
});
const intervalText = (interval: Interval): string => {
  const { low, high } = between(interval);
  return `${low} – ${high}`;
};

/**
 * What stepping in is worth: by what was held out, or a comparison with its warning; before and after
 * supervisors began; what happened on the way, and what it took.
 */
export default class OutcomeWorth extends LightningElement {
  labels = labels;
  armColumns = columnsOf({
    arm: labels.outcomesWorthGroup,
    drawn: labels.outcomesAnswered,
    known: labels.outcomesWorthKnown,
    well: labels.outcomesWorthWell,
  });
  effectColumns = columnsOf({
    how: labels.outcomesWorthEffect,
    value: labels.outcomesRate,
    interval: labels.outcomesInterval,
  });
  balanceColumns = columnsOf({
    of: labels.outcomesWorthKnownOf,
    before: labels.outcomesWorthBefore,
    after: labels.outcomesWorthAfter,
  });
  sinceColumns = columnsOf({
    since: labels.outcomesPeriodColumn,
    reps: labels.outcomesWorthReps,
    value: labels.outcomesWorthEffect,
    interval: labels.outcomesInterval,
  });
  wayColumns = columnsOf({
    what: labels.outcomesWorthWhat,
    share: labels.outcomesRate,
    interval: labels.outcomesInterval,
  });
  costColumns = columnsOf({
    what: labels.outcomesWorthWhat,
    number: labels.outcomesWorthNumber,
  });

  @api worth!: Worth;

  private get estimated(): Extract<HoldOut, { status: 'estimated' }> | undefined {
    const { holdOut } = this.worth;
    return holdOut.status === 'estimated' ? holdOut : undefined;
  }

  get isEstimated(): boolean {
    return this.estimated !== undefined;
  }

  get isDrawn(): boolean {
    return this.worth.holdOut.status !== 'none';
  }

  get drawnText(): string | undefined {
    const { holdOut } = this.worth;
    if (holdOut.status === 'none') return undefined;
    const drawn = fill(labels.outcomesWorthDrawn, {
      percent: countText(holdOut.percent),
      shown: countText(holdOut.shown.drawn),
      held: countText(holdOut.heldOut.drawn),
      reps: countText(holdOut.reps),
    });
    const left = fill(labels.outcomesWorthLeftOut, { calls: countText(holdOut.leftOut) });
    return holdOut.leftOut > 0 ? `${drawn} ${left}` : drawn;
  }

  get verdict(): string {
    const { holdOut } = this.worth;
    if (holdOut.status === 'none') return labels.outcomesWorthNone;
    if (holdOut.status === 'mismatch')
      return fill(
        holdOut.mismatch === 'sizes'
          ? labels.outcomesWorthMismatchSizes
          : labels.outcomesWorthMismatchKnown,
        { p: digitsText(holdOut.pValue) },
      );
    if (holdOut.status === 'too_few')
      return holdOut.missing === 'reps'
        ? labels.outcomesWorthTooFewReps
        : fill(labels.outcomesWorthTooFew, { calls: countText(holdOut.moreCalls) });
    const text = {
      helped: labels.outcomesWorthHelps,
      hurt: labels.outcomesWorthHurts,
      not_known: labels.outcomesWorthNotKnown,
    }[holdOut.verdict];
    return fill(text, {
      value: pointsText(holdOut.effect.value),
      ...between(holdOut.alwaysValid),
    });
  }

  get verdictClass(): string {
    return this.worth.holdOut.status === 'mismatch' ? 'warning' : 'verdict';
  }

  get verdictRole(): string | undefined {
    return this.worth.holdOut.status === 'mismatch' ? 'alert' : undefined;
  }

  get effects(): NamedInterval[] {
    const { effect, unadjusted, alwaysValid } = this.estimated!;
    return [
      {
        key: 'always',
        label: labels.outcomesWorthAlwaysValid,
        value: effect.value,
        interval: alwaysValid,
      },
      { key: 'adjusted', label: labels.outcomesWorthAdjusted, ...effect },
      { key: 'unadjusted', label: labels.outcomesWorthUnadjusted, ...unadjusted },
    ];
  }

  get effectRows(): TableRow[] {
    return this.effects.map(({ key, label, value, interval }) => ({
      key,
      cells: { how: label, value: pointsText(value), interval: intervalText(interval) },
    }));
  }

  get remarks(): string[] {
    const { evidence, detectable, moreCalls } = this.estimated!;
    return [
      ...(moreCalls === undefined
        ? []
        : [fill(labels.outcomesWorthNeedsMore, { calls: countText(moreCalls) })]),
      ...(detectable === undefined
        ? []
        : [fill(labels.outcomesWorthDetectable, { value: pointsText(detectable) })]),
      fill(labels.outcomesWorthEvidence, { e: digitsText(evidence) }),
    ];
  }

  get armRows(): TableRow[] {
    const { holdOut } = this.worth;
    if (holdOut.status === 'none') return [];
    const row = (key: string, arm: string, { drawn, n, events }: Arm): TableRow => ({
      key,
      cells: {
        arm,
        drawn: { text: countText(drawn), opens: drawn > 0 },
        known: countText(n),
        // Of arms that cannot be compared, shares would be compared all the same.
        well:
          n > 0 && holdOut.status === 'estimated'
            ? fill(labels.outcomesWorthWentWell, {
                rate: percentText(events / n),
                events: countText(events),
                n: countText(n),
              })
            : labels.outcomesNotKnown,
      },
    });
    return [
      row('shown', labels.outcomesWorthShown, holdOut.shown),
      row('held', labels.outcomesWorthHeldOut, holdOut.heldOut),
    ];
  }

  handleArm(event: CustomEvent<CellOpened>): void {
    const isHeld = event.detail.row === 'held';
    this.dispatchEvent(
      drillEvent({
        what: isHeld ? labels.outcomesWorthHeldOut : labels.outcomesWorthShown,
        behind: { arm: isHeld ? 'held_out' : 'shown' },
        ofAllReasons: true,
      }),
    );
  }

  get comparedHeading(): string {
    return fill(labels.outcomesWorthCompared, { mode: MODE_NAME[this.worth.mode] });
  }

  get isCompared(): boolean {
    return this.worth.comparison.status === 'compared';
  }

  get isUnbalanced(): boolean {
    const { comparison } = this.worth;
    return comparison.status === 'compared' && !comparison.isBalanced;
  }

  get comparedText(): string {
    const { comparison } = this.worth;
    const counts = {
      joined: countText(comparison.joined),
      others: countText(comparison.others),
    };
    return comparison.status === 'too_few'
      ? fill(labels.outcomesWorthComparedFew, counts)
      : fill(labels.outcomesWorthComparedText, {
          ...counts,
          value: pointsText(comparison.value),
          ...between(comparison.interval),
        });
  }

  get eValueText(): string {
    const { comparison } = this.worth;
    if (comparison.status !== 'compared') return '';
    return fill(labels.outcomesWorthEValue, {
      e: digitsText(comparison.eValue),
      interval: digitsText(comparison.eValueOfInterval),
    });
  }

  get balanceRows(): TableRow[] {
    const { comparison } = this.worth;
    if (comparison.status !== 'compared') return [];
    return comparison.balance.map(({ of, before, after }) => ({
      key: of,
      cells: {
        of: KNOWN[of],
        before: decimalsText(before),
        after: decimalsText(Math.abs(after)),
      },
    }));
  }

  get hasStarts(): boolean {
    return this.worth.since.effects.length > 0;
  }

  get sinceEffects(): NamedInterval[] {
    return this.worth.since.effects.map(({ since, value, interval }) => ({
      key: String(since),
      label: fill(labels.outcomesWorthPeriodSince, { from: countText(since * WEEKS) }),
      value,
      interval,
    }));
  }

  get sinceRows(): TableRow[] {
    return this.worth.since.effects.map(({ since, value, interval, n }) => ({
      key: String(since),
      cells: {
        since: fill(labels.outcomesWorthPeriodSince, { from: countText(since * WEEKS) }),
        reps: countText(n),
        value: pointsText(value),
        interval: intervalText(interval),
      },
    }));
  }

  get areNoticesMissing(): boolean {
    const { events, n } = this.worth.trust.noticesGiven;
    return events < n;
  }

  get wayRows(): TableRow[] {
    const { ladder, trust, help } = this.worth;
    const row = (key: string, what: string, { events, n, interval }: CountedShare): TableRow => ({
      key,
      cells: {
        what,
        share:
          n > 0
            ? fill(labels.outcomesWorthShareOf, {
                share: percentText(events / n),
                events: countText(events),
                n: countText(n),
              })
            : labels.outcomesWorthNotMeasured,
        interval:
          n > 0
            ? `${percentText(interval.low)} – ${percentText(interval.high)}`
            : labels.outcomesNotKnown,
      },
    });
    const wait = (key: string, what: string, seconds: number | undefined): TableRow => ({
      key,
      cells: {
        what,
        share:
          seconds === undefined
            ? labels.outcomesWorthNotMeasured
            : fill(labels.outcomesWorthSeconds, { seconds: digitsText(seconds) }),
        interval: '',
      },
    });
    return [
      row('first', labels.outcomesWorthWhisperFirst, ladder.whisperFirst),
      row('skipped', labels.outcomesWorthSkipped, ladder.whisperSkipped),
      row('back', labels.outcomesWorthHandedBack, ladder.handedBack),
      row('notices', labels.outcomesWorthNotices, trust.noticesGiven),
      row('acknowledged', labels.outcomesWorthAcknowledged, trust.acknowledged),
      row('help', labels.outcomesWorthHelpAnswered, help.answered),
      wait('median', labels.outcomesWorthHelpMedian, help.medianSeconds),
      wait('most', labels.outcomesWorthHelpMost, help.nineOfTenSeconds),
    ];
  }

  get costRows(): TableRow[] {
    const { interventions, supervisorMinutes, saved, minutesPerSaved } = this.worth.cost;
    const row = (key: string, what: string, number?: number): TableRow => ({
      key,
      cells: {
        what,
        number: number === undefined ? labels.outcomesWorthNotMeasured : countText(number),
      },
    });
    return [
      row('interventions', labels.outcomesInterventions, interventions),
      row('minutes', labels.outcomesWorthCostMinutes, Math.round(supervisorMinutes)),
      row('saved', labels.outcomesWorthCostSaved, saved),
      row(
        'each',
        labels.outcomesWorthCostEach,
        minutesPerSaved === undefined ? undefined : Math.round(minutesPerSaved * 10) / 10,
      ),
      row('handle', labels.outcomesWorthHandleTime),
      row('calls', labels.outcomesWorthCallBacks),
      row('talk', labels.outcomesWorthTalkShare),
      row('receipts', labels.outcomesWorthReceipts),
    ];
  }
}
