/** A call with a customer that a rep and a supervisor have planned to have together. */
export interface JointCall {
  readonly jointCallId: string;
  readonly orgId: string;
  readonly repUserId: string;
  readonly supervisorUserId: string;
  readonly plannedByUserId: string;
  /** If it is about a deal: then a call on another deal is not it. */
  readonly opportunityId?: string;
  readonly startsAt: string;
  readonly status: 'planned' | 'begun' | 'missed' | 'cancelled';
  /** The call, once it has begun. */
  readonly callId?: string;
}

/** What is said of a joint call. */
export type JointCallNews = 'planned' | 'moved' | 'soon' | 'begun' | 'missed' | 'cancelled';

/** A call counts as the planned one from so long before its time until so long after it. */
export const BEGINS_EARLY_MS = 15 * 60_000;
export const BEGINS_LATE_MS = 30 * 60_000;
/** Both are reminded so long before. */
export const REMIND_MS = 10 * 60_000;

/** How long a planned call is in the calendars of the two. */
export const JOINT_CALL_MINUTES = 30;

const FURTHEST_MS = 60 * 86_400_000;

/** Whether a call can be planned for then: in the time to come, and not too far off. */
export function canBePlannedFor(startsAt: string, now: string): boolean {
  const ahead = Date.parse(startsAt) - Date.parse(now);
  return ahead > 0 && ahead <= FURTHEST_MS;
}

/** Who is notified: both people; of a new plan, only the one who did not make it. */
export function recipientsOf(
  { repUserId, supervisorUserId, plannedByUserId }: JointCall,
  news: JointCallNews,
): readonly string[] {
  const both = [supervisorUserId, repUserId];
  return news === 'planned' ? both.filter((userId) => userId !== plannedByUserId) : both;
}
