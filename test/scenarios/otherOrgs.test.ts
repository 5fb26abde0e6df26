import assert from 'node:assert/strict';
import { GERMAN_SHAPE } from '../../local/org/schema/shape.ts';
import { deployToOrg } from '../support/deployToOrg.ts';
import { leaveAs, liveCallOf, modeOf, superviseAs } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import type { OrgControl } from '../support/worldOrgs.ts';

type OrgRecord = Readonly<Record<string, string | number | boolean | null>>;
interface Me {
  user: { name: string; roles: string[] };
  language: string;
}
interface Setup {
  checks: { check: string; status: string; text: string }[];
}

const REPS = 2_000;
const SETS = 15;
const LAST_REP = `rep${REPS - 1}`;
const DUE = '2027-01-15';
const NOW = new Date();
/** In the Pacific, too, and now on another day than UTC. */
const OTHER_DAY =
  NOW.getUTCHours() < 11
    ? { zone: 'Pacific/Pago_Pago', nine: '2027-01-15T20:00:00.000Z' }
    : { zone: 'Pacific/Kiritimati', nine: '2027-01-14T19:00:00.000Z' };

/** A rep and their supervisor, and what is right for them. */
interface Row {
  readonly what: string;
  readonly rep: string;
  readonly supervisor: string;
  readonly deal: string;
  readonly zone: string;
  readonly language: string;
  readonly money: { amount: number; currency: string; corporateAmount: number };
  readonly reason: string;
  readonly tellsWhisper: RegExp;
  /** Nine o'clock of the day when the debrief is due, where the rep is. */
  readonly nine: string;
}
const ROWS: readonly Row[] = [
  {
    what: 'two people in German, in Berlin, with euros',
    rep: 'mila',
    supervisor: 'jonas',
    deal: 'Alpine',
    zone: 'Europe/Berlin',
    language: 'de',
    money: { amount: 78_000, currency: 'EUR', corporateAmount: 78_000 },
    reason: 'Große Opportunity',
    tellsWhisper: /flüstert/,
    nine: '2027-01-15T08:00:00.000Z',
  },
  {
    what: 'two people in Pacific time, with euros',
    rep: 'lena',
    supervisor: 'maya',
    deal: 'Brightwater',
    zone: 'America/Los_Angeles',
    language: 'en',
    money: { amount: 96_500, currency: 'EUR', corporateAmount: 96_500 },
    reason: 'Large deal',
    tellsWhisper: /is whispering to you/,
    nine: '2027-01-15T17:00:00.000Z',
  },
  {
    what: 'two people whose day is another than that of UTC, with dollars beside the euros of the org',
    rep: 'jo',
    supervisor: 'tomas',
    deal: 'Larkspur',
    zone: OTHER_DAY.zone,
    language: 'en',
    money: { amount: 152_000, currency: 'USD', corporateAmount: 121_600 },
    reason: 'Large deal',
    tellsWhisper: /is whispering to you/,
    nine: OTHER_DAY.nine,
  },
  {
    what: 'the last rep of a floor of two thousand, and her manager',
    rep: LAST_REP,
    supervisor: 'maya',
    deal: 'Floor',
    zone: 'Europe/Berlin',
    language: 'de',
    money: { amount: 5_000, currency: 'EUR', corporateAmount: 5_000 },
    reason: 'Große Opportunity',
    tellsWhisper: /flüstert/,
    nine: '2027-01-15T08:00:00.000Z',
  },
];

const dayIn = (zone: string, at: unknown): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(String(at)));

