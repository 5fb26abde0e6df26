import type { Pool } from 'pg';
import { PHONE_REPORT_MS, type PhoneReport } from '../../domain/presence/presence.ts';
import type { PersonKey, RepActivities } from '../../ports/index.ts';
import { iso } from './rows/columns.ts';

interface Row {
  readonly userId: string;
  readonly isBusy: boolean;
  readonly isSupervising: boolean;
  readonly hasOwnPhone: boolean;
  readonly idleSince: Date | null;
  readonly awaySince: Date | null;
  readonly seenAt: Date | null;
  readonly heartbeatAt: Date | null;
  readonly phones: Record<string, PhoneReport | ClosedPage> | null;
  readonly readyAt: Date | null;
  readonly afterCallSeconds: number | null;
}

/** A page that was closed: a report of it that arrives later does not count. */
interface ClosedPage {
  readonly isClosed: true;
  readonly at: string;
}

/** The name of a page that does not name itself. */
const UNNAMED_PAGE = '';

/**
 * Reads a day of calls of a few reps, through the index on rep and start, and the reps' own rows. A
 * rep has been idle since the end of the last call that they had to finish; missed and practice
 * calls do not count. A rep is busy while on a call of their own, while a call is being transferred
 * to them, and while they are rung for one, but not while a caller waits until they are ready.
 */
export function createRepActivities(pool: Pick<Pool, 'query'>): RepActivities {
  return {
    async of(orgId, userIds) {
      const { rows } = await pool.query<Row>(
        `with of_reps as (
           select "repUserId" as "userId",
             "status" <> 'ended' and not (
               "status" = 'ringing' and coalesce(jsonb_array_length("ringing"->'finishing'), 0) > 0
               and not exists (select 1 from "Participant" p where p."callId" = c."callId"
                 and p."role" = 'rep' and p."status" <> 'left')) as "isOpen",
             case when "practice" is null
               and ("answeredAt" is not null or "direction" = 'outbound') then "endedAt" end
               as "endedAt",
             "ringing"->'steps'->("ringing"->>'step')::int->'afterCallSeconds' as "afterCallSeconds"
           from "Call" c
           where "orgId" = $1 and "repUserId" = any($2) and "startedAt" > now() - interval '1 day'
           union all
           select p."colleagueUserId", true, null, null
           from "Call" c join "Participant" p on p."callId" = c."callId"
           where c."orgId" = $1 and c."status" <> 'ended' and p."colleagueUserId" = any($2)
             and p."status" <> 'left'
         )
         select u."userId", coalesce(bool_or(c."isOpen"), false) as "isBusy",
           max(c."endedAt") as "idleSince",
           ((array_agg(c."afterCallSeconds" order by c."endedAt" desc nulls last))[1])::int
             as "afterCallSeconds",
           max(s."readyAt") as "readyAt", max(s."awaySince") as "awaySince",
           max(s."seenAt") as "seenAt", max(s."heartbeatAt") as "heartbeatAt",
           (array_agg(s."phones"))[1] as "phones",
           exists (select 1 from "Intervention" i join "Call" o using ("callId")
             where i."supervisorUserId" = u."userId" and i."status" <> 'ended'
               and o."orgId" = $1 and o."status" <> 'ended') as "isSupervising",
           exists (select 1 from "Reach" r where r."orgId" = $1 and r."userId" = u."userId"
             and r."device" in ('phone', 'sip')) as "hasOwnPhone"
         from unnest($2::text[]) as u("userId")
         left join of_reps c on c."userId" = u."userId"
         left join "RepPresence" s on s."orgId" = $1 and s."userId" = u."userId"
         group by u."userId"`,
        [orgId, userIds],
      );
      return new Map(
        rows.map(
          ({ userId, isBusy, isSupervising, hasOwnPhone, afterCallSeconds, phones, ...at }) => [
            userId,
            {
              isBusy,
              ...(isSupervising && { isSupervising }),
              ...(hasOwnPhone && { hasOwnPhone }),
              ...(at.idleSince && { idleSince: iso(at.idleSince) }),
              ...(afterCallSeconds !== null && { afterCallSeconds }),
              ...(at.readyAt && { readyAt: iso(at.readyAt) }),
              ...(at.awaySince && { awaySince: iso(at.awaySince) }),
              ...(at.seenAt && { seenAt: iso(at.seenAt) }),
              ...(at.heartbeatAt && { heartbeatAt: iso(at.heartbeatAt) }),
              ...(phones && { phones: reportsOf(phones) }),
            },
          ],
        ),
      );
    },

    setAway: (rep, awaySince) => setAway(pool, { rep, since: awaySince }),
    setPhone: (rep, page) => setPhone(pool, { rep, page }),
    ...activityHeartbeats(pool),
  };
}

