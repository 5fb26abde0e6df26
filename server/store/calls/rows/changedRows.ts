import type { Call } from '../../../domain/call/call.ts';
import { dueAt } from '../../../domain/carrier/dueAt.ts';
import { callRow, columnsOfParts, type CallRow, type PartOfCall } from './callRow.ts';
import type { CallRows } from './callRows.ts';
import type { Maybe, Time } from './columns.ts';
import { interventionRow } from './interventionRow.ts';
import { noticeRow } from './noticeRow.ts';
import { participantRow } from './participantRow.ts';
import { recordingRow } from './recordingRow.ts';

/**
 * The columns of a call's own row that are written at every change, even if only its parts have
 * changed.
 */
export interface TouchedCall {
  readonly callId: string;
  readonly version: number;
  readonly dueAt: Maybe<Time>;
}

/**
 * The rows that a change writes. For the call, either its whole row or only the columns of
 * `TouchedCall`.
 */
export interface ChangedRows extends Omit<CallRows, 'call'> {
  readonly call?: CallRow;
  readonly touched?: TouchedCall;
}

/**
 * The rows of a call that differ from those of `before`. A part has changed if it is a different
 * object: `evolve` keeps the objects that an event does not change.
 */
export function changedRowsOf(
  before: Call | undefined,
  { call, version }: { readonly call: Call; readonly version: number },
): ChangedRows {
  const { callId } = call;
  return {
    ...(before && ownRowStays(before, call)
      ? { touched: { callId, version, dueAt: dueAt(call) } }
      : { call: { ...callRow(call), version } }),
    participants: changedOf(call.participants, before?.participants, (one, position) =>
      participantRow(callId, one, position),
    ),
    interventions: changedOf(call.interventions, before?.interventions, (one, position) =>
      interventionRow(callId, one, position),
    ),
    notices: changedOf(call.notices, before?.notices, (one, position) =>
      noticeRow(callId, one, position),
    ),
    recordings: changedOf(call.recordings, before?.recordings, (one) => recordingRow(callId, one)),
  };
}

function changedOf<Part, Row>(
  parts: readonly Part[],
  before: readonly Part[] = [],
  rowOf: (part: Part, position: number) => Row,
): Row[] {
  return parts.flatMap((part, i) => (part === before[i] ? [] : [rowOf(part, i)]));
}

const PARTS: ReadonlySet<string> = new Set<PartOfCall>([
  'participants',
  'interventions',
  'notices',
  'recordings',
]);

/**
 * Usually only parts of the call are different objects; then its row need not be built to compare
 * it.
 */
const ownRowStays = (before: Call, call: Call): boolean =>
  hasSameFacts(before, call)
    ? isSameRow(columnsOfParts(before), columnsOfParts(call))
    : isSameRow(callRow(before), callRow(call));

function hasSameFacts(before: Call, call: Call): boolean {
  const [was, is] = [before, call] as unknown as Readonly<Record<string, unknown>>[];
  for (const name in is) if (was![name] !== is[name] && !PARTS.has(name)) return false;
  for (const name in was) if (!(name in is!) && was[name] !== undefined) return false;
  return true;
}

/**
 * Whether two rows of a call are equal, apart from `dueAt`, which also depends on the call's parts.
 */
function isSameRow(one: Partial<CallRow>, other: Partial<CallRow>): boolean {
  for (const column of Object.keys(other) as (keyof CallRow)[])
    if (column !== 'dueAt' && !isSame(one[column], other[column])) return false;
  return true;
}

function isSame(one: unknown, other: unknown): boolean {
  if (one === other || (one ?? null) === (other ?? null)) return true;
  // Only arrays of ids are copied into the row, so only they are compared by content; all other
  // objects are those of the call itself.
  return (
    Array.isArray(one) &&
    Array.isArray(other) &&
    one.length === other.length &&
    one.every((item, i) => item === other[i])
  );
}
