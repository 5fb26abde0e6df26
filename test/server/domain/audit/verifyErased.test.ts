import assert from 'node:assert/strict';
import type { ChainedEntry } from '../../../../server/domain/audit/chain.ts';
import { digestOfErased } from '../../../../server/domain/audit/verify.ts';
import { chained, exportOf, verdictOn } from '../../../support/auditChains.ts';
import { auditEntry } from '../../../support/auditStage.ts';
import { entries, signer } from './sampleAudit.ts';

describe('personal data that was erased', () => {
  const blank = (chain: ChainedEntry[], places: number[], erasedBy: string) =>
    chain.map((entry) =>
      places.includes(entry.position)
        ? {
            ...entry,
            personal: Object.fromEntries(
              Object.entries(entry.personal).map(([name, { commitment }]) => [
                name,
                { commitment, erasedBy },
              ]),
            ),
          }
        : entry,
    );
  const fields = [
    { position: 2, name: 'reason.note' },
    { position: 5, name: 'reason.note' },
  ];
  const erasure = auditEntry({
    orgId: 'org-a',
    auditId: 'erasure',
    action: 'PersonErased',
    details: { fields: 2, digest: digestOfErased(fields) },
  });
  const facts = entries.map(
    ({ v: _v, position: _p, previous: _pr, contentHash: _c, hash: _h, personal, ...fact }) => ({
      ...fact,
      personal: Object.entries(personal).map(([name, field]) => ({
        name,
        value: 'value' in field ? field.value : '',
        subjects: [],
      })),
    }),
  );
  const erased = chained([...facts, erasure]);
  const faults = (chain: ChainedEntry[]) =>
    verdictOn(exportOf({ signer, checkpoints: [], entries: chain }));

  it('leaves the chain verifiable', () =>
    assert.ok('head' in faults(blank(erased, [2, 5], 'erasure'))));
  it('without an erasure that tells of it is found', () => {
    const fault = faults(blank(erased, [2, 5, 8], 'nobody'));
    assert.deepEqual(
      'message' in fault && fault.message,
      'The reason.note beside entry 2 is gone, and no erasure tells of it.',
    );
  });
  it('beyond what the erasure tells is found', () => {
    const fault = faults(blank(erased, [2, 5, 8], 'erasure'));
    assert.match(
      'message' in fault ? fault.message : '',
      /^The reason.note beside entry 2 is gone, and the erasure in entry 13 was of other fields/,
    );
  });
  it('only in word is found', () => {
    const fault = faults(erased);
    assert.match(
      'message' in fault ? fault.message : '',
      /^Entry 13 tells of an erasure of 2 fields, but all are there/,
    );
  });
});
