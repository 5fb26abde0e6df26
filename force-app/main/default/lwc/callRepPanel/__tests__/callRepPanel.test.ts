import CallRepPanel from 'c/callRepPanel';
import { reportMicrophone } from 'c/softphoneBus';
import { createRecord } from 'lightning/uiRecordApi';
import { ownCall, WORDS } from 'test/builders';
import { click, find, findAll, show, textOf } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);

let server: FakeServer;
beforeEach(() => {
  server = new FakeServer().on('GET /api/vocabulary', WORDS);
});
const shown = (more: object = {}) =>
  show('c-call-rep-panel', CallRepPanel, { call: ownCall(more) });
const actions = (element: HTMLElement) =>
  findAll(element, '[data-action]').map(({ dataset }) => dataset.action);

describe('a rep on a call', () => {
  it('can hold, hang up and ask for help while it is live', async () => {
    const element = await shown();
    expect(actions(element)).toEqual(['hold', 'hang-up', 'flag', 'monitoring-choice', 'help']);
    await expect(element).toBeAccessible();
  });

  it('reads why the customer cannot hear them, and what to do', async () => {
    const element = await shown();
    reportMicrophone({ code: 'no_microphone', message: 'Your browser blocks the microphone.' });
    await settled();
    expect(textOf(find(element, '[role=alert]'))).toBe('Your browser blocks the microphone.');
    await expect(element).toBeAccessible();
    reportMicrophone(undefined);
    await settled();
    expect(findAll(element, '[role=alert]')).toHaveLength(0);
  });

  it('can only hang up while it rings', async () => {
    expect(actions(await shown({ status: 'ringing' }))).toEqual(['hang-up']);
  });

  it('can do nothing once it has ended or a supervisor has taken over', async () => {
    expect(actions(await shown({ status: 'ended' }))).toEqual([]);
    expect(actions(await shown({ rep: { ...ownCall().rep, silenced: true } }))).toEqual([]);
  });

  it('holds the customer, and takes the customer back', async () => {
    server.on('POST /api/calls/call-1/hold', {});
    await click(await shown(), '[data-action=hold]');
    await click(
      await shown({ customer: { name: 'Marcus Hale', onHold: true } }),
      '[data-action=hold]',
    );
    expect(server.posted('/api/calls/call-1/hold')).toEqual([{ onHold: true }, { onHold: false }]);
  });

  it('pauses the recording for a card number, and lets it go on', async () => {
    server.on('POST /api/calls/call-1/recording', {});
    const element = await shown({ recording: { status: 'recording' } });
    expect(actions(element)).toEqual([
      'hold',
      'pause-recording',
      'hang-up',
      'flag',
      'monitoring-choice',
      'help',
    ]);
    await click(element, '[data-action=pause-recording]');
    const paused = {
      status: 'paused',
      until: '2026-11-20T10:02:00Z',
      by: { userId: 'r', name: 'Ravi Patel' },
    };
    const again = await shown({ recording: paused });
    expect(textOf(again)).toContain('Resume recording');
    await click(again, '[data-action=pause-recording]');
    expect(server.posted('/api/calls/call-1/recording')).toEqual([
      { paused: true },
      { paused: false },
    ]);
    await expect(again).toBeAccessible();
  });

  const UNKNOWN = { customer: { name: 'Unknown caller', phone: '+15005550123' } };
  const LEAD = '00QDn000000000aIAQ';
  const creates = createRecord as jest.Mock;

  it('makes an unknown caller a lead with one click, and the call is on it', async () => {
    creates.mockReset().mockResolvedValue({ id: LEAD });
    server
      .on('GET /api/calls/call-1/records', { records: [], areMore: false })
      .on('PUT /api/calls/call-1/customer', {});
    const element = await shown(UNKNOWN);
    await expect(element).toBeAccessible();
    await click(element, '[data-action=create-lead]');
    await settled();
    expect(creates.mock.calls).toEqual([
      [
        {
          apiName: 'Lead',
          fields: { LastName: 'Caller (500) 555-0123', Company: 'Unknown', Phone: '+15005550123' },
        },
      ],
    ]);
    expect(server.asked.at(-1)).toMatchObject({ method: 'PUT', body: { contactId: LEAD } });
    expect(actions(await shown())).not.toContain('create-lead');
  });

  it('reads who already has the number, and no second lead is created', async () => {
    creates.mockReset();
    server
      .on('GET /api/calls/call-1/records', {
        records: [{ name: 'Dana Cole', contactId: LEAD }],
        areMore: false,
      })
      .on('PUT /api/calls/call-1/customer', {});
    const element = await shown(UNKNOWN);
    await click(element, '[data-action=create-lead]');
    await settled();
    expect(textOf(element)).toContain('Dana Cole already has this number.');
    expect(server.asked.at(-1)).toMatchObject({ method: 'PUT', body: { contactId: LEAD } });
    expect(creates).not.toHaveBeenCalled();
  });

  it('reads why Salesforce refuses a lead', async () => {
    creates.mockReset().mockRejectedValue({
      body: {
        message: 'An error occurred.',
        output: { errors: [{ errorCode: 'DUPLICATES_DETECTED', message: 'Use one of these.' }] },
      },
    });
    server.on('GET /api/calls/call-1/records', { records: [], areMore: false });
    const element = await shown(UNKNOWN);
    await click(element, '[data-action=create-lead]');
    await settled();
    expect(textOf(element)).toContain('Salesforce already has a record like this lead.');
    expect(textOf(element)).toContain('Use one of these.');
  });

  it('reads why something was refused', async () => {
    server.refuses('POST /api/calls/call-1/hangup', 409, {
      code: 'call_ended',
      message: 'The call has ended.',
    });
    const element = await shown();
    await click(element, '[data-action=hang-up]');
    await settled();
    expect(textOf(element)).toContain('The call has ended.');
    expect(find<HTMLButtonElement>(element, '[data-action=hang-up]').disabled).toBe(false);
    await expect(element).toBeAccessible();
  });

  it('says that a text was seen', async () => {
    server.on('POST /api/calls/call-1/text-whispers/t-1/seen', {});
    const element = await shown({
      textWhispers: [
        {
          textWhisperId: 't-1',
          from: { userId: 'x', name: 'Maya Okafor' },
          text: 'Offer the pilot.',
          at: '2026-11-20T10:00:00Z',
        },
      ],
    });
    await click(element, '[data-action=seen]');
    expect(server.posted('/api/calls/call-1/text-whispers/t-1/seen')).toHaveLength(1);
  });
});
