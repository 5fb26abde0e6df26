import assert from 'node:assert/strict';
import { createTwilioClient } from '../../server/telephony/client/client.ts';
import { liveCallOf, superviseAs, leaveAs } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { ACCOUNT, startWorld, type World } from '../support/world.ts';
import { COMPANY_NUMBER } from '../support/worldOrgs.ts';

interface Finished {
  monitors: { reach: string; covert: object[] };
  calls: {
    callId: string;
    rep: { name: string };
    interventions: { supervisor: { name: string }; mode: string }[];
    recordings: { recordingId: string }[];
  }[];
  next?: object;
}
interface Setup {
  checks: { check: string; status: string; text: string; code?: string }[];
}

describe('what each person finds at home', function () {
  this.timeout(300_000);
  let world: World;
  let callId: string;

  before(async () => {
    world = await startWorld({ env: { RECORD_CALLS: 'on' } });
    callId = await liveCallOf(world, 'lena', 'Brightwater');
    const maya = world.as('maya');
    await leaveAs(maya, callId, await superviseAs(world, maya, callId));
    await world.as('lena').ask('POST', `/api/calls/${callId}/hangup`, {});
    await until('the call has ended with its recording', async () => {
      const [call] = (await finishedOf('quinn')).calls;
      return call && call.recordings.length > 0;
    });
  });
  after(() => world?.stop());

  const finishedOf = async (alias: string): Promise<Finished> =>
    (await world.as(alias).ask<Finished>('GET', '/api/finished-calls')).body;
  const setupOf = async (): Promise<Setup> =>
    (await world.as('ada').ask<Setup>('GET', '/api/setup')).body;
  const found = async (check: string) =>
    (await setupOf()).checks.find((one) => one.check === check)!;

  it('a quality analyst has the finished call, who was on it, and its recording', async () => {
    const { calls, next } = await finishedOf('quinn');
    assert.deepEqual(
      calls.map(({ rep, interventions }) => [
        rep.name,
        interventions.map(({ supervisor, mode }) => `${supervisor.name}: ${mode}`),
      ]),
      [['Lena Brandt', ['Maya Okafor: monitor']]],
    );
    assert.equal(next, undefined);
    const ticket = await world
      .as('quinn')
      .ask('POST', `/api/recordings/${calls[0]!.recordings[0]!.recordingId}/ticket`, {});
    assert.equal(ticket.status, 201);
  });

  it('the rep’s manager has it, another team’s does not', async () => {
    assert.equal((await finishedOf('maya')).calls.length, 1);
    assert.deepEqual((await finishedOf('tomas')).calls, []);
  });

  it('an investigator, for whom no rule is active, learns that none is', async () => {
    const { calls, monitors } = await finishedOf('ines');
    assert.deepEqual([calls, monitors], [[], { reach: 'none', covert: [] }]);
  });

  it('each who monitors learns whose calls there will be', async () => {
    for (const [alias, reach] of [
      ['quinn', 'everyone'],
      ['ada', 'everyone'],
      ['maya', 'own_reports'],
      ['cora', 'groups'],
      ['sven', 'groups'],
      ['rosa', 'none'],
    ] as const)
      assert.equal((await finishedOf(alias)).monitors.reach, reach, alias);
  });

  it('each who monitors learns whether they may read how new reps progress, before asking', async () => {
    for (const [alias, may] of [
      ['maya', true],
      ['quinn', true],
      ['cora', true],
      ['sven', true],
      ['ines', false],
    ] as const) {
      const person = world.as(alias);
      const { body } = await person.ask<{ mayReadFirstDays: boolean }>(
        'GET',
        '/api/training-signals',
      );
      const { status } = await person.ask('GET', '/api/coaching/first-days');
      assert.deepEqual([body.mayReadFirstDays, status], [may, may ? 200 : 403], alias);
    }
  });

  it('RevOps has no calls to listen to, and today’s figures', async () => {
    assert.deepEqual((await finishedOf('rosa')).calls, []);
    const today = new Date().toISOString().slice(0, 10);
    const { status } = await world
      .as('rosa')
      .ask('GET', `/api/outcomes?from=${today}&to=${today}&mode=barge`);
    assert.equal(status, 200);
  });

  it('an administrator has the setup: what is in place, and what is not', async () => {
    const { checks } = await setupOf();
    const byStatus = Object.fromEntries(checks.map(({ check, status }) => [check, status]));
    for (const check of [
      'server_url',
      'phone_numbers',
      'package_version',
      'permission_sets',
      'integration_access',
      'notifications',
      'calendars',
      'certificate',
      'callbacks',
      'policy',
      'sync',
      'api_limit',
      'incidents',
    ])
      assert.equal(byStatus[check], 'ok', `${check}: ${JSON.stringify(checks)}`);
  });

  it('the setup says whether the deployed package is the one of this server', async () => {
    const [{ Id, ...named }] = await world.orgControl<
      [{ Id: string; Version__c: string; Sources__c: string }]
    >('records/Dealside_Package__mdt');
    const state = (Version__c: string, Sources__c: string): Promise<unknown> =>
      world.orgControl(`update/Dealside_Package__mdt/${Id}`, { Version__c, Sources__c });
    try {
      await state('0.1.0', named.Sources__c);
      assert.equal((await found('package_version')).code, 'package_older');
      await state('999.0.0', named.Sources__c);
      assert.equal((await found('package_version')).code, 'server_older');
      await state(named.Version__c, 'other');
      assert.equal((await found('package_version')).code, 'differs');
      await state('not stated', 'not stated');
      assert.equal((await found('package_version')).code, 'unnamed');
    } finally {
      await state(named.Version__c, named.Sources__c);
    }
    assert.equal((await found('package_version')).status, 'ok');
  });

  it('the setup says who is told of callers who are not in Salesforce, until a queue is named', async () => {
    const unnamed = await found('unknown_callers');
    assert.equal(unnamed.code, 'no_group');
    assert.match(unnamed.text, /Ada Novak gets a task to call back/);
    const [inbound] = await world.orgControl<{ Id: string }[]>('records/Dealside_Inbound__mdt');
    const name = (queue: string | null) =>
      world.orgControl(`update/Dealside_Inbound__mdt/${inbound!.Id}`, {
        Unknown_Callers_Kind__c: queue && 'queue',
        Unknown_Callers__c: queue,
      });
    await name('Renewals');
    const named = await found('unknown_callers');
    assert.equal(named.status, 'ok', named.text);
    assert.match(named.text, /Renewals/);
    await name(null);
    assert.equal((await found('unknown_callers')).code, 'no_group');
  });

  it('the setup turns when a notification type or the address is missing, and turns back', async () => {
    const [type] = await world.orgControl<{ Id: string }[]>('records/CustomNotificationType');
    await world.orgControl(`remove/CustomNotificationType/${type!.Id}`, {});
    assert.equal((await found('notifications')).code, 'missing');
    const [setting] = await world.orgControl<{ Id: string }[]>('records/Dealside_Setting__mdt');
    await world.orgControl(`update/Dealside_Setting__mdt/${setting!.Id}`, {
      Server_Url__c: 'https://staging.example.com',
    });
    const address = await found('server_url');
    assert.equal(address.code, 'differs');
    assert.match(address.text, /staging\.example\.com/);
    await world.orgControl(`update/Dealside_Setting__mdt/${setting!.Id}`, {
      Server_Url__c: world.serverUrl,
    });
    assert.equal((await found('server_url')).status, 'ok');
  });

  it('a number that another system answers is said, and rings here once an administrator asks', async () => {
    const { incomingPhoneNumbers } = createTwilioClient({ ...ACCOUNT, apiUrl: world.carrierUrl });
    const [number] = await incomingPhoneNumbers.list({ phoneNumber: COMPANY_NUMBER });
    const { sid, voiceUrl, statusCallback } = number!;
    await incomingPhoneNumbers(sid).update({
      voiceUrl: 'https://old:secret@pbx.example/voice',
      statusCallback: '',
    });
    const elsewhere = await found('phone_numbers');
    assert.equal(elsewhere.code, 'elsewhere');
    assert.ok(elsewhere.text.includes('+1 500 555 0100'), elsewhere.text);

    const point = (alias: string) =>
      world.as(alias).ask<{ changed: number }>('POST', '/api/setup/phone-numbers', {});
    assert.equal((await point('maya')).status, 403);
    assert.equal((await found('phone_numbers')).code, 'elsewhere');
    assert.deepEqual((await point('ada')).body, { changed: 1 });
    assert.equal((await found('phone_numbers')).status, 'ok');
    const now = await incomingPhoneNumbers(sid).fetch();
    assert.equal(now.voiceUrl, voiceUrl);
    assert.equal(now.statusCallback, `${world.serverUrl}/telephony/participant`);
    assert.deepEqual((await point('ada')).body, { changed: 0 });
    const [entry, ...more] = await world.database<{ details: object }>(
      `SELECT details FROM "AuditEntry" WHERE action = 'PhoneNumbersPointed'`,
    );
    assert.deepEqual(
      [entry?.details, more],
      [{ pointed: [{ number: COMPANY_NUMBER, askedBefore: 'pbx.example' }] }, []],
    );
    await incomingPhoneNumbers(sid).update({ statusCallback });
  });

  it('the setup says what is used: minutes, and the org’s limits', async () => {
    const { body } = await world.as('ada').ask<{
      calls: number;
      limits: Record<string, { used: number; limit: number }>;
    }>('GET', '/api/setup/usage');
    assert.ok(body.limits.DailyApiRequests!.used > 0);
    assert.equal(typeof body.calls, 'number');
  });

  it('nobody but an administrator reads the setup, and the attempt is in the audit', async () => {
    for (const alias of ['maya', 'lena', 'quinn', 'rosa', 'cora']) {
      assert.equal((await world.as(alias).ask('GET', '/api/setup')).status, 403, alias);
      assert.equal((await world.as(alias).ask('GET', '/api/setup/usage')).status, 403, alias);
    }
    const entries = await world.database(
      `select 1 from "AuditEntry" where "action" = 'ReadSetup' and "result" = 'refused'`,
    );
    assert.ok(entries.length > 0);
  });
});
