import type { RepCall } from 'c/wrapUpCalls';
import WrapUpList from 'c/wrapUpList';
import { ownCall, WORDS } from 'test/builders';
import { check, click, find, findAll, show, textOf, type } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);
jest.mock(
  '@salesforce/customPermission/Dealside_Take_Calls',
  () => ({ __esModule: true, default: true }),
  { virtual: true },
);

const SAVE = 'PUT /api/calls/call-1/wrap-up';
const RECORDS = 'GET /api/calls/call-1/records';
const VOCABULARY = {
  ...WORDS,
  dispositions: [
    {
      code: 'advanced',
      label: 'Deal advanced',
      family: 'progress',
      familyLabel: 'Progress',
      countsAsSaved: false,
    },
    {
      code: 'no_answer',
      label: 'No answer',
      family: 'not_reached',
      familyLabel: 'Not reached',
      countsAsSaved: false,
    },
  ],
};

const repCall = (more: Partial<RepCall> = {}): RepCall => ({
  callId: 'call-1',
  direction: 'outbound',
  startedAt: '2026-11-20T10:00:00.000Z',
  endedAt: '2026-11-20T10:05:00.000Z',
  talkedSeconds: 245,
  result: 'answered',
  phone: '+14155550142',
  record: {
    name: 'Priya Raman',
    contactId: '003P',
    accountName: 'Halcyon',
    opportunityId: '006Dn000000000vIAA',
    opportunityName: 'Renewal',
  },
  ...more,
});

let server: FakeServer;
const due = (calls: RepCall[], total = calls.length) =>
  server.on('GET /api/wrap-ups', { calls, total });

async function shown(properties: object = {}): Promise<HTMLElement> {
  const element = await show('c-wrap-up-list', WrapUpList, properties);
  await server.snapshot();
  await settled();
  return element;
}

beforeEach(() => {
  window.localStorage.clear();
  server = new FakeServer().on('GET /api/vocabulary', VOCABULARY);
  due([repCall()]);
});
afterEach(async () => {
  document.body.replaceChildren();
  await settled();
});

const put = () => server.asked.filter(({ method }) => method === 'PUT').map(({ body }) => body);

