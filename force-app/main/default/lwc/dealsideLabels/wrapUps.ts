import wrapUpTitleNone from '@salesforce/label/c.Dealside_WrapUpTitleNone';
import wrapUpTitleOne from '@salesforce/label/c.Dealside_WrapUpTitleOne';
import wrapUpTitle from '@salesforce/label/c.Dealside_WrapUpTitle';
import wrapUpShown from '@salesforce/label/c.Dealside_WrapUpShown';
import wrapUpFinish from '@salesforce/label/c.Dealside_WrapUpFinish';
import wrapUpInbound from '@salesforce/label/c.Dealside_WrapUpInbound';
import wrapUpOutbound from '@salesforce/label/c.Dealside_WrapUpOutbound';
import wrapUpAnswered from '@salesforce/label/c.Dealside_WrapUpAnswered';
import wrapUpNotAnswered from '@salesforce/label/c.Dealside_WrapUpNotAnswered';
import wrapUpNotReached from '@salesforce/label/c.Dealside_WrapUpNotReached';
import wrapUpDisposition from '@salesforce/label/c.Dealside_WrapUpDisposition';
import wrapUpRequired from '@salesforce/label/c.Dealside_WrapUpRequired';
import wrapUpNotes from '@salesforce/label/c.Dealside_WrapUpNotes';
import wrapUpFollowUp from '@salesforce/label/c.Dealside_WrapUpFollowUp';
import wrapUpSubject from '@salesforce/label/c.Dealside_WrapUpSubject';
import wrapUpSubjectPlaceholder from '@salesforce/label/c.Dealside_WrapUpSubjectPlaceholder';
import wrapUpRecord from '@salesforce/label/c.Dealside_WrapUpRecord';
import wrapUpNoRecord from '@salesforce/label/c.Dealside_WrapUpNoRecord';
import wrapUpChange from '@salesforce/label/c.Dealside_WrapUpChange';
import wrapUpRecords from '@salesforce/label/c.Dealside_WrapUpRecords';
import wrapUpRecordsLoading from '@salesforce/label/c.Dealside_WrapUpRecordsLoading';
import wrapUpMore from '@salesforce/label/c.Dealside_WrapUpMore';
import wrapUpDraft from '@salesforce/label/c.Dealside_WrapUpDraft';
import wrapUpSaved from '@salesforce/label/c.Dealside_WrapUpSaved';

/** Finishing one's own calls. */
export const wrapUpLabels = {
  wrapUpTitleNone,
  wrapUpTitleOne,
  wrapUpTitle,
  wrapUpShown,
  wrapUpFinish,
  wrapUpInbound,
  wrapUpOutbound,
  wrapUpAnswered,
  wrapUpNotAnswered,
  wrapUpNotReached,
  wrapUpDisposition,
  wrapUpRequired,
  wrapUpNotes,
  wrapUpFollowUp,
  wrapUpSubject,
  wrapUpSubjectPlaceholder,
  wrapUpRecord,
  wrapUpNoRecord,
  wrapUpChange,
  wrapUpRecords,
  wrapUpRecordsLoading,
  wrapUpMore,
  wrapUpDraft,
  wrapUpSaved,
};
