import type { Call } from '../../../domain/call/call.ts';
import { rowsOf, type CallRows } from './callRows.ts';

/**
 * The rows of a call that differ from those of `before`: the call's own always, of its parts those
 * that are other objects. Events leave what they do not change as it is (`evolve`).
 */
export function changedRowsOf(
  before: Call | undefined,
  { call, version }: { readonly call: Call; readonly version: number },
): CallRows {
  const rows = rowsOf(call);
  const differ = <Part, Row>(part: readonly Part[], was: readonly Part[] = [], all: Row[]): Row[] =>
    all.filter((_row, i) => part[i] !== was[i]);
  return {
    call: { ...rows.call, version },
    participants: differ(call.participants, before?.participants, rows.participants),
    interventions: differ(call.interventions, before?.interventions, rows.interventions),
    notices: differ(call.notices, before?.notices, rows.notices),
    recordings: differ(call.recordings, before?.recordings, rows.recordings),
  };
}
