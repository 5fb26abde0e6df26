import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { recordedTime } from '../../server/domain/texts/clock.ts';
import type { Console, Feed } from '../support/console.ts';
import { LADDER, superviseUpTo, type Rung } from '../support/ladder.ts';
import { liveCallOf } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

/** What the class DealsideBargeReceipts answers, as the page of a deal shows it. */
interface Receipt {
  readonly External_Id__c: string;
  readonly Call_Id__c: string;
  readonly Highest_Mode__c: string;
  readonly Joined_At__c: string;
  readonly Left_At__c: string;
  readonly Duration_Seconds__c: number;
  readonly Reason_Code__c: string | null;
  readonly Praises__c?: number | null;
  readonly Outcome__c: string | null;
  readonly Rep__r: { readonly Name: string };
  readonly Supervisor__r: { readonly Name: string };
  readonly Coaching_State__c: string | null;
}
interface Written extends Record<string, string | number | null> {
  readonly External_Id__c: string;
  readonly Mode_History__c: string;
  readonly Notices__c: string;
  readonly Left_At__c: string;
}

/** The receipts with which the components are tested; times and ids are of no matter there. */
const FIXTURE = 'force-app/test/receipts.json';

const PEOPLE = [
  { language: 'en', rep: 'lena', supervisor: 'maya', deal: 'Brightwater' },
  { language: 'de', rep: 'mila', supervisor: 'jonas', deal: 'Alpine' },
] as const;
/** The people of the local org work in this time zone. */
const ZONE = 'America/Los_Angeles';
const WORDS = {
  en: {
    whisper: 'is whispering to you',
    reason: 'Large deal',
    modes: ['Monitor', 'Whisper', 'Barge', 'Takeover'],
    subjects: [
      /^Monitor: Maya Okafor on Lena Brandt’s call with /,
      /^Whisper: Maya Okafor on Lena Brandt’s call with /,
      /^Barge: Maya Okafor on Lena Brandt’s call with /,
      /^Takeover: Maya Okafor on Lena Brandt’s call with /,
    ],
    lines: [
      'Supervisor: Maya Okafor',
      'Rep: Lena Brandt',
      'Reason: Large deal',
      'Outcome: Deal advanced',
      'Ended: the supervisor left',
      'Modes:',
    ],
    debrief: /^Debrief: call with /,
    questions: 'What happened? What would you do next time?',
  },
  de: {
    whisper: 'flüstert',
    reason: 'Große Opportunity',
    modes: ['Mithören', 'Flüstern', 'Aufschalten', 'Übernehmen'],
    subjects: [
      /^Mithören: Jonas Weber im Anruf von Mila Berger mit /,
      /^Flüstern: Jonas Weber im Anruf von Mila Berger mit /,
      /^Aufschalten: Jonas Weber im Anruf von Mila Berger mit /,
      /^Übernehmen: Jonas Weber im Anruf von Mila Berger mit /,
    ],
    lines: [
      'Supervisor: Jonas Weber',
      'Vertriebsmitarbeiter: Mila Berger',
      'Grund: Große Opportunity',
      'Ergebnis: Opportunity vorangebracht',
      'Beendet: Der Supervisor hat den Anruf verlassen',
      'Modi:',
    ],
    debrief: /^Nachbesprechung: Anruf mit /,
    questions: 'Was ist geschehen? Was würden Sie beim nächsten Mal tun?',
  },
};

