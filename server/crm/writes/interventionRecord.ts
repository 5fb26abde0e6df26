import type { Call, Ended, Intervention, ModeChange } from '../../domain/call/call.ts';
import { highestMode, MODE_LABEL } from '../../domain/call/modes.ts';
import type { NoticeKind } from '../../domain/policy/policy.ts';
import { REASONS } from '../../domain/supervision/reasons.ts';
import { TEXTS } from '../../domain/texts/texts.ts';

export type Fields = Record<string, string | number | boolean | null>;
export type EndedIntervention = Intervention & Ended;

const LONG_TEXT = 32_768;

/** Records are read by everybody in the org, so they are written in one language. */
const { reasons, outcomes } = TEXTS.en;

/** How the ids of leads begin, in every org. */
export const LEAD_PREFIX = '00Q';

/** The customer is a lead as long as no contact was made of it; Salesforce's ids say which. */
export const isLead = (call: Call): boolean => call.customer.contactId?.startsWith(LEAD_PREFIX) ?? false;

/** What tells of a supervisor, loudest first, as the org calls it. */
const NOTICES: readonly (readonly [kind: NoticeKind, value: string])[] = [['spoken_to_everyone', 'spoken'], ['spoken_to_rep', 'spoken'], ['tone', 'tone'], ['banner', 'visual']];

export const activityKey = (interventionId: string): string => `${interventionId}:activity`;
export const coachingKey = (interventionId: string): string => `${interventionId}:coaching`;

/** The intervention as the record that RevOps reports on. */
export function interventionFields(call: Call, i: EndedIntervention): Fields {
  const given = i.outcome.status === 'given' ? i.outcome : undefined;
  return {
    Opportunity__c: call.opportunity?.opportunityId ?? null,
    Account__c: call.customer.accountId ?? null,
    Contact__c: isLead(call) ? null : (call.customer.contactId ?? null),
    Lead__c: isLead(call) ? call.customer.contactId! : null,
    Supervisor__c: i.supervisor.userId,
    Supervisor_Role__c: i.supervisor.role,
    Rep__c: call.rep.userId,
    Call_Id__c: call.callId,
    Direction__c: direction(call),
    Joined_At__c: i.joinedAt ?? null,
    Left_At__c: i.leftAt,
    Duration_Seconds__c: durationSeconds(i),
    Highest_Mode__c: MODE_LABEL[highestMode(i.modeHistory.map((change) => change.mode))],
    ...modeSeconds(i),
    Mode_History__c: cut(i.modeHistory.map(historyLine).join('\n'), LONG_TEXT),
    Reason_Code__c: i.reason?.code ?? null,
    Reason_Family__c: i.reason ? REASONS[i.reason.code].family : null,
    Reason_Note__c: i.reason?.note ? cut(i.reason.note, 255) : null,
    Outcome__c: given?.code ?? null,
    Outcome_Note__c: given?.note ? cut(given.note, LONG_TEXT) : null,
    End_Reason__c: i.endReason,
    Whisper_Skipped__c: i.whisperSkipped,
    Policy_Version__c: i.policyVersion,
    Policy_Rule__c: cut(i.policyRule, 80),
    ...consentFields(i),
    ...noticeFields(call, i),
  };
}

/** What the record says beside the intervention itself: where its recordings are opened, and whose calls these were. */
export interface RecordLinks {
  readonly recordingUrl?: string;
  readonly queueNames?: readonly string[];
}

export const linkFields = ({ recordingUrl, queueNames = [] }: RecordLinks): Fields =>
  ({ Recording_Url__c: recordingUrl ?? null, Queue__c: queueNames.length > 0 ? cut(queueNames.join(', '), 80) : null });

/** The page of ours that opens the recordings of an intervention: it asks for the right to, and logs it. Undefined as long as none is kept. */
export function recordingUrl(call: Call, { interventionId }: EndedIntervention, lightningOrigin: string | undefined): string | undefined {
  const isKept = call.recordings.some(({ status, of }) => status === 'completed' && (of.kind === 'call' || of.interventionId === interventionId));
  return isKept && lightningOrigin ? `${lightningOrigin}/lightning/n/Dealside_Recordings?c__interventionId=${encodeURIComponent(interventionId)}` : undefined;
}

/** The debrief as the record keeps it: written once, for from then on rep and supervisor say how it goes. */
export function coachingState(i: EndedIntervention): Fields {
  if (i.outcome.status !== 'given') return {};
  const { coaching } = i.outcome;
  return coaching ? { Coaching_State__c: 'planned', Coaching_Due_On__c: coaching.dueOn } : { Coaching_State__c: 'none' };
}

/** How long the supervisor was in each mode. */
function modeSeconds(i: EndedIntervention): Fields {
  const seconds = { Monitor_Seconds__c: 0, Whisper_Seconds__c: 0, Barge_Seconds__c: 0, Takeover_Seconds__c: 0 };
  i.modeHistory.forEach(({ mode, at }, n) => {
    const until = i.modeHistory[n + 1]?.at ?? i.leftAt;
    seconds[`${MODE_LABEL[mode]}_Seconds__c` as keyof typeof seconds] += Math.max(0, Math.round((Date.parse(until) - Date.parse(at)) / 1000));
  });
  return seconds;
}

