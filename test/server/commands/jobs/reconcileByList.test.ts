import assert from 'node:assert/strict';
import {
  reconcileByList,
  type ListMemory,
} from '../../../../server/commands/jobs/reconcileByList.ts';
import type { Call } from '../../../../server/domain/call/call.ts';
import type { ListedConference } from '../../../../server/domain/carrier/listedConferences.ts';
import { CarrierProblem } from '../../../../server/ports/index.ts';
import { at, liveCall } from '../../../support/builders.ts';
import { startRoundStage, type RoundStage } from '../../../support/roundDeps.ts';

const named = (n: number): string => `call-${String(n).padStart(5, '0')}`;
const call = (callId: string, more: Partial<Call> = {}): Call =>
  ({ ...liveCall({ callId, conferenceId: `CF-${callId}` }), ...more }) as Call;
const conference = ({ callId, conferenceId }: Call): ListedConference => ({
  callId,
  conferenceId: conferenceId!,
});

describe('the comparison with the carrier’s list', () => {
  let stage: RoundStage;
  let listed: ListedConference[];
  let lists: number;
  let fault: Error | undefined;
  let memory: ListMemory;

  beforeEach(() => {
    listed = [];
    lists = 0;
    fault = undefined;
    /** As long after the start: no first turn any more. */
    memory = { leftOfFirstTurn: 0 };
    stage = startRoundStage({
      async listConferences() {
        lists += 1;
        if (fault) throw fault;
        return listed;
      },
    });
  });
  const round = async (seconds: number) => {
    stage.seconds = seconds;
    stage.looks.length = 0;
    await reconcileByList({ ...stage.deps, looksPerSecond: 5 }, memory);
    return stage.looks.toSorted();
  };
  const status = async (callId: string) => (await stage.deps.store.loadCall(callId))?.status;
  /** This many calls that are as known. */
  const many = async (count: number): Promise<void> => {
    const calls = Array.from({ length: count }, (_, i) => call(named(i)));
    await stage.create(...calls);
    listed = calls.map(conference);
  };

  it('ends a call whose conference is over at the carrier, and looks into no other', async () => {
    const [over, on] = [call('over'), call('on')];
    await stage.create(over, on);
    listed = [conference(on)];
    memory.turnedAt = Date.parse(at(100));
    stage.answer = async () => undefined;
    assert.deepEqual(await round(100), ['over']);
    assert.deepEqual([await status('over'), await status('on')], ['ended', 'live']);
  });
  it('does not end a call because the list lacks it: the look into it decides', async () => {
    await stage.create(call('on'));
    assert.deepEqual(await round(100), ['on']);
    assert.equal(await status('on'), 'live');
  });
  it('looks into a call that has ended and whose conference goes on', async () => {
    const over = call('over', { status: 'ended', endedAt: at(9), endReason: 'hung_up' } as never);
    await stage.create(over);
    listed = [conference(over), { callId: 'of another program', conferenceId: 'CF9' }];
    assert.deepEqual(await round(100), ['over']);
  });
  it('asks for the list every ten seconds', async () => {
    for (const seconds of [100, 102, 109, 110, 115, 120]) await round(seconds);
    assert.equal(lists, 3);
  });
  it('looks into nothing when there is no list, and asks again', async () => {
    await stage.create(call('on'));
    fault = new CarrierProblem('unavailable', 'busy', '20429');
    assert.deepEqual(await round(100), []);
    fault = undefined;
    assert.deepEqual(await round(110), ['on']);
  });

  describe('with nothing to correct', () => {
    /** Looks in a quarter of an hour, per second. */
    const rate = async (): Promise<number> => {
      let looks = 0;
      for (let seconds = 100; seconds < 1_000; seconds += 10)
        looks += (await round(seconds)).length;
      return looks / 900;
    };
    it('looks into 500 calls at 0.2 a second (D38)', async () => {
      await many(500);
      assert.ok(Math.abs((await rate()) - 0.2) < 0.01);
    });
    it('looks into each of 500 calls once before it looks into one again', async () => {
      await many(500);
      const looked: string[] = [];
      for (let seconds = 100; looked.length < 500; seconds += 10)
        looked.push(...(await round(seconds)));
      assert.equal(new Set(looked).size, 500);
    });
    it('looks into each of 5,000 calls once an hour', async () => {
      await many(5_000);
      assert.ok(Math.abs((await rate()) - 5_000 / 3_600) < 0.1);
    });
    it('never takes more than half of the looks', async () => {
      await many(5_000);
      memory = {};
      assert.ok((await rate()) <= 2.5);
    });
    it('looks into all calls soon after the start: callbacks may have been missed', async () => {
      await many(60);
      memory = {};
      const looked = [...(await round(100)), ...(await round(110)), ...(await round(120))];
      assert.equal(new Set(looked).size, 60);
    });
  });
});
