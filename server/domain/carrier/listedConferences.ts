import type { Call } from '../call/call.ts';
import { unreachable } from '../unreachable.ts';

/** A conference that the carrier lists as not over. It may not be of a call of Dealside's. */
export interface ListedConference {
  readonly callId: string;
  readonly conferenceId: string;
}

/** The facts of one call to compare with a list of conferences. */
export interface KnownConference {
  readonly callId: string;
  readonly status: Call['status'];
  readonly conferenceId?: string;
  /** When the call got this status, ISO 8601. */
  readonly since: string;
}

/** How much later than the carrier knows it something may appear in the carrier's list. */
const LIST_LAG_MS = 5_000;

/**
 * The calls whose conference is not listed as it should be and must be checked. Changes since
 * `listedFrom`, while the list was read, are left to the next list.
 */
export function differingCalls(
  known: readonly KnownConference[],
  listed: readonly ListedConference[],
  listedFrom: string,
): string[] {
  const ageMs = ({ since }: KnownConference): number => Date.parse(listedFrom) - Date.parse(since);
  const byCall = new Map<string, ListedConference[]>();
  for (const one of listed) byCall.set(one.callId, [...(byCall.get(one.callId) ?? []), one]);
  return known
    .filter((call) => ageMs(call) > LIST_LAG_MS && isDifferent(call, byCall.get(call.callId) ?? []))
    .map(({ callId }) => callId);
}

function isDifferent(call: KnownConference, listed: readonly ListedConference[]): boolean {
  const isOther = listed.some(({ conferenceId }) => conferenceId !== call.conferenceId);
  switch (call.status) {
    case 'ringing':
      return isOther || (call.conferenceId !== undefined && listed.length === 0);
    case 'live':
      return isOther || listed.length === 0;
    case 'ended':
      return listed.length > 0;
    default:
      return unreachable(call.status);
  }
}

/**
 * The next calls of a rotation through all of `callIds`, which are in order: those after `cursor`,
 * and then from the beginning again.
 */
export function nextInRotation(
  callIds: readonly string[],
  cursor: string | undefined,
  count: number,
): string[] {
  const first = cursor === undefined ? 0 : callIds.findIndex((callId) => callId > cursor);
  const start = Math.max(0, first);
  return [...callIds.slice(start), ...callIds.slice(0, start)].slice(0, count);
}
