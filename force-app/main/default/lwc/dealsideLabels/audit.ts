import auditAbout from '@salesforce/label/c.Dealside_AuditAbout';
import auditAllModes from '@salesforce/label/c.Dealside_AuditAllModes';
import auditAllPeople from '@salesforce/label/c.Dealside_AuditAllPeople';
import auditCall from '@salesforce/label/c.Dealside_AuditCall';
import auditCallId from '@salesforce/label/c.Dealside_AuditCallId';
import auditCsvTime from '@salesforce/label/c.Dealside_AuditCsvTime';
import auditDownload from '@salesforce/label/c.Dealside_AuditDownload';
import auditMode from '@salesforce/label/c.Dealside_AuditMode';
import auditPerson from '@salesforce/label/c.Dealside_AuditPerson';
import auditPreparing from '@salesforce/label/c.Dealside_AuditPreparing';
import auditRecording from '@salesforce/label/c.Dealside_AuditRecording';
import auditRecordingId from '@salesforce/label/c.Dealside_AuditRecordingId';
import auditShowCall from '@salesforce/label/c.Dealside_AuditShowCall';
import auditShowRecording from '@salesforce/label/c.Dealside_AuditShowRecording';
import auditUnknownPerson from '@salesforce/label/c.Dealside_AuditUnknownPerson';
import exportChoose from '@salesforce/label/c.Dealside_ExportChoose';
import exportDone from '@salesforce/label/c.Dealside_ExportDone';
import exportDoneMissing from '@salesforce/label/c.Dealside_ExportDoneMissing';
import exportDownload from '@salesforce/label/c.Dealside_ExportDownload';
import exportFacts from '@salesforce/label/c.Dealside_ExportFacts';
import exportFrom from '@salesforce/label/c.Dealside_ExportFrom';
import exportHash from '@salesforce/label/c.Dealside_ExportHash';
import exportNobody from '@salesforce/label/c.Dealside_ExportNobody';
import exportPeriodWrong from '@salesforce/label/c.Dealside_ExportPeriodWrong';
import exportPerson from '@salesforce/label/c.Dealside_ExportPerson';
import exportPreparing from '@salesforce/label/c.Dealside_ExportPreparing';
import exportRunning from '@salesforce/label/c.Dealside_ExportRunning';
import exportText from '@salesforce/label/c.Dealside_ExportText';
import exportTitle from '@salesforce/label/c.Dealside_ExportTitle';
import exportTo from '@salesforce/label/c.Dealside_ExportTo';
import exportUnfinished from '@salesforce/label/c.Dealside_ExportUnfinished';

export const auditLabels = {
  auditCall,
  auditCallId,
  auditMode,
  auditRecording,
  auditRecordingId,
  auditShowCall,
  auditShowRecording,
  auditPerson,
  auditAbout,
  auditAllModes,
  auditAllPeople,
  auditUnknownPerson,
  auditDownload,
  auditPreparing,
  auditCsvTime,
  exportTitle,
  exportText,
  exportPerson,
  exportNobody,
  exportFrom,
  exportTo,
  exportPeriodWrong,
  exportDownload,
  exportPreparing,
  exportChoose,
  exportFacts,
  exportUnfinished,
  exportRunning,
  exportDone,
  exportDoneMissing,
  exportHash,
};
