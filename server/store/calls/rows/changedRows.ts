import type { Call } from '../../../domain/call/call.ts';
import { callRow, type CallRow } from './callRow.ts';
import { rowsOf, type CallRows } from './callRows.ts';
import type { Maybe, Time } from './columns.ts';

/** What a call's own row has to say of every change, though only its parts have changed. */
export interface TouchedCall {
  readonly callId: string;
  readonly version: number;
  readonly dueAt: Maybe<Time>;
}

/** The rows that a change writes: of the call either its whole row, or that it was touched. */
export interface ChangedRows extends Omit<CallRows, 'call'> {
  readonly call?: CallRow;
  readonly touched?: TouchedCall;
}

/**
 * The rows of a call that differ from those of `before`, of its parts those that are other objects.
 * Events leave what they do not change as it is (`evolve`).
 */
export function changedRowsOf(
  before: Call | undefined,
  { call, version }: { readonly call: Call; readonly version: number },
): ChangedRows {
  const { call: own, ...parts } = rowsOf(call);
  const differ = <Part, Row>(part: readonly Part[], was: readonly Part[] = [], all: Row[]): Row[] =>
    all.filter((_row, i) => part[i] !== was[i]);
  return {
    ...(before && saysTheSame(callRow(before), own)
      ? { touched: { callId: call.callId, version, dueAt: own.dueAt } }
      : { call: { ...own, version } }),
    participants: differ(call.participants, before?.participants, parts.participants),
    interventions: differ(call.interventions, before?.interventions, parts.interventions),
    notices: differ(call.notices, before?.notices, parts.notices),
    recordings: differ(call.recordings, before?.recordings, parts.recordings),
  };
}

/** Whether two rows of a call differ in nothing but `dueAt`, which follows from its parts too. */
function saysTheSame(one: CallRow, other: CallRow): boolean {
  for (const column of Object.keys(other) as (keyof CallRow)[])
    if (column !== 'dueAt' && !isSame(one[column], other[column])) return false;
  return true;
}

function isSame(one: unknown, other: unknown): boolean {
  if (one === other || (one ?? null) === (other ?? null)) return true;
  // Ids, which are copied to the row; what else a row holds of a call is the call's own object.
  return (
    Array.isArray(one) &&
    Array.isArray(other) &&
    one.length === other.length &&
    one.every((item, i) => item === other[i])
  );
}
