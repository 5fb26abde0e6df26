import USER_ID from '@salesforce/user/Id';

/** What the rep has entered and not saved. */
export interface Draft {
  disposition: string;
  notes: string;
  wantsFollowUp: boolean;
  dueOn?: string;
  subject: string;
  /** The id of the contact or lead that was chosen, or `none`. */
  record?: string;
}

const keyOf = (callId: string): string => `dealside-wrap-up-${USER_ID}-${callId}`;

/** The draft of a call that this browser keeps. */
export function draftOf(callId: string): Draft | undefined {
  try {
    const kept = window.localStorage.getItem(keyOf(callId));
    return kept ? (JSON.parse(kept) as Draft) : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a draft past a reload; answers whether this browser does. */
export function saveDraft(callId: string, draft: Draft): boolean {
  try {
    window.localStorage.setItem(keyOf(callId), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function dropDraft(callId: string): void {
  try {
    window.localStorage.removeItem(keyOf(callId));
  } catch {
    // Where nothing can be kept, nothing is there.
  }
}
