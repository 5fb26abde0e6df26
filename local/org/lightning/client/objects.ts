import { day, money } from './dom.ts';
import type { RecordData } from './platform.ts';

/** A field on a page, and its format. */
export interface Shown {
  readonly label: string;
  readonly field: string;
  readonly as?: (value: unknown, fields: RecordData['fields']) => string;
}

/**
 * What the pages of an object show. The words for the package's own objects are those of its
 * metadata: test/local/org/lightning/words.test.ts compares them.
 */
export interface PageObject {
  readonly label: string;
  readonly plural: string;
  readonly icon: string;
  readonly facts: readonly Shown[];
  readonly details: readonly Shown[];
  /** The first column links to the record. */
  readonly columns: readonly Shown[];
}

const shown = (label: string, field: string, as?: Shown['as']): Shown => ({
  label,
  field,
  ...(as && { as }),
});
const REP = shown('Rep', 'RepName');
const CREATED = shown('Created', 'CreatedDate', day);
const percent = (value: unknown): string => `${String(value ?? '')}%`;
const OWNER = shown('Owner', 'OwnerName');
const PHONE = shown('Phone', 'Phone');
const MOBILE = shown('Mobile', 'MobilePhone');
const ACCOUNT = shown('Account', 'AccountName');
const NAME = shown('Name', 'WhoName');
const DUE_DATE = shown('Due Date', 'ActivityDate', day);
const SUPERVISOR = shown('Supervisor', 'SupervisorName');
const MODE = shown('Highest Mode', 'Highest_Mode__c');
const CLOSE_DATE = shown('Close Date', 'CloseDate', day);
const AMOUNT = shown('Amount', 'Amount', (amount, { CurrencyIsoCode }) =>
  money(amount, CurrencyIsoCode?.value),
);

export const OBJECTS: Readonly<Record<string, PageObject>> = {
  Opportunity: {
    label: 'Opportunity',
    plural: 'Opportunities',
    icon: 'standard:opportunity',
    facts: [ACCOUNT, CLOSE_DATE, AMOUNT, OWNER],
    details: [
      shown('Opportunity Name', 'Name'),
      shown('Stage', 'StageName'),
      AMOUNT,
      shown('Probability', 'Probability', percent),
      shown('Next Step', 'NextStep'),
      CLOSE_DATE,
    ],
    columns: [
      shown('Opportunity', 'Name'),
      ACCOUNT,
      shown('Stage', 'StageName'),
      AMOUNT,
      CLOSE_DATE,
      OWNER,
    ],
  },
  Account: {
    label: 'Account',
    plural: 'Accounts',
    icon: 'standard:account',
    facts: [shown('Industry', 'Industry'), PHONE, OWNER],
    details: [
      shown('Account Name', 'Name'),
      shown('Industry', 'Industry'),
      PHONE,
      shown('Billing City', 'BillingCity'),
      shown('Billing State', 'BillingState'),
    ],
    columns: [shown('Account', 'Name'), shown('Industry', 'Industry'), PHONE, OWNER],
  },
  Contact: {
    label: 'Contact',
    plural: 'Contacts',
    icon: 'standard:contact',
    facts: [shown('Title', 'Title'), ACCOUNT, PHONE, OWNER],
    details: [shown('Name', 'Name'), shown('Title', 'Title'), PHONE, MOBILE, ACCOUNT],
    columns: [shown('Contact', 'Name'), ACCOUNT, shown('Title', 'Title'), PHONE, OWNER],
  },
  Lead: {
    label: 'Lead',
    plural: 'Leads',
    icon: 'standard:lead',
    facts: [shown('Company', 'Company'), PHONE, OWNER],
    details: [shown('Name', 'Name'), shown('Company', 'Company'), PHONE, MOBILE],
    columns: [shown('Lead', 'Name'), shown('Company', 'Company'), PHONE, OWNER],
  },
  Task: {
    label: 'Task',
    plural: 'Tasks',
    icon: 'standard:task',
    facts: [NAME, DUE_DATE, shown('Status', 'Status'), shown('Assigned To', 'OwnerName')],
    details: [
      shown('Subject', 'Subject'),
      NAME,
      DUE_DATE,
      shown('Priority', 'Priority'),
      shown('Comments', 'Description'),
    ],
    columns: [shown('Subject', 'Subject'), NAME, DUE_DATE, shown('Assigned To', 'OwnerName')],
  },
  Call_Intervention__c: {
    label: 'Call Intervention',
    plural: 'Call Interventions',
    icon: 'standard:call',
    facts: [SUPERVISOR, REP, MODE],
    details: [shown('Intervention Number', 'Name'), SUPERVISOR, REP, MODE, CREATED],
    columns: [shown('Intervention Number', 'Name'), SUPERVISOR, REP, MODE, CREATED],
  },
  Help_Request__c: {
    label: 'Help Request',
    plural: 'Help Requests',
    icon: 'standard:question_feed',
    facts: [REP, shown('Status', 'Status__c')],
    details: [shown('Request Number', 'Name'), REP, shown('Status', 'Status__c'), CREATED],
    columns: [shown('Request Number', 'Name'), REP, shown('Status', 'Status__c'), CREATED],
  },
  Rep_Call__c: {
    label: 'Rep Call',
    plural: 'Rep Calls',
    icon: 'standard:call_history',
    facts: [REP, CREATED],
    details: [shown('Call Number', 'Name'), REP, CREATED],
    columns: [shown('Call Number', 'Name'), REP, CREATED],
  },
  Dealside_Call_Note__c: {
    label: 'Call Note',
    plural: 'Call Notes',
    icon: 'standard:note',
    facts: [REP, CREATED],
    details: [shown('Note Number', 'Name'), REP, shown('Note', 'Note__c')],
    columns: [shown('Note Number', 'Name'), REP, shown('Note', 'Note__c'), CREATED],
  },
};

/** Throws when the pages do not show this object. */
export function objectNamed(name: string): PageObject {
  const object = OBJECTS[name];
  if (!object) throw new Error(`There are no pages of ${name}.`);
  return object;
}

/** What a record is called; a task by its subject. */
export const titleOf = ({ fields }: RecordData): string =>
  String((fields.Name ?? fields.Subject)?.value ?? '');

/** A field of a record in the format of its page. */
export function textOf({ fields }: RecordData, { field, as }: Shown): string {
  const value = fields[field]?.value;
  return as ? as(value, fields) : String(value ?? '');
}
