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
};
