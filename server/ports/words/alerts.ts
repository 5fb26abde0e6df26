import type { Cue, CueFault } from '../../domain/alerts/cue.ts';
import type { AlertFamily, AlertRule, AlertRules, Severity } from '../../domain/alerts/rule.ts';
import type { RuleFault } from '../../domain/alerts/validate.ts';
import type { AuditEntry } from '../../domain/audit/entries.ts';
import type { Speaker } from '../../domain/transcript/line.ts';

/**
 * The status of an alert: shown; held out for comparison; or limited, because the team has reached
 * its hourly limit for this rule.
 */
export type AlertStatus = 'shown' | 'held_out' | 'limited';

/** An alert as it is stored. Times are ISO 8601 in UTC. */
export interface CallAlert {
  readonly alertId: string;
  readonly orgId: string;
  readonly callId: string;
  readonly repUserId: string;
  readonly teamId?: string;
  readonly ruleName: string;
  readonly ruleVersion: string;
  readonly label: string;
  readonly family: AlertFamily;
  readonly severity: Severity;
  readonly raisedAt: string;
  readonly round: number;
  readonly speaker?: Speaker;
  readonly lineId?: string;
  readonly words: readonly string[];
  readonly measured?: number;
  readonly status: AlertStatus;
  readonly mark?: 'useful' | 'not_useful';
  readonly markedBy?: string;
}

/** Source: PostgreSQL. */
export interface CallAlerts {
  /** Stores it once per call, rule and round. Returns false when it is known. */
  add(alert: CallAlert): Promise<boolean>;
  ofCalls(callIds: readonly string[]): Promise<CallAlert[]>;
  find(orgId: string, alertId: string): Promise<CallAlert | undefined>;
  mark(
    alertId: string,
    marking: { readonly mark: 'useful' | 'not_useful'; readonly by: string; readonly at: string },
  ): Promise<void>;
  /** How many of a rule a team was shown since then. */
  shownToTeam(
    orgId: string,
    question: { readonly teamId: string; readonly ruleName: string; readonly since: string },
  ): Promise<number>;
  /** The calls on which a rule was raised, and how people marked those alerts. */
  marksOf(
    orgId: string,
    ruleName: string,
  ): Promise<{ callId: string; mark?: 'useful' | 'not_useful' }[]>;
}

/** Rules that people have muted, for a time or permanently. Source: PostgreSQL. */
export interface AlertMutes {
  of(
    person: { readonly orgId: string; readonly userId: string },
    now: string,
  ): Promise<AlertMute[]>;
  set(person: { readonly orgId: string; readonly userId: string }, mute: AlertMute): Promise<void>;
  remove(
    person: { readonly orgId: string; readonly userId: string },
    ruleName: string,
  ): Promise<void>;
}
interface AlertMute {
  readonly ruleName: string;
  readonly until?: string;
}

/** The rules as the CRM has them now. Throws CrmUnavailable. Source: the CRM. */
export interface AlertRuleSource {
  read(orgId: string): Promise<AlertRuleReading>;
}
type AlertRuleReading = {
  readonly version: string;
  /** The ids of the records in the CRM, by the names of their rules. */
  readonly recordIds: Readonly<Record<string, string>>;
} & ({ readonly rules: AlertRules } | { readonly faults: readonly RuleFault[] });

/** Every set of rules that was ever in force. Append-only. Source: PostgreSQL. */
export interface AlertRuleHistory {
  latest(
    orgId: string,
  ): Promise<{ readonly rules: AlertRules; readonly since: string } | undefined>;
  comesIntoForce(
    orgId: string,
    next: { readonly rules: AlertRules; readonly since: string },
    auditOf: (before: AlertRules | undefined) => readonly AuditEntry[],
  ): Promise<boolean>;
}

/** The rules in force in an org, and what is wrong with newer ones. */
export interface AlertRuleStanding {
  readonly rules: AlertRules;
  readonly since?: string;
  readonly readAt?: string;
  /** The ids of their records; absent before the CRM has answered. */
  readonly recordIds?: Readonly<Record<string, string>>;
  readonly refused?: {
    readonly version: string;
    readonly faults: readonly RuleFault[];
    readonly seenAt: string;
  };
}

/** Cards and checklists of an org, and what is wrong with its records. */
export interface CueStanding {
  readonly cues: readonly Cue[];
  readonly faults: readonly (CueFault & { readonly recordField: string })[];
}

