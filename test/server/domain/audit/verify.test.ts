import assert from 'node:assert/strict';
import { exportOf, rechained, sampleChain, verdictOn } from '../../../support/auditChains.ts';
import { changed, checkpoints, entries, faultOf, inCrm, signer, whole } from './sampleAudit.ts';

const uncovered = { entries: 2, since: entries[10]!.at };
const UNCOVERED = `Covered by no checkpoint: the last 2 entries, since ${uncovered.since}. Had more come after that and been cut off, nobody could see it.`;
const without = (place: number) => entries.filter(({ position }) => position !== place);
const swapped = (a: number, b: number) =>
  entries.map((entry) =>
    entry.position === a ? entries[b - 1]! : entry.position === b ? entries[a - 1]! : entry,
  );

describe('an audit that nobody touched', () => {
  it('is verified, with its checkpoints and what Salesforce holds of them', () => {
    const verdict = verdictOn(whole, { inCrm, healthy: [signer] });
    assert.deepEqual(verdict, {
      orgId: 'org-a',
      entries: 12,
      checkpoints: 2,
      head: entries.at(-1)!.hash,
      keyIds: [signer.keyId],
      uncovered,
      witness: { by: ['crm'], upTo: 10, unwitnessed: uncovered },
      notes: [UNCOVERED],
    });
  });
  it('whose newest entry is signed has nothing that could be cut off', () => {
    const verdict = verdictOn(exportOf({ signer, checkpoints, entries: entries.slice(0, 10) }), {
      inCrm,
      healthy: [signer],
    });
    assert.deepEqual('notes' in verdict && [verdict.uncovered, verdict.notes], [
      { entries: 0 },
      [],
    ]);
  });
  it('has no witness in itself, whatever keys are given', () => {
    for (const reading of [undefined, { healthy: [signer] }, { healthy: [signer], inCrm: [] }]) {
      const verdict = verdictOn(exportOf({ signer, checkpoints: [], entries }), reading);
      assert.ok('head' in verdict);
      assert.equal(verdict.witness, undefined);
    }
  });
  it('is witnessed by a checkpoint that was kept elsewhere, up to its entry', () => {
    const verdict = verdictOn(whole, { healthy: [signer], kept: inCrm.slice(0, 1) });
    assert.deepEqual('witness' in verdict && verdict.witness, {
      by: ['kept_file'],
      upTo: 5,
      unwitnessed: { entries: 7, since: entries[5]!.at },
    });
  });
  it('is verified when it is empty, or has no checkpoint yet', () => {
    assert.ok('head' in verdictOn(exportOf({ signer, checkpoints: [], entries: [] })));
    assert.ok('head' in verdictOn(exportOf({ signer, checkpoints: [], entries })));
  });
  it('says what could not be checked', () => {
    const verdict = verdictOn(whole);
    assert.ok('notes' in verdict);
    assert.match(
      verdict.notes.join(),
      /Not compared with Salesforce.*keys the export itself brings/,
    );
  });
  it('whose newest checkpoint has not reached Salesforce yet says so', () => {
    const verdict = verdictOn(whole, { inCrm: inCrm.slice(0, 1), healthy: [signer] });
    assert.deepEqual('notes' in verdict && verdict.notes, [
      'Checkpoint 2 is not in Salesforce yet.',
      UNCOVERED,
    ]);
  });
});

