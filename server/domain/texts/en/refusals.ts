import type { Texts } from '../types.ts';
import { debriefRefusals } from './debriefs.ts';
import { dialingRefusals } from './dialing.ts';
import { outcomeRefusals } from './outcomes.ts';

export const refusals: Texts['refusals'] = {
  not_authenticated: {
    message: "You aren't signed in to Dealside.",
    hint: 'Reload the Salesforce page.',
  },
  token_expired: { message: 'Your Dealside session expired.', hint: 'Reload the Salesforce page.' },
  token_signature_invalid: {
    message: "Your session wasn't signed by a registered Salesforce org.",
    hint: 'Ask your administrator to check the signing certificate.',
  },
  org_unknown: {
    message: "This Salesforce org isn't registered with Dealside.",
    hint: 'Ask your administrator to register it.',
  },
  signing_key_not_valid: {
    message: "Your session was signed with a key that isn't valid right now.",
    hint: "Ask your administrator to register the org's current certificate.",
  },
  origin_not_allowed: {
    message: "This page doesn't belong to your Salesforce org.",
    hint: 'Open Dealside from Salesforce.',
  },
  user_inactive: { message: "Your Salesforce user isn't active.", hint: 'Ask your administrator.' },
  rights_unknown: {
    message: "Your permissions couldn't be checked for too long.",
    hint: 'Try again when Salesforce is available.',
  },
  pin_not_set: {
    message: "This requires a PIN, and you don't have one yet.",
    hint: 'Create a PIN.',
  },
  pin_required: { message: 'This requires your PIN.' },
  pin_wrong: { message: 'Incorrect PIN.' },
  pin_locked: {
    message: 'Your PIN is locked after too many incorrect attempts.',
    hint: 'Wait, or ask your administrator to reset it.',
  },
  pin_too_weak: { message: 'This PIN is too easy to guess.', hint: 'Choose a different PIN.' },
  passkey_not_set: {
    message: "This requires a passkey, and you don't have one yet.",
    hint: 'Register a passkey.',
  },
  passkey_required: { message: 'This requires your passkey.', hint: 'Confirm with your passkey.' },
  passkey_failed: { message: "Your passkey couldn't be verified.", hint: 'Try again.' },
  passkey_not_found: { message: "This passkey doesn't exist." },
  link_used: {
    message: 'This link was already used or has expired.',
    hint: 'Close this window and start again in Salesforce.',
  },
  person_not_found: { message: "This person isn't in your Salesforce org." },
  not_a_supervisor: {
    message: "Only supervisors and quality analysts can join other people's calls.",
    hint: 'Ask your administrator for the Dealside Supervisor permission set.',
  },
  out_of_scope: {
    message: 'This call belongs to a rep outside your team.',
    hint: "Ask the rep's own manager to join.",
  },
  mode_not_permitted: {
    message: "Your role doesn't allow this mode.",
    hint: 'Use one of the available modes.',
  },
  not_yours_to_ask: {
    message: "Only administrators and a person's own managers can see what the person can do.",
  },
  policy_invalid: { message: 'The policy has errors.' },
  simulation_running: {
    message: 'Another simulation for your organization is still running.',
    hint: 'Wait until it finishes, or cancel it.',
  },
  backtest_running: {
    message: 'A rule is already being run over past calls for your organization.',
    hint: 'Wait until it finishes.',
  },
  rule_not_replayed: {
    message: "A rule about open help requests can't be run over past calls.",
    hint: 'Transcripts have no help requests. Try the rule on live calls.',
  },
  no_policy: {
    message: 'No policy is in effect, so no one can join calls.',
    hint: 'Ask your administrator to check the policy in Salesforce.',
  },
  deal_out_of_scope: {
    message: "Your role can join only calls about certain deals, and this isn't one of them.",
    hint: "Ask the rep's own manager to join.",
  },
  outside_hours: { message: "You can't join calls at this hour." },
  covert_rule_ended: {
    message: 'The permission to monitor covertly has ended.',
    hint: 'If another rule allows it, join as usual. The rep will see you.',
  },
  too_many_at_once: {
    message: "You're on as many calls as your role allows.",
    hint: 'Leave one of them first.',
  },
  reason_required: { message: 'Select a reason first.' },
  point_required: { message: 'Enter the one point you want to add.' },
  reason_note_required: { message: 'Enter a note for this reason.' },
  call_claimed: {
    message: '{who} is looking after this call.',
    hint: 'You can still join it, or take another one.',
  },
  course_first: {
    message: 'Finish the course for supervisors before you use this mode.',
    hint: 'You find it on Home. Monitor and leaving always work.',
  },
  words_not_yours: {
    message: 'Join the call to read along.',
    hint: 'Only the rep and supervisors on the call see what is said.',
  },
  call_not_found: {
    message: "This call doesn't exist.",
    hint: 'It might have ended. The list shows the live calls.',
  },
  intervention_not_found: { message: "This intervention doesn't exist." },
  device_unknown: {
    message: "Your Salesforce user doesn't have this phone.",
    hint: 'Join with the softphone, or have the number added to your user.',
  },
  phone_not_yours: {
    message: "This number isn't confirmed as yours.",
    hint: 'Confirm it with a code first, or choose a number from your Salesforce user.',
  },
  code_wrong: { message: "That's not the code.", hint: 'Type the six digits that you heard.' },
  code_expired: {
    message: "This code isn't valid anymore.",
    hint: 'Have the number called again to get a new one.',
  },
  rep_not_notified: {
    message: "The rep hasn't acknowledged the notice of monitoring that the law requires.",
    hint: 'It is on their Home page.',
  },
  monitoring_declined: {
    message: "This customer doesn't want to be monitored.",
    hint: 'The rep can change it on the call if the customer agrees.',
  },
  consent_missing: {
    message: "The customer hasn't been told that calls may be monitored.",
    hint: 'Play the opening announcement on this call, then join.',
  },
  agreement_missing: {
    message: "The customer hasn't agreed to be monitored. Required by {law}.",
    hint: 'The rep asks the customer, and selects Customer agrees to monitoring.',
  },
  announcement_failed: {
    message: "The announcement that you're joining didn't finish playing, so you can't be heard.",
    hint: 'Make sure that no one is on hold, and try again.',
  },
  legitimate_interest_missing: {
    message: 'Your company must document its legitimate interest before anyone joins this call.',
    hint: 'Ask your administrator to document it.',
  },
  recording_not_found: { message: "This recording doesn't exist." },
  no_recordings: {
    message: 'There are no finished recordings of this.',
    hint: 'Check the call, or choose other days.',
  },
  export_not_found: { message: "This export doesn't exist." },
  export_too_large: {
    message: 'An archive holds at most {recordings} recordings, and {hours} hours.',
    hint: 'Choose fewer days.',
  },
  recording_not_ready: {
    message: "The recording isn't ready yet.",
    hint: 'It will be available shortly after the call.',
  },
  policy_text_changed: {
    message: 'The rules have just changed.',
    hint: 'Read them again, and then confirm.',
  },
  notice_not_found: { message: "This notice doesn't exist." },
  call_not_live: {
    message: "The call isn't live.",
    hint: 'You can join when the customer answers.',
  },
  already_on_call: { message: "You're already on this call." },
  already_on_another_call: {
    message: "You're on {rep}'s call.",
    hint: 'Leave that call first, or move to this one.',
  },
  customer_needs_you: {
    message: "{rep} isn't on the call, so {customer} would have no one to talk to.",
    hint: 'Wait until {rep} is back and hand back the call, or leave to end it.',
  },
  still_leaving: {
    message: "You haven't left {rep}'s call yet.",
    hint: 'Try again in a moment.',
  },
  rep_on_hold: {
    message: "The rep is on hold and can't hear a whisper.",
    hint: 'Wait until the rep is back.',
  },
  rep_not_present: {
    message: "The rep isn't on the call.",
    hint: 'Leave to end the call, or continue with the customer.',
  },
  takeover_in_progress: {
    message: 'Another supervisor has taken over this call.',
    hint: 'You can keep listening.',
  },
  floor_taken: {
    message: 'Only one supervisor can talk at a time.',
    hint: "You can listen. You'll see when you can talk.",
  },
  intervention_ended: { message: "You're no longer on this call.", hint: 'Join again.' },
  not_joined_yet: { message: "You're still joining the call.", hint: 'Wait a moment.' },
  switch_pending: { message: "The last switch isn't confirmed yet.", hint: 'Wait a moment.' },
  not_your_intervention: { message: 'This intervention belongs to someone else.' },
  not_your_call: { message: 'This call belongs to someone else.' },
  not_a_rep: {
    message: "You aren't set up to take calls.",
    hint: 'Ask your administrator for the Dealside Rep permission set.',
  },
  practice_call: {
    message: 'This is a practice call.',
    hint: 'Help, transfers, third parties and disclosures are for calls with customers.',
  },
  practice_not_over: {
    message: "This practice call isn't over yet.",
    hint: 'Hang up first, then say how it went.',
  },
  help_already_asked: {
    message: "You've already asked for help.",
    hint: 'Your supervisors can see your request.',
  },
  help_reason_required: { message: 'Select what you need help with.' },
  help_not_asked: { message: 'This help request is no longer open.' },
  help_taken: { message: 'Another supervisor is already joining to help.' },
  join_first: {
    message: "You aren't on this call.",
    hint: 'Join the call before you message the rep.',
  },
  text_whisper_not_found: { message: "This message doesn't exist." },
  rep_busy: { message: "You're already on a call.", hint: 'End that call first.' },
  ...dialingRefusals,
  colleague_unknown: {
    message: 'No colleague who takes calls matches.',
    hint: 'Select one from the list.',
  },
  colleague_busy: {
    message: 'This colleague is on a call.',
    hint: 'Select someone else, or wait.',
  },
  colleague_not_there: {
    message: "Your colleague hasn't answered yet.",
    hint: 'Wait a moment, or take the call back.',
  },
  group_unknown: {
    message: "Calls can't be transferred to this group.",
    hint: 'Select a group from the list.',
  },
  transfer_pending: {
    message: 'This call is already being transferred.',
    hint: 'Hand it over, or take it back first.',
  },
  nobody_free: {
    message: 'No one in this group is free right now.',
    hint: 'Select another group or a colleague.',
  },
  guest_there: {
    message: 'There is already a third party on this call.',
    hint: 'Remove them first.',
  },
  guest_is_customer: { message: "That's the number of the customer on this call." },
  guest_is_colleague: {
    message: 'You can leave the call only to an outside number.',
    hint: 'Transfer it to your colleague instead.',
  },
  no_guest: { message: "This third party isn't on the call." },
  no_transfer: { message: "This call isn't being transferred." },
  not_recorded: { message: "This call isn't being recorded." },
  ...debriefRefusals,
  calendar_unreachable: {
    message: "Salesforce calendars can't be reached. Try again, or agree on a time yourselves.",
  },
  score_incomplete: { message: 'Answer every item.' },
  outcome_invalid: { message: 'Select one of the available outcomes.' },
  tag_unknown: { message: 'This tag isn’t offered anymore. Select another one, or none.' },
  outcome_not_due: {
    message: "No outcome is due. The intervention hasn't ended, or you were never heard.",
  },
  unreadable_request: { message: "The request couldn't be read." },
  disposition_invalid: { message: 'Select one of the available dispositions.' },
  wrap_up_not_due: {
    message: "This call can't be finished yet. It hasn't ended, or no one was called.",
  },
  record_not_offered: {
    message: "This contact or lead doesn't have the phone number of the call.",
    hint: 'Select one of the listed records, or No record.',
  },
  message_not_allowed: {
    message: "Your organization doesn't let messages be left on this call.",
    hint: 'An administrator lists the places for it in Dealside Setting: Default.',
  },
  no_machine: {
    message: 'A message can be left only once a machine has answered and its greeting is over.',
  },
  supervisor_audible: {
    message: 'A supervisor can be heard on this call.',
    hint: 'Ask them to fall silent first.',
  },
  message_unknown: {
    message: "This message doesn't exist anymore.",
    hint: 'Select another one.',
  },
  customer_known: {
    message: 'This call is already linked to {name}.',
    hint: 'You can change the record when you finish the call.',
  },
  invalid_request: { message: "The request isn't valid." },
  carrier_unavailable: {
    message: "The phone service didn't respond.",
    hint: "You can't be heard. Try again in a moment.",
  },
  crm_unavailable: {
    message: "Salesforce didn't respond, so your permissions couldn't be checked.",
    hint: 'Try again in a moment.',
  },
  audio_check_failed: {
    message: "The last audio check failed, so supervisors can't be heard for now.",
    hint: 'You can listen. Whisper and barge come back when an audio check passes.',
  },
  audio_check_too_soon: {
    message: 'An audio check is running or just finished.',
    hint: 'Wait a minute.',
  },
  audit_broken: {
    message: "The audit can't be signed because it has no entries yet.",
    hint: 'Verify the audit.',
  },
  checkpoints_off: {
    message: 'This server has no key to sign checkpoints with.',
    hint: 'Set AUDIT_SIGNING_KEY_FILE.',
  },
  person_on_call: {
    message: 'This person is on a call right now.',
    hint: 'Erase their data after the call.',
  },
  person_unknown: {
    message: 'No data is stored about this person.',
    hint: 'Look for them by contact and by phone number.',
  },
  not_an_admin: { message: 'Only administrators can do this.', hint: 'Ask your administrator.' },
  ...outcomeRefusals,
  signature_invalid: { message: "The callback isn't signed by the phone service." },
  not_found: { message: "We couldn't find what you're looking for." },
  rate_limited: { message: 'Too many requests.', hint: 'Wait a moment.' },
};
