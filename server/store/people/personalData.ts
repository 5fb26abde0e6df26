import type { ClientBase, Pool } from 'pg';
import type { ChainedEntry, PersonalField } from '../../domain/audit/chain.ts';
import { ERASED_NAME, subjectsOf, type PersonRef } from '../../domain/audit/personalData.ts';
import type { ErasedData, PersonalData } from '../../ports/people/people.ts';
import { chainedOf, insertAudit, SELECT, type EntryRow } from '../audit/auditEntries.ts';
import { inTransaction } from '../database/transaction.ts';
import { debriefsOf, eraseDebriefs } from './debriefsOfPeople.ts';

/**
 * The condition for a person's calls. In all statements here, $1 is the org, $2 the user or
 * contact, $3 the phone number of a customer, $4 the text that replaces a name. A statement must
 * use every parameter that it is given, so those that it does not need appear in conditions that
 * are always true.
 */
const CALLS: Record<PersonRef['kind'], string> = {
  user: `"orgId" = $1 and ("repUserId" = $2
    or "callId" in (select "callId" from "Intervention" where "supervisorUserId" = $2)
    or "callId" in (
      select "callId" from "PlannedDebrief" where "orgId" = $1 and "supervisorUserId" = $2)
    or "help" -> 'takenBy' ->> 'userId' = $2
    or "transfer" #>> '{to,userId}' = $2
    or "guests" @> jsonb_build_array(
      jsonb_build_object('who', jsonb_build_object('userId', $2::text)))
    or "pastReps" @> jsonb_build_array(
      jsonb_build_object('rep', jsonb_build_object('userId', $2::text)))) and $3::text is null`,
  customer: `"orgId" = $1 and ("contactId" = $2 or "customerPhone" = $3
    or "guests" @> jsonb_build_array(
      jsonb_build_object('who', jsonb_build_object('phone', $3::text)))
    or "wrapUps" @> jsonb_build_array(
      jsonb_build_object('about', jsonb_build_object('contactId', $2::text))))`,
};

/**
 * Erases the free text of help requests and text whispers, and the name of the erased user in them.
 */
const ERASE_TEXTS = `update "Call" set
    "help" = "help" - 'note' - 'skill' || case when "help" -> 'takenBy' ->> 'userId' = $2
      then jsonb_build_object('takenBy', "help" -> 'takenBy' || jsonb_build_object('name', $4::text)) else '{}' end,
    "pastHelp" = (select jsonb_agg(h - 'note' - 'skill') from jsonb_array_elements("pastHelp") h),
    "textWhispers" = (select jsonb_agg(w || jsonb_build_object('text', $4::text)
        || case when w -> 'from' ->> 'userId' = $2
          then jsonb_build_object('from', w -> 'from' || jsonb_build_object('name', $4::text))
          else '{}' end)
      from jsonb_array_elements("textWhispers") w)
  where ("help" is not null or "textWhispers" is not null) and`;

/** Erases the reps' notes on moments that they flagged. */
const ERASE_MOMENTS = `update "Call" set
    "moments" = (select jsonb_agg(m - 'note') from jsonb_array_elements("moments") m)
  where "moments" is not null and $4::text is not null and`;

/** Erases the user's name from summonses that they answered. */
const ERASE_SUMMONSES = `update "Call" set "summonses" = (select jsonb_agg(
      case when s #>> '{by,userId}' = $2
        then jsonb_set(s, '{by,name}', to_jsonb($4::text)) else s end order by place)
      from jsonb_array_elements("summonses") with ordinality as x(s, place))
  where "orgId" = $1 and "summonses"::text like '%"' || $2 || '"%' and $3::text is null`;

/**
 * Deletes the scores of calibrations of the person's calls, because the comments are about people.
 */
const ERASE_CALIBRATIONS = `delete from "CalibrationScore" where $4::text is not null
  and "callId" in (select "callId" from "Call" where`;

