import assert from 'node:assert/strict';
import type pg from 'pg';
import { insertEndedCalls, type EndedCall } from '../../../../local/machine/sample/endedCalls.ts';
import type { OrgRecord, OrgStage } from '../../../support/orgStage.ts';
import { numbers, type ReportAnswer as Answer } from '../../../support/reportAnswer.ts';
import { writeCallsToOrg } from '../../../support/writeCallsToOrg.ts';
import { BY, reportedCalls, type Joined } from './reportedCalls.ts';
import { openReportStage, type ReportStage } from './reportStage.ts';

const TODAY = new Date().toISOString().slice(0, 10);
const DAY_MS = 86_400_000;
const dayIn = (days: number): string =>
  new Date(Date.parse(TODAY) + days * DAY_MS).toISOString().slice(0, 10);
const OBJECT = 'Call_Intervention__c';

/** How long help took, as the report groups it. */
const STEPS = [
  { to: 10, label: 'Up to 10 s' },
  { to: 20, label: 'Up to 20 s' },
  { to: 30, label: 'Up to 30 s' },
  { to: 45, label: 'Up to 45 s' },
  { to: 60, label: 'Up to 1 min' },
  { to: 90, label: 'Up to 90 s' },
  { to: 120, label: 'Up to 2 min' },
  { to: 180, label: 'Up to 3 min' },
];

/** Debriefs, tags and praise on every intervention that has them, by its place among all. */
function withCoaching(calls: readonly EndedCall[], deals: readonly OrgRecord[]): EndedCall[] {
  let place = -1;
  return calls.map((call, n) => ({
    ...call,
    askedForHelp: call.interventions.length > 0,
    ...(n % 14 === 0 && {
      deal: {
        opportunityId: deals[n % deals.length]!.Id,
        name: deals[n % deals.length]!.Name,
        amount: 1_000,
        currency: 'USD',
      },
    }),
    interventions: call.interventions.map((one) => {
      place += 1;
      return {
        ...one,
        ...(place % 2 === 0 && { debrief: { dueOn: dayIn(place % 4 ? -3 : 3) } }),
        ...(place % 3 === 0 && { outcomeTag: place % 2 ? 'Launch' : 'Renewal' }),
        ...(place % 5 === 0 && { praise: 'Well said.' }),
      };
    }),
  }));
}

