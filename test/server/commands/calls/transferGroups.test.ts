import assert from 'node:assert/strict';
import { ringPlanOf } from '../../../../server/commands/calls/transferGroups.ts';
import { DEFAULT_INBOUND_RULES } from '../../../../server/domain/inbound/rules.ts';
import { rep } from '../../../support/builders.ts';
import { FakeDirectory } from '../../../support/fakeCrm.ts';

const CLOSED = { days: ['Sun'], from: '08:00', to: '18:00', zone: 'UTC' } as const;
const QUEUE = {
  ...DEFAULT_INBOUND_RULES,
  order: 'in_order',
  groupSeconds: 9,
  hours: CLOSED,
} as const;

/** The steps of a transfer to the org's group, with this record of the queue's own. */
async function steps(groups: ReadonlyMap<string, typeof QUEUE>) {
  const rules = {
    ...DEFAULT_INBOUND_RULES,
    hours: CLOSED,
    group: { kind: 'queue', name: 'Renewals' },
  } as const;
  const plan = await ringPlanOf(
    {
      directory: new FakeDirectory(
        ...['lena', 'jo'].map((userId) => rep({ userId, name: userId })),
      ),
      inboundRules: { of: async () => ({ rules, groups, holidays: [] }) },
      ringGroups: { members: async () => ['ravi', 'lena', 'jo'], teamOf: async () => [] },
      activities: { of: async () => new Map() },
      clock: { now: () => '2026-11-02T17:00:00.000Z' },
    },
    rep(),
    { toGroup: 'group' },
  );
  return plan.steps.map(
    ({ reps, seconds }) => `${reps.map(({ userId }) => userId).join(' ')} ${seconds}`,
  );
}

describe('a transfer to a group', () => {
  it('rings it at any hour, in the org’s order', async () =>
    assert.deepEqual(await steps(new Map()), ['lena jo 20']));
  it('rings a queue in the order and for the time of its own record', async () =>
    assert.deepEqual(await steps(new Map([['renewals', QUEUE]])), ['lena 9', 'jo 9']));
});
