/**
 * URL fragment that makes Twilio retry callbacks twice, also after read timeouts and 5xx.
 * https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides
 */
export const CALLBACK_OVERRIDES = '#rc=2&rp=ct,rt,5xx';
