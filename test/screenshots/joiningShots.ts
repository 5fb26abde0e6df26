import { aCall } from '../../force-app/test/builders.ts';
import { aPermissionExplanation } from '../../force-app/test/permissions.ts';
import { ALL_SIZES, AWAY, data, type Shot } from './shot.ts';

const JOIN = 'POST /api/calls/call-1/interventions';
const NOT_TOLD = {
  status: 403,
  error: {
    code: 'consent_missing',
    message: 'The customer has not heard that the call is supervised.',
    hint: 'Play the announcement, then join.',
  },
};
const panel = (more: Partial<Shot>): Shot => ({
  name: '',
  tag: 'c-call-panel',
  properties: { call: aCall() },
  as: 'maya',
  ...more,
});
const prompt = (name: string, step: string, problem: object, more: Partial<Shot> = {}): Shot => ({
  name,
  tag: 'c-identity-prompt',
  properties: { step, problem },
  ...more,
});

/**
 * Joining, where something is asked first: a PIN, a passkey, that the customer is told; and why it
 * is as it is.
 */
export const JOINING_SHOTS: readonly Shot[] = [
  prompt(
    'pin-choose',
    'choosePin',
    {
      code: 'pin_not_set',
      message: 'This needs a PIN, and you have none yet.',
      hint: 'Choose one of six digits or more.',
    },
    { sizes: ALL_SIZES },
  ),
  prompt(
    'pin-enter',
    'enterPin',
    { code: 'pin_required', message: 'This needs your PIN.' },
    { sizes: ALL_SIZES },
  ),
  prompt(
    'pin-missing',
    'enterPin',
    { code: 'pin_required', message: 'This needs your PIN.' },
    { click: '[data-action=prove] button' },
  ),
  prompt('pin-wrong', 'enterPin', {
    code: 'pin_wrong',
    message: 'That PIN is wrong.',
    triesLeft: 2,
  }),
  prompt('pin-locked', 'enterPin', {
    code: 'pin_locked',
    message: 'The PIN is locked.',
    until: '2026-11-20T10:30:00Z',
  }),
  prompt(
    'passkey-register',
    'registerPasskey',
    { code: 'passkey_not_set', message: 'Taking over needs a passkey, and you have none yet.' },
    { sizes: ALL_SIZES },
  ),
  prompt('passkey-use', 'usePasskey', {
    code: 'passkey_required',
    message: 'Taking over needs your passkey.',
  }),
  {
    name: 'passkey-waiting',
    tag: 'c-identity-prompt',
    properties: {
      step: 'usePasskey',
      isBusy: true,
      problem: { code: 'passkey_required', message: 'Taking over needs your passkey.' },
    },
  },
  panel({ name: 'join-offered', sizes: ALL_SIZES }),
  panel({
    name: 'join-needs-pin',
    answers: {
      [JOIN]: { status: 403, error: { code: 'pin_required', message: 'This needs your PIN.' } },
    },
    click: '[data-action=join] button',
    shows: 'This needs your PIN.',
    sizes: ALL_SIZES,
  }),
  panel({
    name: 'join-customer-not-told',
    answers: { [JOIN]: NOT_TOLD },
    click: '[data-action=join] button',
    shows: 'has not heard',
    sizes: ALL_SIZES,
  }),
  panel({
    name: 'join-customer-being-told',
    properties: { call: aCall({ disclosure: 'playing' }) },
  }),
  panel({
    name: 'join-connection-lost',
    properties: { call: aCall({ you: { ...aCall().you, endReason: 'connection_lost' } }) },
  }),
  panel({
    name: 'join-not-announced',
    properties: { call: aCall({ you: { ...aCall().you, endReason: 'announcement_failed' } }) },
  }),
  panel({
    name: 'why-open',
    answers: { 'GET /api/calls/call-1/permissions': data(aPermissionExplanation()) },
    click: '[data-action=why] button',
    shows: 'office-hours',
    sizes: ALL_SIZES,
  }),
  panel({
    name: 'why-consent',
    answers: {
      'GET /api/calls/call-1/permissions': data(
        aPermissionExplanation({
          consent: {
            allowed: false,
            rule: 'California by the customer’s number: all parties consent',
            message: 'The customer has not heard that the call is supervised.',
            hint: 'Play the announcement.',
            jurisdictions: [{ place: 'US-CA' }, { place: 'US-TX' }],
          },
        }),
      ),
    },
    click: '[data-action=why] button',
    shows: 'California',
  }),
  panel({
    name: 'why-loading',
    answers: { 'GET /api/calls/call-1/permissions': 'never' },
    click: '[data-action=why] button',
  }),
  panel({
    name: 'why-error',
    answers: { 'GET /api/calls/call-1/permissions': AWAY },
    click: '[data-action=why] button',
    shows: 'Salesforce did not answer.',
  }),
];
