import assert from 'node:assert/strict';
import { leaveCall } from '../../../../server/commands/supervision/leaveCall.ts';
import { interventionOf, type Call, type Party } from '../../../../server/domain/call/call.ts';
import { CarrierProblem } from '../../../../server/ports/index.ts';
import { createLocalLocks } from '../../../../server/store/locks/localLocks.ts';
import { active, at, liveCall, participant, person } from '../../../support/builders.ts';
import { FakeConferenceControl } from '../../../support/fakeConferenceControl.ts';
import { createMemoryStore } from '../../../support/memoryStore.ts';
import { quietLog } from '../../../support/quietLog.ts';

const PARTIES: readonly Party[] = [
  { role: 'customer' },
  { role: 'rep' },
  { role: 'supervisor', interventionId: 'i1' },
];

/** Maya monitors at a carrier that reports nothing of what it does. */
async function supervised() {
  const control = new FakeConferenceControl();
  const refs = PARTIES.map((party) => control.admit('c1', party));
  const call: Call = liveCall({
    conferenceId: refs[0]!.conferenceId,
    participants: PARTIES.map(({ role }, n) =>
      participant(role as 'customer' | 'rep' | 'supervisor', {
        connectionId: refs[n]!.connectionId,
        ...(role === 'supervisor' && { audibleTo: 'nobody' as const }),
      }),
    ),
    interventions: [active()],
  });
  const { store } = createMemoryStore();
  await store.createCall(call, [], []);
  const postponed: (() => Promise<void>)[] = [];
  const deps = {
    store,
    control,
    locks: createLocalLocks(),
    clock: { now: () => at(30) },
    ids: { next: () => crypto.randomUUID() },
    log: quietLog,
    later: (_delayMs: number, work: () => Promise<void>) => void postponed.push(work),
  };
  return {
    control,
    leave: () => leaveCall(deps, person({ userId: 'maya' }), { interventionId: 'i1' }),
    /** Does what was put off until the carrier's report should have come. */
    wait: async () => {
      for (const work of postponed.splice(0)) await work();
    },
    status: async () => interventionOf((await store.loadCall('c1'))!, 'i1')?.status,
  };
}

describe('a supervisor who leaves', () => {
  it('has left once the carrier is asked, where it reports nothing', async () => {
    const { leave, wait, status } = await supervised();
    assert.ok('ok' in (await leave()));
    assert.equal(await status(), 'active', 'the carrier has not said so yet');
    await wait();
    assert.equal(await status(), 'ended');
  });

  it('is taken off by the next look where the carrier failed to, and a second click ends it', async () => {
    const { control, leave, wait, status } = await supervised();
    control.failNext(new CarrierProblem('unavailable', 'no answer'));
    assert.ok('ok' in (await leave()));
    await wait();
    await wait();
    assert.equal(await status(), 'active', 'removed, and not reported yet');
    assert.ok('ok' in (await leave()));
    await wait();
    assert.equal(await status(), 'ended');
  });
});
