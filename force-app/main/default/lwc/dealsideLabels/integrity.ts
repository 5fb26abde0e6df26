import auditEntries from '@salesforce/label/c.Dealside_AuditEntries';
import checkpointCovered from '@salesforce/label/c.Dealside_CheckpointCovered';
import checkpointEntryDiffers from '@salesforce/label/c.Dealside_CheckpointEntryDiffers';
import checkpointEntryMissing from '@salesforce/label/c.Dealside_CheckpointEntryMissing';
import checkpointFailed from '@salesforce/label/c.Dealside_CheckpointFailed';
import checkpointGood from '@salesforce/label/c.Dealside_CheckpointGood';
import checkpointRange from '@salesforce/label/c.Dealside_CheckpointRange';
import checkpointRangeOf from '@salesforce/label/c.Dealside_CheckpointRangeOf';
import checkpointSalesforce from '@salesforce/label/c.Dealside_CheckpointSalesforce';
import checkpointSignature from '@salesforce/label/c.Dealside_CheckpointSignature';
import checkpointSignatureWrong from '@salesforce/label/c.Dealside_CheckpointSignatureWrong';
import checkpointSigned from '@salesforce/label/c.Dealside_CheckpointSigned';
import checkpointsLoading from '@salesforce/label/c.Dealside_CheckpointsLoading';
import checkpointsNone from '@salesforce/label/c.Dealside_CheckpointsNone';
import checkpointsNoneText from '@salesforce/label/c.Dealside_CheckpointsNoneText';
import checkpointsTitle from '@salesforce/label/c.Dealside_CheckpointsTitle';
import checkpointTake from '@salesforce/label/c.Dealside_CheckpointTake';
import checkpointTaken from '@salesforce/label/c.Dealside_CheckpointTaken';
import checkpointUncovered from '@salesforce/label/c.Dealside_CheckpointUncovered';
import checkpointWaiting from '@salesforce/label/c.Dealside_CheckpointWaiting';
import checkpointWhen from '@salesforce/label/c.Dealside_CheckpointWhen';
import checkpointWritten from '@salesforce/label/c.Dealside_CheckpointWritten';
import incidentAcknowledge from '@salesforce/label/c.Dealside_IncidentAcknowledge';
import incidentCancel from '@salesforce/label/c.Dealside_IncidentCancel';
import incidentCheckpoint from '@salesforce/label/c.Dealside_IncidentCheckpoint';
import incidentConnection from '@salesforce/label/c.Dealside_IncidentConnection';
import incidentDoChainBroken from '@salesforce/label/c.Dealside_IncidentDoChainBroken';
import incidentDoEntryWithoutConnection from '@salesforce/label/c.Dealside_IncidentDoEntryWithoutConnection';
import incidentDoHeardWithoutRequest from '@salesforce/label/c.Dealside_IncidentDoHeardWithoutRequest';
import incidentDoModeWithoutVoice from '@salesforce/label/c.Dealside_IncidentDoModeWithoutVoice';
import incidentDoSalesforceDiffers from '@salesforce/label/c.Dealside_IncidentDoSalesforceDiffers';
import incidentDoStranger from '@salesforce/label/c.Dealside_IncidentDoStranger';
import incidentDoUnexplainedConnection from '@salesforce/label/c.Dealside_IncidentDoUnexplainedConnection';
import incidentEntry from '@salesforce/label/c.Dealside_IncidentEntry';
import incidentExplained from '@salesforce/label/c.Dealside_IncidentExplained';
import incidentGone from '@salesforce/label/c.Dealside_IncidentGone';
import incidentIsChainBroken from '@salesforce/label/c.Dealside_IncidentIsChainBroken';
import incidentIsEntryWithoutConnection from '@salesforce/label/c.Dealside_IncidentIsEntryWithoutConnection';
import incidentIsHeardWithoutRequest from '@salesforce/label/c.Dealside_IncidentIsHeardWithoutRequest';
import incidentIsModeWithoutVoice from '@salesforce/label/c.Dealside_IncidentIsModeWithoutVoice';
import incidentIsSalesforceDiffers from '@salesforce/label/c.Dealside_IncidentIsSalesforceDiffers';
import incidentIsStranger from '@salesforce/label/c.Dealside_IncidentIsStranger';
import incidentIsUnexplainedConnection from '@salesforce/label/c.Dealside_IncidentIsUnexplainedConnection';
import incidentMode from '@salesforce/label/c.Dealside_IncidentMode';
import incidentNote from '@salesforce/label/c.Dealside_IncidentNote';
import incidentNoteRequired from '@salesforce/label/c.Dealside_IncidentNoteRequired';
import incidentOfColleague from '@salesforce/label/c.Dealside_IncidentOfColleague';
import incidentOfCustomer from '@salesforce/label/c.Dealside_IncidentOfCustomer';
import incidentOfRep from '@salesforce/label/c.Dealside_IncidentOfRep';
import incidentOfSupervisor from '@salesforce/label/c.Dealside_IncidentOfSupervisor';
import incidentRaised from '@salesforce/label/c.Dealside_IncidentRaised';
import incidentReported from '@salesforce/label/c.Dealside_IncidentReported';
import incidentResolvedBy from '@salesforce/label/c.Dealside_IncidentResolvedBy';
import incidentSave from '@salesforce/label/c.Dealside_IncidentSave';
import incidentsLoading from '@salesforce/label/c.Dealside_IncidentsLoading';
import incidentsNone from '@salesforce/label/c.Dealside_IncidentsNone';
import incidentsNoneResolved from '@salesforce/label/c.Dealside_IncidentsNoneResolved';
import incidentsNoneText from '@salesforce/label/c.Dealside_IncidentsNoneText';
import incidentsOpen from '@salesforce/label/c.Dealside_IncidentsOpen';
import incidentsResolved from '@salesforce/label/c.Dealside_IncidentsResolved';
import incidentsShow from '@salesforce/label/c.Dealside_IncidentsShow';
import incidentsShown from '@salesforce/label/c.Dealside_IncidentsShown';
import incidentStatusOpen from '@salesforce/label/c.Dealside_IncidentStatusOpen';
import incidentStatusResolved from '@salesforce/label/c.Dealside_IncidentStatusResolved';
import incidentsTitle from '@salesforce/label/c.Dealside_IncidentsTitle';

