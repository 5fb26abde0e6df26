import assert from 'node:assert/strict';
import { ringPlanOf, transferGroupsFor } from '../../../../server/commands/calls/transferGroups.ts';
import {
  DEFAULT_INBOUND_RULES,
  type InboundRules,
  type RingGroup,
} from '../../../../server/domain/inbound/rules.ts';
import { CrmUnavailable } from '../../../../server/ports/index.ts';
import { rep } from '../../../support/builders.ts';
import { FakeDirectory } from '../../../support/fakeCrm.ts';

const CLOSED = { days: ['Sun'], from: '08:00', to: '18:00', zone: 'UTC' } as const;
const QUEUE = {
  ...DEFAULT_INBOUND_RULES,
  order: 'in_order',
  groupSeconds: 9,
  hours: CLOSED,
} as const;
const OPEN_QUEUE = { ...QUEUE, hours: undefined };
const RENEWALS: RingGroup = { kind: 'queue', name: 'Renewals' };
const NAMED = [
  { kind: 'team', name: 'Berlin', label: 'Berlin office' },
  { kind: 'queue', name: 'Renewals', label: 'Renewals & More' },
  { kind: 'queue', name: 'Spare_Parts', label: 'Spare parts' },
] as const;
const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  Renewals: ['ravi', 'lena', 'jo'],
  Spare_Parts: ['jo'],
  Berlin: ['mila'],
};

interface Org {
  readonly groups?: ReadonlyMap<string, InboundRules>;
  readonly unknownCallers?: RingGroup;
  readonly isAway?: boolean;
  /** Only the list of all groups is not answered. */
  readonly isListAway?: boolean;
}

/** All groups of the org. */
const LISTED = [
  ...NAMED.map((group) => ({ ...group, repIds: MEMBERS[group.name] ?? [] })),
  { kind: 'queue', name: 'Returns', label: 'Returns desk', repIds: ['jo', 'ravi', 'mila'] },
  { kind: 'team', name: 'Legal', label: 'Legal', repIds: [] },
] as const;

/** An org whose group is a queue, and these records of groups. Mila is on a call. */
const depsOf = ({
  groups = new Map(),
  unknownCallers,
  isAway = false,
  isListAway = isAway,
}: Org) => ({
  directory: new FakeDirectory(
    ...['lena', 'jo', 'mila'].map((userId) => rep({ userId, name: userId })),
  ),
  inboundRules: {
    of: async () => ({
      rules: {
        ...DEFAULT_INBOUND_RULES,
        hours: CLOSED,
        group: RENEWALS,
        ...(unknownCallers && { unknownCallers }),
      },
      groups,
      holidays: [],
    }),
  },
  ringGroups: {
    members: async (_orgId: string, { name }: RingGroup) => MEMBERS[name] ?? [],
    teamOf: async () => ['lena', 'mila'],
    named: async (_orgId: string, names: readonly string[]) => {
      if (isAway) throw new CrmUnavailable('Salesforce does not answer');
      return NAMED.filter(({ name }) => names.includes(name.toLowerCase()));
    },
    listed: async () => {
      if (isListAway) throw new CrmUnavailable('Salesforce does not answer');
      return LISTED;
    },
  },
  activities: { of: async () => new Map([['mila', { isBusy: true }]]) },
  clock: { now: () => '2026-11-02T17:00:00.000Z' },
});

/** The steps of a transfer to this group; undefined if there is none. */
async function steps(org: Org, toGroup = 'group') {
  const plan = await ringPlanOf(depsOf(org), rep(), { toGroup });
  return plan?.steps.map(
    ({ reps, seconds }) => `${reps.map(({ userId }) => userId).join(' ')} ${seconds}`,
  );
}

const THREE = new Map<string, InboundRules>([
  ['renewals', QUEUE],
  ['spare_parts', OPEN_QUEUE],
  ['berlin', QUEUE],
]);

describe('a transfer to a group', () => {
  it('rings it at any hour, in the org’s order', async () =>
    assert.deepEqual(await steps({}), ['lena jo 20']));
  it('rings a queue in the order and for the time of its own record', async () =>
    assert.deepEqual(await steps({ groups: new Map([['renewals', QUEUE]]) }), ['lena 9', 'jo 9']));
  it('rings each group that has a record of its own, by kind and name', async () => {
    assert.deepEqual(await steps({ groups: THREE }, 'queue:Spare_Parts'), ['jo 9']);
    assert.deepEqual(await steps({ groups: THREE }, 'queue:Renewals'), ['lena 9', 'jo 9']);
  });
  it('rings a group without a record in the org’s order and for its time', async () => {
    assert.deepEqual(await steps({ groups: THREE }, 'queue:Returns'), ['jo 20']);
    assert.deepEqual(await steps({}, 'queue:Spare_Parts'), ['jo 20']);
  });
  it('rings nobody of a group without reps', async () =>
    assert.deepEqual(await steps({}, 'team:Legal'), []));
  it('finds no group that the org does not have, of another kind, or that its rules do not name', async () => {
    for (const key of ['queue:Nowhere', 'team:Renewals', 'Renewals', 'unknown_callers'])
      assert.equal(await steps({ groups: THREE }, key), undefined, key);
  });
  it('finds nobody, rather than no group, while the CRM does not answer', async () => {
    assert.deepEqual(await steps({ groups: THREE, isAway: true }, 'queue:Spare_Parts'), []);
    assert.deepEqual(await steps({ groups: THREE, isListAway: true }, 'queue:Returns'), []);
  });
});

describe('the groups that are offered for a transfer', () => {
  const offered = async (org: Org) => transferGroupsFor(depsOf(org), rep());

  it('are the org’s, those with a record of their own, the rep’s team, and all others with what is missing', async () =>
    assert.deepEqual(await offered({ groups: THREE }), [
      { group: 'group', name: 'Renewals & More', free: 2, isOpen: false },
      { group: 'team:Berlin', name: 'Berlin office', free: 0, isOpen: false },
      { group: 'queue:Spare_Parts', name: 'Spare parts', free: 1, isOpen: true },
      { group: 'team', free: 1, isOpen: false },
      { group: 'queue:Returns', name: 'Returns desk', free: 1, isOpen: false },
      { group: 'team:Legal', name: 'Legal', free: 0, isOpen: false, because: 'no_reps' },
    ]));

  it('have each group once', async () =>
    assert.deepEqual(
      (
        await offered({
          groups: THREE,
          unknownCallers: { kind: 'queue', name: 'spare_parts' },
        })
      ).map(({ group }) => group),
      ['group', 'unknown_callers', 'team:Berlin', 'team', 'queue:Returns', 'team:Legal'],
    ));

  it('have their names for developers while the CRM does not answer', async () =>
    assert.deepEqual(
      (await offered({ groups: THREE, isAway: true })).map(({ name }) => name),
      ['Renewals', undefined],
    ));
});
