import { createHash } from 'node:crypto';
import type { DayKey, DayTotals } from '../../domain/outcomes/dayTotals.ts';
import type { WriteResult } from '../../ports/index.ts';
import { quoted, type CrmConnection } from '../session/connection.ts';
import { asCrmProblem } from '../session/errors.ts';
import { saveCollection } from './collectionWriter.ts';
import { cut, type Fields } from './interventionRecord.ts';

const OBJECT = 'Call_Day__c';
const QUEUE = 80;

/** Error codes for an owner who is inactive or no longer exists. */
const OWNER_IS_GONE = [
  'INACTIVE_OWNER_OR_USER',
  'INVALID_CROSS_REFERENCE_KEY',
  'OP_WITH_INVALID_USER_TYPE_EXCEPTION',
  'TRANSFER_REQUIRES_READ',
];

/** Starts with the day, so that a range of days is a range of an indexed field. */
const callDayId = ({ day, repUserId, direction, queueIds, issue, refusalCode }: DayKey): string =>
  [
    day,
    repUserId,
    direction,
    issue || '-',
    queueIds ? hashOf(queueIds) : '-',
    // Reps, who are not to read why something was refused, read the id.
    ...(refusalCode ? [hashOf(refusalCode)] : []),
  ].join(':');

const hashOf = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 16);

/**
 * The fields of a Call_Day__c record. The rep owns it, so that the role hierarchy shows it to
 * managers.
 */
export const callDayFields = (totals: DayTotals, queueNames: readonly string[] = []) => ({
  External_Id__c: callDayId(totals),
  OwnerId: totals.repUserId,
  Rep__c: totals.repUserId,
  Day__c: totals.day,
  Direction__c: totals.direction === 'inbound' ? 'Inbound' : 'Outbound',
  Queue__c: queueNames.length > 0 ? cut(queueNames.join(', '), QUEUE) : null,
  Queue_Ids__c: totals.queueIds || null,
  Issue__c: totals.issue || null,
  Refusal_Code__c: totals.refusalCode || null,
  Answered__c: totals.answered,
  Talk_Seconds__c: totals.talkSeconds,
  Monitor__c: totals.monitor,
  Whisper__c: totals.whisper,
  Barge__c: totals.barge,
  Takeover__c: totals.takeover,
  Help_Requested__c: totals.helpRequested,
  Transferred__c: totals.transferred,
  Saved__c: totals.saved,
  Call_Backs__c: totals.callBacks,
  Rated__c: totals.rated,
  Satisfied__c: totals.satisfied,
  Missed__c: totals.missed,
  Abandoned__c: totals.abandoned,
  Answered_Soon__c: totals.answeredSoon,
  Wait_Seconds__c: totals.waitSeconds,
  Supervised_Seconds__c: totals.supervisedSeconds,
  Hold_Seconds__c: totals.holdSeconds,
  After_Calls__c: totals.afterCalls,
  After_Call_Seconds__c: totals.afterCallSeconds,
  Alerts_Shown__c: totals.alertsShown,
  Alerts_Useful__c: totals.alertsUseful,
  Alerts_Not_Useful__c: totals.alertsNotUseful,
  Refused__c: totals.refused,
  Joins_Refused__c: totals.joinsRefused,
});

type Written = ReturnType<typeof callDayFields>;

/**
 * The record without its owner and rep, for a rep who can no longer own records. Older versions
 * counted calls that nobody was assigned to yet.
 */
const withoutRep = ({ OwnerId: _rep, Rep__c: _gone, ...fields }: Written): Fields => fields;

