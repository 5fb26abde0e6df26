import outcomesIssue from '@salesforce/label/c.Dealside_OutcomesIssue';
import outcomesIssueDeclined from '@salesforce/label/c.Dealside_OutcomesIssueDeclined';
import outcomesIssueFollowUp from '@salesforce/label/c.Dealside_OutcomesIssueFollowUp';
import outcomesIssueNone from '@salesforce/label/c.Dealside_OutcomesIssueNone';
import outcomesIssueNotReached from '@salesforce/label/c.Dealside_OutcomesIssueNotReached';
import outcomesIssueNotSaid from '@salesforce/label/c.Dealside_OutcomesIssueNotSaid';
import outcomesIssueOther from '@salesforce/label/c.Dealside_OutcomesIssueOther';
import outcomesIssueProgress from '@salesforce/label/c.Dealside_OutcomesIssueProgress';
import outcomesIssueRetention from '@salesforce/label/c.Dealside_OutcomesIssueRetention';
import outcomesIssues from '@salesforce/label/c.Dealside_OutcomesIssues';
import outcomesIssueService from '@salesforce/label/c.Dealside_OutcomesIssueService';
import outcomesIssuesText from '@salesforce/label/c.Dealside_OutcomesIssuesText';
import outcomesIssuesWarning from '@salesforce/label/c.Dealside_OutcomesIssuesWarning';

/** What calls were about and how many customers were kept. */
export const outcomeIssuesLabels = {
  outcomesIssue,
  outcomesIssueDeclined,
  outcomesIssueFollowUp,
  outcomesIssueNone,
  outcomesIssueNotReached,
  outcomesIssueNotSaid,
  outcomesIssueOther,
  outcomesIssueProgress,
  outcomesIssueRetention,
  outcomesIssueService,
  outcomesIssues,
  outcomesIssuesText,
  outcomesIssuesWarning,
};
