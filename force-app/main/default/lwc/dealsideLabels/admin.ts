import adminNotAllowed from '@salesforce/label/c.Dealside_AdminNotAllowed';
import adminNotAllowedText from '@salesforce/label/c.Dealside_AdminNotAllowedText';
import adminRetry from '@salesforce/label/c.Dealside_AdminRetry';
import audioCheckDoubtful from '@salesforce/label/c.Dealside_AudioCheckDoubtful';
import audioCheckEmpty from '@salesforce/label/c.Dealside_AudioCheckEmpty';
import audioCheckEmptyText from '@salesforce/label/c.Dealside_AudioCheckEmptyText';
import audioCheckFailed from '@salesforce/label/c.Dealside_AudioCheckFailed';
import audioCheckHealthy from '@salesforce/label/c.Dealside_AudioCheckHealthy';
import audioCheckLoading from '@salesforce/label/c.Dealside_AudioCheckLoading';
import audioCheckNotRun from '@salesforce/label/c.Dealside_AudioCheckNotRun';
import audioCheckNotRunHint from '@salesforce/label/c.Dealside_AudioCheckNotRunHint';
import audioCheckPassed from '@salesforce/label/c.Dealside_AudioCheckPassed';
import audioCheckRun from '@salesforce/label/c.Dealside_AudioCheckRun';
import audioCheckRunning from '@salesforce/label/c.Dealside_AudioCheckRunning';
import audioCheckRuns from '@salesforce/label/c.Dealside_AudioCheckRuns';
import audioChecksMore from '@salesforce/label/c.Dealside_AudioChecksMore';
import audioChecksShown from '@salesforce/label/c.Dealside_AudioChecksShown';
import audioCheckTitle from '@salesforce/label/c.Dealside_AudioCheckTitle';
import audioCheckUnhealthy from '@salesforce/label/c.Dealside_AudioCheckUnhealthy';
import auditAction from '@salesforce/label/c.Dealside_AuditAction';
import auditAll from '@salesforce/label/c.Dealside_AuditAll';
import auditBroken from '@salesforce/label/c.Dealside_AuditBroken';
import auditCarrier from '@salesforce/label/c.Dealside_AuditCarrier';
import auditDone from '@salesforce/label/c.Dealside_AuditDone';
import auditEmpty from '@salesforce/label/c.Dealside_AuditEmpty';
import auditEmptyText from '@salesforce/label/c.Dealside_AuditEmptyText';
import auditIntact from '@salesforce/label/c.Dealside_AuditIntact';
import auditLoading from '@salesforce/label/c.Dealside_AuditLoading';
import auditMore from '@salesforce/label/c.Dealside_AuditMore';
import auditRefused from '@salesforce/label/c.Dealside_AuditRefused';
import auditResult from '@salesforce/label/c.Dealside_AuditResult';
import auditSystem from '@salesforce/label/c.Dealside_AuditSystem';
import auditThisCall from '@salesforce/label/c.Dealside_AuditThisCall';
import auditThisRecording from '@salesforce/label/c.Dealside_AuditThisRecording';
import auditTitle from '@salesforce/label/c.Dealside_AuditTitle';
import auditUnknown from '@salesforce/label/c.Dealside_AuditUnknown';
import auditVerify from '@salesforce/label/c.Dealside_AuditVerify';
import auditVerifyBegins from '@salesforce/label/c.Dealside_AuditVerifyBegins';
import auditVerifying from '@salesforce/label/c.Dealside_AuditVerifying';
import auditWhen from '@salesforce/label/c.Dealside_AuditWhen';
import auditWho from '@salesforce/label/c.Dealside_AuditWho';
import gateOutdated from '@salesforce/label/c.Dealside_GateOutdated';
import latencyAdded from '@salesforce/label/c.Dealside_LatencyAdded';
import latencyAddedHint from '@salesforce/label/c.Dealside_LatencyAddedHint';
import latencyAddedOne from '@salesforce/label/c.Dealside_LatencyAddedOne';
import latencyAddedTitle from '@salesforce/label/c.Dealside_LatencyAddedTitle';
import latencyCarrier from '@salesforce/label/c.Dealside_LatencyCarrier';
import latencyConfirmed from '@salesforce/label/c.Dealside_LatencyConfirmed';
import latencyCount from '@salesforce/label/c.Dealside_LatencyCount';
import latencyCustomer from '@salesforce/label/c.Dealside_LatencyCustomer';
import latencyCustomerHint from '@salesforce/label/c.Dealside_LatencyCustomerHint';
import latencyCustomerNoCalls from '@salesforce/label/c.Dealside_LatencyCustomerNoCalls';
import latencyCustomerPhone from '@salesforce/label/c.Dealside_LatencyCustomerPhone';
import latencyCustomerUnmeasured from '@salesforce/label/c.Dealside_LatencyCustomerUnmeasured';
import latencyEmpty from '@salesforce/label/c.Dealside_LatencyEmpty';
import latencyEmptyText from '@salesforce/label/c.Dealside_LatencyEmptyText';
import latencyHeard from '@salesforce/label/c.Dealside_LatencyHeard';
import latencyJoin from '@salesforce/label/c.Dealside_LatencyJoin';
import latencyLoading from '@salesforce/label/c.Dealside_LatencyLoading';
import latencyRepConnection from '@salesforce/label/c.Dealside_LatencyRepConnection';
import latencyServer from '@salesforce/label/c.Dealside_LatencyServer';
import latencySwitch from '@salesforce/label/c.Dealside_LatencySwitch';
import latencyTitle from '@salesforce/label/c.Dealside_LatencyTitle';
import latencyUnknown from '@salesforce/label/c.Dealside_LatencyUnknown';
import latencyWhat from '@salesforce/label/c.Dealside_LatencyWhat';
import listLimited from '@salesforce/label/c.Dealside_ListLimited';
import policyConsent from '@salesforce/label/c.Dealside_PolicyConsent';
import policyConsentEdit from '@salesforce/label/c.Dealside_PolicyConsentEdit';
import policyConsentPlaces from '@salesforce/label/c.Dealside_PolicyConsentPlaces';
import policyDialing from '@salesforce/label/c.Dealside_PolicyDialing';
import policyDialingEdit from '@salesforce/label/c.Dealside_PolicyDialingEdit';
import policyExport from '@salesforce/label/c.Dealside_PolicyExport';
import policyFault from '@salesforce/label/c.Dealside_PolicyFault';
import policyLoading from '@salesforce/label/c.Dealside_PolicyLoading';
import policyNone from '@salesforce/label/c.Dealside_PolicyNone';
import policyNoneText from '@salesforce/label/c.Dealside_PolicyNoneText';
import policyRefresh from '@salesforce/label/c.Dealside_PolicyRefresh';
import policyRefused from '@salesforce/label/c.Dealside_PolicyRefused';
import policyRetention from '@salesforce/label/c.Dealside_PolicyRetention';
import policyRetentionEdit from '@salesforce/label/c.Dealside_PolicyRetentionEdit';
import policyRules from '@salesforce/label/c.Dealside_PolicyRules';
import policySince from '@salesforce/label/c.Dealside_PolicySince';
import policyTitle from '@salesforce/label/c.Dealside_PolicyTitle';
import policyWordsEdit from '@salesforce/label/c.Dealside_PolicyWordsEdit';
import resultDay from '@salesforce/label/c.Dealside_ResultDay';
import resultDays from '@salesforce/label/c.Dealside_ResultDays';
import resultPeriod from '@salesforce/label/c.Dealside_ResultPeriod';

