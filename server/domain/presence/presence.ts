/** Current signs of a rep's presence, from calls, pages and the rep's own switch. */
export interface RepSigns {
  /** On a call, or being rung for one. */
  readonly isBusy: boolean;
  /** On another rep's call as its supervisor. */
  readonly isSupervising?: boolean;
  /** When the last call ended, if one has within a day. */
  readonly idleSince?: string;
  /** How long after-call lasts after that call, if the group that it rang has a time of its own. */
  readonly afterCallSeconds?: number;
  /** When the rep last said to be ready for the next call. */
  readonly readyAt?: string;
  /** Since when the rep has said to be away. */
  readonly awaySince?: string;
  /** When a page of the rep was last connected to the live feed. */
  readonly seenAt?: string;
  /** What each open page of the rep said last of its softphone. */
  readonly phones?: readonly PhoneReport[];
  /** Calls ring a phone of the rep's own, which needs no page. */
  readonly hasOwnPhone?: true;
  /** When the softphone of the rep last sent a heartbeat in a call. */
  readonly heartbeatAt?: string;
}

/** What one page says of its softphone, and says again as long as it is open. */
export interface PhoneReport {
  /** Whether calls reach it. */
  readonly isConnected: boolean;
  readonly since: string;
  readonly at: string;
  /** The page says it only once, because its softphone is of a former version. */
  readonly isSaidOnce?: true;
}

/** Whether a rep can take a call, as managers see it. */
export interface RepPresence {
  readonly status: 'available' | 'busy' | 'after_call' | 'away' | 'no_phone' | 'offline';
  readonly since?: string;
  /** When after-call ends by itself. */
  readonly until?: string;
}

/** How long after-call lasts where the org says nothing. */
export const AFTER_CALL_SECONDS = 30;
/** Longer than two reports of a page, which a browser in the background may delay by a minute. */
export const PHONE_REPORT_MS = 5 * 60_000;
/** Longer than two rounds of storing which pages are connected. */
export const PAGE_GONE_MS = 60_000;

/** The time, and how long after-call lasts in the org: 0 is none. */
export interface AfterCallTime {
  readonly now: string;
  readonly orgSeconds?: number;
}

/** Whether the rep has said to be ready since their last call, or had none. */
export const isReadyByWord = ({ idleSince, readyAt }: RepSigns): boolean =>
  !idleSince || (readyAt !== undefined && readyAt >= idleSince);

/** Until when a rep finishes their last call, in ISO 8601; undefined if they do not. */
export function finishesUntil(
  signs: RepSigns,
  { now, orgSeconds = AFTER_CALL_SECONDS }: AfterCallTime,
): string | undefined {
  const { isBusy, idleSince, afterCallSeconds } = signs;
  if (isBusy || !idleSince || isReadyByWord(signs)) return undefined;
  const lastsMs = (afterCallSeconds ?? orgSeconds) * 1_000;
  const until = new Date(Date.parse(idleSince) + lastsMs).toISOString();
  return now < until ? until : undefined;
}

/**
 * Since when no page of the rep has a softphone that calls reach; undefined if one has, or if no page
 * has said anything lately.
 */
export function phonesLostSince(
  phones: readonly PhoneReport[] = [],
  now: string,
): string | undefined {
  const open = phones.filter(
    ({ at, isSaidOnce }) => isSaidOnce || Date.parse(now) - Date.parse(at) < PHONE_REPORT_MS,
  );
  return open.some(({ isConnected }) => isConnected)
    ? undefined
    : open
        .map(({ since }) => since)
        .toSorted()
        .at(-1);
}

const hasPage = ({ seenAt }: RepSigns, now: string): boolean =>
  seenAt !== undefined && Date.parse(now) - Date.parse(seenAt) <= PAGE_GONE_MS;

/** Whether a call would reach the rep: on a phone of their own, or in a page. */
export const isReachable = (signs: RepSigns, now: string): boolean =>
  signs.hasOwnPhone === true || (hasPage(signs, now) && !phonesLostSince(signs.phones, now));

/**
 * A rep's current presence. A rep on a call is busy, whatever the switch says; a rep without a page
 * cannot be asked whether they are away. A rep whose softphone is not connected cannot be rung on
 * it.
 */
export function presenceOf(signs: RepSigns, time: AfterCallTime): RepPresence {
  const { now } = time;
  const { isBusy, idleSince, awaySince, seenAt, phones } = signs;
  if (isBusy) return { status: 'busy' };
  if (!hasPage(signs, now)) return { status: 'offline', ...(seenAt && { since: seenAt }) };
  if (awaySince) return { status: 'away', since: awaySince };
  const phoneLostAt = phonesLostSince(phones, now);
  if (phoneLostAt) return { status: 'no_phone', since: phoneLostAt };
  const until = finishesUntil(signs, time);
  if (until) return { status: 'after_call', since: idleSince, until };
  return { status: 'available', ...(idleSince && { since: idleSince }) };
}
