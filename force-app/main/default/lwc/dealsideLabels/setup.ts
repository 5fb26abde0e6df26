import setupTitle from '@salesforce/label/c.Dealside_SetupTitle';
import setupLoading from '@salesforce/label/c.Dealside_SetupLoading';
import setupCheckAgain from '@salesforce/label/c.Dealside_SetupCheckAgain';
import setupReady from '@salesforce/label/c.Dealside_SetupReady';
import setupToDoOne from '@salesforce/label/c.Dealside_SetupToDoOne';
import setupToDo from '@salesforce/label/c.Dealside_SetupToDo';
import setupUnknown from '@salesforce/label/c.Dealside_SetupUnknown';
import setupCheckedAt from '@salesforce/label/c.Dealside_SetupCheckedAt';
import setupOk from '@salesforce/label/c.Dealside_SetupOk';
import setupTodo from '@salesforce/label/c.Dealside_SetupTodo';
import setupNotKnown from '@salesforce/label/c.Dealside_SetupNotKnown';
import setupOpen from '@salesforce/label/c.Dealside_SetupOpen';
import setupPointed from '@salesforce/label/c.Dealside_SetupPointed';
import setupPointedOne from '@salesforce/label/c.Dealside_SetupPointedOne';
import setupPointNumbers from '@salesforce/label/c.Dealside_SetupPointNumbers';
import setupPointNumbersAsk from '@salesforce/label/c.Dealside_SetupPointNumbersAsk';
import setupRunAudioCheck from '@salesforce/label/c.Dealside_SetupRunAudioCheck';
import setupRefreshPolicy from '@salesforce/label/c.Dealside_SetupRefreshPolicy';
import setupStarted from '@salesforce/label/c.Dealside_SetupStarted';
import setupMicrophone from '@salesforce/label/c.Dealside_SetupMicrophone';
import setupMicrophoneOk from '@salesforce/label/c.Dealside_SetupMicrophoneOk';
import setupMicrophoneTodo from '@salesforce/label/c.Dealside_SetupMicrophoneTodo';
import setupMicrophoneUnknown from '@salesforce/label/c.Dealside_SetupMicrophoneUnknown';
import setupFromSalesforce from '@salesforce/label/c.Dealside_SetupFromSalesforce';
import setupUsage from '@salesforce/label/c.Dealside_SetupUsage';
import setupUsageLoading from '@salesforce/label/c.Dealside_SetupUsageLoading';
import setupUsageCalls from '@salesforce/label/c.Dealside_SetupUsageCalls';
import setupUsageMinutes from '@salesforce/label/c.Dealside_SetupUsageMinutes';
import setupUsageMinutesHint from '@salesforce/label/c.Dealside_SetupUsageMinutesHint';
import setupUsageSupervised from '@salesforce/label/c.Dealside_SetupUsageSupervised';
import setupUsageOf from '@salesforce/label/c.Dealside_SetupUsageOf';
import setupUsageNoLimits from '@salesforce/label/c.Dealside_SetupUsageNoLimits';
import setupLimitDailyApiRequests from '@salesforce/label/c.Dealside_SetupLimitDailyApiRequests';
import setupLimitDataStorageMB from '@salesforce/label/c.Dealside_SetupLimitDataStorageMB';
import setupLimitFileStorageMB from '@salesforce/label/c.Dealside_SetupLimitFileStorageMB';
import setupPolicy from '@salesforce/label/c.Dealside_SetupPolicy';
import setupPolicyExport from '@salesforce/label/c.Dealside_SetupPolicyExport';
import setupPolicyRecords from '@salesforce/label/c.Dealside_SetupPolicyRecords';
import setupPolicyDownload from '@salesforce/label/c.Dealside_SetupPolicyDownload';
import setupPolicyCheck from '@salesforce/label/c.Dealside_SetupPolicyCheck';
import setupPolicyCheckHint from '@salesforce/label/c.Dealside_SetupPolicyCheckHint';
import setupPolicyValid from '@salesforce/label/c.Dealside_SetupPolicyValid';
import setupPolicyInvalid from '@salesforce/label/c.Dealside_SetupPolicyInvalid';
import setupPolicyUnreadable from '@salesforce/label/c.Dealside_SetupPolicyUnreadable';
import setupPeople from '@salesforce/label/c.Dealside_SetupPeople';
import setupPeopleLoading from '@salesforce/label/c.Dealside_SetupPeopleLoading';
import setupPerson from '@salesforce/label/c.Dealside_SetupPerson';
import setupPersonChoose from '@salesforce/label/c.Dealside_SetupPersonChoose';
import setupResetPin from '@salesforce/label/c.Dealside_SetupResetPin';
import setupResetPasskeys from '@salesforce/label/c.Dealside_SetupResetPasskeys';
import setupPinReset from '@salesforce/label/c.Dealside_SetupPinReset';
import setupPasskeysReset from '@salesforce/label/c.Dealside_SetupPasskeysReset';
import setupCustomerPhone from '@salesforce/label/c.Dealside_SetupCustomerPhone';
import setupReference from '@salesforce/label/c.Dealside_SetupReference';
import setupExportPerson from '@salesforce/label/c.Dealside_SetupExportPerson';
import setupErasePerson from '@salesforce/label/c.Dealside_SetupErasePerson';
import setupErase from '@salesforce/label/c.Dealside_SetupErase';
import setupEraseCancel from '@salesforce/label/c.Dealside_SetupEraseCancel';
import setupEraseWarning from '@salesforce/label/c.Dealside_SetupEraseWarning';
import setupEraseWord from '@salesforce/label/c.Dealside_SetupEraseWord';
import setupEraseWordMissing from '@salesforce/label/c.Dealside_SetupEraseWordMissing';
import setupErased from '@salesforce/label/c.Dealside_SetupErased';
import setupWhoMissing from '@salesforce/label/c.Dealside_SetupWhoMissing';
import setupLogged from '@salesforce/label/c.Dealside_SetupLogged';

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
  setupWhoMissing,
  setupLogged,
};
