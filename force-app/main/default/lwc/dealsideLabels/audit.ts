import auditCall from '@salesforce/label/c.Dealside_AuditCall';
import auditMode from '@salesforce/label/c.Dealside_AuditMode';
import auditRecording from '@salesforce/label/c.Dealside_AuditRecording';
import auditShowCall from '@salesforce/label/c.Dealside_AuditShowCall';
import auditShowRecording from '@salesforce/label/c.Dealside_AuditShowRecording';
import auditPerson from '@salesforce/label/c.Dealside_AuditPerson';
import auditAbout from '@salesforce/label/c.Dealside_AuditAbout';
import auditAllModes from '@salesforce/label/c.Dealside_AuditAllModes';
import auditAllPeople from '@salesforce/label/c.Dealside_AuditAllPeople';
import auditUnknownPerson from '@salesforce/label/c.Dealside_AuditUnknownPerson';
import auditDownload from '@salesforce/label/c.Dealside_AuditDownload';
import auditPreparing from '@salesforce/label/c.Dealside_AuditPreparing';
import auditCsvTime from '@salesforce/label/c.Dealside_AuditCsvTime';
import exportTitle from '@salesforce/label/c.Dealside_ExportTitle';
import exportText from '@salesforce/label/c.Dealside_ExportText';
import exportPerson from '@salesforce/label/c.Dealside_ExportPerson';
import exportNobody from '@salesforce/label/c.Dealside_ExportNobody';
import exportFrom from '@salesforce/label/c.Dealside_ExportFrom';
import exportTo from '@salesforce/label/c.Dealside_ExportTo';
import exportDownload from '@salesforce/label/c.Dealside_ExportDownload';
import exportPreparing from '@salesforce/label/c.Dealside_ExportPreparing';
import exportChoose from '@salesforce/label/c.Dealside_ExportChoose';
import exportFacts from '@salesforce/label/c.Dealside_ExportFacts';
import exportUnfinished from '@salesforce/label/c.Dealside_ExportUnfinished';
import exportRunning from '@salesforce/label/c.Dealside_ExportRunning';
import exportDone from '@salesforce/label/c.Dealside_ExportDone';
import exportDoneMissing from '@salesforce/label/c.Dealside_ExportDoneMissing';
import exportHash from '@salesforce/label/c.Dealside_ExportHash';

export const auditLabels = {
  auditCall,
  auditMode,
  auditRecording,
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
