import CallPhones from 'c/callPhones';
import { answerRequests, type SoftphoneRequest } from 'c/softphoneBus';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { getRecord } from 'lightning/uiRecordApi';
import { ownCall } from 'test/builders';
import { find, findAll, show, textOf } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);
jest.mock('@salesforce/customPermission/Dealside_Take_Calls', () => ({ default: true }), {
  virtual: true,
});

const CONTACT = '003Dn000000000aIAQ';
const wire = getRecord as unknown as {
  emit(record: object): void;
  getLastConfig(): { optionalFields?: string[] };
};
const object = getObjectInfo as unknown as { emit(info: object): void };
const field = (apiName: string, label: string, dataType = 'Phone') => ({
  apiName,
  label,
  dataType,
});
const FIELDS = [
  field('AssistantPhone', 'Asst. Phone'),
  field('Direct_Line__c', 'Direct Line'),
  field('Fax', 'Fax'),
  field('HomePhone', 'Home Phone'),
  field('MobilePhone', 'Mobile'),
  field('Name', 'Name', 'String'),
  field('Phone', 'Phone'),
];
const NUMBERS = { Phone: '(206) 555-0187', MobilePhone: '+14155550142', HomePhone: null };

let server: FakeServer;
let asked: SoftphoneRequest[];
let stop: () => void;

beforeEach(() => {
  asked = [];
  stop = answerRequests((request) => asked.push(request));
  server = new FakeServer()
    .on('GET /api/caller-id', { callerId: { number: '+12065550103', because: 'local' } })
    .on(
      'POST /api/calls',
      { call: ownCall({ status: 'ringing' }), connect: { params: { callId: 'call-1' } } },
      201,
    );
});
afterEach(() => stop());

async function shown(values: Record<string, string | null>): Promise<HTMLElement> {
  const card = await show('c-call-phones', CallPhones, {
    recordId: CONTACT,
    objectApiName: 'Contact',
  });
  object.emit({ fields: Object.fromEntries(FIELDS.map((each) => [each.apiName, each])) });
  await settled();
  wire.emit({
    fields: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }])),
  });
  await settled();
  return card;
}

describe('the phone numbers of a record', () => {
  it('are there with what the person called would see', async () => {
    const card = await shown(NUMBERS);
    expect(textOf(card)).toContain('[Call (206) 555-0187]');
    expect(textOf(card)).toContain('Mobile');
    expect(textOf(card)).toContain('They will see (206) 555-0103');
    await expect(card).toBeAccessible();
  });

  it('are those of every phone field of the object, custom ones too, but no fax', async () => {
    const card = await shown({ ...NUMBERS, Direct_Line__c: '+12065550166', Fax: '+12065550199' });
    expect(wire.getLastConfig().optionalFields).toEqual([
      'Contact.Phone',
      'Contact.MobilePhone',
      'Contact.HomePhone',
      'Contact.Direct_Line__c',
      'Contact.AssistantPhone',
    ]);
    expect(textOf(card)).toContain('Direct Line');
    expect(textOf(card)).toContain('[Call (206) 555-0166]');
    expect(textOf(card)).not.toContain('555-0199');
  });

  it('are called from the softphone, the one that is clicked', async () => {
    const card = await shown(NUMBERS);
    find(card, '[data-number="+14155550142"]').click();
    await settled();
    expect(server.posted('/api/calls')).toEqual([
      { contactId: CONTACT, to: '+14155550142', requestId: expect.any(String) },
    ]);
    expect(asked).toEqual([{ type: 'dial', callId: 'call-1', params: { callId: 'call-1' } }]);
  });

  it('say why a call is refused', async () => {
    server.refuses('POST /api/calls', 403, {
      code: 'do_not_call',
      message: "This customer doesn't want to be called.",
    });
    const card = await shown(NUMBERS);
    findAll(card, 'lightning-button')[0]!.click();
    await settled();
    expect(textOf(card)).toContain("This customer doesn't want to be called.");
  });

  it('are missed where there is none', async () =>
    expect(textOf(await shown({ Phone: null }))).toContain('This record has no phone number.'));
});
