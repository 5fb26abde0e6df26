/** Current signs of a rep's presence, from calls, pages and the rep's own switch. */
export interface RepSigns {
  /** On a call, or being rung for one. */
  readonly isBusy: boolean;
  /** On another rep's call as its supervisor. */
  readonly isSupervising?: boolean;
  /** When the last call ended, if one has within a day. */
  readonly idleSince?: string;
  /** Since when the rep has said to be away. */
  readonly awaySince?: string;
  /** When a page of the rep was last connected to the live feed. */
  readonly seenAt?: string;
  /** Since when the softphone that rings for the rep has no connection to the phone network. */
  readonly phoneLostAt?: string;
  /** When the softphone of the rep last sent a heartbeat in a call. */
  readonly heartbeatAt?: string;
}

/** Whether a rep can take a call, as managers see it. */
export interface RepPresence {
  readonly status: 'available' | 'busy' | 'after_call' | 'away' | 'no_phone' | 'offline';
  readonly since?: string;
}

/** How long a rep finishes a call after its end, and is not rung for the next one. */
export const AFTER_CALL_MS = 30_000;
/** Longer than two rounds of storing which pages are connected. */
export const PAGE_GONE_MS = 60_000;

/** Whether a rep's last call ended so lately that they still finish it. */
export const isFinishingCall = ({ idleSince }: RepSigns, now: string): boolean =>
  idleSince !== undefined && Date.parse(now) - Date.parse(idleSince) < AFTER_CALL_MS;

/**
 * A rep's current presence. A rep on a call is busy, whatever the switch says; a rep without a page
 * cannot be asked whether they are away. A rep whose softphone is not connected cannot be rung on
 * it.
 */
export function presenceOf(signs: RepSigns, now: string): RepPresence {
  const { isBusy, idleSince, awaySince, seenAt, phoneLostAt } = signs;
  const ageMs = (since: string): number => Date.parse(now) - Date.parse(since);
  if (isBusy) return { status: 'busy' };
  if (!seenAt || ageMs(seenAt) > PAGE_GONE_MS)
    return { status: 'offline', ...(seenAt && { since: seenAt }) };
  if (awaySince) return { status: 'away', since: awaySince };
  if (phoneLostAt) return { status: 'no_phone', since: phoneLostAt };
  if (isFinishingCall(signs, now)) return { status: 'after_call', since: idleSince };
  return { status: 'available', ...(idleSince && { since: idleSince }) };
}
