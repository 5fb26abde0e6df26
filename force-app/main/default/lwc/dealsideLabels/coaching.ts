import coachBySupervisor from '@salesforce/label/c.Dealside_CoachBySupervisor';
import coachCall from '@salesforce/label/c.Dealside_CoachCall';
import coachCancel from '@salesforce/label/c.Dealside_CoachCancel';
import coachDue from '@salesforce/label/c.Dealside_CoachDue';
import coachEmpty from '@salesforce/label/c.Dealside_CoachEmpty';
import coachEmptyRep from '@salesforce/label/c.Dealside_CoachEmptyRep';
import coachEmptyText from '@salesforce/label/c.Dealside_CoachEmptyText';
import coachKnowledgeGap from '@salesforce/label/c.Dealside_CoachKnowledgeGap';
import coachLoading from '@salesforce/label/c.Dealside_CoachLoading';
import coachNext from '@salesforce/label/c.Dealside_CoachNext';
import coachNextRequired from '@salesforce/label/c.Dealside_CoachNextRequired';
import coachObservation from '@salesforce/label/c.Dealside_CoachObservation';
import coachObservationNone from '@salesforce/label/c.Dealside_CoachObservationNone';
import coachOverdue from '@salesforce/label/c.Dealside_CoachOverdue';
import coachPolicyConfusion from '@salesforce/label/c.Dealside_CoachPolicyConfusion';
import coachSave from '@salesforce/label/c.Dealside_CoachSave';
import coachStart from '@salesforce/label/c.Dealside_CoachStart';
import coachStrength from '@salesforce/label/c.Dealside_CoachStrength';
import coachTaskLeft from '@salesforce/label/c.Dealside_CoachTaskLeft';
import coachTitle from '@salesforce/label/c.Dealside_CoachTitle';
import coachWhat from '@salesforce/label/c.Dealside_CoachWhat';
import coachWith from '@salesforce/label/c.Dealside_CoachWith';
import coachWorkflowInefficiency from '@salesforce/label/c.Dealside_CoachWorkflowInefficiency';
import receiptAnswered from '@salesforce/label/c.Dealside_ReceiptAnswered';
import receiptChoose from '@salesforce/label/c.Dealside_ReceiptChoose';
import receiptDebrief from '@salesforce/label/c.Dealside_ReceiptDebrief';
import receiptEmpty from '@salesforce/label/c.Dealside_ReceiptEmpty';
import receiptEmptyText from '@salesforce/label/c.Dealside_ReceiptEmptyText';
import receiptHelped from '@salesforce/label/c.Dealside_ReceiptHelped';
import receiptHurt from '@salesforce/label/c.Dealside_ReceiptHurt';
import receiptLoading from '@salesforce/label/c.Dealside_ReceiptLoading';
import receiptNeutral from '@salesforce/label/c.Dealside_ReceiptNeutral';
import receiptOnCall from '@salesforce/label/c.Dealside_ReceiptOnCall';
import receiptOther from '@salesforce/label/c.Dealside_ReceiptOther';
import receiptOtherColleague from '@salesforce/label/c.Dealside_ReceiptOtherColleague';
import receiptOtherNumber from '@salesforce/label/c.Dealside_ReceiptOtherNumber';
import receiptOthers from '@salesforce/label/c.Dealside_ReceiptOthers';
import receiptOutcome from '@salesforce/label/c.Dealside_ReceiptOutcome';
import receiptPoint from '@salesforce/label/c.Dealside_ReceiptPoint';
import receiptQuestion from '@salesforce/label/c.Dealside_ReceiptQuestion';
import receiptReason from '@salesforce/label/c.Dealside_ReceiptReason';
import receiptReply from '@salesforce/label/c.Dealside_ReceiptReply';
import receiptReplyHint from '@salesforce/label/c.Dealside_ReceiptReplyHint';
import receiptSave from '@salesforce/label/c.Dealside_ReceiptSave';
import receiptTitle from '@salesforce/label/c.Dealside_ReceiptTitle';
import receiptTitleDeal from '@salesforce/label/c.Dealside_ReceiptTitleDeal';
import receiptWaiting from '@salesforce/label/c.Dealside_ReceiptWaiting';
import receiptWhen from '@salesforce/label/c.Dealside_ReceiptWhen';

/** Receipts and coaching. */
export const coachingLabels = {
  receiptTitle,
  receiptTitleDeal,
  receiptDebrief,
  receiptEmpty,
  receiptEmptyText,
  receiptLoading,
  receiptWhen,
  receiptReason,
  receiptOutcome,
  receiptOther,
  receiptOtherColleague,
  receiptOtherNumber,
  receiptOthers,
  receiptQuestion,
  receiptHelped,
  receiptNeutral,
  receiptHurt,
  receiptReply,
  receiptReplyHint,
  receiptChoose,
  receiptSave,
  receiptAnswered,
  receiptWaiting,
  coachTitle,
  coachLoading,
  coachEmpty,
  coachEmptyRep,
  coachEmptyText,
  coachDue,
  coachOverdue,
  coachCall,
  coachWith,
  coachStart,
  coachWhat,
  coachNext,
  coachNextRequired,
  coachSave,
  coachCancel,
  receiptOnCall,
  coachObservation,
  coachObservationNone,
  coachKnowledgeGap,
  coachPolicyConfusion,
  coachWorkflowInefficiency,
  coachStrength,
  coachBySupervisor,
  coachTaskLeft,
  receiptPoint,
};
