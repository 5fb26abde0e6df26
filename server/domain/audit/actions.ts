import type { CallEvent } from '../call/events.ts';

/** What happened on a call: each event is an action. */
const EVENTS: Record<CallEvent['type'], string> = {
  CallPlaced: 'Call placed',
  CallReceived: 'Call received',
  ConferenceStarted: 'Conference started',
  ParticipantDialled: 'Participant dialed',
  ParticipantJoined: 'Participant joined',
  ParticipantChanged: 'Participant changed',
  ParticipantLeft: 'Participant left',
  CallAnswered: 'Call answered',
  CallEnded: 'Call ended',
  InterventionRequested: 'Intervention requested',
  SupervisorJoined: 'Supervisor joined',
  ModeRequested: 'Mode requested',
  ModeConfirmed: 'Mode confirmed',
  ModeFailed: 'Mode change failed',
  AnnouncementRequested: 'Announcement requested',
  AnnouncementEnded: 'Announcement ended',
  RecordingStarted: 'Recording started',
  RecordingEnded: 'Recording ended',
  FloorRequested: 'Floor requested',
  FloorReleased: 'Floor released',
  LeaveRequested: 'Leave requested',
  InterventionEnded: 'Intervention ended',
  OutcomeGiven: 'Outcome given',
  NoticeGiven: 'Notice given',
  NoticeAcknowledged: 'Notice acknowledged',
  HelpRequested: 'Help requested',
  HelpAccepted: 'Help request accepted',
  HelpRequestCancelled: 'Help request canceled',
  TextWhispered: 'Text whisper sent',
  TextWhisperSeen: 'Text whisper seen',
  TransferRequested: 'Transfer requested',
  CallHandedOver: 'Call handed over',
  TransferCompleted: 'Transfer completed',
  TransferCancelled: 'Transfer canceled',
};

/** What somebody, or Dealside itself, did that changes no call. */
const ACTS = {
  AudioCheckRun: 'Audio check run',
  AuditExported: 'Audit exported',
  AuditVerified: 'Audit verified',
  CheckpointTaken: 'Checkpoint created',
  DeadLetterRetried: 'Dead letter retried',
  IncidentExplained: 'Incident explained',
  IncidentRaised: 'Incident raised',
  IncidentResolved: 'Incident resolved',
  PasskeyProved: 'Passkey verified',
  PasskeyRegistered: 'Passkey registered',
  PasskeyRemoved: 'Passkey removed',
  PasskeysReset: 'Passkeys reset',
  PersonErased: 'Personal data erased',
  PersonExported: 'Personal data exported',
  PinChanged: 'PIN changed',
  PinProved: 'PIN verified',
  PinReset: 'PIN reset',
  PinSet: 'PIN set',
  PolicyChanged: 'Policy changed',
  PolicyRefused: 'Policy refused',
  PolicySimulated: 'Policy simulated',
  RecordingOpened: 'Recording opened',
  SimulationCancelled: 'Simulation canceled',
} as const;

/** What was asked for and refused. */
const ATTEMPTS = {
  AcceptHelp: 'Accept help request',
  AcknowledgeNotice: 'Acknowledge notice',
  AdmitParticipant: 'Admit participant',
  CancelHelpRequest: 'Cancel help request',
  CancelSimulation: 'Cancel simulation',
  CancelTransfer: 'Cancel transfer',
  CarrierCallback: 'Carrier callback',
  ChangeMode: 'Change mode',
  ChangePin: 'Change PIN',
  ComparePolicies: 'Compare policies',
  CompleteTransfer: 'Complete transfer',
  ErasePerson: 'Erase personal data',
  ExportAudit: 'Export audit',
  ExportPerson: 'Export personal data',
  GiveOutcome: 'Give outcome',
  HangUp: 'Hang up',
  HoldCustomer: 'Hold customer',
  LeaveCall: 'Leave call',
  ListRecordings: 'List recordings',
  MarkTextWhisperSeen: 'Mark text whisper as seen',
  OpenRecording: 'Open recording',
  PlaceCall: 'Place call',
  PlayDisclosure: 'Play disclosure',
  ProvePasskey: 'Verify passkey',
  ProvePin: 'Verify PIN',
  ReadAudit: 'Read audit',
  ReadCheckpoints: 'Read checkpoints',
  ReadDeadLetters: 'Read dead letters',
  ReadIncidents: 'Read incidents',
  ReadLatency: 'Read latency',
  ReadPolicy: 'Read policy',
  ReadPolicyHistory: 'Read policy history',
  ReadQuestions: 'Read permission questions',
  ReadSimulations: 'Read simulations',
  RefreshPolicy: 'Refresh policy',
  RegisterPasskey: 'Register passkey',
  ReleaseFloor: 'Release floor',
  RemovePasskey: 'Remove passkey',
  RequestFloor: 'Request floor',
  RequestHelp: 'Request help',
  RequestTransfer: 'Request transfer',
  ResetPasskeys: 'Reset passkeys',
  ResetPin: 'Reset PIN',
  ResolveIncident: 'Resolve incident',
  ResumeCustomer: 'Resume customer',
  RetryDeadLetter: 'Retry dead letter',
  RunAudioCheck: 'Run audio check',
  SendTextWhisper: 'Send text whisper',
  SignIn: 'Sign in',
  SimulatePolicy: 'Simulate policy',
  StartIntervention: 'Start intervention',
  TakeCheckpoint: 'Create checkpoint',
  ValidatePolicy: 'Validate policy',
  VerifyAudit: 'Verify audit',
} as const;

export type ActAction = keyof typeof ACTS;
export type AttemptAction = keyof typeof ATTEMPTS;
/** Everything that the audit records today. */
export type AuditAction = CallEvent['type'] | ActAction | AttemptAction;

/** Every action with its English label. */
export const AUDIT_ACTIONS: Record<AuditAction, string> = { ...EVENTS, ...ACTS, ...ATTEMPTS };

/**
 * Names of actions in entries of former versions, with the names of today. Stored entries cannot be
 * rewritten: hashes bind them.
 */
const FORMER_ACTIONS = {
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

/** What a stored entry can say: an action of today or of a former version. */
export type StoredAction = AuditAction | FormerAction;

const isFormer = (action: string): action is FormerAction => Object.hasOwn(FORMER_ACTIONS, action);
const isToday = (action: string): action is AuditAction => Object.hasOwn(AUDIT_ACTIONS, action);

/** The name of today for the action of a stored entry; undefined for one that this version does not know. */
export function currentAction(stored: string): AuditAction | undefined {
  const action = isFormer(stored) ? FORMER_ACTIONS[stored] : stored;
  return isToday(action) ? action : undefined;
}

/** Every name under which an entry can be stored. */
export const STORED_ACTIONS: readonly string[] = [
  ...Object.keys(AUDIT_ACTIONS),
  ...Object.keys(FORMER_ACTIONS),
];
