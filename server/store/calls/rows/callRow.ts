import type { Announcement } from '../../../domain/call/announcement.ts';
import type { Answering } from '../../../domain/call/answering.ts';
import type {
  Call,
  HangUp,
  PastRep,
  RecordingPause,
  RepLoss,
  RepOnCall,
  Ringing,
  Transfer,
  WrapUp,
} from '../../../domain/call/call.ts';
import type { CallerId } from '../../../domain/call/callerId.ts';
import type { TalkHold } from '../../../domain/call/guest.ts';
import type { HelpRequest, TextWhisper } from '../../../domain/call/helpRequest.ts';
import type { SpokenLanguage } from '../../../domain/call/language.ts';
import type { FlaggedMoment, MonitoringChoice } from '../../../domain/call/moments.ts';
import type { Place } from '../../../domain/call/people.ts';
import {
  practiceOf,
  WITH_CUSTOMER,
  type CallPurpose,
  type Practice,
} from '../../../domain/call/purpose.ts';
import type { Summons } from '../../../domain/call/summons.ts';
import { wrapUpDueBy } from '../../../domain/call/wrapUp.ts';
import { dueAt } from '../../../domain/carrier/dueAt.ts';
import { iso, nonEmpty, withoutNulls, type Maybe, type Time } from './columns.ts';
import { guestOf, guestRow, type GuestRow } from './guestRow.ts';

export interface CallRow {
  callId: string;
  /** For comparing versions. It is not part of the domain's call. */
  version?: number;
  orgId: string;
  status: string;
  direction: string;
  startedAt: Time;
  answeredAt?: Maybe<Time>;
  endedAt?: Maybe<Time>;
  endReason?: Maybe<string>;
  conferenceId?: Maybe<string>;
  repUserId: string;
  repName: string;
  repManagerIds: string[];
  repTimeZone?: Maybe<string>;
  repQueueIds: Maybe<string[]>;
  repGroupIds: Maybe<string[]>;
  repTerritoryIds: Maybe<string[]>;
  repSkills: Maybe<string[]>;
  customerName: string;
  customerPhone?: Maybe<string>;
  contactId?: Maybe<string>;
  accountId?: Maybe<string>;
  accountName?: Maybe<string>;
  opportunityId?: Maybe<string>;
  opportunityName?: Maybe<string>;
  stage?: Maybe<string>;
  closeDate?: Maybe<string>;
  amount?: Maybe<number>;
  currency?: Maybe<string>;
  corporateAmount?: Maybe<number>;
  help?: unknown;
  pastHelp?: unknown;
  textWhispers?: unknown;
  moments?: unknown;
  summonses?: unknown;
  monitoringChoice?: unknown;
  transfer?: unknown;
  pastReps?: unknown;
  guests?: unknown;
  talkHold?: unknown;
  recordingPause?: unknown;
  wrapUps?: unknown;
  wrapUpDueBy: string[];
  announcements?: unknown;
  answering?: unknown;
  opensWithDisclosure: boolean;
  records?: Maybe<string>;
  transcribes?: Maybe<boolean>;
  ringing?: unknown;
  repLoss?: unknown;
  hangUp?: unknown;
  practice?: unknown;
  callerId?: unknown;
  language?: Maybe<string>;
  languageChoice?: unknown;
  customerPlace?: unknown;
  repPlace?: unknown;
  dueAt?: Maybe<Time>;
}

/** The call's own row; its parts have rows of their own. */
export const callRow = (call: Call): CallRow => ({
  ...ownColumns(call),
  ...columnsOfParts(call),
  dueAt: dueAt(call),
});

/** The parts of a call that have rows of their own. */
export type PartOfCall = 'participants' | 'interventions' | 'notices' | 'recordings';

type WithoutParts<C> = C extends Call ? Omit<C, PartOfCall> : never;

/** The columns whose values also depend on parts of the call. */
export const columnsOfParts = (call: Call): Pick<CallRow, 'wrapUpDueBy'> => ({
  wrapUpDueBy: wrapUpDueBy(call),
});

/**
 * The parameter's type has no parts, so no column here can depend on them. `changedRowsOf` relies
 * on that.
 */