/** The proof of the audit: incidents and checkpoints. */
export const integrityLabels = {
  incidentsTitle,
  incidentsLoading,
  incidentsNone,
  incidentsNoneText,
  incidentsShow,
  incidentsShown,
  incidentsOpen,
  incidentsResolved,
  incidentsNoneResolved,
  incidentStatusOpen,
  incidentStatusResolved,
  incidentRaised,
  incidentEntry,
  incidentConnection,
  incidentResolvedBy,
  incidentExplained,
  incidentAcknowledge,
  incidentNote,
  incidentNoteRequired,
  incidentSave,
  incidentCancel,
  incidentGone,
  incidentDoStranger,
  incidentIsStranger,
  incidentDoUnexplainedConnection,
  incidentIsUnexplainedConnection,
  incidentDoEntryWithoutConnection,
  incidentIsEntryWithoutConnection,
  incidentDoModeWithoutVoice,
  incidentIsModeWithoutVoice,
  incidentDoHeardWithoutRequest,
  incidentIsHeardWithoutRequest,
  incidentDoChainBroken,
  incidentIsChainBroken,
  incidentDoSalesforceDiffers,
  incidentIsSalesforceDiffers,
  checkpointsTitle,
  checkpointsLoading,
  checkpointsNone,
  checkpointsNoneText,
  checkpointTake,
  checkpointTaken,
  checkpointWhen,
  checkpointRange,
  checkpointRangeOf,
  checkpointSignature,
  checkpointGood,
  checkpointSignatureWrong,
  checkpointEntryDiffers,
  checkpointEntryMissing,
  checkpointSigned,
  checkpointSalesforce,
  checkpointWritten,
  checkpointWaiting,
  checkpointFailed,
  checkpointUncovered,
  checkpointCovered,
  auditEntries,
  incidentReported,
  incidentOfCustomer,
  incidentOfRep,
  incidentOfSupervisor,
  incidentOfColleague,
  incidentMode,
  incidentCheckpoint,
};
