import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { revokeLostRights } from '../../../server/commands/jobs/revokeLostRights.ts';
import {
  createPolicyCache,
  type RunningPolicyCache,
} from '../../../server/commands/policy/policyCache.ts';
import {
  dropExpiredLeases,
  type LeaseMemory,
} from '../../../server/commands/supervision/dropExpiredLeases.ts';
import { LEASE_MS } from '../../../server/commands/supervision/renewLease.ts';
import { createDirectory, type CachedDirectory } from '../../../server/crm/directory/directory.ts';
import { readPolicy } from '../../../server/crm/policy/policies.ts';
import { gatherQueries } from '../../../server/crm/session/gatheredQueries.ts';
import { HEALTHY } from '../../../server/domain/audioCheck/audioCheck.ts';
import { DEFAULT_AGE_LIMITS, LISTENING_MS } from '../../../server/domain/call/ageLimits.ts';
import { activeIntervention, interventionOf } from '../../../server/domain/call/call.ts';
import { AUDIBLE_TO, type Mode } from '../../../server/domain/call/modes.ts';
import { createLimits } from '../../../server/http/limits.ts';
import { listen } from '../../../server/http/listen.ts';
import { authenticator } from '../../../server/http/session/authenticate.ts';
import { createOrigins } from '../../../server/http/session/origins.ts';
import { createLocalLocks } from '../../../server/store/locks/localLocks.ts';
import { putOnCall } from '../../support/bargedCall.ts';
import { START } from '../../support/builders.ts';
import { FakeConferenceControl } from '../../support/fakeConferenceControl.ts';
import { memoryKeys, memoryLeases } from '../../support/memoryLeases.ts';
import { createMemoryStore } from '../../support/memoryStore.ts';
import { startOrgStage, type OrgStage } from '../../support/orgStage.ts';
import { quietLog } from '../../support/quietLog.ts';
import { supervisionApp } from '../../support/supervisionApp.ts';
import { until } from '../../support/until.ts';

const [HEARTBEAT_MS, ROUND_MS] = [1_500, 20_000];
const MINUTE_MS = 60_000;
/** In real time: how long the hanging org is waited for. */
const PATIENCE_MS = 30;
/** Of an org that signs for a moment and does not answer otherwise. */
const ANOTHER_SESSION = 'another-session';
const JOIN = '/api/calls/c2/interventions';
/** The life of a session that Salesforce signs. */
const SESSION_MS = 5 * MINUTE_MS;

interface Refusal {
  error?: { code: string; message: string; hint?: string };
}

