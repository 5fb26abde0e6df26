import type { CallEvent } from '../call/events.ts';

/** Acts of people, or of Dealside itself, that change no call. */
export type ActAction =
  | 'AlertRuleBacktested'
  | 'AlertRulesChanged'
  | 'AlertRulesRefused'
  | 'AudioCheckRun'
  | 'AuditExported'
  | 'AuditVerified'
  | 'CallScored'
  | 'CheckpointTaken'
  | 'CoachingRated'
  | 'CourseFinished'
  | 'CuesChanged'
  | 'DeadLetterRetried'
  | 'DebriefBooked'
  | 'DebriefClosed'
  | 'DebriefPlanned'
  | 'EmployeeNoticeAcknowledged'
  | 'IncidentExplained'
  | 'IncidentRaised'
  | 'IncidentResolved'
  | 'JointCallBegun'
  | 'JointCallCanceled'
  | 'JointCallMoved'
  | 'JointCallPlanned'
  | 'OutcomesDropped'
  | 'PasskeyProved'
  | 'PasskeyRegistered'
  | 'PasskeyRemoved'
  | 'PasskeysReset'
  | 'PersonErased'
  | 'PersonExported'
  | 'PhoneNumbersPointed'
  | 'PinChanged'
  | 'PinProved'
  | 'PinReset'
  | 'PinSet'
  | 'PolicyAcknowledged'
  | 'PolicyChanged'
  | 'PolicyRefused'
  | 'PolicySimulated'
  | 'ProgramStartStated'
  | 'ReachChosen'
  | 'ReachConfirmed'
  | 'RecordingExportPrepared'
  | 'RecordingOpened'
  | 'RecordingRemoved'
  | 'TranscriptsRemoved'
  | 'RecordingsExported'
  | 'ReportsSealed'
  | 'ScoreAcknowledged'
  | 'ScorecardChanged'
  | 'ScorecardRefused'
  | 'ScoresRead'
  | 'SimulationCancelled'
  | 'TextWhispersRead'
  | 'TrainingSignalDecided'
  | 'TrainingSignalRaised'
  | 'TranscriptRead';

/** Attempts that were refused. */
export type AttemptAction =
  | 'AcceptHelp'
  | 'AcknowledgeNotice'
  | 'AcknowledgeScore'
  | 'AdmitParticipant'
  | 'AnswerSummons'
  | 'BookDebrief'
  | 'CancelHelpRequest'
  | 'CancelJointCall'
  | 'CancelSimulation'
  | 'CancelTransfer'
  | 'CarrierCallback'
  | 'ChangeDevice'
  | 'ChangeMode'
  | 'ChangePin'
  | 'ChooseReach'
  | 'CloseDebrief'
  | 'ComparePolicies'
  | 'CompleteTransfer'
  | 'ConfirmReach'
  | 'DecideTrainingSignal'
  | 'ErasePerson'
  | 'ExportAudit'
  | 'ExportPerson'
  | 'ExportRecordings'
  | 'FlagMoment'
  | 'GiveHelpBack'
  | 'GiveMonitoringChoice'
  | 'GiveOutcome'
  | 'HangUp'
  | 'HoldCustomer'
  | 'InviteGuest'
  | 'LeaveCall'
  | 'LeaveMessage'
  | 'LeaveToGuest'
  | 'LinkCustomer'
  | 'ListCallRecords'
  | 'ListRecordings'
  | 'MarkTextWhisperSeen'
  | 'MoveJointCall'
  | 'OpenRecording'
  | 'PauseRecording'
  | 'PlaceCall'
  | 'PlacePractice'
  | 'PlanDebrief'
  | 'PlanJointCall'
  | 'PlayDisclosure'
  | 'PointPhoneNumbers'
  | 'ProvePasskey'
  | 'ProvePin'
  | 'RateCoaching'
  | 'ReadAlertRules'
  | 'ReadAudit'
  | 'ReadCheckpoints'
  | 'ReadCues'
  | 'ReadDeadLetters'
  | 'ReadIncidents'
  | 'ReadLatency'
  | 'ReadOutcomes'
  | 'ReadPolicy'
  | 'ReadPolicyHistory'
  | 'ReadQuestions'
  | 'ReadSetup'
  | 'ReadSimulations'
  | 'ReadTextWhispers'
  | 'ReadTranscript'
  | 'RefreshPolicy'
  | 'RegisterPasskey'
  | 'ReleaseFloor'
  | 'RemoveGuest'
  | 'RemovePasskey'
  | 'RequestFloor'
  | 'RequestHelp'
  | 'RequestTransfer'
  | 'ResetPasskeys'
  | 'ResetPin'
  | 'ResolveIncident'
  | 'ResumeCustomer'
  | 'ResumeRecording'
  | 'RetryDeadLetter'
  | 'ReviewPractice'
  | 'RunAudioCheck'
  | 'ScoreCall'
  | 'SendTextWhisper'
  | 'SignIn'
  | 'SimulatePolicy'
  | 'StartIntervention'
  | 'StateProgramStart'
  | 'TakeCheckpoint'
  | 'UseDealside'
  | 'ValidatePolicy'
  | 'VerifyAudit'
  | 'WrapUpCall';

/**
 * Everything that the audit records today; what happens on a call is an action by the name of its
 * event. The labels are in the catalogues of texts.
 */
export type AuditAction = CallEvent['type'] | ActAction | AttemptAction;

/**
 * Names of actions in entries of former versions, with the names of today. Stored entries cannot be
 * rewritten: hashes bind them.
 */
export const FORMER_ACTIONS = {
  AdmitLeg: 'AdmitParticipant',
  AnnouncementAsked: 'AnnouncementRequested',
  AskHelp: 'RequestHelp',
  CanaryRun: 'AudioCheckRun',
  ClaimWord: 'RequestFloor',
  HelpAsked: 'HelpRequested',
  HelpTaken: 'HelpAccepted',
  HelpWithdrawn: 'HelpRequestCancelled',
  ReadSetAside: 'ReadDeadLetters',
  ReleaseWord: 'ReleaseFloor',
  RetrySetAside: 'RetryDeadLetter',
  RunCanary: 'RunAudioCheck',
  SeeTextWhisper: 'MarkTextWhisperSeen',
  SetAsideRetried: 'DeadLetterRetried',
  TakeHelp: 'AcceptHelp',
  WhisperText: 'SendTextWhisper',
  WithdrawHelp: 'CancelHelpRequest',
  WordClaimed: 'FloorRequested',
  WordReleased: 'FloorReleased',
} as const satisfies Record<string, AuditAction>;

type FormerAction = keyof typeof FORMER_ACTIONS;

/** The action of a stored entry: one of this version or of an earlier one. */
export type StoredAction = AuditAction | FormerAction;

/** Whether an entry with this action was written by a former version. */
export const isFormerAction = (action: string): action is FormerAction =>
  Object.hasOwn(FORMER_ACTIONS, action);
