import assert from 'node:assert/strict';
import { rejectedWrite } from '../../../server/http/views/rejectedWrites.ts';

const MESSAGE = {
  messageId: '7',
  topic: 'crm.notification',
  payload: { callId: 'call-1', interventionId: 'i-1', about: 'receipt' },
  deadLetteredAt: '2026-11-03T09:00:00.000Z',
  error: 'Salesforce says: no [field_required]',
} as const;

describe('a write that the CRM rejected, as an administrator reads it', () => {
  const said = 'Required fields are missing: [Region__c]';
  const required = { ...MESSAGE, fault: { code: 'field_required', said } } as const;

  it('says what is wrong and what to do in the language of its reader', () => {
    const { error: _log, ...message } = MESSAGE;
    assert.deepEqual(rejectedWrite(required, 'en'), {
      ...message,
      problem: "Your org requires a field that Dealside doesn't fill.",
      hint: 'In Setup, Object Manager: make the field optional, or give it a default.',
      details: said,
    });
    assert.deepEqual(rejectedWrite(required, 'de'), {
      ...message,
      problem: 'Ihre Organisation verlangt ein Feld, das Dealside nicht ausfüllt.',
      hint: 'Setup, Objekt-Manager: Machen Sie das Feld optional oder geben Sie ihm einen Standardwert.',
      details: said,
    });
  });

  it('fills in the facts', () => {
    const missing = {
      ...MESSAGE,
      fault: { code: 'notification_type_missing', values: { name: 'Dealside_Coaching' } },
    } as const;
    assert.equal(
      rejectedWrite(missing, 'de').problem,
      'Der Benachrichtigungstyp Dealside_Coaching fehlt in Ihrer Organisation.',
    );
  });

  it('has the error of one that a former version wrote in its details', () => {
    const { problem, details } = rejectedWrite(MESSAGE, 'en');
    assert.deepEqual(
      [problem, details],
      ["The record wasn't taken, and the cause is unknown.", MESSAGE.error],
    );
  });
});
