import { CrmProblem, CrmUnavailable } from '../ports.ts';

export interface SalesforceError { errorCode: string; message: string; fields?: string[] }

/** What each of Salesforce's answers asks of us. Anything not named here is worth trying again. */
const NEEDS_ADMIN: Record<string, string> = {
  FIELD_CUSTOM_VALIDATION_EXCEPTION: 'A validation rule of the org refuses the record.',
  INVALID_FIELD: 'A field of the Dealside package is missing, or the integration user may not see it.',
  INVALID_TYPE: 'An object of the Dealside package is missing, or the integration user may not see it.',
  INSUFFICIENT_ACCESS_OR_READONLY: 'The integration user may not write this record.',
  INSUFFICIENT_ACCESS: 'The integration user may not write this record.',
  INVALID_FIELD_FOR_INSERT_UPDATE: 'The integration user may not write a field of the Dealside package.',
  INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: 'The integration user may not see the Opportunity, Contact or owner.',
  INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: 'A picklist of the org lacks a value of Dealside.',
  REQUIRED_FIELD_MISSING: 'The org requires a field that Dealside does not fill.',
  STRING_TOO_LONG: 'A text is longer than the org’s field.',
  INVALID_CROSS_REFERENCE_KEY: 'A record that the intervention refers to does not exist any more.',
  ENTITY_IS_DELETED: 'A record that the intervention refers to was deleted.',
  CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: 'A trigger or flow of the org refuses the record.',
  INACTIVE_OWNER_OR_USER: 'The supervisor or the rep is not an active user any more.',
  DUPLICATES_DETECTED: 'A duplicate rule of the org refuses the record.',
};

/** Some of Salesforce's messages repeat the whole value they refuse. */
const MAX_QUOTE = 200;

/** Asks the org; what it says against it becomes a CrmProblem. */
export async function translated<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof CrmUnavailable) throw new CrmProblem('retry', error.message);
    const { errorCode, message } = error as Partial<SalesforceError>;
    throw problemOf({ errorCode: errorCode ?? 'UNKNOWN', message: message ?? String(error) });
  }
}

export function problemOf({ errorCode, message, fields }: SalesforceError): CrmProblem {
  const advice = NEEDS_ADMIN[errorCode];
  const about = fields?.length ? ` (${fields.join(', ')})` : '';
  const said = message.length > MAX_QUOTE ? `${message.slice(0, MAX_QUOTE)}…` : message;
  return new CrmProblem(advice ? 'refused' : 'retry', `${advice ? `${advice} ` : ''}Salesforce says: ${said}${about}`, errorCode);
}
