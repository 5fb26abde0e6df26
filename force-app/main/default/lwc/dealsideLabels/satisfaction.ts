import outcomesSatisfaction from '@salesforce/label/c.Dealside_OutcomesSatisfaction';
import outcomesSatisfactionText from '@salesforce/label/c.Dealside_OutcomesSatisfactionText';
import outcomesSatisfactionNone from '@salesforce/label/c.Dealside_OutcomesSatisfactionNone';
import outcomesSatisfactionAnswered from '@salesforce/label/c.Dealside_OutcomesSatisfactionAnswered';
import outcomesSatisfactionSatisfied from '@salesforce/label/c.Dealside_OutcomesSatisfactionSatisfied';
import outcomesSatisfactionWell from '@salesforce/label/c.Dealside_OutcomesSatisfactionWell';
import outcomesSatisfactionMismatch from '@salesforce/label/c.Dealside_OutcomesSatisfactionMismatch';
import outcomesSatisfactionCompared from '@salesforce/label/c.Dealside_OutcomesSatisfactionCompared';
import outcomesSatisfactionJoined from '@salesforce/label/c.Dealside_OutcomesSatisfactionJoined';
import outcomesSatisfactionOthers from '@salesforce/label/c.Dealside_OutcomesSatisfactionOthers';
import outcomesSatisfactionDifference from '@salesforce/label/c.Dealside_OutcomesSatisfactionDifference';
import outcomesSatisfactionFew from '@salesforce/label/c.Dealside_OutcomesSatisfactionFew';
import outcomesSatisfactionHelped from '@salesforce/label/c.Dealside_OutcomesSatisfactionHelped';
import outcomesSatisfactionSince from '@salesforce/label/c.Dealside_OutcomesSatisfactionSince';

/** Labels of what customers said. */
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
};
