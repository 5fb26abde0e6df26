import assert from 'node:assert/strict';
import {
  startIntervention,
  type StartInterventionDeps,
} from '../../../../server/commands/supervision/startIntervention.ts';
import type { Policy } from '../../../../server/domain/policy/policy.ts';
import { NO_PROOFS } from '../../../../server/domain/stepUp/proofs.ts';
import {
  createPostgresStore,
  type PostgresStore,
} from '../../../../server/store/calls/postgresStore.ts';
import { liveCall, ORG, person, START } from '../../../support/builders.ts';
import { freshDatabase } from '../../../support/database.ts';
import { FakeConferenceControl } from '../../../support/fakeConferenceControl.ts';
import { quietLog } from '../../../support/quietLog.ts';
import { SAMPLE_POLICY, DISCLOSED_ELSEWHERE } from '../../../support/samplePolicy.ts';

const CALLS = 12;
/** A rule for more calls at a time changes nothing: nobody is on two. */
const AT_ONCE = 3;
const POLICY: Policy = {
  ...SAMPLE_POLICY,
  rules: SAMPLE_POLICY.rules.map((rule) => ({ ...rule, atOnce: AT_ONCE })),
};

describe('a supervisor who starts on many calls at the same moment', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  /** Two instances, each with connections of its own. */
  let stores: PostgresStore[];

  before(async () => {
    database = await freshDatabase();
    stores = [
      createPostgresStore(database.databaseUrl, quietLog),
      createPostgresStore(database.databaseUrl, quietLog),
    ];
    for (let i = 0; i < CALLS; i += 1)
      await stores[0]!.createCall(liveCall({ callId: `c${i}` }), [], []);
  });
  after(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await database.drop();
  });

  const deps = (store: PostgresStore): StartInterventionDeps => ({
    store,
    control: new FakeConferenceControl(),
    log: quietLog,
    clock: { now: () => START },
    ids: { next: () => crypto.randomUUID() },
    policies: { inForce: async () => POLICY, lastKnown: () => POLICY },
    consent: { of: async () => DISCLOSED_ELSEWHERE },
    proofs: { of: async () => NO_PROOFS },
    claims: { ofCall: async () => undefined, giveBack: async () => false },
    isRepUnnotified: async () => false,
    latency: {
      requested: async () => undefined,
      carrierAnswered: async () => undefined,
    },
  });
  const startAll = (userId: string) =>
    Promise.all(
      Array.from({ length: CALLS }, (_, i) =>
        startIntervention(deps(stores[i % 2]!), person({ userId }), {
          callId: `c${i}`,
          requestId: `${userId}-at-the-same-moment`,
        }),
      ),
    );

  it('is let on one, whichever came first, and told why on the others (D22)', async () => {
    const answers = await startAll('maya');
    assert.equal(answers.filter((answer) => 'ok' in answer).length, 1);
    assert.deepEqual(
      [...new Set(answers.flatMap((answer) => ('refusal' in answer ? [answer.refusal.code] : [])))],
      ['already_on_another_call'],
    );
    assert.equal(
      (await stores[0]!.findCalls({ orgId: ORG, supervisedBy: 'maya', status: ['live'] })).length,
      1,
    );
  });

  it('is not held up by another supervisor, nor by that one’s call', async () => {
    const [first, second] = await Promise.all([startAll('dana'), startAll('maya')]);
    assert.equal(first.filter((answer) => 'ok' in answer).length, 1);
    assert.equal(
      second.filter((answer) => 'ok' in answer).length,
      1,
      'a repeated request answers what it did before',
    );
  });
});