/** People of other languages and time zones, a deal in dollars, and a floor of many reps. */
async function fillOrg(control: OrgControl): Promise<void> {
  const users = await control<OrgRecord[]>('records/User');
  const userOf = (alias: string): OrgRecord =>
    users.find(({ Username }) => String(Username).startsWith(`${alias}@`))!;
  const change = (object: string, id: unknown, values: object): Promise<unknown> =>
    control(`update/${object}/${String(id)}`, values);
  await change('User', userOf('ada').Id, { LanguageLocaleKey: 'ja' });
  for (const { rep, supervisor, zone } of ROWS.slice(0, 3))
    for (const alias of [rep, supervisor])
      await change('User', userOf(alias).Id, { TimeZoneSidKey: zone });
  const deals = await control<OrgRecord[]>('records/Opportunity');
  const larkspur = deals.find(({ Name }) => String(Name).startsWith('Larkspur'))!;
  await change('Opportunity', larkspur.Id, { CurrencyIsoCode: 'USD' });

  const maya = userOf('maya');
  const ids = await control<string[]>(
    'insert-all/User',
    Array.from({ length: REPS }, (_, n) => ({
      Name: `Rep ${String(n).padStart(4, '0')}`,
      Username: `rep${n}@northwind.example`,
      IsActive: true,
      ManagerId: maya.Id,
      UserRoleId: maya.UserRoleId,
      TimeZoneSidKey: 'Europe/Berlin',
      LanguageLocaleKey: 'de',
      State: 'TX',
      Country: 'US',
    })),
  );
  const sets = await control<OrgRecord[]>('records/PermissionSet');
  const setIds = [
    sets.find(({ Name }) => Name === 'Dealside_Rep')!.Id,
    ...(await control<string[]>(
      'insert-all/PermissionSet',
      Array.from({ length: SETS - 1 }, (_, n) => ({ Name: `Own_${n}`, Label: `Own ${n}` })),
    )),
  ];
  await control(
    'insert-all/PermissionSetAssignment',
    ids.flatMap((AssigneeId) =>
      setIds.map((PermissionSetId) => ({ AssigneeId, PermissionSetId, IsActive: true })),
    ),
  );
  await addDeal(control, ids.at(-1)!);
}

async function addDeal(control: OrgControl, OwnerId: string): Promise<void> {
  const add = (object: string, values: object): Promise<OrgRecord> =>
    control(`insert/${object}`, values);
  const { Id: AccountId } = await add('Account', {
    Name: 'Floor Trading',
    OwnerId,
    BillingState: 'TX',
    BillingCountry: 'United States',
  });
  const contact = await add('Contact', {
    LastName: 'Flores',
    Phone: '+15125550133',
    AccountId,
    OwnerId,
  });
  const opportunity = await add('Opportunity', {
    Name: 'Floor Trading – first order',
    StageName: 'Proposal',
    Amount: 5_000,
    CurrencyIsoCode: 'EUR',
    CloseDate: '2027-02-01',
    AccountId,
    OwnerId,
  });
  await add('OpportunityContactRole', {
    OpportunityId: opportunity.Id!,
    ContactId: contact.Id!,
    IsPrimary: true,
  });
}

