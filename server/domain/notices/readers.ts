import { interventionOf, type Call, type Notice } from '../call/call.ts';
import { colleagueParticipant, requestedTransfer } from '../call/transfer.ts';

/** A time at which a person was the rep of a call, or a colleague on it; open while they are. */
interface Stay {
  readonly from: string;
  readonly until?: string;
}

/** A notice as a person on the call reads it. */
export interface NoticeToRead {
  readonly notice: Notice;
  /** When it stopped being true for this person; undefined while it is. */
  readonly endedAt?: string;
  /** It ended because the supervisor left the call. */
  readonly hasLeft?: true;
  /** Whether it was given to this person, who can confirm having seen it. */
  readonly isOwn: boolean;
}

/**
 * The notices of a call for this person, oldest first: as its rep, as a former rep, or as the
 * colleague to whom it is being transferred. Each that has begun ends once: when the supervisor's
 * next notice begins, the supervisor leaves, or this person's part of the call is over.
 */
export function noticesToRead(call: Call, userId: string): NoticeToRead[] {
  const own = ownStays(call, userId);
  const asColleague = own.length === 0 ? colleagueStay(call, userId) : undefined;
  return call.notices.flatMap((notice): NoticeToRead[] => {
    const leftAt = leavingAfter(call, notice);
    const isTrueUntil = endOf(call, notice);
    const toRead = (isOwn: boolean, until: string | undefined): NoticeToRead[] => {
      const endedAt = earliest(isTrueUntil, until);
      const hasLeft = endedAt !== undefined && endedAt === leftAt;
      return [{ notice, isOwn, ...(endedAt && { endedAt }), ...(hasLeft && { hasLeft }) }];
    };
    const stay = own.find(
      ({ from, until }) => from <= notice.at && (until === undefined || notice.at < until),
    );
    if (stay) return toRead(true, stay.until);
    if (!asColleague || (isTrueUntil !== undefined && isTrueUntil <= asColleague.from)) return [];
    return toRead(false, asColleague.until);
  });
}

/** When the supervisor's mode was another one, or the supervisor gone. */
function endOf(call: Call, notice: Notice): string | undefined {
  const after = call.notices.slice(call.notices.indexOf(notice) + 1);
  const next = after.find(({ interventionId }) => interventionId === notice.interventionId);
  if (next) return next.at;
  const intervention = interventionOf(call, notice.interventionId);
  if (intervention?.status === 'ended') return intervention.leftAt;
  return call.status === 'ended' ? call.endedAt : undefined;
}

/** When the supervisor left during the call, if this is the last notice before that. */
function leavingAfter(call: Call, notice: Notice): string | undefined {
  const last = call.notices.findLast(
    ({ interventionId }) => interventionId === notice.interventionId,
  );
  const intervention = interventionOf(call, notice.interventionId);
  return last === notice &&
    intervention?.status === 'ended' &&
    intervention.endReason !== 'call_ended'
    ? intervention.leftAt
    : undefined;
}

/** The times at which the call was this person's, oldest first. */
function ownStays(call: Call, userId: string): Stay[] {
  const reps = [
    ...(call.pastReps ?? []).map(({ rep, until }) => ({ userId: rep.userId, until })),
    {
      userId: call.rep.userId,
      until: call.status === 'ended' ? call.endedAt : undefined,
    },
  ];
  return reps.flatMap((one, n) =>
    one.userId === userId
      ? [{ from: reps[n - 1]?.until ?? call.startedAt, ...(one.until && { until: one.until }) }]
      : [],
  );
}

/** The time of a colleague who is on the call, and is to take it. */
function colleagueStay(call: Call, userId: string): Stay | undefined {
  if (requestedTransfer(call)?.to.userId !== userId) return undefined;
  const there = colleagueParticipant(call, userId);
  return there?.status === 'connected' ? { from: there.joinedAt ?? call.startedAt } : undefined;
}

const earliest = (...times: readonly (string | undefined)[]): string | undefined =>
  times.filter((time) => time !== undefined).toSorted()[0];
