import assert from 'node:assert/strict';
import {
  receiveCall,
  type ReceiveCallDeps,
} from '../../../../server/commands/calls/receiveCall.ts';
import type { Person } from '../../../../server/domain/call/people.ts';
import {
  DEFAULT_INBOUND_RULES,
  type InboundRules,
} from '../../../../server/domain/inbound/rules.ts';
import { ORG, rep } from '../../../support/builders.ts';
import { FakeCustomerLookup, FakeDirectory } from '../../../support/fakeCrm.ts';
import { createMemoryStore } from '../../../support/memoryStore.ts';
import { NO_CHOICES } from '../../../support/noChoices.ts';
import { DISCLOSED_ELSEWHERE } from '../../../support/samplePolicy.ts';

const CUSTOMER = '+12065550187';
const NOW = '2026-11-02T17:00:00.000Z';
const TEAM_OF_MAYA = ['ravi', 'lena'];
const lena = rep({ userId: 'lena', name: 'Lena' });
const jo = rep({ userId: 'jo', name: 'Jo', managerIds: ['tomas'] });

/** Whom the call of a customer rings whose deal is Ravi's, and whose call it is meanwhile. */
async function rungFor(ravi: Person, rules: Partial<InboundRules> = {}, team = TEAM_OF_MAYA) {
  let ids = 0;
  const deps: ReceiveCallDeps = {
    store: createMemoryStore().store,
    customers: new FakeCustomerLookup({
      customer: { name: 'Marcus Hale', phone: CUSTOMER },
      ownerUserId: 'ravi',
    }),
    directory: new FakeDirectory(ravi, lena, jo),
    inboundRules: {
      of: async () => ({
        rules: { ...DEFAULT_INBOUND_RULES, ...rules },
        groups: new Map(),
        holidays: [],
      }),
    },
    ringGroups: {
      members: async () => ['jo'],
      teamOf: async (_orgId, managerId) => (managerId === 'maya' ? team : []),
    },
    activities: { of: async () => new Map() },
    clock: { now: () => NOW },
    ids: { next: () => `id-${(ids += 1)}` },
    ...NO_CHOICES,
    consent: { of: async () => DISCLOSED_ELSEWHERE },
    speech: { of: async () => ({ wordings: [], places: [] }) },
    recordsCalls: false,
    transcribesCalls: async () => false,
  };
  const received = await receiveCall(deps, { orgId: ORG, from: CUSTOMER, connectionId: 'CA1' });
  if ('refusal' in received) return received.refusal.code;
  const { rep: whose, customer, ringing } = received.ok;
  return [
    `${customer.name} for ${whose.name}`,
    ...ringing!.steps.map(
      ({ whom, reps }) => `${whom} ${reps.map(({ userId }) => userId).join(' ')}`,
    ),
  ];
}

describe('a customer who calls the owner of the deal', () => {
  it('rings the owner, and then the owner’s team', async () =>
    assert.deepEqual(await rungFor(rep()), [
      'Marcus Hale for Ravi Patel',
      'owner ravi',
      'group lena',
    ]));

  for (const [why, facts] of [
    ['has left', { active: false }],
    ['takes no calls any more', { roles: [] }],
  ] as const)
    describe(`who ${why}`, () => {
      it('rings the owner’s team, one of whom gets the task if nobody answers', async () =>
        assert.deepEqual(await rungFor(rep(facts)), ['Marcus Hale for Lena', 'group lena']));
      it('rings the group of the org, where it names one', async () =>
        assert.deepEqual(await rungFor(rep(facts), { group: { kind: 'queue', name: 'Sales' } }), [
          'Marcus Hale for Jo',
          'group jo',
        ]));
      it('rings those for unknown callers where the team has nobody', async () =>
        assert.deepEqual(
          await rungFor(rep(facts), { unknownCallers: { kind: 'queue', name: 'New' } }, []),
          ['Marcus Hale for Jo', 'group jo'],
        ));
      it('is refused only where there is nobody at all', async () =>
        assert.equal(await rungFor(rep(facts), {}, []), 'call_not_found'));
    });
});
