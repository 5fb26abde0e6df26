import { labels } from 'c/dealsideLabels';
import { request, session } from 'c/dealsideSession';
import { everySecond } from 'c/dealsideTicker';
import type { IdentityRefusal, Problem } from 'c/callModel';
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

/** How the person proves their identity after this refusal; undefined where that would not help. */
export const identityStepFor = ({ code }: Problem): IdentityStep | undefined =>
  (IDENTITY_STEP as Partial<Record<string, IdentityStep>>)[code];

export const choosePin = (pin: string): Promise<unknown> => request('PUT', '/api/pin', { pin });

export const provePin = (pin: string): Promise<unknown> =>
  request('POST', '/api/pin/prove', { pin });

type Purpose = 'register' | 'prove';
interface Passkeys {
  passkey: { passkeys: unknown[]; provedUntil?: string };
}

export interface PasskeyWindow {
  /** Settles when the passkey is registered or used, or cannot be any more. */
  readonly finished: Promise<void>;
  close(): void;
}

/** Opens the window of the passkey; called in a click, or the browser blocks it. */
export function openPasskeyWindow(purpose: Purpose): PasskeyWindow {
  const popup = window.open('', 'dealside-passkey', 'popup,width=420,height=520');
  return {
    finished: popup
      ? finished(popup, purpose)
      : Promise.reject(
          problem({
            code: 'popup_blocked',
            message: labels.stepUpPopupBlocked,
            hint: labels.stepUpPopupBlockedHint,
          }),
        ),
    close: () => popup?.close(),
  };
}

async function finished(popup: Window, purpose: Purpose): Promise<void> {
  try {
    const { serverUrl } = await session();
    const { url } = await request<{ url: string }>('POST', '/api/passkeys/link', { purpose });
    const ended = answerOrClosing(popup, new URL(serverUrl).origin);
    popup.location.href = url;
    if ((await ended) === 'answered') return;
  } catch (fault) {
    popup.close();
    throw fault;
  }
  const { passkey } = await request<Passkeys>('GET', '/api/step-up');
  const isDone =
    purpose === 'register'
      ? passkey.passkeys.length > 0
      : Date.parse(passkey.provedUntil ?? '') > Date.now();
  if (!isDone)
    throw problem({ code: 'passkey_window_closed', message: labels.stepUpPasskeyClosed });
}

/** Waits for the message of the server's page, or until its window is closed. */
function answerOrClosing(popup: Window, serverOrigin: string): Promise<'answered' | 'closed'> {
  return new Promise((resolve) => {
    const end = (how: 'answered' | 'closed'): void => {
      window.removeEventListener('message', receive);
      stopLooking();
      resolve(how);
    };
    const receive = ({ origin, data }: MessageEvent): void => {
      if (origin === serverOrigin && data?.source === 'dealside' && data.type === 'step-up')
        end('answered');
    };
    window.addEventListener('message', receive);
    let isFirst = true;
    const stopLooking = everySecond(() => {
      // The first look comes before there is a way to stop looking.
      if (!isFirst && popup.closed) end('closed');
      isFirst = false;
    });
  });
}

function problem(fields: Problem): Problem & Error {
  return Object.assign(new Error(fields.message), fields);
}
