import setupCheckAgain from '@salesforce/label/c.Dealside_SetupCheckAgain';
import setupCheckedAt from '@salesforce/label/c.Dealside_SetupCheckedAt';
import setupCustomerPhone from '@salesforce/label/c.Dealside_SetupCustomerPhone';
import setupErase from '@salesforce/label/c.Dealside_SetupErase';
import setupEraseCancel from '@salesforce/label/c.Dealside_SetupEraseCancel';
import setupErased from '@salesforce/label/c.Dealside_SetupErased';
import setupErasePerson from '@salesforce/label/c.Dealside_SetupErasePerson';
import setupEraseWarning from '@salesforce/label/c.Dealside_SetupEraseWarning';
import setupEraseWord from '@salesforce/label/c.Dealside_SetupEraseWord';
import setupEraseWordMissing from '@salesforce/label/c.Dealside_SetupEraseWordMissing';
import setupExportPerson from '@salesforce/label/c.Dealside_SetupExportPerson';
import setupFromSalesforce from '@salesforce/label/c.Dealside_SetupFromSalesforce';
import setupLimitDailyApiRequests from '@salesforce/label/c.Dealside_SetupLimitDailyApiRequests';
import setupLimitDataStorageMB from '@salesforce/label/c.Dealside_SetupLimitDataStorageMB';
import setupLimitFileStorageMB from '@salesforce/label/c.Dealside_SetupLimitFileStorageMB';
import setupLoading from '@salesforce/label/c.Dealside_SetupLoading';
import setupLogged from '@salesforce/label/c.Dealside_SetupLogged';
import setupMicrophone from '@salesforce/label/c.Dealside_SetupMicrophone';
import setupMicrophoneOk from '@salesforce/label/c.Dealside_SetupMicrophoneOk';
import setupMicrophoneTodo from '@salesforce/label/c.Dealside_SetupMicrophoneTodo';
import setupMicrophoneUnknown from '@salesforce/label/c.Dealside_SetupMicrophoneUnknown';
import setupNotKnown from '@salesforce/label/c.Dealside_SetupNotKnown';
import setupOk from '@salesforce/label/c.Dealside_SetupOk';
import setupOpen from '@salesforce/label/c.Dealside_SetupOpen';
import setupPasskeysReset from '@salesforce/label/c.Dealside_SetupPasskeysReset';
import setupPeople from '@salesforce/label/c.Dealside_SetupPeople';
import setupPeopleLoading from '@salesforce/label/c.Dealside_SetupPeopleLoading';
import setupPerson from '@salesforce/label/c.Dealside_SetupPerson';
import setupPersonChoose from '@salesforce/label/c.Dealside_SetupPersonChoose';
import setupPhoneInvalid from '@salesforce/label/c.Dealside_SetupPhoneInvalid';
import setupPinReset from '@salesforce/label/c.Dealside_SetupPinReset';
import setupPointed from '@salesforce/label/c.Dealside_SetupPointed';
import setupPointedOne from '@salesforce/label/c.Dealside_SetupPointedOne';
import setupPointNumbers from '@salesforce/label/c.Dealside_SetupPointNumbers';
import setupPointNumbersAsk from '@salesforce/label/c.Dealside_SetupPointNumbersAsk';
import setupPolicy from '@salesforce/label/c.Dealside_SetupPolicy';
import setupPolicyCheck from '@salesforce/label/c.Dealside_SetupPolicyCheck';
import setupPolicyCheckHint from '@salesforce/label/c.Dealside_SetupPolicyCheckHint';
import setupPolicyDownload from '@salesforce/label/c.Dealside_SetupPolicyDownload';
import setupPolicyExport from '@salesforce/label/c.Dealside_SetupPolicyExport';
import setupPolicyInvalid from '@salesforce/label/c.Dealside_SetupPolicyInvalid';
import setupPolicyRecords from '@salesforce/label/c.Dealside_SetupPolicyRecords';
import setupPolicyUnreadable from '@salesforce/label/c.Dealside_SetupPolicyUnreadable';
import setupPolicyValid from '@salesforce/label/c.Dealside_SetupPolicyValid';
import setupReady from '@salesforce/label/c.Dealside_SetupReady';
import setupReference from '@salesforce/label/c.Dealside_SetupReference';
import setupRefreshPolicy from '@salesforce/label/c.Dealside_SetupRefreshPolicy';
import setupResetPasskeys from '@salesforce/label/c.Dealside_SetupResetPasskeys';
import setupResetPin from '@salesforce/label/c.Dealside_SetupResetPin';
import setupRunAudioCheck from '@salesforce/label/c.Dealside_SetupRunAudioCheck';
import setupStarted from '@salesforce/label/c.Dealside_SetupStarted';
import setupTitle from '@salesforce/label/c.Dealside_SetupTitle';
import setupToDo from '@salesforce/label/c.Dealside_SetupToDo';
import setupTodo from '@salesforce/label/c.Dealside_SetupTodo';
import setupToDoOne from '@salesforce/label/c.Dealside_SetupToDoOne';
import setupUnknown from '@salesforce/label/c.Dealside_SetupUnknown';
import setupUsage from '@salesforce/label/c.Dealside_SetupUsage';
import setupUsageCalls from '@salesforce/label/c.Dealside_SetupUsageCalls';
import setupUsageLoading from '@salesforce/label/c.Dealside_SetupUsageLoading';
import setupUsageMinutes from '@salesforce/label/c.Dealside_SetupUsageMinutes';
import setupUsageMinutesHint from '@salesforce/label/c.Dealside_SetupUsageMinutesHint';
import setupUsageNoLimits from '@salesforce/label/c.Dealside_SetupUsageNoLimits';
import setupUsageOf from '@salesforce/label/c.Dealside_SetupUsageOf';
import setupUsageSupervised from '@salesforce/label/c.Dealside_SetupUsageSupervised';
import setupWhoMissing from '@salesforce/label/c.Dealside_SetupWhoMissing';

