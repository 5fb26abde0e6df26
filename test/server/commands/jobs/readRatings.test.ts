import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { insertEndedCalls, type EndedCall } from '../../../../local/machine/sample/endedCalls.ts';
import { readRatings } from '../../../../server/commands/jobs/readRatings.ts';
import { erasePerson } from '../../../../server/commands/people/exportAndErase.ts';
import { createCrmSurveys } from '../../../../server/crm/surveys/surveys.ts';
import type {
  Survey,
  SurveyAnswer,
  SurveyRecord,
} from '../../../../server/domain/survey/survey.ts';
import type { AnswerPlace, RatingMark } from '../../../../server/ports/index.ts';
import { createCallDays } from '../../../../server/store/outcomes/callDays.ts';
import { createCallsBehind } from '../../../../server/store/outcomes/callsBehind.ts';
import { createRatings } from '../../../../server/store/outcomes/ratings.ts';
import { createPersonalData } from '../../../../server/store/people/personalData.ts';
import { saveRecord } from '../../../support/customMetadata.ts';
import { freshDatabase, type FreshDatabase } from '../../../support/database.ts';
import { startOrgStage, type OrgStage } from '../../../support/orgStage.ts';

const ANSWERED = '2026-11-02T15:00:00.000Z';
const OWN = {
  Active__c: true,
  Object__c: 'Call_Survey__c',
  Score_Field__c: 'Score__c',
  Answered_At_Field__c: 'Answered_At__c',
  Joined_By__c: 'call',
  Join_Field__c: 'Call_Id__c',
  Lowest__c: 1,
  Highest__c: 5,
  Good_From__c: 4,
};