/** @param queueNames returns the names of queues by id; rejects as the connection does */
export function createCrmCallDays(
  crm: CrmConnection,
  queueNames: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>,
) {
  async function save(records: readonly Fields[]): Promise<WriteResult[]> {
    return saveCollection(crm, OBJECT, { records, externalId: 'External_Id__c' });
  }

  return {
    async recordCallDays(totals: readonly DayTotals[]): Promise<WriteResult[]> {
      let names: ReadonlyMap<string, string>;
      try {
        names = await asCrmProblem(() => queueNames(totals.flatMap(idsOf)));
      } catch (problem) {
        return totals.map(() => problem as WriteResult);
      }
      const records = totals.map((one) =>
        callDayFields(
          one,
          idsOf(one)
            .flatMap((id) => names.get(id) ?? [])
            .sort(),
        ),
      );
      const results = await save(
        records.map((record) => (record.Rep__c ? record : withoutRep(record))),
      );
      const gone = records.flatMap((record, n) =>
        OWNER_IS_GONE.includes(results[n]?.code ?? '') ? [{ record, n }] : [],
      );
      const again = await save(gone.map(({ record }) => withoutRep(record)));
      gone.forEach(({ n }, i) => (results[n] = again[i]));
      return results;
    },

    async recordedCallDays(from: string, to: string): Promise<DayTotals[]> {
      const rows = await asCrmProblem(() =>
        crm.query<Written>(
          `SELECT External_Id__c, Rep__c, Day__c, Direction__c, Queue_Ids__c, Issue__c,
             Refusal_Code__c,
             Answered__c, Talk_Seconds__c, Monitor__c, Whisper__c, Barge__c, Takeover__c,
             Help_Requested__c, Transferred__c, Saved__c, Call_Backs__c, Rated__c, Satisfied__c,
             Missed__c, Abandoned__c, Answered_Soon__c, Wait_Seconds__c, Supervised_Seconds__c,
             Hold_Seconds__c, After_Calls__c, After_Call_Seconds__c, Alerts_Shown__c,
             Alerts_Useful__c, Alerts_Not_Useful__c, Refused__c, Joins_Refused__c
           FROM ${OBJECT}
           WHERE External_Id__c >= ${quoted(from)} AND External_Id__c < ${quoted(dayAfter(to))}`,
        ),
      );
      return rows.map(asTotals);
    },
  };
}

const DAY_MS = 86_400_000;
const dayAfter = (day: string): string =>
  new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);

const idsOf = ({ queueIds }: DayKey): string[] => queueIds.split(',').filter(Boolean);

const asTotals = (row: Written): DayTotals => ({
  day: row.Day__c,
  // A rep who is no longer a user is named only by the record's key.
  repUserId: row.External_Id__c.split(':')[1]!,
  direction: row.Direction__c.toLowerCase(),
  queueIds: row.Queue_Ids__c ?? '',
  issue: row.Issue__c ?? '',
  refusalCode: row.Refusal_Code__c ?? '',
  answered: row.Answered__c,
  talkSeconds: row.Talk_Seconds__c,
  monitor: row.Monitor__c,
  whisper: row.Whisper__c,
  barge: row.Barge__c,
  takeover: row.Takeover__c,
  helpRequested: row.Help_Requested__c,
  transferred: row.Transferred__c,
  saved: row.Saved__c,
  callBacks: row.Call_Backs__c,
  // Records that older versions wrote do not have these counts.
  rated: row.Rated__c ?? 0,
  satisfied: row.Satisfied__c ?? 0,
  missed: row.Missed__c ?? 0,
  abandoned: row.Abandoned__c ?? 0,
  answeredSoon: row.Answered_Soon__c ?? 0,
  waitSeconds: row.Wait_Seconds__c ?? 0,
  supervisedSeconds: row.Supervised_Seconds__c ?? 0,
  holdSeconds: row.Hold_Seconds__c ?? 0,
  afterCalls: row.After_Calls__c ?? 0,
  afterCallSeconds: row.After_Call_Seconds__c ?? 0,
  alertsShown: row.Alerts_Shown__c ?? 0,
  alertsUseful: row.Alerts_Useful__c ?? 0,
  alertsNotUseful: row.Alerts_Not_Useful__c ?? 0,
  refused: row.Refused__c ?? 0,
  joinsRefused: row.Joins_Refused__c ?? 0,
});
