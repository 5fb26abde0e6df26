import type { Call, Ended, Intervention } from '../../domain/call/call.ts';
import { highestMode, isSilent, MODES, type Mode } from '../../domain/call/modes.ts';
import type { NoticeKind } from '../../domain/call/noticeKinds.ts';
import { othersOnCall, type Other } from '../../domain/call/others.ts';
import type { ReasonCode } from '../../domain/call/reasons.ts';
import { ladderOf } from '../../domain/supervision/ladder.ts';
import { SHIPPED_VOCABULARY } from '../../domain/vocabulary/shipped.ts';
import {
  labelIn,
  outcomeOf,
  reasonOf,
  type Vocabulary,
} from '../../domain/vocabulary/vocabulary.ts';
import { MODE_IN_RECORDS, NOTICE_IN_RECORDS } from '../policy/recordNames.ts';
import type { Owner } from './owners.ts';
import { historyLine, noticeLine, wordsFor, type Words } from './recordWords.ts';

export type Fields = Record<string, string | number | boolean | null>;
export type EndedIntervention = Intervention & Ended;

const LONG_TEXT = 32_768;

/** The prefix of the ids of leads, in every org. */
export const LEAD_PREFIX = '00Q';

/** Whether the customer's record is a Lead rather than a Contact. */
export const isLead = (call: Call): boolean =>
  call.customer.contactId?.startsWith(LEAD_PREFIX) ?? false;

/**
 * The fields of a Call_Intervention__c record. Reports of the whole org group by the labels of
 * reason and outcome, so those are the org's own, untranslated.
 */
export function interventionFields(
  call: Call,
  i: EndedIntervention,
  {
    vocabulary = SHIPPED_VOCABULARY,
    supervisor = {},
  }: { readonly vocabulary?: Vocabulary; readonly supervisor?: Owner } = {},
): Fields {
  const words = wordsFor(supervisor, vocabulary);
  const outcome = i.outcome.status === 'given' ? i.outcome : undefined;
  return {
    Opportunity__c: call.opportunity?.opportunityId ?? null,
    Account__c: call.customer.accountId ?? null,
    Contact__c: isLead(call) ? null : (call.customer.contactId ?? null),
    Lead__c: isLead(call) ? call.customer.contactId! : null,
    OwnerId: i.supervisor.userId,
    Supervisor__c: i.supervisor.userId,
    Supervisor_Role__c: i.supervisor.role,
    Rep__c: call.rep.userId,
    Call_Id__c: call.callId,
    Direction__c: direction(call),
    Joined_At__c: i.joinedAt ?? null,
    Left_At__c: i.leftAt,
    Duration_Seconds__c: durationSeconds(i),
    Highest_Mode__c: MODE_IN_RECORDS[highestMode(i.modeHistory.map((change) => change.mode))].value,
    ...modeSeconds(i),
    Mode_History__c: cut(
      i.modeHistory.map((change) => historyLine(change, words)).join('\n'),
      LONG_TEXT,
    ),
    ...othersField(call, i),
    Reason_Code__c: i.reason?.code ?? null,
    Reason_Label__c: i.reason ? cut(labelIn(vocabulary.reasons, i.reason.code), 80) : null,
    Reason_Family__c: i.reason ? (reasonOf(vocabulary, i.reason.code)?.family ?? 'other') : null,
    Reason_Note__c: i.reason?.note ? cut(i.reason.note, 255) : null,
    // Left out if empty, so that a package that does not have the field accepts the record.
    ...(i.reason?.point && { Point__c: cut(i.reason.point, 255) }),
    ...(outcome?.tag && { Tag__c: cut(outcome.tag, 80) }),
    ...praiseField(call, i),
    Outcome__c: outcome?.code ?? null,
    Outcome_Label__c: outcome ? cut(labelIn(vocabulary.outcomes, outcome.code), 80) : null,
    Counts_As_Saved__c: outcome
      ? (outcomeOf(vocabulary, outcome.code)?.countsAsSaved ?? false)
      : false,
    Outcome_Note__c: outcome?.note ? cut(outcome.note, LONG_TEXT) : null,
    // A picklist with words. The code stands in text as well, where integrations have read it.
    Ended_Because__c: i.endReason,
    End_Reason__c: i.endReason,
    ...ladderFields(i),
    Policy_Version__c: i.policyVersion,
    Policy_Rule__c: cut(i.policyRule, 80),
    ...consentFields(i),
    ...noticeFields(call, i, words),
  };
}

