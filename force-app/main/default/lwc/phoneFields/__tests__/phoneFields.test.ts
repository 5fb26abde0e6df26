import { phoneFieldsOf } from 'c/phoneFields';

const fields = (...named: [apiName: string, dataType?: string][]) => ({
  fields: Object.fromEntries(
    named.map(([apiName, dataType = 'Phone']) => [apiName, { apiName, dataType, label: apiName }]),
  ),
});

describe('the phone fields of a person account', () => {
  it('are those of the person too, in the order in which they are called', () => {
    expect(
      phoneFieldsOf(
        fields(
          ['PersonAssistantPhone'],
          ['PersonMobilePhone'],
          ['Phone'],
          ['Name', 'String'],
          ['Fax'],
          ['Hotline__c'],
        ),
      ).map(({ name }) => name),
    ).toEqual(['Phone', 'PersonMobilePhone', 'Hotline__c', 'PersonAssistantPhone']);
  });
});
