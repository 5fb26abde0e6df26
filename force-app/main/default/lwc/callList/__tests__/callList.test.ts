import CallList from 'c/callList';
import { answerRequests, type SoftphoneRequest } from 'c/softphoneBus';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { click, find, findAll, show, textOf } from 'test/dom';
import { settled } from 'test/server';

jest.mock('@salesforce/customPermission/Dealside_Take_Calls', () => ({ default: true }), {
  virtual: true,
});
jest.mock(
  'lightning/uiListsApi',
  () => {
    const adapter = () => {
      const tells = new Set<(value: object) => void>();
      let last: object = {};
      return class {
        static emit = (value: object): void => tells.forEach((tell) => tell(value));
        static getLastConfig = (): object => last;
        private readonly tell: (value: object) => void;
        constructor(tell: (value: object) => void) {
          this.tell = tell;
        }
        connect(): void {
          tells.add(this.tell);
        }
        disconnect(): void {
          tells.delete(this.tell);
        }
        update(config: object): void {
          last = config;
        }
      };
    };
    return { getListInfosByObjectName: adapter(), getListRecordsByName: adapter() };
  },
  { virtual: true },
);

interface Wire {
  emit(value: object): void;
  getLastConfig(): Record<string, unknown>;
}
const { getListInfosByObjectName: views, getListRecordsByName: records } = jest.requireMock<
  Record<string, Wire>
>('lightning/uiListsApi') as { getListInfosByObjectName: Wire; getListRecordsByName: Wire };

const object = getObjectInfo as unknown as Wire;
let asked: SoftphoneRequest[];
let stop: () => void;

beforeEach(() => {
  asked = [];
  stop = answerRequests((request) => asked.push(request));
});
afterEach(() => stop());

const PHONES = ['Phone', 'MobilePhone', 'Direct_Line__c', 'Fax'];
const contact = (
  id: string,
  Name: string,
  Phone: string | null,
  { MobilePhone, Direct_Line__c }: { MobilePhone?: string; Direct_Line__c?: string } = {},
) => ({
  id,
  fields: {
    Direct_Line__c: { value: Direct_Line__c ?? null },
    Name: { value: Name },
    Phone: { value: Phone },
    MobilePhone: { value: MobilePhone ?? null },
    Account: { value: { fields: { Name: { value: 'Brightwater Foods' } } } },
  },
});

async function shown(): Promise<HTMLElement> {
  const page = await show('c-call-list', CallList, {});
  object.emit({
    fields: Object.fromEntries(
      PHONES.map((apiName) => [apiName, { apiName, dataType: 'Phone', label: apiName }]),
    ),
  });
  views.emit({ data: { lists: [{ apiName: 'AllContacts', label: 'All Contacts' }] } });
  await settled();
  records.emit({
    data: {
      records: [
        contact('003a', 'Marcus Hale', '(206) 555-0187', { MobilePhone: '+14155550142' }),
        contact('003b', 'Priya Raman', '+14155550142'),
        contact('003c', 'No Phone', null),
      ],
      nextPageToken: '50',
    },
  });
  await settled();
  return page;
}

const tick = async (page: HTMLElement, selector: string): Promise<void> => {
  const box = find<HTMLInputElement>(page, selector);
  box.checked = true;
  box.dispatchEvent(new CustomEvent('change'));
  await settled();
};

describe('whom to call one after the other', () => {
  it('is chosen from a list view', async () => {
    const page = await shown();
    expect(records.getLastConfig()).toMatchObject({
      objectApiName: 'Contact',
      listViewApiName: 'AllContacts',
    });
    expect(textOf(page)).toContain('Marcus Hale');
    expect(textOf(page)).toContain('Call one by one');
    expect(textOf(page)).toContain('(206) 555-0187, (415) 555-0142');
    await expect(page).toBeAccessible();
  });

  it('is given to the softphone with the numbers of each', async () => {
    const page = await shown();
    await tick(page, '[data-id="003a"]');
    find(page, '[data-action="add"]').click();
    await settled();
    expect(asked).toEqual([
      {
        type: 'call-list',
        entries: [
          {
            recordId: '003a',
            name: 'Marcus Hale',
            detail: 'Brightwater Foods',
            numbers: ['(206) 555-0187', '+14155550142'],
          },
        ],
      },
    ]);
    expect(textOf(page)).toContain('1 added to the call list in your softphone.');
  });

  it('is everybody with a number, by one click', async () => {
    const page = await shown();
    await tick(page, '[data-choice="all"]');
    expect(textOf(page)).toContain('[Call 2 one by one]');
    expect(find<HTMLInputElement>(page, '[data-id="003c"]').disabled).toBe(true);
  });

  it('has the numbers of every phone field but faxes', async () => {
    const page = await shown();
    expect(records.getLastConfig().optionalFields).toEqual([
      'Contact.Name',
      'Contact.Phone',
      'Contact.MobilePhone',
      'Contact.Direct_Line__c',
      'Contact.Account.Name',
    ]);
    const other = contact('003e', 'Jo Park', null, { Direct_Line__c: '+12065550166' });
    records.emit({ data: { records: [other] } });
    await settled();
    expect(textOf(page)).toContain('(206) 555-0166');
  });

  it('can be in any list view, however many there are', async () => {
    const page = await shown();
    views.emit({
      data: {
        lists: Array.from({ length: 200 }, (_, n) => ({ apiName: `V${n}`, label: `View ${n}` })),
        nextPageToken: '200',
      },
    });
    await settled();
    expect(views.getLastConfig()).toMatchObject({ pageToken: '200' });
    views.emit({ data: { lists: [{ apiName: 'V200', label: 'View 200' }], nextPageToken: null } });
    await settled();
    const listed = findAll<HTMLOptionElement>(page, '[data-choice="view"] option');
    expect(listed).toHaveLength(202);
    expect(listed.find(({ selected }) => selected)?.value).toBe('AllContacts');
  });

  it('is read on where the list view is longer', async () => {
    const page = await shown();
    find(page, '[data-action="more"]').click();
    await settled();
    expect(records.getLastConfig()).toMatchObject({ pageToken: '50' });
    records.emit({ data: { records: [contact('003d', 'Alma Reyes', '+15035550128')] } });
    await settled();
    expect(findAll(page, '[data-id]').length).toBe(4);
  });

  it('needs a softphone', async () => {
    stop();
    const page = await shown();
    await tick(page, '[data-id="003a"]');
    find(page, '[data-action="add"]').click();
    await settled();
    expect(asked).toEqual([]);
    expect(findAll(page, 'c-ui-problem-message').length).toBeGreaterThan(0);
  });

  it('that Salesforce cannot load says so, by the words of Salesforce or its own', async () => {
    const page = await shown();
    await tick(page, '[data-id="003a"]');
    records.emit({ error: { body: { message: 'This list view was deleted.' } } });
    await settled();
    expect(textOf(page)).toContain('This list view was deleted.');
    expect(find<HTMLInputElement>(page, '[data-id="003a"]').checked).toBe(true);
    await expect(page).toBeAccessible();
    records.emit({ error: {} });
    await settled();
    expect(textOf(page)).toContain("Salesforce couldn't load this list view.");
    await click(page, '[data-action=retry]');
    await settled();
    expect(textOf(page)).not.toContain("couldn't load this list view");
    expect(find<HTMLInputElement>(page, '[data-id="003a"]').checked).toBe(true);
  });
});
