import assert from 'node:assert/strict';
import { madeWhereChanged } from '../../../../server/crm/cache/madeWhereChanged.ts';

describe('what is made of records', () => {
  const whereChanged = madeWhereChanged<object>();

  it('stays as long as they say the same, in each org', () => {
    const first = whereChanged('org-1', [{ Phrases__c: 'cancel' }], () => ({}));
    assert.equal(
      whereChanged('org-1', [{ Phrases__c: 'cancel' }], () => ({})),
      first,
    );
    assert.notEqual(
      whereChanged('org-2', [{ Phrases__c: 'cancel' }], () => ({})),
      first,
    );
  });

  it('is made anew once they say something else', () => {
    const first = whereChanged('org-3', [{ Phrases__c: 'cancel' }], () => ({}));
    assert.notEqual(
      whereChanged('org-3', [{ Phrases__c: 'refund' }], () => ({})),
      first,
    );
  });
});