describe('an entry', () => {
  it('that was changed is named', () => {
    const { message, position, kind } = faultOf({
      entries: changed(7, (entry) => ({ ...entry, action: 'ModeFailed' })),
    });
    assert.equal(
      message,
      'Entry 7 (ModeFailed, 2026-11-02T17:00:06.000Z) was changed: what it says does not match its hash.',
    );
    assert.deepEqual([position, kind], [7, 'changed']);
  });
  it('whose own hashes were made anew is betrayed by the next', () => {
    const fault = faultOf({
      entries: [
        ...entries.slice(0, 6),
        rechained(changed(7, (entry) => ({ ...entry, action: 'ModeFailed' })))[6]!,
        ...entries.slice(7),
      ],
    });
    assert.match(fault.message, /^Entry 8 .* does not follow entry 7/);
  });
  it('that was changed together with all hashes after it is betrayed by the checkpoint', () => {
    const fault = faultOf({
      entries: rechained(changed(7, (entry) => ({ ...entry, details: {} }))),
    });
    assert.deepEqual([fault.kind, fault.position], ['checkpoint_contradicted', 6]);
    assert.match(
      fault.message,
      /^Checkpoint 2 signed another entry 10 than the one that stands there: from entry 6 on/,
    );
  });
  it('that was deleted is named', () => {
    assert.equal(
      faultOf({ entries: without(7) }).message,
      'Entry 7 is missing: after entry 6 comes entry 8.',
    );
    assert.equal(
      faultOf({ entries: without(1) }).message,
      'Entry 1 is missing: the chain begins with entry 2.',
    );
  });
  it('that was doubled or inserted is named', () => {
    const doubled = faultOf({
      entries: [...entries.slice(0, 7), entries[6]!, ...entries.slice(7)],
    });
    assert.deepEqual([doubled.kind, doubled.position], ['inserted', 7]);
    const forged = { ...entries[7]!, auditId: 'forged' };
    const inserted = faultOf({ entries: [...entries.slice(0, 7), forged, ...entries.slice(7)] });
    assert.match(inserted.message, /^Entry 8 .* was changed/);
    const fitting = rechained([...entries.slice(0, 7), forged])[7]!;
    assert.match(
      faultOf({ entries: [...entries.slice(0, 7), fitting, ...entries.slice(7)] }).message,
      /^Entry 8 .* place 8 was taken already: it was inserted or doubled/,
    );
  });
  it('that changed places with another is named', () => {
    const { kind, position, message } = faultOf({ entries: swapped(6, 7) });
    assert.deepEqual([kind, position], ['reordered', 6]);
    assert.match(message, /^Entry 6 .* is not in its place/);
  });
  it('of another org is named', () => {
    assert.equal(
      faultOf({ entries: changed(3, () => sampleChain(5, 'org-b')[2]!) }).message,
      'Entry 3 belongs to org org-b, not to org-a.',
    );
    assert.equal(faultOf({ entries: sampleChain(12, 'org-b') }).kind, 'foreign');
  });
  it('whose personal data was changed is named', () => {
    const fault = faultOf({
      entries: changed(2, (entry) => ({
        ...entry,
        personal: { 'reason.note': { ...entry.personal['reason.note']!, value: 'Never asked.' } },
      })),
    });
    assert.match(fault.message, /^The reason.note beside Entry 2 .* was changed/);
  });
});

describe('the tail of the audit', () => {
  it('cut off behind a checkpoint is missed by the checkpoint', () => {
    const fault = faultOf({ entries: entries.slice(0, 8) });
    assert.equal(
      fault.message,
      'The chain ends with entry 8, but Checkpoint 2 signed entry 10: entry 9 and what came after it were cut off.',
    );
  });
  it('cut off together with the checkpoint is missed by Salesforce', () => {
    const fault = faultOf(
      { entries: entries.slice(0, 8), checkpoints: checkpoints.slice(0, 1) },
      { inCrm, healthy: [signer] },
    );
    assert.equal(
      fault.message,
      'The chain ends with entry 8, but Salesforce’s checkpoint 2 signed entry 10: entry 9 and what came after it were cut off.',
    );
  });
  it('cut off wholly is missed', () => {
    assert.deepEqual(faultOf({ entries: [] }).kind, 'truncated');
  });
  it('cut off in the file is missed by the line that ends an export', () => {
    const fault = verdictOn(whole.slice(0, -2));
    assert.match(
      'message' in fault ? fault.message : '',
      /^The export ends in the middle|were cut off/,
    );
  });
});