describe('the reports about coaching, help and deals', () => {
  let stage: ReportStage;
  let pool: pg.Pool;
  let org: OrgStage;
  let users: Map<string, OrgRecord>;
  let raw: EndedCall[];
  let written: OrgRecord[];

  before(async () => {
    stage = await openReportStage();
    ({ pool, org, users } = stage);
    raw = withCoaching(
      reportedCalls({ orgId: org.orgId, users }),
      await org.records('Opportunity'),
    );
    await insertEndedCalls(pool, raw);
    await pool.query(
      `update "Call" set "pastHelp" = jsonb_set("pastHelp", '{0,at}', to_jsonb(to_char(
         ("answeredAt" - 2 * substr("callId", 6)::int * interval '1 second') at time zone 'UTC',
         'YYYY-MM-DD"T"HH24:MI:SS"Z"')))
       where "pastHelp" @> '[{"because": "came"}]'`,
    );
    await writeCallsToOrg(
      pool,
      org.crm,
      raw.map(({ callId }) => callId),
    );
    written = await org.records(OBJECT);
  });
  after(() => stage?.close());

  async function run(name: string): Promise<Answer> {
    const { compositeResponse } = await org
      .connect({ username: 'dana@northwind.example' })
      .post<{ compositeResponse: { httpStatusCode: number; body: Answer }[] }>('/composite', {
        compositeRequest: [
          {
            method: 'GET',
            referenceId: 'r',
            url: `/services/data/v66.0/analytics/reports/${name}`,
          },
        ],
      });
    const [{ httpStatusCode, body }] = compositeResponse as [
      { httpStatusCode: number; body: Answer },
    ];
    assert.equal(httpStatusCode, 200, JSON.stringify(body));
    return body;
  }
  const joined = (): readonly Joined[] => raw.flatMap(({ interventions }) => interventions);
  const callOf = ({ interventionId }: Joined): EndedCall =>
    raw.find((call) => call.interventions.some((one) => one.interventionId === interventionId))!;
  const nameOf = (userId: string): string =>
    [...users.values()].find(({ Id }) => Id === userId)!.Name;
  /** Counts by a label, and all; as `numbers` has them. */
  function counted<T>(those: readonly T[], labelOf: (one: T) => string): Record<string, number> {
    const groups = Map.groupBy(those, labelOf);
    return Object.fromEntries([
      ...[...groups].map(([label, own]) => [label, own.length] as const),
      ['all', those.length] as const,
    ]);
  }
  const rowsOf = async (name: string) => numbers(await run(name), 'RowCount');

  it('have debriefs that are planned, and those that are overdue, by supervisor', async () => {
    const planned = joined().filter(({ debrief }) => debrief);
    const bySupervisor = ({ supervisorUserId }: Joined) => nameOf(supervisorUserId);
    assert.deepEqual(await rowsOf('Coaching_Due'), counted(planned, bySupervisor));
    const overdue = planned.filter(({ debrief }) => debrief!.dueOn < TODAY);
    assert.ok(overdue.length > 0 && overdue.length < planned.length);
    assert.deepEqual(await rowsOf('Coaching_Overdue'), counted(overdue, bySupervisor));
  });

  it('have how often each tag was given, and praise by team', async () => {
    const tagged = joined().filter(({ outcomeTag }) => outcomeTag);
    assert.deepEqual(
      await rowsOf('Outcomes_by_Tag'),
      counted(tagged, ({ outcomeTag }) => outcomeTag!),
    );
    const praised = joined().filter(({ praise }) => praise);
    const managerOf = (one: Joined): string => {
      const rep = [...users.values()].find(({ Id }) => Id === callOf(one).repUserId)!;
      return nameOf(String(rep.ManagerId));
    };
    assert.deepEqual(
      numbers(await run('Praise_by_Team'), 's!Call_Intervention__c.Praises__c'),
      counted(praised, managerOf),
    );
  });

  it('have minutes in each mode, of the mode histories', async () => {
    const { rows } = await pool.query<{ mode: string; minutes: number }>(
      `select step->>'mode' as mode,
         sum(round(extract(epoch from coalesce(next, i."leftAt") - at)))::float / 60 as minutes
       from "Intervention" i, lateral (
         select step, (step->>'at')::timestamptz as at,
           lead((step->>'at')::timestamptz) over (order by place) as next
         from jsonb_array_elements(i."modeHistory") with ordinality as steps(step, place)) steps
       group by 1`,
    );
    const minutes = new Map(rows.map((row) => [row.mode, row.minutes]));
    const answer = await run('Minutes_per_Mode');
    for (const [place, mode] of ['monitor', 'whisper', 'barge', 'takeover'].entries()) {
      const reported = numbers(answer, `FORMULA${place + 1}`).all!;
      assert.ok(Math.abs(reported - minutes.get(mode)!) < 1e-9, `${mode}: ${reported}`);
    }
  });

  it('have how long help took, in steps with their share, its median, mean and maximum', async () => {
    const { rows } = await pool.query<{ seconds: number }>(
      `select extract(epoch from (asked->>'closedAt')::timestamptz
         - (asked->>'at')::timestamptz)::float as seconds
       from "Call", jsonb_array_elements("pastHelp") asked where asked->>'because' = 'came'`,
    );
    const answer = await run('Time_to_Help');
    const seconds = rows.map((row) => row.seconds).sort((a, b) => a - b);
    const bySteps = counted(seconds, (one) => STEPS.find(({ to }) => one <= to)?.label ?? 'Longer');
    assert.deepEqual(numbers(answer, 'RowCount'), bySteps);
    assert.ok(Object.keys(bySteps).length > 4, 'they differ');
    assert.deepEqual(
      numbers(answer, 'FORMULA1'),
      Object.fromEntries(
        Object.entries(bySteps).map(([step, n]) => [
          step,
          step === 'all' ? null : n / seconds.length,
        ]),
      ),
    );
    const middle = (seconds.length - 1) / 2;
    assert.equal(
      numbers(answer, 'med!Help_Request__c.Waited_Seconds__c').all,
      (seconds[Math.floor(middle)]! + seconds[Math.ceil(middle)]!) / 2,
    );
    assert.equal(
      numbers(answer, 'a!Help_Request__c.Waited_Seconds__c').all,
      seconds.reduce((sum, one) => sum + one, 0) / seconds.length,
    );
    assert.equal(numbers(answer, 'mx!Help_Request__c.Waited_Seconds__c').all, Math.max(...seconds));
  });

  it('have the deals of interventions once for each, with stage and amount of the deal', async () => {
    const deals = new Map((await org.records('Opportunity')).map((deal) => [deal.Id, deal]));
    const those = joined().flatMap((one) => {
      const { deal } = callOf(one);
      return deal ? [deals.get(deal.opportunityId)!] : [];
    });
    assert.ok(those.length > 0);
    assert.deepEqual(
      await rowsOf('Deals_with_Interventions'),
      counted(those, ({ StageName }) => String(StageName)),
    );
    assert.equal(
      numbers(await run('Deals_with_Interventions'), 's!Call_Intervention__c.Opportunity__c.Amount')
        .all,
      those.reduce((sum, { Amount }) => sum + Number(Amount), 0),
    );
  });

  describe('of what people write in Salesforce', () => {
    /** The values of a field, by the place of the record. */
    let given: { verdict?: string; observation?: string; again?: number; rated?: number }[];

    before(async () => {
      const [observations, verdicts] = await Promise.all(
        ['Observation__c', 'Rep_Verdict__c'].map(async (field) => {
          const { fields } = await org.describe<{
            fields: { name: string; picklistValues?: { value: string }[] }[];
          }>(OBJECT);
          return fields
            .find(({ name }) => name === field)!
            .picklistValues!.map(({ value }) => value);
        }),
      );
      assert.ok(observations!.length > 1 && verdicts!.length > 1);
      given = written.map((_, place) => ({
        ...(place % 3 && {
          verdict: verdicts![place % verdicts!.length]!,
        }),
        ...(place % 4 && {
          observation: observations![place % observations!.length]!,
        }),
        ...(place % 2 && { again: place % 5 }),
        ...(place % 5 === 1 && { rated: 1 + (place % 4) }),
      }));
      for (const [place, { verdict, observation, again, rated }] of given.entries())
        await org.update(OBJECT, written[place]!.Id, {
          ...(verdict && { Rep_Verdict__c: verdict }),
          ...(observation && { Observation__c: observation }),
          ...(again !== undefined && { Said_Again__c: again }),
          ...(rated !== undefined && {
            Coaching_State__c: 'done',
            Coaching_Rating_By_Rep__c: rated,
          }),
        });
    });

    const countOf = (
      field: 'verdict' | 'observation' | 'again' | 'rated',
      answer: Record<string, number | null>,
    ): void =>
      assert.equal(answer.all, given.filter((one) => one[field] !== undefined).length, field);

    it('have verdicts of reps, and observations, each by their labels', async () => {
      for (const [name, field] of [
        ['Rep_Verdicts', 'verdict'],
        ['Observations', 'observation'],
      ] as const) {
        const answer = await rowsOf(name);
        countOf(field, answer);
        const { all: _all, ...groups } = answer;
        const expected = Map.groupBy(
          given.filter((one) => one[field] !== undefined),
          (one) => one[field],
        );
        assert.deepEqual(
          Object.values(groups).sort(),
          [...expected.values()].map(({ length }) => length).sort(),
          name,
        );
        if (field === 'verdict')
          assert.deepEqual(
            numbers(await run(name), 'FORMULA1'),
            Object.fromEntries([
              ...Object.entries(groups).map(([label, n]) => [label, n! / answer.all!]),
              ['all', null],
            ]),
          );
      }
    });

    it('have how much was said again, by supervisor', async () => {
      const answer = await run('Said_Again');
      countOf('again', numbers(answer, 'RowCount'));
      const repeats = given.flatMap(({ again }) => again ?? []);
      assert.equal(
        numbers(answer, 'a!Call_Intervention__c.Said_Again__c').all,
        repeats.reduce((sum, one) => sum + one, 0) / repeats.length,
      );
    });

    it('have how far coaching is, with its ratings', async () => {
      const answer = await run('Coaching_Completion');
      const states = (await org.records(OBJECT)).filter(
        ({ Coaching_State__c }) => Coaching_State__c,
      );
      assert.deepEqual(
        numbers(answer, 'RowCount'),
        counted(states, ({ Supervisor__c }) => nameOf(String(Supervisor__c))),
      );
      const ratings = given.flatMap(({ rated }) => rated ?? []);
      assert.equal(
        numbers(answer, 'a!Call_Intervention__c.Coaching_Rating_By_Rep__c').all,
        ratings.reduce((sum, one) => sum + one, 0) / ratings.length,
      );
    });

    it('have each coaching note beside its intervention, and interventions without one', async () => {
      const [first, second] = written;
      for (const { Id } of [first!, first!, second!])
        await org.insert('Coaching_Note__c', { Intervention__c: Id, What_Happened__c: 'A word.' });
      assert.equal((await rowsOf('Coaching_Notes')).all, written.length + 1);
    });

    it('have the acknowledgements of each version of the policy', async () => {
      for (const [place, alias] of BY.entries())
        await org.insert('Monitoring_Acknowledgement__c', {
          External_Id__c: `${alias}:${place % 2}`,
          OwnerId: users.get(alias)!.Id,
          Rep__c: users.get(alias)!.Id,
          Policy_Version__c: `v${place % 2}`,
          Acknowledged_At__c: new Date().toISOString(),
        });
      assert.deepEqual(await rowsOf('Acknowledgements_by_Policy'), { v1: 1, v0: 2, all: 3 });
    });

    it('have debriefs that were done by their day, of those done or overdue', async () => {
      const planned = (await org.records(OBJECT)).filter(
        ({ Coaching_State__c }) => Coaching_State__c === 'planned',
      );
      const isOverdue = ({ Coaching_Due_On__c }: OrgRecord) => String(Coaching_Due_On__c) < TODAY;
      const [late, stillLate] = planned.filter(isOverdue);
      const soon = planned.find((one) => !isOverdue(one));
      assert.ok(late && stillLate && soon, 'some are overdue, others are not');
      for (const { Id } of [late, soon])
        await org.update(OBJECT, Id, { Coaching_Stage__c: 'ready' });
      const finished = [late, soon].map(({ Id }) => ({ interventionId: Id, nextTime: 'Listen.' }));
      const response = await fetch(`${org.url}/as/dana/apex/DealsideCoachingDebriefs.finish`, {
        method: 'POST',
        body: JSON.stringify({ debriefs: finished }),
      });
      assert.equal(response.status, 200, await response.clone().text());
      const rows = async () => numbers(await run('Debriefs_on_Time'), 'RowCount').all;
      assert.equal(await rows(), planned.filter(isOverdue).length, 'its day is to come');
      await org.update(OBJECT, soon.Id, { Coaching_Due_On__c: dayIn(-2) });
      const counted = planned.filter((one) => isOverdue(one) || one === soon).length;
      const answer = await run('Debriefs_on_Time');
      assert.equal(numbers(answer, 'RowCount').all, counted);
      assert.equal(numbers(answer, 's!Call_Intervention__c.Debrief_On_Time__c').all, 1);
      assert.equal(numbers(answer, 'FORMULA1').all, (1 / counted) * 100);
    });
  });
});