/** The cue cards that reps are shown for words on a call. Source: the CRM. */
export interface CueSource {
  /** The cues that were read last, from memory; none before the first answer. */
  of(orgId: string): CueStanding;
  /** Asks the CRM now. Throws CrmUnavailable; what was read before stays. */
  renew(orgId: string): Promise<CueStanding>;
  /** The cues that were read last; asks the CRM if none were. Throws CrmUnavailable. */
  current(orgId: string): Promise<CueStanding>;
}

/** Which alerts are held out, so that their use can be measured. */
export interface AlertHoldOut {
  assign(alert: {
    readonly orgId: string;
    readonly callId: string;
    readonly repUserId: string;
    readonly family: AlertFamily;
    readonly severity: Severity;
  }): Promise<'shown' | 'held_out'>;
}

/** Runs of a rule over past transcripts, on whichever instance. Source: PostgreSQL. */
export interface AlertBacktests {
  begin(run: Omit<AlertBacktestRun, 'status' | 'done' | 'updatedAt'>): Promise<void>;
  progress(backtestId: string, done: number, at: string): Promise<void>;
  finish(
    backtestId: string,
    end: { readonly result: BacktestResult } | { readonly problem: string },
    at: string,
  ): Promise<void>;
  find(orgId: string, backtestId: string): Promise<AlertBacktestRun | undefined>;
  /** The newest of an org that has not ended. */
  running(
    orgId: string,
  ): Promise<Pick<AlertBacktestRun, 'backtestId' | 'status' | 'updatedAt'> | undefined>;
}
export interface AlertBacktestRun {
  readonly backtestId: string;
  readonly orgId: string;
  readonly askedBy: string;
  readonly askedAt: string;
  readonly updatedAt: string;
  readonly status: 'running' | 'done' | 'failed';
  readonly done: number;
  readonly total: number;
  readonly rule: AlertRule;
  readonly result?: BacktestResult;
  readonly problem?: string;
}
/**
 * What a rule would have done. `calls` are at most 50 of those on which it would alert, and which
 * the person who ran it may read.
 */
export interface BacktestResult {
  readonly transcripts: number;
  /** Of all transcripts of the org, of which the newest were tried; absent in earlier runs. */
  readonly kept?: number;
  readonly alerts: number;
  /** Days from the first transcript to the last, at least one. */
  readonly days: number;
  readonly perDay: number;
  readonly calls: readonly {
    readonly callId: string;
    readonly words: readonly string[];
    readonly text: string;
  }[];
  /** The marks of this rule's current alerts on calls that the changed rule also finds. */
  readonly marks: { readonly useful: number; readonly notUseful: number };
  /** Against the rule of the same name that is in force; undefined for a new rule. */
  readonly difference?: { readonly added: number; readonly lost: number; readonly same: number };
}

/** Claims: which supervisor looks after a call. Source: PostgreSQL. */
export interface CallClaims {
  /** Returns who has it then: the asker, or the one who was first. */
  claim(claim: CallClaim): Promise<CallClaim>;
  release(orgId: string, callId: string, userId: string): Promise<boolean>;
  /** Releases it only if it was taken by joining; says whether there was such a claim. */
  giveBack(orgId: string, callId: string, userId: string): Promise<boolean>;
  ofOrg(orgId: string, now: string): Promise<CallClaim[]>;
  /** The claim of one call that is in force. */
  ofCall(orgId: string, callId: string, now: string): Promise<CallClaim | undefined>;
}
export interface CallClaim {
  readonly orgId: string;
  readonly callId: string;
  readonly userId: string;
  readonly userName: string;
  readonly claimedAt: string;
  readonly until: string;
  /** Taken by joining. A claim that its holder took before stays theirs, whatever becomes of a join. */
  readonly forJoin: boolean;
}

/** Reps whose calls supervisors follow. Source: PostgreSQL. */
export interface RepFollows {
  of(person: { readonly orgId: string; readonly userId: string }): Promise<RepFollow[]>;
  set(
    person: { readonly orgId: string; readonly userId: string },
    follow: RepFollow,
    at: string,
  ): Promise<void>;
  remove(
    person: { readonly orgId: string; readonly userId: string },
    repUserId: string,
  ): Promise<void>;
  /**
   * The supervisors to notify that a call of this rep has begun. A `next_call` follow is used up by
   * this.
   */
  claimFollowers(orgId: string, repUserId: string): Promise<string[]>;
}
export interface RepFollow {
  readonly repUserId: string;
  readonly kind: 'every_call' | 'next_call';
}
