import type { Mode } from '../call/modes.ts';
import { holdOutReport, type HoldOutReport, type RepArms } from '../holdout/didItHelp.ts';
import { comparison, type Comparison } from './comparison.ts';
import type { TeamsOfReps } from './programStart.ts';
import type { OutcomesReport } from './report.ts';
import { satisfactionReport, type SatisfactionReport } from './satisfaction.ts';
import { savedByIssue, type IssueGroup } from './savedByIssue.ts';
import { shareOf, type Share } from './share.ts';
import { sinceTheStart, type SinceTheStart } from './sinceTheStart.ts';
import { talkShareOf, type TalkShare } from './talkShare.ts';
import type { IssueTotals, PeriodResults, ResultTotals, SupervisionTotals } from './totals.ts';

export interface WorthReport {
  readonly mode: Mode;
  /** How many customers were kept, by what the call was about and who joined. No effect of it. */
  readonly savedByIssue: readonly IssueGroup[];
  readonly holdOut: HoldOutReport;
  readonly comparison: Comparison;
  /** Since supervisors began to use the mode with a rep, in periods of four weeks. */
  readonly since: SinceTheStart;
  /** Of the reps with calls, those of whom a supervisor joined at least one. */
  readonly coverage: Share;
  /** Of interventions that the customer heard. */
  readonly ladder: {
    /** Of all interventions. */
    readonly customerHeard: Share;
    readonly whisperFirst: Share;
    readonly whisperSkipped: Share;
    readonly handedBack: Share;
  };
  /** Customers' ratings of the calls in the org's survey. */
  readonly satisfaction: SatisfactionReport;
  /** How much of the talk was the rep's, by the highest mode of the calls that have words. */
  readonly talkShare: readonly TalkShare[];
  readonly trust: { readonly noticesGiven: Share; readonly acknowledged: Share };
  readonly help: {
    readonly answered: Share;
    readonly medianSeconds?: number;
    readonly nineOfTenSeconds?: number;
  };
  readonly cost: {
    readonly interventions: number;
    readonly supervisorMinutes: number;
    readonly saved: number;
    /** Not measured without a saved call. */
    readonly minutesPerSaved?: number;
    /** Customers who called again within seven days, against calls that nobody joined. */
    readonly callBacks: Comparison;
    /** Of a call with the mode, and of one that nobody joined. */
    readonly talk: SecondsOfCalls;
    /** Within the talk. */
    readonly hold: SecondsOfCalls;
    /** Until the rep said how it went, of calls where that was soon. */
    readonly afterCall: SecondsOfCalls;
    readonly handleTime: SecondsOfCalls;
  };
}

export interface CountedWorth {
  readonly holdOut?: {
    readonly percent: number;
    readonly since: string;
    readonly leftOut: number;
    readonly reps: readonly RepArms[];
    readonly ratings: readonly RepArms[];
  };
  readonly issues: readonly IssueTotals[];
  readonly results: readonly ResultTotals[];
  /** Of the mode that is asked about. */
  readonly periods: readonly PeriodResults[];
  /** Where the start of a team's program is stated. */
  readonly teams?: TeamsOfReps;
  readonly supervision: SupervisionTotals;
  readonly byMode: OutcomesReport['byMode'];
}

