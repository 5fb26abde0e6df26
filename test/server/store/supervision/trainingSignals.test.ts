import assert from 'node:assert/strict';
import pg from 'pg';
import { LOCAL_ORG_ID } from '../../../../local/org/ids/localOrgId.ts';
import { sendLateRatings } from '../../../../server/commands/jobs/sendLateRatings.ts';
import {
  decideTrainingSignal,
  raiseTrainingSignals,
  trainingSignalsFor,
} from '../../../../server/commands/supervision/trainingSignals.ts';
import { DEFAULT_COACHING_RULES } from '../../../../server/domain/call/coachingRules.ts';
import type { Person } from '../../../../server/domain/call/people.ts';
import type { DebriefProgress } from '../../../../server/domain/supervision/debrief.ts';
import { createCoachingTotals } from '../../../../server/store/outcomes/coachingTotals.ts';
import { createAuditedRecords } from '../../../../server/store/policy/auditedRecords.ts';
import {
  createDebriefs,
  createHalfRatedDebriefs,
} from '../../../../server/store/supervision/debriefs.ts';
import { createTrainingSignals } from '../../../../server/store/supervision/trainingSignals.ts';
import { person as aPerson, rep } from '../../../support/builders.ts';
import { freshDatabase, type FreshDatabase } from '../../../support/database.ts';
import { insertCalls } from '../../../support/insertCalls.ts';
import { SAMPLE_POLICY } from '../../../support/samplePolicy.ts';

const ORG = LOCAL_ORG_ID;
const NOW = '2026-11-28T12:00:00.000Z';
const AFTER_30_DAYS = '2026-12-28T12:01:00.000Z';
const TRAINING = { reps: 3, calls: 4, days: 30 };

