import type { IdentityRefusal, Problem } from 'c/callModel';
import { labels } from 'c/dealsideLabels';
import { request } from 'c/dealsideSession';
import { everySecond } from 'c/dealsideTicker';
import type { IdentityStep } from 'c/identityPrompt';

const IDENTITY_STEP: Record<IdentityRefusal, IdentityStep> = {
  pin_not_set: 'choosePin',
  pin_too_weak: 'choosePin',
  pin_required: 'enterPin',
  pin_wrong: 'enterPin',
  pin_locked: 'enterPin',
  passkey_not_set: 'registerPasskey',
  passkey_required: 'usePasskey',
};

/** How to prove the person's identity after this refusal; undefined if that would not help. */
export const identityStepFor = ({ code }: Problem): IdentityStep | undefined =>
  (IDENTITY_STEP as Partial<Record<string, IdentityStep>>)[code];

export const choosePin = (pin: string): Promise<unknown> => request('PUT', '/api/pin', { pin });

export const provePin = (pin: string): Promise<unknown> =>
  request('POST', '/api/pin/prove', { pin });

type Purpose = 'register' | 'prove';
interface Passkeys {
  passkey: { passkeys: unknown[]; provedUntil?: string };
}
interface Link {
  url: string;
  expiresAt: string;
}

/**
 * The time limit after the page was opened: the lifetimes of its link and the authenticator's
 * prompt.
 */
const LONGEST_MS = 4 * 60_000;

export interface PasskeyProof {
  /**
   * Settles when the passkey is registered or used. Rejects if the server refuses, or if it took
   * too long.
   */
  readonly finished: Promise<void>;
  /**
   * Called when the person has opened the page, so that the server is asked for the result from now
   * on.
   */
  opened(): void;
  stop(): void;
}

/**
 * Has the passkey registered or used on the server's own page, which the person opens by a link,
 * because Lightning Web Security gives no access to windows of other origins. Each link works once
 * and briefly, so `showLink` is called with a new one whenever one is needed.
 */
export function provePasskey(purpose: Purpose, showLink: (url: string) => void): PasskeyProof {
  let before: Passkeys['passkey'] | undefined;
  let link: Link | undefined;
  let openedAt: number | undefined;
  let isAsking = false;
  let stopLooking = (): void => undefined;
  let stopped = false;

  async function renewLink(): Promise<void> {
    link = await request<Link>('POST', '/api/passkeys/link', { purpose });
    if (!stopped) showLink(link.url);
  }

  async function look(now: number): Promise<boolean> {
    before ??= await passkeyState();
    if (!link || now >= Date.parse(link.expiresAt)) await renewLink();
    if (openedAt === undefined || document.visibilityState === 'hidden') return false;
    const state = await passkeyState().catch(() => undefined);
    if (state && isDone(purpose, before, state)) return true;
    if (now - openedAt > LONGEST_MS)
      throw problem({ code: 'passkey_too_late', message: labels.stepUpPasskeyTooLate });
    return false;
  }

  const finished = new Promise<void>((resolve, reject) => {
    stopLooking = everySecond((now) => {
      if (isAsking || stopped) return;
      isAsking = true;
      look(now)
        .then((done) => {
          if (done) resolve();
        }, reject)
        .finally(() => (isAsking = false));
    });
  });
  const stop = (): void => {
    stopped = true;
    stopLooking();
  };
  return {
    finished: finished.finally(stop),
    opened() {
      openedAt = Date.now();
      // The opened link is used up.
      link = undefined;
    },
    stop,
  };
}

const passkeyState = async (): Promise<Passkeys['passkey']> =>
  (await request<Passkeys>('GET', '/api/step-up')).passkey;

const isDone = (purpose: Purpose, before: Passkeys['passkey'], now: Passkeys['passkey']): boolean =>
  purpose === 'register'
    ? now.passkeys.length > before.passkeys.length
    : now.provedUntil !== undefined && now.provedUntil !== before.provedUntil;

function problem(fields: Problem): Problem & Error {
  return Object.assign(new Error(fields.message), fields);
}
