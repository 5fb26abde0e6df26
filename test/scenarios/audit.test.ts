import assert from 'node:assert/strict';
import pg from 'pg';
import { readSalesforceCheckpoints } from '../../server/cli/salesforceFile.ts';
import type { ChainedEntry } from '../../server/domain/audit/chain.ts';
import type { StoredIncident } from '../../server/ports/index.ts';
import { createPostgresStore, type PostgresStore } from '../../server/store/calls/postgresStore.ts';
import { verdictOn } from '../support/auditChains.ts';
import { auditEntry } from '../support/auditStage.ts';
import type { Console } from '../support/console.ts';
import { quietLog } from '../support/quietLog.ts';
import { identityOf, liveCallOf, modeOf, superviseAs } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

interface Room {
  sid: string;
  friendlyName: string;
  participants: { label?: string; callSid: string }[];
}

describe('the audit of whole calls', () => {
  let world: World;
  let owner: pg.Pool;
  let store: PostgresStore;
  let ada: Console;
  let maya: Console;
  let callId: string;
  let interventionId: string;
  let orgId: string;

  before(async () => {
    world = await startWorld();
    owner = new pg.Pool({ connectionString: world.databaseUrl, max: 2 });
    owner.on('error', () => undefined);
    store = createPostgresStore(world.databaseUrl, quietLog);
    [ada, maya] = [world.as('ada'), world.as('maya')];
    callId = await liveCallOf(world, 'lena', 'Brightwater');
    interventionId = await superviseAs(world, maya, callId);
    await maya.switchTo(interventionId, 'whisper');
    await until(
      'the whisper is confirmed',
      async () => modeOf(await maya.call(callId), interventionId) === 'whisper',
    );
    await maya.leave(interventionId);
    await until(
      'the supervisor has left',
      async () => (await maya.call(callId)).body.interventions.length === 0,
    );
    orgId = (await owner.query<{ orgId: string }>('select "orgId" from "Call"')).rows[0]!.orgId;
  });
  after(async () => {
    await store.close();
    await owner.end();
    await world?.stop();
  });

  const text = async (
    console: Console,
    path: string,
  ): Promise<{ status: number; text: string; headers: Headers }> => {
    const response = await fetch(world.serverUrl + path, {
      headers: { authorization: `Bearer ${await console.token()}` },
    });
    return { status: response.status, text: await response.text(), headers: response.headers };
  };
  const entries = async (query: string) =>
    (
      await ada.ask<{
        entries: ChainedEntry[];
        calls: Record<string, { rep: string; customer: string }>;
        next?: number;
      }>('GET', `/api/audit?${query}`)
    ).body;
  const incidents = async () =>
    (await ada.ask<{ incidents: StoredIncident[] }>('GET', '/api/incidents?status=open')).body
      .incidents;

  /** Asked of the database, for the server would call so much asking too much. */
  async function found(kind: string): Promise<StoredIncident> {
    await until(
      `an incident ${kind} is raised`,
      async () =>
        (await owner.query('select 1 from "Incident" where "kind" = $1', [kind])).rowCount! > 0,
    );
    return (await incidents()).find((incident) => incident.kind === kind)!;
  }

  it('says who talked with whom on the calls that entries are about', async () => {
    const { calls } = await entries(`callId=${callId}&limit=1`);
    assert.deepEqual(calls, { [callId]: { rep: 'Lena Brandt', customer: 'Marcus Hale' } });
  });

  it('says who did what on which call, in which mode, from when to when (D27–D30, P18)', async () => {
    const userId = await maya.userId();
    const told = (await entries(`callId=${callId}&limit=500`)).entries
      .toReversed()
      .filter((entry) => entry.interventionId === interventionId);
    const actions = told.map(({ action, details }) =>
      details.mode ? `${action} ${String(details.mode)}` : action,
    );
    const expected = [
      'InterventionRequested',
      'SupervisorJoined',
      'NoticeGiven monitor',
      'ModeRequested whisper',
      'ModeConfirmed whisper',
      'NoticeGiven whisper',
      'LeaveRequested',
      'InterventionEnded',
    ];
    assert.deepEqual(
      actions.filter((action) => expected.includes(action)),
      expected,
    );
    const requested = told.find(({ action }) => action === 'InterventionRequested')!;
    assert.deepEqual(requested.actor, { kind: 'person', userId, role: 'supervisor' });
    assert.equal(requested.direction, 'outbound');
    assert.match(requested.opportunityId!, /^006/);
    assert.equal((requested.personal['supervisor.name'] as { value: string }).value, 'Maya Okafor');
  });

  it('says what was refused to whom, why, and on which call', async () => {
    const quinn = world.as('quinn');
    const started = (await quinn.supervise(callId)).body.intervention.interventionId;
    const refused = await quinn.switchTo(started, 'barge', { reasonCode: 'large_deal' });
    const [entry] = (
      await entries(`userId=${await quinn.userId()}&result=refused&action=ChangeMode`)
    ).entries;
    assert.deepEqual(
      [entry!.code, entry!.interventionId, entry!.details, entry!.direction],
      [refused.body.error.code, started, { mode: 'barge', reasonCode: 'large_deal' }, 'outbound'],
    );
    await world.carrierControl('POST', 'calls', {
      from: `client:${await identityOf(maya)}`,
      params: { interventionId: started },
      script: {},
    });
    await until(
      'a participant that came for another’s intervention is in the audit',
      async () =>
        (
          await owner.query(
            `select 1 from "AuditEntry" where "action" = 'AdmitParticipant' and "code" = 'not_your_intervention'`,
          )
        ).rowCount === 1,
    );
    await quinn.leave(started);
  });

  it('is found by person, by action and page by page', async () => {
    const userId = await maya.userId();
    assert.ok(
      (await entries(`userId=${userId}`)).entries.every(({ actor, details }) =>
        JSON.stringify([actor, details]).includes(userId),
      ),
    );
    assert.deepEqual(
      new Set((await entries('action=ModeConfirmed')).entries.map(({ action }) => action)),
      new Set(['ModeConfirmed']),
    );
    const first = await entries('limit=3');
    const second = await entries(`limit=3&before=${first.next}`);
    assert.deepEqual(
      [...first.entries, ...second.entries].map(({ position }) => position),
      Array.from({ length: 6 }, (_, i) => first.entries[0]!.position - i),
    );
  });

  it('is for administrators alone, and who else asks is in it', async () => {
    const actions = {
      '/api/audit': 'ReadAudit',
      '/api/audit/verify': 'VerifyAudit',
      '/api/audit/checkpoints': 'ReadCheckpoints',
      '/api/audit/export': 'ExportAudit',
      '/api/incidents': 'ReadIncidents',
      '/api/policy': 'ReadPolicy',
      '/api/policy/simulations': 'ReadSimulations',
      '/api/latency': 'ReadLatency',
    };
    for (const path of Object.keys(actions))
      assert.equal((await maya.ask<unknown>('GET', path)).body.error.code, 'not_an_admin', path);
    const refused = (await entries('result=refused&limit=8')).entries;
    assert.deepEqual(
      refused.map(({ action, code }) => `${action} ${code}`).toReversed(),
      Object.values(actions).map((action) => `${action} not_an_admin`),
    );
  });

  it('is signed on demand, and the word is in Salesforce', async () => {
    const { status, body } = await ada.ask<{ checkpoint: { number: number; statement: string } }>(
      'POST',
      '/api/audit/checkpoints',
      {},
    );
    assert.equal(status, 201, JSON.stringify(body));
    const records = await until('the checkpoint is in Salesforce', async () => {
      const found = await world.orgControl<Record<string, unknown>[]>(
        'records/Audit_Checkpoint__c',
      );
      return found.some(({ Statement__c }) => Statement__c === body.checkpoint.statement)
        ? found
        : undefined;
    });
    const inCrm = readSalesforceCheckpoints(JSON.stringify(records));
    const exported = await text(ada, '/api/audit/export');
    assert.match(
      exported.headers.get('content-disposition')!,
      /attachment; filename="dealside-audit-00D/,
    );
    const verdict = verdictOn(exported.text.trimEnd().split('\n'), { inCrm });
    assert.ok('head' in verdict, JSON.stringify(verdict));
    assert.ok(verdict.entries > 20 && verdict.checkpoints >= 1);
  });

  it('is verified on the server, telling how far it is', async () => {
    const lines = (await text(ada, '/api/audit/verify')).text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    assert.ok(lines.length >= 2 && 'progress' in lines[0]!);
    assert.equal(lines.at(-1)!.ok, true, JSON.stringify(lines.at(-1)));
  });

  it('agrees with what the carrier said: an ordinary call raises no incident', async () => {
    await until(
      'audit and carrier were compared',
      async () =>
        (await owner.query('select 1 from "CrossCheckCursor" where "position" > 20')).rowCount ===
        1,
    );
    assert.deepEqual(await incidents(), []);
    await until('the carrier’s own word is kept', async () => {
      const { rows } = await owner.query<{ form: { CallSid?: string } }>(
        `select "form" from "CarrierReport" where "callId" = $1 and "event" = 'participant-leave'`,
        [callId],
      );
      return rows.some(({ form }) => form.CallSid?.startsWith('CA'));
    });
  });

  it('tells of a stranger that someone let in at the carrier, and administrators at once', async () => {
    const feed = await ada.watch();
    const room = (await world.carrierControl<Room[]>('GET', 'conferences')).find(
      ({ friendlyName }) => friendlyName === callId,
    )!;
    await world.carrierControl('POST', 'scripts', {
      address: '+14155550199',
      script: { ringMs: 1 },
    });
    const account = { sid: `AC${'1'.repeat(32)}`, token: world.authToken };
    const added = await fetch(
      `${world.carrierUrl}/2010-04-01/Accounts/${account.sid}/Conferences/${room.sid}/Participants.json`,
      {
        method: 'POST',
        body: new URLSearchParams({ From: '+15005550100', To: '+14155550199' }),
        headers: {
          authorization: `Basic ${Buffer.from(`${account.sid}:${account.token}`).toString('base64')}`,
        },
      },
    );
    assert.equal(added.status, 201);
    const { call_sid: callSid } = (await added.json()) as { call_sid: string };
    const incident = await found('stranger_leg');
    assert.deepEqual([incident.callId, incident.connectionId], [callId, callSid]);
    assert.equal((await entries('action=IncidentRaised')).entries[0]!.details.kind, 'stranger_leg');
    await until('the administrator’s console is told', () =>
      feed.alerts.some(({ incidentId }) => incidentId === incident.incidentId),
    );
    feed.close();
  });

  it('tells of an entry that somebody made up', async () => {
    await store.recordAudit([
      auditEntry({
        orgId,
        auditId: 'made-up',
        callId,
        interventionId: 'made-up',
        action: 'SupervisorJoined',
        details: {},
      }),
    ]);
    const incident = await found('entry_without_leg');
    assert.equal(incident.interventionId, 'made-up');
    assert.match(
      incident.message,
      /^Entry \d+ \(SupervisorJoined\) tells of a supervisor of whom the carrier reported no connection/,
    );
  });

  it('keeps what was found out about an incident', async () => {
    const [incident] = await incidents();
    const path = `/api/incidents/${encodeURIComponent(incident!.incidentId)}/resolve`;
    const statusOf = async (asked: string) =>
      (
        await ada.ask<{ incidents: { incidentId: string; status: string }[] }>(
          'GET',
          `/api/incidents?status=${asked}`,
        )
      ).body.incidents.find(({ incidentId }) => incidentId === incident!.incidentId)?.status;
    assert.deepEqual([await statusOf('open'), await statusOf('resolved')], ['open', undefined]);
    assert.equal((await maya.ask('POST', path, { note: 'x' })).status, 403);
    assert.equal((await ada.ask<unknown>('POST', path, {})).body.error.code, 'invalid_request');
    assert.equal((await ada.ask('POST', path, { note: 'A test of ours.' })).status, 204);
    assert.equal((await ada.ask('POST', path, { note: 'Again.' })).status, 404);
    assert.deepEqual([await statusOf('open'), await statusOf('resolved')], [undefined, 'resolved']);
    assert.equal(
      (await entries('action=IncidentResolved')).entries[0]!.details.incidentId,
      incident!.incidentId,
    );
  });

  it('tells a customer what is kept, and forgets the customer once the call is over', async () => {
    const { customer } = (await maya.call(callId)).body;
    const person = { contactId: customer.contactId, phone: customer.phone };
    assert.equal(
      (await maya.ask<unknown>('POST', '/api/people/export', { person })).body.error.code,
      'not_an_admin',
    );
    const told = (
      await ada.ask<{ calls: { callId: string }[] }>('POST', '/api/people/export', { person })
    ).body;
    assert.deepEqual(
      told.calls.map((call) => call.callId),
      [callId],
    );
    const erase = { person, reference: 'DSR-1', confirm: 'erase' };
    assert.equal(
      (await ada.ask<unknown>('POST', '/api/people/erase', { ...erase, confirm: undefined })).body
        .error.code,
      'invalid_request',
    );
    assert.equal(
      (await ada.ask<unknown>('POST', '/api/people/erase', erase)).body.error.code,
      'person_on_call',
    );
    const room = (await world.carrierControl<Room[]>('GET', 'conferences')).find(
      ({ friendlyName }) => friendlyName === callId,
    )!;
    await world.carrierControl(
      'DELETE',
      `legs/${room.participants.find(({ label }) => label === 'customer')!.callSid}`,
    );
    await until(
      'the call has ended',
      async () =>
        (
          await owner.query(`select 1 from "Call" where "callId" = $1 and "status" = 'ended'`, [
            callId,
          ])
        ).rowCount === 1,
    );
    assert.equal((await ada.ask('POST', '/api/people/erase', erase)).status, 200);
    const {
      rows: [call],
    } = await owner.query<{ customerName: string; customerPhone: string | null }>(
      'select "customerName", "customerPhone" from "Call" where "callId" = $1',
      [callId],
    );
    assert.deepEqual(call, { customerName: 'Erased', customerPhone: null });
  });

  it('verifies to the end, whatever has happened', async () => {
    const exported = await text(ada, '/api/audit/export');
    const verdict = verdictOn(exported.text.trimEnd().split('\n'));
    assert.ok('head' in verdict, JSON.stringify(verdict));
  });
});
