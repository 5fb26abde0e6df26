import {
  DEFAULT_COACHING_RULES,
  DEFAULT_QUIET_HOURS,
  type CoachingRules,
  type QuietHours,
} from '../../domain/call/coachingRules.ts';
import { DEFAULT_DEBRIEF_RULES, type DebriefRules } from '../../domain/call/debriefRules.ts';
import { MODES } from '../../domain/call/modes.ts';
import type { TrainingRules } from '../../domain/call/trainingRules.ts';
import type { CoachingRulesSource } from '../../ports/index.ts';
import { rememberedFor } from '../cache/remembered.ts';
import type { CrmConnection } from '../session/connection.ts';
import { readFrom, readSettings } from './orgRecords.ts';
import type { Renewed } from './renewed.ts';

const TTL_MS = 60_000;
const SECOND_MS = 1_000;
const HOUR_MS = 3_600_000;
const MAX_SECONDS = 3_600;
const MAX_CALLS = 100;
const MAX_WEEKS = 52;
const MAX_HOURS = 720;
const WEEK_DAYS = 7;
const MAX_TAG = 80;
const MAX_TAGS = 50;
const MAX_REMIND_HOURS = 240;
const MAX_DEBRIEF_DAYS = 30;
const MAX_TRAINING_DAYS = 365;
/** The id of a user, as Salesforce pages and reports show it. */
const USER_ID = /^005[a-zA-Z0-9]{12}([a-zA-Z0-9]{3})?$/;

interface CoachingRecord {
  readonly Help_Step_Seconds__c: number | null;
  readonly Help_Open_Seconds__c: number | null;
  readonly Help_Rings_Phones__c: boolean | null;
  readonly Help_Quiet_From_Hour__c: number | null;
  readonly Help_Quiet_Until_Hour__c: number | null;
  readonly Barge_Guide_Seconds__c: number | null;
  readonly Step_Down_Seconds__c: number | null;
  readonly Auditors_Read_Texts__c: boolean | null;
  readonly Declined_Reasons__c: string | null;
  readonly Declined_One_Call__c: boolean | null;
  readonly Training_Calls__c: number | null;
  readonly Training_Days__c: number | null;
  readonly Training_Reps__c: number | null;
  readonly Watched_Calls__c: number | null;
  readonly Course_Before__c: string | null;
  readonly Sampled_Calls_Per_Week__c: number | null;
  readonly New_Rep_Weeks__c: number | null;
  readonly Outcome_Due_Hours__c: number | null;
  readonly QA_Form_Template__c: string | null;
  readonly Intervention_Tags__c: string | null;
  readonly Debrief_Due_Days__c: number | null;
  readonly Debrief_Remind_Hours__c: number | null;
  readonly Debrief_Escalate_Days__c: number | null;
  readonly Debrief_Escalate_To__c: string | null;
  readonly Work_From_Hour__c: number | null;
  readonly Work_Until_Hour__c: number | null;
}
const COACHING_FIELDS = [
  'Help_Step_Seconds__c',
  'Help_Open_Seconds__c',
  'Help_Rings_Phones__c',
  'Help_Quiet_From_Hour__c',
  'Help_Quiet_Until_Hour__c',
  'Barge_Guide_Seconds__c',
  'Step_Down_Seconds__c',
  'Auditors_Read_Texts__c',
  'Declined_Reasons__c',
  'Declined_One_Call__c',
  'Training_Calls__c',
  'Training_Days__c',
  'Training_Reps__c',
  'Watched_Calls__c',
  'Course_Before__c',
  'Sampled_Calls_Per_Week__c',
  'New_Rep_Weeks__c',
  'Outcome_Due_Hours__c',
  'QA_Form_Template__c',
  'Intervention_Tags__c',
  'Debrief_Due_Days__c',
  'Debrief_Remind_Hours__c',
  'Debrief_Escalate_Days__c',
  'Debrief_Escalate_To__c',
  'Work_From_Hour__c',
  'Work_Until_Hour__c',
] as const satisfies readonly (keyof CoachingRecord)[];

/** The coaching rules in the record "Dealside Setting: Default", clamped to their bounds. */
export function createCoachingRules(
  connectionTo: (orgId: string) => CrmConnection | undefined,
  now: () => number = Date.now,
): CoachingRulesSource & Renewed {
  const remembered = rememberedFor(
    (orgId) =>
      readFrom(connectionTo(orgId), 'the settings', async (crm) =>
        rulesOf(await readSettings<CoachingRecord>(crm, COACHING_FIELDS)),
      ),
    TTL_MS,
    now,
  );
  return {
    of: (orgId) => remembered.known(orgId) ?? DEFAULT_COACHING_RULES,
    renew: (orgId) => remembered.renew(orgId),
  };
}

