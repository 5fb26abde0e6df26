/** Why something was not done: a stable code, words for the person, and what they can do. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly message: string;
  readonly field?: string;
  readonly hint?: string;
  /** How many wrong PINs are left before a lock. */
  readonly triesLeft?: number;
  /** When it may be tried again. */
  readonly until?: string;
}

const TEXTS = {
  not_authenticated: { message: 'You are not signed in to Dealside.', hint: 'Reload the Salesforce page.' },
  token_expired: { message: 'Your Dealside session has expired.', hint: 'Reload the Salesforce page.' },
  token_signature_invalid: { message: 'Your session was not signed by a registered Salesforce org.', hint: 'Ask your administrator to check the signing certificate.' },
  pin_not_set: { message: 'This needs a PIN, and you have none yet.', hint: 'Choose a PIN.', field: 'pin' },
  pin_required: { message: 'This needs your PIN.', field: 'pin' },
  pin_wrong: { message: 'That PIN is wrong.', field: 'pin' },
  pin_locked: { message: 'Your PIN is locked after too many wrong tries.', hint: 'Wait, or ask your administrator to reset it.', field: 'pin' },
  pin_too_weak: { message: 'This PIN is too easy to guess.', hint: 'Choose another.', field: 'pin' },
  passkey_not_set: { message: 'This needs a passkey, and you have none yet.', hint: 'Register a passkey.' },
  passkey_required: { message: 'This needs your passkey.', hint: 'Confirm with your passkey.' },
  passkey_failed: { message: 'The passkey could not be checked.', hint: 'Try again.' },
  passkey_not_found: { message: 'There is no such passkey.' },
  link_used: { message: 'This link was used already, or its time is over.', hint: 'Close this window and start again in Salesforce.' },
  person_not_found: { message: 'There is no such person in your Salesforce org.', field: 'userId' },
  rights_unknown: { message: 'Your permission could not be checked for too long.', hint: 'Try again when Salesforce answers.' },
  org_unknown: { message: 'This Salesforce org is not registered with Dealside.', hint: 'Ask your administrator to register it.' },
  signing_key_not_valid: { message: 'Your session was signed with a key that is not valid any more, or not yet.', hint: 'Ask your administrator to register the org’s current certificate.' },
  origin_not_allowed: { message: 'This page does not belong to your Salesforce org.', hint: 'Open Dealside from Salesforce.' },
  user_inactive: { message: 'Your Salesforce user is not active.', hint: 'Ask your administrator.' },
  not_a_supervisor: { message: 'Only supervisors and quality analysts can join calls of others.', hint: 'Ask your administrator for the Dealside Supervisor permission set.' },
  out_of_scope: { message: 'This call belongs to a rep outside your team.', hint: 'Ask the rep’s own manager to join.' },
  mode_not_permitted: { message: 'Your role does not permit this mode.', hint: 'Use a mode that is offered to you.' },
  not_yours_to_ask: { message: 'Only administrators and a person’s own managers may ask what the person may do.' },
  policy_invalid: { message: 'The policy has faults.', field: 'policy' },
  simulation_running: { message: 'Another simulation of your organization is still running.', hint: 'Wait for its end, or cancel it.' },
  no_policy: { message: 'No policy is in force, so nobody may join calls.', hint: 'Ask your administrator to look at the policy in Salesforce.' },
  deal_out_of_scope: { message: 'Your role joins only calls about certain deals, and this is not one of them.', hint: 'Ask the rep’s own manager to join.' },
  outside_hours: { message: 'You may not join calls at this hour.' },
  covert_rule_ended: { message: 'The permission to listen covertly has ended.', hint: 'Join as usual: the rep will see you.' },
  too_many_at_once: { message: 'You are on as many calls as your role permits.', hint: 'Leave one of them first.' },
  reason_required: { message: 'Choose a reason first.', field: 'reasonCode' },
  reason_note_required: { message: 'This reason needs a short note.', field: 'note' },
  call_not_found: { message: 'There is no such call.', hint: 'It may have ended; the list shows what is live.' },
  intervention_not_found: { message: 'There is no such intervention.' },
  device_unknown: { message: 'Your Salesforce user has no such phone.', hint: 'Join with the softphone, or have the number added to your user.', field: 'device' },
  consent_missing: { message: 'The customer has not been told that calls may be listened to.', hint: 'Play the opening announcement on this call, then join.' },
  announcement_failed: { message: 'The announcement that you are there could not be played to its end, so you are not heard and hear nothing new.', hint: 'See that nobody is on hold, and try again.' },
  legitimate_interest_missing: { message: 'The law of this call wants your company’s legitimate interest on file.', hint: 'Ask your administrator to put it on file.' },
  recording_not_found: { message: 'There is no such recording.' },
  recording_not_ready: { message: 'The recording is not ready yet.', hint: 'It is there shortly after the call.' },
  notice_not_found: { message: 'There is no such notice.' },
  call_not_live: { message: 'The call is not live.', hint: 'You can join once the customer has answered.' },
  already_on_call: { message: 'You are already on this call.' },
  rep_on_hold: { message: 'The rep is on hold and cannot hear a whisper.', hint: 'Wait until the rep is back.' },
  rep_not_present: { message: 'The rep is not on the call.', hint: 'Leave the call to end it, or carry on with the customer.' },
  takeover_in_progress: { message: 'Another supervisor has taken over this call.', hint: 'You can keep listening.' },
  floor_taken: { message: 'Another supervisor speaks on this call.', hint: 'One speaks at a time. You can listen, and you see when the word is free.' },
  intervention_ended: { message: 'You are no longer on this call.', hint: 'Join again.' },
  not_joined_yet: { message: 'You are still joining the call.', hint: 'Wait a moment.' },
  switch_pending: { message: 'The last switch is not confirmed yet.', hint: 'Wait a moment.' },
  not_your_intervention: { message: 'This intervention belongs to someone else.' },
  not_your_call: { message: 'This call belongs to someone else.' },
  not_a_rep: { message: 'You are not set up to take calls.', hint: 'Ask your administrator for the Dealside Rep permission set.' },
  help_already_asked: { message: 'You have asked for help already.', hint: 'Your supervisors can see it.' },
  help_reason_required: { message: 'Choose what you need help with.', field: 'reasonCode' },
  help_not_asked: { message: 'Nobody asks for help on this call any more.' },
  help_taken: { message: 'Another supervisor is coming already.' },
  join_first: { message: 'You are not on this call.', hint: 'Join it before you write to the rep.' },
  text_whisper_not_found: { message: 'There is no such message.' },
  rep_busy: { message: 'You are already on a call.', hint: 'Finish it first.' },
  colleague_unknown: { message: 'There is no such colleague who takes calls.', hint: 'Choose one from the list.', field: 'toUserId' },
  colleague_busy: { message: 'This colleague is on a call.', hint: 'Choose another, or wait.', field: 'toUserId' },
  colleague_not_there: { message: 'Your colleague has not answered yet.', hint: 'Wait a moment, or take the call back.' },
  transfer_pending: { message: 'This call is being transferred already.', hint: 'Hand it over, or take it back first.' },
  no_transfer: { message: 'This call is not being transferred.' },
  outcome_invalid: { message: 'Choose one of the offered outcomes.', field: 'outcome' },
  outcome_not_due: { message: 'No outcome is asked for: the intervention has not ended, or you never spoke.' },
  invalid_request: { message: 'The request is not valid.' },
  carrier_unavailable: { message: 'The phone service did not answer.', hint: 'You are silent. Try again in a moment.' },
  crm_unavailable: { message: 'Salesforce did not answer, so your permission could not be checked.', hint: 'Try again in a moment.' },
  audio_check_failed: { message: 'The last sound check of the phone service failed, so nobody may be heard through it for now.', hint: 'You can listen. Whisper and barge come back when a sound check passes.' },
  audio_check_too_soon: { message: 'A sound check is running, or has just run.', hint: 'Wait a minute.' },
  audit_broken: { message: 'The audit cannot be signed: it has no entries yet.', hint: 'Verify the audit.' },
  checkpoints_off: { message: 'This server has no key to sign checkpoints with.', hint: 'Set AUDIT_SIGNING_KEY_FILE.' },
  person_on_call: { message: 'This person is on a call right now.', hint: 'Erase when the call is over.' },
  person_unknown: { message: 'Nothing is kept about this person.', hint: 'Look for them by contact and by phone number.' },
  not_an_admin: { message: 'Only administrators can do this.', hint: 'Ask your administrator.' },
  signature_invalid: { message: 'The callback is not signed by the phone service.' },
  not_found: { message: 'There is nothing at this address.' },
  rate_limited: { message: 'Too many requests.', hint: 'Wait a moment.' },
} as const satisfies Record<string, { message: string; field?: string; hint?: string }>;

export type RefusalCode = keyof typeof TEXTS;

/** The refusal with this code; `more` overrides words where the case knows better ones. */
export function refusal(code: RefusalCode, more: Partial<Omit<Refusal, 'code'>> = {}): Refusal {
  return { code, ...TEXTS[code], ...more };
}