/** Real directory, policy, routes and rounds, over an org that can hang; the clock is the test's. */
describe('a supervisor on a call while Salesforce hangs', function () {
  this.timeout(300_000);
  let org: OrgStage;
  let directory: CachedDirectory;
  let policies: RunningPolicyCache;
  let memory: ReturnType<typeof createMemoryStore>;
  let server: Server;
  let elapsedMs: number;
  let mayaId: string;
  let danaId: string;
  let leases: Map<string, number>;
  let control: FakeConferenceControl;
  let round: () => Promise<void>;
  let mode: Mode = 'barge';
  let hasEnded: boolean;
  let rights: () => Promise<void>;
  const unknownSince = new Map<string, number>();

  const nowMs = () => Date.parse(START) + elapsedMs;
  const clock = { now: () => new Date(nowMs()).toISOString() };

  before(async () => void (org = await startOrgStage()));
  after(() => org.stop());

  beforeEach(async () => {
    elapsedMs = 0;
    hasEnded = false;
    leases = new Map();
    unknownSince.clear();
    const { orgId } = org;
    const crm = gatherQueries({
      ...org.crm,
      query: (soql) => org.crm.query(soql, isHanging ? PATIENCE_MS : undefined),
      post: (path, body) => org.crm.post(path, body, isHanging ? PATIENCE_MS : undefined),
    });
    directory = createDirectory(crm, orgId, { now: nowMs });
    const ids = { next: () => crypto.randomUUID() };
    memory = createMemoryStore(nowMs);
    const { store } = memory;
    policies = createPolicyCache({
      source: { read: () => readPolicy(crm) },
      history: {
        latest: async () => undefined,
        find: async () => undefined,
        list: async () => [],
        comesIntoForce: async () => true,
      },
      grantingMs: () => DEFAULT_AGE_LIMITS.grantingMs,
      store,
      clock,
      ids,
      log: quietLog,
    });
    control = new FakeConferenceControl();
    const calls = { store, control, locks: createLocalLocks(), clock, ids, log: quietLog };
    const leasing = memoryLeases(leases);
    const leaseMemory: LeaseMemory = { removals: new Map() };
    round = async () => {
      await Promise.allSettled([directory.renew(), policies.refresh(orgId)]);
    };
    rights = async () => {
      await dropExpiredLeases({ ...calls, leases: leasing }, leaseMemory);
      await Promise.all(leaseMemory.removals.values());
      await revokeLostRights(
        {
          ...calls,
          dueCalls: memory.dueCalls,
          directory,
          policies,
          isRepUnnotified: async () => false,
          audioCheckRuns: { carrierHealth: async () => HEALTHY },
          lacksCourse: async () => false,
          ageLimits: () => DEFAULT_AGE_LIMITS,
        },
        unknownSince,
      );
    };
    const interventionKeys = memoryKeys({ orgId, userId: () => mayaId, hasEnded: () => hasEnded });
    await interventionKeys.issue('i1');
    const limits = createLimits({
      perPerson: 1e6,
      perOrg: 1e6,
      strangersPerAddress: 1e6,
      feedsPerPerson: 9,
    });
    const origins = createOrigins([{ orgId, origins: [] }], 'http://dealside.test');
    const authenticate = authenticator({
      sessions: {
        // As Salesforce signs them: for five minutes, and none while it hangs.
        verify: async (token) =>
          token === ANOTHER_SESSION
            ? { orgId, userId: mayaId, tokenId: token, keyId: 'k' }
            : token === mayaId && hungSinceMs !== undefined && elapsedMs - hungSinceMs > SESSION_MS
              ? { refused: 'token_expired' }
              : { orgId, userId: token, tokenId: token, keyId: 'k' },
      },
      interventionKeys,
      secrets: { redeem: async () => undefined },
      directory: {
        person: (...who) => directory.person(...who),
        current: (...who) => directory.current(...who),
        known: (...who) => directory.known(...who),
        refresh: (...who) => directory.refresh(...who),
      },
      store,
      clock,
      ids,
      origins,
      limits,
    });
    const app = supervisionApp({
      orgId,
      calls,
      leases: leasing,
      policies,
      interventionKeys,
      authenticate,
      origins,
      limits,
    });
    const answer = app.callback();
    server = await listen((request, response) => void answer(request, response), {
      port: 0,
      host: '127.0.0.1',
    });
    const [maya, ravi, dana] = await Promise.all(
      ['Maya', 'Ravi', 'Dana'].map((name) => org.find('User', name)),
    );
    [mayaId, danaId] = [maya!.Id, dana!.Id];
    for (const { Id } of [maya!, ravi!, dana!]) await directory.person(orgId, Id);
    await round();
    await putOnCall(memory, control, { orgId, mayaId, danaId, raviId: ravi!.Id, mode });
  });
  afterEach(async () => {
    await recover();
    await new Promise((resolve) => server.close(resolve));
  });

  let isHanging = false;
  let hungSinceMs: number | undefined;
  const hang = async (): Promise<void> => {
    await org.hang();
    isHanging = true;
    hungSinceMs = elapsedMs;
  };
  const recover = async (): Promise<void> => {
    await org.restore();
    isHanging = false;
    hungSinceMs = undefined;
  };

  /** What needs no session is asked by the key of the intervention, as softphone and page do. */
  const authorizationFor = (path: string, body?: object): string =>
    /\/i1\/(presence|leave|floor)$/.test(path) || (body as { mode?: string })?.mode === 'monitor'
      ? 'Intervention key-of-i1'
      : `Bearer ${mayaId}`;

  async function ask(method: string, path: string, body?: object, authorization?: string) {
    const { port } = server.address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: {
        authorization: authorization ?? authorizationFor(path, body),
        'content-type': 'application/json',
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: (text ? JSON.parse(text) : {}) as Refusal };
  }
  const heartbeat = async () => (await ask('POST', '/api/interventions/i1/presence')).status;
  const switchTo = (mode: string) =>
    ask('POST', '/api/interventions/i1/mode', {
      requestId: crypto.randomUUID(),
      mode,
      ...(mode === 'takeover' && { reasonCode: 'large_deal' }),
    });
  /** Dana joins c2: Maya is on a call. */
  const join = (session = danaId) =>
    ask('POST', JOIN, { requestId: crypto.randomUUID() }, `Bearer ${session}`);
  const audienceOf = async (role: 'rep' | 'supervisor') =>
    (await control.observeConference('c1'))?.participants.find(({ party }) => party.role === role)
      ?.audibleTo;
  const status = async () => interventionOf((await memory.store.loadCall('c1'))!, 'i1')!.status;

  /** Heartbeats, and the server's rounds, until then. Stops at the first that is refused. */
  async function goOnUntil(untilMs: number): Promise<void> {
    let nextRound = elapsedMs + ROUND_MS;
    for (; elapsedMs < untilMs; elapsedMs += HEARTBEAT_MS) {
      assert.equal(await heartbeat(), 204, `the heartbeat after ${elapsedMs / 1000} s`);
      await rights();
      assert.equal(await status(), 'active', `on the call after ${elapsedMs / 1000} s`);
      if (elapsedMs >= nextRound) {
        nextRound = elapsedMs + ROUND_MS;
        await round();
      }
    }
    elapsedMs = untilMs;
  }

  for (const supervised of ['whisper', 'barge', 'takeover'] as const)
    describe(`in ${supervised}`, () => {
      before(() => void (mode = supervised));
      after(() => void (mode = 'barge'));

      it('stays on it for ten minutes, every heartbeat is taken, and can fall silent and leave', async () => {
        assert.ok(LEASE_MS > HEARTBEAT_MS);
        await hang();
        await goOnUntil(10 * MINUTE_MS);
        assert.equal(activeIntervention((await memory.store.loadCall('c1'))!, 'i1')?.mode, mode);
        assert.equal(await audienceOf('supervisor'), AUDIBLE_TO[mode]);
        const silenced = await switchTo('monitor');
        assert.equal(silenced.status, 202, JSON.stringify(silenced.body));
        await until(
          'nobody hears the supervisor',
          async () => (await audienceOf('supervisor')) === 'nobody',
        );
        await until('the rep is heard', async () => (await audienceOf('rep')) === 'everyone');
        const left = await ask('POST', '/api/interventions/i1/leave', {});
        assert.equal(left.status, 202, JSON.stringify(left.body));
      });
    });

  it('is kept on it by the key of the intervention alone, once the session has expired', async () => {
    await hang();
    await goOnUntil(SESSION_MS + MINUTE_MS);
    const bySession = await ask('POST', '/api/interventions/i1/presence', {}, `Bearer ${mayaId}`);
    assert.deepEqual([bySession.status, bySession.body.error?.code], [401, 'token_expired']);
    assert.equal(await heartbeat(), 204);
  });

  it('can do nothing else by that key, and nobody can do anything by another', async () => {
    const key = 'Intervention key-of-i1';
    const attempts = [
      await ask('POST', '/api/interventions/i1/mode', { requestId: 'r', mode: 'whisper' }, key),
      await ask('POST', '/api/interventions/i1/outcome', { outcome: 'advanced' }, key),
      await ask('PUT', '/api/interventions/i1/floor', {}, key),
      await ask('POST', '/api/calls/c2/interventions', { requestId: 'r' }, key),
      await ask('GET', '/api/calls/c1', undefined, key),
      await ask('POST', '/api/interventions/i2/presence', {}, key),
      await ask('POST', '/api/interventions/i1/presence', {}, 'Intervention another'),
      await ask('POST', '/api/interventions/i1/leave', {}, 'Intervention '),
    ];
    assert.deepEqual(
      attempts.map(({ status }) => status),
      attempts.map(() => 401),
    );
  });

  it('is told by that key that the intervention has ended, which is no attempt to audit', async () => {
    assert.equal(await heartbeat(), 204);
    hasEnded = true;
    const audited = async () => (await memory.store.findAudit({})).length;
    const before = await audited();
    for (const answer of [
      await ask('POST', '/api/interventions/i1/presence', {}),
      await ask('POST', '/api/interventions/i1/mode', { requestId: 'r', mode: 'monitor' }),
      await ask('POST', '/api/interventions/i1/leave', {}),
      await ask('DELETE', '/api/interventions/i1/floor'),
    ])
      assert.deepEqual([answer.status, answer.body.error?.code], [409, 'intervention_ended']);
    assert.equal(await audited(), before);
    const forged = 'Intervention another';
    assert.equal((await ask('POST', '/api/interventions/i1/presence', {}, forged)).status, 401);
    assert.equal(await audited(), before + 1);
  });

  it('withdraws a request for the floor, and looks at the call', async () => {
    await hang();
    await goOnUntil(4 * MINUTE_MS);
    assert.equal((await ask('DELETE', '/api/interventions/i1/floor')).status, 200);
    assert.equal((await ask('GET', '/api/calls/c1')).status, 200);
  });

  it('joins and takes over while what is known is young enough, and is then refused, told since when', async () => {
    await hang();
    await goOnUntil(MINUTE_MS);
    assert.equal((await join()).status, 201);
    await goOnUntil(DEFAULT_AGE_LIMITS.grantingMs + 1);
    for (const refused of [await join(), await switchTo('takeover'), await switchTo('whisper')]) {
      assert.equal(refused.status, 503);
      assert.equal(refused.body.error?.code, 'crm_unavailable');
      assert.match(refused.body.error?.message ?? '', /permissions from 9:00 AM are too old/);
      assert.match(refused.body.error?.hint ?? '', /Monitor, or leave/);
    }
  });

  it('is not refused a heartbeat or silence even by a server that knows nobody', async () => {
    await hang();
    directory = createDirectory(org.crm, org.orgId, { now: nowMs });
    assert.equal(await heartbeat(), 204);
    assert.equal((await switchTo('monitor')).status, 202);
  });

  it('is heard by nobody when the org’s time for going on is over, and off it five minutes later', async () => {
    await hang();
    const { grantingMs, goingOnMs } = DEFAULT_AGE_LIMITS;
    const modeNow = async () =>
      activeIntervention((await memory.store.loadCall('c1'))!, 'i1')?.mode;
    await goOnUntil(grantingMs + goingOnMs - MINUTE_MS);
    assert.equal(await modeNow(), 'barge');
    await goOnUntil(grantingMs + goingOnMs + MINUTE_MS);
    const voices = (await control.observeConference('c1'))!.participants.map(
      ({ party, audibleTo }) => [party.role, audibleTo],
    );
    assert.deepEqual(Object.fromEntries(voices), {
      customer: 'everyone',
      rep: 'everyone',
      supervisor: 'nobody',
    });
    await goOnUntil(grantingMs + goingOnMs + LISTENING_MS);
    elapsedMs += 2 * HEARTBEAT_MS;
    await heartbeat();
    await rights();
    const ended = interventionOf((await memory.store.loadCall('c1'))!, 'i1')!;
    assert.deepEqual(ended.status === 'ended' && ended.endReason, 'revoked');
  });

  it('loses the right to be on it within a minute of the loss, when Salesforce answers', async () => {
    await goOnUntil(MINUTE_MS);
    await org.update('User', mayaId, { IsActive: false });
    const lostAt = elapsedMs;
    while ((await status()) === 'active' && elapsedMs - lostAt < MINUTE_MS) {
      elapsedMs += ROUND_MS;
      await heartbeat();
      await round();
      await rights();
    }
    await org.update('User', mayaId, { IsActive: true });
    assert.equal(await status(), 'ended');
    assert.ok(elapsedMs - lostAt < MINUTE_MS);
  });

  it('joins again by itself once Salesforce is back', async () => {
    await hang();
    await goOnUntil(10 * MINUTE_MS);
    assert.equal((await join(ANOTHER_SESSION)).status, 503);
    await recover();
    // One that began while Salesforce hung may still be under way.
    await round();
    await round();
    assert.equal((await join()).status, 201);
    await goOnUntil(25 * MINUTE_MS);
  });
});
