import incidentsTitle from '@salesforce/label/c.Dealside_IncidentsTitle';
import incidentsLoading from '@salesforce/label/c.Dealside_IncidentsLoading';
import incidentsNone from '@salesforce/label/c.Dealside_IncidentsNone';
import incidentsNoneText from '@salesforce/label/c.Dealside_IncidentsNoneText';
import incidentsShow from '@salesforce/label/c.Dealside_IncidentsShow';
import incidentsOpen from '@salesforce/label/c.Dealside_IncidentsOpen';
import incidentsResolved from '@salesforce/label/c.Dealside_IncidentsResolved';
import incidentsNoneResolved from '@salesforce/label/c.Dealside_IncidentsNoneResolved';
import incidentStatusOpen from '@salesforce/label/c.Dealside_IncidentStatusOpen';
import incidentStatusResolved from '@salesforce/label/c.Dealside_IncidentStatusResolved';
import incidentRaised from '@salesforce/label/c.Dealside_IncidentRaised';
import incidentEntry from '@salesforce/label/c.Dealside_IncidentEntry';
import incidentCall from '@salesforce/label/c.Dealside_IncidentCall';
import incidentConnection from '@salesforce/label/c.Dealside_IncidentConnection';
import incidentResolvedBy from '@salesforce/label/c.Dealside_IncidentResolvedBy';
import incidentExplained from '@salesforce/label/c.Dealside_IncidentExplained';
import incidentAcknowledge from '@salesforce/label/c.Dealside_IncidentAcknowledge';
import incidentNote from '@salesforce/label/c.Dealside_IncidentNote';
import incidentNoteRequired from '@salesforce/label/c.Dealside_IncidentNoteRequired';
import incidentSave from '@salesforce/label/c.Dealside_IncidentSave';
import incidentCancel from '@salesforce/label/c.Dealside_IncidentCancel';
import incidentGone from '@salesforce/label/c.Dealside_IncidentGone';
import incidentDoStranger from '@salesforce/label/c.Dealside_IncidentDoStranger';
import incidentDoUnexplainedConnection from '@salesforce/label/c.Dealside_IncidentDoUnexplainedConnection';
import incidentDoEntryWithoutConnection from '@salesforce/label/c.Dealside_IncidentDoEntryWithoutConnection';
import incidentDoModeWithoutVoice from '@salesforce/label/c.Dealside_IncidentDoModeWithoutVoice';
import incidentDoHeardWithoutRequest from '@salesforce/label/c.Dealside_IncidentDoHeardWithoutRequest';
import incidentDoChainBroken from '@salesforce/label/c.Dealside_IncidentDoChainBroken';
import incidentDoSalesforceDiffers from '@salesforce/label/c.Dealside_IncidentDoSalesforceDiffers';
import checkpointsTitle from '@salesforce/label/c.Dealside_CheckpointsTitle';
import checkpointsLoading from '@salesforce/label/c.Dealside_CheckpointsLoading';
import checkpointsNone from '@salesforce/label/c.Dealside_CheckpointsNone';
import checkpointsNoneText from '@salesforce/label/c.Dealside_CheckpointsNoneText';
import checkpointTake from '@salesforce/label/c.Dealside_CheckpointTake';
import checkpointTaken from '@salesforce/label/c.Dealside_CheckpointTaken';
import checkpointWhen from '@salesforce/label/c.Dealside_CheckpointWhen';
import checkpointRange from '@salesforce/label/c.Dealside_CheckpointRange';
import checkpointRangeOf from '@salesforce/label/c.Dealside_CheckpointRangeOf';
import checkpointSignature from '@salesforce/label/c.Dealside_CheckpointSignature';
import checkpointGood from '@salesforce/label/c.Dealside_CheckpointGood';
import checkpointSignatureWrong from '@salesforce/label/c.Dealside_CheckpointSignatureWrong';
import checkpointEntryDiffers from '@salesforce/label/c.Dealside_CheckpointEntryDiffers';
import checkpointEntryMissing from '@salesforce/label/c.Dealside_CheckpointEntryMissing';
import checkpointSigned from '@salesforce/label/c.Dealside_CheckpointSigned';
import checkpointSalesforce from '@salesforce/label/c.Dealside_CheckpointSalesforce';
import checkpointWritten from '@salesforce/label/c.Dealside_CheckpointWritten';
import checkpointWaiting from '@salesforce/label/c.Dealside_CheckpointWaiting';
import checkpointFailed from '@salesforce/label/c.Dealside_CheckpointFailed';
import checkpointUncovered from '@salesforce/label/c.Dealside_CheckpointUncovered';
import checkpointCovered from '@salesforce/label/c.Dealside_CheckpointCovered';
import auditEntries from '@salesforce/label/c.Dealside_AuditEntries';

/** What proves the audit: incidents and checkpoints. */
export const integrityLabels = {
  incidentsTitle,
  incidentsLoading,
  incidentsNone,
  incidentsNoneText,
  incidentsShow,
  incidentsOpen,
  incidentsResolved,
  incidentsNoneResolved,
  incidentStatusOpen,
  incidentStatusResolved,
  incidentRaised,
  incidentEntry,
  incidentCall,
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
  incidentDoUnexplainedConnection,
  incidentDoEntryWithoutConnection,
  incidentDoModeWithoutVoice,
  incidentDoHeardWithoutRequest,
  incidentDoChainBroken,
  incidentDoSalesforceDiffers,
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
};
