import { MODE_NAME, clockText, countText } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import {
  columnsOf,
  dateOfDayText,
  decimalsText,
  digitsText,
  drillEvent,
  percentText,
  pointsBetween,
  pointsOf,
  pointsText,
  type CountedShare,
  type Drill,
  type KnownOfCalls,
  type Way,
  type Worth,
} from 'c/outcomeApi';
import type { NamedInterval } from 'c/outcomeIntervals';
import type { CellOpened, TableColumn, TableRow } from 'c/uiDataTable';
import { LightningElement, api } from 'lwc';

const KNOWN: Record<KnownOfCalls, string> = {
  inbound: labels.outcomesWorthInbound,
  onDeal: labels.outcomesWorthOnDeal,
  askedForHelp: labels.outcomesWorthAskedForHelp,
  repsOtherCalls: labels.outcomesWorthOtherCalls,
};
const WAYS: Record<Way, string> = {
  whisper_first: labels.outcomesWorthWhisperFirst,
  whisper_skipped: labels.outcomesWorthSkipped,
  handed_back: labels.outcomesWorthHandedBack,
  noticed: labels.outcomesWorthNotices,
  notice_missing: labels.outcomesWorthNoticesNotGiven,
  acknowledged: labels.outcomesWorthAcknowledged,
  help_answered: labels.outcomesWorthHelpAnswered,
};
const WEEKS = 4;

/**
 * The effect of interventions: estimated from what was held out, or a comparison with its warning;
 * before and after supervision began; the course of interventions, and the effort.
 */
