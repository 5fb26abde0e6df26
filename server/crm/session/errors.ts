import type { WriteFaultCode } from '../../domain/call/writeFault.ts';
import { CrmProblem, CrmUnavailable } from '../../ports/index.ts';

export interface SalesforceError {
  errorCode: string;
  message: string;
  fields?: string[];
}

/** Errors that an administrator must resolve. All others are retried. */
const NEEDS_ADMIN: Readonly<Record<string, WriteFaultCode>> = {
  FIELD_CUSTOM_VALIDATION_EXCEPTION: 'validation_rule',
  FIELD_FILTER_VALIDATION_EXCEPTION: 'lookup_filter',
  FIELD_INTEGRITY_EXCEPTION: 'records_not_combinable',
  INVALID_FIELD: 'field_missing',
  INVALID_TYPE: 'object_missing',
  INSUFFICIENT_ACCESS_OR_READONLY: 'record_not_writable',
  INSUFFICIENT_ACCESS: 'record_not_writable',
  INVALID_FIELD_FOR_INSERT_UPDATE: 'field_not_writable',
  INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: 'reference_not_visible',
  API_DISABLED_FOR_ORG: 'api_not_allowed',
  INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: 'picklist_value_missing',
  REQUIRED_FIELD_MISSING: 'field_required',
  STRING_TOO_LONG: 'text_too_long',
  NUMBER_OUTSIDE_VALID_RANGE: 'number_too_large',
  INVALID_CROSS_REFERENCE_KEY: 'reference_missing',
  ENTITY_IS_DELETED: 'reference_deleted',
  CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: 'trigger_refuses',
  CANNOT_EXECUTE_FLOW_TRIGGER: 'flow_failed',
  OP_WITH_INVALID_USER_TYPE_EXCEPTION: 'rep_inactive',
  TRANSFER_REQUIRES_READ: 'rep_may_not_read',
  INACTIVE_OWNER_OR_USER: 'owner_inactive',
  DUPLICATES_DETECTED: 'duplicate_rule',
  STORAGE_LIMIT_EXCEEDED: 'storage_full',
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
 * what an administrator must resolve.
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
  const code = NEEDS_ADMIN[errorCode];
  const about = fields?.length ? ` (${fields.join(', ')})` : '';
  const quote = message.length > MAX_QUOTE ? `${message.slice(0, MAX_QUOTE)}…` : message;
  const said = `${quote}${about}`;
  return new CrmProblem(
    code ? 'refused' : 'retry',
    `Salesforce says: ${said}${code ? ` [${code}]` : ''}`,
    errorCode,
    {
      isAway: AWAY.includes(errorCode) || errorCode.startsWith('ERROR_HTTP_5'),
      fault: { code: code ?? 'unexpected', said },
    },
  );
}
