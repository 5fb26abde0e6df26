/**
 * A third party that the rep has added to the call: a colleague, a supervisor, or the person who
 * answers an outside number. A guest hears what everybody hears, so never a whisper.
 */
export type Guest = GuestFacts &
  (
    | { readonly status: 'ringing' }
    | { readonly status: 'present' }
    /** The rep has left the call to this guest, or is being taken off. */
    | { readonly status: 'has_call'; readonly since: string }
    | {
        readonly status: 'ended';
        readonly because: GuestEnd;
        readonly at: string;
        /** Since when the guest had the call in place of the rep. */
        readonly hadCallSince?: string;
      }
  );

export interface GuestFacts {
  readonly guestId: string;
  readonly who: GuestIdentity;
  readonly invitedAt: string;
  /** The rep leaves the call to the guest as soon as the guest is there. */
  readonly takesCallAtOnce: boolean;
  /** The law at the place of a person on the call requires that everybody knows. */
  readonly mustHearDisclosure?: true;
  /** Since when the guest is on the call, or was. */
  readonly joinedAt?: string;
}

export type GuestIdentity =
  | { readonly kind: 'person'; readonly userId: string; readonly name: string }
  /** `phone` in E.164. */
  | { readonly kind: 'number'; readonly phone: string };

export type GuestEnd = 'removed' | 'not_answered' | 'busy' | 'not_rung' | 'left';

/** The customer is on hold while rep and third party talk with each other. */
export interface TalkHold {
  readonly since: string;
}
