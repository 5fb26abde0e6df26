import recordingOn from '@salesforce/label/c.Dealside_RecordingOn';
import recordingPause from '@salesforce/label/c.Dealside_RecordingPause';
import recordingPaused from '@salesforce/label/c.Dealside_RecordingPaused';
import recordingPausing from '@salesforce/label/c.Dealside_RecordingPausing';
import recordingResume from '@salesforce/label/c.Dealside_RecordingResume';
import recordingResuming from '@salesforce/label/c.Dealside_RecordingResuming';

/** A pause of the recording. */
export const recordingPauseLabels = {
  recordingOn,
  recordingPause,
  recordingResume,
  recordingPausing,
  recordingPaused,
  recordingResuming,
};