describe('what is written of a supervisor who goes as far as each mode', () => {
  let world: World;
  before(async () => {
    world = await startWorld();
  });
  after(() => world?.stop());

  for (const { language, rep, supervisor, deal } of PEOPLE)
    describe(`on a call of ${rep}`, () => {
      let callId: string;
      let opportunityId: string;
      let page: Feed;
      const ids: string[] = [];
      const person = (): Console => world.as(supervisor);

      before(async () => {
        callId = await liveCallOf(world, rep, deal);
        opportunityId = (await world.as(rep).call(callId)).body.opportunity!.opportunityId;
        page = await world.as(rep).watch();
        for (const highest of LADDER) ids.push(await goAsFarAs(highest));
        await until('all is in the org', async () => (await records()).length === LADDER.length);
        await until('the outcomes are, too', async () =>
          (await records())
            .filter(({ Highest_Mode__c }) => Highest_Mode__c !== 'Monitor')
            .every(({ Outcome__c }) => Outcome__c === 'advanced'),
        );
        await until('the rep’s page says of each notice that it is over', () => {
          const given = [...page.notices.values()];
          const over = given.filter(({ endedAt }) => endedAt).map((one) => one.interventionId);
          return over.length === given.length && ids.every((id) => over.includes(id));
        });
      });

      const goAsFarAs = (highest: Rung): Promise<string> =>
        superviseUpTo(highest, {
          world,
          person: person(),
          callId,
          outcome: {
            outcome: 'advanced',
            ...(highest === 'whisper' && { praised: true }),
            coaching: { dueOn: '2027-01-15' },
          },
        });

      const records = async (): Promise<Written[]> =>
        (await world.orgControl<Written[]>('records/Call_Intervention__c')).filter(
          ({ External_Id__c }) => ids.includes(External_Id__c),
        );
      const receipts = async (): Promise<Receipt[]> => {
        const answer = await fetch(
          `${world.orgUrl}/as/${rep}/apex/DealsideBargeReceipts.forOpportunity`,
          {
            method: 'POST',
            body: JSON.stringify({ opportunityId }),
          },
        );
        const all = (await answer.json()) as Receipt[];
        return ids.map((id) => all.find(({ External_Id__c }) => External_Id__c === id)!);
      };

      it('is a receipt with the mode, the reason, the praise and the outcome, of this call', async () => {
        const shown = await receipts();
        assert.deepEqual(
          shown.map(({ Highest_Mode__c, Call_Id__c }) => [Highest_Mode__c, Call_Id__c]),
          ['Monitor', 'Whisper', 'Barge', 'Takeover'].map((mode) => [mode, callId]),
        );
        const fixture = JSON.parse(readFileSync(FIXTURE, 'utf8')) as Record<string, unknown>;
        assert.deepEqual(
          shown.map(withoutTimes),
          fixture[language],
          `${FIXTURE} is not what the server writes: ${JSON.stringify(shown.map(withoutTimes))}`,
        );
      });

      /** The line of the record for a notice that the rep got. */
      const historyOf = ({ mode, at }: { readonly mode: string; readonly at: string }): string =>
        `${recordedTime(at, ZONE, language)}  ${WORDS[language].modes[LADDER.indexOf(mode as (typeof LADDER)[number])]}`;
      const withoutReason = (line: string): string => line.split(' – ')[0]!;

      it('says each mode with its own begin and end, on the rep’s page as in the record', async () => {
        for (const {
          External_Id__c: id,
          Mode_History__c: history,
          Left_At__c: left,
        } of await records()) {
          const given = [...page.notices.values()]
            .filter(({ interventionId }) => interventionId === id)
            .toSorted((a, b) => a.noticeId.localeCompare(b.noticeId));
          given.forEach(({ endedAt }, n) =>
            assert.equal(endedAt, given[n + 1]?.at ?? left, `notice ${n} of ${id}`),
          );
          assert.deepEqual(history.split('\n').map(withoutReason), given.map(historyOf));
        }
      });

      it('tells the rep in their language who does what, and why', async () => {
        const texts = [...page.notices.values()]
          .filter(({ interventionId }) => interventionId === ids[3])
          .map(({ mode, text, reason }) => ({ mode, text, reason }));
        assert.match(
          texts.find(({ mode }) => mode === 'whisper')!.text,
          new RegExp(WORDS[language].whisper),
        );
        assert.deepEqual(
          texts
            .filter(({ mode }) => mode === 'barge' || mode === 'takeover')
            .map(({ reason }) => reason),
          [WORDS[language].reason, WORDS[language].reason],
        );
      });

      const tasksOf = async (
        kind: 'activity' | 'coaching',
      ): Promise<Record<string, string>[][]> => {
        const tasks = await world.orgControl<Record<string, string>[]>('records/Task');
        return ids.map((id) =>
          tasks.filter(({ Dealside_Key__c }) => Dealside_Key__c === `${id}:${kind}`),
        );
      };

      it('is on the timeline once each, with the modes in their order, in the owner’s words', async () => {
        const { modes, subjects, lines } = WORDS[language];
        const activities = await tasksOf('activity');
        assert.deepEqual(
          activities.map((own) => own.map(({ Intervention_Modes__c }) => Intervention_Modes__c)),
          modes.map((_mode, n) => [modes.slice(0, n + 1).join(' → ')]),
        );
        for (const [n, [task]] of activities.entries()) assert.match(task!.Subject!, subjects[n]!);
        const written = activities[3]![0]!.Description!.split('\n');
        assert.deepEqual(
          lines.filter((line) => !written.includes(line)),
          [],
          `of ${written.join('\n')}`,
        );
        const history = (await records()).find(({ External_Id__c: id }) => id === ids[3])!;
        assert.deepEqual(
          written.filter((line) => line.startsWith('  ')),
          history.Mode_History__c.split('\n').map((line) => `  ${line}`),
        );
      });

      it('is a debrief in the rep’s words', async () => {
        const { debrief, questions, modes } = WORDS[language];
        const [none, ...planned] = await tasksOf('coaching');
        assert.deepEqual(none, []);
        for (const [n, [task]] of planned.entries()) {
          assert.match(task!.Subject!, debrief);
          assert.deepEqual(task!.Description!.split('\n'), [
            questions,
            `${WORDS[language].lines[0]!.replace(/^.*: /, '')}: ${modes.slice(0, n + 2).join(' → ')}`,
          ]);
        }
      });

      it('is in the audit, each mode in its turn (D30)', async () => {
        for (const [n, id] of ids.entries()) {
          const rows = await world.database<{ action: string; mode: string | null }>(
            `select "action", "details"->>'mode' as "mode" from "AuditEntry"
             where "interventionId" = $1 and "action" in ('SupervisorJoined', 'ModeConfirmed', 'InterventionEnded')
             order by "position"`,
            [id],
          );
          assert.deepEqual(
            rows.map(({ action, mode }) => mode ?? action),
            ['SupervisorJoined', ...LADDER.slice(1, n + 1), 'InterventionEnded'],
          );
        }
      });
    });
});

/** What is the same at each run. */
const withoutTimes = ({
  Highest_Mode__c,
  Reason_Code__c,
  Praises__c,
  Outcome__c,
  Rep__r,
  Supervisor__r,
  Coaching_State__c,
}: Receipt) => ({
  Highest_Mode__c,
  Reason_Code__c,
  ...(Praises__c && { Praises__c }),
  Outcome__c,
  Rep__r: { Name: Rep__r.Name },
  Supervisor__r: { Name: Supervisor__r.Name },
  Coaching_State__c,
});
