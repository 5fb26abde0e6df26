import assert from 'node:assert/strict';
import type { Console } from '../support/console.ts';
import { setManagersRule } from '../support/policyRules.ts';
import { identityOf, liveCallOf, modeOf } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

interface StepUp {
  pin: {
    set: boolean;
    provedUntil?: string;
    lockedUntil?: string;
    rule: { minLength: number; attempts: number };
  };
}
interface AuditRow {
  action: string;
  result: string;
  code: string | null;
  actor: { userId?: string };
}

const PIN = '482913';

describe('a manager whose policy demands a PIN', function () {
  this.timeout(300_000);
  let world: World;
  let maya: Console;
  let callId: string;

  before(async () => {
    world = await startWorld();
    await setManagersRule(world, { Needs_PIN__c: true });
    callId = await liveCallOf(world, 'lena', 'Brightwater');
    maya = world.as('maya');
  });
  after(() => world?.stop());

  const codeOf = async (asked: Promise<{ status: number; body: { error?: { code: string } } }>) => {
    const { status, body } = await asked;
    return body.error ? `${status} ${body.error.code}` : String(status);
  };
  const setPin = (pin: string, currentPin?: string) =>
    maya.ask('PUT', '/api/pin', { pin, currentPin });
  const prove = (pin: string) =>
    maya.ask<{ provedUntil: string }>('POST', '/api/pin/prove', { pin });
  const forgetProof = () => world.database('update "Pin" set "provedUntil" = null');
  const lastAudit = async () =>
    (
      await world.database<AuditRow>(
        `select "action", "result", "code", "actor" from "AuditEntry" where "action" like '%P%in%' or "action" like '%Pin' order by "position" desc limit 1`,
      )
    )[0]!;

  it('cannot join before she has chosen one', async () => {
    assert.equal(await codeOf(maya.supervise(callId)), '403 pin_not_set');
  });

  it('is told by which rule a PIN is refused', async () => {
    const { status, body } = await setPin('123456');
    assert.deepEqual([status, body.error.code, body.error.field], [422, 'pin_too_weak', 'pin']);
    assert.match(body.error.message, /in sequence/);
  });

  it('joins with the PIN she chose, and is not asked again within the period (V22)', async () => {
    assert.equal(await codeOf(setPin(PIN)), '204');
    const { body } = await maya.supervise(callId);
    const { interventionId } = body.intervention;
    await world.carrierControl('POST', 'calls', {
      from: `client:${await identityOf(maya)}`,
      params: body.connect.params,
      script: { toneHz: 800 },
    });
    await until(
      'Maya monitors',
      async () => modeOf(await maya.call(callId), interventionId) === 'monitor',
    );
    assert.equal(await codeOf(maya.switchTo(interventionId, 'whisper')), '202');
    await until(
      'Maya whispers',
      async () => modeOf(await maya.call(callId), interventionId) === 'whisper',
    );

    await forgetProof();
    assert.equal(
      await codeOf(maya.switchTo(interventionId, 'barge', { reasonCode: 'large_deal' })),
      '403 pin_required',
    );
    assert.equal(
      await codeOf(maya.switchTo(interventionId, 'barge')),
      '422 reason_required',
      'what else is missing is said first',
    );
    assert.equal(
      await codeOf(maya.switchTo(interventionId, 'monitor')),
      '202',
      'silence needs no PIN',
    );
    await until(
      'Maya monitors again',
      async () => modeOf(await maya.call(callId), interventionId) === 'monitor',
    );

    assert.equal(
      await codeOf(maya.switchTo(interventionId, 'barge', { reasonCode: 'large_deal', pin: PIN })),
      '202',
    );
    await until(
      'Maya barges',
      async () => modeOf(await maya.call(callId), interventionId) === 'barge',
    );
    await maya.leave(interventionId);
    await until(
      'Maya has left',
      async () => (await maya.call(callId)).body.interventions.length === 0,
    );
  });

  it('cannot change it without knowing it', async () => {
    assert.equal(await codeOf(setPin('906127')), '403 pin_wrong');
    assert.equal(await codeOf(setPin('906127', '000000')), '403 pin_wrong');
    assert.equal(await codeOf(setPin(PIN, PIN)), '204');
  });

  it('is told how many tries are left, and then until when it is locked; the right PIN does not help meanwhile', async () => {
    await forgetProof();
    const left: (number | undefined)[] = [];
    for (let i = 0; i < 4; i += 1) left.push((await prove('000000')).body.error.triesLeft);
    assert.deepEqual(left, [4, 3, 2, 1]);
    const before = Date.now();
    const locked = await prove('000000');
    assert.deepEqual([locked.status, locked.body.error.code], [423, 'pin_locked']);
    const lockedAt = Date.parse(locked.body.error.until!) - 15 * 60_000;
    assert.ok(lockedAt >= before && lockedAt <= Date.now(), locked.body.error.until);
    assert.equal(await codeOf(prove(PIN)), '423 pin_locked');
    assert.equal(await codeOf(maya.supervise(callId)), '403 pin_required');
    const { pin } = (await maya.ask<StepUp>('GET', '/api/step-up')).body;
    assert.deepEqual(
      [pin.set, pin.lockedUntil, pin.rule.minLength],
      [true, locked.body.error.until, 6],
    );
    const entry = await lastAudit();
    assert.deepEqual(
      [entry.action, entry.result, entry.code, entry.actor.userId],
      ['ProvePin', 'refused', 'pin_locked', await maya.userId()],
    );
  });

  it('is let back in by an admin’s reset, and by nobody else’s', async () => {
    const userId = await maya.userId();
    const reset = (alias: string, whose = userId) =>
      codeOf(world.as(alias).ask('POST', '/api/pin/reset', { userId: whose }));
    assert.equal(await reset('maya'), '403 not_an_admin');
    assert.equal(await reset('tomas'), '403 not_an_admin');
    assert.equal(await reset('ada', '005000000000999AAA'), '404 person_not_found');
    assert.equal(await reset('ada'), '204');
    assert.equal((await lastAudit()).action, 'PinReset');
    assert.equal(await codeOf(prove(PIN)), '403 pin_not_set');
    assert.equal(await codeOf(setPin(PIN)), '204');
  });

  it('keeps it out of the audit, the log and the database', async () => {
    const rows = await world.database<{ kept: string }>(
      `select (select coalesce(jsonb_agg(a)::text, '') from "AuditEntry" a) || (select jsonb_agg(p)::text from "Pin" p) as kept`,
    );
    assert.ok(rows[0]!.kept.includes('PinProved'));
    assert.ok(!rows[0]!.kept.includes(PIN));
    assert.ok(!world.serverLog.join('\n').includes(PIN));
  });

  it('can be asked for a longer one by the admin, within a minute (V22)', async () => {
    const [setting] = await world.orgControl<{ Id: string }[]>('records/Dealside_Setting__mdt');
    await world.orgControl(`update/Dealside_Setting__mdt/${setting!.Id}`, {
      Pin_Minimum_Length__c: 8,
    });
    await world.killServer();
    const { status, body } = await setPin('906127', PIN);
    assert.deepEqual([status, body.error.message], [422, 'Use 8 to 12 digits in a PIN.']);
  });
});
