import type { FaultWording } from './faultWordings.ts';
import type { Mode, PartyRole } from './modes.ts';

/**
 * Why something was not done: a stable code, and what its text is filled with. The text is in the
 * catalogue of the reader's language.
 */
export interface Refusal {
  readonly code: RefusalCode;
  /** Which text of the code, where it has several. */
  readonly wording?: RefusalWording;
  /** The values of the text's placeholders. */
  readonly values?: Readonly<Record<string, RefusalValue>>;
  readonly field?: string;
  /** What is wrong with a field of a request, in English, for those who write programs. */
  readonly detail?: string;
  /** How many wrong PINs are left before a lock. */
  readonly triesLeft?: number;
  /** When it may be tried again. */
  readonly until?: string;
  /** The call that the person is on instead, and would have to leave. */
  readonly otherCall?: {
    readonly callId: string;
    readonly interventionId: string;
    readonly repName: string;
  };
}

/** A value in a text, in the reader's language if there are words for it. */
export type RefusalValue =
  | string
  | number
  | OpeningValue
  | ClockValue
  | LawValue
  | FindingValue
  | FaultValue
  | CountryValue;

/** A country (ISO 3166), by its name. */
interface CountryValue {
  readonly kind: 'country';
  readonly country: string;
}

/** A time, by the clock of the reader. */
interface ClockValue {
  readonly kind: 'clock';
  readonly at: string;
  readonly now: string;
  readonly zone: string;
}

/**
 * When hours begin: by the clock of the rep whose name it has, by that of the customer whose zone it
 * has, or by that of the reader.
 */
export interface OpeningValue {
  readonly kind: 'opening';
  readonly at: string;
  readonly now: string;
  readonly zone: string;
  readonly repName?: string;
  readonly customerZone?: string;
}

/** The places of the people on a call, which determine the laws that protect them. */
export type ConsentWitness =
  | 'customer_number'
  | 'customer_address'
  | 'rep_location'
  | 'guest_number';

/** A law on a call, and by whose place it applies. */
export interface LawValue {
  readonly kind: 'law';
  /** The name of the law, such as a paragraph, or a code where no law is named. */
  readonly basis: string;
  readonly place?: string;
  readonly witness: ConsentWitness;
}

/** The basis that is used for a place whose law was not researched. */
export const NO_LAW_ON_FILE = 'no_law_on_file';

/** The basis of a call on which no law asks for consent. */
export const NO_LAW_ASKS = 'no_law_asks';

/** What an audio check heard, or did not hear. */
export interface FindingValue {
  readonly kind: 'finding';
  readonly isLeak: boolean;
  readonly mode: Mode;
  readonly listener: PartyRole;
  readonly speaker: PartyRole;
}

/** A fault of a policy, as its validation names it. */
export interface FaultValue {
  readonly kind: 'fault';
  readonly rule?: string;
  readonly field: string;
  readonly wording: FaultWording;
  readonly values?: Readonly<Record<string, string>>;
}

/** Why a switch failed: a refusal of the carrier, or no word from it. */
export interface Problem extends Pick<Refusal, 'wording' | 'values'> {
  readonly code: RefusalCode | 'not_confirmed';
  /** The mode that was asked for. */
  readonly mode?: Mode;
  readonly at: string;
}

