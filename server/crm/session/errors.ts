import { CrmProblem, CrmUnavailable } from '../../ports/index.ts';

export interface SalesforceError {
  errorCode: string;
  message: string;
  fields?: string[];
}

/** What a Salesforce error means for an administrator, and how to resolve it. */
interface Advice {
  readonly what: string;
  readonly toDo: string;
}

const CHECK_PERMISSION_SET =
  'In Setup, Permission Sets, Dealside Integration: check that the integration user holds it and that nobody has changed it; deploying the package again restores it.';
const CHECK_ROLE =
  'If it is a task, see too that the role of the integration user stands above those of supervisor and rep (Setup, Roles).';
const DEPLOY_AGAIN = 'Deploy the Dealside package again.';

/** Errors that an administrator must resolve. All others are retried. */
const NEEDS_ADMIN: Record<string, Advice> = {
  FIELD_CUSTOM_VALIDATION_EXCEPTION: {
    what: 'A validation rule of the org refuses the record.',
    toDo: 'In Setup, Object Manager, Validation Rules: let the rule pass records of the integration user, or correct what it names.',
  },
  FIELD_FILTER_VALIDATION_EXCEPTION: {
    what: 'A lookup filter of the org refuses the record.',
    toDo: 'In Setup, Object Manager: widen the lookup filter of the field, or make it optional.',
  },
  FIELD_INTEGRITY_EXCEPTION: {
    what: 'Salesforce does not let these records be combined.',
    toDo: 'Check the contact, lead and deal of the call: a lead cannot be combined with a deal.',
  },
  INVALID_FIELD: {
    what: 'A field of the Dealside package is missing, or the integration user may not see it.',
    toDo: `${DEPLOY_AGAIN} ${CHECK_PERMISSION_SET}`,
  },
  INVALID_TYPE: {
    what: 'An object of the Dealside package is missing, or the integration user may not see it.',
    toDo: `${DEPLOY_AGAIN} ${CHECK_PERMISSION_SET}`,
  },
  INSUFFICIENT_ACCESS_OR_READONLY: {
    what: 'The integration user may not write this record.',
    toDo: `${CHECK_PERMISSION_SET} ${CHECK_ROLE}`,
  },
  INSUFFICIENT_ACCESS: {
    what: 'The integration user may not write this record.',
    toDo: `${CHECK_PERMISSION_SET} ${CHECK_ROLE}`,
  },
  INVALID_FIELD_FOR_INSERT_UPDATE: {
    what: 'The integration user may not write a field of the Dealside package.',
    toDo: CHECK_PERMISSION_SET,
  },
  INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: {
    what: 'The integration user may not see the Opportunity, Contact or owner.',
    toDo: 'In Setup, Permission Sets, Dealside Integration, Object Settings: switch on View All for Accounts, Contacts, Leads and Opportunities.',
  },
  API_DISABLED_FOR_ORG: {
    what: 'The integration user may not use the API.',
    toDo: CHECK_PERMISSION_SET,
  },
  INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: {
    what: 'A picklist of the org lacks a value of Dealside.',
    toDo: `In Setup, Object Manager, Call Intervention: add the value to the field, or deploy the package again.`,
  },
  REQUIRED_FIELD_MISSING: {
    what: 'The org requires a field that Dealside does not fill.',
    toDo: 'In Setup, Object Manager: make the field optional, or give it a default.',
  },
  STRING_TOO_LONG: {
    what: 'A text is longer than the org’s field.',
    toDo: 'In Setup, Object Manager: give the field its length back; deploying the package again does so.',
  },
  NUMBER_OUTSIDE_VALID_RANGE: {
    what: 'A number is larger than the org’s field.',
    toDo: DEPLOY_AGAIN,
  },
  INVALID_CROSS_REFERENCE_KEY: {
    what: 'A record that the intervention refers to does not exist any more.',
    toDo: 'Check that supervisor and rep are still users of this org.',
  },
  ENTITY_IS_DELETED: {
    what: 'A record that the intervention refers to was deleted.',
    toDo: 'Restore it from the recycle bin, or drop the message.',
  },
  CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: {
    what: 'A trigger or flow of the org refuses the record.',
    toDo: 'Look at the trigger or flow that the message names, and let it pass records of the integration user.',
  },
  CANNOT_EXECUTE_FLOW_TRIGGER: {
    what: 'A flow of the org failed on the record.',
    toDo: 'In Setup, Flows: look at the failed interview, and correct the flow.',
  },
  OP_WITH_INVALID_USER_TYPE_EXCEPTION: {
    what: 'The rep is not an active user any more.',
    toDo: 'Activate the user for a moment and try again, or drop the message.',
  },
  TRANSFER_REQUIRES_READ: {
    what: 'The rep may not see the record that is to be the rep’s own.',
    toDo: 'In Setup, Permission Sets, Dealside Rep, Manage Assignments: give it to the rep.',
  },
  INACTIVE_OWNER_OR_USER: {
    what: 'The supervisor or the rep is not an active user any more.',
    toDo: 'Activate the user for a moment and try again, or drop the message.',
  },
  DUPLICATES_DETECTED: {
    what: 'A duplicate rule of the org refuses the record.',
    toDo: 'In Setup, Duplicate Rules: let the rule pass records of the integration user.',
  },
  STORAGE_LIMIT_EXCEEDED: {
    what: 'The org has no storage left.',
    toDo: 'In Setup, Storage Usage: make room, then try again.',
  },
};

/** The org's daily limit of requests is used up. */
export const LIMIT_EXCEEDED = 'REQUEST_LIMIT_EXCEEDED';

/**
 * Error codes which mean that the org, or the connection to it, currently accepts no request at
 * all.
 */
const AWAY = [LIMIT_EXCEEDED, 'SERVER_UNAVAILABLE', 'INVALID_SESSION_ID', 'UNKNOWN'];

/** Some Salesforce messages quote the whole refused value. */
const MAX_QUOTE = 200;

/**
 * Runs a request to the org and converts its failure to a CrmProblem: `retry`, or `refused` with
 * advice.
 */
export async function asCrmProblem<T>(request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    if (error instanceof CrmProblem) throw error;
    if (error instanceof CrmUnavailable)
      throw new CrmProblem('retry', error.message, undefined, { isAway: true });
    const { errorCode, message } = error as Partial<SalesforceError>;
    throw toCrmProblem({ errorCode: errorCode ?? 'UNKNOWN', message: message ?? String(error) });
  }
}

/** Converts an error of the REST API to a CrmProblem with its error code. */
export function toCrmProblem({ errorCode, message, fields }: SalesforceError): CrmProblem {
  const advice = NEEDS_ADMIN[errorCode];
  const about = fields?.length ? ` (${fields.join(', ')})` : '';
  const said = message.length > MAX_QUOTE ? `${message.slice(0, MAX_QUOTE)}…` : message;
  const quote = `Salesforce says: ${said}${about}`;
  return new CrmProblem(
    advice ? 'refused' : 'retry',
    advice ? `${advice.what} ${quote}. What to do: ${advice.toDo}` : quote,
    errorCode,
    { isAway: AWAY.includes(errorCode) || errorCode.startsWith('ERROR_HTTP_5') },
  );
}