const ownColumns = (call: WithoutParts<Call>): Omit<CallRow, 'wrapUpDueBy' | 'dueAt'> => ({
  callId: call.callId,
  orgId: call.orgId,
  status: call.status,
  direction: call.direction,
  startedAt: call.startedAt,
  answeredAt: call.status === 'ringing' ? null : call.answeredAt,
  endedAt: call.status === 'ended' ? call.endedAt : null,
  endReason: call.status === 'ended' ? call.endReason : null,
  conferenceId: call.conferenceId,
  repUserId: call.rep.userId,
  repName: call.rep.name,
  repManagerIds: [...call.rep.managerIds],
  repTimeZone: call.rep.timeZone,
  repQueueIds: [...(call.rep.queueIds ?? [])],
  repGroupIds: [...(call.rep.groupIds ?? [])],
  repTerritoryIds: [...(call.rep.territoryIds ?? [])],
  repSkills: [...(call.rep.skills ?? [])],
  customerName: call.customer.name,
  customerPhone: call.customer.phone,
  contactId: call.customer.contactId,
  accountId: call.customer.accountId,
  accountName: call.customer.accountName,
  opportunityId: call.opportunity?.opportunityId,
  opportunityName: call.opportunity?.name,
  stage: call.opportunity?.stage,
  closeDate: call.opportunity?.closeDate,
  amount: call.opportunity?.amount,
  currency: call.opportunity?.currency,
  corporateAmount: call.opportunity?.corporateAmount,
  help: call.help,
  pastHelp: call.pastHelp,
  textWhispers: call.textWhispers,
  moments: call.moments,
  summonses: call.summonses,
  monitoringChoice: call.monitoringChoice,
  transfer: call.transfer,
  pastReps: call.pastReps,
  guests: call.guests?.map(guestRow),
  talkHold: call.talkHold ?? null,
  recordingPause: call.recordingPause ?? null,
  wrapUps: call.wrapUps,
  announcements: call.announcements,
  answering: call.answering ?? null,
  opensWithDisclosure: call.opensWithDisclosure,
  records: call.records,
  transcribes: call.transcribes ?? false,
  ringing: call.ringing,
  repLoss: call.repLoss,
  hangUp: call.hangUp ?? null,
  practice: practiceColumn(call),
  callerId: call.callerId,
  language: call.language?.code,
  languageChoice: call.language,
  customerPlace: call.customer.place,
  repPlace: call.rep.place,
});

/** The columns of a practice call; null for a customer's call. */
function practiceColumn(call: Pick<Call, 'purpose'>) {
  const practice = practiceOf(call);
  if (!practice) return null;
  const { scenario, language, review } = practice;
  return { scenario, language, ...(review && { review }) };
}

const purposeOf = ({ practice }: CallRow): CallPurpose =>
  practice == null ? WITH_CUSTOMER : { kind: 'practice', ...(practice as Omit<Practice, 'kind'>) };

/**
 * The properties that a call has in every status, without the parts that have rows of their own.
 */
export const callFacts = (row: CallRow) => ({
  orgId: row.orgId,
  callId: row.callId,
  direction: row.direction as Call['direction'],
  startedAt: iso(row.startedAt),
  purpose: purposeOf(row),
  conferenceId: row.conferenceId ?? undefined,
  rep: repOf(row),
  customer: withoutNulls({
    name: row.customerName,
    phone: row.customerPhone,
    contactId: row.contactId,
    accountId: row.accountId,
    accountName: row.accountName,
    place: row.customerPlace as Place | null,
  }),
  opportunity: row.opportunityId
    ? withoutNulls({
        opportunityId: row.opportunityId,
        name: row.opportunityName ?? '',
        stage: row.stage,
        closeDate: row.closeDate,
        amount: row.amount,
        currency: row.currency,
        corporateAmount: row.corporateAmount,
      })
    : undefined,
  ...(row.help != null && { help: row.help as HelpRequest }),
  ...(row.pastHelp != null && { pastHelp: row.pastHelp as HelpRequest[] }),
  ...(row.textWhispers != null && { textWhispers: row.textWhispers as TextWhisper[] }),
  ...(row.moments != null && { moments: row.moments as FlaggedMoment[] }),
  ...(row.summonses != null && { summonses: row.summonses as Summons[] }),
  ...(row.monitoringChoice != null && {
    monitoringChoice: row.monitoringChoice as MonitoringChoice,
  }),
  announcements: (row.announcements as Announcement[] | null) ?? [],
  opensWithDisclosure: row.opensWithDisclosure,
  ...(row.records != null && { records: row.records as NonNullable<Call['records']> }),
  ...(row.transcribes === true && { transcribes: true as const }),
  ...(row.callerId != null && { callerId: row.callerId as CallerId }),
  ...(row.answering != null && { answering: row.answering as Answering }),
  ...(row.ringing != null && { ringing: row.ringing as Ringing }),
  ...(row.repLoss != null && { repLoss: row.repLoss as RepLoss }),
  ...(row.hangUp != null && { hangUp: row.hangUp as HangUp }),
  ...(row.languageChoice != null && { language: row.languageChoice as SpokenLanguage }),
  ...(row.transfer != null && { transfer: row.transfer as Transfer }),
  ...(row.pastReps != null && { pastReps: row.pastReps as PastRep[] }),
  ...(row.guests != null && { guests: (row.guests as GuestRow[]).map(guestOf) }),
  ...(row.talkHold != null && { talkHold: row.talkHold as TalkHold }),
  ...(row.recordingPause != null && { recordingPause: row.recordingPause as RecordingPause }),
  ...(row.wrapUps != null && { wrapUps: row.wrapUps as WrapUp[] }),
});

/** The rep, from the columns of the call's row. */
export const repOf = (row: CallRow): RepOnCall =>
  withoutNulls({
    userId: row.repUserId,
    name: row.repName,
    managerIds: row.repManagerIds,
    timeZone: row.repTimeZone,
    place: row.repPlace as Place | null,
    queueIds: nonEmpty(row.repQueueIds),
    groupIds: nonEmpty(row.repGroupIds),
    territoryIds: nonEmpty(row.repTerritoryIds),
    skills: nonEmpty(row.repSkills),
  });
