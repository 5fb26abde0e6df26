import assert from 'node:assert/strict';
import {
  createDirectory,
  RENEW_EVERY_MS,
  type CachedDirectory,
} from '../../../../server/crm/directory/directory.ts';
import { READ_TIMEOUT_MS } from '../../../../server/crm/session/requests.ts';
import { DEFAULT_AGE_LIMITS } from '../../../../server/domain/call/ageLimits.ts';
import { CrmUnavailable } from '../../../../server/ports/index.ts';
import { startOrgStage, type OrgRecord, type OrgStage } from '../../../support/orgStage.ts';

describe('a person in the directory', () => {
  let org: OrgStage;
  let directory: CachedDirectory;
  let now = 0;
  let queries: string[] = [];
  let crm: OrgStage['crm'];

  before(async () => {
    org = await startOrgStage();
  });
  after(() => org.stop());
  beforeEach(() => {
    now = 0;
    queries = [];
    crm = {
      ...org.crm,
      query(soql, timeoutMs) {
        queries.push(soql);
        return org.crm.query(soql, timeoutMs);
      },
    };
    directory = createDirectory(crm, org.orgId, { now: () => now });
  });
  afterEach(() => org.restore());

  const user = (name: string): Promise<OrgRecord> => org.find('User', name);
  const person = async (name: string) => directory.person(org.orgId, (await user(name)).Id);
  const create = async (object: string, values: object) => (await org.insert(object, values)).Id;
  const assignmentOf = async (userId: string) =>
    (await org.records('PermissionSetAssignment')).find((row) => row.AssigneeId === userId)!;

  it('is read once, however often and however late she asks', async () => {
    await person('Maya');
    const once = queries.length;
    now = 39_999;
    await Promise.all([person('Maya'), person('Maya')]);
    now = 79_999;
    await person('Maya');
    assert.equal(queries.length, once);
  });

  it('is read anew at once when that is asked for', async () => {
    const maya = await user('Maya');
    await person('Maya');
    await org.update('User', maya.Id, { IsActive: false });
    assert.equal((await person('Maya'))?.active, true);
    await directory.refresh(org.orgId, maya.Id);
    const { active } = (await person('Maya'))!;
    await org.update('User', maya.Id, { IsActive: true });
    assert.equal(active, false);
  });

  it('stays known when reading her anew fails', async () => {
    const maya = await user('Maya');
    await person('Maya');
    await org.breakDown();
    await assert.rejects(directory.refresh(org.orgId, maya.Id), CrmUnavailable);
    assert.equal((await person('Maya'))?.name, 'Maya Okafor');
  });

  it('costs with all the others no more questions than alone', async () => {
    await person('Ravi');
    const alone = queries.length;
    const ids = (await org.records('User')).map(({ Id }) => Id);
    queries = [];
    directory = createDirectory(crm, org.orgId, { now: () => now });
    const people = await Promise.all(ids.map((id) => directory.person(org.orgId, id)));
    assert.ok(people.every((one, i) => one?.userId === ids[i]));
    assert.ok(
      queries.length <= alone,
      `${queries.length} questions for ${ids.length} people, ${alone} for one`,
    );
  });

  it('is confirmed by a round that reads nobody, when nothing has changed', async () => {
    await person('Maya');
    await directory.renew();
    queries = [];
    now = 40_000;
    await directory.renew();
    assert.equal((await person('Maya'))?.asOf, new Date(40_000).toISOString());
    assert.equal(queries.length, 8, queries.join('\n'));
  });

  it('loses her role within a minute (G15)', async () => {
    const tomas = await user('Tomás');
    const { Id } = await assignmentOf(tomas.Id);
    assert.deepEqual((await person('Tomás'))?.roles, ['supervisor']);
    await org.update('PermissionSetAssignment', Id, { IsActive: false });
    assert.ok(RENEW_EVERY_MS + READ_TIMEOUT_MS < 60_000);
    now = RENEW_EVERY_MS;
    await directory.renew();
    const { roles, permittedModes } = (await person('Tomás'))!;
    await org.update('PermissionSetAssignment', Id, { IsActive: true });
    assert.deepEqual({ roles, permittedModes }, { roles: [], permittedModes: [] });
  });

  for (const [what, change] of [
    [
      'her permission set is taken away without a trace',
      async (id: string) => {
        const taken = await assignmentOf(id);
        await org.remove('PermissionSetAssignment', taken.Id);
        return () =>
          org.insert('PermissionSetAssignment', {
            AssigneeId: id,
            PermissionSetId: taken.PermissionSetId,
            IsActive: true,
          });
      },
    ],
    [
      'a permission is taken out of her permission set',
      async (id: string) => {
        const { PermissionSetId } = await assignmentOf(id);
        const taken = (await org.records('SetupEntityAccess')).find(
          (row) => row.ParentId === PermissionSetId,
        )!;
        await org.remove('SetupEntityAccess', taken.Id);
        return () =>
          org.insert('SetupEntityAccess', {
            ParentId: PermissionSetId,
            SetupEntityId: taken.SetupEntityId,
            SetupEntityType: 'CustomPermission',
          });
      },
    ],
    [
      'she is put into a group',
      async (id: string) => {
        const team = await org.insert('Group', { DeveloperName: 'Renewals', Type: 'Regular' });
        const { Id } = await org.insert('GroupMember', { GroupId: team.Id, UserOrGroupId: id });
        return () => org.remove('GroupMember', Id);
      },
    ],
    [
      'she gets another place in the role hierarchy',
      async (id: string) => {
        const { UserRoleId } = await org.find('User', 'Maya');
        const [other] = (await org.records('UserRole')).filter((row) => row.Id !== UserRoleId);
        await org.update('User', id, { UserRoleId: other!.Id });
        return () => org.update('User', id, { UserRoleId });
      },
    ],
    [
      'her own manager gets another manager',
      async () => {
        const [dana, quinn] = [await org.find('User', 'Dana'), await org.find('User', 'Quinn')];
        await org.update('User', dana.Id, { ManagerId: quinn.Id });
        return () => org.update('User', dana.Id, { ManagerId: null });
      },
    ],
  ] as const) {
    it(`is read anew in the next round when ${what}`, async () => {
      const { asOf: _first, ...before } = (await person('Maya'))!;
      await directory.renew();
      now = 40_000;
      const undo = await change((await user('Maya')).Id);
      await directory.renew();
      const { asOf: _second, ...after } = (await person('Maya'))!;
      await undo();
      assert.notDeepEqual(after, before);
    });
  }

  it('has the region of the formats in which she reads, besides her language', async () => {
    const maya = await user('Maya');
    assert.deepEqual(
      [(await person('Maya'))?.locale, (await person('Maya'))?.region],
      ['en_US', undefined],
    );
    await org.update('User', maya.Id, { LocaleSidKey: 'de_CH' });
    await directory.renew();
    assert.deepEqual(
      [(await person('Maya'))?.locale, (await person('Maya'))?.region],
      ['en_US', 'CH'],
    );
    await org.update('User', maya.Id, { LocaleSidKey: null });
  });

  it('is read alone when only her own rights have changed', async () => {
    const maya = await user('Maya');
    await Promise.all([person('Maya'), person('Ravi'), person('Quinn')]);
    await directory.renew();
    now = 40_000;
    await org.update('User', maya.Id, { Phone: '+1 415 555 0177' });
    queries = [];
    await directory.renew();
    const read = queries.find((soql) => soql.includes('LanguageLocaleKey'))!;
    // Ravi is below Maya, so that his chain of managers is read too.
    assert.ok(read.includes(maya.Id) && !read.includes((await user('Quinn')).Id), read);
    await org.update('User', maya.Id, { Phone: null });
  });

  it('is read in full now and then, should a change have left no mark', async () => {
    await person('Maya');
    await directory.renew();
    now = 30 * 60_000;
    queries = [];
    await directory.renew();
    assert.ok(queries.some((soql) => soql.includes('LanguageLocaleKey')));
  });

  it('is read in each round where the org refuses to sum up what she depends on', async () => {
    const summing = crm.query;
    crm.query = (soql, timeoutMs) =>
      soql.includes('MAX(SystemModstamp) latest FROM GroupMember')
        ? Promise.reject(Object.assign(new Error('no'), { errorCode: 'INVALID_FIELD' }))
        : summing(soql, timeoutMs);
    await person('Maya');
    await directory.renew();
    queries = [];
    await directory.renew();
    assert.ok(queries.some((soql) => soql.includes('LanguageLocaleKey')));
  });

  describe('while the org is away', () => {
    beforeEach(async () => {
      await person('Maya');
      await directory.renew();
      await org.breakDown();
    });

    it('is answered from memory, which says how old it is', async () => {
      now = 5 * 60 * 60_000;
      assert.equal((await person('Maya'))?.asOf, new Date(0).toISOString());
    });

    it('is granted nothing new by an old answer, and told from when it is', async () => {
      now = DEFAULT_AGE_LIMITS.grantingMs;
      const maya = await user('Maya');
      assert.equal((await directory.current(org.orgId, maya.Id))?.name, 'Maya Okafor');
      now += 1;
      await assert.rejects(
        directory.current(org.orgId, maya.Id),
        (fault) => fault instanceof CrmUnavailable && fault.asOf === new Date(0).toISOString(),
      );
    });

    it('is not asked for on the way of a request again, once the org is known to be away', async () => {
      now = DEFAULT_AGE_LIMITS.grantingMs + 1;
      const maya = await user('Maya');
      await assert.rejects(directory.current(org.orgId, maya.Id), CrmUnavailable);
      queries = [];
      await assert.rejects(directory.current(org.orgId, maya.Id), CrmUnavailable);
      assert.deepEqual(queries, []);
    });

    it('is granted new things again after the next round that is answered', async () => {
      now = DEFAULT_AGE_LIMITS.grantingMs + 1;
      const maya = await user('Maya');
      await assert.rejects(directory.renew(), CrmUnavailable);
      await org.restore();
      await directory.renew();
      assert.equal(
        (await directory.current(org.orgId, maya.Id))?.asOf,
        new Date(now).toISOString(),
      );
    });

    it('who is not known yet cannot be told', async () => {
      await assert.rejects(person('Jo Kim'), CrmUnavailable);
    });
  });

  it('who has left is known, and not active', async () => {
    const { Id } = await user('Jo Kim');
    await org.update('User', Id, { IsActive: false });
    const { active } = (await person('Jo Kim'))!;
    await org.update('User', Id, { IsActive: true });
    assert.equal(active, false);
  });

  it('has the roles of her permission set groups, and the permissions that a group leaves', async () => {
    const { Id: lenaId } = await user('Lena');
    const sets = new Map((await org.records('PermissionSet')).map((set) => [set.Name, set.Id]));
    const monitor = (await org.records('CustomPermission')).find(
      (row) => row.DeveloperName === 'Dealside_Monitor',
    )!;
    const groupId = await create('PermissionSetGroup', { DeveloperName: 'Team_Leads' });
    const summedUp = await create('PermissionSet', { Name: 'Team_Leads_summed_up' });
    await create('PermissionSetGroupComponent', {
      PermissionSetGroupId: groupId,
      PermissionSetId: sets.get('Dealside_Supervisor'),
    });
    await create('SetupEntityAccess', {
      ParentId: summedUp,
      SetupEntityId: monitor.Id,
      SetupEntityType: 'CustomPermission',
    });
    await create('PermissionSetAssignment', {
      AssigneeId: lenaId,
      PermissionSetId: summedUp,
      PermissionSetGroupId: groupId,
      IsActive: true,
    });
    const { roles, permittedModes } = (await person('Lena'))!;
    assert.deepEqual(
      { roles, permittedModes },
      { roles: ['rep', 'supervisor'], permittedModes: ['monitor'] },
    );
  });

  it('has the roles that the org adds by permission sets of its own', async () => {
    const { Id } = await user('Rosa');
    const deskId = await create('PermissionSet', { Name: 'Dealside_Deal_Desk' });
    const otherId = await create('PermissionSet', { Name: 'Sales_Cloud' });
    const integration = (await org.records('PermissionSet')).find(
      (set) => set.Name === 'Dealside_Integration',
    )!;
    for (const PermissionSetId of [deskId, otherId, integration.Id])
      await create('PermissionSetAssignment', { AssigneeId: Id, PermissionSetId, IsActive: true });
    assert.deepEqual((await person('Rosa'))?.roles, ['revops', 'deal_desk']);
  });

  it('has an end of managers even where they lead each other', async () => {
    const [dana, maya] = await Promise.all([user('Dana'), user('Maya')]);
    await org.update('User', dana.Id, { ManagerId: maya.Id });
    const [above, atTheTop] = [await person('Ravi'), await person('Dana')];
    await org.update('User', dana.Id, { ManagerId: null });
    assert.deepEqual([above?.managerIds, atTheTop?.managerIds], [[maya.Id, dana.Id], [maya.Id]]);
  });

  it('with a quote in the id is only unknown', async () => {
    assert.equal(await directory.person(org.orgId, "x' OR Name != '"), undefined);
  });
});
