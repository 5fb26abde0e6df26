import type { Alert } from './alerts';

/** Whether alerts are also shown on the desktop: `ask` if the person has not decided yet. */
export type DesktopNotices = 'on' | 'ask' | 'blocked' | 'unsupported';

/** Undefined where the browser has no notifications, such as in an app on a phone. */
const notifications = (): typeof Notification | undefined =>
  typeof Notification === 'undefined' ? undefined : Notification;

export function desktopNotices(): DesktopNotices {
  switch (notifications()?.permission) {
    case 'granted':
      return 'on';
    case 'denied':
      return 'blocked';
    case 'default':
      return 'ask';
    case undefined:
    default:
      return 'unsupported';
  }
}

/** The desktop notifications that are shown, by the key of their alert. */
const shown = new Map<string, Notification>();

/** Removes the desktop notification of this alert, if it is shown. */
export function withdrawFromDesktop(key: string): void {
  shown.get(key)?.close();
  shown.delete(key);
}

/** Asks the person for permission. Must be called during a click. */
export async function askForDesktopNotices(): Promise<DesktopNotices> {
  await notifications()?.requestPermission();
  return desktopNotices();
}

/**
 * Shows an alert on the desktop while the page is hidden. Anybody near the screen can read it, so
 * it does not contain what was said on the call.
 */
export function notifyOnDesktop({ key, title, message }: Alert): void {
  const Notice = notifications();
  if (!Notice || Notice.permission !== 'granted' || !document.hidden) return;
  const notice = new Notice(title, {
    tag: key,
    ...(!key.startsWith('text ') && { body: message }),
  });
  shown.set(key, notice);
  notice.onclose = () => {
    if (shown.get(key) === notice) shown.delete(key);
  };
  notice.onclick = () => {
    window.focus();
    notice.close();
  };
}
