import type { Context, Next } from 'koa';
import { refusal, type Refusal, type RefusalCode } from '../domain/call/refusals.ts';
import { refusalView } from '../domain/texts/render.ts';
import { TEXTS } from '../domain/texts/texts.ts';
import { CrmUnavailable, type Log } from '../ports/index.ts';
import { readerLanguage, readerOfRequest } from './views/readerLanguage.ts';

/** The HTTP status of each refusal. */
const STATUS: Record<RefusalCode, number> = {
  not_authenticated: 401,
  token_expired: 401,
  token_signature_invalid: 401,
  org_unknown: 401,
  signing_key_not_valid: 401,
  origin_not_allowed: 403,
  user_inactive: 403,
  rights_unknown: 403,
  pin_not_set: 403,
  pin_required: 403,
  pin_wrong: 403,
  pin_locked: 423,
  pin_too_weak: 422,
  passkey_not_set: 403,
  passkey_required: 403,
  passkey_failed: 403,
  passkey_not_found: 404,
  link_used: 410,
  person_not_found: 404,
  not_a_supervisor: 403,
  out_of_scope: 403,
  mode_not_permitted: 403,
  not_your_intervention: 403,
  not_an_admin: 403,
  outcomes_not_permitted: 403,
  program_starts_not_permitted: 403,
  team_not_found: 404,
  program_start_invalid: 422,
  not_your_call: 403,
  words_not_yours: 403,
  not_a_rep: 403,
  practice_call: 409,
  practice_not_over: 409,
  signature_invalid: 403,
  call_not_found: 404,
  intervention_not_found: 404,
  notice_not_found: 404,
  policy_text_changed: 409,
  recording_not_found: 404,
  recording_not_ready: 409,
  no_recordings: 404,
  export_not_found: 404,
  export_too_large: 422,
  not_recorded: 409,
  not_found: 404,
  call_claimed: 409,
  course_first: 403,
  call_not_live: 409,
  already_on_call: 409,
  already_on_another_call: 409,
  customer_needs_you: 409,
  still_leaving: 409,
  rep_on_hold: 409,
  rep_not_present: 409,
  takeover_in_progress: 409,
  floor_taken: 409,
  intervention_ended: 409,
  not_joined_yet: 409,
  switch_pending: 409,
  rep_busy: 409,
  emergency_number: 403,
  number_invalid: 422,
  number_premium: 403,
  number_shared_cost: 403,
  number_personal: 403,
  number_satellite: 403,
  number_international: 403,
  number_special: 403,
  country_not_called: 403,
  do_not_call: 403,
  outside_calling_hours: 403,
  too_many_calls: 429,
  debrief_not_found: 404,
  debrief_given: 409,
  debrief_rep_first: 409,
  debrief_not_scored: 409,
  debrief_unfinished: 409,
  debrief_needs_both: 409,
  debrief_without_cause: 409,
  debrief_planned: 409,
  debrief_closed: 409,
  debrief_booked_meanwhile: 409,
  debrief_slot_taken: 409,
  debrief_not_held: 409,
  debrief_rating_over: 409,
  training_signal_not_found: 404,
  training_signal_decided: 409,
  joint_call_time: 422,
  joint_call_with: 403,
  joint_call_not_found: 404,
  calendar_unreachable: 503,
  score_incomplete: 422,
  outcome_not_due: 409,
  help_already_asked: 409,
  help_reason_required: 422,
  help_not_asked: 409,
  help_taken: 409,
  join_first: 409,
  text_whisper_not_found: 404,
  consent_missing: 409,
  agreement_missing: 409,
  monitoring_declined: 409,
  rep_not_notified: 409,
  announcement_failed: 409,
  legitimate_interest_missing: 403,
  device_unknown: 422,
  phone_not_yours: 403,
  code_wrong: 403,
  code_expired: 410,
  reason_required: 422,
  reason_note_required: 422,
  point_required: 422,
  outcome_invalid: 422,
  tag_unknown: 422,
  unreadable_request: 400,
  disposition_invalid: 422,
  wrap_up_not_due: 409,
  record_not_offered: 422,
  customer_known: 409,
  message_unknown: 404,
  supervisor_audible: 409,
  no_machine: 409,
  message_not_allowed: 403,
  invalid_request: 422,
  not_yours_to_ask: 403,
  policy_invalid: 422,
  simulation_running: 409,
  backtest_running: 409,
  rule_not_replayed: 422,
  no_policy: 403,
  deal_out_of_scope: 403,
  outside_hours: 403,
  covert_rule_ended: 403,
  too_many_at_once: 409,
  colleague_unknown: 404,
  colleague_busy: 409,
  colleague_not_there: 409,
  group_unknown: 404,
  transfer_pending: 409,
  no_transfer: 409,
  nobody_free: 409,
  guest_there: 409,
  guest_is_customer: 422,
  guest_is_colleague: 409,
  no_guest: 404,
  audio_check_failed: 409,
  audio_check_too_soon: 429,
  person_on_call: 409,
  person_unknown: 404,
  audit_broken: 409,
  checkpoints_off: 409,
  rate_limited: 429,
  carrier_unavailable: 503,
  crm_unavailable: 503,
};

export const refusalStatus = (code: RefusalCode): number => STATUS[code];

/** Thrown to end a request with a refusal; the error mapper turns it into the response. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(why: Refusal) {
    super(why.code);
    this.refusal = why;
  }
}

/** Returns the value of a command's result. Throws Refused for a refusal. */
export function orRefuse<T>(result: { readonly ok: T } | { readonly refusal: Refusal }): T {
  if ('refusal' in result) throw new Refused(result.refusal);
  return result.ok;
}

/**
 * Middleware that turns errors into responses: refusals with their status, anything else into a 500
 * that is logged.
 */
export function errorMapper(log: Log) {
  return async (ctx: Context, next: Next): Promise<void> => {
    try {
      await next();
      if (ctx.status === 404 && ctx.body === undefined) throw new Refused(refusal('not_found'));
    } catch (error) {
      present(ctx, error, log);
    }
  };
}

function present(ctx: Context, error: unknown, log: Log): void {
  const why =
    error instanceof Refused
      ? error.refusal
      : error instanceof CrmUnavailable
        ? refusal('crm_unavailable')
        : requestFault(error);
  if (error instanceof CrmUnavailable)
    log.warn({ path: ctx.path, fault: error.message }, 'CRM not reached');
  if (why) {
    ctx.status = refusalStatus(why.code);
    ctx.body = { error: refusalView(why, readerOfRequest(ctx)) };
    return;
  }
  log.error(
    { path: ctx.path, fault: error instanceof Error ? error.stack : String(error) },
    'request failed',
  );
  ctx.status = 500;
  ctx.body = { error: { code: 'internal', ...TEXTS[readerLanguage(ctx)].internalError } };
}

/**
 * The refusal for an error of Koa or the body parser, such as broken JSON or a body that is too
 * large.
 */
function requestFault(error: unknown): Refusal | undefined {
  const status = (error as { status?: number }).status;
  if (status === undefined || status < 400 || status >= 500) return undefined;
  return refusal('invalid_request', {
    wording: status === 413 ? 'invalid_request.too_large' : 'invalid_request.unreadable',
  });
}
