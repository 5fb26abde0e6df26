import assert from 'node:assert/strict';
import { personalFacts } from '../../../../server/domain/audit/personalFacts.ts';
import { evolveAll } from '../../../../server/domain/call/evolve.ts';
import { decideCustomerLink } from '../../../../server/domain/supervision/linkCustomer.ts';
import { at, liveCall, person } from '../../../support/builders.ts';

const rep = person({ userId: 'ravi' });
const PHONE = '+15005550123';
const unknown = {
  ...liveCall(),
  rep: { ...liveCall().rep, userId: 'ravi' },
  customer: { name: 'Unknown caller', phone: PHONE, place: { country: 'US', region: 'WA' } },
};
const lead = { name: 'Dana Cole', contactId: '00Q1', accountName: 'Unknown' };
const linked = (call = unknown, customer = lead, who = rep) =>
  decideCustomerLink(call, { rep: who, customer }, at(10));

describe('a call from an unknown customer', () => {
  it('goes on with the record, keeps number and place, and names who can have it erased', () => {
    const decided = linked();
    assert.ok('events' in decided);
    const after = evolveAll(unknown, decided.events);
    assert.deepEqual(after.customer, { ...unknown.customer, ...lead });
    assert.deepEqual(
      personalFacts(decided.events[0]!, after).map(({ name, subjects }) => [name, subjects]),
      [
        ['customer.name', ['contact:00Q1', `phone:${PHONE}`]],
        ['customer.contactId', ['contact:00Q1', `phone:${PHONE}`]],
      ],
    );
  });

  it('is linked once, by a rep who has or had it', () => {
    const known = { ...unknown, customer: { ...unknown.customer, ...lead } };
    assert.deepEqual(linked(known), { events: [] });
    const other = linked(known, { ...lead, contactId: '00Q2' });
    assert.ok('refusal' in other && other.refusal.code === 'customer_known');
    const stranger = linked(unknown, lead, person({ userId: 'lena' }));
    assert.ok('refusal' in stranger && stranger.refusal.code === 'not_your_call');
  });
});
