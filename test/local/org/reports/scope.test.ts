import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import {
  insertEndedCalls,
  insertUnansweredCalls,
  type EndedCall,
} from '../../../../local/machine/sample/endedCalls.ts';
import { insertRefusals } from '../../../support/refusals.ts';
import type { ReportAnswer as Answer } from '../../../support/reportAnswer.ts';
import { writeCallsToOrg } from '../../../support/writeCallsToOrg.ts';
import { reportedCalls, unansweredBeside } from './reportedCalls.ts';
import { openReportStage, type ReportStage } from './reportStage.ts';

const REPORTS = readdirSync(
  new URL('../../../../force-app/main/default/reports/Dealside/', import.meta.url),
)
  .filter((file) => file.endsWith('.report-meta.xml'))
  .map((file) => file.replace('.report-meta.xml', ''));

/** They are about what people write and do after calls, and about deals: calls alone add nothing. */
const OF_NO_CALL = [
  'Acknowledgements_by_Policy',
  'Coaching_Due',
  'Coaching_Overdue',
  'Deals_with_Interventions',
  'Debriefs_on_Time',
  'Observations',
  'Outcomes_by_Tag',
  'Praise_by_Team',
  'Rep_Verdicts',
  'Said_Again',
];

describe('reports of calls that are outside of a reader’s scope', () => {
  let stage: ReportStage;
  const READERS = ['maya', 'lena', 'dana'];
  let without: Map<string, Answer>;
  let withThem: Map<string, Answer>;

  async function add(calls: readonly EndedCall[]): Promise<void> {
    const { pool, org } = stage;
    await insertRefusals(
      pool,
      org.orgId,
      calls.map(({ callId, answeredAt: at }) => ({ callId, at, code: 'out_of_scope' })),
    );
    await insertEndedCalls(pool, calls);
    await insertUnansweredCalls(
      pool,
      unansweredBeside(calls).map((one) => ({
        ...one,
        callId: `${one.callId}${calls[0]!.callId}`,
      })),
    );
    await pool.query(
      `update "Call" set "wrapUps" = jsonb_build_array(jsonb_build_object('repUserId', "repUserId",
         'disposition', 'stayed', 'at', "endedAt" + interval '30 seconds'))
       where "callId" = any($1)`,
      [calls.map(({ callId }) => callId)],
    );
    await writeCallsToOrg(
      pool,
      org.crm,
      calls.map(({ callId }) => callId),
    );
  }

  async function answers(): Promise<Map<string, Answer>> {
    const found = new Map<string, Answer>();
    for (const alias of READERS)
      for (const name of REPORTS) {
        const { compositeResponse } = await stage.org
          .connect({ username: `${alias}@northwind.example` })
          .post<{ compositeResponse: [{ httpStatusCode: number; body: Answer }] }>('/composite', {
            compositeRequest: [
              {
                method: 'GET',
                referenceId: 'r',
                url: `/services/data/v66.0/analytics/reports/${name}`,
              },
            ],
          });
        const [{ httpStatusCode, body }] = compositeResponse;
        if (httpStatusCode === 200) found.set(`${alias} ${name}`, body);
      }
    return found;
  }

  before(async () => {
    stage = await openReportStage();
    const { org, users } = stage;
    const idOf = (alias: string): string => users.get(alias)!.Id;
    const raw = reportedCalls({ orgId: org.orgId, users });
    // Who joined a call reads the record of it, so the supervisor of these is another one.
    const outside = raw
      .filter(({ repUserId }) => repUserId === idOf('jo'))
      .map((call, n) => ({
        ...call,
        // Whether a customer called again is known of a call also where another rep took the second.
        customerPhone: `+1628555${1_000 + n}`,
        askedForHelp: n % 2 === 0,
        interventions: call.interventions.map((one) => ({
          ...one,
          supervisorUserId: idOf('tomas'),
          supervisorName: 'Tomás Silva',
          skipsWhisper: true,
        })),
      }));
    await add([...raw.filter(({ repUserId }) => repUserId !== idOf('jo')), ...outside.slice(0, 5)]);
    without = await answers();
    await add(outside.slice(5));
    withThem = await answers();
  });
  after(() => stage?.close());

  const ofReader = (alias: string, those: ReadonlyMap<string, Answer>) =>
    [...those].filter(([key]) => key.startsWith(`${alias} `));

  it('have them in every number of who reads all', () => {
    assert.deepEqual(
      ofReader('dana', withThem)
        .filter(([key, answer]) => JSON.stringify(answer) === JSON.stringify(without.get(key)))
        .map(([key]) => key.slice('dana '.length))
        .sort(),
      OF_NO_CALL,
    );
    assert.equal(ofReader('dana', withThem).length, REPORTS.length);
  });

  it('are the same as without them for the manager of another team', () => {
    assert.equal(ofReader('maya', withThem).length, REPORTS.length);
    for (const [key, answer] of ofReader('maya', withThem))
      assert.deepEqual(answer, without.get(key), key);
  });

  it('are the same as without them for a rep, who reads some', () => {
    for (const [key, answer] of ofReader('lena', withThem))
      assert.deepEqual(answer, without.get(key), key);
  });
});
