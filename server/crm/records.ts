import type { Call, Ended, Intervention, ModeChange } from '../domain/call.ts';
import { highest, MODE_LABEL } from '../domain/modes.ts';
import { OUTCOMES, REASONS } from '../domain/vocabulary.ts';

export type Fields = Record<string, string | number | boolean | null>;
export type EndedIntervention = Intervention & Ended;

const LONG_TEXT = 32_768;

export const activityKey = (interventionId: string): string => `${interventionId}:activity`;
export const coachingKey = (interventionId: string): string => `${interventionId}:coaching`;

/** The intervention as the record that RevOps reports on. */
export function interventionFields(call: Call, i: EndedIntervention): Fields {
  const given = i.outcome.status === 'given' ? i.outcome : undefined;
  return {
    Opportunity__c: call.opportunity?.opportunityId ?? null,
    Account__c: call.customer.accountId ?? null,
    Contact__c: call.customer.contactId ?? null,
    Supervisor__c: i.supervisor.userId,
    Rep__c: call.rep.userId,
    Call_Id__c: call.callId,
    Direction__c: direction(call),
    Joined_At__c: i.joinedAt ?? null,
    Left_At__c: i.leftAt,
    Duration_Seconds__c: durationSeconds(i),
    Highest_Mode__c: MODE_LABEL[highest(i.modeHistory.map((change) => change.mode))],
    Mode_History__c: cut(i.modeHistory.map(historyLine).join('\n'), LONG_TEXT),
    Reason_Code__c: i.reason?.code ?? null,
    Reason_Note__c: i.reason?.note ? cut(i.reason.note, 255) : null,
    Outcome__c: given?.code ?? null,
    Outcome_Note__c: given?.note ? cut(given.note, LONG_TEXT) : null,
    End_Reason__c: i.endReason,
    Whisper_Skipped__c: i.whisperSkipped,
    Policy_Version__c: i.policyVersion,
  };
}

/** The completed call activity on the Opportunity's timeline (D28–D33). */
export function activityFields(call: Call, i: EndedIntervention): Fields {
  const modes = modesInWords(i.modeHistory);
  return {
    ...aboutDeal(call),
    TaskSubtype: 'Call',
    Status: 'Completed',
    Subject: cut(`${MODE_LABEL[highest(i.modeHistory.map((change) => change.mode))]}: ${i.supervisor.name} on ${call.rep.name}’s call with ${call.customer.name}`, 255),
    Description: cut(story(call, i), 32_000),
    CallType: direction(call),
    CallDurationInSeconds: durationSeconds(i),
    CallDisposition: i.outcome.status === 'given' ? OUTCOMES[i.outcome.code] : null,
    CallObject: cut(call.callId, 255),
    OwnerId: i.supervisor.userId,
    ActivityDate: i.leftAt.slice(0, 10),
    Dealside_Key__c: activityKey(i.interventionId),
    Intervention_Reason__c: i.reason ? REASONS[i.reason.code].label : null,
    Intervention_Outcome__c: i.outcome.status === 'given' ? OUTCOMES[i.outcome.code] : null,
    Intervention_Modes__c: cut(modes, 255),
  };
}

/** The debrief that follows (D14, P26): an open task for the rep, when the supervisor asked for one. */
export function coachingFields(call: Call, i: EndedIntervention): Fields | undefined {
  if (i.outcome.status !== 'given' || !i.outcome.coaching) return undefined;
  const { dueOn, note } = i.outcome.coaching;
  const questions = 'What happened? What would you do next time?';
  return {
    ...aboutDeal(call),
    Status: 'Not Started',
    Priority: 'Normal',
    Subject: cut(`Debrief: call with ${call.customer.name}`, 255),
    Description: cut([note, questions, `${i.supervisor.name}: ${modesInWords(i.modeHistory)}`].filter(Boolean).join('\n'), 32_000),
    OwnerId: call.rep.userId,
    ActivityDate: dueOn,
    IsReminderSet: true,
    ReminderDateTime: `${dueOn}T16:00:00.000Z`,
    Dealside_Key__c: coachingKey(i.interventionId),
    Intervention_Reason__c: i.reason ? REASONS[i.reason.code].label : null,
  };
}

function aboutDeal(call: Call): Fields {
  return { WhatId: call.opportunity?.opportunityId ?? call.customer.accountId ?? null, WhoId: call.customer.contactId ?? null };
}

function story(call: Call, i: EndedIntervention): string {
  const given = i.outcome.status === 'given' ? i.outcome : undefined;
  return [
    `Supervisor: ${i.supervisor.name}`,
    `Rep: ${call.rep.name}`,
    `Customer: ${call.customer.name}`,
    i.reason && `Reason: ${REASONS[i.reason.code].label}${i.reason.note ? ` (${i.reason.note})` : ''}`,
    given && `Outcome: ${OUTCOMES[given.code]}`,
    given?.note && `Note: ${given.note}`,
    `Ended: ${i.endReason.replaceAll('_', ' ')}`,
    'Modes:',
    ...i.modeHistory.map((change) => `  ${historyLine(change)}`),
  ].filter(Boolean).join('\n');
}

const historyLine = ({ mode, at, reasonCode }: ModeChange): string =>
  `${at.slice(0, 19).replace('T', ' ')} UTC  ${MODE_LABEL[mode]}${reasonCode ? ` – ${REASONS[reasonCode].label}` : ''}`;

const modesInWords = (history: readonly ModeChange[]): string => history.map((change) => MODE_LABEL[change.mode]).join(' → ');

const direction = (call: Call): string => (call.direction === 'inbound' ? 'Inbound' : 'Outbound');

const durationSeconds = (i: EndedIntervention): number =>
  i.joinedAt ? Math.max(0, Math.round((Date.parse(i.leftAt) - Date.parse(i.joinedAt)) / 1000)) : 0;

const cut = (text: string, length: number): string => (text.length <= length ? text : `${text.slice(0, length - 1)}…`);
