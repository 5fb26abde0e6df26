import assert from 'node:assert/strict';
import { LOCAL_ORG_ID } from '../../local/org/ids/localOrgId.ts';
import type { ChainedEntry } from '../../server/domain/audit/chain.ts';
import { createPostgresStore } from '../../server/store/calls/postgresStore.ts';
import { createTwilioClient } from '../../server/telephony/client/client.ts';
import { liveCall } from '../support/builders.ts';
import { quietLog } from '../support/quietLog.ts';
import { everyRoute } from '../support/routes.ts';
import { until } from '../support/until.ts';
import { ACCOUNT, startWorld, type World } from '../support/world.ts';
import { COMPANY_NUMBER } from '../support/worldOrgs.ts';

interface Act {
  readonly action: string;
  readonly path?: string;
  readonly body?: object;
}

/**
 * Asked of a route by its administrators, these change nothing of ours; a policy or alert rules that
 * are read anew have an entry of their own.
 */
const WITHOUT_ENTRY = [
  'POST /api/alert-rules/refresh',
  'POST /api/alert-rules/try',
  'POST /api/cues/refresh',
  'POST /api/cues/try',
  'POST /api/policy/refresh',
  'POST /api/policy/validate',
];

describe('whatever an administrator does', () => {
  let world: World;
  let adaId: string;
  let acts: Record<string, Act>;

  before(async () => {
    world = await startWorld({
      env: { AUDIO_CHECK_SETTLE_MS: '200', AUDIO_CHECK_LISTEN_MS: '200' },
    });
    adaId = await world.as('ada').userId();
    const userId = await world.as('maya').userId();
    await world.database(
      `insert into "Incident" ("incidentId", "orgId", "kind", "message", "raisedAt") values ('incident', '${LOCAL_ORG_ID}', 'unexplained_leg', 'A connection', now())`,
    );
    await world.database(`insert into "PolicySimulation" ("simulationId", "orgId", "askedBy", "askedAt", "updatedAt", "status", "done", "total", "from", "to", "before", "after", "consent")
      values ('simulation', '${LOCAL_ORG_ID}', '${adaId}', now(), now(), 'running', 0, 1, now(), now(), '{}', '{}', '{}')`);
    const [refused] = await world.database<{ messageId: string }>(
      `insert into "OutboxMessage" ("key", "orgId", "topic", "payload", "availableAt", "deadLetteredAt", "lastError")
       values ('refused', '${LOCAL_ORG_ID}', 'crm.intervention', '{"callId":"none","interventionId":"none"}', null, now(), 'no') returning "messageId"::text as "messageId"`,
    );
    await world.database(
      `insert into "Passkey" ("credentialId", "orgId", "userId", "publicKey", "counter", "transports", "createdAt") values ('passkey', '${LOCAL_ORG_ID}', '${userId}', '\\x01', 0, '{}', now())`,
    );
    const person = { phone: '+12065550187' };
    const store = createPostgresStore(world.databaseUrl, quietLog);
    const recorded = liveCall({
      orgId: LOCAL_ORG_ID,
      customer: { name: 'Priya Raman', ...person },
    });
    await store.createCall(
      {
        ...recorded,
        status: 'ended',
        endedAt: '2026-11-02T17:00:00.000Z',
        endReason: 'hung_up',
        recordings: [
          {
            recordingId: 'RE1',
            of: { kind: 'call' },
            status: 'completed',
            startedAt: '2026-11-02T17:00:00.000Z',
            durationSeconds: 60,
          },
        ],
      },
      [],
      [],
    );
    await store.close();
    const { incomingPhoneNumbers } = createTwilioClient({ ...ACCOUNT, apiUrl: world.carrierUrl });
    const [number] = await incomingPhoneNumbers.list({ phoneNumber: COMPANY_NUMBER });
    await incomingPhoneNumbers(number!.sid).update({ voiceUrl: 'https://pbx.example/voice' });
    acts = {
      'POST /api/audit/checkpoints': { action: 'CheckpointTaken' },
      'GET /api/audit/verify': { action: 'AuditVerified' },
      'GET /api/audit/export': { action: 'AuditExported' },
      'POST /api/setup/phone-numbers': { action: 'PhoneNumbersPointed' },
      'POST /api/pin/reset': { action: 'PinReset', body: { userId } },
      'POST /api/passkeys/reset': { action: 'PasskeysReset', body: { userId } },
      'POST /api/recording-exports': {
        action: 'RecordingExportPrepared',
        body: { callId: recorded.callId },
      },
      'POST /api/people/export': { action: 'PersonExported', body: { person, reference: 'DSR-1' } },
      'POST /api/people/erase': {
        action: 'PersonErased',
        body: { person, reference: 'DSR-1', confirm: 'erase' },
      },
      'POST /api/incidents/:incidentId/resolve': {
        action: 'IncidentResolved',
        path: '/api/incidents/incident/resolve',
        body: { note: 'Looked at.' },
      },
      'POST /api/crm/dead-letters/:messageId/retry': {
        action: 'DeadLetterRetried',
        path: `/api/crm/dead-letters/${refused!.messageId}/retry`,
      },
      'DELETE /api/policy/simulations/:simulationId': {
        action: 'SimulationCancelled',
        path: '/api/policy/simulations/simulation',
      },
      'POST /api/policy/simulations': {
        action: 'PolicySimulated',
        body: { from: '2026-11-01', to: '2026-11-02' },
      },
      'POST /api/alert-rules/backtests': {
        action: 'AlertRuleBacktested',
        body: {
          name: 'Own',
          family: 'conversation',
          severity: 'info',
          kind: 'call_length',
          seconds: 60,
        },
      },
      'POST /api/audio-checks': { action: 'AudioCheckRun' },
    };
  });
  after(() => world?.stop());

  it('is asked for by routes that all were thought of', async () => {
    const tomas = world.as('tomas');
    const forAdmins: string[] = [];
    for (const { method, path } of everyRoute().filter(
      (route) => route.method !== 'GET' && route.path.startsWith('/api/'),
    )) {
      const { body } = await tomas.ask<{ error?: { code: string } } | undefined>(
        method,
        path.replace(/:\w+/g, 'none'),
        {},
      );
      if (body?.error?.code === 'not_an_admin') forAdmins.push(`${method} ${path}`);
    }
    const thoughtOf = [
      ...Object.keys(acts).filter((name) => !name.startsWith('GET')),
      ...WITHOUT_ENTRY,
    ];
    assert.deepEqual(forAdmins.toSorted(), thoughtOf.toSorted());
  });

  it('leaves an entry with the person and the role (D27)', async () => {
    const ada = world.as('ada');
    for (const [name, { action, path, body }] of Object.entries(acts)) {
      const [method, route] = name.split(' ') as ['POST', string];
      const answer = await fetch(world.serverUrl + (path ?? route), {
        method,
        headers: {
          authorization: `Bearer ${await ada.token()}`,
          'content-type': 'application/json',
        },
        ...(body && { body: JSON.stringify(body) }),
      });
      assert.ok(answer.ok, `${name} answered ${answer.status}: ${await answer.text()}`);
      const entry = await until(
        `${name} left the entry ${action}`,
        async () =>
          (await ada.ask<{ entries: ChainedEntry[] }>('GET', `/api/audit?action=${action}`)).body
            .entries[0],
      );
      assert.deepEqual(entry.actor, { kind: 'person', userId: adaId, role: 'admin' }, name);
    }
  });

  it('leaves one too where there was nothing to take away: a person without passkeys is reset', async () => {
    const userId = await world.as('quinn').userId();
    assert.equal(
      (await world.as('ada').ask('POST', '/api/passkeys/reset', { userId })).status,
      204,
    );
    const { entries } = (
      await world
        .as('ada')
        .ask<{ entries: ChainedEntry[] }>('GET', '/api/audit?action=PasskeysReset')
    ).body;
    assert.deepEqual(
      [entries[0]!.actor, entries[0]!.details],
      [{ kind: 'person', userId: adaId, role: 'admin' }, { userId }],
    );
  });
});
