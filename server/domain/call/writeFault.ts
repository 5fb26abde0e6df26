/** Why the CRM did not take a record, as far as an administrator can act on it. */
export type WriteFaultCode =
  | 'validation_rule'
  | 'lookup_filter'
  | 'records_not_combinable'
  | 'field_missing'
  | 'object_missing'
  | 'record_not_writable'
  | 'field_not_writable'
  | 'reference_not_visible'
  | 'api_not_allowed'
  | 'picklist_value_missing'
  | 'field_required'
  | 'text_too_long'
  | 'number_too_large'
  | 'reference_missing'
  | 'reference_deleted'
  | 'trigger_refuses'
  | 'flow_failed'
  | 'rep_inactive'
  | 'rep_may_not_read'
  | 'owner_inactive'
  | 'duplicate_rule'
  | 'storage_full'
  | 'org_unregistered'
  | 'notification_type_missing'
  | 'checkpoint_differs'
  | 'caller_unread'
  | 'missed_call_unassigned'
  | 'unexpected';

/** A code and its facts; the text is in the catalogue of the reader's language. */
export interface WriteFault {
  readonly code: WriteFaultCode;
  /** The values of the text's placeholders. */
  readonly values?: Readonly<Record<string, string | number>>;
  /** The CRM's own sentence, in the language of its user. */
  readonly said?: string;
}
