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
import { CrmUnavailable } from '../../../../server/ports/index.ts';
import { ORG, rep } from '../../../support/builders.ts';
import { FakeCustomerLookup, FakeDirectory } from '../../../support/fakeCrm.ts';
import { createMemoryStore } from '../../../support/memoryStore.ts';
import { NO_CHOICES } from '../../../support/noChoices.ts';
import { DISCLOSED_ELSEWHERE } from '../../../support/samplePolicy.ts';

const CUSTOMER = '+12065550187';
const NOW = '2026-11-02T17:00:00.000Z';
const TEAM_OF_MAYA = ['ravi', 'lena'];
const QUEUE = { kind: 'queue', name: 'Sales' } as const;
const lena = rep({ userId: 'lena', name: 'Lena' });
const jo = rep({ userId: 'jo', name: 'Jo', managerIds: ['tomas'] });

/** An administrator and a quality analyst, who take no calls. */
const ada = rep({ userId: 'ada', name: 'Ada', roles: ['admin'] });
const quinn = rep({ userId: 'quinn', name: 'Quinn', roles: ['qa'] });

/** What of the CRM does not answer. */
type Away = 'customers' | 'rules' | 'groups' | 'the owner' | 'people';

interface Org {
  readonly rules?: Partial<InboundRules>;
  readonly team?: readonly string[];
  readonly queue?: readonly string[];
  readonly administrators?: readonly string[];
  readonly from?: string;
  readonly away?: readonly Away[];
  readonly sources?: Partial<ReceiveCallDeps>;
}

/** Whom the call of a customer rings whose deal is Ravi's, and whose call it is meanwhile. */
async function rungFor(
  ravi: Person,
  {
    rules = {},
    team = TEAM_OF_MAYA,
    queue = ['jo'],
    administrators = ['ada'],
    from = CUSTOMER,
    away = [],
    sources = {},
  }: Org = {},
) {
  let ids = 0;
  const customers = new FakeCustomerLookup({
    customer: { name: 'Marcus Hale', phone: CUSTOMER },
    ownerUserId: 'ravi',
  });
  customers.isUnavailable = away.includes('customers');
  const people = new FakeDirectory(ravi, lena, jo, quinn, ada);
  const read = async <T>(what: Away, found: T): Promise<T> => {
    if (away.includes(what)) throw new CrmUnavailable('away');
    return found;
  };
  const deps: ReceiveCallDeps = {
    store: createMemoryStore().store,
    customers,
    directory: {
      known: () => undefined,
      person: async (orgId, userId) => {
        const isAway = away.includes('people') || (away.includes('the owner') && userId === 'ravi');
        if (isAway) throw new CrmUnavailable('away');
        return people.person(orgId, userId);
      },
    },
    inboundRules: {
      of: () =>
        read('rules', {
          rules: { ...DEFAULT_INBOUND_RULES, ...rules },
          groups: new Map(),
          holidays: [],
        }),
    },
    ringGroups: {
      members: () => read('groups', queue),
      teamOf: (_orgId, managerId) => read('groups', managerId === 'maya' ? team : []),
      administrators: () => read('groups', administrators),
    },
    activities: { of: async () => new Map() },
    clock: { now: () => NOW },
    ids: { next: () => `id-${(ids += 1)}` },
    ...NO_CHOICES,
    consent: { of: async () => DISCLOSED_ELSEWHERE },
    speech: { of: async () => ({ wordings: [], places: [] }) },
    recordsCalls: false,
    transcribesCalls: async () => false,
    ...sources,
  };
  const received = await receiveCall(deps, { orgId: ORG, from, connectionId: 'CA1' });
  if ('refusal' in received) return received.refusal.code;
  const { rep: whose, customer, ringing, status } = received.ok;
  return [
    `${customer.name} for ${whose.name}`,
    ...(ringing!.isCallerUnread ? ['to be read'] : []),
    ...(ringing!.isRepUnread ? ['whose to be read'] : []),
    ...ringing!.steps.map(
      ({ whom, reps }) => `${whom} ${reps.map(({ userId }) => userId).join(' ')}`,
    ),
    ...(status === 'ended' ? [ringing!.otherwise] : []),
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
        assert.deepEqual(await rungFor(rep(facts), { rules: { group: QUEUE } }), [
          'Marcus Hale for Jo',
          'group jo',
        ]));
      it('rings those for unknown callers where the team has nobody', async () =>
        assert.deepEqual(
          await rungFor(rep(facts), { rules: { unknownCallers: QUEUE }, team: [] }),
          ['Marcus Hale for Jo', 'group jo'],
        ));
      it('leaves the task to an administrator where there is nobody to ring', async () =>
        assert.deepEqual(await rungFor(rep(facts), { team: [] }), [
          'Marcus Hale for Ada',
          'voicemail',
        ]));
    });
});

