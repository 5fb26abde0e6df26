import wrapUpAnswered from '@salesforce/label/c.Dealside_WrapUpAnswered';
import wrapUpChange from '@salesforce/label/c.Dealside_WrapUpChange';
import wrapUpDisposition from '@salesforce/label/c.Dealside_WrapUpDisposition';
import wrapUpDraft from '@salesforce/label/c.Dealside_WrapUpDraft';
import wrapUpFinish from '@salesforce/label/c.Dealside_WrapUpFinish';
import wrapUpFollowUp from '@salesforce/label/c.Dealside_WrapUpFollowUp';
import wrapUpInbound from '@salesforce/label/c.Dealside_WrapUpInbound';
import wrapUpMore from '@salesforce/label/c.Dealside_WrapUpMore';
import wrapUpNoRecord from '@salesforce/label/c.Dealside_WrapUpNoRecord';
import wrapUpNotAnswered from '@salesforce/label/c.Dealside_WrapUpNotAnswered';
import wrapUpNotes from '@salesforce/label/c.Dealside_WrapUpNotes';
import wrapUpNotReached from '@salesforce/label/c.Dealside_WrapUpNotReached';
import wrapUpOutbound from '@salesforce/label/c.Dealside_WrapUpOutbound';
import wrapUpRecord from '@salesforce/label/c.Dealside_WrapUpRecord';
import wrapUpRecords from '@salesforce/label/c.Dealside_WrapUpRecords';
import wrapUpRecordsLoading from '@salesforce/label/c.Dealside_WrapUpRecordsLoading';
import wrapUpRequired from '@salesforce/label/c.Dealside_WrapUpRequired';
import wrapUpSaved from '@salesforce/label/c.Dealside_WrapUpSaved';
import wrapUpShown from '@salesforce/label/c.Dealside_WrapUpShown';
import wrapUpSubject from '@salesforce/label/c.Dealside_WrapUpSubject';
import wrapUpSubjectPlaceholder from '@salesforce/label/c.Dealside_WrapUpSubjectPlaceholder';
import wrapUpTitle from '@salesforce/label/c.Dealside_WrapUpTitle';
import wrapUpTitleNone from '@salesforce/label/c.Dealside_WrapUpTitleNone';
import wrapUpTitleOne from '@salesforce/label/c.Dealside_WrapUpTitleOne';

/** Wrap-ups of a rep's own calls. */
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
