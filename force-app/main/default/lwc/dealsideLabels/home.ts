import finishedCustomerHeard from '@salesforce/label/c.Dealside_FinishedCustomerHeard';
import finishedCustomerHeardOften from '@salesforce/label/c.Dealside_FinishedCustomerHeardOften';
import finishedLasted from '@salesforce/label/c.Dealside_FinishedLasted';
import finishedLoading from '@salesforce/label/c.Dealside_FinishedLoading';
import finishedLogged from '@salesforce/label/c.Dealside_FinishedLogged';
import finishedNone from '@salesforce/label/c.Dealside_FinishedNone';
import finishedNoneSoFar from '@salesforce/label/c.Dealside_FinishedNoneSoFar';
import finishedNoneText from '@salesforce/label/c.Dealside_FinishedNoneText';
import finishedNoRecording from '@salesforce/label/c.Dealside_FinishedNoRecording';
import finishedNoRule from '@salesforce/label/c.Dealside_FinishedNoRule';
import finishedNoSample from '@salesforce/label/c.Dealside_FinishedNoSample';
import finishedNote from '@salesforce/label/c.Dealside_FinishedNote';
import finishedNoteAdd from '@salesforce/label/c.Dealside_FinishedNoteAdd';
import finishedNoteCancel from '@salesforce/label/c.Dealside_FinishedNoteCancel';
import finishedNoteEdit from '@salesforce/label/c.Dealside_FinishedNoteEdit';
import finishedNoteHint from '@salesforce/label/c.Dealside_FinishedNoteHint';
import finishedNoteSave from '@salesforce/label/c.Dealside_FinishedNoteSave';
import finishedOlder from '@salesforce/label/c.Dealside_FinishedOlder';
import finishedSample from '@salesforce/label/c.Dealside_FinishedSample';
import finishedSampleHint from '@salesforce/label/c.Dealside_FinishedSampleHint';
import finishedTitle from '@salesforce/label/c.Dealside_FinishedTitle';
import finishedUnanswered from '@salesforce/label/c.Dealside_FinishedUnanswered';
import finishedUnsupervised from '@salesforce/label/c.Dealside_FinishedUnsupervised';
import finishedWith from '@salesforce/label/c.Dealside_FinishedWith';
import homeReportsAnswered from '@salesforce/label/c.Dealside_HomeReportsAnswered';
import homeReportsDashboard from '@salesforce/label/c.Dealside_HomeReportsDashboard';
import homeReportsHelp from '@salesforce/label/c.Dealside_HomeReportsHelp';
import homeReportsList from '@salesforce/label/c.Dealside_HomeReportsList';
import homeReportsLoading from '@salesforce/label/c.Dealside_HomeReportsLoading';
import homeReportsNone from '@salesforce/label/c.Dealside_HomeReportsNone';
import homeReportsOutcomes from '@salesforce/label/c.Dealside_HomeReportsOutcomes';
import homeReportsTitle from '@salesforce/label/c.Dealside_HomeReportsTitle';
import homeReportsToday from '@salesforce/label/c.Dealside_HomeReportsToday';

/** The cards on Home. */
export const homeLabels = {
  finishedTitle,
  finishedLoading,
  finishedNoSample,
  finishedSample,
  finishedSampleHint,
  finishedNone,
  finishedNoneText,
  finishedNoRule,
  finishedNoneSoFar,
  finishedOlder,
  finishedWith,
  finishedLasted,
  finishedUnanswered,
  finishedUnsupervised,
  finishedCustomerHeard,
  finishedCustomerHeardOften,
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