/** The page Dealside Setup. */
export const setupLabels = {
  setupTitle,
  setupLoading,
  setupCheckAgain,
  setupReady,
  setupToDoOne,
  setupToDo,
  setupUnknown,
  setupCheckedAt,
  setupOk,
  setupTodo,
  setupNotKnown,
  setupOpen,
  setupPointed,
  setupPointedOne,
  setupPointNumbers,
  setupPointNumbersAsk,
  setupRunAudioCheck,
  setupRefreshPolicy,
  setupStarted,
  setupMicrophone,
  setupMicrophoneOk,
  setupMicrophoneTodo,
  setupMicrophoneUnknown,
  setupFromSalesforce,
  setupUsage,
  setupUsageLoading,
  setupUsageCalls,
  setupUsageMinutes,
  setupUsageMinutesHint,
  setupUsageSupervised,
  setupUsageOf,
  setupUsageNoLimits,
  setupLimitDailyApiRequests,
  setupLimitDataStorageMB,
  setupLimitFileStorageMB,
  setupPolicy,
  setupPolicyExport,
  setupPolicyRecords,
  setupPolicyDownload,
  setupPolicyCheck,
  setupPolicyCheckHint,
  setupPolicyValid,
  setupPolicyInvalid,
  setupPolicyUnreadable,
  setupPeople,
  setupPeopleLoading,
  setupPerson,
  setupPersonChoose,
  setupResetPin,
  setupResetPasskeys,
  setupPinReset,
  setupPasskeysReset,
  setupCustomerPhone,
  setupReference,
  setupExportPerson,
  setupErasePerson,
  setupErase,
  setupEraseCancel,
  setupEraseWarning,
  setupEraseWord,
  setupEraseWordMissing,
  setupErased,
  setupPhoneInvalid,
  setupWhoMissing,
  setupLogged,
};
