import CallPermissions from 'c/callPermissions';
import { click, find, findAll, show, textOf } from 'test/dom';
import { aPermissionExplanation } from 'test/permissions';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);

const WHY = 'GET /api/calls/call-1/permissions';
const opened = async () => {
  const element = await show('c-call-permissions', CallPermissions, {
    callId: 'call-1',
    repName: 'Ravi Patel',
  });
  await click(element, '[data-action=why]');
  await settled();
  return element;
};

describe('why, on a call', () => {
  it('names the rule of each mode, and says when a refused one will be allowed (D26)', async () => {
    new FakeServer().on(WHY, aPermissionExplanation());
    const element = await opened();
    expect(textOf(find(element, '[data-mode=monitor]'))).toContain(
      'Allowed Maya Okafor can monitor',
    );
    const barge = textOf(find(element, '[data-mode=barge]'));
    expect(barge).toContain('Not allowed');
    expect(barge).toContain('Rule: office-hours');
    expect(barge).toContain('Allowed from Nov 23');
    expect(barge).toContain("It doesn't apply at this hour.");
    await expect(element).toBeAccessible();
  });

  it('says what the law answers beside the policy', async () => {
    const consent = {
      allowed: false,
      rule: 'California by the customer’s number',
      message: 'The customer has not been told.',
      hint: 'Play the announcement.',
      jurisdictions: [{ place: 'US-CA' }, { place: 'US-TX' }],
    };
    new FakeServer().on(WHY, aPermissionExplanation({ consent }));
    const text = textOf(await opened());
    expect(text).toContain('Not allowed yet under California by the customer’s number');
    expect(text).toContain('The customer has not been told. Play the announcement.');
    expect(text).toContain('Jurisdictions: CA, TX');
  });

  it('asks nothing until it is wanted, and goes away again', async () => {
    const server = new FakeServer().on(WHY, aPermissionExplanation());
    const element = await show('c-call-permissions', CallPermissions, {
      callId: 'call-1',
      repName: 'Ravi Patel',
    });
    expect(server.asked).toEqual([]);
    await click(element, '[data-action=why]');
    await click(element, '[data-action=why]');
    expect(findAll(element, 'c-policy-permission-answer')).toHaveLength(0);
  });

  it('says that the answer could not be had, and asks again', async () => {
    const server = new FakeServer();
    server.refuses(WHY, 503, { code: 'crm_unavailable', message: 'Salesforce did not answer.' });
    const element = await opened();
    expect(textOf(element)).toContain('Salesforce did not answer.');
    server.on(WHY, aPermissionExplanation());
    await click(element, '[data-action=retry]');
    await settled();
    expect(findAll(element, 'c-policy-permission-answer')).toHaveLength(1);
  });
});