const reportsOf = (phones: NonNullable<Row['phones']>): PhoneReport[] =>
  Object.entries(phones).flatMap(([page, said]) =>
    'isClosed' in said ? [] : [{ ...said, ...(page === UNNAMED_PAGE && { isSaidOnce: true }) }],
  );

/** A rep who is away stays so since then; without a time it is over. */
async function setAway(
  pool: Pick<Pool, 'query'>,
  { rep: { orgId, userId }, since }: { readonly rep: PersonKey; readonly since?: string },
): Promise<void> {
  await pool.query(
    `insert into "RepPresence" ("orgId", "userId", "awaySince") values ($1, $2, $3)
     on conflict ("orgId", "userId")
     do update set "awaySince" = case when $3::timestamptz is null then null
       else coalesce("RepPresence"."awaySince", $3) end`,
    [orgId, userId, since ?? null],
  );
}

/**
 * Writes the report of one page, and drops those of pages that have said nothing for long. A page
 * that does not name itself says nothing again: its report stays until the rep has another page.
 */
async function setPhone(
  pool: Pick<Pool, 'query'>,
  {
    rep: { orgId, userId },
    page: { tabId, isConnected, at },
  }: { readonly rep: PersonKey; readonly page: Parameters<RepActivities['setPhone']>[1] },
): Promise<void> {
  const oldest = new Date(Date.parse(at) - PHONE_REPORT_MS).toISOString();
  const said = isConnected === undefined ? { isClosed: true, at } : { isConnected, since: at, at };
  await pool.query(
    `insert into "RepPresence" as s ("orgId", "userId", "phones")
     values ($1, $2, jsonb_build_object($3::text, $4::jsonb))
     on conflict ("orgId", "userId") do update set "phones" =
       coalesce((select jsonb_object_agg(page, said) from jsonb_each(s."phones") as e(page, said)
         where page <> $3 and (said->>'at' > $5 or page = $6 and $4::jsonb ? 'isClosed')), '{}')
       || jsonb_build_object($3::text, case
         when s."phones"->$3->>'at' > $5 and (s."phones"->$3 ? 'isClosed') then s."phones"->$3
         when s."phones"->$3->>'at' > $5 and s."phones"->$3->'isConnected' = $4::jsonb->'isConnected'
           then s."phones"->$3 || jsonb_build_object('at', $4::jsonb->'at')
         else $4::jsonb end)`,
    [orgId, userId, tabId, JSON.stringify(said), oldest, UNNAMED_PAGE],
  );
}

/** What softphones and their reps say, of which the last time counts. */
function activityHeartbeats(
  pool: Pick<Pool, 'query'>,
): Pick<RepActivities, 'seen' | 'heartbeats' | 'setReady'> {
  async function write(
    column: 'seenAt' | 'heartbeatAt' | 'readyAt',
    people: readonly (PersonKey & { readonly at: string })[],
  ): Promise<void> {
    if (people.length === 0) return;
    await pool.query(
      `insert into "RepPresence" ("orgId", "userId", "${column}")
       select "orgId", "userId", max("at")
       from unnest($1::text[], $2::text[], $3::timestamptz[]) as p("orgId", "userId", "at")
       group by 1, 2 order by 1, 2
       on conflict ("orgId", "userId") do update
       set "${column}" = greatest("RepPresence"."${column}", excluded."${column}")`,
      [
        people.map(({ orgId }) => orgId),
        people.map(({ userId }) => userId),
        people.map(({ at }) => at),
      ],
    );
  }

  return {
    seen: (people, at) =>
      write(
        'seenAt',
        people.map(({ orgId, userId }) => ({ orgId, userId, at })),
      ),

    setReady: (rep, at) => write('readyAt', [{ ...rep, at }]),
    heartbeats: (heartbeats) => write('heartbeatAt', heartbeats),
  };
}
