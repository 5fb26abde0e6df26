import type { Mode } from './modes.ts';

/** The roles of Dealside, in descending order of rights. An org may add its own. */
const KNOWN_ROLES = ['supervisor', 'qa', 'coach', 'specialist', 'admin', 'revops', 'rep'] as const;
export type KnownRole = (typeof KNOWN_ROLES)[number];
export type Role = KnownRole | (string & {});

/** The device with which somebody is on a call. */
export const DEVICES = ['softphone', 'phone', 'sip'] as const;
export type Device = (typeof DEVICES)[number];
/** A device that is rung, and needs no browser. */
export type OwnDevice = Exclude<Device, 'softphone'>;

/** The kinds of groups that people are in. */
export const GROUP_KINDS = ['team', 'queue', 'skill', 'territory'] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];

/** A place: the ISO 3166 country, and in the US and Canada the state or province. */
export interface Place {
  readonly country: string;
  readonly region?: string;
}

/** A person of the org, as the CRM has them. `managerIds` are the managers above, nearest first. */
export interface Person {
  readonly orgId: string;
  readonly userId: string;
  readonly name: string;
  /** The name with which the person signs in to the CRM. */
  readonly username?: string;
  readonly active: boolean;
  readonly roles: readonly Role[];
  readonly permittedModes: readonly Mode[];
  readonly seesAllCalls: boolean;
  readonly managerIds: readonly string[];
  /** IANA name, such as America/Los_Angeles. */
  readonly timeZone: string;
  /** The person's locale in the CRM, such as de or en_US. */
  readonly locale?: string;
  /** The region whose formats of times and numbers the person reads in the CRM, such as GB. */
  readonly region?: string;
  /** The person's place of work, from their record. */
  readonly place?: Place;
  /**
   * Where this person can be called besides the softphone: a number in E.164, a SIP address.
   * `mobile` is a second number, where their record has one.
   */
  readonly phones: Readonly<Partial<Record<OwnDevice | 'mobile', string>>>;
  /** Names in the role hierarchy: the person's own first, then those above. */
  readonly roleNames: readonly string[];
  readonly queueIds: readonly string[];
  /** Public groups, which orgs use for teams without a manager. */
  readonly groupIds: readonly string[];
  readonly territoryIds: readonly string[];
  readonly skills: readonly string[];
  /** When this was last known to be what the CRM has. */
  readonly asOf: string;
}

/**
 * A person known only from their session: they have no rights, but may still make requests that
 * need none.
 */
export const personWithoutRights = (orgId: string, userId: string, asOf: string): Person => ({
  orgId,
  userId,
  name: '',
  active: true,
  roles: [],
  permittedModes: [],
  seesAllCalls: false,
  managerIds: [],
  timeZone: 'UTC',
  phones: {},
  roleNames: [],
  queueIds: [],
  groupIds: [],
  territoryIds: [],
  skills: [],
  asOf,
});

/** Whether it is one of the roles of Dealside, and not one that an org has added. */
export const isKnownRole = (role: Role): role is KnownRole =>
  KNOWN_ROLES.some((one) => one === role);

/** The role that others see: the one with the most rights. */
export function leadingRole({ roles }: Pick<Person, 'roles'>): Role | undefined {
  return KNOWN_ROLES.find((role) => roles.includes(role)) ?? roles[0];
}

/** Whether this person is a manager of the rep, on whichever level above. */
export const manages = (
  manager: Person,
  rep: { readonly managerIds: readonly string[] },
): boolean => rep.managerIds.includes(manager.userId);
