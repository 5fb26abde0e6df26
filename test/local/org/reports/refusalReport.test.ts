import assert from 'node:assert/strict';
import type pg from 'pg';
import { insertEndedCalls, type EndedCall } from '../../../../local/machine/sample/endedCalls.ts';
import type { OrgRecord, OrgStage } from '../../../support/orgStage.ts';
import { insertRefusals, type SampleRefusal } from '../../../support/refusals.ts';
import { numbers, type ReportAnswer as Answer } from '../../../support/reportAnswer.ts';
import { writeCallsToOrg } from '../../../support/writeCallsToOrg.ts';
import { reportedCalls } from './reportedCalls.ts';
import { openReportStage, type ReportStage } from './reportStage.ts';

/** What the codes are called in the org. One is too rare to have a label. */
const LABELS: Record<string, string> = {
  out_of_scope: 'Rep outside the team',
  consent_missing: 'Customer not told',
  help_already_asked: 'help_already_asked',
};

/** On some of the calls, for three reasons; some as a tally, some after the end of the call. */
const refusalsOn = (calls: readonly EndedCall[]): SampleRefusal[] =>
  calls
    .filter((_call, n) => n % 3 === 0 || n % 7 === 0)
    .map(({ callId, answeredAt, endedAt }, n) => ({
      callId,
      at: n % 9 === 8 ? new Date(Date.parse(endedAt) + 1000).toISOString() : answeredAt,
      ...(n % 4 === 3
        ? { code: 'help_already_asked', action: 'RequestHelp' as const }
        : { code: n % 4 ? 'out_of_scope' : 'consent_missing' }),
      ...(n % 5 === 4 && { times: 2 + n }),
    }));

describe('the report of what was refused on calls', () => {
  let stage: ReportStage;
  let pool: pg.Pool;
  let org: OrgStage;
  let users: Map<string, OrgRecord>;
  let raw: EndedCall[];
  let during: readonly SampleRefusal[];

  before(async () => {
    stage = await openReportStage();
    ({ pool, org, users } = stage);
    raw = reportedCalls({ orgId: org.orgId, users });
    await insertEndedCalls(pool, raw);
    const refusals = refusalsOn(raw);
    await insertRefusals(pool, org.orgId, refusals);
    during = refusals.filter((one) => one.at <= callOf(one).endedAt);
    assert.ok(during.length < refusals.length, 'some were refused after the end of the call');
    await writeCallsToOrg(
      pool,
      org.crm,
      raw.map(({ callId }) => callId),
    );
  });
  after(() => stage?.close());

  const callOf = ({ callId }: SampleRefusal): EndedCall =>
    raw.find((call) => call.callId === callId)!;
  const ofReps =
    (...aliases: string[]) =>
    (one: SampleRefusal): boolean =>
      aliases.some((alias) => users.get(alias)!.Id === callOf(one).repUserId);
  const joins = () => during.filter(({ action }) => action !== 'RequestHelp');
  const timesOf = (those: readonly SampleRefusal[]): number =>
    those.reduce((sum, { times = 1 }) => sum + times, 0);
  const byReason = (those: readonly SampleRefusal[]) =>
    Object.fromEntries([
      ...Object.entries(LABELS).map(([code, label]) => [
        label,
        timesOf(those.filter((one) => one.code === code)),
      ]),
      ['all', timesOf(those)],
    ]);

  async function run(alias = 'dana'): Promise<Answer> {
    const { compositeResponse } = await org
      .connect({ username: `${alias}@northwind.example` })
      .post<{ compositeResponse: [{ httpStatusCode: number; body: Answer }] }>('/composite', {
        compositeRequest: [
          {
            method: 'GET',
            referenceId: 'r',
            url: '/services/data/v66.0/analytics/reports/Refusals',
          },
        ],
      });
    const [{ httpStatusCode, body }] = compositeResponse;
    assert.equal(httpStatusCode, 200, JSON.stringify(body));
    return body;
  }

  it('has how often it was, by reason, a tally as often as it states', async () => {
    assert.deepEqual(numbers(await run(), 's!Call_Day__c.Refused__c'), byReason(during));
  });

  it('has joins and changes of the mode among it, and the share of each reason', async () => {
    const report = await run();
    assert.deepEqual(numbers(report, 'FORMULA1'), byReason(joins()));
    const all = timesOf(joins());
    const { all: _all, ...shares } = numbers(report, 'FORMULA2');
    assert.deepEqual(
      shares,
      Object.fromEntries(
        Object.entries(LABELS).map(([code, label]) => [
          label,
          timesOf(joins().filter((one) => one.code === code)) / all,
        ]),
      ),
    );
  });

  it('has the teams and the days of each reason', async () => {
    const report = await run();
    const refused = report.reportMetadata.aggregates.indexOf('s!Call_Day__c.Refused__c');
    const valueOf = (key: string) => report.factMap[`${key}!T`]!.aggregates[refused]!.value;
    for (const reason of report.groupingsDown.groupings) {
      const own = during.filter(({ code }) => LABELS[code] === reason.label);
      assert.deepEqual(
        Object.fromEntries(reason.groupings.map(({ key, label }) => [label, valueOf(key)])),
        {
          'Maya Okafor': timesOf(own.filter(ofReps('ravi', 'lena'))),
          'Tomás Silva': timesOf(own.filter(ofReps('jo'))),
        },
      );
      const maya = reason.groupings.find(({ label }) => label === 'Maya Okafor')!;
      const byDay = Map.groupBy(own.filter(ofReps('ravi', 'lena')), (one) =>
        callOf(one).answeredAt.slice(0, 10),
      );
      assert.deepEqual(
        maya.groupings.map(({ value, key }) => [String(value), valueOf(key)]),
        [...byDay].map(([day, those]) => [day, timesOf(those)]).sort(),
      );
    }
  });

  it('keeps from reps why something was refused, and what covert monitoring is counted in', async () => {
    const ravi = org.connect({ username: 'ravi@northwind.example' });
    const own = await ravi.query<{ External_Id__c: string }>(
      'SELECT External_Id__c FROM Call_Day__c',
    );
    assert.ok(own.length > 0);
    for (const code of Object.keys(LABELS))
      assert.ok(own.every((one) => !one.External_Id__c.includes(code)));
    for (const field of ['Refusal_Code__c', 'Monitor__c', 'Supervised_Seconds__c'])
      await assert.rejects(ravi.query(`SELECT ${field} FROM Call_Day__c`), new RegExp(field));
  });

  it('shows a manager the team’s alone, and leaves calls counted once', async () => {
    const refused = async (alias: string) =>
      numbers(await run(alias), 's!Call_Day__c.Refused__c').all;
    assert.equal(await refused('tomas'), timesOf(during.filter(ofReps('jo'))));
    const days = await org.records('Call_Day__c');
    const answered = days.reduce((sum, { Answered__c }) => sum + Number(Answered__c), 0);
    assert.equal(answered, raw.length);
  });
});
