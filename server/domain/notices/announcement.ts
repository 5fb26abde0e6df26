import type { NoticeKind } from '../policy/policy.ts';
import type { Language } from '../texts/language.ts';

/** Something Dealside plays on a call: the opening disclosure, or what tells of a supervisor. */
export interface Announcement {
  readonly announcementId: string;
  readonly kind: AnnouncementKind;
  readonly to: 'customer' | 'rep' | 'everyone';
  readonly language: Language;
  /** The notice it is part of. */
  readonly noticeId?: string;
  /** The supervisor it tells of. */
  readonly interventionId?: string;
  /** What must not begin before it was played to its end: the supervisor's `join`, or the switch of this request. */
  readonly before?: string;
  /** `asked` until the carrier says how it ended. */
  readonly status: 'requested' | 'played' | 'failed';
  readonly requestedAt: string;
  readonly endedAt?: string;
}

export type AnnouncementKind = 'disclosure' | Exclude<NoticeKind, 'banner'>;

export const BEFORE_JOIN = 'join';
