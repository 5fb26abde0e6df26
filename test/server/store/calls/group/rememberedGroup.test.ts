import assert from 'node:assert/strict';
import { createCallMemory } from '../../../../../server/store/calls/group/callMemory.ts';
import type { GroupItem } from '../../../../../server/store/calls/group/groupItems.ts';
import {
  createMemoryTrust,
  isStillRemembered,
  rememberedState,
} from '../../../../../server/store/calls/group/rememberedGroup.ts';
import { liveCall } from '../../../../support/builders.ts';

const waiting = { resolve: () => undefined, reject: () => undefined };
const change = (callId: string, more: object = {}): GroupItem => ({
  kind: 'change',
  callId,
  decide: () => ({ audit: [], outbox: [], answer: 0 }),
  ...waiting,
  ...more,
});
const audit: GroupItem = { kind: 'audit', audit: [], ...waiting };

describe('a group that is decided from memory', () => {
  const memoryOf = (...callIds: string[]) => {
    const memory = createCallMemory();
    for (const callId of callIds) memory.remember({ version: 3, call: liveCall({ callId }) });
    return memory;
  };
  const stateOf = (group: readonly GroupItem[], memory = memoryOf('a', 'b')) =>
    rememberedState(group, { memory, elsewhere: 'elsewhere' });

  it('has the calls that it changes, at their versions', () => {
    const { calls } = stateOf([change('a'), audit, change('b'), change('a')])!;
    assert.deepEqual(
      [...calls].map(([callId, { version }]) => [callId, version]),
      [
        ['a', 3],
        ['b', 3],
      ],
    );
  });

  for (const [what, item] of [
    ['a call that is not remembered', change('c')],
    [
      'a new call',
      { kind: 'create', callId: 'a', call: liveCall(), audit: [], outbox: [], ...waiting },
    ],
    [
      'a decision that needs the other calls of a supervisor',
      change('a', { supervisor: { orgId: 'org', userId: 'maya' } }),
    ],
  ] as [string, GroupItem][])
    it(`is locked first if it has ${what}`, () =>
      assert.equal(stateOf([change('b'), item]), undefined));

  it('is locked first if a call has changed since it was decided', () => {
    const memory = memoryOf('a', 'b');
    const state = stateOf([change('a'), change('b')], memory)!;
    assert.ok(isStillRemembered(state, memory));
    memory.remember({ version: 4, call: liveCall({ callId: 'b' }) });
    assert.ok(!isStillRemembered(state, memory));
  });

  it('never has an older state than the newest that was remembered', () => {
    const memory = memoryOf('a');
    memory.remember({ version: 2, call: liveCall({ callId: 'a', customer: { name: 'older' } }) });
    assert.equal(memory.get('a')?.version, 3);
  });
});

describe('the trust in memory', () => {
  it('is given until memory was wrong, and again after some groups', () => {
    const trust = createMemoryTrust(3);
    const next = (groups: number) => Array.from({ length: groups }, () => trust.isGiven());
    assert.deepEqual(next(2), [true, true]);
    trust.withdraw();
    assert.deepEqual(next(5), [false, false, false, true, true]);
  });
});
