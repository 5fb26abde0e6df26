import type { Mode } from 'c/callModel';
import { request } from 'c/dealsideSession';
import { tellMutes, type Mute } from './mutes';

export {
  alertText,
  familyText,
  cueFaultText,
  faultTexts,
  backtestTexts,
  kindText,
  lostText,
  partsText,
  progressText,
  openSummonses,
  RULE_FAMILIES,
  RULE_KINDS,
  RULE_SEVERITIES,
  RULE_SPEAKERS,
  ruleFieldText,
  ruleSpeakerText,
  severityText,
  speakerName,
  summonsText,
} from './texts';

export { ruleFile } from './ruleFile';
export { followMutes, muteRule, unmuteRule, type Mute } from './mutes';

export type Family =
  | 'asks_for_manager'
  | 'threatens_to_cancel'
  | 'legal_or_regulator'
  | 'abuse'
  | 'beyond_authority'
  | 'competitor'
  | 'account_security'
  | 'disclosure_missing'
  | 'stumped_rep'
  | 'close_at_hand'
  | 'conversation';

export interface LineView {
  lineId: string;
  speaker: 'customer' | 'rep';
  text: string;
  startedAt: string;
  endedAt: string;
}

export interface AlertView {
  alertId: string;
  callId: string;
  ruleName: string;
  label: string;
  family: Family;
  severity: 'info' | 'attention' | 'compliance';
  raisedAt: string;
  speaker?: 'customer' | 'rep';
  lineId?: string;
  words: readonly string[];
  measured?: number;
  mark?: 'useful' | 'not_useful';
}

/** What the rep is shown about the conversation. */
export interface CuesView {
  callId: string;
  card?: {
    name: string;
    title: string;
    text: string;
    link?: string;
    words: readonly string[];
    at: string;
    until: string;
  };
  checklist: readonly {
    name: string;
    text: string;
    mark?: 'critical' | 'compliance';
    /** When it was said. */
    at?: string;
  }[];
}

/** Words that are missing now. `isGivenUp`: the transcription failed too often to be started again. */
export interface LostWords {
  speaker: LineView['speaker'];
  isGivenUp: boolean;
}

export interface WordsView {
  isTranscribed: boolean;
  lost?: readonly LostWords[];
  lines: readonly LineView[];
  talk?: { customer: number; rep: number };
  alerts: readonly AlertView[];
  cues?: CuesView;
}

export interface TranscriptView {
  callId: string;
  isTranscribed: boolean;
  startedAt: string;
  lines: readonly LineView[];
  modes: readonly { at: string; mode: Mode; name: string }[];
  moments: readonly { momentId: string; at: string; note?: string }[];
  /**
   * Lines that repeat, after the customer first heard a supervisor, something that was said before.
   */
  repeats?: readonly { lineId: string; ofLineId: string }[];
  alerts: readonly AlertView[];
  /** The recording of the call, if this person may hear it. */
  recording?: { recordingId: string; startedAt: string };
}

export interface AttentionView {
  callId: string;
  score: number;
  parts: readonly { part: string; points: number }[];
  suggestion?: { mode: Mode; because: Family | 'help' };
  claim?: { userId: string; name: string; until: string };
  alerts: readonly AlertView[];
}

export interface Follow {
  repUserId: string;
  kind: 'every_call' | 'next_call';
}

/** The last 60 seconds of a live call, or all of an ended one. */
export const wordsOf = (callId: string): Promise<WordsView> =>
  request('GET', `/api/calls/${callId}/words`);

/** The whole transcript of a call, with what happened meanwhile. Each reading is audited. */
export const transcriptOf = (callId: string): Promise<TranscriptView> =>
  request('GET', `/api/calls/${callId}/transcript`);

interface AttentionOfCalls {
  calls: AttentionView[];
  mutes: Mute[];
  follows: Follow[];
}

let asked: Promise<AttentionOfCalls> | undefined;

/**
 * The calls that this person may see, those that need attention first. Components that ask at the
 * same time share the answer. What is muted is told to those who follow it.
 */
export const attention = (): Promise<Omit<AttentionOfCalls, 'mutes'>> =>
  (asked ??= request<AttentionOfCalls>('GET', '/api/attention')
    .then((answer) => {
      tellMutes(answer.mutes);
      return answer;
    })
    .finally(() => {
      asked = undefined;
    }));

