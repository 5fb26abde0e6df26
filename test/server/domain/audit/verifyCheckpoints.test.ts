import assert from 'node:assert/strict';
import type { ExportReading } from '../../../../server/domain/audit/exportCheckpoints.ts';
import {
  checkpointAt,
  exportOf,
  newSigner,
  rechained,
  sampleChain,
  verdictOn,
} from '../../../support/auditChains.ts';
import { changed, checkpoints, entries, faultOf, inCrm, signer } from './sampleAudit.ts';

describe('a checkpoint', () => {
  const other = newSigner();
  const cases: [string, Parameters<typeof faultOf>[0], RegExp, ExportReading?][] = [
    ['that was deleted', { checkpoints: checkpoints.slice(1) }, /^Checkpoint 1 is missing/],
    [
      'that changed places with another',
      { checkpoints: checkpoints.toReversed() },
      /^Checkpoint 1 is missing or out of its place/,
    ],
    [
      'whose word was swapped with another’s',
      {
        checkpoints: [
          {
            ...checkpoints[0]!,
            statement: checkpoints[1]!.statement,
            signature: checkpoints[1]!.signature,
          },
          checkpoints[1]!,
        ],
      },
      /^Checkpoint 1 was swapped: what was signed is checkpoint 2/,
    ],
    [
      'whose word was changed',
      {
        checkpoints: [
          {
            ...checkpoints[0]!,
            statement: checkpoints[0]!.statement.replace('"position":5', '"position":4'),
          },
          checkpoints[1]!,
        ],
      },
      /^Checkpoint 1 was changed: its signature does not match/,
    ],
    [
      'of another org',
      { checkpoints: [checkpointAt(signer, sampleChain(5, 'org-b')[4]!, 1), checkpoints[1]!] },
      /^Checkpoint 1 belongs to org org-b/,
    ],
    [
      'of a key that the reader does not trust',
      {},
      /^Checkpoint 1 is signed with the key .*, which is not among those you trust/,
      { healthy: [other] },
    ],
    [
      'of a key that is not the one of its name',
      {
        checkpoints: [
          checkpointAt({ ...other, keyId: signer.keyId }, entries[4]!, 1),
          checkpoints[1]!,
        ],
      },
      /^Checkpoint 1 was changed/,
    ],
    [
      'on a history that was rewritten',
      { entries: rechained(changed(2, (entry) => ({ ...entry, result: 'refused' }))) },
      /^Checkpoint 1 signed another entry 5/,
    ],
  ];
  for (const [what, parts, message, reading] of cases)
    it(`${what} is found`, () => assert.match(faultOf(parts, reading).message, message));

  it('that was made anew with the stolen key is found in Salesforce', () => {
    const rewritten = rechained(changed(2, (entry) => ({ ...entry, result: 'refused' })));
    const parts = {
      entries: rewritten,
      checkpoints: [checkpointAt(signer, rewritten[4]!, 1), checkpointAt(signer, rewritten[9]!, 2)],
    };
    assert.ok('head' in verdictOn(exportOf({ signer, ...parts })), 'nothing here alone can tell');
    assert.match(
      faultOf(parts, { inCrm }).message,
      /^Checkpoint 1 says something else in Salesforce/,
    );
  });
  it('that was deleted in Salesforce, or forged there, is found', () => {
    assert.match(
      faultOf({}, { inCrm: inCrm.slice(1) }).message,
      /^Checkpoint 1 is not in Salesforce, though later ones are/,
    );
    assert.match(
      faultOf({}, { inCrm: [{ ...inCrm[0]!, signature: inCrm[1]!.signature }, inCrm[1]!] }).message,
      /in Salesforce bears no valid signature/,
    );
    assert.match(
      faultOf({}, { inCrm: [inCrm[0]!, inCrm[0]!, inCrm[1]!] }).message,
      /in Salesforce twice/,
    );
  });
});
