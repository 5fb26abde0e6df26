import { isConnected } from './line.ts';
import { currentCall, type LeftCall, type SoftphoneState } from './state.ts';

const KEY = 'dealside.left';
/** After this time, returning to the call is no longer offered. */
const OFFERED_FOR_MS = 10 * 60_000;

/** The tab that the page is in, and its clock. */
export interface Tab {
  readonly window: Pick<EventTarget, 'addEventListener'>;
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** Epoch ms. */
  readonly now: () => number;
}

/**
 * Remembers in this tab which call the softphone was on when the page was closed or reloaded. Must
 * be created before the Voice SDK, which ends calls on the same browser event.
 */
export function rememberLeft({ window: page, storage, now }: Tab): {
  left(): LeftCall | undefined;
  follow(state: SoftphoneState): void;
} {
  const found = stored({ storage, now });
  let kept: LeftCall | undefined;
  let isLeavingPage = false;
  page.addEventListener('pagehide', () => {
    isLeavingPage = true;
    if (kept) storage.setItem(KEY, JSON.stringify({ left: kept, at: now() }));
  });
  page.addEventListener('pageshow', () => (isLeavingPage = false));
  return {
    left: () => found,
    follow(state) {
      if (isLeavingPage || !state.me) return;
      const left = leftBy(state) ?? state.left;
      if (left?.callId === kept?.callId) return;
      kept = left;
      storage.removeItem(KEY);
    },
  };
}

function leftBy(state: SoftphoneState): LeftCall | undefined {
  const call = currentCall(state);
  if (!call || !isConnected(state.call)) return undefined;
  return {
    callId: call.callId,
    name: call.customer.name,
    role: state.call.interventionId ? 'supervisor' : 'rep',
  };
}

function stored({ storage, now }: Omit<Tab, 'window'>): LeftCall | undefined {
  try {
    const { left, at } = JSON.parse(storage.getItem(KEY) ?? '') as {
      left: LeftCall;
      at: number;
    };
    return now() - at < OFFERED_FOR_MS ? left : undefined;
  } catch {
    return undefined;
  }
}
