import Softphone from 'c/softphone';
import { findAll, show } from './dom';
import { settled } from './server';

export const ORIGIN = 'https://dealside.example.com';

export interface Sent {
  readonly message: Record<string, unknown>;
  readonly origin: string;
}

/** Puts the softphone on the page, and adds messages to its framed page to `sent`. */
export async function showSoftphone(sent: Sent[]): Promise<HTMLElement> {
  const element = await show('c-softphone', Softphone, {});
  for (const frame of findAll<HTMLIFrameElement>(element, 'iframe')) {
    frame.contentWindow!.postMessage = ((message: Record<string, unknown>, origin: string) =>
      sent.push({ message, origin })) as typeof window.postMessage;
  }
  return element;
}

/** Sends a message from the framed page, by default from the server's origin. */
export async function says(message: object, origin = ORIGIN): Promise<void> {
  window.dispatchEvent(
    new MessageEvent('message', { origin, data: { source: 'dealside', ...message } }),
  );
  await settled();
}
