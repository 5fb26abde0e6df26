import assert from 'node:assert/strict';
import { saveRecord } from '../support/customMetadata.ts';
import type { OrgRecord } from '../support/orgStage.ts';
import { liveCallOf } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { SALESFORCE_HANGS, startWorld, VERIFIED_NUMBER, type World } from '../support/world.ts';
import { COMPANY_NUMBER } from '../support/worldOrgs.ts';

interface AuditRow {
  code: string;
  result: string;
  details: Record<string, unknown>;
  personal: Record<string, string>;
}
interface Refused {
  error?: { code: string; message: string; hint?: string; field?: string; until?: string };
}

/** Priya Raman's number, of Halcyon Logistics. */
const CUSTOMER_PHONE = '+14155550142';

describe('a rep who dials', function () {
  this.timeout(300_000);
  let world: World;

  before(async () => {
    world = await startWorld({ env: SALESFORCE_HANGS });
  });
  after(() => world?.stop());

  async function dial(alias: string, request: { to?: string; opportunityId?: string }) {
    const { status, body } = await world.as(alias).placeCall(request);
    return { status, ...(body as Refused).error };
  }
  const find = async (object: string, start: string): Promise<OrgRecord> =>
    (await world.orgControl<OrgRecord[]>(`records/${object}`)).find(({ Name }) =>
      Name.startsWith(start),
    )!;
  const refusals = (code: string) =>
    world.database<AuditRow>(
      `select "code", "result", "details", "personal" from "AuditEntry"
       where "action" = 'PlaceCall' and "code" = $1`,
      [code],
    );

  it('reaches a customer, as the number is written', async () => {
    assert.equal((await dial('ravi', { to: CUSTOMER_PHONE })).status, 201);
    assert.equal((await dial('ravi', { to: '(415) 555-0142' })).status, 201);
  });

  it('is seen with the org’s number, then with the one of a record, and hears which before', async () => {
    const lena = world.as('lena');
    const seen = async () =>
      (await lena.ask<{ callerId: object }>('GET', '/api/caller-id?to=2065550187')).body.callerId;
    assert.deepEqual(await seen(), { number: COMPANY_NUMBER, because: 'org' });
    const number = (name: string, Number__c: string, Who__c: string) =>
      saveRecord(world.orgUrl, `Dealside_Number.${name}`, name, {
        Number__c,
        For__c: 'person',
        Who__c,
      });
    await number('Lena', VERIFIED_NUMBER, 'lena@northwind.example');
    await number('Stranger', '+12125550199', 'ravi@northwind.example');
    const { body } = await world
      .as('ada')
      .ask<{ dialing: string[] }>('POST', '/api/policy/refresh');
    assert.ok(body.dialing.some((line) => line.startsWith("(212) 555-0199 isn't used")));
    assert.deepEqual(await seen(), { number: VERIFIED_NUMBER, because: 'person' });

    const callId = await liveCallOf(world, 'lena', 'Brightwater');
    const [leg] = (
      await world.carrierControl<{ to: string; from: string }[]>('GET', 'legs')
    ).filter(({ to }) => to === '+12065550187');
    assert.equal(leg?.from, VERIFIED_NUMBER);
    const [entry] = await world.database<AuditRow>(
      `select "details", "personal" from "AuditEntry" where "action" = 'CallPlaced' and "callId" = $1`,
      [callId],
    );
    assert.equal(entry?.details.callerId, 'person');
    await lena.ask('POST', `/api/calls/${callId}/hangup`, {});
    await until('the call is over', async () => (await lena.call(callId)).body.status === 'ended');
  });

  const cases: [string, number, string, RegExp, RegExp][] = [
    ['+19005551234', 403, 'number_premium', /premium-rate/, /another number/],
    ['+88212345678', 403, 'number_international', /international network/, /landline or mobile/],
    ['+870773111632', 403, 'number_satellite', /satellite phone/, /landline or mobile/],
    ['+447012345678', 403, 'number_personal', /personal follow-me/, /landline or mobile/],
    ['+25261234567', 403, 'country_not_called', /Somalia/, /administrator/],
    ['+1415555014', 422, 'number_invalid', /too short/, /missing digits/],
    ['911', 403, 'emergency_number', /can't place emergency calls. Use a phone/, /mobile phone/],
    [
      '+49 112',
      403,
      'emergency_number',
      /can't place emergency calls. Use a phone/,
      /mobile phone/,
    ],
  ];
  for (const [to, status, code, message, hint] of cases) {
    it(`is refused ${to} as ${code}, with its words and what to do`, async () => {
      const refused = await dial('lena', { to });
      assert.deepEqual([refused.status, refused.code, refused.field], [status, code, 'to']);
      assert.match(refused.message!, message);
      assert.match(refused.hint!, hint);
    });
  }

  it('reads it in German where that is their language', async () => {
    const refused = await dial('mila', { to: '911' });
    assert.match(refused.message!, /keine Notrufe/);
  });

  it('leaves a refusal in the audit, the number where it can be erased, repetitions counted', async () => {
    for (let i = 0; i < 3; i++) await dial('lena', { to: '+19005551234' });
    const [entry, ...others] = await refusals('number_premium');
    assert.deepEqual([entry?.result, others.length], ['refused', 0]);
    assert.deepEqual(Object.keys(entry!.personal), ['dialled.number']);
    assert.ok(!JSON.stringify(entry!.details).includes('1900'));
    const [tally] = await world.database<{ times: number }>(
      `select "times" from "RefusedDials" where "code" = 'number_premium'`,
    );
    assert.equal(tally?.times, 4);
  });

  it('does not reach a customer who does not want to be called, by deal or by number', async () => {
    const contact = await find('Contact', 'Owen');
    await world.orgControl(`update/Contact/${contact.Id}`, {
      DoNotCall: true,
      HomePhone: '(617) 555-0156 x2',
    });
    const deal = await find('Opportunity', 'Larkspur');
    for (const request of [
      { opportunityId: deal.Id },
      { to: '+16175550155' },
      { to: '617 555 0156' },
      { to: '617-555-0155', opportunityId: (await find('Opportunity', 'Halcyon')).Id },
    ]) {
      const refused = await dial('jo', request);
      assert.deepEqual([refused.status, refused.code], [403, 'do_not_call']);
      assert.match(refused.message!, /doesn't want to be called/);
      assert.match(refused.hint!, /do-not-call/);
    }
  });

  it('is refused the sixty-first call of a minute, and a colleague still calls', async () => {
    const userId = await world.as('lena').userId();
    // An hour from now, so that they count however long this takes.
    await world.database(
      `insert into "Dial" ("dialId", "orgId", "userId", "at")
       select 'before-' || n, "orgId", $1, now() + interval '1 hour'
       from generate_series(1, 60) n, (select "orgId" from "Dial" limit 1) org`,
      [userId],
    );
    const refused = await dial('lena', { to: CUSTOMER_PHONE });
    assert.deepEqual([refused.status, refused.code], [429, 'too_many_calls']);
    assert.match(refused.message!, /60 calls in a minute/);
    assert.match(refused.hint!, /Wait a minute/);
    assert.ok(refused.until);
    assert.equal((await dial('ravi', { to: CUSTOMER_PHONE })).status, 201);
  });

  it('calls the countries that the administrator lists, and administrators read which', async () => {
    const [setting] = await world.orgControl<OrgRecord[]>('records/Dealside_Setting__mdt');
    await world.orgControl(`update/Dealside_Setting__mdt/${setting!.Id}`, {
      Dial_Countries__c: 'US, SO',
      Dials_Per_Minute__c: 90,
    });
    const { body } = await world
      .as('ada')
      .ask<{ dialing: string[] }>('POST', '/api/policy/refresh');
    assert.ok(
      body.dialing.includes('Reps can call numbers in these countries: Somalia and United States.'),
    );
    assert.ok(body.dialing.some((line) => line.includes('90 calls a minute')));
    assert.equal((await dial('ravi', { to: '+25261234567' })).status, 201);
    assert.equal((await dial('lena', { to: CUSTOMER_PHONE })).status, 201);
  });

  it('is told of emergency calls even while Salesforce answers nothing', async () => {
    await world.orgControl('faults', { hangs: true });
    assert.equal((await dial('ravi', { to: '911' })).code, 'emergency_number');
  });
});
