import { faultsIn, runSf } from './sf.ts';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/**
 * The names without its prefix that the package uses, by their type in the Tooling API. Records
 * depend on the names of objects and fields, and customers' pages on those of components, which are
 * named after their subject. A test keeps every other name to the prefix.
 */
export const NAMES_WITHOUT_PREFIX = {
  CustomObject: words(`
    Audit_Checkpoint Call_Day Call_Intervention Coaching_Note Help_Request
    Monitoring_Acknowledgement Rep_Call
  `),
  CustomField: words(`
    Assisted_Call Intervention_Id Intervention_Modes Intervention_Outcome Intervention_Reason
  `),
  LightningComponentBundle: words(`
    adminAlertRuleForm adminAlertRules adminApi adminAudioCheck adminAudioCheckRuns adminAudit adminAuditTable
    adminCheckpointTable adminCheckpoints adminCoverageHeatmap adminCues adminIncidentRow
    adminIncidents adminLatency adminLatencyTable adminPage adminPermissionCheck adminPersonData
    adminPolicy adminPolicyDifference adminPolicyDraft adminPolicyFile adminPolicyRuleForm
    adminPolicyWords adminRecordingExport adminRejectedWrite adminSalesforceSync adminSetup adminSetupCheck
    adminSimulatedCalls adminSimulationResult adminSimulationRun adminSimulator adminSyncBacklog
    adminUsage attentionQueue callAction callAlerts callAssistance callBacks callBar callCard callCovert callCues
    callDevice callHelpCard callHelpRequest callJoint callLead callList callModel callPanel
    callPermissions callPhones callRecordings callRepPanel callSteppedDown callSummonsCard callSupervisorPanel
    callTakenOff callTextWhispers callTranscript callWords coachingApi coachingCalibration coachingCloseAlone coachingDebrief coachingFirstDays
    coachingList coachingMoments coachingPlan coachingRating coachingScores coachingSignal coachingTeam coachingTimes homeFinishedCall homeFinishedCalls homeReports homeSetup identityCheck
    identityPrompt interventionControls interventionEscalationDialog interventionFlow
    interventionHabit interventionMessages interventionModeLook interventionModeTag
    interventionReasonPicker interventionReceipt interventionReceiptList
    interventionShortcutList interventionShortcuts liveCalls liveConnectionStatus liveFeed
    liveWall liveWallAlerts liveWallGrid liveWallLine liveWallReps liveWallRow liveWallScope outcomeApi
    outcomeAlerts outcomeCalibration outcomeCalls outcomeChart outcomeCoaching outcomeDeals outcomeDueList outcomeEstimate outcomeFirstDays outcomeForm outcomeFunnel
    outcomeHoldOut outcomeIntervals outcomeIssues outcomeLateList outcomePage outcomeProficiency outcomeProgramStarts outcomeRateChart
    outcomeReceipts outcomeRecurrence outcomeSatisfaction outcomeSavedTable outcomeShares outcomeTalk outcomeTrust outcomeWaiting outcomeWaitingChart outcomeWorth
    phoneFields phoneNumbers policyPermissionAnswer policyRules policyVersion practiceCourses practiceList
    repEmployeeNotices repPolicy repPresence repStatus repSupervisionNotice softphone
    softphoneAssistance softphoneBus softphoneReach uiCsv uiDataTable uiDisclosure uiEmptyState
    uiField uiInlineForm uiMarkedNote uiPageGate uiPanel uiProblemMessage uiScrollRegion uiSelect
    uiTextLimit wordsAlertActions wordsApi wrapUpCalls wrapUpForm wrapUpList
  `),
} as const;

type NamedType = keyof typeof NAMES_WITHOUT_PREFIX;

/**
 * A type of the package. If it exists, the org has Dealside and the names are the package's own.
 */
const OWN = 'Dealside_Setting';

const WHERE: Readonly<Record<NamedType, string>> = {
  CustomObject: '',
  CustomField: "TableEnumOrId = 'Activity' AND ",
  LightningComponentBundle: '',
};

/**
 * Asks an org without Dealside which of these names it already uses, because Salesforce would
 * silently replace those components. Returns none for an org that has Dealside.
 */
export async function namesTaken(
  org: string,
  dir: string,
): Promise<{ taken: string[] } | { fault: string }> {
  const taken: string[] = [];
  for (const type of Object.keys(NAMES_WITHOUT_PREFIX) as NamedType[]) {
    const asked =
      type === 'CustomObject' ? [...NAMES_WITHOUT_PREFIX[type], OWN] : NAMES_WITHOUT_PREFIX[type];
    const list = asked.map((name) => `'${name}'`).join(', ');
    const query = `SELECT DeveloperName FROM ${type} WHERE ${WHERE[type]}NamespacePrefix = null AND DeveloperName IN (${list})`;
    const answer = await runSf(
      ['data', 'query', '--use-tooling-api', '--target-org', org, '--query', query],
      dir,
      process.env,
    );
    if (answer.status !== 0)
      return {
        fault: `The org ${org} did not say which names it uses: ${faultsIn(answer).join('; ')}`,
      };
    const { records = [] } = (answer.result ?? {}) as {
      records?: readonly { readonly DeveloperName: string }[];
    };
    const found = records.map(({ DeveloperName: name }) => name);
    if (found.includes(OWN)) return { taken: [] };
    taken.push(...found.map((name) => `${type} ${name}`));
  }
  return { taken };
}