describe('a caller unknown to the CRM', () => {
  const stranger = (org: Org = {}) => rungFor(rep(), { from: '+13125550111', ...org });

  it('rings the group for such callers', async () =>
    assert.deepEqual(await stranger({ rules: { unknownCallers: QUEUE } }), [
      'Unknown caller for Jo',
      'group jo',
    ]));
  it('leaves a message for an administrator where no group is named', async () =>
    assert.deepEqual(await stranger(), ['Unknown caller for Ada', 'voicemail']));
  it('leaves a missed call for an administrator where the org takes no messages', async () =>
    assert.deepEqual(await stranger({ rules: { takesMessages: false } }), [
      'Unknown caller for Ada',
      'goodbye',
    ]));
  it('leaves a message for a member of the group who takes no calls, before an administrator', async () =>
    assert.deepEqual(await stranger({ rules: { unknownCallers: QUEUE }, queue: ['quinn'] }), [
      'Unknown caller for Quinn',
      'voicemail',
    ]));
  it('is refused only where there is nobody at all', async () =>
    assert.equal(await stranger({ administrators: [] }), 'call_not_found'));
});

describe('a caller whom the CRM cannot name, as it does not answer', () => {
  it('waits for it once: all that does not depend on the caller is asked at the same time', async () => {
    const asked: string[] = [];
    const asking =
      <T>(what: string, answer: T) =>
      async (): Promise<T> => {
        asked.push(what);
        return answer;
      };
    await rungFor(rep(), {
      sources: {
        inboundRules: {
          of: asking('rules', { rules: DEFAULT_INBOUND_RULES, groups: new Map(), holidays: [] }),
        },
        consent: { of: asking('consent', DISCLOSED_ELSEWHERE) },
        speech: { of: asking('speech', { wordings: [], places: [] }) },
        transcribesCalls: asking('transcription', false),
        customers: {
          ...new FakeCustomerLookup(),
          byPhone: async () => {
            asked.push('the caller');
            await new Promise(setImmediate);
            asked.push('the caller is known');
            return undefined;
          },
        } as unknown as FakeCustomerLookup,
      },
    });
    assert.deepEqual(asked, [
      'rules',
      'consent',
      'speech',
      'transcription',
      'the caller',
      'the caller is known',
    ]);
  });

  it('rings the group that was read before', async () =>
    assert.deepEqual(
      await rungFor(rep(), { rules: { unknownCallers: QUEUE }, away: ['customers'] }),
      ['Unknown caller for Jo', 'to be read', 'group jo'],
    ));
  it('rings the group while the owner alone cannot be read, whose call it is if nobody answers', async () =>
    assert.deepEqual(await rungFor(rep(), { rules: { group: QUEUE }, away: ['the owner'] }), [
      'Marcus Hale for Jo',
      'whose to be read',
      'group jo',
    ]));
  it('leaves a message where neither the owner nor anybody of the group can be read', async () => {
    for (const rules of [{}, { group: QUEUE }, { unknownCallers: QUEUE }])
      assert.deepEqual(await rungFor(rep(), { rules, away: ['people'] }), [
        'Marcus Hale for Not assigned yet',
        'whose to be read',
        'voicemail',
      ]);
  });
  it('leaves a message where nobody knows the caller, and the group cannot be read', async () =>
    assert.deepEqual(
      await rungFor(rep(), {
        from: '+12065550100',
        rules: { unknownCallers: QUEUE },
        away: ['groups'],
      }),
      ['Unknown caller for Not assigned yet', 'whose to be read', 'voicemail'],
    ));
  it('is asked for the rest once only, when it does not answer', async () => {
    const asked: string[] = [];
    const directory = {
      known: () => undefined,
      person: async (_orgId: string, userId: string): Promise<undefined> => {
        asked.push(userId);
        throw new CrmUnavailable('away');
      },
    };
    await rungFor(rep(), { rules: { group: QUEUE }, sources: { directory } });
    assert.deepEqual(asked.toSorted(), ['jo', 'ravi']);
  });
  it('leaves a message that is assigned later, where nothing was read before', async () =>
    assert.deepEqual(await rungFor(rep(), { away: ['customers', 'rules', 'groups'] }), [
      'Unknown caller for Not assigned yet',
      'to be read',
      'whose to be read',
      'voicemail',
    ]));
});
