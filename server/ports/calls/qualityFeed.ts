import type { Call } from '../../domain/call/call.ts';
import type { GivenScore } from '../../domain/supervision/givenScores.ts';

/** Where a page begins: after this time or, at the same time, after this id. */
export interface FeedPlace {
  readonly at: string;
  readonly id: string;
}

/** A part of a feed: at most `limit` entries after a place and before a time. */
interface FeedPart {
  readonly after: FeedPlace;
  readonly before: string;
  readonly limit: number;
}

/**
 * Ended calls and given scores, the oldest first, for programs that read on from where they were.
 * Source: PostgreSQL.
 */
export interface QualityFeed {
  /** Calls with customers that ended after the place and before a time. */
  calls(orgId: string, part: FeedPart): Promise<readonly Call[]>;
  /** Scores that were complete after the place and before a time. */
  scores(orgId: string, part: FeedPart): Promise<readonly GivenScore[]>;
}
