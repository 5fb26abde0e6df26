import assert from 'node:assert/strict';
import pg from 'pg';
import {
  createPolicyCache,
  type RunningPolicyCache,
} from '../../../../server/commands/policy/policyCache.ts';
import type { Policy, Rule } from '../../../../server/domain/policy/policy.ts';
import type { PolicyFault } from '../../../../server/domain/policy/validate.ts';
import { SHIPPED_VOCABULARY } from '../../../../server/domain/vocabulary/shipped.ts';
import { labelIn } from '../../../../server/domain/vocabulary/vocabulary.ts';
import { CrmUnavailable, type PolicyReading } from '../../../../server/ports/index.ts';
import {
  createPostgresStore,
  type PostgresStore,
} from '../../../../server/store/calls/postgresStore.ts';
import { createPolicyHistory } from '../../../../server/store/policy/policyHistory.ts';
import { at, ORG } from '../../../support/builders.ts';
import { freshDatabase } from '../../../support/database.ts';
import { quietLog } from '../../../support/quietLog.ts';
import { SAMPLE_POLICY } from '../../../support/samplePolicy.ts';
import { until } from '../../../support/until.ts';

const [managers, analysts] = SAMPLE_POLICY.rules as [Rule, Rule];
const policy = (version: string, ...rules: Rule[]): Policy => ({ version, rules, holidays: [] });
const FAULT: PolicyFault = {
  rule: 'Managers',
  field: 'Role__c',
  code: 'missing',
  wording: 'missing',
};

