import assert from 'node:assert/strict';
import type { LatencyRow } from '../../server/domain/supervision/latency.ts';
import type { Console } from '../support/console.ts';
import { setManagersRule } from '../support/policyRules.ts';
import { leaveAs, liveCallOf, modeOf, superviseAs } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

interface Kept {
  consent: {
    rule: string;
    evidence: {
      disclosure: { status: string; connectionId?: string };
      applying: { witness: string; place: string }[];
    };
  };
}
interface AuditRow {
  action: string;
  code: string | null;
  details: {
    what?: string;
    status?: string;
    mode?: string;
    consentRule?: string;
    isDeclined?: boolean;
  };
}
interface Mixes {
  callSid: string;
  label?: string;
}

/** What the stand-in's Say sounds like. */
const SPEECH_HZ = 2_050;

/** A customer in California, called by a rep whose record says Texas. */
describe('a call that a law wants opened with a disclosure', function () {
  this.timeout(300_000);
  let world: World;
  let maya: Console;
  let callId: string;

  before(async () => {
    world = await startWorld({ announces: true, env: { DISCLOSURE: 'play' } });
    maya = world.as('maya');
    await world.carrierControl('POST', 'faults', {
      rest: [
        {
          does: '500',
          method: 'POST',
          path: '/Participants/',
          where: { AnnounceMethod: 'POST' },
          next: 1,
        },
      ],
    });
    callId = await liveCallOf(world, 'ravi', 'Halcyon');
  });
  after(async () => {
    maya.close();
    await world?.stop();
  });

  const disclosure = async () => (await maya.call(callId)).body.disclosure;
  const audit = () =>
    world.database<AuditRow>(
      `select "action", "code", "details" from "AuditEntry" where "callId" = '${callId}' order by "position"`,
    );

  /** The end of each is reported once faults are cleared, whenever it was. */
  const announcementsEndUnreported = () =>
    world.carrierControl('POST', 'faults', {
      callbacks: [
        { does: 'delay', ms: 600_000, where: { StatusCallbackEvent: 'announcement-end' } },
      ],
    });

  it('without the disclosure is joined by nobody, and the rule is named (P14, G24)', async () => {
    await until('the announcement has failed', async () => (await disclosure()) === 'failed');
    const refused = await maya.supervise(callId);
    assert.equal(refused.status, 409);
    assert.equal(refused.body.error.code, 'consent_missing');
    assert.match(refused.body.error.message, /Cal\. Penal Code.*CA, United States/);
    assert.ok(
      (await audit()).some(
        ({ action, code }) => action === 'StartIntervention' && code === 'consent_missing',
      ),
    );
  });

  it('is told on request, and the carrier’s word that it was played is what counts (V26)', async () => {
    await announcementsEndUnreported();
    assert.equal((await maya.ask('POST', `/api/calls/${callId}/disclosure`, {})).status, 202);
    assert.equal(
      (await maya.supervise(callId)).body.error.code,
      'consent_missing',
      'it is still being played',
    );
    await world.carrierControl('DELETE', 'faults');
    await until('the announcement has been played', async () => (await disclosure()) === 'played');
    assert.ok(
      (await audit()).some(
        ({ action, details }) => action === 'AnnouncementEnded' && details.status === 'played',
      ),
    );
  });

  it('is joined by nobody before the customer has agreed, which the rep records with its time (P14)', async () => {
    const refused = await maya.supervise(callId);
    assert.deepEqual([refused.status, refused.body.error.code], [409, 'agreement_missing']);
    assert.match(refused.body.error.message, /Cal\. Penal Code/);
    const path = `/api/calls/${callId}/monitoring-choice`;
    assert.equal((await maya.ask('PUT', path, { isDeclined: false })).status, 403);
    const agreed = await world
      .as('ravi')
      .ask<{ call: { monitoringAgreedAt?: string } }>('PUT', path, { isDeclined: false });
    assert.match(agreed.body.call.monitoringAgreedAt ?? '', /^\d{4}-/);
    assert.ok(
      (await audit()).some(
        ({ action, details }) => action === 'MonitoringChoiceGiven' && details.isDeclined === false,
      ),
    );
  });

  it('is then joined, and the evidence is kept with the intervention (G37)', async () => {
    const interventionId = await superviseAs(world, maya, callId);
    const [{ consent }] = (await world.database<Kept>(
      `select "consent" from "Intervention" where "interventionId" = '${interventionId}'`,
    )) as [Kept];
    assert.match(consent.rule, /Cal\. Penal Code/);
    assert.equal(consent.evidence.disclosure.status, 'played');
    assert.ok(consent.evidence.disclosure.connectionId?.startsWith('CA'));
    assert.deepEqual(
      consent.evidence.applying.map(({ witness, place }) => `${witness} ${place}`).sort(),
      ['customer_address US-CA', 'customer_number US-CA', 'rep_location US-TX'],
    );
    assert.ok(
      (await audit()).some(
        ({ action, details }) =>
          action === 'InterventionRequested' && details.consentRule === consent.rule,
      ),
    );
  });

  it('has its supervisor heard only after everybody was told to the end who it is (D25)', async () => {
    const { interventionId } = (await maya.call(callId)).body.interventions[0]!;
    await world.carrierControl('POST', 'faults', {
      rest: [
        {
          does: '500',
          method: 'POST',
          path: '/Conferences/',
          where: { AnnounceMethod: 'POST' },
          next: 1,
        },
      ],
    });
    const refused = await maya.switchTo(interventionId, 'barge', { reasonCode: 'large_deal' });
    assert.equal(
      refused.body.error?.code,
      'announcement_failed',
      'what cannot be announced is not done',
    );
    assert.equal(modeOf(await maya.call(callId), interventionId), 'monitor');

    await announcementsEndUnreported();
    const asked = await maya.switchTo(interventionId, 'barge', { reasonCode: 'large_deal' });
    assert.equal(asked.body.intervention.waitsFor?.what, 'spoken_to_everyone');
    await world.carrierControl('DELETE', 'faults');
    await until(
      'Maya barges',
      async () => modeOf(await maya.call(callId), interventionId) === 'barge',
    );
    const told = (await audit())
      .filter(({ action }) => action !== 'NoticeGiven')
      .map(({ action, details }) =>
        [action, details.what ?? details.status ?? details.mode].join(' '),
      )
      .filter((line) => /spoken_to_everyone|played|failed|barge/.test(line))
      .slice(-4);
    assert.deepEqual(told, [
      'ModeRequested barge',
      'AnnouncementRequested spoken_to_everyone',
      'AnnouncementEnded played',
      'ModeConfirmed barge',
    ]);
    await until('the ledger has the time to the confirmation, with the announcement', async () => {
      const { rows } = (await world.as('ada').ask<{ rows: LatencyRow[] }>('GET', '/api/latency'))
        .body;
      return rows.some(({ mode, stages }) => mode === 'barge' && stages.clickToConfirmed);
    });
  });

  it('with a customer of a one-party state opens without', async () => {
    const other = await liveCallOf(world, 'jo', 'Ferris');
    const tomas = world.as('tomas');
    const call = (await tomas.call(other)).body;
    assert.equal(call.disclosure, undefined);
    assert.equal((await tomas.supervise(other)).status, 201);
    tomas.close();
  });
});

