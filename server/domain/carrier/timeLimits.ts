/** How long the carrier and people have for something before Dealside does it without them. */

/** The limit from admission until the carrier reports the supervisor's connection. */
export const JOIN_LIMIT_MS = 45_000;
/** How long a call may ring without a conference at the carrier. */
export const RING_LIMIT_MS = 90_000;
/**
 * Longer than a phone rings: a connection that was dialed has been answered or given up by then.
 */
export const DIAL_LIMIT_MS = 60_000;
/** Within this time the end of a call follows the rep's hanging up. */
export const HANG_UP_MS = 2_000;
/** Longer than anything that Dealside plays. */
const ANNOUNCEMENT_LIMIT_MS = 60_000;
/** The longest that a supervisor waits for an announcement that comes first. */
const ANNOUNCE_FIRST_LIMIT_MS = 20_000;

/** How long an announcement may take; shorter where somebody waits for its end. */
export const announcementLimitMs = ({ before }: { readonly before?: string }): number =>
  before ? ANNOUNCE_FIRST_LIMIT_MS : ANNOUNCEMENT_LIMIT_MS;
