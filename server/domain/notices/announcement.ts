import type { NoticeKind } from '../policy/policy.ts';
import type { Language } from '../texts/language.ts';

/** What Dealside plays on a call: the opening disclosure, or the announcement of a supervisor. */
export interface Announcement {
  readonly announcementId: string;
  readonly kind: AnnouncementKind;
  readonly to: 'customer' | 'rep' | 'everyone';
  readonly language: Language;
  /** The notice that it belongs to. */
  readonly noticeId?: string;
  /** The intervention of the supervisor whom it announces. */
  readonly interventionId?: string;
  /** What waits for its end: the supervisor's `join`, or the mode change with this request id. */
  readonly before?: string;
  /** `requested` until the carrier reports how it ended. */
  readonly status: 'requested' | 'played' | 'failed';
  readonly requestedAt: string;
  readonly endedAt?: string;
}

export type AnnouncementKind = 'disclosure' | Exclude<NoticeKind, 'banner'>;

export const BEFORE_JOIN = 'join';
