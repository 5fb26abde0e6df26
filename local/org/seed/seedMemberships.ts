import type { Database } from '../records/database.ts';
import type { AddRow } from './addRow.ts';

const QUEUES: Record<string, readonly string[]> = {
  Renewals: ['ravi', 'lena'],
  New_Business: ['ravi', 'jo'],
};
const PUBLIC_GROUPS: Record<string, readonly string[]> = {
  Enterprise_Deals: ['maya', 'ravi', 'jo'],
};
const TERRITORIES: Record<string, readonly string[]> = {
  West: ['maya', 'ravi', 'lena'],
  East: ['tomas', 'jo'],
};
const SKILLS: Record<string, readonly string[]> = {
  Negotiation: ['ravi', 'maya'],
  Spanish: ['tomas', 'lena'],
};

/**
 * Adds queues, public groups, sales territories and skills with their members. @param users ids by
 * alias
 */
export function seedMemberships(
  add: AddRow,
  users: ReadonlyMap<string, string>,
  hasSkills: boolean,
): void {
  const members = (groupId: string, aliases: readonly string[]): void => {
    for (const alias of aliases)
      add('GroupMember', { GroupId: groupId, UserOrGroupId: users.get(alias)! });
  };
  const inWords = (name: string): string => name.replaceAll('_', ' ');
  for (const [name, aliases] of Object.entries(QUEUES))
    members(add('Group', { Name: inWords(name), DeveloperName: name, Type: 'Queue' }), aliases);
  for (const [name, aliases] of Object.entries(PUBLIC_GROUPS))
    members(add('Group', { Name: inWords(name), DeveloperName: name, Type: 'Regular' }), aliases);

  const model = add('Territory2Model', { Name: 'Sales', DeveloperName: 'Sales', State: 'Active' });
  for (const [name, aliases] of Object.entries(TERRITORIES)) {
    const territory = add('Territory2', {
      Name: name,
      DeveloperName: name,
      Territory2ModelId: model,
    });
    for (const alias of aliases)
      add('UserTerritory2Association', {
        UserId: users.get(alias)!,
        Territory2Id: territory,
        IsActive: true,
      });
  }

  if (!hasSkills) return;
  const resources = new Map(
    [...new Set(Object.values(SKILLS).flat())].map((alias) => [
      alias,
      add('ServiceResource', { Name: alias, IsActive: true, RelatedRecordId: users.get(alias)! }),
    ]),
  );
  for (const [name, aliases] of Object.entries(SKILLS)) {
    const skill = add('Skill', { DeveloperName: name, MasterLabel: name });
    for (const alias of aliases)
      add('ServiceResourceSkill', {
        ServiceResourceId: resources.get(alias)!,
        SkillId: skill,
        EffectiveStartDate: '2024-01-01T00:00:00.000Z',
      });
  }
}

/**
 * Adds the coach to a team and gives the specialist a skill, in existing groups.
 *
 * @param users ids by alias
 */
export function seedOtherMemberships(
  add: AddRow,
  database: Database,
  {
    users,
    hasSkills,
  }: { readonly users: ReadonlyMap<string, string>; readonly hasSkills: boolean },
): void {
  const idOf = (object: string, name: string): string =>
    database.findBy(object, 'DeveloperName', name)!.Id as string;
  add('GroupMember', {
    GroupId: idOf('Group', 'Enterprise_Deals'),
    UserOrGroupId: users.get('cora')!,
  });
  if (!hasSkills) return;
  add('ServiceResourceSkill', {
    ServiceResourceId: add('ServiceResource', {
      Name: 'sven',
      IsActive: true,
      RelatedRecordId: users.get('sven')!,
    }),
    SkillId: idOf('Skill', 'Negotiation'),
    EffectiveStartDate: '2024-01-01T00:00:00.000Z',
  });
}
