import outcomesSatisfaction from '@salesforce/label/c.Dealside_OutcomesSatisfaction';
import outcomesSatisfactionAnswered from '@salesforce/label/c.Dealside_OutcomesSatisfactionAnswered';
import outcomesSatisfactionCompared from '@salesforce/label/c.Dealside_OutcomesSatisfactionCompared';
import outcomesSatisfactionDifference from '@salesforce/label/c.Dealside_OutcomesSatisfactionDifference';
import outcomesSatisfactionFew from '@salesforce/label/c.Dealside_OutcomesSatisfactionFew';
import outcomesSatisfactionHelped from '@salesforce/label/c.Dealside_OutcomesSatisfactionHelped';
import outcomesSatisfactionJoined from '@salesforce/label/c.Dealside_OutcomesSatisfactionJoined';
import outcomesSatisfactionMismatch from '@salesforce/label/c.Dealside_OutcomesSatisfactionMismatch';
import outcomesSatisfactionNone from '@salesforce/label/c.Dealside_OutcomesSatisfactionNone';
import outcomesSatisfactionOthers from '@salesforce/label/c.Dealside_OutcomesSatisfactionOthers';
import outcomesSatisfactionSatisfied from '@salesforce/label/c.Dealside_OutcomesSatisfactionSatisfied';
import outcomesSatisfactionSince from '@salesforce/label/c.Dealside_OutcomesSatisfactionSince';
import outcomesSatisfactionSources from '@salesforce/label/c.Dealside_OutcomesSatisfactionSources';
import outcomesSatisfactionText from '@salesforce/label/c.Dealside_OutcomesSatisfactionText';
import outcomesSatisfactionWell from '@salesforce/label/c.Dealside_OutcomesSatisfactionWell';

/** Customers' ratings. */
export const satisfactionLabels = {
  outcomesSatisfaction,
  outcomesSatisfactionText,
  outcomesSatisfactionNone,
  outcomesSatisfactionAnswered,
  outcomesSatisfactionSatisfied,
  outcomesSatisfactionWell,
  outcomesSatisfactionMismatch,
  outcomesSatisfactionCompared,
  outcomesSatisfactionJoined,
  outcomesSatisfactionOthers,
  outcomesSatisfactionDifference,
  outcomesSatisfactionFew,
  outcomesSatisfactionHelped,
  outcomesSatisfactionSince,
  outcomesSatisfactionSources,
};
