import assert from 'node:assert/strict';
import type { ChainedEntry } from '../../../../server/domain/audit/chain.ts';
import type { ExportReading } from '../../../../server/domain/audit/exportCheckpoints.ts';
import type { Fault } from '../../../../server/domain/audit/verify.ts';
import {
  checkpointAt,
  exportOf,
  newSigner,
  sampleChain,
  verdictOn,
} from '../../../support/auditChains.ts';

/** An audit of twelve entries, with the checkpoints 1 on entry 5 and 2 on entry 10. */
export const signer = newSigner();
export const entries = sampleChain(12);
export const checkpoints = [
  checkpointAt(signer, entries[4]!, 1),
  checkpointAt(signer, entries[9]!, 2),
];
/** The checkpoints as Salesforce holds them. */
export const inCrm = checkpoints.map(({ statement, signature }) => ({ statement, signature }));
/** The lines of its export. */
export const whole = exportOf({ signer, checkpoints, entries });

/** The fault that is found in the audit with these parts instead of its own. */
export function faultOf(
  parts: { entries?: ChainedEntry[]; checkpoints?: typeof checkpoints },
  reading?: ExportReading,
): Fault {
  const verdict = verdictOn(exportOf({ signer, checkpoints, entries, ...parts }), reading);
  assert.ok('message' in verdict, 'the fault was not found');
  return verdict;
}
/** The entries with one of them changed. */
export const changed = (place: number, change: (entry: ChainedEntry) => ChainedEntry) =>
  entries.map((entry) => (entry.position === place ? change(entry) : entry));
