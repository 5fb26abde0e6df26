import assert from 'node:assert/strict';
import { qualityFormUrl } from '../../../../server/domain/call/coachingRules.ts';

const IDS = { callId: 'c/1', interventionId: 'i1' };

describe('the link to a quality form', () => {
  it('has the ids of call and intervention in their places (V17)', () =>
    assert.equal(
      qualityFormUrl('https://qa.example.com/f?call={callId}&i={interventionId}', IDS),
      'https://qa.example.com/f?call=c%2F1&i=i1',
    ));
  it('is none without a place for either, nor where it is no https address', () => {
    for (const template of [
      undefined,
      '',
      'https://qa.example.com/form',
      'http://qa.example.com/{callId}',
      'javascript:alert({callId})',
      'the form {callId}',
    ])
      assert.equal(qualityFormUrl(template, IDS), undefined);
  });
});
