import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import { createLane, type Turn } from '../../../../../server/store/calls/group/lane.ts';

interface Item {
  readonly name: string;
  readonly callId?: string;
}
interface Group {
  readonly names: string[];
  readonly turn: Turn;
  readonly end: () => void;
}

describe('a lane of changes', () => {
  let groups: Group[];
  let lane: ReturnType<typeof createLane<Item>>;

  beforeEach(() => {
    groups = [];
    lane = createLane<Item>(
      (group, itsTurn) => {
        const { promise, resolve } = Promise.withResolvers<void>();
        groups.push({ names: group.map(({ name }) => name), turn: itsTurn, end: resolve });
        return promise;
      },
      (item, others) => item.name !== 'loner' || others.every(({ name }) => name !== 'loner'),
    );
  });

  const add = (...names: string[]): void =>
    names.forEach((name) => lane.add({ name, callId: `call of ${name}` }));
  /** All turns of the event loop that the lane takes until it waits for a commit. */
  async function settle(): Promise<void> {
    for (let n = 0; n < 5; n += 1) await turn();
  }
  const names = (): string[][] => groups.map((group) => group.names);
  const isResolved = async (promise: Promise<unknown>): Promise<boolean> =>
    Promise.race([promise.then(() => true), turn(false)]);

  it('commits together what comes together', async () => {
    add('a', 'b', 'c');
    await settle();
    assert.deepEqual(names(), [['a', 'b', 'c']]);
  });

  it('begins no second group while one is locked and decided', async () => {
    add('a');
    await settle();
    add('b');
    await settle();
    assert.deepEqual(names(), [['a']]);
    groups[0]!.end();
    await settle();
    assert.deepEqual(names(), [['a'], ['b']]);
  });

  describe('with a group that is being written', () => {
    beforeEach(async () => {
      add('a', 'b');
      await settle();
      groups[0]!.turn.isWritten();
      await settle();
    });

    it('begins the next one when as many wait, which is written after it', async () => {
      add('c');
      await settle();
      assert.deepEqual(names(), [['a', 'b']]);
      add('d');
      await settle();
      assert.deepEqual(names(), [
        ['a', 'b'],
        ['c', 'd'],
      ]);
      assert.equal(await isResolved(groups[1]!.turn.mayWrite), false);
      groups[0]!.end();
      assert.equal(await isResolved(groups[1]!.turn.mayWrite), true);
    });

    it('begins a smaller one when it is written', async () => {
      add('c');
      await settle();
      groups[0]!.end();
      await settle();
      assert.deepEqual(names(), [['a', 'b'], ['c']]);
    });

    it('lets nothing on its calls into the next one, nor what may not stand beside it', async () => {
      add('a', 'c', 'a', 'd');
      await settle();
      assert.deepEqual(names(), [
        ['a', 'b'],
        ['c', 'd'],
      ]);
      groups[0]!.end();
      groups[1]!.turn.isWritten();
      await settle();
      assert.deepEqual(names().at(-1), ['a', 'a']);
    });

    it('has at most one more under way', async () => {
      add('c', 'd');
      await settle();
      add('e', 'f', 'g');
      groups[1]!.turn.isWritten();
      await settle();
      assert.equal(groups.length, 2);
      groups[0]!.end();
      await settle();
      assert.deepEqual(names().at(-1), ['e', 'f', 'g']);
    });

    it('is idle when both have ended', async () => {
      add('c', 'd');
      await settle();
      const idle = lane.idle();
      groups[0]!.end();
      groups[1]!.turn.isWritten();
      await settle();
      assert.equal(await isResolved(idle), false);
      groups[1]!.end();
      await settle();
      assert.equal(await isResolved(idle), true);
    });
  });

  it('has what may not stand beside a group that is being written wait for its end', async () => {
    add('loner');
    await settle();
    groups[0]!.turn.isWritten();
    lane.add({ name: 'loner', callId: 'another' });
    await settle();
    assert.deepEqual(names(), [['loner']]);
    groups[0]!.end();
    await settle();
    assert.deepEqual(names(), [['loner'], ['loner']]);
  });
});
