import debriefEscalated from '@salesforce/label/c.Dealside_DebriefEscalated';
import debriefEscalatedHint from '@salesforce/label/c.Dealside_DebriefEscalatedHint';
import debriefEscalatedOn from '@salesforce/label/c.Dealside_DebriefEscalatedOn';
import debriefEscalatedTitle from '@salesforce/label/c.Dealside_DebriefEscalatedTitle';
import debriefHoldToday from '@salesforce/label/c.Dealside_DebriefHoldToday';
import debriefOverdue from '@salesforce/label/c.Dealside_DebriefOverdue';
import timesAnother from '@salesforce/label/c.Dealside_TimesAnother';
import timesBooked from '@salesforce/label/c.Dealside_TimesBooked';
import timesBookedBy from '@salesforce/label/c.Dealside_TimesBookedBy';
import timesClose from '@salesforce/label/c.Dealside_TimesClose';
import timesLate from '@salesforce/label/c.Dealside_TimesLate';
import timesLoading from '@salesforce/label/c.Dealside_TimesLoading';
import timesMore from '@salesforce/label/c.Dealside_TimesMore';
import timesNone from '@salesforce/label/c.Dealside_TimesNone';
import timesNotAllowed from '@salesforce/label/c.Dealside_TimesNotAllowed';
import timesOther from '@salesforce/label/c.Dealside_TimesOther';
import timesOutside from '@salesforce/label/c.Dealside_TimesOutside';
import timesPick from '@salesforce/label/c.Dealside_TimesPick';
import timesRetry from '@salesforce/label/c.Dealside_TimesRetry';
import timesTitle from '@salesforce/label/c.Dealside_TimesTitle';
import timesUnreachable from '@salesforce/label/c.Dealside_TimesUnreachable';

/** The time of a debrief, and why there may be none. */
export const debriefTimesLabels = {
  debriefEscalated,
  debriefEscalatedHint,
  debriefEscalatedOn,
  debriefEscalatedTitle,
  debriefHoldToday,
  debriefOverdue,
  timesAnother,
  timesBooked,
  timesBookedBy,
  timesClose,
  timesLate,
  timesLoading,
  timesMore,
  timesNone,
  timesNotAllowed,
  timesOther,
  timesOutside,
  timesPick,
  timesRetry,
  timesTitle,
  timesUnreachable,
};