describe('a whole org that was created in German, with private users, euros and a large floor', function () {
  this.timeout(600_000);
  let world: World;

  before(async () => {
    world = await startWorld({ shape: GERMAN_SHAPE, fillOrg });
  });
  after(() => world?.stop());

  const me = async (alias: string): Promise<Me> =>
    (await world.as(alias).ask<Me>('GET', '/api/me')).body;

  it('finds its setup right for an administrator in Japanese, in the first language', async () => {
    assert.deepEqual((await me('ada')).user.roles, ['admin']);
    const { checks } = (await world.as('ada').ask<Setup>('GET', '/api/setup')).body;
    for (const check of [
      'server_url',
      'certificate',
      'package_version',
      'permission_sets',
      'integration_access',
      'notifications',
      'calendars',
      'policy',
      'sync',
    ]) {
      const found = checks.find((one) => one.check === check);
      assert.equal(found?.status, 'ok', `${check}: ${found?.text}`);
    }
  });

  it('takes the package again, and keeps every record of its policy', async () => {
    const policy = (): Promise<OrgRecord[]> =>
      world.orgControl('records/Dealside_Policy_Rule__mdt');
    const before = await policy();
    const { code, said } = await deployToOrg(world.orgUrl);
    assert.equal(code, 0, said);
    assert.match(said, / stay as they are; 0 are laid\./);
    assert.deepEqual(await policy(), before);
  });

  it('lets reps of the whole floor sign in, each in their language and as a rep', async () => {
    for (const alias of ['rep0', 'rep999', LAST_REP]) {
      const { user, language } = await me(alias);
      assert.deepEqual([user.roles, language], [['rep'], 'de'], alias);
    }
  });

  for (const row of ROWS)
    describe(`to ${row.what}`, () => {
      let callId: string;
      let interventionId: string;
      const [rep, supervisor] = [() => world.as(row.rep), () => world.as(row.supervisor)];

      before(async () => {
        callId = await liveCallOf(world, row.rep, row.deal);
      });

      it('shows the call to the manager, and to no other team', async () => {
        const feed = await supervisor().watch();
        await until('the call is on the wall', () => feed.calls.has(callId));
        feed.close();
        const stranger = row.supervisor === 'maya' ? 'tomas' : 'maya';
        assert.equal((await world.as(stranger).supervise(callId)).status, 403);
      });

      it('shows the deal in its own currency, and in that of the company', async () => {
        const { amount, currency, corporateAmount } = (await supervisor().call(callId)).body
          .opportunity!;
        assert.deepEqual({ amount, currency, corporateAmount }, row.money);
      });

      it('tells the rep in their language who whispers, and why the manager barges', async () => {
        const feed = await rep().watch();
        interventionId = await superviseAs(world, supervisor(), callId);
        for (const mode of ['whisper', 'barge']) {
          await supervisor().switchTo(interventionId, mode, { reasonCode: 'large_deal' });
          await until(
            `${mode} is confirmed`,
            async () => modeOf(await supervisor().call(callId), interventionId) === mode,
          );
        }
        const noticeOf = (mode: string) =>
          [...feed.notices.values()].find((one) => one.mode === mode);
        await until('the rep is told', () => noticeOf('whisper') && noticeOf('barge'));
        assert.match(noticeOf('whisper')!.text, row.tellsWhisper);
        assert.equal(noticeOf('barge')!.reason, row.reason);
        feed.close();
      });

      it('writes closed calls of the right day, and an open debrief at nine where the rep is', async () => {
        await leaveAs(supervisor(), callId, interventionId);
        await supervisor().giveOutcome(interventionId, {
          outcome: 'advanced',
          coaching: { dueOn: DUE },
        });
        await rep().ask('POST', `/api/calls/${callId}/hangup`, {});
        const tasks = await until('all three activities are in the org', async () => {
          const all = await world.orgControl<OrgRecord[]>('records/Task');
          const [activity, debrief, own] = [
            `${interventionId}:activity`,
            `${interventionId}:coaching`,
            `${callId}:${await rep().userId()}:rep-call`,
          ].map((key) => all.find(({ Dealside_Key__c }) => Dealside_Key__c === key));
          return activity && debrief && own ? { activity, debrief, own } : undefined;
        });
        const record = (await world.orgControl<OrgRecord[]>('records/Call_Intervention__c')).find(
          ({ External_Id__c }) => External_Id__c === interventionId,
        )!;
        const call = (await world.orgControl<OrgRecord[]>('records/Rep_Call__c')).find(
          ({ Call_Id__c }) => Call_Id__c === callId,
        )!;
        const { activity, debrief, own } = tasks;
        assert.deepEqual(
          [activity.Status, activity.IsClosed, activity.ActivityDate],
          ['Erledigt', true, dayIn(zoneOfSupervisor(row), record.Left_At__c)],
        );
        assert.deepEqual(
          [own.Status, own.IsClosed, own.ActivityDate],
          ['Erledigt', true, dayIn(row.zone, call.Started_At__c)],
        );
        assert.deepEqual(
          [debrief.Status, debrief.IsClosed, debrief.Priority, debrief.ActivityDate],
          ['Nicht begonnen', false, 'Mittel', DUE],
        );
        assert.equal(debrief.ReminderDateTime, row.nine);
      });
    });

  it('has a day that is not that of UTC among them', () =>
    assert.notEqual(dayIn(OTHER_DAY.zone, NOW), dayIn('UTC', NOW)));
});

/** Maya leads the floor in Berlin from Los Angeles. */
const zoneOfSupervisor = ({ supervisor, zone }: Row): string =>
  supervisor === 'maya' ? 'America/Los_Angeles' : zone;
