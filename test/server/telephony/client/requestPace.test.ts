import assert from 'node:assert/strict';
import {
  createRequestPace,
  type RequestPace,
} from '../../../../server/telephony/client/requestPace.ts';

/** A pace of five requests per second on a clock that is moved by hand. */
function start() {
  let now = 0;
  const timers = new Set<{ at: number; act: () => void }>();
  const pace = createRequestPace(5, {
    now: () => now,
    after(ms, act) {
      const timer = { at: now + ms, act };
      timers.add(timer);
      return () => timers.delete(timer);
    },
  });
  const gone: number[] = [];
  return {
    pace,
    /** When each request went, in milliseconds. */
    gone,
    ask(count: number): void {
      for (let i = 0; i < count; i += 1) void pace.turn().then(() => gone.push(now));
    },
    async pass(ms: number): Promise<void> {
      const until = now + ms;
      for (;;) {
        await settled();
        const next = [...timers].filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at)[0];
        if (!next) break;
        timers.delete(next);
        now = next.at;
        next.act();
      }
      now = until;
    },
  };
}
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const busy = (pace: RequestPace, retryAfterMs?: number) =>
  pace.heard({ statusCode: 429, body: { details: retryAfterMs ? { retryAfterMs } : undefined } });

describe('looks that are not urgent', () => {
  it('go at the rate that they have, in the order of requests', async () => {
    const { ask, pass, gone } = start();
    ask(4);
    await pass(1_000);
    assert.deepEqual(gone, [0, 200, 400, 600]);
  });
  it('do not save up turns that nobody took', async () => {
    const { ask, pass, gone } = start();
    await pass(10_000);
    ask(3);
    await pass(1_000);
    assert.deepEqual(gone, [10_000, 10_200, 10_400]);
  });
  it('wait as long as Twilio says when any request met a 429', async () => {
    const { pace, ask, pass, gone } = start();
    ask(3);
    await pass(200);
    busy(pace, 5_000);
    await pass(10_000);
    assert.deepEqual(gone, [0, 200, 5_200]);
  });
  it('wait twice as long after each further 429 that does not say how long, for half a minute at most', async () => {
    const { pace, ask, pass, gone } = start();
    await pass(1_000);
    for (const pause of [1, 2, 4, 8, 16, 30, 30]) {
      busy(pace);
      ask(1);
      const before = gone.length;
      await pass(pause * 1_000 - 1);
      assert.equal(gone.length, before, `none goes in the pause of ${pause} s`);
      await pass(1);
      assert.equal(gone.length, before + 1);
    }
  });
  it('begin with a short pause again once a request was answered', async () => {
    const { pace, ask, pass, gone } = start();
    busy(pace);
    busy(pace);
    await pass(10_000);
    pace.heard({ statusCode: 200, body: {} });
    busy(pace);
    ask(1);
    await pass(1_000);
    assert.equal(gone.length, 1);
  });
  it('are given up when the server stops', async () => {
    const { pace } = start();
    await pace.turn();
    const waiting = pace.turn();
    pace.close();
    await assert.rejects(waiting, /the server stops/);
    await assert.rejects(pace.turn(), /the server stops/);
  });
});