/** Erases the user's name from transfers and past reps. */
const ERASE_TRANSFER_NAMES = `update "Call" set
    "transfer" = case when "transfer" #>> '{to,userId}' = $2
      then jsonb_set("transfer", '{to,name}', to_jsonb($4::text)) else "transfer" end,
    "pastReps" = (select jsonb_agg(case when past #>> '{rep,userId}' = $2
        then jsonb_set(past, '{rep,name}', to_jsonb($4::text)) else past end)
      from jsonb_array_elements("pastReps") past)
  where ("transfer" is not null or "pastReps" is not null) and`;

/** Erases the name or the number of a third party. */
const ERASE_GUESTS = `update "Call" set "guests" = (select jsonb_agg(
      case when g #>> '{who,userId}' = $2 then jsonb_set(g, '{who,name}', to_jsonb($4::text))
        when g #>> '{who,phone}' = $3 then jsonb_set(g, '{who,phone}', to_jsonb($4::text))
        else g end order by place)
      from jsonb_array_elements("guests") with ordinality as x(g, place))
  where "guests" is not null and`;

/** Erases who paused a recording, from calls that ended during the pause. */
const ERASE_PAUSES = `update "Call" set "recordingPause" = null
  where "recordingPause" is not null and $4::text is not null and`;

/** Erases the reps' notes on their ended calls, and the customer that a rep chose for one. */
const ERASE_WRAP_UPS = `update "Call" set
    "wrapUps" = (select jsonb_agg(w - 'notes'
        || case when w ? 'followUp'
          then jsonb_build_object('followUp', (w -> 'followUp') - 'subject') else '{}' end
        || case when w #>> '{about,contactId}' = $2
          then jsonb_build_object('about',
            (w -> 'about') - 'contactId' || jsonb_build_object('name', $4::text)) else '{}' end)
      from jsonb_array_elements("wrapUps") w)
  where "wrapUps" is not null and`;

/**
 * Erases the user's name from the people who were rung: for an inbound call, and after a rep was
 * lost.
 */
const eraseRungNames = (column: string, steps: string): string => `update "Call"
  set "${column}" = jsonb_set("${column}", '{${steps}}', (
    select coalesce(jsonb_agg(step || jsonb_build_object('reps', (
        select coalesce(jsonb_agg(case when rep ->> 'userId' = $2
            then rep || jsonb_build_object('name', $4::text) else rep end order by place), '[]')
        from jsonb_array_elements(step -> 'reps') with ordinality as r(rep, place)
      )) order by number), '[]')
    from jsonb_array_elements("${column}" #> '{${steps}}') with ordinality as s(step, number)))
  where "orgId" = $1 and "${column}"::text like '%"' || $2 || '"%' and $3::text is null`;

/** The same of those for whom a caller waited. */
const ERASE_AWAITED_NAMES = `update "Call"
  set "ringing" = jsonb_set("ringing", '{finishing}', (
    select jsonb_agg(case when one #>> '{rep,userId}' = $2
        then one || jsonb_build_object('rep', one -> 'rep' || jsonb_build_object('name', $4::text))
        else one end order by place)
    from jsonb_array_elements("ringing" -> 'finishing') with ordinality as f(one, place)))
  where "orgId" = $1 and $3::text is null and "ringing" -> 'finishing' @>
    jsonb_build_array(jsonb_build_object('rep', jsonb_build_object('userId', $2::text)))`;

/** Erases the people who were rung for a transfer to a group. */
const ERASE_GROUP_NAMES = `update "Call" set "transfer" = jsonb_set("transfer", '{group,steps}', '[]')
  where "orgId" = $1 and "transfer" ? 'group' and "transfer"::text like '%"' || $2 || '"%'
    and $3::text is null and $4::text is not null`;

/** Erases the words of voicemails. */
const ERASE_WORDS = `update "Recording" set "words" = null
  where "words" is not null and $4::text is not null
    and "callId" in (select "callId" from "Call" where`;

const ERASE_NOTES = `update "Intervention"
  set "reasonNote" = null, "reasonPoint" = null, "outcomeNote" = null, "coachingNote" = null
  where "callId" in (select "callId" from "Call" where`;

