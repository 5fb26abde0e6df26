import assert from 'node:assert/strict';
import { GERMAN_SHAPE, USUAL_SHAPE, type OrgShape } from '../../../local/org/schema/shape.ts';
import { createCustomerLookup } from '../../../server/crm/customers/customers.ts';
import { readColleagues } from '../../../server/crm/directory/colleagues.ts';
import { createDirectory } from '../../../server/crm/directory/directory.ts';
import { readRoster } from '../../../server/crm/directory/roster.ts';
import { readAccessGaps } from '../../../server/crm/session/accessGaps.ts';
import { gatherQueries } from '../../../server/crm/session/gatheredQueries.ts';
import { createCrmActivities } from '../../../server/crm/writes/activities.ts';
import { createCrmMissedCalls } from '../../../server/crm/writes/missedCalls.ts';
import { createCrmRepCalls } from '../../../server/crm/writes/repCalls.ts';
import type { Call } from '../../../server/domain/call/call.ts';
import { endedCall } from '../../support/endedRepCall.ts';
import { startOrgStage, type OrgRecord, type OrgStage } from '../../support/orgStage.ts';
import { intervention, supervisedCall } from '../../support/supervisedCall.ts';

/** After midnight in UTC and in Berlin, in the evening before in California. */
const EVENING = '2026-11-21T02:30:00.000Z';

interface Row {
  readonly what: string;
  readonly shape: OrgShape;
  readonly zone: string;
  readonly says: {
    readonly closed: string;
    readonly open: string;
    readonly usual: string;
    readonly high: string;
    readonly day: string;
    readonly reminder: string;
    readonly money: object;
  };
}

const RENAMED: OrgShape = {
  ...USUAL_SHAPE,
  taskStatuses: [
    { value: 'Done', isClosed: true },
    { value: 'To do' },
    { value: 'Planned', isDefault: true },
  ],
  taskPriorities: [
    { value: '2 - Soon', isDefault: true },
    { value: '1 - Now', isHigh: true },
  ],
};

const ROWS: readonly Row[] = [
  {
    what: 'created in German, with euros beside dollars, and people in Berlin',
    shape: GERMAN_SHAPE,
    zone: 'Europe/Berlin',
    says: {
      closed: 'Erledigt',
      open: 'Nicht begonnen',
      usual: 'Mittel',
      high: 'Hoch',
      day: '2026-11-21',
      reminder: '2026-11-24T08:00:00.000Z',
      money: { amount: 90_000, currency: 'USD', corporateAmount: 72_000 },
    },
  },
  {
    what: 'created in German, and people in California',
    shape: GERMAN_SHAPE,
    zone: 'America/Los_Angeles',
    says: {
      closed: 'Erledigt',
      open: 'Nicht begonnen',
      usual: 'Mittel',
      high: 'Hoch',
      day: '2026-11-20',
      reminder: '2026-11-24T17:00:00.000Z',
      money: { amount: 90_000, currency: 'USD', corporateAmount: 72_000 },
    },
  },
  {
    what: 'whose administrator renamed the values, and people in Tokyo',
    shape: RENAMED,
    zone: 'Asia/Tokyo',
    says: {
      closed: 'Done',
      open: 'Planned',
      usual: '2 - Soon',
      high: '1 - Now',
      day: '2026-11-21',
      reminder: '2026-11-24T00:00:00.000Z',
      money: { amount: 90_000 },
    },
  },
];

