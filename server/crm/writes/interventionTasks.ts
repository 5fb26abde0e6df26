import type { Call, ModeChange } from '../../domain/call/call.ts';
import { highestMode, isSilent } from '../../domain/call/modes.ts';
import { fill } from '../../domain/texts/texts.ts';
import { SHIPPED_VOCABULARY } from '../../domain/vocabulary/shipped.ts';
import type { Vocabulary } from '../../domain/vocabulary/vocabulary.ts';
import {
  cut,
  direction,
  durationSeconds,
  relatedTo,
  type EndedIntervention,
  type Fields,
  type RecordLinks,
} from './interventionRecord.ts';
import { dayIn, momentAt } from './localTime.ts';
import type { Owner } from './owners.ts';
import { historyLine, momentLines, otherLines, wordsFor, type Words } from './recordWords.ts';
import type { TaskValues } from './taskValues.ts';

/** The key of an intervention's call activity. */
export const activityKey = (interventionId: string): string => `${interventionId}:activity`;

/** The key of an intervention's coaching task. */
export const coachingKey = (interventionId: string): string => `${interventionId}:coaching`;

/** The org's picklist values for tasks, and the owners of the tasks, in whose words they are. */
export interface TaskSettings {
  readonly values: TaskValues;
  readonly supervisor?: Owner;
  readonly rep?: Owner;
}

/** The completed call activity on the Opportunity's timeline (D28–D33). */
export function activityFields(
  call: Call,
  i: EndedIntervention,
  { values, supervisor = {} }: TaskSettings,
  {
    links: { recordingUrl: recording } = {},
    vocabulary = SHIPPED_VOCABULARY,
  }: { readonly links?: RecordLinks; readonly vocabulary?: Vocabulary } = {},
): Fields {
  const words = wordsFor(supervisor, vocabulary);
  const { written } = words;
  const outcome = i.outcome.status === 'given' ? words.outcome(i.outcome.code) : null;
  return {
    ...relatedTo(call),
    TaskSubtype: 'Call',
    Status: values.closed,
    Subject: cut(
      fill(written.activity, {
        mode: words.mode(highestMode(i.modeHistory.map((change) => change.mode))),
        supervisor: i.supervisor.name,
        rep: call.rep.name,
        customer: call.customer.name,
      }),
      255,
    ),
    Description: cut(
      [description(call, i, words), recording && fill(written.recording, { link: recording })]
        .filter(Boolean)
        .join('\n'),
      32_000,
    ),
    CallType: direction(call),
    CallDurationInSeconds: durationSeconds(i),
    CallDisposition: outcome,
    CallObject: cut(call.callId, 255),
    OwnerId: i.supervisor.userId,
    ActivityDate: dayIn(i.leftAt, supervisor.zone),
    Dealside_Key__c: activityKey(i.interventionId),
    Intervention_Id__c: i.interventionId,
    Assisted_Call__c: i.modeHistory.some(({ mode }) => !isSilent(mode)),
    Intervention_Reason__c: i.reason ? words.reason(i.reason.code) : null,
    Intervention_Outcome__c: outcome,
    Intervention_Modes__c: cut(modesInWords(i.modeHistory, words), 255),
  };
}

/** The hour at which the reminder of a debrief comes, in the rep's time zone. */
export const REMINDER_HOUR = 9;

/** Whether the rep gets a task, in the rep's words. */
export const plansCoaching = ({ outcome }: EndedIntervention): boolean =>
  outcome.status === 'given' && outcome.coaching !== undefined;

/**
 * The coaching task of the rep (D14, P26), with the org's default priority; undefined if the
 * supervisor did not plan one.
 */
export function coachingFields(
  call: Call,
  i: EndedIntervention,
  { values: { open }, rep = {} }: TaskSettings,
  vocabulary: Vocabulary = SHIPPED_VOCABULARY,
): Fields | undefined {
  if (i.outcome.status !== 'given' || !i.outcome.coaching) return undefined;
  const words = wordsFor(rep, vocabulary);
  const { dueOn, note } = i.outcome.coaching;
  return {
    ...relatedTo(call),
    Status: open,
    Subject: cut(fill(words.written.debrief, { customer: call.customer.name }), 255),
    Description: cut(
      [
        note,
        words.written.debriefQuestions,
        `${i.supervisor.name}: ${modesInWords(i.modeHistory, words)}`,
      ]
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
  const { written } = words;
  const outcome = i.outcome.status === 'given' ? i.outcome : undefined;
  return [
    fill(written.supervisor, { name: i.supervisor.name }),
    fill(written.rep, { name: call.rep.name }),
    fill(written.customer, { name: call.customer.name }),
    i.reason && reasonLine(i.reason, words),
    i.reason?.point && fill(written.point, { point: i.reason.point }),
    outcome && fill(written.outcome, { outcome: words.outcome(outcome.code) }),
    outcome?.tag && fill(written.tag, { tag: outcome.tag }),
    outcome?.note && fill(written.note, { note: outcome.note }),
    fill(written.ended, { reason: written.endReasons[i.endReason] }),
    written.modes,
    ...i.modeHistory.map((change) => `  ${historyLine(change, words)}`),
    ...(i.joinedAt ? otherLines(call, { from: i.joinedAt, until: i.leftAt }, words) : []),
    ...momentLines(call, words),
  ]
    .filter(Boolean)
    .join('\n');
}

const reasonLine = (
  { code, note }: NonNullable<EndedIntervention['reason']>,
  { written, reason }: Words,
): string => fill(note ? written.reasonWithNote : written.reason, { reason: reason(code), note });

const modesInWords = (history: readonly ModeChange[], { mode }: Words): string =>
  history.map((change) => mode(change.mode)).join(' → ');