/**
 * Erases the customer's rating of the call. The row stays, so that the rating is not read from the
 * survey again.
 */
const ERASE_RATINGS = `update "CallRating" set "callId" = null, "score" = null, "isGood" = null,
    "answeredAt" = null, "isErased" = true
  where "orgId" = $1 and $4::text is not null and "callId" in (select "callId" from "Call" where`;

/** Deletes backtests that quote the person's calls. */
const eraseBacktests = (kind: PersonRef['kind']): string => `delete from "AlertBacktest"
  where "orgId" = $1 and $4::text is not null and exists (
    select from jsonb_array_elements(coalesce("result" -> 'calls', '[]')) quoted
    where quoted ->> 'callId' in (select "callId" from "Call" where ${CALLS[kind]}))`;

/**
 * The transcript lines that the person said: a user's own lines, or the customer's lines in a
 * customer's calls.
 */
const OWN_LINES: Record<PersonRef['kind'], string> = {
  user: `t."userId" = $2`,
  customer: `t."speaker" = 'customer'`,
};

/** Completes a statement on rows that name the supervisor. */
const OF_SUPERVISOR = `where "supervisorUserId" = $2 and $3::text is null
  and "callId" in (select "callId" from "Call" where "orgId" = $1)`;

/**
 * The statements, in the order in which they must run: the last ones erase the values by which the
 * person's calls are found.
 */
const ERASURES: Record<PersonRef['kind'], readonly string[]> = {
  user: [
    eraseBacktests('user'),
    `update "CallAlert" set "words" = '{}' where "speaker" = 'rep' and "orgId" = $1
       and "repUserId" = $2 and $3::text is null and $4::text is not null`,
    `delete from "TranscriptLine" where "orgId" = $1 and "userId" = $2 and $3::text is null
       and $4::text is not null`,
    `update "CallClaim" set "userName" = $4 where "orgId" = $1 and "userId" = $2
       and $3::text is null`,
    `${ERASE_NOTES} ${CALLS.user}) and $4::text is not null`,
    ...eraseDebriefs(CALLS.user),
    `${ERASE_CALIBRATIONS} ${CALLS.user})`,
    `delete from "CalibrationScore" where "orgId" = $1 and "scorerUserId" = $2
       and $3::text is null and $4::text is not null`,
    ERASE_SUMMONSES,
    `${ERASE_TEXTS} ${CALLS.user}`,
    `${ERASE_MOMENTS} ${CALLS.user}`,
    `${ERASE_WRAP_UPS} ${CALLS.user}`,
    `${ERASE_PAUSES} ${CALLS.user}`,
    `update "Call" set "practice" = "practice" - 'review' where "practice" is not null
       and "orgId" = $1 and "repUserId" = $2 and $3::text is null and $4::text is not null`,
    `${ERASE_TRANSFER_NAMES} ${CALLS.user}`,
    eraseRungNames('ringing', 'steps'),
    ERASE_AWAITED_NAMES,
    eraseRungNames('repLoss', 'ringing,steps'),
    `${ERASE_GUESTS} ${CALLS.user}`,
    ERASE_GROUP_NAMES,
    `update "Intervention" set "supervisorName" = $4 ${OF_SUPERVISOR}`,
    `update "PlannedDebrief" set "supervisorName" = $4 ${OF_SUPERVISOR}`,
    `update "Notice" set "supervisorName" = $4 ${OF_SUPERVISOR}`,
    `update "Call" set "repName" = $4 where "orgId" = $1 and "repUserId" = $2 and $3::text is null`,
    `update "CallDay" set "repName" = $4 where "orgId" = $1 and "repUserId" = $2
       and $3::text is null`,
    `update "CallWeek" set "repName" = $4 where "orgId" = $1 and "repUserId" = $2
       and $3::text is null`,
    `update "InterventionDay" set "supervisorName" = $4 where "orgId" = $1
       and "supervisorUserId" = $2 and $3::text is null`,
    `update "TrainingSignal" set "decisionNote" = null,
       "decidedByName" = case when "decidedByUserId" = $2 then $4 else "decidedByName" end
     where "orgId" = $1 and $3::text is null and $4::text is not null and ("decidedByUserId" = $2
       or exists (select from "TrainingSignalCall" b
         where b."signalId" = "TrainingSignal"."signalId" and b."repUserId" = $2))`,
    `update "Incident" set "resolutionNote" = null
     where "orgId" = $1 and "resolvedBy" = $2 and $3::text is null and $4::text is not null`,
    `delete from "JointCall" where "orgId" = $1 and $2 in ("repUserId", "supervisorUserId")
       and $3::text is null and $4::text is not null`,
    ...[
      'AlertMute',
      'Dial',
      'OneTimeSecret',
      'Passkey',
      'PersonShortcuts',
      'Pin',
      'Reach',
      'RefusedDials',
      'RepFollow',
      'RepPresence',
    ].map(
      (table) => `delete from "${table}"
        where "orgId" = $1 and "userId" = $2 and $3::text is null and $4::text is not null`,
    ),
  ],
  customer: [
    eraseBacktests('customer'),
    `update "CallAlert" set "words" = '{}' where $4::text is not null
       and "callId" in (select "callId" from "Call" where ${CALLS.customer})`,
    `delete from "TranscriptLine" where $4::text is not null
       and "callId" in (select "callId" from "Call" where ${CALLS.customer})`,
    `${ERASE_WORDS} ${CALLS.customer})`,
    `${ERASE_NOTES} ${CALLS.customer}) and $4::text is not null`,
    `${ERASE_RATINGS} ${CALLS.customer})`,
    `${ERASE_CALIBRATIONS} ${CALLS.customer})`,
    ...eraseDebriefs(CALLS.customer),
    `${ERASE_TEXTS} ${CALLS.customer}`,
    `${ERASE_MOMENTS} ${CALLS.customer}`,
    `${ERASE_WRAP_UPS} ${CALLS.customer}`,
    `${ERASE_GUESTS} ${CALLS.customer}`,
    // The account of a person account has the customer's name.
    `update "Call" set
       "accountName" = case when "accountName" = "customerName" then $4 else "accountName" end,
       "customerName" = $4, "customerPhone" = null, "contactId" = null where ${CALLS.customer}`,
  ],
};

