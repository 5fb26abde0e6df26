import CallAction from 'c/callAction';
import { answerRequests, type SoftphoneRequest } from 'c/softphoneBus';
import LightningConfirm from 'lightning/confirm';
import { ownCall } from 'test/builders';
import { eventDetails, show } from 'test/dom';
import { FakeServer } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);

let server: FakeServer;
let asked: SoftphoneRequest[];
let stop: () => void;

beforeEach(() => {
  asked = [];
  stop = answerRequests((request) => asked.push(request));
  server = new FakeServer().on(
    'POST /api/calls',
    { call: ownCall({ status: 'ringing' }), connect: { params: { callId: 'call-1' } } },
    201,
  );
});
afterEach(() => stop());

async function called(recordId: string): Promise<unknown[]> {
  const action = await show('c-call-action', CallAction, { recordId });
  const toasts = eventDetails(action, 'lightning__showtoast');
  await (action as unknown as CallAction).invoke();
  await expect(action).toBeAccessible();
  return toasts;
}

describe('the action Call', () => {
  it.each([
    ['003Dn000000000aIAQ', { contactId: '003Dn000000000aIAQ' }],
    ['00QDn000000000aIAQ', { contactId: '00QDn000000000aIAQ' }],
    ['001Dn000000000aIAQ', { accountId: '001Dn000000000aIAQ' }],
    ['006Dn000000000aIAQ', { opportunityId: '006Dn000000000aIAQ' }],
  ])('on %s calls from the softphone', async (recordId, record) => {
    const toasts = await called(recordId);
    expect(server.posted('/api/calls')).toEqual([{ ...record, requestId: expect.any(String) }]);
    expect(asked).toEqual([{ type: 'dial', callId: 'call-1', params: { callId: 'call-1' } }]);
    expect(toasts).toEqual([
      expect.objectContaining({ variant: 'info', title: 'Calling Marcus Hale…' }),
    ]);
  });

  it('says why a call is refused', async () => {
    server.refuses('POST /api/calls', 409, { code: 'rep_busy', message: 'You are on a call.' });
    expect(await called('003Dn000000000aIAQ')).toEqual([
      expect.objectContaining({ variant: 'error', title: 'You are on a call.' }),
    ]);
  });

  describe('of somebody who is on a call as its supervisor', () => {
    const ON_RAVIS = {
      code: 'already_on_another_call',
      message: "You're on Ravi Patel's call.",
      otherCall: { callId: 'call-2', interventionId: 'int-2', repName: 'Ravi Patel' },
    };
    const asks = (answer: boolean) => {
      const open = jest.fn(() => {
        server.on(
          'POST /api/calls',
          { call: ownCall({ status: 'ringing' }), connect: { params: { callId: 'call-1' } } },
          201,
        );
        return Promise.resolve(answer);
      });
      LightningConfirm.open = open;
      return open;
    };

    it('leaves that one for it by one click', async () => {
      server.refuses('POST /api/calls', 409, ON_RAVIS);
      const open = asks(true);
      const toasts = await called('003Dn000000000aIAQ');
      expect(open.mock.calls).toEqual([
        [
          {
            label: 'Leave and call',
            message: "You're on Ravi Patel's call. Do you want to leave it and place this call?",
          },
        ],
      ]);
      expect(server.posted('/api/calls').at(-1)).toMatchObject({ moveFrom: 'int-2' });
      expect(asked).toHaveLength(1);
      expect(toasts).toEqual([expect.objectContaining({ variant: 'info' })]);
    });

    it('stays on it when they say so, and nothing more is said', async () => {
      server.refuses('POST /api/calls', 409, ON_RAVIS);
      asks(false);
      expect(await called('003Dn000000000aIAQ')).toEqual([]);
      expect([server.posted('/api/calls').length, asked]).toEqual([1, []]);
    });
  });

  it('says so where no softphone is open', async () => {
    stop();
    const [toast] = await called('003Dn000000000aIAQ');
    expect(toast).toMatchObject({ variant: 'error', mode: 'sticky' });
    // It asks whether a phone can take the call, but places none.
    expect(server.asked.map(({ path }) => path)).toEqual(['/api/me/reach']);
  });
});