describe('what a team lacks', () => {
  let database: FreshDatabase;
  let pool: pg.Pool;
  let serial = 0;
  let recorded: string[];

  const people = new Map<string, Person>(
    [
      aPerson({ orgId: ORG }),
      aPerson({ orgId: ORG, userId: 'tomas', name: 'Tomas Lindqvist' }),
      ...['ravi', 'lena', 'jonas'].map((userId) =>
        rep({ orgId: ORG, userId, name: userId, managerIds: ['maya', 'dana'] }),
      ),
    ].map((one) => [one.userId, one]),
  );
  const maya = people.get('maya')!;
  const deps = () => ({
    trainingSignals: createTrainingSignals(pool),
    directory: { person: async (_orgId: string, userId: string) => people.get(userId) },
    policies: { inForce: async () => SAMPLE_POLICY, lastKnown: () => SAMPLE_POLICY },
    coachingRules: { of: () => ({ ...DEFAULT_COACHING_RULES, training: TRAINING }) },
    store: {
      async recordAudit(entries: readonly { readonly action: string }[]) {
        recorded.push(...entries.map(({ action }) => action));
      },
    },
    clock: { now: () => NOW },
    ids: { next: () => `id-${(serial += 1)}` },
  });
  const look = () => raiseTrainingSignals(deps(), ORG);
  const decide = (signalId: string, who = maya) =>
    decideTrainingSignal(deps(), who, { signalId, status: 'planned', note: 'Price list, Monday' });
  /** Calls of these reps, on each of which Maya stepped in for the reason. */
  async function stepIn(
    reps: readonly string[],
    { reasonCode = 'stumped_rep', daysAgo = 1, practice = false } = {},
  ): Promise<void> {
    for (const repUserId of reps) {
      const callId = `many-${(serial += 1)}`;
      await pool.query(
        `update "Call" set "repUserId" = $2, "repName" = $2, "repManagerIds" = '{maya,dana}',
           "status" = 'ended', "practice" = $3 where "callId" = $1`,
        [callId, repUserId, practice ? '{"scenario":"angry"}' : null],
      );
      await pool.query(
        `insert into "Intervention" ("interventionId", "callId", "position", "status",
           "supervisorUserId", "supervisorName", "supervisorRole", "policyVersion", "requestedAt",
           "leftAt", "modeHistory", "leaving", "whisperSkipped", "reasonCode")
         values ('i-' || $1, $1, 0, 'ended', 'maya', 'Maya', 'supervisor', 'v', $2, $2,
           '[{"mode":"barge"}]', false, false, $3)`,
        [callId, new Date(Date.parse(NOW) - daysAgo * 86_400_000).toISOString(), reasonCode],
      );
    }
  }
  const messages = async () =>
    (await pool.query(`select from "OutboxMessage" where "topic" = 'crm.trainingNotification'`))
      .rowCount;

  before(async () => {
    database = await freshDatabase();
    pool = new pg.Pool({ connectionString: database.databaseUrl, max: 4 });
    await insertCalls(database.databaseUrl, { count: 60 });
  });
  after(async () => {
    await pool?.end();
    await database?.drop();
  });
  beforeEach(() => {
    recorded = [];
  });

  it('is no signal while it is too few reps, too long ago, no lesson, or practice (V19)', async () => {
    await stepIn(['ravi', 'ravi', 'lena', 'lena']);
    await stepIn(['jonas'], { daysAgo: 40 });
    await stepIn(['jonas'], { practice: true });
    await stepIn(['ravi', 'lena', 'jonas', 'ravi'], { reasonCode: 'planned_three_way' });
    assert.equal(await look(), 0);
  });

  it('is said once, with the calls behind it, and later calls are put there (V19)', async () => {
    await stepIn(['jonas']);
    assert.equal(await look(), 1);
    assert.equal(await look(), 0);
    await stepIn(['ravi']);
    assert.equal(await look(), 0);
    assert.equal(await messages(), 1);
    const [signal, ...others] = await trainingSignalsFor(deps(), maya);
    assert.deepEqual(
      [signal?.signal.reasonCode, signal?.manager, signal?.reps, signal?.behind.total, others],
      ['stumped_rep', 'Maya Okafor', ['jonas', 'lena', 'ravi'], 6, []],
    );
    const raised = await pool.query(
      `select "actor" from "AuditEntry" where "action" = 'TrainingSignalRaised'`,
    );
    assert.deepEqual(raised.rows, [{ actor: { kind: 'system' } }]);
  });

  it('is seen and decided by nobody without a right to these reps', async () => {
    const tomas = people.get('tomas')!;
    assert.deepEqual(await trainingSignalsFor(deps(), tomas), []);
    const { signalId } = (await trainingSignalsFor(deps(), maya))[0]!.signal;
    const refused = await decide(signalId, tomas);
    assert.equal('refusal' in refused && refused.refusal.code, 'training_signal_not_found');
    assert.deepEqual(recorded, ['DecideTrainingSignal']);
  });

  it('is decided once, with a reason, on the audit, and comes again only with new calls', async () => {
    const { signalId } = (await trainingSignalsFor(deps(), maya))[0]!.signal;
    const [one, two] = await Promise.all([decide(signalId), decide(signalId)]);
    assert.equal([one, two].filter((answer) => 'ok' in answer).length, 1);
    const [decided] = await trainingSignalsFor(deps(), maya);
    assert.deepEqual(
      [decided?.signal.decision?.status, decided?.signal.decision?.by.name],
      ['planned', 'Maya Okafor'],
    );
    const { rows } = await pool.query<{ details: object }>(
      `select "details" from "AuditEntry" where "action" = 'TrainingSignalDecided'`,
    );
    assert.deepEqual(rows, [
      { details: { signalId, status: 'planned', reasonCode: 'stumped_rep' } },
    ]);
    assert.equal(await look(), 0, 'what was decided is not raised again');
    await stepIn(['ravi', 'lena', 'jonas']);
    assert.equal(await look(), 0, 'three new calls are not four');
    await stepIn(['ravi']);
    assert.equal(await look(), 1);
    assert.equal((await trainingSignalsFor(deps(), maya))[0]?.behind.total, 4);
  });

  it('is in numbers of debriefs: who is asked to rate, and ratings that nobody can be swayed by', async () => {
    const debriefs = createDebriefs(pool);
    const [callId] = ['many-1'];
    await pool.query(
      `update "Intervention" set "coachingDueOn" = '2026-12-01' where "callId" = $1`,
      [callId],
    );
    const change = (ratings: DebriefProgress['ratings']) =>
      debriefs.change(ORG, `i-${callId}`, {
        decide: () => ({ progress: { closedAt: NOW, ratings } }),
        auditOf: () => [],
      });
    const toRate = async (userId: string) => (await debriefs.toRate(ORG, userId, NOW)).length;
    const question = { orgId: ORG, from: '2026-11-28', to: '2026-11-28' };
    const totals = createCoachingTotals(pool);
    const ratings = (finalBefore = '2026-10-29T12:00:00.000Z', whose: 'all' | string[] = 'all') =>
      totals.ratings(question, whose, finalBefore);
    await change({});
    assert.deepEqual([await toRate('ravi'), await toRate('maya'), await toRate('lena')], [1, 1, 0]);
    await change({ rep: { value: 4, at: NOW } });
    assert.deepEqual([await toRate('ravi'), await toRate('maya')], [0, 1]);
    assert.deepEqual(await ratings(), {
      held: 1,
      rep: [0, 0, 0, 0, 0],
      supervisor: [0, 0, 0, 0, 0],
    });
    assert.deepEqual((await ratings('2026-11-29T12:00:00.000Z')).rep, [0, 0, 0, 1, 0]);
    const send = (now: string) =>
      sendLateRatings({ halfRated: createHalfRatedDebriefs(pool), clock: { now: () => now } }, ORG);
    assert.equal(await send('2026-12-28T11:59:00.000Z'), 0, 'the supervisor can still rate it');
    assert.deepEqual([await send(AFTER_30_DAYS), await send(AFTER_30_DAYS)], [1, 1]);
    const { rows } = await pool.query<{ key: string }>(
      `select "key" from "OutboxMessage" where "topic" = 'crm.coachingRatings'`,
    );
    assert.deepEqual(rows, [{ key: `crm.coachingRatings:i-${callId}` }], 'it is sent once');
    await change({ rep: { value: 4, at: NOW }, supervisor: { value: 5, at: NOW } });
    assert.equal(await send(AFTER_30_DAYS), 0, 'both were sent when the second was given');
    assert.deepEqual(await ratings(), {
      held: 1,
      rep: [0, 0, 0, 1, 0],
      supervisor: [0, 0, 0, 0, 1],
    });
    assert.equal((await ratings(undefined, ['lena'])).held, 0);
  });

  it('is beside how a new rep gets on, from the first answered call on', async () => {
    const day = (since: string, answered: number, barge: number) =>
      pool.query(
        `with d as (insert into "CallDay" ("orgId", "day", "repUserId", "direction", "repName",
             "answered", "talkSeconds", "monitor", "whisper", "barge", "takeover", "helpRequested",
             "transferred") values ($1, $2::date, 'newbie', 'outbound', 'New Bie', $3, 0, 0, 0, $4, 0, 0, 0))
         insert into "CallWeek" ("orgId", "from", "repUserId", "direction", "queueIds", "repName",
           "answered", "talkSeconds", "monitor", "whisper", "barge", "takeover", "helpRequested",
           "transferred")
         values ($1, date_trunc('week', $2::date)::date, 'newbie', 'outbound', '', 'New Bie', $3, 0, 0, 0, $4, 0, 0, 0)
         on conflict do nothing`,
        [ORG, since, answered, barge],
      );
    // Days 1, 30, 31, 61 and 90.
    await day('2026-08-01', 10, 3);
    await day('2026-08-30', 10, 2);
    await day('2026-08-31', 50, 50);
    await day('2026-09-30', 20, 1);
    await day('2026-10-29', 20, 0);
    const totals = createCoachingTotals(pool);
    const beginners = await totals.beginners(ORG, ['newbie', 'nobody'], '2026-09-01');
    assert.deepEqual(beginners, [{ userId: 'newbie', name: 'New Bie', since: '2026-08-01' }]);
    const [one] = await totals.firstDays(ORG, beginners);
    assert.deepEqual(
      [one?.first.answered, one?.first.barges, one?.later.answered, one?.later.barges],
      [20, 5, 40, 1],
    );
    assert.deepEqual(one?.first.scores, { n: 0, sum: 0, squares: 0 });
    assert.deepEqual(await totals.beginners(ORG, ['newbie'], '2026-11-10'), []);
  });

  it('keeps cards and scorecards as they were read last, one at a time', async () => {
    const kept = createAuditedRecords(pool);
    const keep = (name: string, since: string | undefined) =>
      kept.replace(ORG, 'cues', { records: [{ name }], at: NOW, since, audit: [] });
    assert.equal(await kept.latest(ORG, 'cues'), undefined);
    assert.deepEqual([await keep('one', undefined), await keep('two', undefined)], [true, false]);
    const { since } = (await kept.latest(ORG, 'cues'))!;
    assert.deepEqual([await keep('three', since), await keep('four', since)], [true, false]);
    assert.deepEqual((await kept.latest(ORG, 'cues'))?.records, [{ name: 'three' }]);
    assert.equal(await kept.latest(ORG, 'scorecard'), undefined);
  });
});
