import { request } from 'c/dealsideSession';
import { softphoneIsThere } from 'c/softphoneBus';

export type DeviceName = 'softphone' | 'phone' | 'sip';

/** The device on which calls reach this person, and the choices, as stored on the server. */
export interface Reach {
  readonly device: DeviceName;
  /** The number that is rung when the device is the phone. */
  readonly number?: string;
  readonly numbers: readonly { readonly number: string }[];
  readonly sip?: string;
}

type ReachListener = (reach: Reach) => void;

const listeners = new Set<ReachListener>();
let known: Reach | undefined;
let asking: Promise<Reach> | undefined;
/** The choice that is being stored. */
let choosing: Promise<Reach> | undefined;

/** Called when the person has chosen, here or in the softphone. */
export function rememberReach(reach: Reach): void {
  known = reach;
  for (const listener of listeners) listener(reach);
}

/** Loads it once per page. */
export async function loadReach(): Promise<Reach> {
  if (known) return known;
  asking ??= request<Reach>('GET', '/api/me/reach').finally(() => {
    asking = undefined;
  });
  const reach = await asking;
  if (!known) rememberReach(reach);
  return known ?? reach;
}

/** Calls the listener now, if it is known, and at each change. Returns how to stop. */
export function followReach(listener: ReachListener): () => void {
  listeners.add(listener);
  if (known) listener(known);
  return () => {
    listeners.delete(listener);
  };
}

/** Stores a choice; a join that is asked for meanwhile waits for it. */
export async function chooseReach(device: DeviceName, number?: string): Promise<void> {
  const storing = request<Reach>('PUT', '/api/me/reach', { device, ...(number && { number }) });
  choosing = storing;
  try {
    rememberReach(await storing);
  } finally {
    if (choosing === storing) choosing = undefined;
  }
}

/** For tests, each of which acts as a page of its own. */
export function forgetReach(): void {
  known = undefined;
  asking = undefined;
  choosing = undefined;
  listeners.clear();
}

/**
 * The device to take a call with: the chosen one, or on a page without a softphone, such as in the
 * mobile app, the person's own phone if they have one.
 */
export async function deviceToUse(): Promise<DeviceName> {
  const chosen = await choosing?.catch(() => undefined);
  if (softphoneIsThere()) return (chosen ?? known)?.device ?? 'softphone';
  const reach = await loadReach().catch(() => undefined);
  if (!reach || reach.device !== 'softphone') return reach?.device ?? 'softphone';
  if (reach.numbers.length > 0) return 'phone';
  return reach.sip ? 'sip' : 'softphone';
}
