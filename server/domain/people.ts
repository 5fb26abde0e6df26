import type { Mode } from './modes.ts';

export type Role = 'supervisor' | 'qa' | 'rep' | 'revops' | 'admin';

/** Someone of the org as the CRM knows them now. `managerIds` is the chain above, nearest first. */
export interface Person {
  readonly orgId: string;
  readonly userId: string;
  readonly name: string;
  readonly active: boolean;
  readonly roles: readonly Role[];
  readonly permittedModes: readonly Mode[];
  readonly seesAllCalls: boolean;
  readonly managerIds: readonly string[];
  /** IANA name, such as America/Los_Angeles. */
  readonly timeZone: string;
  /** Names in the role hierarchy: the person's own first, then those above. */
  readonly roleNames: readonly string[];
  readonly queueIds: readonly string[];
  /** Public groups, through which orgs make teams that no manager leads. */
  readonly groupIds: readonly string[];
  readonly territoryIds: readonly string[];
  readonly skills: readonly string[];
  /** When the CRM was asked; it is asked again after a minute at most. */
  readonly asOf: string;
}

const RANK: readonly Role[] = ['supervisor', 'qa', 'admin', 'revops', 'rep'];

const ROLE_LABEL: Record<Role, string> = {
  supervisor: 'Sales manager',
  qa: 'Quality analyst',
  admin: 'Administrator',
  revops: 'Revenue operations',
  rep: 'Rep',
};

/** The role a person is named with towards others: the one that lets them do most. */
export function leadingRole(person: Pick<Person, 'roles'>): Role | undefined {
  return RANK.find((role) => person.roles.includes(role));
}

export function roleLabel(role: Role | undefined): string {
  return role ? ROLE_LABEL[role] : 'Colleague';
}

export const manages = (manager: Person, rep: { readonly managerIds: readonly string[] }): boolean =>
  rep.managerIds.includes(manager.userId);
