/**
 * What a page does when its session is refused, by the code: it gets another one and repeats the
 * request once, or says why, in the words that came with the refusal. `session_ended` comes from
 * Salesforce, which takes the person's own session no longer; the others come from the server. The
 * components of the Salesforce page do the same: test/force-app/refusedSession.test.ts.
 */
export const ON_REFUSED_SESSION: Readonly<Record<string, 'renew' | 'say'>> = {
  not_authenticated: 'renew',
  token_expired: 'renew',
  token_signature_invalid: 'say',
  org_unknown: 'say',
  signing_key_not_valid: 'say',
  session_ended: 'say',
};
