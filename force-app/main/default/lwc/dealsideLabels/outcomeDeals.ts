import outcomesDeals from '@salesforce/label/c.Dealside_OutcomesDeals';
import outcomesDealsText from '@salesforce/label/c.Dealside_OutcomesDealsText';
import outcomesDealsNone from '@salesforce/label/c.Dealside_OutcomesDealsNone';
import outcomesDealsLoading from '@salesforce/label/c.Dealside_OutcomesDealsLoading';
import outcomesDealsAfter from '@salesforce/label/c.Dealside_OutcomesDealsAfter';
import outcomesDealsDays from '@salesforce/label/c.Dealside_OutcomesDealsDays';
import outcomesDealsGroup from '@salesforce/label/c.Dealside_OutcomesDealsGroup';
import outcomesDealsNobody from '@salesforce/label/c.Dealside_OutcomesDealsNobody';
import outcomesDealsKnown from '@salesforce/label/c.Dealside_OutcomesDealsKnown';
import outcomesDealsMovedOn from '@salesforce/label/c.Dealside_OutcomesDealsMovedOn';
import outcomesDealsMovedBack from '@salesforce/label/c.Dealside_OutcomesDealsMovedBack';
import outcomesDealsWon from '@salesforce/label/c.Dealside_OutcomesDealsWon';
import outcomesDealsLost from '@salesforce/label/c.Dealside_OutcomesDealsLost';
import outcomesDealsGone from '@salesforce/label/c.Dealside_OutcomesDealsGone';
import outcomesDealsNewOwner from '@salesforce/label/c.Dealside_OutcomesDealsNewOwner';
import outcomesDealsDifference from '@salesforce/label/c.Dealside_OutcomesDealsDifference';
import outcomesDealsDifferenceText from '@salesforce/label/c.Dealside_OutcomesDealsDifferenceText';
import outcomesDealsAlike from '@salesforce/label/c.Dealside_OutcomesDealsAlike';
import outcomesDealsUnbalanced from '@salesforce/label/c.Dealside_OutcomesDealsUnbalanced';
import outcomesDealsFew from '@salesforce/label/c.Dealside_OutcomesDealsFew';
import outcomesDealsRevenueEach from '@salesforce/label/c.Dealside_OutcomesDealsRevenueEach';
import outcomesDealsClosed from '@salesforce/label/c.Dealside_OutcomesDealsClosed';
import outcomesDealsWinRate from '@salesforce/label/c.Dealside_OutcomesDealsWinRate';
import outcomesDealsToClose from '@salesforce/label/c.Dealside_OutcomesDealsToClose';
import outcomesDealsCycle from '@salesforce/label/c.Dealside_OutcomesDealsCycle';
import outcomesDealsRevenue from '@salesforce/label/c.Dealside_OutcomesDealsRevenue';
import outcomesDealsCurrencies from '@salesforce/label/c.Dealside_OutcomesDealsCurrencies';
import outcomesDealsMedian from '@salesforce/label/c.Dealside_OutcomesDealsMedian';
import outcomesDealsMedianBetween from '@salesforce/label/c.Dealside_OutcomesDealsMedianBetween';
import outcomesDealsOfCurrency from '@salesforce/label/c.Dealside_OutcomesDealsOfCurrency';
import outcomesDealsFootnote from '@salesforce/label/c.Dealside_OutcomesDealsFootnote';

/** What became of the deals of calls. */
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
