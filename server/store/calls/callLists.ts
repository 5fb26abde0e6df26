import type pg from 'pg';
import type { Call } from '../../domain/call/call.ts';
import type { CallQuery, Store } from '../../ports/index.ts';
import { filtered, type Conditions } from '../database/filters.ts';
import { loadCalls, loadWhere } from './loadCalls.ts';

const FILTERS: Conditions<CallQuery> = {
  orgId: (value) => `c."orgId" = ${value}`,
  opportunityId: (value) => `c."opportunityId" = ${value}`,
  repUserId: (value) => `c."repUserId" = ${value}`,
  status: (value) => `c."status" = any(${value}::text[])`,
  supervisedBy: (value) => `c."callId" in (select "callId" from "Intervention"
    where "supervisorUserId" = ${value} and "status" <> 'ended')`,
  outcomeDueBy: (value) => `c."callId" in (select "callId" from "Intervention"
    where "supervisorUserId" = ${value} and "outcomeStatus" = 'due')`,
};

const byId = (calls: readonly Call[]): ReadonlyMap<string, Call> =>
  new Map(calls.map((call) => [call.callId, call]));

/** Lists of calls, read from the database. */
export const callLists = (
  pool: pg.Pool,
): Pick<
  Store,
  'loadCalls' | 'findCallsWithOutcomeDue' | 'findCallsToWrapUp' | 'findPracticeCalls' | 'findCalls'
> => ({
  loadCalls: async (callIds) => byId(await loadCalls(pool, callIds)),

  findCallsWithOutcomeDue: (people) =>
    loadWhere(
      pool,
      `c."callId" in (select "callId" from "Intervention"
           where "supervisorUserId" = any($1::text[]) and "outcomeStatus" = 'due')`,
      [[...new Set(people.map(({ userId }) => userId))]],
    ),

  async findCallsToWrapUp({ orgId, userId, onOpportunityOnly, limit }) {
    const due = `c."orgId" = $1 and c."wrapUpDueBy" @> array[$2] and c."wrapUpDueBy" <> '{}'
        and (not $3 or c."opportunityId" is not null)`;
    return newestWithTotal(pool, due, { values: [orgId, userId, onOpportunityOnly], limit });
  },

  async findPracticeCalls({ orgId, userId, ofEverybody, limit }) {
    const shown = `c."orgId" = $1 and c."practice" is not null and ($3 or c."repUserId" = $2
        or $2 = any(c."repManagerIds") or exists (select 1 from "Intervention" i
          where i."callId" = c."callId" and i."supervisorUserId" = $2))`;
    return newestWithTotal(pool, shown, { values: [orgId, userId, ofEverybody], limit });
  },

  findCalls(query) {
    const { where, values } = filtered(FILTERS, query);
    return loadWhere(pool, `${where} order by c."startedAt" desc`, values);
  },
});

/** The newest calls of those that fulfil a condition, and how many do. */
async function newestWithTotal(
  pool: pg.Pool,
  condition: string,
  { values, limit }: { readonly values: readonly unknown[]; readonly limit: number },
): Promise<{ calls: Call[]; total: number }> {
  const position = values.length + 1;
  const [calls, { rows }] = await Promise.all([
    loadWhere(pool, `${condition} order by c."startedAt" desc limit $${position}`, [
      ...values,
      limit,
    ]),
    pool.query<{ total: number }>(
      `select count(*)::int as total from "Call" c where ${condition}`,
      [...values],
    ),
  ]);
  return { calls, total: rows[0]!.total };
}
