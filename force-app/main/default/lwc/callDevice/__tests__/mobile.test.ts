import CallDevice from 'c/callDevice';
import { joinCall } from 'c/dealsideApi';
import { forgetReach } from 'c/softphoneReach';
import { anIntervention } from 'test/builders';
import { findAll, show, textOf } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);
jest.mock('@salesforce/client/formFactor', () => ({ __esModule: true, default: 'Small' }), {
  virtual: true,
});

const PHONE = '+14155550199';
const JOIN = '/api/calls/call-1/interventions';
const NO_PHONE = { device: 'softphone', numbers: [] };

let server: FakeServer;
beforeEach(() => {
  forgetReach();
  server = new FakeServer()
    .on('GET /api/me/reach', { ...NO_PHONE, number: PHONE, numbers: [{ number: PHONE }] })
    .on(
      `POST ${JOIN}`,
      { intervention: anIntervention({ status: 'joining' }), connect: { ringing: 'phone' } },
      201,
    );
});

const shown = async () => {
  const element = await show('c-call-device', CallDevice, {});
  await settled();
  return element;
};

describe('a supervisor in the mobile app, which has no softphone', () => {
  it('joins by their own phone, and the page says why (V4)', async () => {
    const element = await shown();
    expect(findAll(element, 'select')).toHaveLength(0);
    expect(textOf(element)).toContain('Dealside calls your phone, (415) 555-0199');
    await expect(element).toBeAccessible();
    await joinCall('call-1');
    expect(server.posted(JOIN)).toMatchObject([{ device: 'phone' }]);
  });

  it('joins by SIP where that is all they have', async () => {
    server.on('GET /api/me/reach', { ...NO_PHONE, sip: 'sip:dana@phones.example' });
    expect(textOf(await shown())).toContain('Dealside calls your SIP phone');
    await joinCall('call-1');
    expect(server.posted(JOIN)).toMatchObject([{ device: 'sip' }]);
  });

  it('is told what to do where they have neither', async () => {
    server.on('GET /api/me/reach', NO_PHONE);
    expect(textOf(await shown())).toContain('your Salesforce user has no phone');
    await expect(joinCall('call-1')).rejects.toMatchObject({ code: 'softphone_missing' });
  });
});
