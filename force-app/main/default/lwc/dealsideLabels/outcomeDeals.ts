import outcomesDeals from '@salesforce/label/c.Dealside_OutcomesDeals';
import outcomesDealsAfter from '@salesforce/label/c.Dealside_OutcomesDealsAfter';
import outcomesDealsAlike from '@salesforce/label/c.Dealside_OutcomesDealsAlike';
import outcomesDealsClosed from '@salesforce/label/c.Dealside_OutcomesDealsClosed';
import outcomesDealsCurrencies from '@salesforce/label/c.Dealside_OutcomesDealsCurrencies';
import outcomesDealsCycle from '@salesforce/label/c.Dealside_OutcomesDealsCycle';
import outcomesDealsDays from '@salesforce/label/c.Dealside_OutcomesDealsDays';
import outcomesDealsDifference from '@salesforce/label/c.Dealside_OutcomesDealsDifference';
import outcomesDealsDifferenceText from '@salesforce/label/c.Dealside_OutcomesDealsDifferenceText';
import outcomesDealsFew from '@salesforce/label/c.Dealside_OutcomesDealsFew';
import outcomesDealsFootnote from '@salesforce/label/c.Dealside_OutcomesDealsFootnote';
import outcomesDealsGone from '@salesforce/label/c.Dealside_OutcomesDealsGone';
import outcomesDealsGroup from '@salesforce/label/c.Dealside_OutcomesDealsGroup';
import outcomesDealsKnown from '@salesforce/label/c.Dealside_OutcomesDealsKnown';
import outcomesDealsLoading from '@salesforce/label/c.Dealside_OutcomesDealsLoading';
import outcomesDealsLost from '@salesforce/label/c.Dealside_OutcomesDealsLost';
import outcomesDealsMedian from '@salesforce/label/c.Dealside_OutcomesDealsMedian';
import outcomesDealsMedianBetween from '@salesforce/label/c.Dealside_OutcomesDealsMedianBetween';
import outcomesDealsMovedBack from '@salesforce/label/c.Dealside_OutcomesDealsMovedBack';
import outcomesDealsMovedOn from '@salesforce/label/c.Dealside_OutcomesDealsMovedOn';
import outcomesDealsNewOwner from '@salesforce/label/c.Dealside_OutcomesDealsNewOwner';
import outcomesDealsNobody from '@salesforce/label/c.Dealside_OutcomesDealsNobody';
import outcomesDealsNone from '@salesforce/label/c.Dealside_OutcomesDealsNone';
import outcomesDealsOfCurrency from '@salesforce/label/c.Dealside_OutcomesDealsOfCurrency';
import outcomesDealsRevenue from '@salesforce/label/c.Dealside_OutcomesDealsRevenue';
import outcomesDealsRevenueEach from '@salesforce/label/c.Dealside_OutcomesDealsRevenueEach';
import outcomesDealsText from '@salesforce/label/c.Dealside_OutcomesDealsText';
import outcomesDealsToClose from '@salesforce/label/c.Dealside_OutcomesDealsToClose';
import outcomesDealsUnbalanced from '@salesforce/label/c.Dealside_OutcomesDealsUnbalanced';
import outcomesDealsWinRate from '@salesforce/label/c.Dealside_OutcomesDealsWinRate';
import outcomesDealsWon from '@salesforce/label/c.Dealside_OutcomesDealsWon';

/** The results of deals after calls. */
export const outcomeDealsLabels = {
  outcomesDeals,
  outcomesDealsText,
  outcomesDealsNone,
  outcomesDealsLoading,
  outcomesDealsAfter,
  outcomesDealsDays,
  outcomesDealsGroup,
  outcomesDealsNobody,
  outcomesDealsKnown,
  outcomesDealsMovedOn,
  outcomesDealsMovedBack,
  outcomesDealsWon,
  outcomesDealsLost,
  outcomesDealsGone,
  outcomesDealsNewOwner,
  outcomesDealsDifference,
  outcomesDealsDifferenceText,
  outcomesDealsAlike,
  outcomesDealsUnbalanced,
  outcomesDealsFew,
  outcomesDealsRevenueEach,
  outcomesDealsClosed,
  outcomesDealsWinRate,
  outcomesDealsToClose,
  outcomesDealsCycle,
  outcomesDealsRevenue,
  outcomesDealsCurrencies,
  outcomesDealsMedian,
  outcomesDealsMedianBetween,
  outcomesDealsOfCurrency,
  outcomesDealsFootnote,
};
