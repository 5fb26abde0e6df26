import type { Texts } from '../types.ts';
import { dialingWordings } from './dialing.ts';

export const wordings: Texts['wordings'] = {
  'pin_too_weak.not_digits': { message: 'Use only digits in a PIN.' },
  'pin_too_weak.length': { message: 'Use {min} to {max} digits in a PIN.' },
  'pin_too_weak.few_digits': { message: 'Use at least three different digits.' },
  'pin_too_weak.run': { message: "Don't use digits in sequence, such as 123456." },
  'pin_too_weak.repetition': { message: "Don't repeat a group of digits, such as 123123." },
  'policy_invalid.fault': { message: '{fault}' },
  'policy_invalid.faults': {
    message: '{fault} More errors: {more}. Check the draft to see them.',
  },
  'outside_hours.opens': { hint: '{opening}' },
  'outside_hours.never': { hint: "These hours don't come again. Ask your administrator." },
  'score_incomplete.comment': { message: 'Add a comment where one is required.' },
  'debrief_unfinished.your_score': { message: "You haven't scored the call yet." },
  'debrief_unfinished.next_time': { message: 'Say what to do next time.' },
  'debrief_unfinished.unread': { message: "{rep} hasn't read your score yet." },
  'reason_required.declined': {
    message: "This customer doesn't want to be monitored. Select why you must join.",
  },
  'reason_required.not_offered': { message: "This reason isn't one of the available reasons." },
  'consent_missing.law': {
    message: "The customer hasn't been told that calls may be monitored. Required by {law}.",
  },
  'consent_missing.playing': {
    message: "The customer hasn't been told that calls may be monitored. Required by {law}.",
    hint: 'The opening announcement is playing. Try again in a few seconds.',
  },
  'legitimate_interest_missing.law': {
    message:
      'Your company must document its legitimate interest before anyone joins this call. Required by {law}.',
  },
  'call_not_live.flag': { hint: 'You can flag a moment while the customer is on the line.' },
  'call_not_live.help': { hint: 'You can ask for help while the customer is on the line.' },
  'call_not_live.transfer': {
    hint: 'You can transfer the call while the customer is on the line.',
  },
  'already_on_another_call.own': {
    message: "You're on your own call with {customer}.",
    hint: 'End it first, or hand it over.',
  },
  'already_on_another_call.to_place_one': {
    hint: 'Leave that call to place one of your own.',
  },
  'customer_needs_you.silent': {
    hint: 'Take over the call, wait until {rep} is back, or leave to end the call.',
  },
  'rep_not_present.take_over': { hint: 'Take over the call, or leave it.' },
  'rep_not_present.yourself': {
    message: "You aren't on this call right now.",
    hint: 'Return to the call in the softphone first.',
  },
  'takeover_in_progress.own_call': { message: 'A supervisor has taken over this call.' },
  'floor_taken.talking': { message: 'Only one supervisor can talk at a time. {who} is talking.' },
  'floor_taken.about_to_talk': {
    message: 'Only one supervisor can talk at a time. {who} is about to talk.',
  },
  ...dialingWordings,
  'help_taken.by': { message: '{who} is already joining to help.' },
  'colleague_busy.named': { message: '{who} is on a call.' },
  'transfer_pending.takeover': { hint: 'Wait a moment.' },
  'invalid_request.field': { message: "The field {field} isn't valid." },
  'invalid_request.too_large': { message: 'The request is too large.' },
  'invalid_request.unreadable': { message: "The request couldn't be read." },
  'invalid_request.no_number': {
    message: "There's no phone number to call.",
    hint: 'Add one to the contact, or dial the number.',
  },
  'carrier_unavailable.switch_refused': { message: 'The phone service refused the switch.' },
  'carrier_unavailable.phone_not_rung': {
    message: "Your phone couldn't be called.",
    hint: 'Try again, or join with the softphone.',
  },
  'carrier_unavailable.guest_not_rung': {
    hint: "The third party wasn't called. Try again in a moment.",
  },
  'carrier_unavailable.colleague_not_rung': {
    hint: "Your colleague wasn't called. Try again in a moment.",
  },
  'carrier_unavailable.nothing_changed': { hint: 'Try again in a moment.' },
  'crm_unavailable.too_old': {
    message:
      "Salesforce isn't responding, and your permissions from {since} are too old to allow this.",
    hint: 'You can keep listening, go back to Monitor, or leave. Try the rest again when Salesforce responds.',
  },
  'audio_check_failed.finding': {
    message: "The last audio check failed: {finding} Supervisors can't be heard for now.",
  },
  'audit_broken.fault': { message: '{fault}' },
  'not_authenticated.not_shown': {
    message: "Salesforce doesn't show you to the Dealside server.",
    hint: 'Ask your administrator to give the integration user the permission View All Users.',
  },
  'not_found.policy_version': { message: "This policy version doesn't exist." },
  'not_found.person': { message: "This person doesn't exist." },
  'not_found.simulation': { message: "This simulation doesn't exist." },
  'not_found.dead_letter': { message: 'No dead letter has this number.' },
  'not_found.softphone_unbuilt': {
    message: "The softphone hasn't been built.",
    hint: 'Run npm start.',
  },
  'not_found.softphone_outside': {
    message: 'The softphone works only on a Salesforce page.',
    hint: 'Open Dealside from Salesforce.',
  },
  'not_found.page_unbuilt': { message: "The page hasn't been built.", hint: 'Run npm start.' },
};
