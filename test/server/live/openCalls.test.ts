import assert from 'node:assert/strict';
import type { Call } from '../../../server/domain/call/call.ts';
import { createOpenCalls, type OpenCalls } from '../../../server/live/openCalls.ts';
import type { CallChanges } from '../../../server/ports/index.ts';
import { liveCall, ORG } from '../../support/builders.ts';
import { quietLog } from '../../support/quietLog.ts';
import { until } from '../../support/until.ts';

const named = (name: string, callId = 'c1'): Call => liveCall({ callId, customer: { name } });

describe('the open calls in memory', () => {
  let openCalls: OpenCalls;
  let news: Parameters<CallChanges['subscribe']>[0];
  let reads: PromiseWithResolvers<ReadonlyMap<string, Call>>[];
  let wholeReads: PromiseWithResolvers<Call[]>[];
  let told: string[];
  let reloads: number;

  beforeEach(() => {
    [reads, wholeReads, told, reloads] = [[], [], [], 0];
    const next = <T>(list: PromiseWithResolvers<T>[]): Promise<T> => {
      list.push(Promise.withResolvers<T>());
      return list.at(-1)!.promise;
    };
    openCalls = createOpenCalls({
      store: { loadCalls: () => next(reads), findOpenCalls: () => next(wholeReads) },
      changes: {
        subscribe(listener) {
          news = listener;
          return () => undefined;
        },
      },
      log: quietLog,
      onChanged: (calls) => told.push(...calls.map(({ customer }) => customer.name)),
      onReloaded: () => (reloads += 1),
    });
  });
  afterEach(() => openCalls.close());

  const names = async () => (await openCalls.of(ORG)).map(({ customer }) => customer.name);

  describe('while what another instance changed is being read', () => {
    beforeEach(async () => {
      wholeReads[0]!.resolve([named('first')]);
      news.onChange('c1');
      await until('the call is being read', () => reads.length === 1);
    });

    it('a change of our own is told at once, and not undone by what was read before it', async () => {
      news.onChange('c1', named('ours'));
      await until('ours is told', () => told.includes('ours'));
      reads[0]!.resolve(new Map([['c1', named('older')]]));
      await until('the call is read once more', () => reads.length === 2);
      assert.deepEqual([told, await names()], [['ours'], ['ours']]);
      reads[1]!.resolve(new Map([['c1', named('newest')]]));
      await until('the newest is told', () => told.includes('newest'));
      assert.deepEqual(await names(), ['newest']);
    });

    it('what comes meanwhile is read after it', async () => {
      news.onChange('c1');
      reads[0]!.resolve(new Map([['c1', named('theirs')]]));
      await until('the call is read again', () => reads.length === 2);
      reads[1]!.resolve(new Map([['c1', named('theirs, later')]]));
      await until('the later is told', () => told.length === 2);
      assert.deepEqual(await names(), ['theirs, later']);
    });

    it('what was read is told', async () => {
      reads[0]!.resolve(new Map([['c1', named('theirs')]]));
      await until('theirs is told', () => told.length === 1);
      assert.deepEqual([told, await names()], [['theirs'], ['theirs']]);
    });

    it('a reading that fails is tried again', async () => {
      reads[0]!.reject(new Error('away'));
      await until('the call is read again', () => reads.length === 2);
      reads[1]!.resolve(new Map([['c1', named('theirs')]]));
      await until('theirs is told', () => told.includes('theirs'));
    });
  });

  describe('while everything is being read', () => {
    it('a change is not undone by what was read before it', async () => {
      news.onChange('c1', named('newer'));
      wholeReads[0]!.resolve([named('older'), named('other', 'c2')]);
      assert.deepEqual(await names(), ['newer', 'other']);
    });

    it('a gap has everything read once more, after the first reading', async () => {
      news.onGap();
      assert.equal(wholeReads.length, 1);
      wholeReads[0]!.resolve([named('first')]);
      await until('everything is read again', () => wholeReads.length === 2);
      wholeReads[1]!.resolve([named('second')]);
      await until('the reload is told', () => reloads === 1);
      assert.deepEqual(await names(), ['second']);
    });

    it('a call that ends is not shown', async () => {
      const call = named('over');
      news.onChange('c1', {
        ...call,
        status: 'ended',
        endedAt: call.startedAt,
        endReason: 'lost',
      });
      wholeReads[0]!.resolve([call]);
      assert.deepEqual(await names(), []);
    });
  });
});
