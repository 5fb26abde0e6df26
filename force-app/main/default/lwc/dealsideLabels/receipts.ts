import outcomesReceipts from '@salesforce/label/c.Dealside_OutcomesReceipts';
import outcomesReceiptsAnswered from '@salesforce/label/c.Dealside_OutcomesReceiptsAnswered';
import outcomesReceiptsLoading from '@salesforce/label/c.Dealside_OutcomesReceiptsLoading';
import outcomesReceiptsSaid from '@salesforce/label/c.Dealside_OutcomesReceiptsSaid';
import outcomesReceiptsText from '@salesforce/label/c.Dealside_OutcomesReceiptsText';
import outcomesWorthCoverage from '@salesforce/label/c.Dealside_OutcomesWorthCoverage';
import outcomesWorthDepth from '@salesforce/label/c.Dealside_OutcomesWorthDepth';
import outcomesWorthNoticesNotGiven from '@salesforce/label/c.Dealside_OutcomesWorthNoticesNotGiven';

/** What reps said of interventions, and notices that are missing. */
export const outcomeReceiptLabels = {
  outcomesReceipts,
  outcomesReceiptsText,
  outcomesReceiptsAnswered,
  outcomesReceiptsSaid,
  outcomesReceiptsLoading,
  outcomesWorthNoticesNotGiven,
  outcomesWorthCoverage,
  outcomesWorthDepth,
};
