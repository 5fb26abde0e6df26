import assert from 'node:assert/strict';
import { auditFaultText } from '../../../../server/domain/texts/auditFaults.ts';

describe('a fault of the audit', () => {
  it('is said in the language of its reader, with where it is', () => {
    const fault = { kind: 'missing', position: 7 } as const;
    assert.equal(auditFaultText(fault, 'en'), 'An entry is missing. First affected entry: 7.');
    assert.equal(auditFaultText(fault, 'de'), 'Ein Eintrag fehlt. Erster betroffener Eintrag: 7.');
  });

  it('has no place where it is about none', () => {
    assert.equal(auditFaultText({ kind: 'checkpoint_missing' }, 'de'), 'Ein Prüfpunkt fehlt.');
  });
});
