import assert from 'node:assert/strict';
import {
  insertEndedCalls,
  insertUnansweredCalls,
  type EndedCall,
} from '../../../../local/machine/sample/endedCalls.ts';
import { HEIGHT } from '../../../support/everyMode.ts';
import { numbers, type ReportAnswer } from '../../../support/reportAnswer.ts';
import { writeCallsToOrg } from '../../../support/writeCallsToOrg.ts';
import { CALLS, reportedCalls, unansweredBeside } from './reportedCalls.ts';
import { openReportStage, type ReportStage } from './reportStage.ts';

const DAY_MS = 86_400_000;
/** Reports of inbound calls alone. */
const OF_CALLERS = ['Answered_Soon', 'Waiting_by_Queue'];
const ANSWERED = 's!Call_Day__c.Answered__c';

interface Dashboard {
  readonly components: readonly {
    readonly report: string;
    readonly reportResult: ReportAnswer;
  }[];
}

describe('the dashboards of the package', () => {
  let stage: ReportStage;
  let raw: EndedCall[];

  before(async () => {
    stage = await openReportStage();
    const { pool, org, users, queues } = stage;
    raw = reportedCalls({ orgId: org.orgId, users, queues });
    await insertEndedCalls(pool, raw);
    await insertUnansweredCalls(pool, unansweredBeside(raw));
    await writeCallsToOrg(
      pool,
      org.crm,
      raw.map(({ callId }) => callId),
    );
  });
  after(() => stage?.close());

  const read = async <T>(alias: string, path: string): Promise<T> => {
    const response = await fetch(`${stage.org.url}/as/${alias}/${path}`);
    assert.equal(response.status, 200, await response.clone().text());
    return (await response.json()) as T;
  };
  const ids = async (): Promise<string[]> =>
    (await read<{ dashboards: { id: string }[] }>('dana', 'reports')).dashboards.map(
      ({ id }) => id,
    );
  async function run(alias: string, name: string): Promise<ReportAnswer> {
    const { compositeResponse } = await stage.org
      .connect({ username: `${alias}@northwind.example` })
      .post<{ compositeResponse: [{ body: ReportAnswer }] }>('/composite', {
        compositeRequest: [
          {
            method: 'GET',
            referenceId: 'r',
            url: `/services/data/v66.0/analytics/reports/${name}`,
          },
        ],
      });
    return compositeResponse[0].body;
  }

  it('show in each part the figures of its report, to each reader the reader’s own', async () => {
    for (const alias of ['dana', 'maya'])
      for (const id of await ids()) {
        const { components } = await read<Dashboard>(alias, `dashboard/${id}`);
        assert.ok(components.length > 4);
        for (const { report, reportResult } of components)
          assert.deepEqual(
            reportResult.factMap,
            (await run(alias, report)).factMap,
            `${alias} ${report}`,
          );
      }
  });

  it('have the answered calls of the days that are chosen, as the calls themselves have them', async () => {
    const since = (days: number, report = ''): number =>
      raw.filter(
        ({ answeredAt, direction }) =>
          Date.parse(answeredAt) >= Date.now() - days * DAY_MS &&
          (direction === 'inbound' || !OF_CALLERS.includes(report)),
      ).length;
    assert.deepEqual([since(7), since(30)], [0, CALLS]);
    let checked = 0;
    for (const id of await ids())
      for (const [option, days] of [
        ['0', 7],
        ['1', 30],
      ] as const) {
        const { components } = await read<Dashboard>('dana', `dashboard/${id}?filter=${option}`);
        for (const { report, reportResult } of components) {
          const place = reportResult.reportMetadata.aggregates.indexOf(ANSWERED);
          if (place < 0) continue;
          checked += 1;
          assert.equal(
            reportResult.factMap['T!T']!.aggregates[place]!.value,
            since(days, report),
            `${report} with the choice ${option}`,
          );
        }
      }
    assert.ok(checked > 4, String(checked));
  });

  describe('by a queue or a team of the org', () => {
    interface Choice {
      readonly name: string;
      readonly options: readonly { readonly label: string }[];
    }
    /** The address of a dashboard with one choice of one filter. */
    async function chosen(id: string, filter: string, label: string): Promise<Dashboard> {
      const { filters } = await read<{ filters: readonly Choice[] }>('dana', `dashboard/${id}`);
      const choices = filters.map(({ name, options }) =>
        name === filter ? String(options.findIndex((option) => option.label === label)) : '',
      );
      assert.ok(!choices.includes('-1'), `${filter} has ${label}`);
      return read('dana', `dashboard/${id}?${choices.map((one) => `filter=${one}`).join('&')}`);
    }
    const answeredIn = ({ components }: Dashboard) =>
      components.flatMap(({ report, reportResult }) => {
        const place = reportResult.reportMetadata.aggregates.indexOf(ANSWERED);
        return place < 0
          ? []
          : [{ report, answered: reportResult.factMap['T!T']!.aggregates[place]!.value }];
      });

    for (const [filter, label, aliases] of [
      ['Queue', 'Renewals', ['ravi', 'lena']],
      ['Queue', 'New Business', ['ravi', 'jo']],
      ['Team', 'Maya Okafor', ['ravi', 'lena']],
    ] as const)
      it(`have the answered calls of ${label} alone, as the calls themselves have them`, async () => {
        const { users } = stage;
        const reps = new Set(aliases.map((alias) => users.get(alias)!.Id));
        const expected = (report: string): number =>
          raw.filter(
            ({ repUserId, direction }) =>
              reps.has(repUserId) && (direction === 'inbound' || !OF_CALLERS.includes(report)),
          ).length;
        let checked = 0;
        for (const id of await ids())
          for (const { report, answered } of answeredIn(await chosen(id, filter, label))) {
            checked += 1;
            assert.equal(answered, expected(report), `${report} of ${label}`);
          }
        assert.ok(checked > 4, String(checked));
      });
  });

  const highest = ({ interventions: [one] }: EndedCall): string | undefined =>
    one?.modes.toSorted((a, b) => HEIGHT.indexOf(a) - HEIGHT.indexOf(b)).at(-1);
  it('show reports that have in each queue and each team the rates of its own calls', async () => {
    const groups: readonly (readonly [report: string, group: string, aliases: string[]])[] = [
      ['Rates_by_Queue', 'New Business, Renewals', ['ravi']],
      ['Rates_by_Queue', 'New Business', ['jo']],
      ['Rates_by_Queue', 'Renewals', ['lena']],
      ['Rates_by_Team', 'Maya Okafor', ['ravi', 'lena']],
      ['Rates_by_Team', 'Tomás Silva', ['jo']],
    ];
    const formulas: Readonly<Record<string, readonly ((call: EndedCall) => boolean)[]>> = {
      Rates_by_Queue: [(one) => highest(one) === 'barge', (one) => highest(one) === 'takeover'],
      Rates_by_Team: [
        (one) => highest(one) === 'barge',
        (one) => highest(one) === 'whisper',
        ({ askedForHelp }) => askedForHelp,
      ],
    };
    for (const [report, group, aliases] of groups) {
      const answer = await run('dana', report);
      const ids = aliases.map((alias) => stage.users.get(alias)!.Id);
      const own = raw.filter(({ repUserId }) => ids.includes(repUserId));
      assert.equal(numbers(answer, 's!Call_Day__c.Answered__c')[group], own.length, group);
      for (const [n, test] of formulas[report]!.entries())
        assert.equal(
          numbers(answer, `FORMULA${n + 1}`)[group],
          own.filter(test).length / own.length,
          `${report} ${group} ${n + 1}`,
        );
    }
  });
});