describe('a notice that policy wants spoken to the rep', function () {
  this.timeout(300_000);
  let world: World;
  let maya: Console;

  before(async () => {
    world = await startWorld();
    maya = world.as('maya');
    await setManagersRule(world, { Spoken_To_Rep__c: true, Tone__c: false });
  });
  after(async () => {
    maya.close();
    await world?.stop();
  });

  it('is spoken to the rep alone, and that it was is recorded (D24, P3)', async () => {
    const callId = await liveCallOf(world, 'lena', 'Brightwater');
    const interventionId = await superviseAs(world, maya, callId);
    const told = async () =>
      (
        await world.database<AuditRow>(
          `select "action", "details" from "AuditEntry" where "callId" = '${callId}' and "action" like 'Announcement%' order by "position"`,
        )
      ).map(({ details }) => details.what ?? details.status);
    await until('the phrase has been played', async () => (await told()).includes('played'));
    assert.deepEqual(await told(), ['spoken_to_rep', 'played']);
    const customer = (
      await world.carrierControl<Mixes[]>('GET', `mixes?conference=${callId}`)
    ).find(({ label }) => label === 'customer')!;
    const [level] = await world.carrierControl<{ sustained: number }[]>(
      'GET',
      `levels?callSid=${customer.callSid}&hz=${SPEECH_HZ}`,
    );
    assert.ok(level!.sustained < -50, `the customer heard the phrase at ${level!.sustained} dBFS`);
    await leaveAs(maya, callId, interventionId);
  });

  it('is spoken to its end before the supervisor is let in, where the rule says first (G17)', async () => {
    await world.carrierControl('POST', 'faults', {
      callbacks: [
        {
          does: 'omit',
          parameter: 'AnnounceUrl',
          where: { StatusCallbackEvent: 'announcement-end' },
        },
      ],
    });
    const [rule] = (
      await world.orgControl<{ Id: string; DeveloperName: string }[]>(
        'records/Dealside_Policy_Rule__mdt',
      )
    ).filter(({ DeveloperName }) => DeveloperName === 'Managers_Own_Reports');
    await world.orgControl(`update/Dealside_Policy_Rule__mdt/${rule!.Id}`, {
      Announce_First__c: true,
    });
    const ada = world.as('ada');
    assert.match(
      JSON.stringify((await ada.ask('POST', '/api/policy/refresh', {})).body),
      /after an announcement/,
    );
    ada.close();
    const callId = await liveCallOf(world, 'ravi', 'Halcyon');
    await superviseAs(world, maya, callId);
    const rows = await world.database<AuditRow>(
      `select "action", "details" from "AuditEntry" where "callId" = '${callId}' and "action" in ('NoticeGiven', 'AnnouncementRequested', 'AnnouncementEnded', 'SupervisorJoined') order by "position"`,
    );
    assert.deepEqual(
      rows.map(({ action }) => action),
      ['NoticeGiven', 'AnnouncementRequested', 'AnnouncementEnded', 'SupervisorJoined'],
    );
    assert.equal(rows[2]!.details.status, 'played');
  });
});
