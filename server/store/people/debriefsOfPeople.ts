import type { PersonRef } from '../../domain/audit/personalData.ts';

/**
 * What is exported of the debriefs of the call `c`. The two who hold a debrief have all of it;
 * customers have what was noted of their call, and not how people were scored.
 */
export const debriefsOf = (kind: PersonRef['kind']): string => `(
    select coalesce(jsonb_agg(${EXPORTED[kind]} order by b."debriefId"), '[]')
    from (
      select "interventionId" as "debriefId", "callId", "supervisorUserId", null::text as "note",
        "coachingDueOn" as "dueOn"
      from "Intervention" where "coachingDueOn" is not null
      union all
      select "debriefId", "callId", "supervisorUserId", "note", "dueOn" from "PlannedDebrief") b
    left join "Debrief" d on d."interventionId" = b."debriefId"
    where b."callId" = c."callId" and ${MINE[kind]})`;

const EXPORTED: Record<PersonRef['kind'], string> = {
  user: `jsonb_build_object('debriefId', b."debriefId", 'dueOn', b."dueOn", 'note', b."note",
    'progress', d."progress")`,
  customer: `jsonb_build_object('note', b."note", 'notes', d."progress" -> 'notes')`,
};

const MINE: Record<PersonRef['kind'], string> = {
  user: `$2 in (c."repUserId", b."supervisorUserId")`,
  customer: `(b."note" is not null or d."progress" ? 'notes')`,
};

/** The debriefs of some calls, as `debriefId`. */
const idsIn = (calls: string): string => `
    select "interventionId" from "Intervention"
    where "callId" in (select "callId" from "Call" where ${calls})
    union all
    select "debriefId" from "PlannedDebrief"
    where "callId" in (select "callId" from "Call" where ${calls})`;

/** Keeps that a debrief is closed, the times and the ratings without their comments. */
const WITHOUT_WORDS = `jsonb_strip_nulls(jsonb_build_object(
    'closedAt', "progress" -> 'closedAt',
    'acknowledged', case when "progress" ? 'acknowledged'
      then jsonb_build_object('at', "progress" #> '{acknowledged,at}') end,
    'closedAlone', case when "progress" ? 'closedAlone'
      then jsonb_build_object('by', "progress" #> '{closedAlone,by}', 'reason', $4::text) end,
    'ratings', (select jsonb_object_agg(holder, given - 'comment')
      from jsonb_each("progress" -> 'ratings') as r(holder, given))))`;

/**
 * Erases what rep and supervisor wrote about calls in their debriefs, together with the scores.
 * Closed debriefs stay closed; open ones begin anew.
 */
export const eraseDebriefs = (calls: string): readonly string[] => [
  `update "PlannedDebrief" set "note" = null where $4::text is not null
     and "callId" in (select "callId" from "Call" where ${calls})`,
  `update "Debrief" set "progress" = ${WITHOUT_WORDS}
   where "progress" ->> 'closedAt' is not null and "interventionId" in (${idsIn(calls)})`,
  `delete from "Debrief" where $4::text is not null and "progress" ->> 'closedAt' is null
     and "interventionId" in (${idsIn(calls)})`,
];