/** The values of the parameters $2 and $3. */
const keysOf = (ref: PersonRef): [string | null, string | null] =>
  ref.kind === 'user' ? [ref.userId, null] : [ref.contactId ?? null, ref.phone ?? null];

/**
 * Collects and erases the data of one person. An erasure is one transaction. It returns `on_call`
 * if a call of the person has not ended.
 */
export function createPersonalData(pool: Pool): PersonalData {
  return {
    async gather(orgId, ref) {
      const keys = keysOf(ref);
      const { rows: calls } = await pool.query(
        `select to_jsonb(c) || jsonb_build_object(
           'participants', (select coalesce(jsonb_agg(p order by p."position"), '[]')
             from "Participant" p where p."callId" = c."callId"),
           'interventions', (select coalesce(jsonb_agg(i order by i."position"), '[]')
             from "Intervention" i where i."callId" = c."callId"),
           'notices', (select coalesce(jsonb_agg(n order by n."position"), '[]')
             from "Notice" n where n."callId" = c."callId"),
           'debriefs', ${debriefsOf(ref.kind)},
           'transcript', (select coalesce(jsonb_agg(to_jsonb(t) - 'transcriptionId'
               order by t."startedAt"), '[]') from "TranscriptLine" t
             where t."callId" = c."callId" and ${OWN_LINES[ref.kind]}),
           'ratings', (select coalesce(jsonb_agg(jsonb_build_object('score', s."score",
               'answeredAt', s."answeredAt") order by s."answeredAt"), '[]')
             from "CallRating" s where s."orgId" = $1 and s."callId" = c."callId"),
           'recordings', (select coalesce(jsonb_agg(r order by r."startedAt"), '[]')
             from "Recording" r where r."callId" = c."callId")) as call
         from "Call" c where ${CALLS[ref.kind]} order by "startedAt"`,
        [orgId, ...keys],
      );
      const { rows: audit } = await pool.query<EntryRow>(
        `${SELECT} where "orgId" = $1 and (
           "auditId" in (
             select "auditId" from "AuditPersonal" where "orgId" = $1 and "subjects" && $2)
           or "actor" ->> 'userId' = $3 or "details" ->> 'supervisorUserId' = $3
           or "details" ->> 'repUserId' = $3)
         order by "position"`,
        [orgId, subjectsOf(ref), ref.kind === 'user' ? ref.userId : null],
      );
      const { rows: credentials } =
        ref.kind === 'customer'
          ? { rows: [] }
          : await pool.query(
              `select 'PIN' as kind, "setAt" as since from "Pin" where "orgId" = $1 and "userId" = $2
         union all select 'passkey', "createdAt" from "Passkey" where "orgId" = $1 and "userId" = $2
         union all select 'own phone ' || "confirmedNumber", "confirmedAt" from "Reach"
           where "orgId" = $1 and "userId" = $2 and "confirmedNumber" is not null`,
              [orgId, ref.userId],
            );
      return {
        calls: calls.map(({ call }) => withOwnTexts(call as TextsOfCall, ref)),
        audit: audit.map(chainedOf).map(withoutSubjects),
        credentials,
      };
    },

    async erase(orgId, ref, { auditId, entryOf }) {
      return inTransaction(pool, async (client) => {
        const keys = keysOf(ref);
        const { rows: calls } = await client.query<{ status: string }>(
          `select "status" from "Call" where ${CALLS[ref.kind]} order by "callId" for update`,
          [orgId, ...keys],
        );
        if (calls.some(({ status }) => status !== 'ended')) return 'on_call';
        let touched = 0;
        for (const sql of ERASURES[ref.kind])
          touched += (await client.query(sql, [orgId, ...keys, ERASED_NAME])).rowCount ?? 0;
        const auditFields = await eraseFromAudit(client, orgId, { ref, auditId });
        if (touched + auditFields.length === 0) return undefined;
        const erased: ErasedData = { calls: calls.length, auditFields };
        await insertAudit(client, [entryOf(erased)]);
        return erased;
      });
    },
  };
}

