import { aCall } from '../../force-app/test/builders.ts';
import { aPermissionExplanation } from '../../force-app/test/permissions.ts';
import { ALL_SIZES, AWAY, data, refused, type Shot } from './shot.ts';

const JOIN = 'POST /api/calls/call-1/interventions';
const NOT_TOLD = { status: 403, error: refused('consent_missing') };
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
  prompt('pin-choose', 'choosePin', refused('pin_not_set'), { sizes: ALL_SIZES }),
  prompt('pin-enter', 'enterPin', refused('pin_required'), { sizes: ALL_SIZES }),
  prompt('pin-missing', 'enterPin', refused('pin_required'), {
    click: '[data-action=prove] button',
  }),
  prompt('pin-wrong', 'enterPin', {
    ...refused('pin_wrong'),
    triesLeft: 2,
  }),
  prompt('pin-locked', 'enterPin', {
    ...refused('pin_locked'),
    until: '2026-11-20T10:30:00Z',
  }),
  prompt('passkey-register', 'registerPasskey', refused('passkey_not_set'), { sizes: ALL_SIZES }),
  prompt('passkey-use', 'usePasskey', refused('passkey_required')),
  {
    name: 'passkey-waiting',
    tag: 'c-identity-prompt',
    properties: {
      step: 'usePasskey',
      isBusy: true,
      problem: refused('passkey_required'),
    },
  },
  panel({ name: 'join-offered', sizes: ALL_SIZES }),
  panel({
    name: 'join-needs-pin',
    answers: {
      [JOIN]: { status: 403, error: refused('pin_required') },
    },
    click: '[data-action=join] button',
    shows: 'This requires your PIN.',
    sizes: ALL_SIZES,
  }),
  panel({
    name: 'join-customer-not-told',
    answers: { [JOIN]: NOT_TOLD },
    click: '[data-action=join] button',
    shows: "hasn't been told",
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
            rule: "Cal. Penal Code § 632 (US-CA, by the customer's number)",
            ...refused('consent_missing'),
            jurisdictions: [{ place: 'US-CA' }, { place: 'US-TX' }],
          },
        }),
      ),
    },
    click: '[data-action=why] button',
    shows: 'Cal. Penal Code',
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
    shows: "didn't respond",
  }),
];
