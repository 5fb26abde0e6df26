import type { Person } from '../../../server/domain/call/people.ts';
import { DEFAULT_INBOUND_RULES } from '../../../server/domain/inbound/rules.ts';
import { person, rep } from '../../support/builders.ts';
import { SUPERVISORS } from './happenings.ts';

export const RAVI = rep({ userId: 'ravi', name: 'Ravi Patel', managerIds: [...SUPERVISORS] });
export const ZOE = rep({ userId: 'zoe', name: 'Zoe Lang', managerIds: [...SUPERVISORS] });
/** Has a call of her own, to which supervisors move. */
export const NORA = rep({ userId: 'nora', name: 'Nora Berg', managerIds: [...SUPERVISORS] });
export const JO = rep({ userId: 'jo', name: 'Jo Kim', managerIds: [...SUPERVISORS] });
export const PEOPLE = {
  maya: person({ userId: 'maya', name: 'Maya Okafor', phones: { phone: '+14155550201' } }),
  dana: person({ userId: 'dana', name: 'Dana Whitfield', phones: { phone: '+14155550202' } }),
  tomas: person({ userId: 'tomas', name: 'Tomás Rivera', phones: { phone: '+14155550203' } }),
} as const;
export const THIRD_PARTY_PHONE = '+12145550177';
export const OTHER_CUSTOMER_PHONE = '+14155550143';

/** All reps are one group. */
export const groupsOf = (people: readonly Person[]) => ({
  inboundRules: {
    of: async () => ({
      rules: { ...DEFAULT_INBOUND_RULES, group: { kind: 'team' as const, name: 'Sales' } },
      groups: new Map(),
      holidays: [],
    }),
  },
  ringGroups: {
    members: async () =>
      people.filter(({ roles }) => roles.includes('rep')).map(({ userId }) => userId),
    teamOf: async () => [],
    named: async () => [],
    listed: async () => [],
  },
  activities: { of: async () => new Map() },
});
