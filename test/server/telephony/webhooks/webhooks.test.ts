import assert from 'node:assert/strict';
import { XMLParser } from 'fast-xml-parser';
import type { CallbackForm } from '../../../../server/ports/index.ts';
import { createCarrierWebhooks } from '../../../../server/telephony/webhooks/webhooks.ts';

const webhooks = createCarrierWebhooks({ publicUrl: 'https://mycompany.com', authToken: '12345' });

describe('a signature', () => {
  const params = {
    CallSid: 'CA1234567890ABCDE',
    Caller: '+14158675309',
    Digits: '1234',
    From: '+14158675309',
    To: '+18005551212',
  };
  const signed = (signature: string | undefined, more: Partial<CallbackForm> = {}): boolean =>
    webhooks.isSigned({
      path: '/myapp.php?foo=1&bar=2',
      params,
      query: { foo: '1', bar: '2' },
      signature,
      ...more,
    });

  it('of the carrier’s documentation is accepted', () => {
    assert.equal(signed('RSOYDt4T1cUTdK1PDd93/VVr8B8='), true);
  });

  it('covers fields that are added', () => {
    const more = { params: { ...params, ReasonConferenceEnded: 'test', Reason: 'Participant' } };
    assert.equal(signed('vOEb5UThFn24KEfnOFLQY2AE5FY=', more), true);
    assert.equal(signed('RSOYDt4T1cUTdK1PDd93/VVr8B8=', more), false);
  });

  it('covers the address with its query', () => {
    assert.equal(signed('RSOYDt4T1cUTdK1PDd93/VVr8B8=', { path: '/myapp.php?foo=1&bar=3' }), false);
  });

  it('covers each field', () => {
    assert.equal(
      signed('RSOYDt4T1cUTdK1PDd93/VVr8B8=', { params: { ...params, Digits: '1235' } }),
      false,
    );
  });

  it('made with another token is refused', () => {
    const others = createCarrierWebhooks({
      publicUrl: 'https://mycompany.com',
      authToken: '54321',
    });
    assert.equal(
      others.isSigned({
        path: '/myapp.php?foo=1&bar=2',
        params,
        query: {},
        signature: 'RSOYDt4T1cUTdK1PDd93/VVr8B8=',
      }),
      false,
    );
  });

  it('must be there', () => {
    assert.deepEqual(
      [signed(undefined), signed(''), signed('not base64 at all')],
      [false, false, false],
    );
  });
});

interface Document {
  Response: { Dial?: { Conference: Record<string, string> }; Say?: string; Hangup?: string };
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
});
const conferenceIn = (twiml: string) => (parser.parse(twiml) as Document).Response.Dial!.Conference;

const CALLBACK = {
  statusCallback: 'https://mycompany.com/telephony/conference#rc=2&rp=ct,rt,5xx',
  statusCallbackEvent: 'start end join leave mute hold modify announcement',
  statusCallbackMethod: 'POST',
};

describe('instructions', () => {
  it('let a supervisor in unheard, unannounced, and without holding up or ending the call (D1, D7, P1)', () => {
    assert.deepEqual(conferenceIn(webhooks.admitSupervisor('call-1', 'i-1')), {
      '#text': 'call-1',
      participantLabel: 'supervisor-i-1',
      muted: 'true',
      beep: 'false',
      startConferenceOnEnter: 'false',
      endConferenceOnExit: 'false',
      jitterBufferSize: 'small',
      ...CALLBACK,
    });
  });

  it('let a rep in, whose leaving does not end the call: a browser may have died', () => {
    assert.deepEqual(conferenceIn(webhooks.admitRep('call-1', { records: false })), {
      '#text': 'call-1',
      participantLabel: 'rep',
      muted: 'false',
      beep: 'false',
      startConferenceOnEnter: 'true',
      endConferenceOnExit: 'false',
      jitterBufferSize: 'small',
      waitUrl: '',
      ...CALLBACK,
    });
  });

  it('let a customer in, whose leaving ends the call', () => {
    assert.deepEqual(conferenceIn(webhooks.admitCustomer('call-1', { records: false })), {
      '#text': 'call-1',
      participantLabel: 'customer',
      muted: 'false',
      beep: 'false',
      startConferenceOnEnter: 'true',
      endConferenceOnExit: 'true',
      waitUrl: 'https://mycompany.com/telephony/waiting?callId=call-1',
      waitMethod: 'POST',
      ...CALLBACK,
    });
  });

  it('turn a leg away with words', () => {
    assert.deepEqual(
      (parser.parse(webhooks.sayAndHangUp('Niemand ist <hier> & bereit.', 'de')) as Document)
        .Response,
      { Say: { '#text': 'Niemand ist <hier> & bereit.', language: 'de-DE' }, Hangup: '' },
    );
  });
});