/**
 * How often the supervisor praised the rep: lines that were marked as praise, and modes in which the
 * rep heard them for positive recognition, or once where the outcome says so. Left out if there is
 * none (V10).
 */
function praiseField(
  { textWhispers = [] }: Call,
  { interventionId, modeHistory, outcome }: EndedIntervention,
): Fields {
  const written = textWhispers.filter(
    (line) => line.interventionId === interventionId && line.isPraise,
  );
  const spoken = modeHistory.filter(
    ({ mode, reasonCode }) => reasonCode === PRAISE && !isSilent(mode),
  );
  const saidLater = outcome.status === 'given' && outcome.praised ? 1 : 0;
  const praises = written.length + Math.max(spoken.length, saidLater);
  return praises > 0 ? { Praises__c: praises } : {};
}

const PRAISE: ReasonCode = 'positive_recognition';

/** Left out if nobody else was on the call. */
function othersField(call: Call, i: EndedIntervention): Fields {
  const lines = i.joinedAt ? otherRows(call, i.joinedAt, i.leftAt) : [];
  return lines.length > 0 ? { Also_On_Call__c: cut(lines.join('\n'), LONG_TEXT) } : {};
}

/**
 * Who else was on the call and when, one line each. Pages parse these lines and show them in the
 * language of their reader.
 */
export const otherRows = (call: Call, from: string, until: string): string[] =>
  othersOnCall(call, from, until).map(
    (one) =>
      `${one.name} (${OTHER_KIND[one.kind]}): ${clockTime(one.from)} to ${clockTime(one.until)}`,
  );

const OTHER_KIND: Record<Other['kind'], string> = {
  colleague: 'colleague',
  number: 'outside number',
};

/**
 * What the record contains in addition to the intervention: the link to its recordings, the rep's
 * queues, and facts from the transcript.
 */
export interface RecordLinks {
  readonly recordingUrl?: string;
  readonly queueNames?: readonly string[];
  /** How many lines were repeated after the customer first heard the supervisor. */
  readonly repeats?: number | undefined;
  /** The URL of the intervention's quality form, if the org has one. */
  readonly qualityFormUrl?: string | undefined;
}

/** Left out if the org has no quality form, so that a link that a person entered stays. */
export const qualityFormField = ({ qualityFormUrl }: RecordLinks): Fields =>
  qualityFormUrl ? { QA_Form_Url__c: qualityFormUrl } : {};

/** The fields of the record for its links. */
export const linkFields = ({ recordingUrl, queueNames = [], repeats }: RecordLinks): Fields => ({
  ...(repeats !== undefined && { Said_Again__c: repeats }),
  Recording_Url__c: recordingUrl ?? null,
  Queue__c: queueNames.length > 0 ? cut(queueNames.join(', '), 80) : null,
});

/**
 * URL of the Lightning page that opens the intervention's recordings and checks and audits access.
 * Undefined until a recording is completed.
 */
export function recordingUrl(
  call: Call,
  { interventionId }: EndedIntervention,
  lightningOrigin: string | undefined,
): string | undefined {
  const isRecorded = call.recordings.some(
    ({ status, of }) =>
      status === 'completed' &&
      (of.kind === 'call' || (of.kind === 'supervisor' && of.interventionId === interventionId)),
  );
  return isRecorded && lightningOrigin
    ? `${lightningOrigin}/lightning/n/Dealside_Recordings?c__interventionId=${encodeURIComponent(interventionId)}`
    : undefined;
}

/**
 * The coaching fields of the record. They are written once, because rep and supervisor change them
 * in Salesforce afterwards.
 */
export function coachingState(i: EndedIntervention): Fields {
  if (i.outcome.status !== 'given') return {};
  const { coaching } = i.outcome;
  return coaching
    ? { Coaching_State__c: 'planned', Coaching_Due_On__c: coaching.dueOn }
    : { Coaching_State__c: 'none' };
}

