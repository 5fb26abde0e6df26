import type { Mode } from 'c/callModel';

export interface PolicyFault {
  rule?: string;
  field: string;
  code: string;
  message: string;
}

export interface RuleInWords {
  name?: string;
  rule?: string;
  words: string;
}

/** A mode, or covert monitoring, which is requested separately. */
export type Way = Mode | 'covert';

export interface Holiday {
  calendar: string;
  date: string;
}

/** How the rep, and perhaps the customer, is told of a supervisor. */
export type NoticeKind = 'banner' | 'tone' | 'spoken_to_rep' | 'spoken_to_everyone';

/** A rule as typed. Its fields may hold anything until it is checked. */
export type DraftRule = Record<string, unknown> & { name?: unknown };

/** A field of a rule, or a group of fields that belong together. */
export type RuleField =
  | 'name'
  | 'role'
  | 'modes'
  | 'reach'
  | 'deals'
  | 'hours'
  | 'demands'
  | 'noticeKinds'
  | 'toneAt'
  | 'atOnce'
  | 'covert';

export interface Draft {
  rules: readonly DraftRule[];
  holidays: readonly Holiday[];
}

export type Checked =
  | { valid: true; version: string; rules: RuleInWords[]; warnings?: PolicyFault[] }
  | { valid: false; faults: PolicyFault[] };

export interface PolicyVersion {
  version: string;
  since: string;
}

export interface HourCount {
  weekday: string;
  hour: number;
  calls: number;
  uncovered: number;
}
export interface TeamCount {
  managerId?: string;
  manager?: string;
  calls: number;
  uncovered: number;
}

/** What a policy would have meant for the calls of a period. */
export interface Coverage {
  version: string;
  joinable: Record<Way, number>;
  uncovered: number;
  hours: readonly HourCount[];
  teams: readonly TeamCount[];
  /** Calls that the policy would have let people join but consent did not. */
  barred?: { calls: number; by: readonly { rule: string; calls: number }[] };
}

export interface PolicyDifferenceView {
  added: readonly string[];
  removed: readonly string[];
  changed: readonly { rule: string; fields: readonly string[] }[];
  holidaysAdded: readonly Holiday[];
  holidaysRemoved: readonly Holiday[];
}

export interface SimulationResult {
  calls: number;
  people: number;
  before: Coverage;
  after: Coverage;
  difference: {
    policy: PolicyDifferenceView;
    callsGained: number;
    callsLost: number;
    /** The number of calls on which the new policy would allow more but consent does not. */
    heldBack?: number;
    people: readonly { userId: string; name: string; way: Way; before: number; after: number }[];
  };
}

export interface SimulationRun {
  simulationId: string;
  status: 'running' | 'done' | 'cancelled' | 'failed';
  done: number;
  total: number;
  progress: number;
  from: string;
  to: string;
  askedAt: string;
  /** The versions of the two policies. */
  before: string;
  after: string;
  result?: SimulationResult;
  problem?: string;
}

export interface SimulatedCall {
  callId: string;
  answeredAt: string;
  repName: string;
  who: readonly { userId: string; name: string; before: readonly Way[]; after: readonly Way[] }[];
}

export interface SimulatedCallPage {
  calls: readonly SimulatedCall[];
  next?: { answeredAt: string; callId: string };
}

export interface SimulationAsked {
  from: string;
  to: string;
  policy?: Draft;
  version?: string;
}

/** The policy's answer for one mode, with the rules that were considered. */
interface ModeExplanation {
  mode: Mode;
  allowed: boolean;
  rule: string;
  answer: string;
  wouldChange?: string;
  allowedFrom?: string;
  rules: readonly {
    rule: string;
    words: string;
    allows: boolean;
    unmet: readonly { condition: string; because: string }[];
  }[];
}

/** What the law says about the call, in addition to the policy. */
interface ConsentExplanation {
  allowed: boolean;
  rule: string;
  message?: string;
  hint?: string;
  jurisdictions?: readonly { place: string }[];
}

export interface PermissionExplanation {
  callId: string;
  person: { userId: string; name: string };
  rep: { userId: string; name: string };
  policyVersion: string;
  modes: readonly ModeExplanation[];
  consent?: ConsentExplanation;
}

/** The people and calls that an administrator can ask about. */
export interface Questions {
  people: readonly { userId: string; name: string; roles: readonly string[] }[];
  calls: readonly {
    callId: string;
    status: 'ringing' | 'live';
    startedAt: string;
    rep: { userId: string; name: string };
  }[];
}

export type IncidentKind =
  | 'stranger_leg'
  | 'unexplained_leg'
  | 'entry_without_leg'
  | 'mode_without_voice'
  | 'heard_without_request'
  | 'chain_broken'
  | 'crm_differs';

/** The people who talked on a call. */
export interface AuditedCall {
  rep: string;
  customer: string;
}

/** What an incident is about, where it is known. */
export interface IncidentFacts {
  at?: string;
  party?: 'customer' | 'rep' | 'supervisor' | 'colleague';
  mode?: Mode;
  checkpoint?: number;
}

/** A contradiction between the audit and the reports of the phone network or Salesforce. */
export interface IncidentView {
  incidentId: string;
  kind: IncidentKind;
  /** As the audit has it, in English. */
  message: string;
  facts?: IncidentFacts;
  callId?: string;
  connectionId?: string;
  position?: number;
  raisedAt: string;
  resolvedAt?: string;
  /** A person, or `system` if a later report of the phone network explained it. */
  resolvedBy?: string;
  resolutionNote?: string;
}

export interface CheckpointView {
  number: number;
  statement: string;
  keyId: string;
  takenAt: string;
  inSalesforce: 'waiting' | 'written' | 'failed';
  verification?: 'good' | 'signature_wrong' | 'entry_differs' | 'entry_missing';
}

export interface Checkpoints {
  checkpoints: readonly CheckpointView[];
  /** The entries after the last checkpoint. */
  uncovered?: { entries: number; since?: string };
}
