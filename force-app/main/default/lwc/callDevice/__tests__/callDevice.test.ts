import CallDevice from 'c/callDevice';
import { joinCall } from 'c/dealsideApi';
import { answerRequests, type SoftphoneRequest } from 'c/softphoneBus';
import { forgetReach } from 'c/softphoneReach';
import { anIntervention } from 'test/builders';
import { find, findAll, show, textOf } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);
const PHONE = '+14155550199';
const REACH = {
  device: 'softphone',
  number: PHONE,
  numbers: [{ number: PHONE, from: 'crm' }],
  sip: 'sip:dana@phones.example',
};
const JOIN = '/api/calls/call-1/interventions';

let server: FakeServer;
let asked: SoftphoneRequest[];
let removeSoftphone: () => void;
beforeEach(() => {
  forgetReach();
  server = new FakeServer().on('GET /api/me/reach', REACH);
  asked = [];
  removeSoftphone = answerRequests((request) => asked.push(request));
});
afterEach(() => removeSoftphone());

const shown = async () => {
  const element = await show('c-call-device', CallDevice, {});
  await settled();
  return element;
};
const rings = (device: string) =>
  server.on(
    `POST ${JOIN}`,
    { intervention: anIntervention({ status: 'joining' }), connect: { ringing: device }, key: 'k' },
    201,
  );

describe('the device with which a supervisor joins', () => {
  it('is chosen beside the button, and remembered on the server (D34)', async () => {
    server.on('PUT /api/me/reach', { ...REACH, device: 'phone' });
    const element = await shown();
    expect(findAll(element, 'option').map(textOf)).toEqual([
      'This computer',
      'My phone, (415) 555-0199',
      'My SIP phone',
    ]);
    const select = find<HTMLSelectElement>(element, 'select');
    select.value = `phone ${PHONE}`;
    select.dispatchEvent(new Event('change'));
    await settled();
    expect(server.asked.find(({ method }) => method === 'PUT')).toMatchObject({
      path: '/api/me/reach',
      body: { device: 'phone', number: PHONE },
    });
    await expect(element).toBeAccessible();

    rings('phone');
    await joinCall('call-1');
    expect(server.posted(JOIN)).toMatchObject([{ device: 'phone' }]);
    expect(asked).toEqual([]);
  });

  it('is waited for by a join that is asked for while it is stored', async () => {
    server.on('PUT /api/me/reach', { ...REACH, device: 'phone' });
    const element = await shown();
    rings('phone');
    const select = find<HTMLSelectElement>(element, 'select');
    select.value = `phone ${PHONE}`;
    select.dispatchEvent(new Event('change'));
    await joinCall('call-1');
    expect(server.posted(JOIN)).toMatchObject([{ device: 'phone' }]);
  });

  it('is not asked of who has only the softphone', async () => {
    server.on('GET /api/me/reach', { device: 'softphone', numbers: [] });
    expect(textOf(await shown())).toBe('');
  });
});
