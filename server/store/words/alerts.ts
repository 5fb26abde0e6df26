import type pg from 'pg';
import type { AlertRules } from '../../domain/alerts/rule.ts';
import type {
  AlertBacktestRun,
  AlertBacktests,
  AlertMutes,
  AlertRuleHistory,
  CallAlert,
  CallAlerts,
} from '../../ports/index.ts';
import { insertAudit } from '../audit/auditEntries.ts';
import { inTransaction } from '../database/transaction.ts';

type AlertRow = { [K in keyof CallAlert]: CallAlert[K] | null } & { raisedAt: Date };

const alertOf = (row: AlertRow): CallAlert =>
  ({
    ...Object.fromEntries(
      Object.entries(row).filter(([name, value]) => value !== null && name !== 'markedAt'),
    ),
    raisedAt: row.raisedAt.toISOString(),
  }) as unknown as CallAlert;

export function createCallAlerts(pool: Pick<pg.Pool, 'query'>): CallAlerts {
  return {
    async add(alert) {
      const added = await pool.query(
        `insert into "CallAlert" ("alertId", "orgId", "callId", "repUserId", "teamId", "ruleName",
           "ruleVersion", "label", "family", "severity", "raisedAt", "round", "speaker", "lineId",
           "words", "measured", "status")
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
         on conflict do nothing`,
        [
          alert.alertId,
          alert.orgId,
          alert.callId,
          alert.repUserId,
          alert.teamId ?? null,
          alert.ruleName,
          alert.ruleVersion,
          alert.label,
          alert.family,
          alert.severity,
          alert.raisedAt,
          alert.round,
          alert.speaker ?? null,
          alert.lineId ?? null,
          alert.words,
          alert.measured ?? null,
          alert.status,
        ],
      );
      return added.rowCount === 1;
    },
    async ofCalls(callIds) {
      const { rows } = await pool.query<AlertRow>(
        'select * from "CallAlert" where "callId" = any($1) order by "raisedAt", "alertId"',
        [callIds],
      );
      return rows.map(alertOf);
    },
    async find(orgId, alertId) {
      const { rows } = await pool.query<AlertRow>(
        'select * from "CallAlert" where "orgId" = $1 and "alertId" = $2',
        [orgId, alertId],
      );
      return rows[0] && alertOf(rows[0]);
    },
    async mark(alertId, { mark, by, at }) {
      await pool.query(
        `update "CallAlert" set "mark" = $2, "markedBy" = $3, "markedAt" = $4
         where "alertId" = $1`,
        [alertId, mark, by, at],
      );
    },
    async shownToTeam(orgId, { teamId, ruleName, since }) {
      const { rows } = await pool.query<{ count: number }>(
        `select count(*)::int as count from "CallAlert" where "orgId" = $1 and "teamId" = $2
           and "ruleName" = $3 and "raisedAt" >= $4 and "status" = 'shown'`,
        [orgId, teamId, ruleName, since],
      );
      return rows[0]!.count;
    },
    async marksOf(orgId, ruleName) {
      const { rows } = await pool.query<{ callId: string; mark: CallAlert['mark'] | null }>(
        `select "callId", "mark" from "CallAlert" where "orgId" = $1 and "ruleName" = $2`,
        [orgId, ruleName],
      );
      return rows.map(({ callId, mark }) => ({ callId, ...(mark && { mark }) }));
    },
  };
}

export function createAlertMutes(pool: Pick<pg.Pool, 'query'>): AlertMutes {
  return {
    async of({ orgId, userId }, now) {
      const { rows } = await pool.query<{ ruleName: string; until: Date | null }>(
        `select "ruleName", "until" from "AlertMute" where "orgId" = $1 and "userId" = $2
           and ("until" is null or "until" > $3) order by "ruleName"`,
        [orgId, userId, now],
      );
      return rows.map(({ ruleName, until }) => ({
        ruleName,
        ...(until && { until: until.toISOString() }),
      }));
    },
    async set({ orgId, userId }, { ruleName, until }) {
      await pool.query(
        `insert into "AlertMute" ("orgId", "userId", "ruleName", "until") values ($1, $2, $3, $4)
         on conflict ("orgId", "userId", "ruleName") do update set "until" = excluded."until"`,
        [orgId, userId, ruleName, until ?? null],
      );
    },
    async remove({ orgId, userId }, ruleName) {
      await pool.query(
        'delete from "AlertMute" where "orgId" = $1 and "userId" = $2 and "ruleName" = $3',
        [orgId, userId, ruleName],
      );
    },
  };
}