/** Seconds that the supervisor spent in each mode. */
function modeSeconds(i: EndedIntervention): Fields {
  const secondsIn = (mode: Mode): number =>
    i.modeHistory.reduce((seconds, change, n) => {
      const until = i.modeHistory[n + 1]?.at ?? i.leftAt;
      return change.mode === mode
        ? seconds + Math.max(0, Math.round((Date.parse(until) - Date.parse(change.at)) / 1000))
        : seconds;
    }, 0);
  return Object.fromEntries(
    MODES.map((mode) => [MODE_IN_RECORDS[mode].secondsField, secondsIn(mode)]),
  );
}

/** How the supervisor went up to the customer and came back. */
export function ladderFields({
  modeHistory,
  whisperSkipped,
}: Pick<EndedIntervention, 'modeHistory' | 'whisperSkipped'>): Fields {
  const { isHeard, isWhisperFirst, isHandedBack } = ladderOf(modeHistory);
  return {
    Whisper_First__c: isWhisperFirst,
    Whisper_Skipped__c: isHeard && whisperSkipped,
    Handed_Back__c: isHandedBack,
  };
}

/**
 * The most noticeable kind of notice, and when the rep was notified and acknowledged it (D23, D24,
 * P12).
 */
function noticeFields(call: Call, i: EndedIntervention, words: Words): Fields {
  const own = call.notices.filter((notice) => notice.interventionId === i.interventionId);
  const [first] = own;
  const acknowledged = own
    .map((notice) => notice.acknowledgedAt)
    .filter((at) => at !== undefined)
    .sort();
  return {
    Notice_Kind__c: noticeValue(i.noticeKinds),
    Notice_Due__c: i.noticeKinds.length > 0 && i.joinedAt !== undefined,
    Notice_Given__c: own.length > 0,
    Notices__c: cut(own.map((notice) => noticeLine(notice, words)).join('\n'), LONG_TEXT),
    Rep_Notified_At__c: first?.at ?? null,
    Rep_Acknowledged_At__c: acknowledged[0] ?? null,
    ...(own.length > 0 && {
      Notice_Count__c: own.length,
      Notices_Acknowledged__c: acknowledged.length,
    }),
  };
}

/** The picklist value of the most noticeable kind. */
const noticeValue = (kinds: readonly NoticeKind[]): string =>
  kinds
    .map((kind) => NOTICE_IN_RECORDS[kind])
    .reduce((most, one) => (one.noticeability > most.noticeability ? one : most), {
      value: 'none',
      noticeability: 0,
    }).value;

/** The strictest jurisdiction of the call, and how its law of consent was met. */
function consentFields({ consent }: EndedIntervention): Fields {
  if (!consent) return { Consent_Decision__c: 'unknown', Jurisdiction__c: null };
  const [strictest] = consent.evidence.applying;
  const isDisclosed =
    consent.evidence.disclosure !== undefined && strictest?.consent === 'all_party';
  return {
    Consent_Decision__c: isDisclosed ? 'disclosed' : 'not_required',
    Jurisdiction__c: strictest ? cut(strictest.place, 40) : null,
  };
}

/** The record and the person that a Task about this call belongs to. */
export function relatedTo(call: Call): Fields {
  // Salesforce refuses a Task that is related to both a lead and another record.
  const what = isLead(call)
    ? null
    : (call.opportunity?.opportunityId ?? call.customer.accountId ?? null);
  return { WhatId: what, WhoId: call.customer.contactId ?? null };
}

const clockTime = (at: string): string => `${at.slice(0, 19).replace('T', ' ')} UTC`;

/** The picklist value of the call's direction. */
export const direction = (call: Call): string =>
  call.direction === 'inbound' ? 'Inbound' : 'Outbound';

export const durationSeconds = (i: EndedIntervention): number =>
  i.joinedAt ? Math.max(0, Math.round((Date.parse(i.leftAt) - Date.parse(i.joinedAt)) / 1000)) : 0;

/** Shortens the text to the field's length, ending in an ellipsis. */
export const cut = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1)}…`;
