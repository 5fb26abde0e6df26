import { labels } from 'c/dealsideLabels';
import { request, session } from 'c/dealsideSession';
import { everySecond } from 'c/ticker';
import type { Problem } from 'c/callModel';
import type { StepUpStep } from 'c/stepUpPrompt';

const PROOF_FOR: Record<string, StepUpStep> = {
  pin_not_set: 'choosePin', pin_too_weak: 'choosePin', pin_required: 'enterPin', pin_wrong: 'enterPin', pin_locked: 'enterPin',
  passkey_not_set: 'registerPasskey', passkey_required: 'usePasskey',
};

/** What a refused person does to prove that it is them; undefined where no proof would help. */
export const proofFor = ({ code }: Problem): StepUpStep | undefined => PROOF_FOR[code];

export const choosePin = (pin: string): Promise<unknown> => request('PUT', '/api/pin', { pin });

export const provePin = (pin: string): Promise<unknown> => request('POST', '/api/pin/prove', { pin });

type Purpose = 'register' | 'prove';
interface Passkeys { passkey: { passkeys: unknown[]; provedUntil?: string } }

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
      : Promise.reject(problem({ code: 'popup_blocked', message: labels.stepUpPopupBlocked, hint: labels.stepUpPopupBlockedHint })),
    close: () => popup?.close(),
  };
}

async function finished(popup: Window, purpose: Purpose): Promise<void> {
  try {
    const { serverUrl } = await session();
    const { url } = await request<{ url: string }>('POST', '/api/passkeys/link', { purpose });
    const told = messageOrClosing(popup, new URL(serverUrl).origin);
    popup.location.href = url;
    if ((await told) === 'told') return;
  } catch (fault) {
    popup.close();
    throw fault;
  }
  const { passkey } = await request<Passkeys>('GET', '/api/step-up');
  const isDone = purpose === 'register' ? passkey.passkeys.length > 0 : Date.parse(passkey.provedUntil ?? '') > Date.now();
  if (!isDone) throw problem({ code: 'passkey_window_closed', message: labels.stepUpPasskeyClosed });
}

/** Waits for the word of the server's page, or until its window is gone. */
function messageOrClosing(popup: Window, serverOrigin: string): Promise<'told' | 'closed'> {
  return new Promise((resolve) => {
    const end = (how: 'told' | 'closed'): void => {
      window.removeEventListener('message', receive);
      stopLooking();
      resolve(how);
    };
    const receive = ({ origin, data }: MessageEvent): void => {
      if (origin === serverOrigin && data?.source === 'dealside' && data.type === 'step-up') end('told');
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