function rulesOf(set: CoachingRecord | undefined): CoachingRules {
  const ours = DEFAULT_COACHING_RULES;
  const { stepDownMs: ownStepDownMs, ...others } = ours;
  // 0 seconds turns stepping down off; an empty field means the default.
  const stepDownMs =
    set?.Step_Down_Seconds__c === 0
      ? undefined
      : (within(set?.Step_Down_Seconds__c, MAX_SECONDS, SECOND_MS) ?? ownStepDownMs);
  return {
    ...others,
    helpStepMs: within(set?.Help_Step_Seconds__c, MAX_SECONDS, SECOND_MS) ?? ours.helpStepMs,
    helpOpenMs: within(set?.Help_Open_Seconds__c, MAX_SECONDS, SECOND_MS) ?? ours.helpOpenMs,
    ...(set?.Help_Rings_Phones__c === true && { helpPhones: quietHoursOf(set) }),
    bargeGuideMs: within(set?.Barge_Guide_Seconds__c, MAX_SECONDS, SECOND_MS) ?? ours.bargeGuideMs,
    ...(stepDownMs !== undefined && { stepDownMs }),
    auditorsReadTexts: set?.Auditors_Read_Texts__c ?? ours.auditorsReadTexts,
    declinedReasons: listed(set?.Declined_Reasons__c) ?? ours.declinedReasons,
    declinedStays: set?.Declined_One_Call__c !== true,
    sampledPerWeek: within(set?.Sampled_Calls_Per_Week__c, MAX_CALLS) ?? ours.sampledPerWeek,
    newRepDays: within(set?.New_Rep_Weeks__c, MAX_WEEKS, WEEK_DAYS) ?? ours.newRepDays,
    outcomeDueMs: within(set?.Outcome_Due_Hours__c, MAX_HOURS, HOUR_MS) ?? ours.outcomeDueMs,
    ...(set?.QA_Form_Template__c && { qualityForm: set.QA_Form_Template__c.trim() }),
    tags: tagsOf(set?.Intervention_Tags__c),
    courseBefore: MODES.filter((mode) => listed(set?.Course_Before__c)?.includes(mode)),
    debriefs: debriefRulesOf(set),
    watchedCalls: within(set?.Watched_Calls__c, MAX_CALLS) ?? ours.watchedCalls,
    training: trainingRulesOf(set),
  };
}

/** Hours that cannot be read are the shipped ones. */
function quietHoursOf(set: CoachingRecord): QuietHours {
  const hour = (value: number | null, ours: number): number =>
    value !== null && Number.isInteger(value) && value >= 0 && value <= 24 ? value : ours;
  const { quietFromHour, quietUntilHour } = DEFAULT_QUIET_HOURS;
  return {
    quietFromHour: hour(set.Help_Quiet_From_Hour__c, quietFromHour),
    quietUntilHour: hour(set.Help_Quiet_Until_Hour__c, quietUntilHour),
  };
}

function trainingRulesOf(set: CoachingRecord | undefined): TrainingRules {
  const ours = DEFAULT_COACHING_RULES.training;
  return {
    reps: within(set?.Training_Reps__c, MAX_CALLS) ?? ours.reps,
    calls: within(set?.Training_Calls__c, MAX_CALLS) ?? ours.calls,
    days: within(set?.Training_Days__c, MAX_TRAINING_DAYS) ?? ours.days,
  };
}

/** If the hours cannot be read, or end before they begin, the shipped hours apply. */
function debriefRulesOf(set: CoachingRecord | undefined): DebriefRules {
  const ours = DEFAULT_DEBRIEF_RULES;
  const fromHour = set?.Work_From_Hour__c ?? ours.hours.fromHour;
  const untilHour = set?.Work_Until_Hour__c ?? ours.hours.untilHour;
  const areHours = fromHour >= 0 && fromHour < untilHour && untilHour <= 24;
  const to = set?.Debrief_Escalate_To__c?.trim();
  return {
    dueDays: within(set?.Debrief_Due_Days__c, MAX_DEBRIEF_DAYS) ?? ours.dueDays,
    remindMs: within(set?.Debrief_Remind_Hours__c, MAX_REMIND_HOURS, HOUR_MS) ?? ours.remindMs,
    escalateDays: within(set?.Debrief_Escalate_Days__c, MAX_DEBRIEF_DAYS) ?? ours.escalateDays,
    ...(to && USER_ID.test(to) && { escalateTo: to }),
    hours: areHours ? { fromHour, untilHour } : ours.hours,
  };
}

/** One tag per line, without duplicates. */
const tagsOf = (set: string | null | undefined): string[] =>
  [...new Set((set ?? '').split(/[\r\n]+/).map((tag) => tag.trim()))]
    .filter((tag) => tag.length > 0 && tag.length <= MAX_TAG)
    .slice(0, MAX_TAGS);

/** Codes separated by commas; "none" means an empty list. */
function listed(set: string | null | undefined): string[] | undefined {
  const codes = set?.split(/[,;]/).map((code) => code.trim().toLowerCase()) ?? [];
  const named = codes.filter(Boolean);
  return named.length > 0 ? named.filter((code) => code !== 'none') : undefined;
}

const within = (set: number | null | undefined, max: number, unit = 1): number | undefined =>
  typeof set === 'number' ? Math.min(Math.max(set, 1), max) * unit : undefined;