export const REFUSAL_CODES = [
  'not_authenticated',
  'token_expired',
  'token_signature_invalid',
  'org_unknown',
  'signing_key_not_valid',
  'origin_not_allowed',
  'user_inactive',
  'rights_unknown',
  'pin_not_set',
  'pin_required',
  'pin_wrong',
  'pin_locked',
  'pin_too_weak',
  'passkey_not_set',
  'passkey_required',
  'passkey_failed',
  'passkey_not_found',
  'link_used',
  'person_not_found',
  'not_a_supervisor',
  'out_of_scope',
  'mode_not_permitted',
  'not_yours_to_ask',
  'policy_invalid',
  'simulation_running',
  'backtest_running',
  'rule_not_replayed',
  'no_policy',
  'deal_out_of_scope',
  'outside_hours',
  'covert_rule_ended',
  'too_many_at_once',
  'reason_required',
  'reason_note_required',
  'point_required',
  'call_claimed',
  'course_first',
  'call_not_found',
  'intervention_not_found',
  'device_unknown',
  'phone_not_yours',
  'code_wrong',
  'code_expired',
  'consent_missing',
  'agreement_missing',
  'monitoring_declined',
  'rep_not_notified',
  'announcement_failed',
  'legitimate_interest_missing',
  'recording_not_found',
  'recording_not_ready',
  'no_recordings',
  'export_not_found',
  'export_too_large',
  'not_recorded',
  'notice_not_found',
  'policy_text_changed',
  'call_not_live',
  'already_on_call',
  'already_on_another_call',
  'customer_needs_you',
  'still_leaving',
  'rep_on_hold',
  'rep_not_present',
  'takeover_in_progress',
  'floor_taken',
  'intervention_ended',
  'not_joined_yet',
  'switch_pending',
  'not_your_intervention',
  'not_your_call',
  'not_a_rep',
  'practice_call',
  'practice_not_over',
  'help_already_asked',
  'help_reason_required',
  'help_not_asked',
  'help_taken',
  'join_first',
  'text_whisper_not_found',
  'rep_busy',
  'emergency_number',
  'number_invalid',
  'number_premium',
  'number_shared_cost',
  'number_personal',
  'number_satellite',
  'number_international',
  'number_special',
  'country_not_called',
  'do_not_call',
  'outside_calling_hours',
  'too_many_calls',
  'colleague_unknown',
  'colleague_busy',
  'colleague_not_there',
  'group_unknown',
  'transfer_pending',
  'no_transfer',
  'nobody_free',
  'guest_there',
  'guest_is_customer',
  'guest_is_colleague',
  'no_guest',
  'debrief_not_found',
  'debrief_given',
  'debrief_rep_first',
  'debrief_not_scored',
  'debrief_unfinished',
  'debrief_needs_both',
  'debrief_without_cause',
  'debrief_planned',
  'debrief_closed',
  'debrief_booked_meanwhile',
  'debrief_slot_taken',
  'debrief_not_held',
  'debrief_rating_over',
  'training_signal_not_found',
  'training_signal_decided',
  'joint_call_time',
  'joint_call_with',
  'joint_call_not_found',
  'calendar_unreachable',
  'score_incomplete',
  'outcome_invalid',
  'tag_unknown',
  'outcome_not_due',
  'unreadable_request',
  'disposition_invalid',
  'wrap_up_not_due',
  'record_not_offered',
  'customer_known',
  'message_unknown',
  'supervisor_audible',
  'no_machine',
  'message_not_allowed',
  'invalid_request',
  'carrier_unavailable',
  'crm_unavailable',
  'audio_check_failed',
  'audio_check_too_soon',
  'audit_broken',
  'checkpoints_off',
  'person_on_call',
  'person_unknown',
  'not_an_admin',
  'outcomes_not_permitted',
  'program_starts_not_permitted',
  'team_not_found',
  'program_start_invalid',
  'signature_invalid',
  'not_found',
  'words_not_yours',
  'rate_limited',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** Cases of a code that say more than the code's own text, or something else. */
export const REFUSAL_WORDINGS = [
  'pin_too_weak.not_digits',
  'pin_too_weak.length',
  'pin_too_weak.few_digits',
  'pin_too_weak.run',
  'pin_too_weak.repetition',
  'policy_invalid.fault',
  'policy_invalid.faults',
  'outside_hours.opens',
  'outside_hours.never',
  'score_incomplete.comment',
  'debrief_unfinished.your_score',
  'debrief_unfinished.unread',
  'debrief_unfinished.next_time',
  'reason_required.declined',
  'reason_required.not_offered',
  'consent_missing.law',
  'consent_missing.playing',
  'legitimate_interest_missing.law',
  'call_not_live.flag',
  'call_not_live.help',
  'call_not_live.transfer',
  'already_on_another_call.own',
  'already_on_another_call.to_place_one',
  'customer_needs_you.silent',
  'rep_not_present.take_over',
  'rep_not_present.yourself',
  'takeover_in_progress.own_call',
  'floor_taken.talking',
  'floor_taken.about_to_talk',
  'number_invalid.not_a_number',
  'number_invalid.too_short',
  'number_invalid.too_long',
  'number_invalid.country_code',
  'number_invalid.not_in_use',
  'outside_calling_hours.opens',
  'too_many_calls.minute',
  'too_many_calls.hour',
  'too_many_calls.day',
  'help_taken.by',
  'colleague_busy.named',
  'transfer_pending.takeover',
  'invalid_request.field',
  'invalid_request.too_large',
  'invalid_request.unreadable',
  'invalid_request.no_number',
  'carrier_unavailable.switch_refused',
  'carrier_unavailable.phone_not_rung',
  'carrier_unavailable.colleague_not_rung',
  'carrier_unavailable.guest_not_rung',
  'carrier_unavailable.nothing_changed',
  'crm_unavailable.too_old',
  'audio_check_failed.finding',
  'audit_broken.fault',
  'not_authenticated.not_shown',
  'not_found.policy_version',
  'not_found.person',
  'not_found.simulation',
  'not_found.dead_letter',
  'not_found.softphone_unbuilt',
  'not_found.softphone_outside',
  'not_found.page_unbuilt',
] as const;
export type RefusalWording = (typeof REFUSAL_WORDINGS)[number];

/** The field of a form that a refusal is about. */
const FIELD: Readonly<Partial<Record<RefusalCode, string>>> = {
  pin_not_set: 'pin',
  pin_required: 'pin',
  pin_wrong: 'pin',
  pin_locked: 'pin',
  pin_too_weak: 'pin',
  person_not_found: 'userId',
  policy_invalid: 'policy',
  reason_required: 'reasonCode',
  reason_note_required: 'note',
  point_required: 'point',
  device_unknown: 'device',
  phone_not_yours: 'number',
  code_wrong: 'code',
  code_expired: 'code',
  help_reason_required: 'reasonCode',
  emergency_number: 'to',
  number_invalid: 'to',
  number_premium: 'to',
  number_shared_cost: 'to',
  number_personal: 'to',
  number_satellite: 'to',
  number_international: 'to',
  number_special: 'to',
  country_not_called: 'to',
  colleague_unknown: 'toUserId',
  colleague_busy: 'toUserId',
  group_unknown: 'toGroup',
  outcome_invalid: 'outcome',
  disposition_invalid: 'disposition',
  record_not_offered: 'about',
};

type Wordings<C extends RefusalCode> = Extract<RefusalWording, `${C}.${string}`>;

interface RefusalMore<C extends RefusalCode> extends Partial<
  Pick<Refusal, 'values' | 'field' | 'detail' | 'triesLeft' | 'until' | 'otherCall'>
> {
  readonly wording?: Wordings<C>;
}

/** The refusal with this code; `more` names the wording of the case and what fills it. */
export function refusal<C extends RefusalCode>(code: C, more: RefusalMore<C> = {}): Refusal {
  return { code, ...(FIELD[code] && { field: FIELD[code] }), ...more };
}