/** What a mode was worth and what it cost, from the totals. */
export function worthReport(counted: CountedWorth, mode: Mode): WorthReport {
  const { holdOut, issues, results, periods, teams, supervision, byMode } = counted;
  const saved = byMode.reduce((sum, share) => sum + share.saved, 0);
  const supervisorMinutes = supervision.seconds / 60;
  return {
    mode,
    savedByIssue: savedByIssue(issues),
    holdOut: holdOutReport(holdOut, holdOut?.reps ?? []),
    comparison: comparison(results, mode),
    since: sinceTheStart(periods, teams),
    satisfaction: satisfactionReport({
      results,
      periods,
      ...(teams && { teams }),
      ...(holdOut && { holdOut }),
    }),
    coverage: coverageOf(results),
    ladder: {
      customerHeard: shareOf(supervision.barged, supervision.interventions),
      whisperFirst: shareOf(supervision.whisperFirst, supervision.barged),
      whisperSkipped: shareOf(supervision.whisperSkipped, supervision.barged),
      handedBack: shareOf(supervision.handedBack, supervision.barged),
    },
    talkShare: talkShareOf(results),
    trust: {
      noticesGiven: shareOf(supervision.noticesGiven, supervision.noticesDue),
      acknowledged: shareOf(supervision.acknowledged, supervision.noticesGiven),
    },
    help: {
      answered: shareOf(supervision.helpAnswered, supervision.helpAsked),
      ...(supervision.helpMedianSeconds !== undefined && {
        medianSeconds: supervision.helpMedianSeconds,
      }),
      ...(supervision.helpNineOfTenSeconds !== undefined && {
        nineOfTenSeconds: supervision.helpNineOfTenSeconds,
      }),
    },
    cost: {
      interventions: supervision.interventions,
      supervisorMinutes,
      saved,
      ...(saved > 0 && { minutesPerSaved: supervisorMinutes / saved }),
      callBacks: comparison(
        results.some(({ calledBack }) => calledBack > 0) ? results.map(asCallBacks) : [],
        mode,
      ),
      talk: meanOf(results, mode, talkOf),
      hold: meanOf(results, mode, holdOf),
      afterCall: meanOf(results, mode, afterCallOf),
      handleTime: meanOf(results, mode, handleTimeOf),
    },
  };
}

function coverageOf(results: readonly ResultTotals[]): Share {
  const repsOf = (those: readonly ResultTotals[]): number =>
    new Set(those.map(({ repUserId }) => repUserId)).size;
  return shareOf(repsOf(results.filter(({ mode }) => mode !== undefined)), repsOf(results));
}

/** Of each call it is known whether its customer called again, where any is seen to. */
const asCallBacks = (one: ResultTotals): ResultTotals => ({
  ...one,
  known: one.calls,
  wentWell: one.calledBack,
});

/** Seconds of a call, with the mode and without anybody. */
interface SecondsOfCalls {
  readonly joined?: number;
  readonly others?: number;
}

/** The mean of calls with the mode, and of those that nobody joined, where there are any. */
function meanOf(
  results: readonly ResultTotals[],
  mode: Mode,
  of: (those: readonly ResultTotals[]) => number | undefined,
): SecondsOfCalls {
  const joined = of(results.filter((one) => one.mode === mode));
  const others = of(results.filter((one) => one.mode === undefined));
  return { ...(joined !== undefined && { joined }), ...(others !== undefined && { others }) };
}

const ratio = (
  those: readonly ResultTotals[],
  sum: (one: ResultTotals) => number,
  among: (one: ResultTotals) => number,
): number | undefined => {
  const n = those.reduce((all, one) => all + among(one), 0);
  return n > 0 ? those.reduce((all, one) => all + sum(one), 0) / n : undefined;
};

const talkOf = (those: readonly ResultTotals[]) =>
  ratio(
    those,
    ({ talkSeconds }) => talkSeconds,
    ({ calls }) => calls,
  );
const holdOf = (those: readonly ResultTotals[]) =>
  ratio(
    those,
    ({ holdSeconds }) => holdSeconds,
    ({ calls }) => calls,
  );
const afterCallOf = (those: readonly ResultTotals[]) =>
  ratio(
    those,
    ({ afterCallSeconds }) => afterCallSeconds,
    ({ afterCalls }) => afterCalls,
  );

/** Talk with hold, and after-call work: not known where no rep said soon how calls went. */
function handleTimeOf(those: readonly ResultTotals[]): number | undefined {
  const [talk, afterCall] = [talkOf(those), afterCallOf(those)];
  return talk === undefined || afterCall === undefined ? undefined : talk + afterCall;
}