describe('calls to finish', () => {
  it('tells the rep what the customer heard while the connection was lost', async () => {
    const customerHeard = { words: 'One moment, please.', at: ['2026-11-20T10:02:06Z'] };
    due([repCall({ customerHeard })]);
    const element = await shown();
    expect(find(element, '[data-id=customer-heard]').textContent).toMatch(
      /the customer heard “One moment, please\.” at \d+:02:06/,
    );
  });

  it('are counted, and the latest is asked about', async () => {
    due([repCall(), repCall({ callId: 'call-2', result: 'not_reached', direction: 'inbound' })], 3);
    const element = await shown();
    const text = textOf(element);
    expect(text).toContain('3 calls to finish');
    expect(text).toContain('Call to Priya Raman');
    expect(text).toContain('4:05 talk time · Halcyon');
    expect(text).toContain('The latest 2 are listed.');
    expect(findAll(element, 'c-wrap-up-form')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('are nothing where none is to finish', async () => {
    due([]);
    expect(textOf(await shown())).toBe('');
  });

  it('are only those of a deal, on its page', async () => {
    due([repCall(), repCall({ callId: 'call-2', record: { name: '+14155550142' } })]);
    const element = await shown({ recordId: '006Dn000000000vIAA' });
    expect(textOf(element)).toContain('1 call to finish');
  });

  it('are read again when one of the rep’s calls ends', async () => {
    due([]);
    const element = await shown();
    await server.sends('call', ownCall());
    due([repCall()]);
    await server.sends('call', ownCall({ status: 'ended' }));
    await settled();
    expect(textOf(element)).toContain('1 call to finish');
  });

  it('say when they cannot be read, unless another component does', async () => {
    server.refuses('GET /api/wrap-ups', 503, { code: 'x', message: 'Not now.' });
    expect(textOf(await shown())).toContain('Not now.');
    document.body.replaceChildren();
    expect(textOf(await shown({ isEmbedded: true }))).toBe('');
  });
});

describe('the form of a call', () => {
  it('needs a disposition', async () => {
    const element = await shown();
    await click(element, '[data-action=save]');
    expect(put()).toEqual([]);
    expect(textOf(element)).toContain('Select how the call went.');
    await expect(element).toBeAccessible();
  });

  it('offers first what fits the call', async () => {
    const first = async (result: RepCall['result']) => {
      document.body.replaceChildren();
      due([repCall({ result })]);
      return find<HTMLInputElement>(await shown(), 'input[type=radio]').value;
    };
    expect([await first('answered'), await first('not_reached')]).toEqual([
      'advanced',
      'no_answer',
    ]);
  });

  it('saves disposition, notes and next step, and is gone then', async () => {
    server.on(SAVE, { call: {} });
    const element = await shown();
    await check(element, 'input[value=advanced]');
    await type(element, '[data-field=notes]', ' Wants a pilot. ');
    await check(element, '[data-field=follow-up]');
    await type(element, '[data-field=due]', '2999-01-04');
    await type(element, '[data-field=subject]', 'Send the offer');
    await expect(element).toBeAccessible();
    await click(element, '[data-action=save]');
    expect(put()).toEqual([
      {
        disposition: 'advanced',
        notes: 'Wants a pilot.',
        followUp: { dueOn: '2999-01-04', subject: 'Send the offer' },
      },
    ]);
    expect(textOf(element)).toContain('Call finished.');
    expect(findAll(element, 'c-wrap-up-form')).toHaveLength(0);
    expect(window.localStorage).toHaveLength(0);
  });

  it('keeps the draft when the server is away and the page is loaded anew', async () => {
    const element = await shown();
    await check(element, 'input[value=advanced]');
    await type(element, '[data-field=notes]', 'Wants a pilot.');
    server.goDown();
    await click(element, '[data-action=save]');
    expect(findAll(element, 'c-ui-problem-message')).toHaveLength(1);
    document.body.replaceChildren();
    server.comeBack();
    const again = await shown();
    expect(find<HTMLTextAreaElement>(again, '[data-field=notes]').value).toBe('Wants a pilot.');
    expect(find<HTMLInputElement>(again, 'input[value=advanced]').checked).toBe(true);
    expect(textOf(again)).toContain('Your draft stays on this device until you save.');
    await expect(again).toBeAccessible();
  });

  it('can wait', async () => {
    const element = await shown();
    await click(element, '[data-action=later]');
    expect(findAll(element, 'c-wrap-up-form')).toHaveLength(0);
    await click(element, '[data-action=finish]');
    expect(findAll(element, 'c-wrap-up-form')).toHaveLength(1);
  });

  it('moves the call to another contact with its number, or to no record', async () => {
    server.on(SAVE, { call: {} }).on(RECORDS, {
      records: [repCall().record, { name: 'Kai Moreno', contactId: '00QK', accountName: 'Atlas' }],
      areMore: true,
    });
    const element = await shown();
    expect(textOf(element)).toContain('Logged on Priya Raman · Halcyon · Renewal');
    await click(element, '[data-action=change-record]');
    expect(textOf(element)).toContain('Kai Moreno · Atlas');
    expect(textOf(element)).toContain('More records have this number');
    await expect(element).toBeAccessible();
    await check(element, '[data-record="00QK"]');
    expect(textOf(element)).toContain('Logged on Kai Moreno · Atlas');
    await check(element, 'input[value=advanced]');
    await click(element, '[data-action=save]');
    expect(put()).toEqual([{ disposition: 'advanced', about: { contactId: '00QK' } }]);
  });

  it('can be logged on no record', async () => {
    server.on(SAVE, { call: {} }).on(RECORDS, { records: [], areMore: false });
    const element = await shown();
    await click(element, '[data-action=change-record]');
    await check(element, '[data-record=none]');
    await check(element, 'input[value=advanced]');
    await click(element, '[data-action=save]');
    expect(put()).toEqual([{ disposition: 'advanced', about: { none: true } }]);
  });
});
