import type { Pool } from 'pg';
import { type Announcement, disclosureOf } from '../../domain/call/announcement.ts';
import type { MonitoringChoice } from '../../domain/call/moments.ts';
import type { Place } from '../../domain/call/people.ts';
import type { PastCall } from '../../domain/policy/pastCall.ts';
import type { CallCursor, PastCalls, Period } from '../../ports/index.ts';
import { repOf, type CallRow } from './rows/callRow.ts';

const COLUMNS = `"callId", "answeredAt", "repUserId", "repName", "repManagerIds", "repTimeZone",
  "repQueueIds", "repGroupIds", "repTerritoryIds", "repSkills", "repPlace",
  "customerPhone", "customerPlace", "announcements", "monitoringChoice",
  "opportunityId", "opportunityName", "stage", "amount", "corporateAmount"`;
const WITHIN = `"orgId" = $1 and "answeredAt" >= $2 and "answeredAt" < $3
  and "practice" is null`;

const agreementIn = (choice: MonitoringChoice | null | undefined): Pick<PastCall, 'agreedAt'> =>
  choice && !choice.isDeclined ? { agreedAt: choice.at } : {};

/**
 * Pages through the calls with customers in a period by keyset, so that late pages are as fast as
 * the first.
 */
export function createPastCalls(pool: Pick<Pool, 'query'>): PastCalls {
  async function page(
    { orgId, from, to }: Period,
    size: number,
    after?: CallCursor,
  ): Promise<PastCall[]> {
    const { rows } = await pool.query<CallRow>(
      `select ${COLUMNS} from "Call" where ${WITHIN} and ("answeredAt", "callId") > ($4, $5)
       order by "answeredAt", "callId" limit $6`,
      [orgId, from, to, after?.answeredAt ?? '-infinity', after?.callId ?? '', size],
    );
    return rows.map((row) => ({
      customer: {
        phone: row.customerPhone ?? undefined,
        place: (row.customerPlace as Place | null) ?? undefined,
      },
      disclosure: disclosureOf({
        announcements: (row.announcements as Announcement[] | null) ?? [],
        participants: [],
      }),
      ...agreementIn(row.monitoringChoice as MonitoringChoice | null | undefined),
      callId: row.callId,
      answeredAt: new Date(row.answeredAt!).toISOString(),
      rep: repOf(row),
      ...(row.opportunityId && {
        opportunity: {
          opportunityId: row.opportunityId,
          name: row.opportunityName ?? '',
          stage: row.stage ?? undefined,
          amount: row.amount ?? undefined,
          corporateAmount: row.corporateAmount ?? undefined,
        },
      }),
    }));
  }

  return {
    page,
    async count({ orgId, from, to }) {
      const { rows } = await pool.query<{ count: string }>(
        `select count(*) from "Call" where ${WITHIN}`,
        [orgId, from, to],
      );
      return Number(rows[0]!.count);
    },
    async *pages(period, size) {
      for (
        let calls = await page(period, size);
        calls.length > 0;
        calls = await page(period, size, calls.at(-1))
      )
        yield calls;
    },
  };
}