describe('what customers say of calls in a survey', () => {
  let database: FreshDatabase;
  let pool: pg.Pool;
  let org: OrgStage;
  let nowMs = 0;
  const call = (name: string, at: string, more: Partial<EndedCall> = {}): EndedCall => ({
    callId: name,
    orgId: org.orgId,
    repUserId: 'lena',
    repName: 'Lena',
    repTimeZone: 'UTC',
    direction: 'outbound',
    answeredAt: at,
    endedAt: new Date(Date.parse(at) + 300_000).toISOString(),
    askedForHelp: false,
    interventions: [],
    ...more,
  });

  before(async () => {
    [database, org] = await Promise.all([freshDatabase(), startOrgStage()]);
    pool = new pg.Pool({ connectionString: database.databaseUrl, max: 4 });
    // Connections that are being closed may meet the end of the database.
    pool.on('error', () => undefined);
    const { Id: contactId } = await org.find('Contact', '');
    const { Id: opportunityId } = await org.find('Opportunity', '');
    await insertEndedCalls(pool, [
      call('first', ANSWERED, { contactId }),
      call('second', '2026-11-03T15:00:00.000Z', {
        contactId,
        deal: { opportunityId, amount: 10, currency: 'USD' },
      }),
      call('third', '2026-11-09T15:00:00.000Z'),
    ]);
    await map(OWN);
  });
  after(async () => {
    await org?.stop();
    await pool?.end();
    await database?.drop();
  });

  const map = (values: Record<string, string | number | boolean>) =>
    saveRecord(org.url, 'Dealside_Survey.Default', 'Default', values);
  /** As a server that is started now, so that nothing is remembered. */
  const read = () =>
    readRatings(
      {
        ratings: createRatings(pool),
        surveys: createCrmSurveys((orgId) => (orgId === org.orgId ? org.crm : undefined)),
        crm: { usage: () => undefined },
        clock: { now: () => new Date(Date.parse(ANSWERED) + (nowMs += 1_000)).toISOString() },
      },
      org.orgId,
    );
  const answer = (callId: string, score: number, at = '2026-11-02T18:00:00.000Z') =>
    org.insert('Call_Survey__c', {
      Name: 'After a call',
      Call_Id__c: callId,
      Score__c: score,
      Answered_At__c: at,
    });
  const kept = async () => {
    const { rows } = await pool.query<{ callId: string | null; score: number | null }>(
      `select "callId", "score" from "CallRating" order by "callId", "score"`,
    );
    return rows.map(({ callId, score }) => `${callId} ${score}`);
  };
  const days = async () => {
    await createCallDays(pool).countDue(100);
    const { rows } = await pool.query<{ day: string; rated: number; satisfied: number }>(
      `select "day"::text as day, sum("rated")::int as rated, sum("satisfied")::int as satisfied
       from "CallDay" group by 1 having sum("rated") > 0 order by 1`,
    );
    return rows.map(({ day, rated, satisfied }) => `${day} ${rated} ${satisfied}`);
  };

  it('are kept by call, and counted on the day of the call (R7)', async () => {
    await answer('first', 5);
    await answer('second:lena', 2, '2026-11-04T09:00:00.000Z');
    await answer('nobody’s', 4);
    await answer('third', 9);
    assert.deepEqual(await read(), { isMoreLeft: false });
    assert.deepEqual(await kept(), ['first 5', 'second 2', 'null null']);
    assert.deepEqual(await days(), ['2026-11-02 1 1', '2026-11-03 1 0']);
    assert.deepEqual(await createRatings(pool).counts(org.orgId), {
      joined: 2,
      apart: 1,
      readAt: new Date(Date.parse(ANSWERED) + nowMs).toISOString(),
    });
  });

  it('are read once, by one query a round, and what is the same makes no day due', async () => {
    const before = await org.traffic();
    await read();
    const queries = (await org.traffic())
      .slice(before.length)
      .filter(({ path }) => decodeURIComponent(path).includes('Call_Survey__c'))
      .filter(({ path }) => !path.includes('describe'));
    assert.equal(queries.length, 1, queries.map(({ path }) => path).join('\n'));
    assert.equal(await createCallDays(pool).due(org.orgId), 0);
  });

  it('change with their answer, also where it comes late or is deleted', async () => {
    const [first, second] = await org.records('Call_Survey__c');
    await org.update('Call_Survey__c', first!.Id, { Score__c: 1 });
    await org.remove('Call_Survey__c', second!.Id);
    await answer('third', 4);
    await read();
    assert.deepEqual(await kept(), ['first 1', 'third 4', 'null null']);
    assert.deepEqual(await days(), ['2026-11-02 1 0', '2026-11-09 1 1']);
  });

  it('are the newest of a call where there are several', async () => {
    await answer('first', 5, '2026-11-05T18:00:00.000Z');
    await read();
    assert.deepEqual(await days(), ['2026-11-02 1 1', '2026-11-09 1 1']);
  });

  it('lead from their number to the calls', async () => {
    const behind = async (rating: 'given' | 'good' | 'poor') =>
      (
        await createCallsBehind(pool).page(
          { orgId: org.orgId, from: '2026-11-01', to: '2026-11-30', rating },
          { reps: 'all', reader: { userId: 'somebody', knowsCovert: false }, size: 10 },
        )
      ).map(({ callId, score }) => `${callId} ${score}`);
    assert.deepEqual(await behind('given'), ['third 4', 'first 5']);
    assert.deepEqual(await behind('good'), ['third 4', 'first 5']);
    assert.deepEqual(await behind('poor'), []);
  });

  it('find the activity of a call by its id', async () => {
    const task = await org.insert('Task', { Subject: 'Call', CallObject: 'second' });
    await answer(task.Id, 3, '2026-11-04T10:00:00.000Z');
    await read();
    assert.ok((await kept()).includes('second 3'));
  });

  it('belong to the last call of their contact, or about their deal, of another survey', async () => {
    const { Id: ContactId } = await org.find('Contact', '');
    const { Id: InvitationId } = await org.insert('SurveyInvitation', { ContactId, Name: 'I' });
    const { Id: ResponseId } = await org.insert('SurveyResponse', {
      Name: 'R',
      InvitationId,
      CompletionDateTime: '2026-11-04T10:00:00.000Z',
    });
    const { Id: late } = await org.insert('SurveyResponse', {
      Name: 'L',
      InvitationId,
      CompletionDateTime: '2026-11-09T10:00:00.000Z',
    });
    for (const response of [ResponseId, late])
      await org.insert('SurveyQuestionResponse', {
        ResponseId: response,
        InvitationId,
        NumberValue: 9,
      });
    await map({
      Active__c: true,
      Object__c: 'SurveyQuestionResponse',
      Score_Field__c: 'NumberValue',
      Answered_At_Field__c: 'Response.CompletionDateTime',
      Joined_By__c: 'contact',
      Join_Field__c: 'Invitation.ContactId',
      Within_Hours__c: 48,
      Lowest__c: 0,
      Highest__c: 10,
      Good_From__c: 9,
    });
    await read();
    assert.deepEqual(await kept(), ['second 9', 'null null']);
    assert.deepEqual(await days(), ['2026-11-03 1 1']);

    const { Id: Opportunity__c } = await org.find('Opportunity', '');
    const [own] = await org.records('Call_Survey__c');
    await org.update('Call_Survey__c', own!.Id, {
      Opportunity__c,
      Answered_At__c: '2026-11-04T10:00:00.000Z',
    });
    await map({
      ...OWN,
      Joined_By__c: 'opportunity',
      Join_Field__c: 'Opportunity__c',
    });
    await read();
    assert.deepEqual((await kept())[0], 'second 1');
  });

  it('are in the file of their customer, and gone for good when the customer is erased', async () => {
    const { Id: contactId } = await org.find('Contact', '');
    const personal = createPersonalData(pool);
    const file = await personal.gather(org.orgId, { kind: 'customer', contactId });
    assert.match(JSON.stringify(file.calls), /"ratings":\[\{"score":1,/);
    await erasePerson(
      {
        people: personal,
        store: { recordAudit: () => Promise.reject(new Error('nothing was refused')) },
        clock: { now: () => ANSWERED },
        ids: { next: randomUUID },
      },
      { kind: 'system' },
      { orgId: org.orgId, ref: { kind: 'customer', contactId } },
    );
    assert.deepEqual(
      (await kept()).filter((one) => !one.startsWith('null')),
      [],
    );
    const [own] = await org.records('Call_Survey__c');
    await org.update('Call_Survey__c', own!.Id, { Score__c: 5 });
    await read();
    assert.deepEqual(
      (await kept()).filter((one) => !one.startsWith('null')),
      [],
    );
    assert.deepEqual(await days(), []);
  });

  it('are not read where the record is at fault, which names the field and the rule', async () => {
    const standing = async (change: Record<string, string>) => {
      await map({ ...OWN, ...change });
      return createCrmSurveys(() => org.crm).of(org.orgId);
    };
    assert.deepEqual(await standing({ Score_Field__c: 'Points__c' }), {
      status: 'faulty',
      fault: {
        field: 'scoreField' satisfies keyof SurveyRecord,
        rule: 'no_field',
        value: 'Points__c',
        recordField: 'Score_Field__c',
      },
    });
    assert.deepEqual(await standing({ Join_Field__c: 'Contact__r.Nothing__c' }), {
      status: 'faulty',
      fault: {
        field: 'joinField',
        rule: 'no_field',
        value: 'Contact__r.Nothing__c',
        recordField: 'Join_Field__c',
      },
    });
    await org.fault({ withheld: ['Call_Survey__c'] });
    const unseen = await standing({});
    assert.ok(unseen.status === 'faulty' && unseen.fault.rule === 'no_object');
    assert.deepEqual(await read(), { isMoreLeft: false });
    await org.restore();
  });
});

describe('a survey with more answers than a page', () => {
  const SURVEY = { lowest: 1, highest: 5, goodFrom: 4 } as Survey;
  const PAGE = 2_000;
  const at = (second: number) => new Date(Date.parse(ANSWERED) + second * 1_000).toISOString();
  /** Answers that were changed one each millisecond from a second on, as a bulk import does it. */
  const imported = (count: number, fromSecond = 0): SurveyAnswer[] =>
    Array.from({ length: count }, (_, n) => ({
      answerId: `answer-${fromSecond}-${String(n).padStart(6, '0')}`,
      changedAt: new Date(Date.parse(at(fromSecond)) + n).toISOString(),
      isDeleted: false,
    }));
  /** A survey with these answers, and the pages that were asked for. */
  function surveyOf(answers: SurveyAnswer[]) {
    const asked: AnswerPlace[] = [];
    const world = { now: ANSWERED, usage: { used: 0, limit: 100, atMs: 0 } };
    let mark: RatingMark | undefined;
    const isAfter = (one: SurveyAnswer, place: AnswerPlace) =>
      one.changedAt > place.changedAt ||
      (one.changedAt === place.changedAt && one.answerId > place.answerId);
    const read = () =>
      readRatings(
        {
          ratings: {
            mark: () => Promise.resolve(mark),
            firstCallAt: () => Promise.resolve(ANSWERED),
            store(_orgId, _survey, { mark: { changedAt, answerId, isCaughtUp, readAt } }) {
              mark = { changedAt, answerId, isCaughtUp, readAt };
              return Promise.resolve();
            },
          },
          surveys: {
            of: () => Promise.resolve({ status: 'read', survey: SURVEY }),
            answers(_orgId, _survey, { after, limit }) {
              asked.push(after);
              return Promise.resolve(answers.filter((one) => isAfter(one, after)).slice(0, limit));
            },
          },
          crm: { usage: () => world.usage },
          clock: { now: () => world.now },
        },
        'org',
      );
    return { world, read, asked: () => asked.splice(0), mark: () => mark };
  }

  it('is read to its end in one round, page after page', async () => {
    const answers = imported(3 * PAGE + 1);
    const { read, asked, mark, world } = surveyOf(answers);
    world.now = at(3_600);
    assert.deepEqual(await read(), { isMoreLeft: false });
    const lastOfPage = (n: number) => {
      const { changedAt, answerId } = answers[n * PAGE - 1]!;
      return { changedAt, answerId };
    };
    assert.deepEqual(asked(), [
      { changedAt: ANSWERED, answerId: '' },
      lastOfPage(1),
      lastOfPage(2),
      lastOfPage(3),
    ]);
    const { changedAt, answerId } = answers.at(-1)!;
    assert.deepEqual(mark(), { changedAt, answerId, isCaughtUp: true, readAt: at(3_600) });
  });

  it('is read in several rounds where a round would keep other orgs waiting', async () => {
    const { read, asked, world } = surveyOf(imported(26 * PAGE));
    world.now = at(3_600);
    assert.deepEqual(await read(), { isMoreLeft: true });
    assert.equal(asked().length, 25);
    world.now = at(3_660);
    assert.deepEqual(await read(), { isMoreLeft: false });
    assert.equal(asked().length, 2, 'the page that is left, and one that is empty');
  });

  it('is read again from ten minutes before the last answer, and from that one later', async () => {
    const answers = imported(6_305);
    const { changedAt, answerId } = answers.at(-1)!;
    const { read, asked, world } = surveyOf(answers);
    world.now = at(60);
    assert.deepEqual(await read(), { isMoreLeft: false });
    assert.equal(asked().length, 4);
    for (const second of [360, 660]) {
      world.now = at(second);
      assert.deepEqual(await read(), { isMoreLeft: false });
      const [first, ...further] = asked();
      assert.deepEqual(first, {
        changedAt: new Date(Date.parse(changedAt) - 600_000).toISOString(),
        answerId: '',
      });
      assert.equal(further.length, 3, 'as many answers as before share these ten minutes');
    }
    world.now = at(960);
    assert.deepEqual(await read(), { isMoreLeft: false });
    assert.deepEqual(asked(), [{ changedAt, answerId }]);
  });

  it('is read again where an answer became visible after pages that came before it', async () => {
    const answers = imported(26 * PAGE);
    const { read, asked, world } = surveyOf(answers);
    world.now = at(60);
    assert.deepEqual(await read(), { isMoreLeft: true });
    world.now = at(3_600);
    assert.deepEqual(await read(), { isMoreLeft: false });
    asked();
    answers.unshift(...imported(1, 1));
    answers.sort((one, other) => (one.changedAt < other.changedAt ? -1 : 1));
    await read();
    assert.ok(asked()[0]!.changedAt < at(1), 'its place is asked for again');
  });

  it('waits near the daily limit of requests', async () => {
    const { read, asked, world } = surveyOf(imported(3));
    world.usage = { used: 80, limit: 100, atMs: 0 };
    assert.deepEqual(await read(), { isMoreLeft: false });
    assert.deepEqual(asked(), []);
  });
});
