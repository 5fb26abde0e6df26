import coachAll from '@salesforce/label/c.Dealside_CoachAll';
import coachLimited from '@salesforce/label/c.Dealside_CoachLimited';
import daysAlerts from '@salesforce/label/c.Dealside_DaysAlerts';
import daysBarges from '@salesforce/label/c.Dealside_DaysBarges';
import daysChanged from '@salesforce/label/c.Dealside_DaysChanged';
import daysEmpty from '@salesforce/label/c.Dealside_DaysEmpty';
import daysFirst from '@salesforce/label/c.Dealside_DaysFirst';
import daysLater from '@salesforce/label/c.Dealside_DaysLater';
import daysLess from '@salesforce/label/c.Dealside_DaysLess';
import daysMeasured from '@salesforce/label/c.Dealside_DaysMeasured';
import daysMeasuredAlone from '@salesforce/label/c.Dealside_DaysMeasuredAlone';
import daysMore from '@salesforce/label/c.Dealside_DaysMore';
import daysNoChange from '@salesforce/label/c.Dealside_DaysNoChange';
import daysNone from '@salesforce/label/c.Dealside_DaysNone';
import daysNote from '@salesforce/label/c.Dealside_DaysNote';
import daysNotKept from '@salesforce/label/c.Dealside_DaysNotKept';
import daysRep from '@salesforce/label/c.Dealside_DaysRep';
import daysRepSince from '@salesforce/label/c.Dealside_DaysRepSince';
import daysScores from '@salesforce/label/c.Dealside_DaysScores';
import daysShown from '@salesforce/label/c.Dealside_DaysShown';
import daysText from '@salesforce/label/c.Dealside_DaysText';
import daysWaiting from '@salesforce/label/c.Dealside_DaysWaiting';
import daysWhat from '@salesforce/label/c.Dealside_DaysWhat';
import ratedBy from '@salesforce/label/c.Dealside_RatedBy';
import ratedHeld from '@salesforce/label/c.Dealside_RatedHeld';
import ratedLoading from '@salesforce/label/c.Dealside_RatedLoading';
import ratedMean from '@salesforce/label/c.Dealside_RatedMean';
import ratedNone from '@salesforce/label/c.Dealside_RatedNone';
import ratedNumber from '@salesforce/label/c.Dealside_RatedNumber';
import ratedOnTime from '@salesforce/label/c.Dealside_RatedOnTime';
import ratedOnTimeNone from '@salesforce/label/c.Dealside_RatedOnTimeNone';
import ratedRep from '@salesforce/label/c.Dealside_RatedRep';
import ratedSupervisor from '@salesforce/label/c.Dealside_RatedSupervisor';
import ratedText from '@salesforce/label/c.Dealside_RatedText';
import ratedTitle from '@salesforce/label/c.Dealside_RatedTitle';
import ratingAll from '@salesforce/label/c.Dealside_RatingAll';
import ratingBy from '@salesforce/label/c.Dealside_RatingBy';
import ratingFewer from '@salesforce/label/c.Dealside_RatingFewer';
import ratingHeading from '@salesforce/label/c.Dealside_RatingHeading';
import ratingHighest from '@salesforce/label/c.Dealside_RatingHighest';
import ratingHint from '@salesforce/label/c.Dealside_RatingHint';
import ratingLowest from '@salesforce/label/c.Dealside_RatingLowest';
import ratingRequired from '@salesforce/label/c.Dealside_RatingRequired';
import ratingSave from '@salesforce/label/c.Dealside_RatingSave';
import ratingSection from '@salesforce/label/c.Dealside_RatingSection';
import ratingTitle from '@salesforce/label/c.Dealside_RatingTitle';
import ratingWaits from '@salesforce/label/c.Dealside_RatingWaits';
import ratingWord from '@salesforce/label/c.Dealside_RatingWord';
import ratingYou from '@salesforce/label/c.Dealside_RatingYou';
import signalCall from '@salesforce/label/c.Dealside_SignalCall';
import signalCalls from '@salesforce/label/c.Dealside_SignalCalls';
import signalCallsLatest from '@salesforce/label/c.Dealside_SignalCallsLatest';
import signalDecide from '@salesforce/label/c.Dealside_SignalDecide';
import signalDecision from '@salesforce/label/c.Dealside_SignalDecision';
import signalDismiss from '@salesforce/label/c.Dealside_SignalDismiss';
import signalDismissed from '@salesforce/label/c.Dealside_SignalDismissed';
import signalFacts from '@salesforce/label/c.Dealside_SignalFacts';
import signalFactsOf from '@salesforce/label/c.Dealside_SignalFactsOf';
import signalNote from '@salesforce/label/c.Dealside_SignalNote';
import signalNoteRequired from '@salesforce/label/c.Dealside_SignalNoteRequired';
import signalPlan from '@salesforce/label/c.Dealside_SignalPlan';
import signalPlanned from '@salesforce/label/c.Dealside_SignalPlanned';
import signalSave from '@salesforce/label/c.Dealside_SignalSave';
import teamDays from '@salesforce/label/c.Dealside_TeamDays';
import teamLoading from '@salesforce/label/c.Dealside_TeamLoading';
import teamSignals from '@salesforce/label/c.Dealside_TeamSignals';
import teamSignalsNone from '@salesforce/label/c.Dealside_TeamSignalsNone';
import teamSignalsNoneText from '@salesforce/label/c.Dealside_TeamSignalsNoneText';
import teamSignalsText from '@salesforce/label/c.Dealside_TeamSignalsText';
import teamTitle from '@salesforce/label/c.Dealside_TeamTitle';

/** What follows debriefs: ratings, training signals, and how new reps progress. */
export const teamCoachingLabels = {
  daysAlerts,
  daysBarges,
  daysChanged,
  daysEmpty,
  daysFirst,
  daysLater,
  daysLess,
  daysMeasured,
  daysMeasuredAlone,
  daysMore,
  daysNoChange,
  daysNone,
  daysNotKept,
  daysNote,
  daysRep,
  daysRepSince,
  daysScores,
  daysShown,
  daysText,
  daysWaiting,
  daysWhat,
  ratedBy,
  ratedHeld,
  ratedLoading,
  ratedMean,
  ratedNone,
  ratedNumber,
  ratedRep,
  ratedSupervisor,
  ratedOnTime,
  ratedOnTimeNone,
  ratedText,
  ratedTitle,
  ratingBy,
  coachAll,
  coachLimited,
  ratingAll,
  ratingFewer,
  ratingHeading,
  ratingHighest,
  ratingHint,
  ratingLowest,
  ratingRequired,
  ratingSave,
  ratingSection,
  ratingTitle,
  ratingWaits,
  ratingWord,
  ratingYou,
  signalCall,
  signalCalls,
  signalCallsLatest,
  signalDecide,
  signalDecision,
  signalDismiss,
  signalDismissed,
  signalFacts,
  signalFactsOf,
  signalNote,
  signalNoteRequired,
  signalPlan,
  signalPlanned,
  signalSave,
  teamDays,
  teamLoading,
  teamSignals,
  teamSignalsNone,
  teamSignalsNoneText,
  teamSignalsText,
  teamTitle,
};
