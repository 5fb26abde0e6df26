import assert from 'node:assert/strict';
import type { LatencyRow } from '../../server/domain/supervision/latency.ts';
import type { Console, Feed } from '../support/console.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

interface Room {
  friendlyName: string;
  participants: {
    callSid: string;
    label: string;
    muted: boolean;
    coaching: boolean;
    hears: string[];
  }[];
}

describe('a supervised call', () => {
  let world: World;
  let maya: Console;
  let lena: Console;
  let wall: Feed;
  let rep: Feed;
  let callId: string;
  let interventionId: string;

  before(async () => {
    world = await startWorld();
    maya = world.as('maya');
    lena = world.as('lena');
    [wall, rep] = await Promise.all([maya.watch(), lena.watch()]);
  });
  after(() => world?.stop());

  const room = async () =>
    (await world.carrierControl<Room[]>('GET', 'conferences')).find(
      (one) => one.friendlyName === callId,
    );
  const hearing = async () =>
    Object.fromEntries(
      ((await room())?.participants ?? []).map((p) => [
        p.label.replace(/^supervisor-.*/, 'supervisor'),
        p.hears.map((l) => l.replace(/^supervisor-.*/, 'supervisor')).sort(),
      ]),
    );
  const shown = () =>
    wall.calls.get(callId)?.interventions[0] as { mode?: string; pendingMode?: string } | undefined;
  const noticed = () => [...rep.notices.values()].at(-1);

  async function inMode(mode: string): Promise<void> {
    await until(`the wall shows ${mode}`, () => shown()?.mode === mode && !shown()?.pendingMode);
    await until(`the rep is told of ${mode}`, () => noticed()?.mode === mode);
  }

  it('begins with the rep, rings the customer, and is live on the wall when both are there', async () => {
    const opportunity = (
      await world.orgControl<{ Id: string; Name: string }[]>('records/Opportunity')
    ).find((o) => o.Name.startsWith('Brightwater'))!;
    const placed = await lena.placeCall({ opportunityId: opportunity.Id });
    assert.equal(placed.status, 201);
    callId = placed.body.call.callId;
    const { identity } = (await lena.ask<{ identity: string }>('POST', '/api/softphone/token'))
      .body;
    await world.carrierControl('POST', 'calls', {
      from: `client:${identity}`,
      params: placed.body.connect.params,
      script: { toneHz: 500 },
    });
    await until('the call is live on the wall', () => wall.calls.get(callId)?.status === 'live');
    assert.deepEqual(await hearing(), { rep: ['customer'], customer: ['rep'] });
  });

  it('lets the manager in silently (D1, D7), and the rep sees who it is (D23)', async () => {
    const started = await maya.supervise(callId);
    assert.equal(started.status, 201);
    interventionId = started.body.intervention.interventionId;
    const { identity } = (await maya.ask<{ identity: string }>('POST', '/api/softphone/token'))
      .body;
    await world.carrierControl('POST', 'calls', {
      from: `client:${identity}`,
      params: started.body.connect.params,
      script: { toneHz: 800 },
    });
    await inMode('monitor');
    assert.equal(noticed()?.supervisor.name, 'Maya Okafor');
    assert.deepEqual(await hearing(), {
      rep: ['customer'],
      customer: ['rep'],
      supervisor: ['customer', 'rep'],
    });
  });

  it('whispers to the rep alone (D2)', async () => {
    assert.equal((await maya.switchTo(interventionId, 'whisper')).status, 202);
    await inMode('whisper');
    assert.deepEqual(await hearing(), {
      rep: ['customer', 'supervisor'],
      customer: ['rep'],
      supervisor: ['customer', 'rep'],
    });
  });

  it('barges with a reason, and not without one (D3, D33)', async () => {
    const refused = await maya.switchTo(interventionId, 'barge');
    assert.equal(refused.status, 422);
    assert.equal(refused.body.error.code, 'reason_required');
    assert.equal(refused.body.error.field, 'reasonCode');
    assert.equal(
      (await maya.switchTo(interventionId, 'barge', { reasonCode: 'large_deal' })).status,
      202,
    );
    await inMode('barge');
    assert.deepEqual(await hearing(), {
      rep: ['customer', 'supervisor'],
      customer: ['rep', 'supervisor'],
      supervisor: ['customer', 'rep'],
    });
  });

  it('hands back to silence (D13)', async () => {
    assert.equal((await maya.switchTo(interventionId, 'monitor')).status, 202);
    await inMode('monitor');
    assert.deepEqual((await hearing()).customer, ['rep']);
  });

  it('takes over while the rep listens (D4, D36)', async () => {
    assert.equal(
      (
        await maya.switchTo(interventionId, 'takeover', {
          reasonCode: 'large_deal',
          repAfterTakeover: 'listens',
        })
      ).status,
      202,
    );
    await inMode('takeover');
    assert.deepEqual(await hearing(), {
      rep: ['customer', 'supervisor'],
      customer: ['supervisor'],
      supervisor: ['customer'],
    });
  });

  it('leaves, and rep and customer talk on (G20)', async () => {
    assert.equal((await maya.leave(interventionId)).status, 202);
    await until(
      'the supervisor is off the call',
      async () => Object.keys(await hearing()).length === 2,
    );
    await until('the rep is heard again', async () => (await hearing()).customer?.includes('rep'));
    assert.equal(wall.calls.get(callId)?.status, 'live');
    await until('the outcome is asked for', () => wall.outcomesDue.has(interventionId));
  });

  it('is in the latency ledger, for administrators (D40)', async () => {
    const noted = async (kind: string, mode: string) =>
      (await world.as('ada').ask<{ rows: LatencyRow[] }>('GET', '/api/latency')).body.rows.find(
        (row) => row.kind === kind && row.mode === mode,
      )?.stages;
    for (const mode of ['whisper', 'barge', 'takeover']) {
      await until(`the ledger knows when ${mode} was answered and confirmed`, async () => {
        const stages = await noted('switch', mode);
        return stages?.clickToConfirmed && stages.requestToCarrier;
      });
    }
    await until(
      'the ledger knows when the join was answered',
      async () => (await noted('join', 'monitor'))?.requestToCarrier,
    );
    assert.equal((await maya.ask<unknown>('GET', '/api/latency')).body.error.code, 'not_an_admin');
  });

  it('writes activity, reason, outcome and coaching to Salesforce, once (P18, P26)', async () => {
    const given = await maya.giveOutcome(interventionId, {
      outcome: 'advanced',
      note: 'Third year agreed.',
      coaching: { dueOn: '2027-01-15', note: 'Anchor on value.' },
    });
    assert.equal(given.status, 200, JSON.stringify(given.body));
    const tasks = () =>
      world
        .orgControl<Record<string, string>[]>('records/Task')
        .then((rows) => rows.filter((row) => row.Dealside_Key__c?.startsWith(interventionId)));
    await until('both tasks are in Salesforce', async () => (await tasks()).length === 2);
    await until('the outcome is on the activity', async () =>
      (await tasks()).some((task) => task.Intervention_Outcome__c === 'Deal advanced'),
    );
    const [activity, coaching] = (await tasks()).toSorted((a, b) =>
      a.Dealside_Key__c!.localeCompare(b.Dealside_Key__c!),
    );
    assert.equal(activity!.Status, 'Completed');
    assert.equal(activity!.Intervention_Reason__c, 'Large deal');
    assert.equal(activity!.Intervention_Modes__c, 'Monitor → Whisper → Barge → Monitor → Takeover');
    assert.equal(coaching!.Status, 'Not Started');
    assert.equal(coaching!.ActivityDate, '2027-01-15');
    assert.equal((await world.orgControl<unknown[]>('records/Call_Intervention__c')).length, 1);
  });
});
