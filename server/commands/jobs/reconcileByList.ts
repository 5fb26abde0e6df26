import {
  differingCalls,
  nextInRotation,
  type KnownConference,
  type ListedConference,
} from '../../domain/carrier/listedConferences.ts';
import { CarrierProblem, type DueCalls } from '../../ports/index.ts';
import type { CallDeps } from '../carrier/callDeps.ts';
import { reconcileCall } from '../carrier/reconcileCall.ts';
import { eachAtOnce } from './eachAtOnce.ts';

export interface ReconcileByListDeps extends CallDeps {
  readonly dueCalls: Pick<DueCalls, 'openConferences' | 'conferencesOf'>;
  /** The share of requests to the carrier that these looks have, per second. */
  readonly looksPerSecond: number;
}

/** State that is kept between lists. */
export interface ListMemory {
  /** When the carrier was last asked for the list, in epoch milliseconds. */
  listedAt?: number;
  /** Until when the rotation has had its looks, in epoch milliseconds. */
  turnedAt?: number;
  /** The last call of the rotation. */
  cursor?: string;
  /** How many calls the first turn has still to look into. */
  leftOfFirstTurn?: number;
}

/** The pause between two lists. */
const LIST_EVERY_MS = 10_000;
/** A longer pause is not made up for. */
const LONGEST_PAUSE_MS = 60_000;
/** Each call is looked into about once in this time, if nothing else is slower or faster. */
const ROTATION_MS = 60 * 60_000;
const LEAST_PER_SECOND = 0.2;
/** The part of the share that the rotation has at most, so that the rest is never late for it. */
const ROTATION_SHARE = 0.5;

/**
 * A comparison of all calls with the carrier's list of conferences: those that differ are looked
 * into, and a few others in turn, because the list does not say who is in a conference. The first
 * turn after the start is faster: callbacks may have been missed. Does nothing as
 * long as the last list is recent.
 */
export async function reconcileByList(
  deps: ReconcileByListDeps,
  memory: ListMemory,
): Promise<void> {
  const listedFrom = deps.clock.now();
  if (Date.parse(listedFrom) - (memory.listedAt ?? -Infinity) < LIST_EVERY_MS) return;
  memory.listedAt = Date.parse(listedFrom);
  const listed = await listedAtCarrier(deps);
  if (!listed) return;
  const open = await deps.dueCalls.openConferences();
  const differing = differingCalls(
    [...open, ...(await othersListed(deps, open, listed))],
    listed,
    listedFrom,
  );
  const inTurn = nextInTurn(
    memory,
    open.map(({ callId }) => callId),
    { now: Date.parse(listedFrom), looksPerSecond: deps.looksPerSecond },
  );
  await eachAtOnce(deps, [...new Set([...differing, ...inTurn])], {
    callIdOf: (callId) => callId,
    act: (callId) => reconcileCall(deps, callId),
  });
}

async function listedAtCarrier({
  control,
  log,
}: ReconcileByListDeps): Promise<readonly ListedConference[] | undefined> {
  try {
    return await control.listConferences();
  } catch (problem) {
    if (!(problem instanceof CarrierProblem)) throw problem;
    log.warn({ fault: problem.kind, code: problem.code }, 'conferences not listed');
    return undefined;
  }
}

/** Listed conferences of calls that have ended. Other conferences of the account are ignored. */
function othersListed(
  { dueCalls }: ReconcileByListDeps,
  open: readonly KnownConference[],
  listed: readonly ListedConference[],
): Promise<KnownConference[]> {
  const openIds = new Set(open.map(({ callId }) => callId));
  return dueCalls.conferencesOf([
    ...new Set(listed.map(({ callId }) => callId).filter((callId) => !openIds.has(callId))),
  ]);
}

interface Turn {
  readonly now: number;
  readonly looksPerSecond: number;
}

function nextInTurn(
  memory: ListMemory,
  callIds: readonly string[],
  { now, looksPerSecond }: Turn,
): string[] {
  memory.turnedAt ??= now - LIST_EVERY_MS;
  memory.leftOfFirstTurn ??= callIds.length;
  const most = looksPerSecond * ROTATION_SHARE;
  const perSecond =
    memory.leftOfFirstTurn > 0
      ? most
      : Math.min(most, Math.max(LEAST_PER_SECOND, callIds.length / (ROTATION_MS / 1000)));
  const sinceMs = Math.min(now - memory.turnedAt, LONGEST_PAUSE_MS);
  const count = Math.floor((sinceMs / 1000) * perSecond);
  if (count === 0) return [];
  memory.turnedAt = now;
  memory.leftOfFirstTurn -= Math.min(count, memory.leftOfFirstTurn);
  const next = nextInRotation(callIds, memory.cursor, count);
  memory.cursor = next.at(-1);
  return next;
}