interface TextsOfCall {
  readonly textWhispers?: readonly { readonly from: { readonly userId: string } }[] | null;
}

/**
 * Text whispers may be read only by the two people who wrote them, so a person's export contains
 * only their own lines.
 */
const withOwnTexts = (call: TextsOfCall, ref: PersonRef): TextsOfCall => ({
  ...call,
  textWhispers: (call.textWhispers ?? []).filter(
    ({ from }) => ref.kind === 'user' && from.userId === ref.userId,
  ),
});

/**
 * Leaves out the subjects, because a person's export must not say whose data else the entry
 * contains.
 */
const withoutSubjects = (entry: ChainedEntry): ChainedEntry => ({
  ...entry,
  personal: Object.fromEntries(
    Object.entries(entry.personal).map(([name, field]): [string, PersonalField] => {
      if (!('salt' in field)) return [name, field];
      const { subjects: _subjects, ...own } = field;
      return [name, own];
    }),
  ),
});

async function eraseFromAudit(
  client: ClientBase,
  orgId: string,
  { ref, auditId }: { readonly ref: PersonRef; readonly auditId: string },
): Promise<ErasedData['auditFields']> {
  const { rows } = await client.query<{ position: string; name: string }>(
    `with "erased" as (
       update "AuditPersonal" set "salt" = null, "value" = null, "subjects" = '{}', "erasedBy" = $3
       where "orgId" = $1 and "subjects" && $2 and "erasedBy" is null returning "auditId", "name")
     select e."position", g."name" from "erased" g join "AuditEntry" e on e."auditId" = g."auditId"
     order by e."position", g."name"`,
    [orgId, subjectsOf(ref), auditId],
  );
  return rows.map(({ position, name }) => ({ position: Number(position), name }));
}
