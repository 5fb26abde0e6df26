import type { Call, ModeChange } from '../../domain/call/call.ts';
import { highestMode, isSilent, MODE_LABEL } from '../../domain/call/modes.ts';
import { SHIPPED_VOCABULARY } from '../../domain/vocabulary/shipped.ts';
import type { Vocabulary } from '../../domain/vocabulary/vocabulary.ts';
import {
  alsoOnCall,
  cut,
  direction,
  durationSeconds,
  historyLine,
  momentLines,
  otherLines,
  relatedTo,
  wordsOf,
  type EndedIntervention,
  type Fields,
  type RecordLinks,
  type Words,
} from './interventionRecord.ts';
import { dayIn, momentAt } from './localTime.ts';
import type { TaskValues } from './taskValues.ts';

/** The key of an intervention's call activity. */
export const activityKey = (interventionId: string): string => `${interventionId}:activity`;

/** The key of an intervention's coaching task. */
export const coachingKey = (interventionId: string): string => `${interventionId}:coaching`;

/** The org's picklist values for tasks, and the supervisor's time zone. */
export interface TaskSettings {
  readonly values: TaskValues;
  readonly supervisorZone?: string;
}

/** The completed call activity on the Opportunity's timeline (D28–D33). */
export function activityFields(
  call: Call,
  i: EndedIntervention,
  { values, supervisorZone }: TaskSettings,
  {
    links: { recordingUrl: recording } = {},
    vocabulary = SHIPPED_VOCABULARY,
  }: { readonly links?: RecordLinks; readonly vocabulary?: Vocabulary } = {},
): Fields {
  const words = wordsOf(vocabulary);
  const outcome = i.outcome.status === 'given' ? words.outcome(i.outcome.code) : null;
  const modes = modesInWords(i.modeHistory);
  return {
    ...relatedTo(call),
    TaskSubtype: 'Call',
    Status: values.closed,
    Subject: cut(
      `${MODE_LABEL[highestMode(i.modeHistory.map((change) => change.mode))]}: ${i.supervisor.name} on ${call.rep.name}’s call with ${call.customer.name}`,
      255,
    ),
    Description: cut(
      [description(call, i, words), recording && `Recording: ${recording}`]
        .filter(Boolean)
        .join('\n'),
      32_000,
    ),
    CallType: direction(call),
    CallDurationInSeconds: durationSeconds(i),
    CallDisposition: outcome,
    CallObject: cut(call.callId, 255),
    OwnerId: i.supervisor.userId,
    ActivityDate: dayIn(i.leftAt, supervisorZone),
    Dealside_Key__c: activityKey(i.interventionId),
    Intervention_Id__c: i.interventionId,
    Assisted_Call__c: i.modeHistory.some(({ mode }) => !isSilent(mode)),
    Intervention_Reason__c: i.reason ? words.reason(i.reason.code) : null,
    Intervention_Outcome__c: outcome,
    Intervention_Modes__c: cut(modes, 255),
  };
}

/** The hour at which the reminder of a debrief comes, in the rep's time zone. */
const REMINDER_HOUR = 9;

/**
 * The coaching task of the rep (D14, P26), with the org's default priority; undefined if the
 * supervisor did not plan one.
 */
export function coachingFields(
  call: Call,
  i: EndedIntervention,
  { open, vocabulary = SHIPPED_VOCABULARY }: TaskValues & { readonly vocabulary?: Vocabulary },
): Fields | undefined {
  const words = wordsOf(vocabulary);
  if (i.outcome.status !== 'given' || !i.outcome.coaching) return undefined;
  const { dueOn, note } = i.outcome.coaching;
  const questions = 'What happened? What would you do next time?';
  return {
    ...relatedTo(call),
    Status: open,
    Subject: cut(`Debrief: call with ${call.customer.name}`, 255),
    Description: cut(
      [note, questions, `${i.supervisor.name}: ${modesInWords(i.modeHistory)}`]
        .filter(Boolean)
        .join('\n'),
      32_000,
    ),
    OwnerId: call.rep.userId,
    ActivityDate: dueOn,
    IsReminderSet: true,
    ReminderDateTime: momentAt(dueOn, REMINDER_HOUR, call.rep.timeZone),
    Dealside_Key__c: coachingKey(i.interventionId),
    Intervention_Id__c: i.interventionId,
    Intervention_Reason__c: i.reason ? words.reason(i.reason.code) : null,
  };
}

function description(call: Call, i: EndedIntervention, words: Words): string {
  const outcome = i.outcome.status === 'given' ? i.outcome : undefined;
  return [
    `Supervisor: ${i.supervisor.name}`,
    `Rep: ${call.rep.name}`,
    `Customer: ${call.customer.name}`,
    i.reason &&
      `Reason: ${words.reason(i.reason.code)}${i.reason.note ? ` (${i.reason.note})` : ''}`,
    i.reason?.point && `To add: ${i.reason.point}`,
    outcome && `Outcome: ${words.outcome(outcome.code)}`,
    outcome?.tag && `Tag: ${outcome.tag}`,
    outcome?.note && `Note: ${outcome.note}`,
    `Ended: ${i.endReason.replaceAll('_', ' ')}`,
    'Modes:',
    ...i.modeHistory.map((change) => `  ${historyLine(change, words)}`),
    ...alsoOnCall(i.joinedAt ? otherLines(call, i.joinedAt, i.leftAt) : []),
    ...momentLines(call),
  ]
    .filter(Boolean)
    .join('\n');
}

const modesInWords = (history: readonly ModeChange[]): string =>
  history.map((change) => MODE_LABEL[change.mode]).join(' → ');