const LATEST = `select "rules", "since" from "AlertRulesInForce"
  where "orgId" = $1 order by "since" desc limit 1`;

export function createAlertRuleHistory(pool: pg.Pool): AlertRuleHistory {
  return {
    async latest(orgId) {
      const { rows } = await pool.query<{ rules: AlertRules; since: Date }>(LATEST, [orgId]);
      return rows[0] && { rules: rows[0].rules, since: rows[0].since.toISOString() };
    },
    async comesIntoForce(orgId, { rules, since }, auditOf) {
      const { isNew } = await inTransaction(pool, async (client) => {
        await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
          `alert rules of ${orgId}`,
        ]);
        const { rows } = await client.query<{ rules: AlertRules; since: Date }>(LATEST, [orgId]);
        const before = rows[0];
        if (before?.rules.version === rules.version) return { isNew: false };
        await client.query(
          `insert into "AlertRulesInForce" ("orgId", "since", "version", "rules")
           values ($1, greatest($2::timestamptz, $5::timestamptz + interval '1 ms'), $3, $4)`,
          [orgId, since, rules.version, JSON.stringify(rules), before?.since ?? null],
        );
        await insertAudit(client, auditOf(before?.rules));
        return { isNew: true };
      });
      return isNew;
    },
  };
}

export function createAlertBacktests(pool: Pick<pg.Pool, 'query'>): AlertBacktests {
  return {
    async begin({ backtestId, orgId, askedBy, askedAt, total, rule }) {
      await pool.query(
        `insert into "AlertBacktest" ("backtestId", "orgId", "askedBy", "askedAt", "updatedAt",
           "status", "done", "total", "rule") values ($1, $2, $3, $4, $4, 'running', 0, $5, $6)`,
        [backtestId, orgId, askedBy, askedAt, total, JSON.stringify(rule)],
      );
    },
    async progress(backtestId, done, at) {
      await pool.query(
        'update "AlertBacktest" set "done" = $2, "updatedAt" = $3 where "backtestId" = $1 and "status" = \'running\'',
        [backtestId, done, at],
      );
    },
    async finish(backtestId, end, at) {
      const isDone = 'result' in end;
      await pool.query(
        `update "AlertBacktest" set "status" = $2, "result" = $3, "problem" = $4,
           "updatedAt" = $5, "done" = case when $2 = 'done' then "total" else "done" end
         where "backtestId" = $1 and "status" = 'running'`,
        [
          backtestId,
          isDone ? 'done' : 'failed',
          isDone ? JSON.stringify(end.result) : null,
          isDone ? null : end.problem,
          at,
        ],
      );
    },
    async running(orgId) {
      const { rows } = await pool.query<{ backtestId: string; status: 'running'; updatedAt: Date }>(
        `select "backtestId", "status", "updatedAt" from "AlertBacktest"
         where "orgId" = $1 and "status" = 'running' order by "updatedAt" desc limit 1`,
        [orgId],
      );
      return rows[0] && { ...rows[0], updatedAt: rows[0].updatedAt.toISOString() };
    },
    async find(orgId, backtestId) {
      const { rows } = await pool.query<
        Omit<AlertBacktestRun, 'askedAt' | 'updatedAt'> & { askedAt: Date; updatedAt: Date }
      >('select * from "AlertBacktest" where "orgId" = $1 and "backtestId" = $2', [
        orgId,
        backtestId,
      ]);
      const [row] = rows;
      return (
        row && {
          ...row,
          result: row.result ?? undefined,
          problem: row.problem ?? undefined,
          askedAt: row.askedAt.toISOString(),
          updatedAt: row.updatedAt.toISOString(),
        }
      );
    },
  };
}
