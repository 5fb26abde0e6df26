import mine from '@salesforce/apex/DealsideMissedCalls.mine';
import ofTask from '@salesforce/apex/DealsideMissedCalls.ofTask';
import CallBacks from 'c/callBacks';
import { answerRequests, type SoftphoneRequest } from 'c/softphoneBus';
import { ownCall } from 'test/builders';
import { click, findAll, show, textOf } from 'test/dom';
import { FakeServer } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);
jest.mock(
  '@salesforce/apex/DealsideMissedCalls.mine',
  () => ({ __esModule: true, default: jest.fn() }),
  { virtual: true },
);
jest.mock(
  '@salesforce/apex/DealsideMissedCalls.ofTask',
  () => ({ __esModule: true, default: jest.fn() }),
  { virtual: true },
);
jest.mock('@salesforce/customPermission/Dealside_Take_Calls', () => ({ default: true }), {
  virtual: true,
});

const tasks = mine as unknown as jest.Mock;
const task = ofTask as unknown as jest.Mock;
const TASK = '00TDn000000000aIAQ';
const missed = (more: object = {}) => ({
  Id: TASK,
  Subject: 'Call back: Marcus Hale',
  Dealside_Call_Back_Number__c: '+12065550187',
  Dealside_Missed_At__c: '2026-11-20T17:05:00.000Z',
  ...more,
});

let server: FakeServer;
let asked: SoftphoneRequest[];
let stop: () => void;

beforeEach(() => {
  asked = [];
  stop = answerRequests((request) => asked.push(request));
  tasks.mockReset().mockResolvedValue([]);
  task.mockReset().mockResolvedValue([]);
  server = new FakeServer().on(
    'POST /api/calls',
    { call: ownCall({ status: 'ringing' }), connect: { params: { callId: 'call-1' } } },
    201,
  );
});
afterEach(() => stop());

const onTask = () => show('c-call-backs', CallBacks, { recordId: TASK });

describe('the task of a missed call', () => {
  it.each([
    [
      'a contact about a deal',
      { WhoId: '003Dn000000000aIAQ', WhatId: '006Dn000000000aIAQ' },
      { contactId: '003Dn000000000aIAQ', opportunityId: '006Dn000000000aIAQ' },
    ],
    ['a lead', { WhoId: '00QDn000000000aIAQ' }, { contactId: '00QDn000000000aIAQ' }],
    ['a company', { WhatId: '001Dn000000000aIAQ' }, { accountId: '001Dn000000000aIAQ' }],
    ['somebody whom nobody knows', { WhoId: null, WhatId: null }, {}],
  ])('calls %s back by one click', async (_who, related, records) => {
    task.mockResolvedValue([missed(related)]);
    const card = await onTask();
    expect(task.mock.calls).toEqual([[{ taskId: TASK }]]);
    expect(textOf(card)).toContain('Call back: Marcus Hale');
    expect(textOf(card)).toContain('[Call back (206) 555-0187]');
    await expect(card).toBeAccessible();
    await click(card, '[data-action="call-back"]');
    expect(server.posted('/api/calls')).toEqual([
      { ...records, to: '+12065550187', requestId: expect.any(String) },
    ]);
    expect(asked).toEqual([{ type: 'dial', callId: 'call-1', params: { callId: 'call-1' } }]);
    expect(textOf(card)).toContain('Calling Marcus Hale…');
  });

  it('says why a call is refused', async () => {
    server.refuses('POST /api/calls', 403, {
      code: 'do_not_call',
      message: "This customer doesn't want to be called.",
    });
    task.mockResolvedValue([missed()]);
    const card = await onTask();
    await click(card, '[data-action="call-back"]');
    expect(textOf(card)).toContain("This customer doesn't want to be called.");
  });

  it('shows nothing on a task about something else', async () =>
    expect(textOf(await onTask())).toBe(''));
});

describe('the missed calls of a rep', () => {
  it('are each called back by one click, and lead to their tasks', async () => {
    tasks.mockResolvedValue([missed(), missed({ Id: '00TDn000000000bIAQ', Subject: null })]);
    const card = await show('c-call-backs', CallBacks, {});
    expect(textOf(card)).toContain('Missed calls');
    expect(textOf(card)).toMatch(/Missed on Nov 20, 2026/);
    expect(findAll(card, '[data-action="call-back"]')).toHaveLength(2);
    expect(findAll(card, '[data-action="open"]')).toHaveLength(2);
    await expect(card).toBeAccessible();
  });

  it('say that there are more than are shown', async () => {
    tasks.mockResolvedValue(
      Array.from({ length: 101 }, (_, n) => missed({ Id: `00T${String(n).padStart(15, '0')}` })),
    );
    const card = await show('c-call-backs', CallBacks, {});
    expect(findAll(card, '[data-action="call-back"]')).toHaveLength(100);
    expect(textOf(card)).toContain('These are the latest 100. Your tasks have the others.');
  });

  it('can be read again after a failure', async () => {
    tasks.mockRejectedValueOnce({ body: { message: 'The org is busy.' } });
    const card = await show('c-call-backs', CallBacks, {});
    expect(textOf(card)).toContain('The org is busy.');
    tasks.mockResolvedValue([missed()]);
    await click(card, '[data-action="retry"]');
    expect(textOf(card)).toContain('[Call back (206) 555-0187]');
  });
});
