import recordingsLoading from '@salesforce/label/c.Dealside_RecordingsLoading';
import recordingsLogged from '@salesforce/label/c.Dealside_RecordingsLogged';
import recordingsNoLink from '@salesforce/label/c.Dealside_RecordingsNoLink';
import recordingsNoLinkText from '@salesforce/label/c.Dealside_RecordingsNoLinkText';
import recordingsNone from '@salesforce/label/c.Dealside_RecordingsNone';
import recordingsNoneText from '@salesforce/label/c.Dealside_RecordingsNoneText';
import recordingsOfCall from '@salesforce/label/c.Dealside_RecordingsOfCall';
import recordingsOfCaller from '@salesforce/label/c.Dealside_RecordingsOfCaller';
import recordingsOfSupervisor from '@salesforce/label/c.Dealside_RecordingsOfSupervisor';
import recordingsPlay from '@salesforce/label/c.Dealside_RecordingsPlay';
import recordingsTitle from '@salesforce/label/c.Dealside_RecordingsTitle';

/** The recordings of an intervention. */
export const recordingsLabels = {
  recordingsTitle,
  recordingsLoading,
  recordingsNone,
  recordingsNoLink,
  recordingsNoneText,
  recordingsNoLinkText,
  recordingsLogged,
  recordingsOfCall,
  recordingsOfCaller,
  recordingsOfSupervisor,
  recordingsPlay,
};
