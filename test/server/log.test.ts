import assert from 'node:assert/strict';
import { createLog } from '../../server/log.ts';

describe('a line in the log', () => {
  const SECRETS = ['a-secret-of-ours-4711', 'short'];
  function logged(fields: object, message = 'something happened'): string {
    let line = '';
    createLog('debug', SECRETS, { write: (text: string) => void (line += text) }).warn(
      fields,
      message,
    );
    return line;
  }

  const TOKEN = 'eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiIwMEQifQ.c2lnbmF0dXJl';
  for (const [what, fields, hidden] of [
    ['a signed session', { fault: `could not verify ${TOKEN}` }, TOKEN],
    ['an authorization header', { headers: { authorization: 'Bearer abc.def' } }, 'abc.def'],
    [
      'a bearer in the words of a fault',
      { fault: 'request with Bearer 00Dxx!AQEA.token failed' },
      '00Dxx!AQEA.token',
    ],
    ['a ticket in an address', { url: '/api/live?ticket=6b1f-22&x=1' }, '6b1f-22'],
    ['a field that is named a token', { token: 'opaque' }, 'opaque'],
    ['a PIN', { body: { pin: '482913' } }, '482913'],
    ['a phone number', { phone: '+14155550142' }, '4155550142'],
    ['a phone number in words', { fault: 'no such number +14155550142' }, '4155550142'],
    ['a phone number in an address', { url: '/x?To=%2B14155550142' }, '4155550142'],
    [
      'a phone number as people write it',
      { fault: 'query (415) 555-0142 and 415-555-0142 failed' },
      '555-0142',
    ],
    [
      'a private key',
      { fault: '-----BEGIN PRIVATE KEY-----\nMIIEvQ\n-----END PRIVATE KEY-----' },
      'MIIEvQ',
    ],
    [
      'a secret of the configuration, deep in a fault',
      { fault: { cause: { text: ['x a-secret-of-ours-4711 y'] } } },
      '4711',
    ],
    ['what an error carries', { fault: new Error(`refused ${TOKEN}`) }, TOKEN],
  ] as const) {
    it(`never shows ${what}`, () => {
      const line = logged(fields);
      assert.ok(!line.includes(hidden), line);
      assert.ok(line.includes('something happened') && line.endsWith('\n'));
    });
  }

  it('never shows a token in its message either', () => {
    assert.ok(!logged({}, `gone: ${TOKEN}`).includes(TOKEN));
  });

  it('keeps what helps to find a fault: ids, codes, times, versions', () => {
    const kept = {
      callId: '0f0e5a2c-1111-4222-8333-123456789012',
      callSid: 'CA0123456789abcdef0123456789abcdef',
      code: '20404',
      at: '2026-11-20T17:00:00.000Z',
      durationMs: 1234567890,
      fault: 'Error: at server/main.ts:120:35',
    };
    const {
      level: _level,
      time: _time,
      msg: _msg,
      ...fields
    } = JSON.parse(logged(kept)) as Record<string, unknown>;
    assert.deepEqual(fields, kept);
  });
});
