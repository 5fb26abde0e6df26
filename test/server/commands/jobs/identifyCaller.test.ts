import assert from 'node:assert/strict';
import {
  callerIdentifier,
  withCallersIdentified,
} from '../../../../server/commands/jobs/identifyCaller.ts';
import { repOnCall, type Call } from '../../../../server/domain/call/call.ts';
import { personWithoutRights } from '../../../../server/domain/call/people.ts';
import { DEFAULT_INBOUND_RULES } from '../../../../server/domain/inbound/rules.ts';
import { CrmProblem } from '../../../../server/ports/index.ts';
import { at, liveCall, ORG, rep, ringingCall } from '../../../support/builders.ts';
import { FakeCustomerLookup, FakeDirectory } from '../../../support/fakeCrm.ts';
import { createMemoryStore } from '../../../support/memoryStore.ts';

const PHONE = '+12065550187';
const UNREAD = {
  direction: 'inbound',
  customer: { name: 'Unknown caller', phone: PHONE },
  opportunity: undefined,
  ringing: { steps: [], otherwise: 'voicemail', isCallerUnread: true },
} as const satisfies Partial<Call>;

/** A caller left a message while the CRM did not answer, and nobody could be named. */
const missed = (): Call => ({
  ...ringingCall({ ...UNREAD, rep: repOnCall(personWithoutRights(ORG, '', at(0))) }),
  status: 'ended',
  endedAt: at(1),
  endReason: 'voicemail',
});

const MARCUS = {
  customer: { name: 'Marcus Hale', phone: PHONE, contactId: '003marcus' },
  opportunity: { opportunityId: '006roll', name: 'Roll-out' },
  ownerUserId: 'lena',
};

/** An org, and what is saved of a call in it: whose call, with whom. */
async function org(call: Call, { isKnown = true, administrators = ['ada'] } = {}) {
  const memory = createMemoryStore();
  await memory.store.createCall(call, [], []);
  const customers = new FakeCustomerLookup(...(isKnown ? [MARCUS] : []));
  const directory = new FakeDirectory(
    rep({ userId: 'lena', name: 'Lena' }),
    rep({ userId: 'ada', name: 'Ada', roles: ['admin'] }),
  );
  let ids = 0;
  const identify = callerIdentifier({
    store: memory.store,
    customers,
    directory,
    inboundRules: {
      of: async () => ({ rules: DEFAULT_INBOUND_RULES, groups: new Map(), holidays: [] }),
    },
    ringGroups: {
      members: async () => [],
      teamOf: async () => [],
      administrators: async () => administrators,
    },
    clock: { now: () => at(60) },
    ids: { next: () => `id-${(ids += 1)}` },
  });
  const saved: string[] = [];
  const save = withCallersIdentified(identify, async (writes: readonly { call: Call }[]) => {
    saved.push(...writes.map((one) => `${one.call.customer.name} for ${one.call.rep.name}`));
    return writes.map(() => undefined);
  });
  const deliver = async () => save([{ call: (await memory.store.loadCall(call.callId)) ?? call }]);
  return { customers, directory, deliver, saved };
}

describe('a call that was missed while the CRM did not answer', () => {
  it('waits while the CRM does not answer, and is then the owner’s, about the deal', async () => {
    const { customers, deliver, saved } = await org(missed());
    customers.isUnavailable = true;
    const [problem] = await deliver();
    assert.ok(problem instanceof CrmProblem);
    assert.deepEqual([problem.kind, problem.isAway, saved], ['retry', true, []]);
    customers.isUnavailable = false;
    assert.deepEqual(await deliver(), [undefined]);
    assert.deepEqual(saved, ['Marcus Hale for Lena']);
  });

  it('waits while its owner alone cannot be read, and is never somebody else’s meanwhile', async () => {
    const { directory, deliver, saved } = await org({
      ...missed(),
      customer: MARCUS.customer,
      ringing: { steps: [], otherwise: 'voicemail', isRepUnread: true },
    });
    directory.isUnavailable = true;
    const [problem] = await deliver();
    assert.ok(problem instanceof CrmProblem);
    assert.deepEqual([problem.kind, problem.isAway, saved], ['retry', true, []]);
    directory.isUnavailable = false;
    assert.deepEqual([await deliver(), await deliver()], [[undefined], [undefined]]);
    assert.deepEqual(saved, ['Marcus Hale for Lena', 'Marcus Hale for Lena']);
  });

  it('is read once', async () => {
    const { customers, deliver, saved } = await org(missed());
    await deliver();
    customers.isUnavailable = true;
    assert.deepEqual(await deliver(), [undefined]);
    assert.deepEqual(saved, ['Marcus Hale for Lena', 'Marcus Hale for Lena']);
  });

  it('is an administrator’s where the caller is unknown and no group is named', async () => {
    const { deliver, saved } = await org(missed(), { isKnown: false });
    await deliver();
    assert.deepEqual(saved, ['Unknown caller for Ada']);
  });

  it('is tried again where nobody can be given it', async () => {
    const { deliver, saved } = await org(missed(), { isKnown: false, administrators: [] });
    const [problem] = await deliver();
    assert.ok(problem instanceof CrmProblem);
    assert.equal(problem.fault?.code, 'missed_call_unassigned');
    assert.deepEqual(saved, []);
  });
});

describe('a call that a rep took while the CRM did not answer', () => {
  it('stays that rep’s, and is logged about the customer who called', async () => {
    const { deliver, saved } = await org(
      liveCall({ ...UNREAD, rep: repOnCall(rep({ userId: 'ravi', name: 'Ravi Patel' })) }),
    );
    await deliver();
    assert.deepEqual(saved, ['Marcus Hale for Ravi Patel']);
  });
});