/** The most that people on the call noticed of the supervisor, and when the rep was told (D23, D24, P12). */
function noticeFields(call: Call, i: EndedIntervention): Fields {
  const own = call.notices.filter((notice) => notice.interventionId === i.interventionId);
  const [first] = own;
  const acknowledged = own.map((notice) => notice.acknowledgedAt).filter((at) => at !== undefined).sort();
  return {
    Notice_Kind__c: NOTICES.find(([kind]) => i.noticeKinds.includes(kind))?.[1] ?? 'none',
    Notices__c: cut(own.map((notice) => `${clockTime(notice.at)}  ${MODE_LABEL[notice.mode]}${notice.acknowledgedAt ? `, seen ${clockTime(notice.acknowledgedAt)}` : ''}`).join('\n'), LONG_TEXT),
    Rep_Notified_At__c: first?.at ?? null,
    Rep_Acknowledged_At__c: acknowledged[0] ?? null,
  };
}

/** By which law the supervisor was on the call, and how it was met. */
function consentFields({ consent }: EndedIntervention): Fields {
  if (!consent) return { Consent_Decision__c: 'unknown', Jurisdiction__c: null };
  const [strictest] = consent.evidence.applying;
  const isDisclosed = consent.evidence.disclosure !== undefined && strictest?.consent === 'all_party';
  return { Consent_Decision__c: isDisclosed ? 'disclosed' : 'not_required', Jurisdiction__c: strictest ? cut(strictest.place, 40) : null };
}

/** The completed call activity on the Opportunity's timeline (D28–D33). */
export function activityFields(call: Call, i: EndedIntervention, { recordingUrl: recording }: RecordLinks = {}): Fields {
  const modes = modesInWords(i.modeHistory);
  return {
    ...aboutDeal(call),
    TaskSubtype: 'Call',
    Status: 'Completed',
    Subject: cut(`${MODE_LABEL[highestMode(i.modeHistory.map((change) => change.mode))]}: ${i.supervisor.name} on ${call.rep.name}’s call with ${call.customer.name}`, 255),
    Description: cut([story(call, i), recording && `Recording: ${recording}`].filter(Boolean).join('\n'), 32_000),
    CallType: direction(call),
    CallDurationInSeconds: durationSeconds(i),
    CallDisposition: i.outcome.status === 'given' ? outcomes[i.outcome.code] : null,
    CallObject: cut(call.callId, 255),
    OwnerId: i.supervisor.userId,
    ActivityDate: i.leftAt.slice(0, 10),
    Dealside_Key__c: activityKey(i.interventionId),
    Intervention_Id__c: i.interventionId,
    Assisted_Call__c: i.modeHistory.some(({ mode }) => mode !== 'monitor'),
    Intervention_Reason__c: i.reason ? reasons[i.reason.code] : null,
    Intervention_Outcome__c: i.outcome.status === 'given' ? outcomes[i.outcome.code] : null,
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
    Intervention_Id__c: i.interventionId,
    Intervention_Reason__c: i.reason ? reasons[i.reason.code] : null,
  };
}

function aboutDeal(call: Call): Fields {
  // A lead cannot be combined with anything else that a task is about.
  const what = isLead(call) ? null : (call.opportunity?.opportunityId ?? call.customer.accountId ?? null);
  return { WhatId: what, WhoId: call.customer.contactId ?? null };
}

function story(call: Call, i: EndedIntervention): string {
  const given = i.outcome.status === 'given' ? i.outcome : undefined;
  return [
    `Supervisor: ${i.supervisor.name}`,
    `Rep: ${call.rep.name}`,
    `Customer: ${call.customer.name}`,
    i.reason && `Reason: ${reasons[i.reason.code]}${i.reason.note ? ` (${i.reason.note})` : ''}`,
    given && `Outcome: ${outcomes[given.code]}`,
    given?.note && `Note: ${given.note}`,
    `Ended: ${i.endReason.replaceAll('_', ' ')}`,
    'Modes:',
    ...i.modeHistory.map((change) => `  ${historyLine(change)}`),
  ].filter(Boolean).join('\n');
}

const clockTime = (at: string): string => `${at.slice(0, 19).replace('T', ' ')} UTC`;

const historyLine = ({ mode, at, reasonCode }: ModeChange): string =>
  `${clockTime(at)}  ${MODE_LABEL[mode]}${reasonCode ? ` – ${reasons[reasonCode]}` : ''}`;

const modesInWords = (history: readonly ModeChange[]): string => history.map((change) => MODE_LABEL[change.mode]).join(' → ');

const direction = (call: Call): string => (call.direction === 'inbound' ? 'Inbound' : 'Outbound');

const durationSeconds = (i: EndedIntervention): number =>
  i.joinedAt ? Math.max(0, Math.round((Date.parse(i.leftAt) - Date.parse(i.joinedAt)) / 1000)) : 0;

export const cut = (text: string, length: number): string => (text.length <= length ? text : `${text.slice(0, length - 1)}…`);
