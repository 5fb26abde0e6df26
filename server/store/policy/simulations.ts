import type { Pool } from 'pg';
import type { SimulationRun, Simulations } from '../../ports/index.ts';

type Row = Omit<SimulationRun, 'askedAt' | 'updatedAt' | 'from' | 'to' | 'result' | 'problem'> &
  Record<'askedAt' | 'updatedAt' | 'from' | 'to', Date> & {
    result: SimulationRun['result'] | null;
    problem: string | null;
  };

const WITHOUT_RESULT = `"simulationId", "orgId", "askedBy", "askedAt", "updatedAt", "status", "done",
  "total", "from", "to", "before", "after", "consent", null as "result", "problem"`;

/** Simulation runs as rows, so that any instance can read the progress of a run or cancel it. */
export function createSimulations(pool: Pick<Pool, 'query'>): Simulations {
  return {
    ...simulationProgress(pool),
    ...simulationQueries(pool),
  };
}

/** A simulation from its beginning to its result. */
const simulationProgress = (
  pool: Pick<Pool, 'query'>,
): Pick<Simulations, 'begin' | 'progress' | 'finish' | 'cancel'> => ({
  async begin({ simulationId, orgId, askedBy, askedAt, from, to, before, after, consent, total }) {
    await pool.query(
      `insert into "PolicySimulation" ("simulationId", "orgId", "askedBy", "askedAt", "updatedAt",
           "status", "done", "total", "from", "to", "before", "after", "consent")
         values ($1, $2, $3, $4, $4, 'running', 0, $5, $6, $7, $8, $9, $10)`,
      [
        simulationId,
        orgId,
        askedBy,
        askedAt,
        total,
        from,
        to,
        JSON.stringify(before),
        JSON.stringify(after),
        JSON.stringify(consent),
      ],
    );
  },

  async progress(simulationId, done, at) {
    const updated = await pool.query(
      `update "PolicySimulation" set "done" = $2, "updatedAt" = $3
         where "simulationId" = $1 and "status" = 'running'`,
      [simulationId, done, at],
    );
    return updated.rowCount === 1;
  },

  async finish(simulationId, end, at) {
    const [status, result, problem] =
      'result' in end ? ['done', JSON.stringify(end.result), null] : ['failed', null, end.problem];
    await pool.query(
      `update "PolicySimulation" set
           "status" = $2, "result" = $3, "problem" = $4, "updatedAt" = $5,
           "done" = case when $2 = 'done' then "total" else "done" end
         where "simulationId" = $1 and "status" = 'running'`,
      [simulationId, status, result, problem, at],
    );
  },

  async cancel(orgId, simulationId, at) {
    const canceled = await pool.query(
      `update "PolicySimulation" set "status" = 'cancelled', "updatedAt" = $3
         where "orgId" = $1 and "simulationId" = $2 and "status" = 'running'`,
      [orgId, simulationId, at],
    );
    return canceled.rowCount === 1;
  },
});

/** Simulations that were started. */
const simulationQueries = (pool: Pick<Pool, 'query'>): Pick<Simulations, 'find' | 'list'> => ({
  async find(orgId, simulationId) {
    const {
      rows: [row],
    } = await pool.query<Row>(
      'select * from "PolicySimulation" where "orgId" = $1 and "simulationId" = $2',
      [orgId, simulationId],
    );
    return row && runOf(row);
  },

  async list(orgId) {
    const { rows } = await pool.query<Row>(
      `select ${WITHOUT_RESULT} from "PolicySimulation"
         where "orgId" = $1 order by "askedAt" desc`,
      [orgId],
    );
    return rows.map(runOf);
  },
});

function runOf({ result, problem, ...row }: Row): SimulationRun {
  const { askedAt, updatedAt, from, to } = row;
  return {
    ...row,
    askedAt: askedAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    from: from.toISOString(),
    to: to.toISOString(),
    ...(result && { result }),
    ...(problem !== null && { problem }),
  };
}
