import assert from 'node:assert/strict';
import { measureInOrder } from '../../../../server/commands/supervision/measureLatency.ts';
import type { LatencyLedger } from '../../../../server/ports/index.ts';
import { quietLog } from '../../../support/quietLog.ts';
import { until } from '../../../support/until.ts';

describe('the measurements of one request', () => {
  it('are noted in their order, though the first is slow', async () => {
    const noted: string[] = [];
    const first = Promise.withResolvers<void>();
    const measured = measureInOrder({ latency: {} as LatencyLedger, log: quietLog });
    measured(async () => {
      await first.promise;
      noted.push('requested');
    });
    measured(async () => void noted.push('answered'));
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(noted, []);
    first.resolve();
    await until('both are noted', () => noted.length === 2);
    assert.deepEqual(noted, ['requested', 'answered']);
  });

  it('are each noted, though the one before was lost, which is logged', async () => {
    const noted: string[] = [];
    const warned: string[] = [];
    const measured = measureInOrder({
      latency: {} as LatencyLedger,
      log: { ...quietLog, warn: (_facts: object, text: string) => void warned.push(text) },
    });
    measured(() => Promise.reject(new Error('no connection')));
    measured(async () => void noted.push('answered'));
    await until('the second is noted', () => noted.length === 1);
    assert.deepEqual(warned, ['storing a latency measurement failed']);
  });
});
