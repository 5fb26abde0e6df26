import assert from 'node:assert/strict';
import { followQuality } from '../../softphone/src/quality.ts';
import type { SdkSample } from '../../softphone/src/sdk.ts';
import { StubDevice, StubCall, StubService } from './support/stubDevice.ts';
import { VirtualClock } from './support/virtualClock.ts';

const second = (received: number, sent: number): SdkSample => ({
  packetsReceived: received,
  packetsSent: sent,
  packetsLostFraction: 0,
  jitter: 2,
});

describe('a warning of the SDK that no sound gets through', () => {
  let call: StubCall;
  let shown: string | undefined;
  beforeEach(() => {
    const service = new StubService(new VirtualClock('2026-11-30T08:00:00.000Z'), 3_600_000);
    call = new StubCall(new StubDevice(service, '0'), 'Priya', {});
    shown = undefined;
    followQuality(call, {
      isCurrent: () => true,
      onWarning: (warning) => (shown = warning),
      onLevels: () => undefined,
      onSample: () => undefined,
    });
  });

  /** As the SDK does: it warns of a second before it tells what the second was like. */
  const warned = (name: string, sample: SdkSample): void => {
    call.emit('warning', name);
    call.emit('sample', sample);
  };

  it('is not repeated of a new connection that has had no sound yet: that is judged elsewhere', () => {
    for (let i = 0; i < 2; i += 1) call.emit('sample', second(0, 0));
    warned('low-bytes-sent', second(0, 0));
    warned('low-bytes-received', second(0, 0));
    assert.equal(shown, undefined);
  });

  it('is not repeated once sound arrives, though the SDK withdraws it only after five seconds', () => {
    warned('low-bytes-received', second(0, 0));
    call.emit('sample', second(50, 50));
    assert.equal(shown, undefined);
  });

  it('is shown of a connection that had sound, for as long as it has none', () => {
    call.emit('sample', second(50, 50));
    for (let i = 0; i < 2; i += 1) call.emit('sample', second(0, 50));
    warned('low-bytes-received', second(0, 50));
    assert.equal(shown, 'noSound');
    call.emit('sample', second(12, 50));
    assert.equal(shown, undefined);
    call.emit('sample', second(0, 50));
    assert.equal(shown, 'noSound');
    call.emit('warning-cleared', 'low-bytes-received');
    assert.equal(shown, undefined);
  });

  it('is shown of a connection that only ever sends', () => {
    for (let i = 0; i < 2; i += 1) call.emit('sample', second(0, 50));
    warned('low-bytes-received', second(0, 50));
    assert.equal(shown, 'noSound');
  });

  it('hides no other warning', () => {
    warned('low-bytes-received', second(0, 0));
    call.emit('warning', 'high-jitter');
    assert.equal(shown, 'uneven');
    call.emit('sample', second(50, 50));
    assert.equal(shown, 'uneven');
  });
});
