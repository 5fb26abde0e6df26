import assert from 'node:assert/strict';
import { holding } from '../../../../server/domain/call/holds.ts';
import type { Participant } from '../../../../server/domain/call/participants.ts';

const at = (second: number): string =>
  new Date(Date.UTC(2026, 10, 20, 10, 0, second)).toISOString();
const customer: Participant = {
  party: { role: 'customer' },
  status: 'connected',
  audibleTo: 'everyone',
  onHold: false,
};

describe('how long a customer is on hold', () => {
  it('adds up over holds, and begins at the first report of each (V11)', () => {
    const held = holding(holding(customer, true, at(10)), true, at(12));
    assert.equal(held.heldSince, at(10));
    const again = holding(holding(held, false, at(30)), true, at(40));
    const released = holding(again, false, at(45));
    assert.deepEqual([released.heldMs, released.heldSince], [25_000, undefined]);
  });

  it('is nothing where there was no hold, and of nobody else', () => {
    assert.deepEqual(holding(customer, false, at(10)), customer);
    const rep: Participant = { ...customer, party: { role: 'rep' } };
    assert.deepEqual(holding(rep, true, at(10)), { ...rep, onHold: true });
  });

  it('is never less than nothing, when reports come out of order', () => {
    assert.equal(holding(holding(customer, true, at(30)), false, at(20)).heldMs, 0);
  });
});
