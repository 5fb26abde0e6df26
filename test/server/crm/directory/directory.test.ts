import assert from 'node:assert/strict';
import { createDirectory } from '../../../../server/crm/directory/directory.ts';
import { CrmUnavailable, type Directory } from '../../../../server/ports/index.ts';
import { startOrgStage, type OrgRecord, type OrgStage } from '../../../support/orgStage.ts';

describe('a person in the directory', () => {
  let org: OrgStage;
  let directory: Directory;
  let now = 0;
  let queries: string[] = [];

  before(async () => {
    org = await startOrgStage();
  });
  after(() => org.stop());
  beforeEach(() => {
    now = 0;
    queries = [];
    const crm: OrgStage['crm'] = {
      ...org.crm,
      query(soql, timeoutMs) {
        queries.push(soql);
        return org.crm.query(soql, timeoutMs);
      },
    };
    directory = createDirectory(crm, org.orgId, () => now);
  });
  afterEach(() => org.restore());

  const user = (name: string): Promise<OrgRecord> => org.find('User', name);
  const person = async (name: string) => directory.person(org.orgId, (await user(name)).Id);
  const create = async (object: string, values: object) => (await org.insert(object, values)).Id;
  const assignmentOf = async (userId: string) =>
    (await org.records('PermissionSetAssignment')).find((row) => row.AssigneeId === userId)!;

  it('is read once in 40 seconds, however often she asks', async () => {
    await person('Maya');
    const once = queries.length;
    now = 39_999;
    await Promise.all([person('Maya'), person('Maya')]);
    assert.equal(queries.length, once);
    now = 40_000;
    await person('Maya');
    // The names of permissions are the same for everybody and known for longer.
    assert.equal(queries.length, 2 * once - 1);
  });

  it('is read anew at once when that is asked for', async () => {
    const maya = await user('Maya');
    await person('Maya');
    await org.update('User', maya.Id, { IsActive: false });
    assert.equal((await person('Maya'))?.active, true);
    directory.refresh(org.orgId, maya.Id);
    const { active } = (await person('Maya'))!;
    await org.update('User', maya.Id, { IsActive: true });
    assert.equal(active, false);
  });

  it('costs with all the others no more questions than alone', async () => {
    await person('Ravi');
    const alone = queries.length;
    const ids = (await org.records('User')).map(({ Id }) => Id);
    queries = [];
    directory.refresh(org.orgId, (await user('Ravi')).Id);
    const people = await Promise.all(ids.map((id) => directory.person(org.orgId, id)));
    assert.ok(people.every((one, i) => one?.userId === ids[i]));
    assert.ok(
      queries.length <= alone,
      `${queries.length} questions for ${ids.length} people, ${alone} for one`,
    );
  });

  it('who is still wanted is renewed along with another question', async () => {
    await person('Maya');
    now = 25_000;
    await person('Ravi');
    const before = queries.length;
    now = 45_000;
    assert.equal((await person('Maya'))?.asOf, new Date(25_000).toISOString());
    assert.equal(queries.length, before);
  });

  it('loses her role within a minute (G15)', async () => {
    const tomas = await user('Tomás');
    const { Id } = await assignmentOf(tomas.Id);
    assert.deepEqual((await person('Tomás'))?.roles, ['supervisor']);
    await org.update('PermissionSetAssignment', Id, { IsActive: false });
    now = 40_000;
    const { roles, permittedModes } = (await person('Tomás'))!;
    await org.update('PermissionSetAssignment', Id, { IsActive: true });
    assert.deepEqual({ roles, permittedModes }, { roles: [], permittedModes: [] });
  });

  it('is never taken from an old answer while the org is away', async () => {
    await person('Maya');
    now = 40_000;
    await org.breakDown();
    await assert.rejects(person('Maya'), CrmUnavailable);
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
