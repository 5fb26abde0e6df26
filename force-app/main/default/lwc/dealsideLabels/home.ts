import finishedTitle from '@salesforce/label/c.Dealside_FinishedTitle';
import finishedLoading from '@salesforce/label/c.Dealside_FinishedLoading';
import finishedNoSample from '@salesforce/label/c.Dealside_FinishedNoSample';
import finishedSample from '@salesforce/label/c.Dealside_FinishedSample';
import finishedSampleHint from '@salesforce/label/c.Dealside_FinishedSampleHint';
import finishedNone from '@salesforce/label/c.Dealside_FinishedNone';
import finishedNoneText from '@salesforce/label/c.Dealside_FinishedNoneText';
import finishedNoneSoFar from '@salesforce/label/c.Dealside_FinishedNoneSoFar';
import finishedOlder from '@salesforce/label/c.Dealside_FinishedOlder';
import finishedWith from '@salesforce/label/c.Dealside_FinishedWith';
import finishedLasted from '@salesforce/label/c.Dealside_FinishedLasted';
import finishedUnanswered from '@salesforce/label/c.Dealside_FinishedUnanswered';
import finishedUnsupervised from '@salesforce/label/c.Dealside_FinishedUnsupervised';
import finishedCustomerHeard from '@salesforce/label/c.Dealside_FinishedCustomerHeard';
import finishedNoRecording from '@salesforce/label/c.Dealside_FinishedNoRecording';
import finishedLogged from '@salesforce/label/c.Dealside_FinishedLogged';
import finishedNoteAdd from '@salesforce/label/c.Dealside_FinishedNoteAdd';
import finishedNoteEdit from '@salesforce/label/c.Dealside_FinishedNoteEdit';
import finishedNote from '@salesforce/label/c.Dealside_FinishedNote';
import finishedNoteHint from '@salesforce/label/c.Dealside_FinishedNoteHint';
import finishedNoteSave from '@salesforce/label/c.Dealside_FinishedNoteSave';
import finishedNoteCancel from '@salesforce/label/c.Dealside_FinishedNoteCancel';
import homeReportsTitle from '@salesforce/label/c.Dealside_HomeReportsTitle';
import homeReportsLoading from '@salesforce/label/c.Dealside_HomeReportsLoading';
import homeReportsToday from '@salesforce/label/c.Dealside_HomeReportsToday';
import homeReportsAnswered from '@salesforce/label/c.Dealside_HomeReportsAnswered';
import homeReportsHelp from '@salesforce/label/c.Dealside_HomeReportsHelp';
import homeReportsOutcomes from '@salesforce/label/c.Dealside_HomeReportsOutcomes';
import homeReportsList from '@salesforce/label/c.Dealside_HomeReportsList';
import homeReportsDashboard from '@salesforce/label/c.Dealside_HomeReportsDashboard';
import homeReportsNone from '@salesforce/label/c.Dealside_HomeReportsNone';

/** What each person finds on Home. */
export const homeLabels = {
  finishedTitle,
  finishedLoading,
  finishedNoSample,
  finishedSample,
  finishedSampleHint,
  finishedNone,
  finishedNoneText,
  finishedNoneSoFar,
  finishedOlder,
  finishedWith,
  finishedLasted,
  finishedUnanswered,
  finishedUnsupervised,
  finishedCustomerHeard,
  finishedNoRecording,
  finishedLogged,
  finishedNoteAdd,
  finishedNoteEdit,
  finishedNote,
  finishedNoteHint,
  finishedNoteSave,
  finishedNoteCancel,
  homeReportsTitle,
  homeReportsLoading,
  homeReportsToday,
  homeReportsAnswered,
  homeReportsHelp,
  homeReportsOutcomes,
  homeReportsList,
  homeReportsDashboard,
  homeReportsNone,
};