/** `forJoin`: it is given back when the person does not join after all. */
export const claimCall = (
  callId: string,
  forJoin = false,
): Promise<{ claim: AttentionView['claim'] }> =>
  request('POST', `/api/calls/${callId}/claim`, forJoin ? { forJoin } : {});

/** Gives a claim back that was taken by joining; nothing where there is none. */
export const giveClaimBack = (callId: string): Promise<unknown> =>
  request('DELETE', `/api/calls/${callId}/claim?forJoin=true`).catch(() => undefined);

export const releaseCall = (callId: string): Promise<unknown> =>
  request('DELETE', `/api/calls/${callId}/claim`);

/** Says that this person handles a compliance alert, so that it stops ringing for others. */
export const answerSummons = (callId: string, alertId: string): Promise<unknown> =>
  request('POST', `/api/calls/${callId}/summonses/${alertId}/answer`, {});

export const markAlert = (alertId: string, useful: boolean): Promise<unknown> =>
  request('POST', `/api/alerts/${alertId}/mark`, { useful });

export const followRep = (
  repUserId: string,
  kind: Follow['kind'],
): Promise<{ follows: Follow[] }> => request('PUT', '/api/follows', { repUserId, kind });

export const unfollowRep = (repUserId: string): Promise<{ follows: Follow[] }> =>
  request('POST', '/api/follows/remove', { repUserId });

/** A rule with the fields of its record. */
export interface RuleRecord {
  name: string;
  label?: string;
  family?: string;
  severity?: string;
  speaker?: string;
  kind?: string;
  language?: string;
  phrases?: string;
  withinWords?: number;
  seconds?: number;
  percent?: number;
  queues?: string;
  stages?: string;
  minimumAmount?: number;
  perTeamAndHour?: number;
}

export interface RuleFault {
  rule: string;
  field: string;
  recordField?: string;
  code: string;
  value?: string;
}

export interface RuleStanding {
  version: string;
  rules: readonly RuleRecord[];
  /** The ids of records in Salesforce, by the names of their rules. */
  recordIds?: Readonly<Record<string, string>>;
  refused?: { version: string; faults: readonly RuleFault[] };
}

/** A past call on which a rule would have been raised, and what was said. */
interface FoundCall {
  callId: string;
  at: string;
  repName: string;
  words: readonly string[];
  text: string;
  opportunity?: { opportunityId: string; name?: string };
}

export interface BacktestView {
  status: 'running' | 'done' | 'failed';
  done: number;
  total: number;
  result?: {
    transcripts: number;
    /** Of all transcripts, of which the newest were tried. */
    kept?: number;
    alerts: number;
    perDay: number;
    /** At most 50, of those that the reader may read. */
    calls: readonly FoundCall[];
    marks: { useful: number; notUseful: number };
    difference?: { added: number; lost: number; same: number };
  };
}

export const alertRules = (): Promise<RuleStanding> => request('GET', '/api/alert-rules');

export const refreshAlertRules = (): Promise<RuleStanding> =>
  request('POST', '/api/alert-rules/refresh', {});

export const tryRule = (
  rule: RuleRecord,
  text: string,
  speaker: string,
): Promise<{ faults: RuleFault[]; raised: { label: string; words: string[] }[] }> =>
  request('POST', '/api/alert-rules/try', { rule, text, speaker, language: rule.language ?? 'en' });

export const beginBacktest = (
  rule: RuleRecord,
): Promise<{ faults: RuleFault[]; backtestId?: string }> =>
  request('POST', '/api/alert-rules/backtests', rule);

export const backtest = (backtestId: string): Promise<BacktestView> =>
  request('GET', `/api/alert-rules/backtests/${backtestId}`);

/** The cards and checklists in force, and faults of their records. */
export interface CueStanding {
  cues: readonly {
    name: string;
    kind: 'card' | 'checklist';
    label: string;
    text: string;
    language: string;
    priority: number;
    interrupts: boolean;
    mark?: 'critical' | 'compliance';
  }[];
  faults: readonly { cue: string; field: string; code: string; value?: string }[];
}

export const cuesInForce = (): Promise<CueStanding> => request('GET', '/api/cues');

export const refreshCues = (): Promise<CueStanding> => request('POST', '/api/cues/refresh', {});

export const tryCues = (
  text: string,
  speaker: string,
  language: string,
): Promise<{ found: { label: string; words: string[] }[] }> =>
  request('POST', '/api/cues/try', { text, speaker, language });