for (const { what, shape, zone, says } of ROWS)
  describe(`in an org ${what}`, () => {
    let org: OrgStage;
    let ravi: OrgRecord;
    let maya: OrgRecord;

    before(async () => {
      org = await startOrgStage(shape);
      [ravi, maya] = [await org.find('User', 'Ravi'), await org.find('User', 'Maya')];
      for (const { Id } of [ravi, maya]) await org.update('User', Id, { TimeZoneSidKey: zone });
    });
    after(() => org.stop());
    afterEach(() => org.restore());

    const rep = () => ({ userId: ravi.Id, name: ravi.Name, managerIds: [], timeZone: zone });
    const nobody: Partial<Call> = { opportunity: undefined, customer: { name: 'Priya' } };
    const taskOf = async (key: string): Promise<OrgRecord> => {
      const found = (await org.records('Task')).find((task) => task.Dealside_Key__c === key);
      assert.ok(found, `there is no task ${key}`);
      return found;
    };

    it('an intervention is a closed call of the supervisor’s day, and its debrief an open task', async () => {
      const call = supervisedCall({
        ...nobody,
        rep: rep(),
        interventions: [
          intervention({
            supervisor: { userId: maya.Id, name: maya.Name, role: 'supervisor' },
            leftAt: EVENING,
            outcome: {
              status: 'given',
              code: 'saved',
              at: EVENING,
              coaching: { dueOn: '2026-11-24' },
            },
          }),
        ],
      });
      const written = await createCrmActivities(org.crm).recordInterventions([
        { call, interventionId: 'i-1' },
      ]);
      assert.deepEqual(written, [undefined]);
      const { Status, IsClosed, ActivityDate } = await taskOf('i-1:activity');
      assert.deepEqual([Status, IsClosed, ActivityDate], [says.closed, true, says.day]);
      const debrief = await taskOf('i-1:coaching');
      assert.deepEqual(
        [debrief.Status, debrief.Priority, debrief.IsClosed, debrief.ReminderDateTime],
        [says.open, says.usual, false, says.reminder],
      );
    });

    it('a debrief that the rep has finished stays finished when the outcome changes', async () => {
      const task = await taskOf('i-1:coaching');
      await org.update('Task', task.Id, { Status: says.closed });
      const call = supervisedCall({
        ...nobody,
        rep: rep(),
        interventions: [
          intervention({
            supervisor: { userId: maya.Id, name: maya.Name, role: 'supervisor' },
            outcome: {
              status: 'given',
              code: 'advanced',
              at: EVENING,
              coaching: { dueOn: '2026-11-25' },
            },
          }),
        ],
      });
      await createCrmActivities(org.crm).recordInterventions([{ call, interventionId: 'i-1' }]);
      const after = await taskOf('i-1:coaching');
      assert.deepEqual([after.Status, after.ActivityDate], [says.closed, '2026-11-25']);
    });

    it('a rep’s own call is closed, of the rep’s day, and its follow-up open', async () => {
      const call = endedCall({
        ...nobody,
        callId: 'own',
        rep: rep(),
        startedAt: EVENING,
        answeredAt: EVENING,
        endedAt: '2026-11-21T02:40:00.000Z',
        wrapUps: [
          {
            repUserId: ravi.Id,
            disposition: 'call_back',
            followUp: { dueOn: '2026-11-25' },
            at: EVENING,
          },
        ] as Call['wrapUps'],
      });
      const written = await createCrmRepCalls(org.crm, {
        logging: async () => 'all',
      } as never).recordRepCalls([{ call, repUserId: ravi.Id }]);
      assert.deepEqual(written, [undefined]);
      const { Status, ActivityDate } = await taskOf(`own:${ravi.Id}:rep-call`);
      assert.deepEqual([Status, ActivityDate], [says.closed, says.day]);
      const followUp = await taskOf(`own:${ravi.Id}:follow-up`);
      assert.deepEqual([followUp.Status, followUp.Priority], [says.open, says.usual]);
    });

    it('a missed call is an open task of high priority', async () => {
      const call: Call = supervisedCall({
        ...nobody,
        callId: 'missed',
        rep: rep(),
        startedAt: EVENING,
        interventions: [],
      });
      const written = await createCrmMissedCalls(org.crm).recordMissedCalls([{ call }]);
      assert.deepEqual(written, [undefined]);
      const { Status, Priority, ActivityDate } = await taskOf('missed-call:missed');
      assert.deepEqual([Status, Priority, ActivityDate], [says.open, says.high, says.day]);
    });

    it('a deal is worth what it is worth in its own currency', async () => {
      const account = await org.insert('Account', { Name: 'Dollars' });
      await org.insert('Contact', {
        LastName: 'Reyes',
        Phone: '+14155550190',
        AccountId: account.Id,
      });
      await org.insert('Opportunity', {
        Name: 'In dollars',
        AccountId: account.Id,
        StageName: 'Proposal',
        CloseDate: '2026-12-31',
        Amount: 90_000,
        ...(shape.currencies.length > 1 && { CurrencyIsoCode: 'USD' }),
      });
      const found = await createCustomerLookup(org.crm).byPhone(org.orgId, '+14155550190');
      const {
        opportunityId: _id,
        name: _name,
        stage: _stage,
        closeDate,
        ...money
      } = found!.opportunity!;
      assert.equal(closeDate, '2026-12-31');
      assert.deepEqual(money, says.money);
    });
  });

