import type { Texts } from '../types.ts';

const CHECK_PERMISSION_SET =
  'In Setup, Permission Sets, Dealside Integration: check that the integration user has it, unchanged. Deploying the package again restores it.';
const CHECK_ROLE =
  'If it is a task, check also that the role of the integration user stands above those of supervisor and rep (Setup, Roles).';
const DEPLOY_AGAIN = 'Deploy the Dealside package again.';
const ACTIVATE = 'Activate the user for a moment and try again.';

export const writeFaults: Texts['writeFaults'] = {
  validation_rule: {
    message: 'A validation rule of your org refuses the record.',
    hint: 'In Setup, Object Manager, Validation Rules: let the rule pass records of the integration user, or correct what it names.',
  },
  lookup_filter: {
    message: 'A lookup filter of your org refuses the record.',
    hint: 'In Setup, Object Manager: widen the lookup filter of the field, or make it optional.',
  },
  records_not_combinable: {
    message: "Salesforce doesn't let these records be combined.",
    hint: "Check the contact, lead and deal of the call: a lead can't be combined with a deal.",
  },
  field_missing: {
    message: 'A field of the Dealside package is missing, or the integration user may not see it.',
    hint: `${DEPLOY_AGAIN} ${CHECK_PERMISSION_SET}`,
  },
  object_missing: {
    message:
      'An object of the Dealside package is missing, or the integration user may not see it.',
    hint: `${DEPLOY_AGAIN} ${CHECK_PERMISSION_SET}`,
  },
  record_not_writable: {
    message: 'The integration user may not write this record.',
    hint: `${CHECK_PERMISSION_SET} ${CHECK_ROLE}`,
  },
  field_not_writable: {
    message: 'The integration user may not write a field of the Dealside package.',
    hint: CHECK_PERMISSION_SET,
  },
  reference_not_visible: {
    message: 'The integration user may not see the opportunity, contact or owner.',
    hint: 'In Setup, Permission Sets, Dealside Integration, Object Settings: switch on View All for Accounts, Contacts, Leads and Opportunities.',
  },
  api_not_allowed: {
    message: 'The integration user may not use the API.',
    hint: CHECK_PERMISSION_SET,
  },
  picklist_value_missing: {
    message: 'A picklist of your org lacks a value of Dealside.',
    hint: 'In Setup, Object Manager, Call Intervention: add the value to the field, or deploy the package again.',
  },
  field_required: {
    message: "Your org requires a field that Dealside doesn't fill.",
    hint: 'In Setup, Object Manager: make the field optional, or give it a default.',
  },
  text_too_long: {
    message: 'A text is longer than the field of your org.',
    hint: 'In Setup, Object Manager: give the field its length back. Deploying the package again does so.',
  },
  number_too_large: {
    message: 'A number is larger than the field of your org.',
    hint: DEPLOY_AGAIN,
  },
  reference_missing: {
    message: "A record that this one refers to doesn't exist anymore.",
    hint: 'Check that supervisor and rep are still users of this org.',
  },
  reference_deleted: {
    message: 'A record that this one refers to was deleted.',
    hint: 'Restore it from the recycle bin.',
  },
  trigger_refuses: {
    message: 'A trigger or flow of your org refuses the record.',
    hint: 'Look at the trigger or flow that the details name, and let it pass records of the integration user.',
  },
  flow_failed: {
    message: 'A flow of your org failed on the record.',
    hint: 'In Setup, Flows: look at the failed interview, and correct the flow.',
  },
  rep_inactive: { message: "The rep isn't an active user anymore.", hint: ACTIVATE },
  rep_may_not_read: {
    message: "The rep may not see the record that is to be the rep's own.",
    hint: 'In Setup, Permission Sets, Dealside Rep, Manage Assignments: give it to the rep.',
  },
  owner_inactive: {
    message: "The supervisor or the rep isn't an active user anymore.",
    hint: ACTIVATE,
  },
  duplicate_rule: {
    message: 'A duplicate rule of your org refuses the record.',
    hint: 'In Setup, Duplicate Rules: let the rule pass records of the integration user.',
  },
  storage_full: {
    message: 'Your org has no storage left.',
    hint: 'In Setup, Storage Usage: make room, then try again.',
  },
  org_unregistered: {
    message: "This org isn't registered with the Dealside server anymore.",
    hint: 'Ask the people who run the server to register it again.',
  },
  notification_type_missing: {
    message: 'The notification type {name} is missing in your org.',
    hint: DEPLOY_AGAIN,
  },
  checkpoint_differs: {
    message:
      'Salesforce holds another checkpoint {number}. One of the two was not written by Dealside.',
    hint: 'Export the audit and the checkpoints in Salesforce, and verify one against the other.',
  },
  caller_unread: {
    message: 'Salesforce did not say whose missed call this is.',
    hint: 'Dealside asks again until Salesforce answers.',
  },
  missed_call_unassigned: {
    message: 'No one can be given this missed call.',
    hint: 'In Setup, Custom Metadata Types, Dealside Inbound, Default: name a queue or public group for unknown callers.',
  },
  unexpected: {
    message: "The record wasn't taken, and the cause is unknown.",
    hint: 'Try again. If it stays, give the details to the people who run the Dealside server.',
  },
};
