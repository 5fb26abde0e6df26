import assert from 'node:assert/strict';
import { GERMAN_SHAPE, USUAL_SHAPE } from '../../local/org/schema/shape.ts';
import type { Console } from '../support/console.ts';
import { LADDER, superviseUpTo } from '../support/ladder.ts';
import { numbers, type ReportAnswer } from '../support/reportAnswer.ts';
import { liveCallOf } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

type OrgRecord = Readonly<Record<string, string | number | null>>;

const REPORTED = ['Monitor', 'Whisper', 'Barge', 'Takeover'];
const SECONDS = REPORTED.map((mode) => `${mode}_Seconds__c`);

const ORGS = [
  {
    what: 'an org in English',
    shape: USUAL_SHAPE,
    rep: 'lena',
    repName: 'Lena Brandt',
    supervisor: 'maya',
    supervisorName: 'Maya Okafor',
    deal: 'Brightwater',
  },
  {
    what: 'an org that was created in German, with people in German',
    shape: GERMAN_SHAPE,
    rep: 'mila',
    repName: 'Mila Berger',
    supervisor: 'jonas',
    supervisorName: 'Jonas Weber',
    deal: 'Alpine',
  },
] as const;

for (const { what, shape, rep, repName, supervisor, supervisorName, deal } of ORGS)
  describe(`the reports on what a server wrote of all modes into ${what}`, function () {
    this.timeout(300_000);
    let world: World;
    let callId: string;
    let written: readonly OrgRecord[];
    const person = (): Console => world.as(supervisor);

    before(async () => {
      world = await startWorld({ shape });
      callId = await liveCallOf(world, rep, deal);
      for (const highest of LADDER)
        await superviseUpTo(highest, {
          world,
          person: person(),
          callId,
          outcome: { outcome: 'advanced' },
        });
      written = await until('all is in the org, with outcomes', async () => {
        const all = await world.orgControl<OrgRecord[]>('records/Call_Intervention__c');
        const withOutcome = all.filter(({ Outcome__c }) => Outcome__c === 'advanced');
        return withOutcome.length === LADDER.length - 1 && all.length === LADDER.length
          ? all
          : undefined;
      });
      await answerReceipts();
    });
    after(() => world?.stop());

    /** The rep says of the barge that it helped, and of the takeover that it hurt. */
    async function answerReceipts(): Promise<void> {
      const idOf = (mode: string) =>
        written.find(({ Highest_Mode__c }) => Highest_Mode__c === mode)!.Id;
      const { status } = await fetch(
        `${world.orgUrl}/as/${rep}/apex/DealsideBargeReceipts.answer`,
        {
          method: 'POST',
          body: JSON.stringify({
            answers: [
              { interventionId: idOf('Barge'), verdict: 'helped', reply: 'Thanks.' },
              { interventionId: idOf('Takeover'), verdict: 'hurt', reply: 'I had it.' },
            ],
          }),
        },
      );
      assert.equal(status, 200);
    }

    async function run(name: string, alias: string = supervisor): Promise<ReportAnswer> {
      const answer = await fetch(`${world.orgUrl}/as/${alias}/report/${name}`);
      assert.equal(answer.status, 200, name);
      return (await answer.json()) as ReportAnswer;
    }
    const sumOf = (field: string): number =>
      written.reduce((sum, record) => sum + Number(record[field] ?? 0), 0);
    const rowsOf = (answer: ReportAnswer): string[][] =>
      Object.values(answer.factMap).flatMap(({ rows }) =>
        rows.map(({ dataCells }) => dataCells.map(({ label }) => label)),
      );

    it('count an intervention of each mode for the supervisor', async () => {
      const { all, ...bySupervisor } = numbers(
        await run('Interventions_by_Supervisor'),
        'RowCount',
      );
      assert.deepEqual(bySupervisor, { [supervisorName]: LADDER.length });
      assert.equal(all, LADDER.length);
    });

    it('count each highest mode once, and not in the words of a language', async () => {
      const counted = Object.fromEntries(
        (await run('Ladder')).groupingsDown.groupings.map(({ label }) => [label, true]),
      );
      assert.deepEqual(Object.keys(counted).toSorted(), [...REPORTED].toSorted());
    });

    it('have the seconds of each mode that the server measured', async () => {
      const answer = await run('Minutes_per_Mode');
      assert.deepEqual(
        SECONDS.map((field) => numbers(answer, `s!Call_Intervention__c.${field}`).all),
        SECONDS.map(sumOf),
      );
    });

    it('have what the rep said of the receipts, and of none that was not answered', async () => {
      const answer = await run('Rep_Verdicts', 'rosa');
      const { all } = numbers(answer, 'RowCount');
      assert.equal(all, 2);
      const said = rowsOf(answer).map((cells) => cells.join(' | '));
      for (const reply of ['Thanks.', 'I had it.'])
        assert.ok(
          said.some(
            (line) =>
              line.includes(reply) && line.includes(repName) && line.includes(supervisorName),
          ),
          said.join('\n'),
        );
    });
  });