describe('the policy in force', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let store: PostgresStore;
  let pool: pg.Pool;
  let seconds: number;
  let inSalesforce: PolicyReading | undefined;
  let asked: number;
  /** What each reading waits for after it has seen the records. */
  let reading: Promise<void> | undefined;

  before(async () => {
    database = await freshDatabase();
    store = createPostgresStore(database.databaseUrl, quietLog);
    pool = new pg.Pool({ connectionString: database.databaseUrl });
  });
  after(async () => {
    await pool?.end();
    await store?.close();
    await database?.drop();
  });
  beforeEach(async () => {
    await pool.query('truncate "PolicyInForce"');
    seconds = 0;
    asked = 0;
    reading = undefined;
    publish(policy('v1', managers));
  });

  const publish = (next: Policy) => void (inSalesforce = { version: next.version, policy: next });
  const publishFaulty = () => void (inSalesforce = { version: 'bad', faults: [FAULT] });
  const salesforceIsAway = () => void (inSalesforce = undefined);
  const audited = async (action: string) =>
    (await store.findAudit({ orgId: ORG, limit: 500 })).filter(
      (entry) => entry.action === action && entry.at >= at(0),
    );

  /** A process of the server that knows nothing yet. */
  function starts(): RunningPolicyCache {
    return createPolicyCache({
      history: createPolicyHistory(pool),
      store,
      log: quietLog,
      grantingMs: () => 60_000,
      clock: { now: () => at(seconds) },
      ids: { next: () => crypto.randomUUID() },
      source: {
        async read() {
          asked += 1;
          const found = inSalesforce;
          await reading;
          if (!found) throw new CrmUnavailable('away');
          return found;
        },
      },
    });
  }
  const versionOf = async (kept: RunningPolicyCache) => (await kept.inForce(ORG)).version;

  it('is that of Salesforce, asked for once a minute', async () => {
    const kept = starts();
    assert.deepEqual([await versionOf(kept), await versionOf(kept)], ['v1', 'v1']);
    assert.equal(asked, 1);
    publish(policy('v2', managers, analysts));
    assert.equal(await versionOf(kept), 'v1');
    seconds = 61;
    assert.equal(await versionOf(kept), 'v2');
  });

  it('keeps the last label of a reason that was deleted, over restarts, too', async () => {
    const withReasons = (version: string, ...codes: string[]): Policy => ({
      ...policy(version, managers),
      vocabulary: {
        ...SHIPPED_VOCABULARY,
        reasons: SHIPPED_VOCABULARY.reasons.filter(({ code }) => codes.includes(code)),
      },
    });
    publish(withReasons('v1', 'large_deal', 'other'));
    await starts().inForce(ORG);
    publish(withReasons('v2', 'other'));
    const kept = starts();
    const { vocabulary } = await kept.inForce(ORG);
    assert.deepEqual(
      vocabulary!.reasons.map(({ code, label, status }) => [code, label, status]),
      [
        ['other', 'Other', 'active'],
        ['large_deal', 'Large deal', 'gone'],
      ],
    );
    const [entry] = (await audited('PolicyChanged')).filter(
      ({ details }) => (details as { version?: string }).version === 'v2',
    );
    assert.deepEqual(
      (entry!.details as { difference: { vocabulary: unknown } }).difference.vocabulary,
      {
        reasons: { added: [], removed: ['large_deal'], changed: [] },
      },
    );
    const restarted = starts();
    await restarted.recall(ORG);
    assert.equal(labelIn(restarted.lastKnown(ORG).vocabulary!.reasons, 'large_deal'), 'Large deal');
  });

  it('is read again for those who ask for it while it is being read, once for all of them', async () => {
    const kept = starts();
    const slow = Promise.withResolvers<void>();
    reading = slow.promise;
    const round = kept.refresh(ORG);
    await until('it is being read', () => asked === 1);
    publish(policy('v2', managers, analysts));
    const refreshed = Promise.all([kept.refresh(ORG), kept.refresh(ORG)]);
    const [decides, another] = [versionOf(kept), versionOf(kept)];
    slow.resolve();
    assert.equal((await round).policy.version, 'v1');
    assert.deepEqual(await Promise.all([decides, another]), ['v1', 'v1'], 'who decides waits once');
    assert.deepEqual(
      (await refreshed).map((standing) => standing.policy.version),
      ['v2', 'v2'],
    );
    assert.deepEqual([asked, kept.lastKnown(ORG).version], [2, 'v2']);
  });

  it('says how old it is', async () => {
    const kept = starts();
    await kept.refresh(ORG);
    seconds = 30;
    assert.deepEqual(kept.standing(ORG), {
      policy: policy('v1', managers),
      since: at(0),
      readAt: at(0),
      refused: undefined,
    });
  });

  it('is not known when Salesforce is away for longer: nothing new is granted, what was granted stays on screen', async () => {
    const kept = starts();
    await kept.inForce(ORG);
    salesforceIsAway();
    seconds = 61;
    await assert.rejects(kept.inForce(ORG), CrmUnavailable);
    assert.equal(kept.lastKnown(ORG).version, 'v1');
  });

  it('is nothing before it was ever known', async () => {
    salesforceIsAway();
    const kept = starts();
    await assert.rejects(kept.inForce(ORG), CrmUnavailable);
    assert.deepEqual(kept.lastKnown(ORG).rules, []);
  });

  it('is remembered over a restart, to show it, not to grant by it', async () => {
    await starts().inForce(ORG);
    salesforceIsAway();
    const restarted = starts();
    await restarted.recall(ORG);
    assert.equal(restarted.lastKnown(ORG).version, 'v1');
    await assert.rejects(restarted.inForce(ORG), CrmUnavailable);
  });

  it('stays the last valid one when a newer one has faults, and says so', async () => {
    const kept = starts();
    await kept.inForce(ORG);
    publishFaulty();
    seconds = 61;
    assert.equal(await versionOf(kept), 'v1');
    assert.deepEqual(kept.standing(ORG).refused, {
      version: 'bad',
      faults: [FAULT],
      seenAt: at(61),
    });
    seconds = 130;
    await kept.inForce(ORG);
    const [entry, ...more] = (await audited('PolicyRefused')).filter((one) => one.at === at(61));
    assert.deepEqual(
      [entry?.details, more.length],
      [
        {
          version: 'bad',
          stays: 'v1',
          faults: [{ rule: 'Managers', field: 'Role__c', code: 'missing' }],
        },
        0,
      ],
    );
    publish(policy('v2', analysts));
    seconds = 200;
    assert.equal(await versionOf(kept), 'v2');
    assert.equal(kept.standing(ORG).refused, undefined);
  });

  it('grants nothing when the first one ever has faults', async () => {
    publishFaulty();
    assert.deepEqual((await starts().inForce(ORG)).rules, []);
  });

  it('is kept with when it came into force, and the audit says what changed', async () => {
    const kept = starts();
    await kept.refresh(ORG);
    publish(policy('v2', { ...managers, modes: ['monitor'] }, analysts));
    seconds = 500;
    await kept.refresh(ORG);
    assert.deepEqual(await createPolicyHistory(pool).list(ORG), [
      { version: 'v2', since: at(500) },
      { version: 'v1', since: at(0) },
    ]);
    assert.deepEqual(
      (await audited('PolicyChanged')).find((entry) => entry.at === at(500))?.details,
      {
        version: 'v2',
        before: 'v1',
        difference: {
          added: ['qa-everyone'],
          removed: [],
          changed: [{ rule: 'supervisor-own-reports', fields: ['modes'] }],
          holidaysAdded: [],
          holidaysRemoved: [],
        },
      },
    );
  });

  it('comes into force once, however many instances see it', async () => {
    await Promise.all([starts(), starts(), starts()].map((kept) => kept.refresh(ORG)));
    assert.equal((await createPolicyHistory(pool).list(ORG)).length, 1);
  });

  it('may come into force again', async () => {
    const kept = starts();
    for (const [version, second] of [
      ['v1', 0],
      ['v2', 100],
      ['v1', 200],
    ] as const) {
      publish(policy(version, managers));
      seconds = second;
      await kept.refresh(ORG);
    }
    assert.deepEqual(
      (await createPolicyHistory(pool).list(ORG)).map(({ version }) => version),
      ['v1', 'v2', 'v1'],
    );
  });

  it('tells who listens that it changed, and only then', async () => {
    const kept = starts();
    const told: string[] = [];
    kept.onChange((orgId) => told.push(orgId));
    await kept.refresh(ORG);
    await kept.refresh(ORG);
    assert.deepEqual(told, [ORG]);
  });
});
