import assert from 'node:assert/strict';
import type pg from 'pg';
import {
  insertEndedCalls,
  insertUnansweredCalls,
  type EndedCall,
} from '../../../../local/machine/sample/endedCalls.ts';
import type { CrmConnection } from '../../../../server/crm/session/connection.ts';
import { isHeardByCustomer, MODES } from '../../../../server/domain/call/modes.ts';
import { HEIGHT } from '../../../support/everyMode.ts';
import type { OrgRecord, OrgStage } from '../../../support/orgStage.ts';
import { numbers, type ReportAnswer as Answer } from '../../../support/reportAnswer.ts';
import { writeCallsToOrg } from '../../../support/writeCallsToOrg.ts';
import {
  BY,
  CALLS,
  isCovert,
  isCalledBack,
  isMissed,
  isTransferred,
  reportedCalls,
  sayWhatCameOfThem,
  transferCalls,
  unansweredBeside,
  type Joined,
} from './reportedCalls.ts';
import { openReportStage, type ReportStage } from './reportStage.ts';

const HEARD: readonly string[] = MODES.filter(isHeardByCustomer);

describe('the reports of the package', () => {
  let stage: ReportStage;
  let pool: pg.Pool;
  let org: OrgStage;
  let users: Map<string, OrgRecord>;
  let raw: EndedCall[];

  before(async () => {
    stage = await openReportStage();
    ({ pool, org, users } = stage);
    raw = reportedCalls({ orgId: org.orgId, users, queues: stage.queues });
    await insertEndedCalls(pool, raw);
    await insertUnansweredCalls(pool, unansweredBeside(raw));
    await sayWhatCameOfThem(pool);
    await transferCalls(pool, raw);
    const idsOf = (test: (one: Joined) => boolean) =>
      joined()
        .filter(test)
        .map(({ interventionId }) => interventionId);
    await pool.query(`delete from "Notice" where "interventionId" = any($1)`, [
      idsOf((one) => isCovert(one) || isMissed(one)),
    ]);
    await pool.query(
      `update "Intervention" set "noticeKinds" = '{}' where "interventionId" = any($1)`,
      [idsOf(isCovert)],
    );
    await pool.query(
      `update "Intervention" set "whisperSkipped" = true where "interventionId" = any($1)`,
      [idsOf(({ modes }) => modes.includes('takeover'))],
    );
    await writeCallsToOrg(
      pool,
      org.crm,
      raw.map(({ callId }) => callId),
    );
  });
  after(() => stage?.close());

  const as = (alias: string): CrmConnection =>
    org.connect({ username: `${alias}@northwind.example` });
  async function run(name: string, alias = 'dana'): Promise<Answer> {
    const { compositeResponse } = await as(alias).post<{
      compositeResponse: { httpStatusCode: number; body: Answer }[];
    }>('/composite', {
      compositeRequest: [
        { method: 'GET', referenceId: 'r', url: `/services/data/v66.0/analytics/reports/${name}` },
      ],
    });
    const [{ httpStatusCode, body }] = compositeResponse as [
      { httpStatusCode: number; body: Answer },
    ];
    assert.equal(httpStatusCode, 200, JSON.stringify(body));
    return body;
  }
  const all = async (name: string, aggregate: string, alias?: string) =>
    numbers(await run(name, alias), aggregate).all;
  const highest = ({ interventions: [one] }: EndedCall): string | undefined =>
    one?.modes.toSorted((a, b) => HEIGHT.indexOf(a) - HEIGHT.indexOf(b)).at(-1);
  const countOf = (test: (call: EndedCall) => boolean): number => raw.filter(test).length;
  const joined = (): readonly Joined[] => raw.flatMap(({ interventions }) => interventions);

  it('have rates with their denominator: each mode of all answered calls (G12, V18)', async () => {
    const answered = await all('Rates_by_Month', 's!Call_Day__c.Answered__c');
    assert.equal(answered, CALLS);
    for (const [n, mode] of ['monitor', 'whisper', 'barge', 'takeover'].entries())
      assert.equal(
        await all('Rates_by_Month', `FORMULA${n + 1}`),
        countOf((call) => highest(call) === mode) / CALLS,
        mode,
      );
    assert.equal(
      await all('Barge_Rate', 'FORMULA1'),
      (countOf((call) => highest(call) === 'barge') / CALLS) * 100,
    );
  });

  it('have them by direction, team and rep', async () => {
    const byDirection = numbers(await run('Barge_Rate'), 's!Call_Day__c.Answered__c');
    assert.deepEqual(byDirection, {
      Inbound: countOf(({ direction }) => direction === 'inbound'),
      Outbound: countOf(({ direction }) => direction === 'outbound'),
      all: CALLS,
    });
    const byTeam = numbers(await run('Rates_by_Team'), 's!Call_Day__c.Answered__c');
    const of = (...aliases: string[]) =>
      countOf(({ repUserId }) => aliases.some((alias) => users.get(alias)!.Id === repUserId));
    assert.deepEqual(byTeam, {
      'Maya Okafor': of('ravi', 'lena'),
      'Tomás Silva': of('jo'),
      all: CALLS,
    });
  });

  it('have saves, help, talk time, queues, call-backs and coverage of the calls (D16, R7)', async () => {
    const { rows } = await pool.query(
      `select count(*) filter (where "wrapUps"->0->>'disposition' = 'stayed')::int as saved,
         sum(extract(epoch from "endedAt" - "answeredAt"))::float as seconds from "Call"`,
    );
    assert.equal(await all('Saves_by_Issue', 's!Call_Day__c.Saved__c'), rows[0].saved);
    assert.equal(await all('Talk_Time', 'FORMULA1'), rows[0].seconds / CALLS);
    assert.equal(
      await all('Rates_by_Team', 'FORMULA3'),
      countOf(({ askedForHelp }) => askedForHelp) / CALLS,
    );
    assert.equal(await all('Rates_by_Queue', 's!Call_Day__c.Answered__c'), CALLS);
    const again = countOf((call) => isCalledBack(call, raw));
    assert.ok(again > 10);
    assert.equal(await all('Resolved_in_the_Call', 'FORMULA1'), again / CALLS);
    assert.equal(await all('Resolved_in_the_Call', 'FORMULA2'), countOf(isTransferred) / CALLS);
    assert.equal(await all('Resolved_in_the_Call', 'FORMULA3'), 1 - again / CALLS);
    const coverage = numbers(await run('Coverage'), 'FORMULA1');
    for (const alias of BY) {
      const own = raw.filter(({ repUserId }) => repUserId === users.get(alias)!.Id);
      assert.equal(
        coverage[users.get(alias)!.Name],
        own.filter((call) => highest(call)).length / own.length,
      );
    }
  });

  it('have hold, after-call work and handle time of a call (V11)', async () => {
    const held = raw.reduce((sum, { heldSeconds }) => sum + (heldSeconds ?? 0), 0);
    assert.equal(await all('Handle_Time', 'FORMULA2'), held / CALLS);
    assert.equal(
      await all('Handle_Time', 's!Call_Day__c.After_Calls__c'),
      countOf(({ callId }) => callId.endsWith('1')),
      'where it was said later than in 15 minutes, it is not known',
    );
    assert.equal(await all('Handle_Time', 'FORMULA3'), 30);
    const talk = (await all('Talk_Time', 'FORMULA1'))!;
    assert.equal(await all('Handle_Time', 'FORMULA1'), talk + 30);
  });

  it('have who waited and who was not answered, beside supervisors’ minutes (G51, V11)', async () => {
    const inbound = raw.filter(({ direction }) => direction === 'inbound');
    const unanswered = countOf((call) => raw.indexOf(call) % 12 === 0);
    const callers = inbound.length + unanswered;
    assert.equal(await all('Waiting_by_Queue', 'FORMULA1'), unanswered / callers);
    const soon = inbound.filter(({ waitSeconds }) => waitSeconds! <= 20).length;
    assert.equal(await all('Waiting_by_Queue', 'FORMULA2'), soon / callers);
    assert.equal(await all('Answered_Soon', 'FORMULA1'), (soon / callers) * 100);
    assert.equal(await all('Answered_Soon', 's!Call_Day__c.Answered_Soon__c'), soon);
    const waited = inbound.reduce((sum, { waitSeconds }) => sum + waitSeconds!, 0);
    assert.equal(await all('Waiting_by_Queue', 'FORMULA3'), waited / inbound.length);
    const { rows } = await pool.query<{ minutes: number }>(
      `select (sum(extract(epoch from i."leftAt" - i."joinedAt")) / 60)::float as minutes
       from "Intervention" i join "Call" c using ("callId") where c."direction" = 'inbound'`,
    );
    assert.equal(await all('Waiting_by_Queue', 'FORMULA4'), rows[0]!.minutes);
  });

  it('have what customers said, with how many answered (R7)', async () => {
    const rated = countOf(({ rating }) => rating !== undefined);
    const satisfied = countOf(({ rating }) => rating?.isGood === true);
    assert.equal(await all('Satisfaction', 'FORMULA1'), satisfied / rated);
    assert.equal(await all('Satisfaction', 'FORMULA2'), rated / CALLS);
  });

  it('have how many alerts were marked as useful, of those marked and of all shown', async () => {
    const [shown, useful, notUseful] = [
      countOf(({ alert }) => alert !== undefined),
      countOf(({ alert }) => alert?.mark === 'useful'),
      countOf(({ alert }) => alert?.mark === 'not_useful'),
    ];
    assert.ok(notUseful > 0 && useful + notUseful < shown);
    assert.equal(await all('Alert_Precision', 'FORMULA1'), useful / (useful + notUseful));
    assert.equal(await all('Alert_Precision', 'FORMULA2'), useful + notUseful);
    assert.equal(await all('Alert_Precision', 'FORMULA3'), useful / shown);
    assert.equal(await all('Alert_Precision', 's!Call_Day__c.Alerts_Shown__c'), shown);
  });

  it('have the ladder, notices and outcomes of the interventions (V18)', async () => {
    const those = joined();
    const ladder = await run('Ladder');
    const heard = those.filter(({ modes }) => modes.some((mode) => HEARD.includes(mode)));
    assert.ok(heard.length > 0 && heard.length < numbers(ladder, 'RowCount').all!);
    for (const [n, isOne] of [
      ({ modes }: Joined) => modes.includes('barge'),
      ({ modes }: Joined) => modes.includes('takeover'),
      ({ modes }: Joined) => modes.includes('barge') && modes.at(-1) === 'monitor',
    ].entries()) {
      const shares = numbers(ladder, `FORMULA${n + 1}`);
      assert.equal(shares.all, those.filter(isOne).length / heard.length, `FORMULA${n + 1}`);
      assert.equal(shares.Monitor, null, 'of interventions that no customer heard there is none');
    }
    const due = those.filter((one) => !isCovert(one));
    const given = due.filter((one) => !isMissed(one));
    assert.ok(given.length > 0 && given.length < due.length && due.length < those.length);
    assert.equal(await all('Notices_Given', 's!Call_Intervention__c.Notice_Due__c'), due.length);
    assert.equal(
      await all('Notices_Given', 's!Call_Intervention__c.Notice_Given__c'),
      given.length,
    );
    assert.equal(await all('Notices_Given', 'FORMULA1'), (given.length / due.length) * 100);
    const { rows } = await pool.query<{ n: number; seen: number }>(
      `select count(*)::int as n, count("acknowledgedAt")::int as seen from "Notice"`,
    );
    assert.ok(rows[0]!.seen > 0 && rows[0]!.seen < rows[0]!.n, 'some were acknowledged');
    assert.equal(await all('Notices_Given', 'FORMULA2'), (rows[0]!.seen / rows[0]!.n) * 100);
    assert.equal(
      await all('Outcome_Rates', 'FORMULA1'),
      those.filter(({ outcomeCode }) => outcomeCode === 'saved').length / those.length,
    );
    const bySupervisor = numbers(await run('Interventions_by_Supervisor'), 'RowCount');
    for (const alias of ['maya', 'dana'])
      assert.equal(
        bySupervisor[users.get(alias)!.Name] ?? 0,
        those.filter(({ supervisorUserId }) => supervisorUserId === users.get(alias)!.Id).length,
      );
  });

  it('have the interventions by month, rep, reason, law and rung of the calls themselves', async () => {
    const those = joined();
    const rows = (name: string) => all(name, 'RowCount');
    assert.equal(await rows('Interventions_by_Month'), those.length);
    assert.equal(await rows('Consent_by_Jurisdiction'), those.length);
    const heard = those.filter(({ modes }) => modes.some((mode) => mode !== 'monitor'));
    assert.equal(await rows('Outcomes_by_Reason'), heard.length);
    const skipped = those.filter(({ modes }) => modes.includes('takeover'));
    assert.equal(await rows('Whisper_Skipped'), skipped.length);
    const saved = those.filter(({ outcomeCode }) => outcomeCode === 'saved');
    assert.equal(await rows('Saves_by_Month'), saved.length);
    for (const [n, mode] of ['barge', 'takeover'].entries())
      assert.equal(
        await all('Rates_by_Queue', `FORMULA${n + 1}`),
        countOf((call) => highest(call) === mode) / CALLS,
        mode,
      );
    const byRep = numbers(await run('Interventions_by_Rep'), 'RowCount');
    for (const alias of BY) {
      const { Id, Name } = users.get(alias)!;
      const own = raw.filter(({ repUserId }) => repUserId === Id);
      assert.equal(
        byRep[Name] ?? 0,
        own.flatMap(({ interventions }) => interventions).length,
        alias,
      );
    }
  });

  it('have the calls of reps and requests for help', async () => {
    const requests = countOf(({ askedForHelp }) => askedForHelp);
    assert.equal(await all('Help_Requests_by_Status', 'RowCount'), requests);
    const came = await pool.query<{ n: number }>(
      `select count(*)::int as n from "Call", jsonb_array_elements("pastHelp") asked
       where asked->>'because' = 'came'`,
    );
    const answered = came.rows[0]!.n;
    assert.ok(answered > 0 && answered < requests);
    assert.deepEqual(numbers(await run('Help_Requests_by_Status'), 'FORMULA1'), {
      Answered: answered / requests,
      Expired: (requests - answered) / requests,
      all: null,
    });
    const { rows } = await pool.query(
      `select count(*)::int as n from "Call"
       where "wrapUps"->0->>'disposition' in ('stayed', 'canceled')`,
    );
    assert.equal(await all('Saves_Assisted_or_Not', 'RowCount'), rows[0].n);
  });

  it('keep the calls on which a supervisor was heard apart from the rep’s own (G30)', async () => {
    const { rows } = await pool.query<{ assisted: boolean; n: number }>(
      `select exists (select from "Intervention" i, jsonb_array_elements(i."modeHistory") m
           where i."callId" = c."callId" and cardinality(i."noticeKinds") > 0
             and m ->> 'mode' <> 'monitor') as assisted, count(*)::int as n
       from "Call" c where c."wrapUps"->0->>'disposition' in ('stayed', 'canceled') group by 1`,
    );
    const { all: _all, ...apart } = numbers(await run('Saves_Assisted_or_Not'), 'RowCount');
    assert.equal(rows.length, 2, 'the sample has both');
    assert.deepEqual(
      apart,
      Object.fromEntries(rows.map(({ assisted, n }) => [String(assisted), n])),
    );
  });

  it('show a manager the team, a rep the rep’s own, and RevOps all', async () => {
    const of = (...aliases: string[]) =>
      countOf(({ repUserId }) => aliases.some((alias) => users.get(alias)!.Id === repUserId));
    const seen = (alias: string) => all('Rates_by_Month', 's!Call_Day__c.Answered__c', alias);
    assert.deepEqual(
      [await seen('maya'), await seen('tomas'), await seen('ravi'), await seen('jo')],
      [of('ravi', 'lena'), of('jo'), of('ravi'), of('jo')],
    );
    const isOne = (userId: string, aliases: readonly string[]) =>
      aliases.some((alias) => users.get(alias)!.Id === userId);
    /** Those of these reps, and those in which the person is the supervisor. */
    const interventions = (person: string, ...reps: string[]) =>
      raw.flatMap((call) =>
        call.interventions.filter(
          ({ supervisorUserId }) =>
            isOne(call.repUserId, reps) || isOne(supervisorUserId, [person]),
        ),
      ).length;
    const joinedBy = (alias: string) => all('Ladder', 'RowCount', alias);
    assert.deepEqual(
      [await joinedBy('maya'), await joinedBy('ravi')],
      [interventions('maya', 'ravi', 'lena'), interventions('ravi', 'ravi')],
    );
    assert.equal(await seen('quinn'), CALLS);
  });

  it('share by criteria: a coach sees the debriefs of other teams, and nothing else', async () => {
    const [record] = (await org.records('Call_Intervention__c')).filter(
      ({ OwnerId, Rep__c }) => Rep__c === users.get('jo')!.Id && OwnerId !== users.get('maya')!.Id,
    );
    await org.update('Call_Intervention__c', record!.Id, {
      Coaching_State__c: 'planned',
      Coaching_Due_On__c: '2026-01-01',
    });
    const before = await all('Ladder', 'RowCount', 'maya');
    const group = await org.insert('Group', {
      Name: 'Dealside Coaches',
      DeveloperName: 'Dealside_Coaches',
      Type: 'Regular',
    });
    await org.insert('GroupMember', { GroupId: group.Id, UserOrGroupId: users.get('maya')!.Id });
    assert.equal(await all('Ladder', 'RowCount', 'maya'), before! + 1);
  });

  it('all run, and every part of every dashboard (G38)', async () => {
    const url = `${org.url}/as/dana`;
    const { reports, dashboards } = (await (await fetch(`${url}/reports`)).json()) as Record<
      'reports' | 'dashboards',
      { id: string; developerName: string }[]
    >;
    assert.ok(reports.length >= 28, String(reports.length));
    for (const { developerName } of reports) await run(developerName);
    assert.deepEqual(dashboards.map(({ developerName }) => developerName).sort(), [
      'Coaching',
      'Programme',
      'Stepping_In',
    ]);
    for (const { id } of dashboards) {
      const all = await fetch(`${url}/dashboard/${id}`);
      assert.equal(all.status, 200, await all.clone().text());
      const { filters } = (await all.json()) as { filters: { options: { label: string }[] }[] };
      assert.deepEqual(
        filters[0]!.options.map(({ label }) => label),
        ['Last 7 days', 'Last 30 days', 'Last 90 days'],
      );
      const some = await fetch(`${url}/dashboard/${id}?filter=0&filter=0&filter=0`);
      assert.equal(some.status, 200, await some.clone().text());
    }
    const stepping = dashboards.find(({ developerName }) => developerName === 'Stepping_In')!;
    const [gauge] = (
      (await (await fetch(`${url}/dashboard/${stepping.id}`)).json()) as {
        components: { gauge: object; reportResult: Answer }[];
      }
    ).components;
    assert.deepEqual(gauge!.gauge, {
      min: 0,
      max: 5,
      breaks: [0.5, 2],
      colors: ['#f2b56b', '#4bca81', '#d4504c'],
    });
  });

  it('say that a month has no ratings, and not that all were bad (R7)', async () => {
    const year = new Date().getFullYear() - 1;
    const [OwnerId, none] = [users.get('dana')!.Id, { Rated__c: 0, Satisfied__c: 0 }];
    await org.insert('Call_Day__c', { Day__c: `${year}-01-15`, OwnerId, Answered__c: 5, ...none });
    const report = await run('Satisfaction');
    const shares = ['FORMULA1', 'FORMULA2'].map((name) => numbers(report, name));
    assert.deepEqual(
      shares.map((share) => share[`January ${year}`]),
      [null, 0],
    );
  });
});
