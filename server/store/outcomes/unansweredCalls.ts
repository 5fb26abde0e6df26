import type { Pool } from 'pg';
import type { BehindQuestion, CallBehind } from '../../domain/outcomes/behind.ts';
import type { BehindPage } from '../../ports/index.ts';
import { isAssigned } from './dayCalls.ts';

interface Row {
  readonly callId: string;
  readonly startedAt: Date;
  readonly seconds: number;
  readonly repUserId: string;
  readonly repName: string;
  readonly opportunityId: string | null;
  readonly opportunityName: string | null;
}

/** Unanswered callers during opening hours, the most recent first. */
export async function unansweredCalls(
  pool: Pick<Pool, 'query'>,
  { orgId, from, to, queueId, unanswered }: BehindQuestion,
  { reps, size, after }: BehindPage,
): Promise<CallBehind[]> {
  const { rows } = await pool.query<Row>(
    `select c."callId", c."startedAt", c."repUserId", c."repName", c."opportunityId",
       c."opportunityName", extract(epoch from c."endedAt" - c."startedAt")::float as "seconds"
     from "Call" c
     where c."orgId" = $1 and c."status" = 'ended' and c."practice" is null
       and c."direction" = 'inbound' and c."answeredAt" is null and ${isAssigned('c')}
       and c."ringing"->>'nobodyBecause' is distinct from 'closed'
       and c."startedAt" >= $2::date - interval '15 hours'
       and c."startedAt" < $3::date + interval '39 hours'
       and (c."startedAt" at time zone dealside_zone(c."repTimeZone"))::date
         between $2::date and $3::date
       and ($4::text[] is null or c."repUserId" = any($4))
       and ($5::text is null or $5 = any(c."repQueueIds"))
       and ($6 = 'any' or (c."endReason" = 'abandoned') = ($6 = 'abandoned'))
       and ($7::timestamptz is null or (c."startedAt", c."callId") < ($7, $8))
     order by c."startedAt" desc, c."callId" desc limit $9`,
    [
      orgId,
      from,
      to,
      reps === 'all' ? null : reps,
      queueId ?? null,
      unanswered,
      after?.answeredAt ?? null,
      after?.callId ?? '',
      size,
    ],
  );
  return rows.map(({ callId, startedAt, seconds, repUserId, repName, ...about }) => ({
    callId,
    answeredAt: startedAt.toISOString(),
    seconds,
    direction: 'inbound',
    rep: { userId: repUserId, name: repName },
    ...(about.opportunityId && {
      opportunity: {
        opportunityId: about.opportunityId,
        ...(about.opportunityName && { name: about.opportunityName }),
      },
    }),
    interventions: [],
  }));
}
