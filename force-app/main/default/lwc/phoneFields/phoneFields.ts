import type { ObjectInfo } from 'lightning/uiObjectInfoApi';

/** A field of type phone, and what the org calls it in the reader's language. */
export interface PhoneField {
  readonly name: string;
  readonly label: string;
}

/** The server calls the first of these that has a number; then come the others. */
const FIRST = ['Phone', 'MobilePhone', 'HomePhone', 'OtherPhone'];
const LAST = ['AssistantPhone', 'PersonAssistantPhone'];
/** A fax is a field of the same type. */
const IS_FAX = /Fax(__c)?$/;

/**
 * The phone fields of an object that the reader may see, custom ones and those of person accounts
 * too, without faxes.
 */
export const phoneFieldsOf = ({ fields }: ObjectInfo): readonly PhoneField[] =>
  Object.values(fields)
    .filter(({ apiName, dataType }) => dataType === 'Phone' && !IS_FAX.test(apiName))
    .map(({ apiName, label }) => ({ name: apiName, label }))
    .sort((a, b) => rank(a.name) - rank(b.name));

function rank(field: string): number {
  if (FIRST.includes(field)) return FIRST.indexOf(field);
  return FIRST.length + (LAST.includes(field) ? 1 : 0);
}