export default class OutcomeWorth extends LightningElement {
  labels = labels;
  comparedColumns = columnsOf({
    group: labels.outcomesWorthGroup,
    known: labels.outcomesWorthKnown,
  });
  balanceColumns = columnsOf({
    of: labels.outcomesWorthKnownOf,
    before: labels.outcomesWorthBefore,
    after: labels.outcomesWorthAfter,
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
          ...pointsOf(comparison.interval),
        });
  }

  get eValueText(): string {
    const { comparison } = this.worth;
    if (comparison.status !== 'compared') return '';
    const includesNone = comparison.eValueOfInterval <= 1;
    return fill(includesNone ? labels.outcomesWorthEValueNone : labels.outcomesWorthEValue, {
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

  get sinceColumns(): readonly TableColumn[] {
    return columnsOf({
      since: labels.outcomesPeriodColumn,
      reps: this.worth.since.teams ? labels.outcomesSinceColumn : labels.outcomesWorthReps,
      value: labels.outcomesWorthEffect,
      interval: labels.outcomesInterval,
    });
  }

  get sinceText(): string {
    return this.worth.since.teams ? labels.outcomesSinceTeamsText : labels.outcomesWorthSinceText;
  }

  get startLabel(): string {
    return this.worth.since.teams ? labels.outcomesSinceMarkStated : labels.outcomesSinceMarkFirst;
  }

  get noStartsText(): string {
    return this.worth.since.teams ? labels.outcomesSinceTeamsNone : labels.outcomesWorthSinceNone;
  }

  get startsText(): string {
    const { reps, earlier, teams } = this.worth.since;
    if (teams) return startsOfTeams(reps, teams);
    return fill(labels.outcomesWorthSinceReps, {
      reps: countText(reps),
      earlier: countText(earlier ?? 0),
    });
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
        interval: pointsBetween(interval),
      },
    }));
  }

  get areNoticesMissing(): boolean {
    const { events, n } = this.worth.trust.noticesGiven;
    return events < n;
  }

  get wayRows(): TableRow[] {
    const { coverage, ladder, trust, help } = this.worth;
    const row = (
      key: Way | 'coverage' | 'depth',
      what: string,
      { events, n, interval }: CountedShare,
    ): TableRow => ({
      key,
      cells: {
        what,
        share:
          n > 0
            ? {
                text: fill(labels.outcomesWorthShareOf, {
                  share: percentText(events / n),
                  events: countText(events),
                  n: countText(n),
                }),
                opens: events > 0 && key !== 'coverage' && key !== 'depth',
              }
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
      ...(coverage ? [row('coverage', labels.outcomesWorthCoverage, coverage)] : []),
      ...(ladder.customerHeard
        ? [row('depth', labels.outcomesWorthDepth, ladder.customerHeard)]
        : []),
      row('whisper_first', labels.outcomesWorthWhisperFirst, ladder.whisperFirst),
      row('whisper_skipped', labels.outcomesWorthSkipped, ladder.whisperSkipped),
      row('handed_back', labels.outcomesWorthHandedBack, ladder.handedBack),
      row('noticed', labels.outcomesWorthNotices, trust.noticesGiven),
      ...(this.areNoticesMissing ? [this.missingRow] : []),
      row('acknowledged', labels.outcomesWorthAcknowledged, trust.acknowledged),
      row('help_answered', labels.outcomesWorthHelpAnswered, help.answered),
      wait('median', labels.outcomesWorthHelpMedian, help.medianSeconds),
      wait('most', labels.outcomesWorthHelpMost, help.nineOfTenSeconds),
    ];
  }

  /** Of notices that are due all must be given: the calls of those that were not are one click away. */
  private get missingRow(): TableRow {
    const { events, n } = this.worth.trust.noticesGiven;
    return {
      key: 'notice_missing',
      cells: {
        what: labels.outcomesWorthNoticesNotGiven,
        share: { text: countText(n - events), opens: true },
        interval: '',
      },
    };
  }

  handleWay(event: CustomEvent<CellOpened>): void {
    const way = event.detail.row as Way;
    this.dispatchEvent(drillEvent({ what: WAYS[way], behind: { way }, ofAllReasons: true }));
  }

  handleDrill(event: CustomEvent<Drill>): void {
    this.dispatchEvent(drillEvent(event.detail));
  }

  /** The calls that are compared. */
  get comparedRows(): TableRow[] {
    const { joined, others } = this.worth.comparison;
    const row = (key: string, group: string, count: number): TableRow => ({
      key,
      cells: { group, known: { text: countText(count), opens: count > 0 } },
    });
    return [
      row('joined', MODE_NAME[this.worth.mode], joined),
      row('others', labels.outcomesCallsNobody, others),
    ];
  }

  handleCompared(event: CustomEvent<CellOpened>): void {
    const isJoined = event.detail.row === 'joined';
    this.dispatchEvent(
      drillEvent({
        what: isJoined ? MODE_NAME[this.worth.mode] : labels.outcomesCallsNobody,
        behind: { mode: isJoined ? this.worth.mode : 'nobody', isKnown: 'true' },
        ofAllReasons: true,
      }),
    );
  }

  handleCost(event: CustomEvent<CellOpened>): void {
    const isSaved = event.detail.row === 'saved';
    this.dispatchEvent(
      drillEvent({
        what: isSaved ? labels.outcomesWorthCostSaved : labels.outcomesInterventions,
        behind: { ofInterventions: 'true', ...(isSaved && { outcome: 'saved' }) },
        ofAllReasons: true,
      }),
    );
  }

  get costRows(): TableRow[] {
    const { interventions, supervisorMinutes, saved, minutesPerSaved, callBacks } = this.worth.cost;
    const { talk, hold, afterCall, handleTime } = this.worth.cost;
    const row = (key: string, what: string, number?: number): TableRow => ({
      key,
      cells: {
        what,
        number: number === undefined ? labels.outcomesWorthNotMeasured : countText(number),
      },
    });
    const counted = (key: string, what: string, count: number): TableRow => ({
      key,
      cells: { what, number: { text: countText(count), opens: count > 0 } },
    });
    const measured = (key: string, what: string, seconds?: number): TableRow => ({
      key,
      cells: {
        what,
        number: seconds === undefined ? labels.outcomesWorthNotMeasured : clockText(1000 * seconds),
      },
    });
    return [
      counted('interventions', labels.outcomesInterventions, interventions),
      row('minutes', labels.outcomesWorthCostMinutes, Math.round(supervisorMinutes)),
      counted('saved', labels.outcomesWorthCostSaved, saved),
      row(
        'each',
        labels.outcomesWorthCostEach,
        minutesPerSaved === undefined ? undefined : Math.round(minutesPerSaved * 10) / 10,
      ),
      measured('talk', labels.outcomesWorthTalkJoined, talk.joined),
      measured('others', labels.outcomesWorthTalkOthers, talk.others),
      measured('hold', labels.outcomesWorthHoldJoined, hold.joined),
      measured('hold others', labels.outcomesWorthHoldOthers, hold.others),
      measured('after', labels.outcomesWorthAfterJoined, afterCall.joined),
      measured('after others', labels.outcomesWorthAfterOthers, afterCall.others),
      measured('handle', labels.outcomesWorthHandleJoined, handleTime.joined),
      measured('handle others', labels.outcomesWorthHandleOthers, handleTime.others),
      row('refunds', labels.outcomesWorthRefunds),
      {
        key: 'calls',
        cells: {
          what: labels.outcomesWorthCallBacks,
          number:
            callBacks.status === 'compared'
              ? `${pointsText(callBacks.value)} (${pointsBetween(callBacks.interval)})`
              : labels.outcomesWorthNotMeasured,
        },
      },
      {
        key: 'share',
        cells: { what: labels.outcomesWorthTalkShare, number: labels.outcomesNeverTranscribed },
      },
    ];
  }
}

/** By which starts teams are compared, and which of them nobody stated. */
function startsOfTeams(
  reps: number,
  { started, earlier, byFirstUse, repsWithoutTeam, starts }: NonNullable<Worth['since']['teams']>,
): string {
  const texts = [
    fill(labels.outcomesSinceTeams, {
      teams: countText(started),
      reps: countText(reps),
      earlier: countText(earlier),
    }),
    ...(starts.length > 0 ? [statedText(starts)] : []),
    ...(byFirstUse > 0
      ? [fill(labels.outcomesSinceFirstUse, { teams: countText(byFirstUse) })]
      : []),
    ...(repsWithoutTeam > 0
      ? [fill(labels.outcomesSinceNoTeam, { reps: countText(repsWithoutTeam) })]
      : []),
  ];
  return texts.join(' ');
}

const statedText = (starts: NonNullable<Worth['since']['teams']>['starts']): string =>
  fill(labels.outcomesSinceStated, {
    starts: starts
      .map(({ name = '', startsOn }) =>
        fill(labels.outcomesSinceStart, { team: name, day: dateOfDayText(startsOn) }),
      )
      .join(', '),
  });
