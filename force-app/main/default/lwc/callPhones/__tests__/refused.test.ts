import CallPhones from 'c/callPhones';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { getRecord } from 'lightning/uiRecordApi';
import { show, textOf } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock('@salesforce/customPermission/Dealside_Take_Calls', () => ({ default: undefined }), {
  virtual: true,
});

describe('the phone numbers of a record', () => {
  it('are not there for who takes no calls', async () => {
    const server = new FakeServer();
    const card = await show('c-call-phones', CallPhones, {
      recordId: '003Dn000000000aIAQ',
      objectApiName: 'Contact',
    });
    (getObjectInfo as unknown as { emit(info: object): void }).emit({
      fields: { Phone: { apiName: 'Phone', dataType: 'Phone', label: 'Phone' } },
    });
    await settled();
    (getRecord as unknown as { emit(record: object): void }).emit({
      fields: { Phone: { value: '+14155550142' } },
    });
    await settled();
    expect(textOf(card)).toBe('');
    expect(server.asked).toEqual([]);
    await expect(card).toBeAccessible();
  });
});
