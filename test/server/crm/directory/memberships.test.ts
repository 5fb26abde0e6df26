import assert from 'node:assert/strict';
import { createDirectory } from '../../../../server/crm/directory/directory.ts';
import { CrmUnavailable } from '../../../../server/ports/index.ts';
import { startOrgStage, type OrgStage } from '../../../support/orgStage.ts';

describe('where a person belongs', () => {
  let org: OrgStage;

  before(async () => {
    org = await startOrgStage();
  });
  after(() => org.stop());
  afterEach(() => org.restore());

  const person = async (name: string) =>
    (await createDirectory(org.crm, org.orgId).person(
      org.orgId,
      (await org.find('User', name)).Id,
    ))!;
  const create = async (object: string, values: object) => (await org.insert(object, values)).Id;
  const idOf = async (object: string, name: string) =>
    (await org.records(object)).find((row) => row.DeveloperName === name)!.Id;

  it('is the role hierarchy, the own role first', async () => {
    assert.deepEqual((await person('Ravi')).roleNames, [
      'Account_Executive_West',
      'Sales_Manager_West',
      'VP_Sales',
    ]);
  });

  it('is the queues, public groups, territories and skills that the org names', async () => {
    const { queueIds, groupIds, territoryIds, skills } = await person('Ravi');
    assert.deepEqual(
      queueIds,
      [await idOf('Group', 'Renewals'), await idOf('Group', 'New_Business')].sort(),
    );
    assert.deepEqual(groupIds, [await idOf('Group', 'Enterprise_Deals')]);
    assert.deepEqual(territoryIds, [await idOf('Territory2', 'West')]);
    assert.deepEqual(skills, ['Negotiation']);
  });

  it('reaches a queue through a group within a group, and through the role above', async () => {
    const outer = await create('Group', {
      Name: 'Escalations',
      DeveloperName: 'Escalations',
      Type: 'Queue',
    });
    const inner = await create('Group', { Name: 'Inner', DeveloperName: 'Inner', Type: 'Regular' });
    await create('GroupMember', { GroupId: outer, UserOrGroupId: inner });
    await create('GroupMember', { GroupId: inner, UserOrGroupId: outer });
    await create('GroupMember', {
      GroupId: inner,
      UserOrGroupId: (await org.find('User', 'Quinn')).Id,
    });
    const below = await create('Group', {
      DeveloperName: 'Sales_Manager_East_below',
      Type: 'RoleAndSubordinates',
      RelatedId: await idOf('UserRole', 'Sales_Manager_East'),
    });
    const alone = await create('Group', {
      DeveloperName: 'VP_alone',
      Type: 'Role',
      RelatedId: await idOf('UserRole', 'VP_Sales'),
    });
    await create('GroupMember', { GroupId: outer, UserOrGroupId: below });
    await create('GroupMember', { GroupId: inner, UserOrGroupId: alone });
    const inQueue = async (name: string) => (await person(name)).queueIds.includes(outer);
    assert.deepEqual(
      await Promise.all(['Quinn', 'Jo', 'Tomás', 'Dana', 'Lena', 'Maya'].map(inQueue)),
      [true, true, true, true, false, false],
    );
  });

  it('is not a territory of a plan, nor a skill of another time', async () => {
    const jo = await org.find('User', 'Jo');
    const plan = await create('Territory2Model', { DeveloperName: 'Next_year', State: 'Planning' });
    const north = await create('Territory2', { DeveloperName: 'North', Territory2ModelId: plan });
    await create('UserTerritory2Association', {
      UserId: jo.Id,
      Territory2Id: north,
      IsActive: true,
    });
    const resource = await create('ServiceResource', {
      Name: 'Jo',
      IsActive: true,
      RelatedRecordId: jo.Id,
    });
    const skill = await idOf('Skill', 'Spanish');
    await create('ServiceResourceSkill', {
      ServiceResourceId: resource,
      SkillId: skill,
      EffectiveStartDate: '2024-01-01T00:00:00Z',
      EffectiveEndDate: '2025-01-01T00:00:00Z',
    });
    await create('ServiceResourceSkill', {
      ServiceResourceId: resource,
      SkillId: skill,
      EffectiveStartDate: '2099-01-01T00:00:00Z',
    });
    const { territoryIds, skills } = await person('Jo');
    assert.deepEqual(
      { territoryIds, skills },
      { territoryIds: [await idOf('Territory2', 'East')], skills: [] },
    );
  });

  it('is empty in an org without territories and skills, and everything else is known', async () => {
    const crm: OrgStage['crm'] = {
      ...org.crm,
      async query(soql, timeoutMs) {
        if (/FROM (UserTerritory2Association|ServiceResourceSkill)/.test(soql))
          throw Object.assign(new Error('sObject type is not supported.'), {
            errorCode: 'INVALID_TYPE',
          });
        return org.crm.query(soql, timeoutMs);
      },
    };
    const ravi = await createDirectory(crm, org.orgId).person(
      org.orgId,
      (await org.find('User', 'Ravi')).Id,
    );
    assert.deepEqual([ravi?.territoryIds, ravi?.skills, ravi?.roleNames.length], [[], [], 3]);
  });

  it('is not guessed when the org does not answer that one question', async () => {
    const crm: OrgStage['crm'] = {
      ...org.crm,
      async query(soql, timeoutMs) {
        if (soql.includes('FROM GroupMember'))
          throw Object.assign(new Error('busy'), { errorCode: 'SERVER_UNAVAILABLE' });
        return org.crm.query(soql, timeoutMs);
      },
    };
    await assert.rejects(
      createDirectory(crm, org.orgId).person(org.orgId, (await org.find('User', 'Ravi')).Id),
      CrmUnavailable,
    );
  });
});
