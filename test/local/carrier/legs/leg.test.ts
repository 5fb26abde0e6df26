import assert from 'node:assert/strict';
import { createLeg } from '../../../../local/carrier/legs/leg.ts';

describe('a phone', () => {
  const leg = createLeg({ from: '+14155550100', to: '+14155550142', direction: 'outbound-api' });
  const sent: Int16Array[] = [];
  leg.farEnd = { send: (frame) => void sent.push(frame), ended: () => undefined };
  const frame = Int16Array.of(1, 2, 3);

  it('hears nothing while it rings, though the conference hears it ring', () => {
    leg.status = 'ringing';
    leg.hear(frame);
    assert.deepEqual(sent, []);
  });

  it('hears the others once it was answered', () => {
    leg.status = 'in-progress';
    leg.hear(frame);
    assert.deepEqual(sent, [frame]);
  });
});
