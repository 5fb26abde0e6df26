import outcomesProficiency from '@salesforce/label/c.Dealside_OutcomesProficiency';
import outcomesProficiencyBefore from '@salesforce/label/c.Dealside_OutcomesProficiencyBefore';
import outcomesProficiencyExperienced from '@salesforce/label/c.Dealside_OutcomesProficiencyExperienced';
import outcomesProficiencyFew from '@salesforce/label/c.Dealside_OutcomesProficiencyFew';
import outcomesProficiencyGroup from '@salesforce/label/c.Dealside_OutcomesProficiencyGroup';
import outcomesProficiencyReached from '@salesforce/label/c.Dealside_OutcomesProficiencyReached';
import outcomesProficiencyReps from '@salesforce/label/c.Dealside_OutcomesProficiencyReps';
import outcomesProficiencySince from '@salesforce/label/c.Dealside_OutcomesProficiencySince';
import outcomesProficiencyText from '@salesforce/label/c.Dealside_OutcomesProficiencyText';
import outcomesProficiencyWarning from '@salesforce/label/c.Dealside_OutcomesProficiencyWarning';
import outcomesProficiencyWeeks from '@salesforce/label/c.Dealside_OutcomesProficiencyWeeks';

/** The time to proficiency of new reps. */
export const proficiencyLabels = {
  outcomesProficiency,
  outcomesProficiencyText,
  outcomesProficiencyFew,
  outcomesProficiencyExperienced,
  outcomesProficiencyWarning,
  outcomesProficiencyGroup,
  outcomesProficiencyBefore,
  outcomesProficiencySince,
  outcomesProficiencyReps,
  outcomesProficiencyReached,
  outcomesProficiencyWeeks,
};
