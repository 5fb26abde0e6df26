import { unreachable } from '../unreachable.ts';
import type { Language } from './language.ts';
import type { NoticeKind } from './noticeKinds.ts';
import type { Participant } from './participants.ts';

/**
 * A recording or text that Dealside plays on a call: the opening disclosure, the announcement of a
 * supervisor, a message for a customer who may hear nobody, or a coach's whisper on a practice
 * call.
 */
export interface Announcement {
  readonly announcementId: string;
  readonly kind: AnnouncementKind;
  readonly to: 'customer' | 'rep' | 'everyone' | 'guest';
  readonly language: Language;
  /** The guest to whom it is played. */
  readonly guestId?: string;
  /** The notice that it belongs to. */
  readonly noticeId?: string;
  /** The intervention that it announces. */
  readonly interventionId?: string;
  /**
   * The request that waits for its end: the supervisor's `join`, or the mode change with this
   * request id.
   */
  readonly before?: string;
  /** The words, if the rep reads them afterwards. */
  readonly words?: string;
  /** `requested` until the carrier reports how it ended. */
  readonly status: 'requested' | 'played' | 'failed';
  readonly requestedAt: string;
  readonly endedAt?: string;
}

export type AnnouncementKind =
  | 'disclosure'
  /** A word for a customer whose rep's page is gone. */
  | 'one_moment'
  | 'practice_whisper'
  | Exclude<NoticeKind, 'banner'>;

export const BEFORE_JOIN = 'join';

/** The status of a call's opening disclosure, or that the org gives it elsewhere. */
export type Disclosure =
  | { readonly status: 'playing'; readonly textId: string; readonly at: string }
  | {
      readonly status: 'played';
      readonly textId: string;
      readonly language: string;
      readonly at: string;
      readonly connectionId: string;
    }
  | { readonly status: 'failed'; readonly textId: string; readonly at: string };

/** The state of the opening disclosure of a call; undefined when none was requested. */
export function disclosureOf(call: {
  readonly announcements: readonly Announcement[];
  readonly participants: readonly Participant[];
}): Disclosure | undefined {
  const last = call.announcements.findLast(({ kind }) => kind === 'disclosure');
  if (!last) return undefined;
  const { announcementId: textId, language, requestedAt, endedAt = requestedAt } = last;
  switch (last.status) {
    case 'requested':
      return { status: 'playing', textId, at: requestedAt };
    case 'played':
      return {
        status: 'played',
        textId,
        language,
        at: endedAt,
        connectionId:
          call.participants.find(({ party }) => party.role === 'customer')?.connectionId ?? '',
      };
    case 'failed':
      return { status: 'failed', textId, at: endedAt };
    default:
      return unreachable(last.status);
  }
}
