import USER_ID from '@salesforce/user/Id';

/** What the rep has entered but not saved. */
export interface Draft {
  disposition: string;
  notes: string;
  wantsFollowUp: boolean;
  dueOn?: string;
  subject: string;
  /** The id of the chosen contact or lead, or `none`. */
  record?: string;
}

const keyOf = (callId: string): string => `dealside-wrap-up-${USER_ID}-${callId}`;

/** The draft of a call in this browser. */
export function draftOf(callId: string): Draft | undefined {
  try {
    const kept = window.localStorage.getItem(keyOf(callId));
    return kept ? (JSON.parse(kept) as Draft) : undefined;
  } catch {
    return undefined;
  }
}

/** Saves a draft so that it survives a reload. Returns whether this browser can. */
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
    // If the browser stores nothing, there is nothing to remove.
  }
}
