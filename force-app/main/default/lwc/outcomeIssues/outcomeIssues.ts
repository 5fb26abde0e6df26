import { countText, MODE_NAME } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import {
  betweenText,
  columnsOf,
  drillEvent,
  percentText,
  type Issue,
  type SavedByIssue,
} from 'c/outcomeApi';
import type { DrawnShare } from 'c/outcomeShares';
import type { CellOpened, TableRow } from 'c/uiDataTable';
import { LightningElement, api } from 'lwc';

const ISSUES: Record<Issue, string> = {
  retention: labels.outcomesIssueRetention,
  progress: labels.outcomesIssueProgress,
  follow_up: labels.outcomesIssueFollowUp,
  service: labels.outcomesIssueService,
  declined: labels.outcomesIssueDeclined,
  not_reached: labels.outcomesIssueNotReached,
  other: labels.outcomesIssueOther,
};

type Group = SavedByIssue['groups'][number] & Pick<SavedByIssue, 'issue'> & { key: string };

/**
 * How many customers were kept, by what the calls were about and who joined: a count with its
 * warning, because supervisors join calls that are different. Fires `drill`.
 */
export default class OutcomeIssues extends LightningElement {
  labels = labels;
  columns = columnsOf({
    issue: labels.outcomesIssue,
    calls: labels.outcomesTalkCalls,
    n: labels.outcomesTalkNumber,
    saved: labels.outcomesSaved,
    interval: labels.outcomesInterval,
  });

  /** A server of an earlier version does not say it. */
  @api savedByIssue?: readonly SavedByIssue[];

  get hasCalls(): boolean {
    return this.all.length > 0;
  }

  private get all(): Group[] {
    return (this.savedByIssue ?? []).flatMap(({ issue, groups }) =>
      groups.map((group) => ({
        ...group,
        ...(issue && { issue }),
        key: `${issue ?? 'not_said'} ${group.mode ?? 'nobody'}`,
      })),
    );
  }

  get shares(): DrawnShare[] {
    return this.all.flatMap(({ key, issue, mode, saved }) =>
      saved
        ? {
            key,
            label: nameOf(issue, mode),
            n: saved.n,
            value: saved.events / saved.n,
            interval: saved.interval,
          }
        : [],
    );
  }

  get rows(): TableRow[] {
    return this.all.map(({ key, issue, mode, calls, saved }) => ({
      key,
      cells: {
        issue: issueText(issue),
        calls: mode ? { mode } : joinedText(mode),
        n: { text: countText(calls), opens: true },
        saved: saved
          ? {
              text: fill(labels.outcomesSavedShare, {
                saved: countText(saved.events),
                share: percentText(saved.events / saved.n),
              }),
              opens: saved.events > 0,
            }
          : labels.outcomesIssueNone,
        interval: saved ? betweenText(saved.interval) : '',
      },
    }));
  }

  handleOpen(event: CustomEvent<CellOpened>): void {
    const { row, column } = event.detail;
    const { issue, mode } = this.all.find(({ key }) => key === row)!;
    const isSaved = column === 'saved';
    const name = nameOf(issue, mode);
    this.dispatchEvent(
      drillEvent({
        what: isSaved ? `${name}, ${labels.outcomesSaved}` : name,
        behind: {
          issue: issue ?? 'not_said',
          mode: mode ?? 'nobody',
          ...(isSaved && { isSaved: 'true' as const }),
        },
        ofAllReasons: true,
      }),
    );
  }
}

const issueText = (issue: Issue | undefined): string =>
  issue ? ISSUES[issue] : labels.outcomesIssueNotSaid;
const joinedText = (mode: Group['mode']): string =>
  mode ? MODE_NAME[mode] : labels.outcomesCallsNobody;
const nameOf = (issue: Issue | undefined, mode: Group['mode']): string =>
  `${issueText(issue)}, ${joinedText(mode)}`;
