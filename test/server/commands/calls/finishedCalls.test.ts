import assert from 'node:assert/strict';
import { finishedCallsOf } from '../../../../server/commands/calls/finishedCalls.ts';
import type { Call } from '../../../../server/domain/call/call.ts';
import {
  CrmUnavailable,
  type CallSample,
  type FinishedCursor,
  type FinishedPage,
} from '../../../../server/ports/index.ts';
import { liveCall, person, qa, START } from '../../../support/builders.ts';
import { SAMPLE_POLICY } from '../../../support/samplePolicy.ts';

/** Calls that ended one second apart, the newest first; of every tenth, Maya manages the rep. */
const CALLS = Array.from({ length: 2_500 }, (_, n): Call => ({
  ...liveCall({
    callId: `call-${String(n).padStart(4, '0')}`,
    rep: {
      userId: `rep-${n}`,
      name: `Rep ${n}`,
      managerIds: n % 10 === 0 ? ['maya'] : ['somebody'],
    },
  }),
  status: 'ended',
  endedAt: new Date(Date.parse(START) - n * 1_000).toISOString(),
  endReason: 'hung_up',
}));

const isBefore = (call: Call, { endedAt, callId }: FinishedCursor): boolean =>
  call.status === 'ended' &&
  (call.endedAt < endedAt || (call.endedAt === endedAt && call.callId < callId));

const deps = (read: { calls: number } = { calls: 0 }) => ({
  finishedCalls: {
    page: async (_orgId: string, { size, before }: FinishedPage) => {
      const page = CALLS.filter((call) => !before || isBefore(call, before)).slice(0, size);
      read.calls += page.length;
      return page;
    },
  },
  isRepUnnotified: async (_orgId: string, { userId }: { userId: string }) => userId === 'rep-3',
  policies: { inForce: async () => SAMPLE_POLICY },
  clock: { now: () => START },
});

async function allOf(who: ReturnType<typeof person>): Promise<string[]> {
  const ids: string[] = [];
  let next: FinishedCursor | undefined;
  do {
    const page = await finishedCallsOf(deps(), who, { before: next });
    ids.push(...page.calls.map(({ callId }) => callId));
    ({ next } = page);
  } while (next);
  return ids;
}

describe('finished calls', () => {
  it('are all shown to a quality analyst, each once, page by page', async () =>
    assert.deepEqual(
      await allOf(qa()),
      CALLS.map(({ callId }) => callId),
    ));

  it('are shown to a manager of her own reps alone, and none is left out', async () =>
    assert.deepEqual(
      await allOf(person()),
      CALLS.filter(({ rep }) => rep.managerIds.includes('maya')).map(({ callId }) => callId),
    ));

  it('are not in the sample where the customer declined monitoring or a law blocks it', async () => {
    const declined = { isDeclined: true, source: 'rep', exceptReasons: [], at: START } as const;
    const page = async () => [{ ...CALLS[1]!, monitoringChoice: declined }, ...CALLS.slice(2, 5)];
    const ids = async (sample?: CallSample) => {
      const { calls } = await finishedCallsOf({ ...deps(), finishedCalls: { page } }, qa(), {
        sample,
      });
      return calls.map(({ callId }) => callId);
    };
    assert.deepEqual(await ids({ callsPerWeek: 2, newRepDays: 28 }), ['call-0002', 'call-0004']);
    assert.equal((await ids()).length, 4, 'the list itself has them');
    const listed = await finishedCallsOf({ ...deps(), finishedCalls: { page } }, qa(), {});
    assert.deepEqual([...listed.mayBeReviewed], ['call-0002', 'call-0004']);
  });

  it('are listed while the CRM is away, without any for a debrief; none is sampled', async () => {
    const away = { ...deps(), isRepUnnotified: () => Promise.reject(new CrmUnavailable('away')) };
    const { calls, mayBeReviewed } = await finishedCallsOf(away, qa(), {});
    assert.equal(calls.length, 25);
    assert.deepEqual([...mayBeReviewed], []);
    const sample = { callsPerWeek: 2, newRepDays: 28 };
    await assert.rejects(finishedCallsOf(away, qa(), { sample }), CrmUnavailable);
  });

  it('are looked for among so many at a time, and the next page goes on from there', async () => {
    const read = { calls: 0 };
    const stranger = person({ userId: 'tomas', name: 'Tomás Silva' });
    const { calls, next } = await finishedCallsOf(deps(read), stranger, {});
    assert.deepEqual(calls, []);
    assert.equal(read.calls, 1_000);
    assert.equal(next?.callId, 'call-0999');
  });
});
