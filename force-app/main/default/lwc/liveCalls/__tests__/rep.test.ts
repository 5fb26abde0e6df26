import LiveCalls from 'c/liveCalls';
import { answerRequests, type SoftphoneRequest } from 'c/softphoneBus';
import { anIntervention, OPPORTUNITY, ownCall } from 'test/builders';
import { click, findAll, show, textOf } from 'test/dom';
import { FakeServer } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);
jest.mock(
  '@salesforce/customPermission/Dealside_Monitor',
  () => ({ __esModule: true, default: undefined }),
  { virtual: true },
);
jest.mock(
  '@salesforce/customPermission/Dealside_Take_Calls',
  () => ({ __esModule: true, default: true }),
  { virtual: true },
);

let server: FakeServer;
let softphone: SoftphoneRequest[];
let removeSoftphone: () => void;

beforeEach(() => {
  server = new FakeServer();
  softphone = [];
  removeSoftphone = answerRequests((request) => softphone.push(request));
});
afterEach(() => removeSoftphone());

async function shown(snapshot: object = {}): Promise<HTMLElement> {
  const element = await show('c-live-calls', LiveCalls, { recordId: OPPORTUNITY });
  await server.snapshot(snapshot);
  return element;
}

describe('a rep without a call', () => {
  it('calls the contact of the deal', async () => {
    server.on(
      'POST /api/calls',
      { call: ownCall({ status: 'ringing' }), connect: { params: { callId: 'call-1' } } },
      201,
    );
    const element = await shown();
    await expect(element).toBeAccessible();
    await click(element, '[data-action=call]');
    expect(server.posted('/api/calls')).toEqual([
      { opportunityId: OPPORTUNITY, requestId: expect.any(String) },
    ]);
    expect(softphone).toEqual([{ type: 'dial', callId: 'call-1', params: { callId: 'call-1' } }]);
  });

  it('is told why a call is not possible', async () => {
    server.refuses('POST /api/calls', 422, {
      code: 'invalid_request',
      field: 'to',
      message: 'There is no phone number to call.',
    });
    const element = await shown();
    await click(element, '[data-action=call]');
    expect(textOf(element)).toContain('There is no phone number to call.');
    await expect(element).toBeAccessible();
  });
});

describe('a rep who is on a colleague’s call as its supervisor', () => {
  it('is told whose, and leaves it for a call of their own by one click', async () => {
    server.refuses('POST /api/calls', 409, {
      code: 'already_on_another_call',
      message: "You're on Lena Brandt's call.",
      otherCall: { callId: 'call-2', interventionId: 'int-2', repName: 'Lena Brandt' },
    });
    const element = await shown();
    await click(element, '[data-action=call]');
    expect(textOf(element)).toContain("You're on Lena Brandt's call. [Leave and call]");
    await expect(element).toBeAccessible();
    server.on(
      'POST /api/calls',
      { call: ownCall({ status: 'ringing' }), connect: { params: { callId: 'call-1' } } },
      201,
    );
    await click(element, '[data-action=leave-and-call]');
    expect(server.posted('/api/calls').at(-1)).toMatchObject({ moveFrom: 'int-2' });
    expect(softphone).toHaveLength(1);
    expect(findAll(element, '[data-action=leave-and-call]')).toHaveLength(0);
  });
});

describe('a rep whose call is not placed', () => {
  it.each([
    ['do_not_call', "This customer doesn't want to be called.", 'Write to them instead.'],
    ['too_many_calls', "You've placed 60 calls in a minute.", 'Wait a minute, then call again.'],
    ['country_not_called', "Your company doesn't call numbers in Somalia.", 'Check the code.'],
  ])('is told why, and what to do (%s)', async (code, message, hint) => {
    server.refuses('POST /api/calls', 403, { code, message, hint });
    const element = await shown();
    await click(element, '[data-action=call]');
    expect(textOf(element)).toContain(message);
    expect(textOf(element)).toContain(hint);
    expect(softphone).toEqual([]);
    await expect(element).toBeAccessible();
  });
});

describe('a rep on a call', () => {
  it('sees it, who else is on it, and no supervisor’s controls', async () => {
    const element = await shown({
      calls: [
        ownCall({
          interventions: [
            anIntervention('monitor', { supervisor: { userId: 'x', name: 'Tomás Silva' } }),
          ],
        }),
      ],
    });
    expect(textOf(element)).toContain('Tomás Silva, listening');
    expect(findAll(element, '[data-action]').map((each) => each.dataset.action)).toEqual([
      'hold',
      'hang-up',
      'flag',
      'monitoring-choice',
      'send-text',
      'help',
    ]);
    await expect(element).toBeAccessible();
  });

  it('can only listen once a supervisor has taken over (D4, D36)', async () => {
    const element = await shown({
      calls: [
        ownCall({
          rep: { userId: 'x', name: 'Ravi Patel', present: true, onHold: false, silenced: true },
        }),
      ],
    });
    expect(textOf(element)).toContain('Ravi Patel is only listening');
    expect(findAll(element, '[data-action]')).toHaveLength(0);
  });

  it('holds and resumes the customer', async () => {
    server.on('POST /api/calls/call-1/hold', {}, 202);
    const element = await shown({ calls: [ownCall()] });
    await click(element, '[data-action=hold]');
    await server.sends('call', ownCall({ customer: { name: 'Marcus Hale', onHold: true } }));
    expect(textOf(element)).toContain('Customer on hold');
    await click(element, '[data-action=hold]');
    expect(server.posted('/api/calls/call-1/hold')).toEqual([{ onHold: true }, { onHold: false }]);
  });

  it('hangs up', async () => {
    server.on('POST /api/calls/call-1/hangup', {}, 202);
    const element = await shown({ calls: [ownCall()] });
    await click(element, '[data-action=hang-up]');
    expect(server.posted('/api/calls/call-1/hangup')).toHaveLength(1);
  });
});
