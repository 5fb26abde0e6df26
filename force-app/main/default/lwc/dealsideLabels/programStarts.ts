import outcomesSinceColumn from '@salesforce/label/c.Dealside_OutcomesSinceColumn';
import outcomesSinceFirstUse from '@salesforce/label/c.Dealside_OutcomesSinceFirstUse';
import outcomesSinceMarkFirst from '@salesforce/label/c.Dealside_OutcomesSinceMarkFirst';
import outcomesSinceMarkStated from '@salesforce/label/c.Dealside_OutcomesSinceMarkStated';
import outcomesSinceNoTeam from '@salesforce/label/c.Dealside_OutcomesSinceNoTeam';
import outcomesSinceStart from '@salesforce/label/c.Dealside_OutcomesSinceStart';
import outcomesSinceStated from '@salesforce/label/c.Dealside_OutcomesSinceStated';
import outcomesSinceTeams from '@salesforce/label/c.Dealside_OutcomesSinceTeams';
import outcomesSinceTeamsNone from '@salesforce/label/c.Dealside_OutcomesSinceTeamsNone';
import outcomesSinceTeamsText from '@salesforce/label/c.Dealside_OutcomesSinceTeamsText';
import outcomesSinceTeamsUnknown from '@salesforce/label/c.Dealside_OutcomesSinceTeamsUnknown';
import outcomesStarts from '@salesforce/label/c.Dealside_OutcomesStarts';
import outcomesStartsLoading from '@salesforce/label/c.Dealside_OutcomesStartsLoading';
import outcomesStartsNone from '@salesforce/label/c.Dealside_OutcomesStartsNone';
import outcomesStartsSaved from '@salesforce/label/c.Dealside_OutcomesStartsSaved';
import outcomesStartsTeam from '@salesforce/label/c.Dealside_OutcomesStartsTeam';
import outcomesStartsText from '@salesforce/label/c.Dealside_OutcomesStartsText';

/** When the program of each team began, and comparisons by it. */
export const programStartLabels = {
  outcomesSinceTeamsText,
  outcomesSinceTeams,
  outcomesSinceStated,
  outcomesSinceStart,
  outcomesSinceFirstUse,
  outcomesSinceNoTeam,
  outcomesSinceTeamsNone,
  outcomesSinceTeamsUnknown,
  outcomesSinceColumn,
  outcomesSinceMarkStated,
  outcomesSinceMarkFirst,
  outcomesStarts,
  outcomesStartsText,
  outcomesStartsTeam,
  outcomesStartsNone,
  outcomesStartsLoading,
  outcomesStartsSaved,
};