describe('a floor of two thousand reps with fifteen permission sets each', function () {
  this.timeout(300_000);
  const REPS = 2_000;
  const SETS = 15;
  let org: OrgStage;
  let repIds: string[];
  let setIds: string[];

  before(async () => {
    org = await startOrgStage(GERMAN_SHAPE);
    const maya = await org.find('User', 'Maya');
    const rep = (await org.records('PermissionSet')).find(({ Name }) => Name === 'Dealside_Rep')!;
    setIds = [
      rep.Id,
      ...(await org.insertAll(
        'PermissionSet',
        Array.from({ length: SETS - 1 }, (_, n) => ({ Name: `Own_${n}`, Label: `Own ${n}` })),
      )),
    ];
    repIds = await org.insertAll(
      'User',
      Array.from({ length: REPS }, (_, n) => ({
        Name: `Rep ${String(n).padStart(4, '0')}`,
        IsActive: true,
        ManagerId: maya.Id,
        UserRoleId: maya.UserRoleId,
        TimeZoneSidKey: 'Europe/Berlin',
        LanguageLocaleKey: 'de',
      })),
    );
    await org.insertAll(
      'PermissionSetAssignment',
      repIds.flatMap((AssigneeId) =>
        setIds.map((PermissionSetId) => ({ AssigneeId, PermissionSetId, IsActive: true })),
      ),
    );
  });
  after(() => org.stop());
  afterEach(() => org.restore());

  it('signs in, each with their role and managers, within the limits of a request', async () => {
    const directory = createDirectory(gatherQueries(org.crm), org.orgId);
    const people = await Promise.all(
      repIds.slice(0, 400).map((id) => directory.person(org.orgId, id)),
    );
    const maya = await org.find('User', 'Maya');
    assert.ok(
      people.every((one) => one?.roles.includes('rep') && one.managerIds[0] === maya.Id),
      JSON.stringify(people.find((one) => !one?.roles.includes('rep'))),
    );
    await directory.renew();
  });

  it('is counted in full, and found by name without a limit', async () => {
    const crm = gatherQueries(org.crm);
    const roster = await readRoster(crm, 'Dealside_Rep');
    assert.ok(repIds.every((id) => roster.includes(id)));
    const found = await readColleagues(crm, 'Rep 19');
    assert.deepEqual([found.length, found[0]?.name], [100, 'Rep 1900']);
  });

  it('could not be asked about in one request: the org would refuse it', async () => {
    const listed = (ids: readonly string[]) => ids.map((id) => `'${id}'`).join(', ');
    const repeated = repIds.slice(0, 50).flatMap(() => setIds);
    await assert.rejects(
      org.crm.query(`SELECT Id FROM SetupEntityAccess WHERE ParentId IN (${listed(repeated)})`),
      { errorCode: 'URI_TOO_LONG' },
    );
    await assert.rejects(org.crm.query(`SELECT Id FROM User WHERE Id IN (${listed(repIds)})`), {
      errorCode: 'URI_TOO_LONG',
    });
  });
});

describe('what the integration user may not read', () => {
  let org: OrgStage;

  before(async () => {
    org = await startOrgStage(GERMAN_SHAPE);
  });
  after(() => org.stop());
  afterEach(() => org.restore());

  const gaps = () => readAccessGaps(org.crm);
  const ruleAboutSkills = async () => {
    const [rule] = await org.records('Dealside_Policy_Rule__mdt');
    await org.update('Dealside_Policy_Rule__mdt', rule!.Id, {
      Active__c: true,
      On_Whom__c: 'skill',
    });
  };

  it('is nothing with the package’s permission sets', async () => {
    assert.deepEqual(await gaps(), []);
  });

  for (const [withheld, gap] of [
    ['ViewAllUsers', 'users'],
    ['ViewRoles', 'setup'],
  ] as const)
    it(`is named when ${withheld} was taken away`, async () => {
      await org.fault({ withheld: [withheld] });
      assert.deepEqual(await gaps(), [gap]);
    });

  it('is named when a rule is about skills that it does not see', async () => {
    await org.fault({ withheld: ['Skill'] });
    await ruleAboutSkills();
    assert.deepEqual(await gaps(), ['skills']);
  });

  it('is not known while the org does not answer', async () => {
    await org.breakDown();
    assert.deepEqual(await gaps(), ['unknown']);
  });
});