/** What administrators see. */
export const adminLabels = {
  adminNotAllowed,
  adminNotAllowedText,
  adminRetry,
  gateOutdated,
  policyTitle,
  policyLoading,
  policySince,
  policyNone,
  policyNoneText,
  policyRefused,
  policyFault,
  policyRefresh,
  policyConsent,
  policyConsentEdit,
  policyConsentPlaces,
  policyDialing,
  policyDialingEdit,
  policyRetention,
  policyRetentionEdit,
  policyRules,
  auditThisCall,
  auditThisRecording,
  auditTitle,
  auditLoading,
  auditEmpty,
  auditEmptyText,
  auditResult,
  auditAll,
  auditDone,
  auditRefused,
  auditAction,
  auditWhen,
  auditWho,
  auditSystem,
  auditCarrier,
  auditUnknown,
  auditMore,
  auditVerify,
  auditVerifying,
  auditVerifyBegins,
  auditIntact,
  auditBroken,
  latencyAdded,
  latencyAddedHint,
  latencyAddedOne,
  latencyAddedTitle,
  latencyTitle,
  latencyLoading,
  latencyEmpty,
  latencyEmptyText,
  latencyWhat,
  latencyCount,
  latencyConfirmed,
  latencyHeard,
  latencyServer,
  latencyCarrier,
  latencyJoin,
  latencySwitch,
  latencyCustomer,
  latencyCustomerHint,
  latencyCustomerNoCalls,
  latencyCustomerPhone,
  latencyCustomerUnmeasured,
  latencyRepConnection,
  latencyUnknown,
  resultPeriod,
  resultDay,
  resultDays,
  audioCheckTitle,
  audioCheckLoading,
  audioCheckHealthy,
  audioCheckUnhealthy,
  audioCheckDoubtful,
  audioCheckRun,
  audioCheckRunning,
  audioCheckPassed,
  audioCheckFailed,
  audioCheckNotRun,
  audioCheckNotRunHint,
  audioCheckEmpty,
  audioCheckEmptyText,
  audioCheckRuns,
  audioChecksMore,
  audioChecksShown,
  policyWordsEdit,
  policyExport,
  listLimited,
};
