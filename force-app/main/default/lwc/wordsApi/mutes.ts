import { request } from 'c/dealsideSession';

/** A rule that raises no alerts for this person, permanently or until a time. */
export interface Mute {
  ruleName: string;
  /** The label of the rule, while it is in force. */
  label?: string;
  until?: string;
}

type MutesFollower = (mutes: readonly Mute[]) => void;

const followers = new Set<MutesFollower>();
let ending: ReturnType<typeof setTimeout> | undefined;

/**
 * Calls `follower` with what is muted: when it is read, when this person changes it on this page, and
 * when the time of a mute has passed. Returns how to stop.
 */
export function followMutes(follower: MutesFollower): () => void {
  followers.add(follower);
  return () => {
    followers.delete(follower);
    if (followers.size === 0) clearTimeout(ending);
  };
}

/** Tells all followers what the server says is muted. */
export function tellMutes(mutes: readonly Mute[]): void {
  clearTimeout(ending);
  const now = Date.now();
  const inForce = mutes.filter(({ until }) => !until || Date.parse(until) > now);
  followers.forEach((follower) => follower(inForce));
  const ends = inForce.flatMap(({ until }) => (until ? [Date.parse(until)] : []));
  if (ends.length === 0 || followers.size === 0) return;
  // eslint-disable-next-line @lwc/lwc/no-async-operation -- cleared when nobody follows any more
  ending = setTimeout(() => tellMutes(inForce), Math.min(...ends) - now);
}

/** Mutes a rule permanently, or for some minutes. */
export const muteRule = (ruleName: string, minutes?: number): Promise<void> =>
  change(request('PUT', '/api/alert-mutes', { ruleName, minutes }));

export const unmuteRule = (ruleName: string): Promise<void> =>
  change(request('POST', '/api/alert-mutes/remove', { ruleName }));

async function change(changed: Promise<{ mutes: Mute[] }>): Promise<void> {
  const { mutes } = await changed;
  tellMutes(mutes);
}
