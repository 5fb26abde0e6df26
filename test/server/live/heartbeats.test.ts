import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { sendHeartbeats } from '../../../server/live/heartbeats.ts';
import type { EventStream } from '../../../server/live/sse.ts';

const EVERY_MS = 2_000;

function openConsole() {
  const state = { beats: 0 };
  const stream: EventStream = {
    send: () => undefined,
    beat: () => void (state.beats += 1),
    close: () => undefined,
  };
  return { stream, state };
}

describe('heartbeats', () => {
  let started: unknown[];
  beforeEach(() => {
    mock.timers.enable({ apis: ['setInterval'] });
    const setIntervalOfTest = globalThis.setInterval;
    started = [];
    mock.method(globalThis, 'setInterval', (...args: Parameters<typeof setInterval>) => {
      started.push(args[1]);
      return setIntervalOfTest(...args);
    });
  });
  afterEach(() => {
    mock.restoreAll();
    mock.timers.reset();
  });

  it('come to each console once in the time', () => {
    const heartbeats = sendHeartbeats(EVERY_MS);
    const consoles = Array.from({ length: 50 }, openConsole);
    for (const { stream } of consoles) heartbeats.add(stream);
    mock.timers.tick(3 * EVERY_MS);
    assert.deepEqual(new Set(consoles.map(({ state }) => state.beats)), new Set([3]));
    heartbeats.stop();
  });

  it('need no timer without a console, before the first and after the last', () => {
    const heartbeats = sendHeartbeats(EVERY_MS);
    assert.equal(started.length, 0);
    const [first, second] = [openConsole(), openConsole()];
    heartbeats.add(first.stream);
    heartbeats.add(second.stream);
    assert.equal(started.length, 1);
    heartbeats.remove(first.stream);
    mock.timers.tick(EVERY_MS);
    heartbeats.remove(second.stream);
    mock.timers.tick(EVERY_MS);
    assert.deepEqual([first.state.beats, second.state.beats], [0, 1]);
    heartbeats.add(first.stream);
    assert.equal(started.length, 2);
    mock.timers.tick(EVERY_MS);
    assert.equal(first.state.beats, 1);
    heartbeats.stop();
  });
});
